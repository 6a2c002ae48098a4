"""The story itself: its paragraphs, and the standfirst before them."""

from __future__ import annotations

import re
from typing import Any

from turbohtml import Element

from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.reading import names_of, spot_of, text_of
from layoutcheck.parse.page import Page

_LONG = "//p[string-length(normalize-space(.)) > 50]"
_ASIDE = re.compile(
    r"comment|related|recommend|sidebar|footer|newsletter|promo|caption|share|social|author-?(?:bio|box)|cookie|consent|"
    r"disclaimer|copyright|teaser|breadcrumb|modal|popup|banner|\bnav|tags?\b|widget|subscribe|paywall"
)
_STORY = re.compile(
    r"article-?_*(?:body|content|text|copy)|story|entry-content|post-content|body-?copy|rich-?text|\btext\b|content"
)
_STANDFIRST = (
    '[itemprop~="description"]:not(meta), [class*="standfirst" i], [class*="subhead" i], [class*="sub-head" i], '
    '[class*="dek" i], [class*="chapo" i], [class*="teaser-text" i], [class*="intro" i], [class*="lead" i], '
    '[class*="summary" i], [class*="excerpt" i], [class*="ingress" i], [class*="subtitle" i], [class*="sottotitolo" i]'
)
_NOT_STORY = frozenset("aside footer nav form figure header".split())


def find_story(page: Page) -> Element | None:
    """The element that holds the story: the one with most running text in its paragraphs, links set aside."""
    scores: dict[Any, float] = {}
    for paragraph in page.tree.xpath(_LONG):
        worth = min(len(paragraph.text), 600) / 100
        links = sum(len(link.text) for link in paragraph.select("a"))
        worth *= 1 - min(links / max(len(paragraph.text), 1), 1)
        holder = paragraph.parent
        for share in (1.0, 0.5):
            if not isinstance(holder, Element) or (holder.tag in ("html", "body") and share < 1):
                break
            scores[holder] = scores.get(holder, 0.0) + worth * share
            holder = holder.parent
    best, top = None, 0.0
    for holder, score in scores.items():
        names = names_of(holder)
        if _ASIDE.search(names) or holder.tag in _NOT_STORY:
            score *= 0.3
        elif _STORY.search(names) or "articleBody" in (holder.attr("itemprop") or "") or holder.tag == "article":
            score *= 1.3
        if score > top:
            best, top = holder, score
    if best is not None and top >= 1:
        return best
    marked = page.tree.select_one('[itemprop~="articleBody"]')
    return marked if marked is not None else page.tree.main_content()


def paragraphs_of(story: Element) -> list[Element]:
    """The paragraphs of a story, those in asides, captions and forms left out."""
    found = []
    for node in story.select("p"):
        if not node.text.strip() or _stands_aside(node, story):
            continue
        found.append(node)
    return found


def _stands_aside(node: Element, story: Element) -> bool:
    holder = node.parent
    while isinstance(holder, Element) and holder != story:
        if holder.tag in _NOT_STORY or holder.tag == "li" or _ASIDE.search(names_of(holder)):
            return True
        holder = holder.parent
    return False


def find_body(story: Element | None) -> Found | None:
    """The paragraphs of the story, each with its spot."""
    if story is None:
        return None
    nodes = paragraphs_of(story)
    if not nodes:
        text = text_of(story)
        return Found([Found(text, spot_of(story), story.tag)], None, story.tag) if len(text) >= 80 else None
    found = [Found(text, spot_of(node), "p") for node in nodes if (text := text_of(node))]
    return Found(found, None, story.tag) if found else None


def find_lead(page: Page, story: Element | None, body: Found | None) -> Found | None:
    """The standfirst between headline and story, else the first paragraph."""
    first = body.value[0] if body and body.value else None
    if first is not None and story is not None:
        holder = story.closest("article, main, [role=main]") or story.parent
        if isinstance(holder, Element):
            begins = spot_of(story).node
            for node in holder.select(_STANDFIRST)[:6]:
                if node.tag not in ("p", "div", "h2", "h3", "span", "section"):
                    continue
                text = text_of(node)
                if 40 <= len(text) <= 700 and not _holds(node, begins) and text != first.value:
                    return Found(text, spot_of(node), "standfirst")
    return Found(first.value, first.spot, "first paragraph") if first else None


def _holds(node: Element, inner: Any) -> bool:
    holder = inner
    while holder is not None:
        if holder == node:
            return True
        holder = holder.parent
    return False
