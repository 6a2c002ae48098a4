"""The parts of an article in a plain-text dump, where no markup tells them apart.

A dump of an article page reads: navigation, header lines (title, section label, headline, byline, date, dateline),
the paragraphs of the story, then lists of other stories. What a line is follows from its shape and its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from layoutcheck.core.fold import fold
from layoutcheck.newsroom.found import Found
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.page import Page

_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*$")
_HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: A line that opens with a field's name or a machine's date: ``date 2026-01-21 Headline``.
MACHINE_PREFIX = re.compile(
    r"(?:(?P<name>[a-z][\w.-]{2,24})\s*[:=]?\s+)?(?P<date>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?\S*)?)\s+(?=\S)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|av|af|przez|от|автор:?|yazan:?|oleh|由|文[/／])[ :：]\s*(?P<name>\S.{1,78})$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
#: Blocks before the story in which a header is looked for.
_HEADER = 60


@dataclass(frozen=True)
class DumpArticle:
    """The blocks of a dump, sorted into an article's parts."""

    title: TextBlock | None
    title_start: int
    headline: TextBlock | None
    #: The lines between the beginning and the story.
    header: tuple[TextBlock, ...]
    body: tuple[TextBlock, ...]
    #: What comes behind the story: teasers, lists, the foot of the page.
    rest: tuple[TextBlock, ...]


def read_dump(page: Page) -> DumpArticle:
    """Sort a dump's blocks into parts, once per page."""
    if "dump_article" not in page.cache:
        page.cache["dump_article"] = _read(page.blocks)
    article: DumpArticle = page.cache["dump_article"]
    return article


def is_paragraph(text: str) -> bool:
    """Whether a line reads as a paragraph of a story: a sentence of some length, not a headline or label."""
    return (len(text) >= 40 and _SENTENCE_END.search(text) is not None) or len(text) >= 240


def _read(blocks: list[TextBlock]) -> DumpArticle:
    begin = _story_begin(blocks)
    header = blocks[max(0, begin - _HEADER) : begin]
    end = _story_end(blocks, begin)
    headline = _headline(header)
    title, title_start = _title(blocks[:begin], headline)
    return DumpArticle(
        title,
        title_start,
        headline,
        tuple(header),
        tuple(b for b in blocks[begin:end] if _tells(b)),
        tuple(blocks[end:]),
    )


def _story_begin(blocks: list[TextBlock]) -> int:
    """Where the story begins: the first paragraph that another follows closely; else the first paragraph."""
    paragraphs = [i for i, block in enumerate(blocks) if is_paragraph(block.text) and block.tag != "li"]
    for index, following in zip(paragraphs, paragraphs[1:], strict=False):
        if following - index <= 3:
            return index
    return paragraphs[0] if paragraphs else len(blocks)


def _tells(block: TextBlock) -> bool:
    return is_paragraph(block.text) or block.tag in _HEADING_TAGS or len(block.text) >= 25


def _story_end(blocks: list[TextBlock], begin: int) -> int:
    """Where the story ends: behind the last paragraph before two lines in a row that are none, or before a list."""
    end, others = begin, 0
    for index in range(begin, len(blocks)):
        block = blocks[index]
        if is_paragraph(block.text) and block.tag != "li":
            end, others = index + 1, 0
        else:
            others += 1
            if others >= 2:
                break
    return end


def _headline(header: list[TextBlock]) -> TextBlock | None:
    """The line that is most like a headline: marked as one, repeated as the page's title, or the longest short line."""
    for block in header:
        if block.tag == "h1":
            return block
    lines = [block for block in header if block.tag != "li" and _is_headline_like(block.text)]
    folded = [fold(block.text) for block in lines]
    for index, block in enumerate(lines):
        # The title repeats the headline, alone or behind a machine's date or before the site's name.
        if any(folded[index] in other for place, other in enumerate(folded) if place != index):
            return block
    for block in header:
        if block.tag in _HEADING_TAGS:
            return block
    near = lines[-4:]
    return max(near, key=lambda block: len(block.text)) if near else None


def _is_headline_like(text: str) -> bool:
    words = _WORD.findall(text)
    return (
        8 <= len(text) <= 220 and (len(words) >= 3 or len(text) >= 12) and not _BYLINE.match(text) and not is_date(text)
    )


def is_date(text: str) -> bool:
    """Whether a line is hardly more than a date or a time."""
    digits = sum(char.isdigit() for char in text)
    return len(text) <= 60 and digits >= 3 and len(_WORD.findall(text)) <= 10 and digits * 4 >= len(text) - 20


def _title(before: list[TextBlock], headline: TextBlock | None) -> tuple[TextBlock | None, int]:
    """The page's first line, when it is its title; and where in it the title begins, behind a machine's date."""
    if not before:
        return None, 0
    first = before[0]
    match = MACHINE_PREFIX.match(first.text)
    start = match.end() if match else 0
    if headline is None or match or fold(headline.text) in fold(first.text):
        return first, start
    return None, 0


def find(page: Page, kind: str) -> Found | None:
    """A part of the given kind (see ``x-kind`` in the dialect), or None where the dump does not show it."""
    article = read_dump(page)
    match kind:
        case "title":
            if article.title is None:
                return None
            return Found(
                article.title.text[article.title_start :], article.title.spot(article.title_start), "first line"
            )
        case "headline":
            return _found(article.headline or article.title)
        case "lead":
            return _found(article.body[0]) if article.body else None
        case "body":
            return Found([_found(block) for block in article.body], None, "dump") if article.body else None
        case "byline":
            return _byline(article)
        case "published":
            return _published(article)
        case _:
            return None


def _found(block: TextBlock | None) -> Found | None:
    return Found(block.text, block.spot(), "dump") if block else None


def _around(article: DumpArticle) -> list[TextBlock]:
    """The header lines from the headline on; all of them when no headline is known."""
    header = list(article.header)
    return header[header.index(article.headline) :] if article.headline in header else header


def _byline(article: DumpArticle) -> Found | None:
    for block in [*_around(article), *article.body[:1]]:
        match = _BYLINE.match(block.text)
        if match and not is_paragraph(block.text):
            return Found(match["name"], block.spot(match.start("name"), match.end("name")), "dump")
    return None


def _published(article: DumpArticle) -> Found | None:
    """A date in a reader's form between headline and story; a machine's date does not count."""
    from layoutcheck.newsroom.dates import parse_date

    for block in _around(article):
        if block is article.headline or not is_date(block.text) or MACHINE_PREFIX.fullmatch(block.text + " x"):
            continue
        value = parse_date(block.text)
        if value:
            return Found(value, block.spot(), "dump")
    return None
