"""The story itself: its paragraphs, and the standfirst before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.fold import fold
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.agency import agency_style
from layoutcheck.newsroom.article.header import Header, marks_of
from layoutcheck.newsroom.byline.names import LEAD, split_names
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.reading import UNREAD, spot_of, text_of
from layoutcheck.parse.block import blocks, single_spaced
from layoutcheck.parse.page import Page

#: Shorter paragraphs say nothing of where the story is.
_LONG = 50
_ASIDE = re.compile(
    r"comment|related|recommend|sidebar|footer|newsletter|promo|caption|share|social|author-?(?:bio|box)|cookie|"
    r"consent|"
    r"disclaimer|copyright|teaser|breadcrumb|modal|popup|banner|nav(?<!\wnav)|tags?\b|widget(?<!elementor-widget)|subscribe(?!r)|paywall"
)
_OTHER = re.compile(r"related|recommend|teaser|promo|comment|card")
_STORY = re.compile(
    r"article-?_*(?:body|content|text|copy)|story|entry-content|post-content|body-?copy|rich-?text|\btext\b|content"
)
_MARKED = (
    '[itemprop~="articleBody"], [class*="article-body"], [class*="articleBody"], [class*="article__body"], '
    '[class*="story-body"], '
    '[class*="entry-content"], [class*="post-content"], [class*="article-content"], [class*="article-text"], '
    '[class*="post-body"]'
)
#: The same and some more, since each alternative is asked of every element of the page.
_PERHAPS_MARKED = '[itemprop~="articleBody"], [class*="ody"], [class*="-content"], [class*="article-text"]'
#: A story whose paragraphs have fewer characters may stand in another element, or have no ``p`` elements.
_SHORT = 500
_RIGHTS = re.compile(r"\W{0,2}(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten)", re.IGNORECASE)
#: Shorter lines are no standfirst.
_LEAD = 40
#: Nor paragraphs of a story that has no ``p`` elements.
_LINE = 80
_CREDIT = re.compile(r"\(([^()]{2,30})\)\W{0,2}$")
#: Where a story may stand that has neither paragraphs nor a name: its lines are texts of one element.
_LINES = "div, td, article, section"
_NO_PARAGRAPH = frozenset("li h1 h2 h3 h4 h5 h6 dt dd th caption figcaption address option label summary".split())
#: So many elements around a paragraph may hold nothing else.
_WRAPPERS = 3
#: So few paragraphs are what a page has beside its story.
_FEW = 3
_NOT_STORY = frozenset("aside footer nav form figure header".split())


def find_story(page: Page) -> Element | None:
    """The element that holds the story: the one with most running text in its paragraphs, links set aside."""
    best, length = _densest(page.tree.select("p"))
    if best is None or length < _SHORT:
        for node in islice((node for node in page.tree.select(_PERHAPS_MARKED) if node.matches(_MARKED)), 8):
            own = len(node.text) - sum(len(link.text) for link in node.select("a, script, style"))
            if own > max(length * 1.5, 120) and not _said(marks_of(node))[0]:
                best, length = node, own
        if length < _SHORT:
            for node in page.tree.select(_LINES):
                own = sum(len(child.data.strip()) for child in node.children if isinstance(child, Text))
                if own > max(length * 2, _SHORT) and not _said(marks_of(node))[0] and node.tag not in _NOT_STORY:
                    best, length = node, own
    if best is None:
        best = page.tree.main_content()
    if best is None:
        lines = [block.node for block in page.blocks if len(block.text) >= _LINE and block.tag not in _NO_PARAGRAPH]
        best, length = _densest(lines)
        best = best if length >= _SHORT // 2 else None
    return best


def _densest(paragraphs: Iterable[Element]) -> tuple[Element | None, int]:
    """The element that holds most of the paragraphs' running text, and how many characters."""
    held: list[tuple[Any, float]] = []
    for paragraph in paragraphs:
        length = len(paragraph.text)
        if length <= _LONG or (length < 4 * _LONG and len(paragraph.text.strip()) <= _LONG):
            continue
        links = paragraph.select("a")
        linked = sum(len(link.text) for link in links) if links else 0
        held.append((paragraph.parent, min(length, 600) / 100 * (1 - min(linked / length, 1))))
    best, own = _heaviest(held)
    if len(held) > _FEW and 3 * own < sum(worth for _, worth in held):
        # Each paragraph may stand in boxes of its own, so that none of those holds a story.
        wraps: dict[Any, bool] = {}
        other, more = _heaviest([(_unwrapped(holder, wraps), worth) for holder, worth in held])
        if other is not None and more > 2 * own and _runs_on(other):
            best, own = other, more
    return best, int(own * 100)


def _runs_on(holder: Element) -> bool:
    """Whether paragraphs follow on each other, as in no list of entries, each with its heading or its link."""
    if 2 * len(holder.select("h1, h2, h3, h4, h5")) > len(holder.select("p")):
        return False
    return 4 * sum(len(link.text) for link in holder.select("a")) < len(holder.text)


def _heaviest(held: Iterable[tuple[Any, float]]) -> tuple[Element | None, float]:
    """Of the elements that hold paragraphs the one with most text by its names, and how much that is."""
    scores: dict[Element, float] = {}
    for begin, worth in held:
        holder: Any = begin
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
    return best, own


def _unwrapped(holder: Any, wraps: dict[Any, bool]) -> Any:
    """The first element around a paragraph that holds more than the paragraph."""
    for _ in range(_WRAPPERS):
        if holder not in wraps:
            wraps[holder] = isinstance(holder, Element) and _wraps_one(holder)
        if not wraps[holder]:
            break
        holder = holder.parent
    return holder


def _wraps_one(holder: Element) -> bool:
    """Whether an element was made around one paragraph and holds nothing else."""
    if holder.tag != "div":
        return False
    seen = 0
    for child in holder.children:
        if isinstance(child, Element):
            seen += 1
        elif isinstance(child, Text) and not child.data.isspace():
            return False
        if seen > 1:
            return False
    return True


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _said(marks: str) -> tuple[bool, bool]:
    """Whether an element's names say that it stands aside, and that it holds a story."""
    return _ASIDE.search(marks) is not None, _STORY.search(marks) is not None


def paragraphs_of(story: Element) -> list[Element]:
    """The paragraphs of a story, those in asides, captions and forms left out."""
    return [node for node in _not_aside(story) if node.text.strip()]


def _not_aside(story: Element) -> list[Element]:
    asides = Asides(story)
    return [node for node in story.select("p") if not asides.hold(node)]


class Asides:
    """The elements of a story that stand aside by their names; what holds most of the story is none of them."""

    def __init__(self, story: Element) -> None:
        self._story = story
        self._known: dict[Element, bool] = {}

    @cached_property
    def _most(self) -> int:
        return len(self._story.text) // 2

    def hold(self, node: Element) -> bool:
        """Whether an element stands in one."""
        holder = node.parent
        if not isinstance(holder, Element) or holder == self._story:
            return False
        if holder not in self._known:
            self._known[holder] = self._is_aside(holder) or self.hold(holder)
        return self._known[holder]

    def _is_aside(self, holder: Element) -> bool:
        marks = marks_of(holder)
        if holder.tag == "article":
            named = _OTHER.search(marks) is not None  # systems list a story's tags and sections in its class
        else:
            named = holder.tag in _NOT_STORY or holder.tag == "li" or _said(marks)[0]
        return named and len(holder.text) <= self._most


def _is_furniture(text: str, *, first: bool) -> bool:
    """Whether a paragraph is the byline that opens a story's element, or the note of rights that closes it."""
    if first:
        return len(text) <= 80 and LEAD.match(text) is not None and split_names(text) != ()
    return len(text) <= 400 and _RIGHTS.match(text) is not None


def find_body(story: Element | None) -> Found | None:
    """The paragraphs of the story, each with its spot."""
    if story is None:
        return None
    found = [Found(text, Later(spot_of, (node,)), "p") for node in _not_aside(story) if (text := text_of(node))]
    while len(found) > 1 and _is_furniture(found[0].value, first=True):
        found = found[1:]
    while len(found) > 1 and _is_furniture(found[-1].value, first=False):
        found = found[:-1]
    length = sum(len(part.value) for part in found)
    if length < _SHORT and len(story.text) > 2 * length:
        own = _blocks_of(story)
        if sum(len(part.value) for part in own) > 2 * length:
            found = own
    return Found(found, None, story.tag) if found else None


def _blocks_of(story: Element) -> list[Found]:
    """The running text of a story whose paragraphs are no ``p`` elements but lines or ``div`` elements."""
    asides = Asides(story)
    return [
        Found(block.text, Later(block.spot), block.tag)
        for block in blocks(story)
        if len(block.text) >= 40
        and block.tag not in _NO_PARAGRAPH
        and block.node.tag not in _NOT_STORY
        and not asides.hold(block.node)
    ]


def lines_after(text: Any, count: int = 8) -> Iterator[Found]:
    """The next few short texts that follow a text of the story."""
    for node in text.following:
        if not isinstance(node, Text) or not node.data.strip():
            continue
        parent = node.parent
        if not isinstance(parent, Element) or parent.tag in UNREAD:
            continue
        data = node.data
        if count == 0 or len(data) > 400:
            return
        count -= 1
        spot = Spot(node, None, len(data) - len(data.lstrip()), len(data.rstrip()))
        yield Found(single_spaced(data), spot, parent.tag)


def find_lead(header: Header, body: Found | None, headline: str = "") -> Found | None:
    """The standfirst between headline and story, else the first paragraph."""
    paragraphs = body.value if body else []
    first: Found | None = next((part for part in paragraphs if len(part.value) >= _LEAD), None)
    if first is None:  # bylines and captions are shorter
        first = paragraphs[0] if paragraphs else None
    if first is None or first.spot is None:
        return None
    begins = first.spot.node
    for line in header.lines:
        if line.text is begins:
            break
        parent = line.text.parent
        if (
            not line.after
            or line.aside
            or line.author is not None
            or len(line.said) < _LEAD
            or not isinstance(parent, Element)
        ):
            continue
        holder = parent.closest("p, div, h2, h3, section, header") or parent
        if header.surrounds(holder) or holder.select_one("p, li, iframe, h1, h2, h3, div div") is not None:
            holder = parent
        text = text_of(holder)
        if headline and fold(headline) == fold(text):
            continue
        if _LEAD <= len(text) <= 700 and text != first.value and not _holds(holder, begins) and not _is_credited(text):
            return Found(text, Later(spot_of, (holder,)), "standfirst")
    return Found(first.value, first.at, "first paragraph")


def _is_credited(text: str) -> bool:
    """Whether a text ends with an agency in brackets, as captions do."""
    match = _CREDIT.search(text)
    return match is not None and agency_style(match[1].split("/")[-1].strip()) != ""


def _holds(node: Element, inner: Any) -> bool:
    return node in inner.ancestors
