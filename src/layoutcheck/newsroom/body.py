"""The story itself: its paragraphs, and the standfirst before them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.header import Header, marks_of
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.parse.block import blocks
from layoutcheck.parse.page import Page

#: Shorter paragraphs say nothing of where the story is.
_LONG = 50
_ASIDE = re.compile(
    r"comment|related|recommend|sidebar|footer|newsletter|promo|caption|share|social|author-?(?:bio|box)|cookie|"
    r"consent|"
    r"disclaimer|copyright|teaser|breadcrumb|modal|popup|banner|\bnav|tags?\b|widget|subscribe|paywall"
)
_STORY = re.compile(
    r"article-?_*(?:body|content|text|copy)|story|entry-content|post-content|body-?copy|rich-?text|\btext\b|content"
)
_MARKED = (
    '[itemprop~="articleBody"], [class*="article-body"], [class*="articleBody"], [class*="article__body"], '
    '[class*="story-body"], '
    '[class*="entry-content"], [class*="post-content"], [class*="article-content"], [class*="article-text"], '
    '[class*="post-body"]'
)
#: A story whose paragraphs have fewer characters may stand in another element, or have no ``p`` elements.
_SHORT = 500
_NO_PARAGRAPH = frozenset("li h1 h2 h3 h4 h5 h6 dt dd th caption figcaption address option label summary".split())
_NOT_STORY = frozenset("aside footer nav form figure header".split())


def find_story(page: Page) -> Element | None:
    """The element that holds the story: the one with most running text in its paragraphs, links set aside."""
    best, length = _densest(page)
    if best is None or length < _SHORT:
        for node in page.tree.select(_MARKED)[:8]:
            own = len(node.text) - sum(len(link.text) for link in node.select("a, script, style"))
            if own > max(length * 1.5, 120) and not _said(marks_of(node))[0]:
                best, length = node, own
    if best is None:
        best = page.tree.main_content()
    return best


def _densest(page: Page) -> tuple[Element | None, int]:
    scores: dict[Element, float] = {}
    for paragraph in page.tree.select("p"):
        length = len(paragraph.text)
        if length <= _LONG or (length < 4 * _LONG and len(paragraph.text.strip()) <= _LONG):
            continue
        links = sum(len(link.text) for link in paragraph.select("a")) if paragraph.select_one("a") is not None else 0
        worth = min(length, 600) / 100 * (1 - min(links / max(length, 1), 1))
        holder: Any = paragraph.parent
        for share in (1.0, 0.5):
            if not isinstance(holder, Element) or (holder.tag in ("html", "body") and share < 1):
                break
            scores[holder] = scores.get(holder, 0.0) + worth * share
            holder = holder.parent
    best, top, own = None, 0.0, 0.0
    for holder, score in scores.items():
        marks = marks_of(holder)
        aside, story = _said(marks)
        weight = 1.0
        if aside or holder.tag in _NOT_STORY:
            weight = 0.3
        elif story or holder.tag == "article":
            weight = 1.3
        if score * weight > top:
            best, top, own = holder, score * weight, score
    return best, int(own * 100)


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _said(marks: str) -> tuple[bool, bool]:
    """Whether an element's names say that it stands aside, and that it holds a story."""
    return _ASIDE.search(marks) is not None, _STORY.search(marks) is not None


def paragraphs_of(story: Element) -> list[Element]:
    """The paragraphs of a story, those in asides, captions and forms left out."""
    known: dict[Element, bool] = {}
    return [node for node in story.select("p") if node.text.strip() and not _stands_aside(node, story, known)]


def _stands_aside(node: Element, story: Element, known: dict[Element, bool]) -> bool:
    holder = node.parent
    if not isinstance(holder, Element) or holder == story:
        return False
    if holder not in known:
        known[holder] = (
            holder.tag in _NOT_STORY
            or holder.tag == "li"
            or _said(marks_of(holder))[0]
            or _stands_aside(holder, story, known)
        )
    return known[holder]


def find_body(story: Element | None) -> Found | None:
    """The paragraphs of the story, each with its spot."""
    if story is None:
        return None
    found = [Found(text, Later(spot_of, (node,)), "p") for node in paragraphs_of(story) if (text := text_of(node))]
    if sum(len(part.value) for part in found) < _SHORT:
        own = _blocks_of(story)
        if sum(len(part.value) for part in own) > 2 * sum(len(part.value) for part in found):
            found = own
    return Found(found, None, story.tag) if found else None


def _blocks_of(story: Element) -> list[Found]:
    """The running text of a story whose paragraphs are no ``p`` elements but lines or ``div`` elements."""
    known: dict[Element, bool] = {}
    return [
        Found(block.text, Later(block.spot), block.tag)
        for block in blocks(story)
        if len(block.text) >= 40
        and block.tag not in _NO_PARAGRAPH
        and block.node.tag not in _NOT_STORY
        and not _stands_aside(block.node, story, known)
    ]


def find_lead(header: Header, body: Found | None) -> Found | None:
    """The standfirst between headline and story, else the first paragraph."""
    first: Found | None = body.value[0] if body and body.value else None
    if first is None or first.spot is None:
        return None
    begins = first.spot.node
    for line in header.lines:
        if line.text == begins:
            break
        parent = line.text.parent
        if (
            not line.after
            or line.aside
            or line.author is not None
            or len(line.said) < 40
            or not isinstance(parent, Element)
        ):
            continue
        holder = parent.closest("p, div, h2, h3, section, header") or parent
        text = text_of(holder)
        if 40 <= len(text) <= 700 and text != first.value and not _holds(holder, begins):
            return Found(text, Later(spot_of, (holder,)), "standfirst")
    return Found(first.value, first.at, "first paragraph")


def _holds(node: Element, inner: Any) -> bool:
    return any(holder == node for holder in inner.ancestors)
