"""Where a page keeps its dateline: before the first sentences of the story, on a line of its own, or in the header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.core.fold import fold
from layoutcheck.newsroom.agency import SourceGrade, grade_source
from layoutcheck.newsroom.article.header import marks_of
from layoutcheck.newsroom.dateline.date import date_start
from layoutcheck.newsroom.dateline.dateline import REACH, Dateline, recognise
from layoutcheck.newsroom.dateline.opening import ASIDE, PARAGRAPH, Opening, read_opening
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.place.key import place_key
from layoutcheck.newsroom.place.place import SHIPPED, PlaceNames
from layoutcheck.newsroom.reading import text_of
from layoutcheck.parse.block import TextBlock, blocks
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

_SHORT = 90
#: ``MIAMI – MIAMI –``: whatever it is, no writer says it.
_SAID_TWICE = re.compile(
    r"(?P<first>(?![a-zß-öø-ÿ])[^\s–—-][^–—\n]{3,50}?(?:\s?\.?(?:--?|[–—])|[)\]】）]|(?<=[A-Z][A-Z]):))"
    r"\s+(?P<second>(?P=first))(?=\s)"
)
_PLACED = re.compile(
    r"dateline|(?:^|[^a-z])(?:place|location|locality|lugar|ciudad|city|cidade|citta|luogo|ort|lieu|local|where|datelocation)"
    r"(?![a-z])|contentlocation|locationcreated|place_cont|article-?location|author-?location|-location"
)
_BYLINE = re.compile(
    r"by-?line|auth|autor|auteur|firma|reporter|writer|credit|kicker-?author|source|agency|agenc|date|time|meta|publi"
)
_CAPTIONS = 'figcaption, [class*="caption" i]'
_MOST_CAPTIONS = 4
_FILED = re.compile(r"/(?:tags?|topics?|themen?|temas?|category|categor[iy]a|section|seccion|rubri\w+|news|noticias)/")


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline and the block it stands in."""

    dateline: Dateline
    block: TextBlock
    #: ``story`` (before a paragraph's text), ``line`` (a block of its own), ``header`` (a field among byline and date).
    where: str
    #: Which paragraph of the story it opens, counted from 0; -1 before the story.
    paragraph: int = -1


@dataclass(frozen=True, slots=True)
class Names:
    """The user's own places and sources, and the page's language."""

    places: PlaceNames = SHIPPED
    sources: frozenset[str] = frozenset()
    language: str = ""

    def recognise(self, text: str, *, own_line: bool = False) -> Dateline | None:
        """Read a block's beginning, or the whole block."""
        return _recognise(text[:REACH], self.places, self.sources, own_line, self.language)


@lru_cache(maxsize=256)  # the pages of one site share the lines of their headers
def _recognise(
    text: str, places: PlaceNames, sources: frozenset[str], own_line: bool, language: str
) -> Dateline | None:
    return recognise(text, places=places, sources=sources, own_line=own_line, language=language)


@once_a_page
def names_for(page: Page) -> Names:
    """What the site and the page say about names."""
    site = page.site
    return Names(PlaceNames.of(site.places), frozenset(map(place_key, site.sources)), _language(page))


def _language(page: Page) -> str:
    for node in (page.tree.root, page.body):
        said = node is not None and (node.attr("lang") or node.attr("xml:lang"))
        if said:
            return str(said)
    return ""


def find_dateline(page: Page) -> FoundDateline | None:
    """The page's dateline: in the story's first paragraphs, else on a line of its own, else in the header."""
    if "dateline" not in page.cache:
        names = names_for(page)
        opening = read_opening(page)
        page.cache["dateline"] = _in_story(opening, names) or _before_story(page, opening, names)
    found: FoundDateline | None = page.cache["dateline"]
    return found


def _in_story(opening: Opening, names: Names) -> FoundDateline | None:
    for index, block in enumerate(opening.paragraphs):
        dateline = names.recognise(block.text)
        if dateline is not None:
            return FoundDateline(dateline, block, "story", index)
    return None


def _before_story(page: Page, opening: Opening, names: Names) -> FoundDateline | None:
    """A line of its own directly before the story, or a field of the header."""
    lines = [block for block in opening.header if len(block.text) <= _SHORT]
    if not lines:
        return None
    headline = _headline(page)
    distance = -1
    for block in reversed(lines):
        distance += 1
        if distance > 1 and not page.is_dump and not _may_be_field(block):
            continue  # neither a field, nor near enough to the story
        dateline = names.recognise(block.text, own_line=True)
        if dateline is None:
            # A date, or the headline once more, may stand between the place and the story.
            if fold(block.text) == headline or date_start(block.text, 0, min(len(block.text), _SHORT)) == 0:
                distance -= 1
            continue
        if not dateline.place:
            if dateline.separator and distance < 2:  # "CNN —" in an element of its own
                return FoundDateline(dateline, block, "line")
            distance -= 1
            continue
        if _may_be_field(block) or (page.is_dump and _is_dump_line(block, dateline)):
            return FoundDateline(dateline, block, "header")
        if distance == 0 and not _is_filed(block) and not ASIDE.search(_marks(block, 2)):
            return FoundDateline(dateline, block, "line")
    return None


def _headline(page: Page) -> str:
    if page.is_dump:
        return ""
    from layoutcheck.newsroom.article.article import read_article

    headline = read_article(page).headline
    return fold(str(headline.value)) if headline else ""


def repeated_datelines(page: Page, found: FoundDateline) -> Iterator[FoundDateline]:
    """Datelines of the same place again: behind the first one, on the line before, in the next paragraph."""
    names = names_for(page)
    rest = found.block.text[found.dateline.end :]
    again = names.recognise(rest) if found.where == "story" and _may_name(rest, found.dateline) else None
    if again is not None and _same_place(found.dateline, again):
        yield FoundDateline(_moved(again, found.dateline.end), found.block, "story", found.paragraph)
    opening = read_opening(page)
    if found.where != "story" or not found.dateline.place:
        return
    for distance, block in enumerate(reversed([b for b in opening.header if len(b.text) <= _SHORT])):
        line = names.recognise(block.text, own_line=True) if _may_name(block.text, found.dateline) else None
        if line is not None and _same_place(line, found.dateline):
            if distance == 0 or "dateline" in _marks(block, 1):
                yield FoundDateline(line, block, "line")
            break
    for index in (found.paragraph + 1, found.paragraph + 2):
        if index < len(opening.paragraphs):
            text = opening.paragraphs[index].text
            later = names.recognise(text) if _may_name(text, found.dateline) else None
            if later is None or not (later.source or later.date) or not _same_place(later, found.dateline):
                continue
            if opening.paragraphs[index].pieces[0] in found.block.pieces:
                continue  # the same: which paragraph an element of a schema's selector opens is not counted
            if not _begins_another(found.block, opening.paragraphs[index]):
                yield FoundDateline(later, opening.paragraphs[index], "story", index)


def literal_repetitions(page: Page) -> Iterator[tuple[TextBlock, re.Match[str]]]:
    """The first paragraphs that begin with the same words twice, each time with a dash behind them."""
    for block in read_opening(page).paragraphs[:2]:
        head = block.text[: 2 * REACH]
        if head.find(head[:4], 4) > 0 and (match := _SAID_TWICE.match(head)) is not None:
            yield block, match


def _begins_another(one: TextBlock, other: TextBlock) -> bool:
    """Whether a linked heading stands between two blocks: the second is the summary of another story."""
    end = other.pieces[0]
    for node in one.pieces[-1].following:
        if node == end:
            return False
        if isinstance(node, Element) and node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            linked = node.select_one("a[href]") is not None or node.closest("a[href]") is not None
            if linked and text_of(node):
                return True
    return False


def round_up(page: Page) -> list[FoundDateline]:
    """The datelines of the items of a round-up: from the first on, each paragraph of the opening that has one."""
    found = find_dateline(page)
    if found is None or found.where != "story":
        return []
    items = [found]
    for index, block in enumerate(read_opening(page).paragraphs[found.paragraph + 1 :], found.paragraph + 1):
        dateline = names_for(page).recognise(block.text)
        if dateline is None:
            break
        items.append(FoundDateline(dateline, block, "story", index))
    return items


def _may_name(text: str, dateline: Dateline) -> bool:
    """Whether a dateline of the same place may begin a text, as its letters tell."""
    return bool(dateline.places) and place_key(dateline.places[0]) in place_key(text[:REACH])


def _same_place(one: Dateline, other: Dateline) -> bool:
    return bool(one.places and other.places) and place_key(one.places[0]) == place_key(other.places[0])


def _moved(dateline: Dateline, by: int) -> Dateline:
    spans = {name: (start + by, end + by) for name, (start, end) in dateline.spans.items()}
    return replace(dateline, start=dateline.start + by, end=dateline.end + by, spans=spans)


def caption_datelines(page: Page) -> Iterator[FoundDateline]:
    """Datelines with a source at the beginning of captions inside the story."""
    from layoutcheck.newsroom.article.article import read_article

    story = None if page.is_dump else read_article(page).story
    holder = story.parent if story is not None and isinstance(story.parent, Element) else story
    if holder is None:
        return
    for node in holder.select(_CAPTIONS)[:_MOST_CAPTIONS]:
        block = next(iter(blocks(node)), None)
        if block is None or len(block.text) < PARAGRAPH or node.closest("a, li") is not None:
            continue
        dateline = names_for(page).recognise(block.text)
        if dateline is not None and dateline.place and dateline.source and dateline.separator:
            yield FoundDateline(dateline, block, "caption")


def agency_line(page: Page, found: FoundDateline) -> TextBlock | None:
    """The block behind an own-line dateline that holds the source alone: ``OSLO``, then ``Agence France-Presse``."""
    if found.where == "story" or found.dateline.source:
        return None
    after = _block_behind(page, found)
    if after is None or len(after.text) > 40:
        return None
    return after if grade_source(after.text, names_for(page).sources) is SourceGrade.KNOWN else None


def _block_behind(page: Page, found: FoundDateline) -> TextBlock | None:
    opening = read_opening(page)
    lines = [*opening.header, *opening.paragraphs[:1]]
    for index, block in enumerate(lines[:-1]):
        if block.pieces[0] == found.block.pieces[0]:
            return lines[index + 1]
    return None


def _may_be_field(block: TextBlock) -> bool:
    """Whether a short block may be a field that names the place: by its class, or beside source or date."""
    return _names_field(_marks(block, 3)) and not _is_filed(block)


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _names_field(marks: str) -> bool:
    return ASIDE.search(marks) is None and (_PLACED.search(marks) or _BYLINE.search(marks)) is not None


def _is_dump_line(block: TextBlock, dateline: Dateline) -> bool:
    return bool(dateline.place) and block.tag == "p" and len(block.text) <= 40


def _is_filed(block: TextBlock) -> bool:
    """Whether a block is a link to the page of a tag or section, or the label of a list: a place there is a topic."""
    link = block.pieces[0].parent.closest("a") if isinstance(block.pieces[0].parent, Element) else None
    return block.tag in ("li", "dt") or (link is not None and _FILED.search(str(link.attr("href") or "")) is not None)


def _marks(block: TextBlock, climb: int) -> str:
    """Class, id, itemprop and rel of the block's own elements and of the ``climb`` elements around it, lower case."""
    said: list[str] = []
    holder: Any = block.pieces[0].parent
    steps = 0
    while isinstance(holder, Element) and holder.tag not in ("body", "html", "main", "article") and steps < climb + 2:
        if marks := marks_of(holder):
            said.append(marks)
        steps += 1
        if holder == block.node:
            steps = max(steps, 2)
        holder = holder.parent
    return " ".join(said)


def find(page: Page) -> Found | None:
    """The page's dateline as a part of the page data: text, place, source, date."""
    found = find_dateline(page)
    if found is None:
        return None
    return _as_found(page, found)


def read(page: Page, nodes: list[Element]) -> Found | None:
    """A dateline read from elements that a schema's selector chose: alone in its element, or before the text there."""
    names = names_for(page)
    for node in nodes:
        for block in list(blocks(node))[:3]:
            dateline = names.recognise(block.text, own_line=True) or names.recognise(block.text)
            if dateline is not None:
                found = FoundDateline(dateline, block, "header" if dateline.own_line else "story")
                page.cache["dateline"] = found
                return _as_found(page, found)
            if len(block.text) <= _SHORT:
                return Found({"text": Found(block.text, Later(block.spot))}, Later(block.spot), "unread")
    return None


def _as_found(page: Page, found: FoundDateline) -> Found:
    dateline, block = found.dateline, found.block
    parts = {"text": Found(dateline.text, Later(block.spot, (dateline.start, dateline.end)))}
    for name in ("place", "source", "date"):
        value = getattr(dateline, name)
        if value:
            parts[name] = Found(value, Later(block.spot, dateline.spans[name]))
    after = _block_behind(page, found) if found.where == "header" and dateline.text.endswith(",") else None
    if after is not None and date_start(after.text, 0, len(after.text)) == 0:
        parts.setdefault("date", Found(after.text, Later(after.spot)))
    beside = agency_line(page, found)
    if beside is not None:
        parts["source"] = Found(beside.text, Later(beside.spot))
    return Found(parts, parts["text"].at, f"{found.where}: {dateline.style}")
