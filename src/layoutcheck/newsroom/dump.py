"""The parts of an article in a plain-text dump, where no markup tells them apart.

A dump of an article page reads: navigation, header lines (title, section label, headline, byline, date, dateline),
the paragraphs of the story, then lists of other stories. What a line is follows from its shape and its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from layoutcheck.core.fold import fold
from layoutcheck.newsroom.byline.names import LEAD, may_lead, split_names
from layoutcheck.newsroom.date.dates import written_dates
from layoutcheck.newsroom.found import Found
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.dump import display_width
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*$")
_HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: A line that opens with a field's name or a machine's date: ``date 2026-01-21 Headline``.
MACHINE_PREFIX = re.compile(
    r"(?:(?P<name>[a-z][\w.-]{2,24})\s*[:=]?\s+)?"
    r"(?P<date>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?\S*)?)\s+(?=\S)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|av|af|przez|от|автор:?|yazan:?|oleh|由|文[/／])[ :：]\s*(?P<name>\S.{1,78})$",
    re.IGNORECASE,
)
#: A portrait's name, as w3m writes it before a byline.
_LABEL = re.compile(r"(?:\[[^\]]*\]\s*)?")
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"(?:\D*\d){3}")
_MACHINE_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
#: What captions and credits say.
CAPTION = re.compile(
    r"©|\b(?:getty|photos?|pictured?|courtesy|credit|images?|bild|foto|quelle|illustration|photograph(?:er)?|reuters|afp)\b"
    r"|\bAP/|/AP\b|twitter|facebook|whatsapp|\[[^\]]+\]$",
    re.IGNORECASE,
)
#: Lines that dumping tools write for what is no text, and lines that are no headline anywhere.
_NO_HEADLINE = re.compile(
    r"^(?:\(BUTTON\)|IFRAME:|#\S|[*@]|\[[^\]]*\]$|\(\w+\)$|https?://|skip to\b|go to\b|©|\(c\) )"
    r"|\S+@\S+\.\w|\]\(|_{4,}|={4,}|━{4,}|\bcookies?\b"
    r"|all rights reserved|\bjavascript\b",
    re.IGNORECASE,
)
#: The way to the page from the front page: ``News > World > Cuba``.
_CRUMBS = re.compile(r"[»·].*[»·]|\s[>›→]\s.*\s[>›→]\s|^\S+\s[>›→]\s")
#: Blocks before the story in which a header is looked for.
_HEADER = 40


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


@once_a_page
def read_dump(page: Page) -> DumpArticle:
    """Sort a dump's blocks into parts."""
    return _read(page.blocks)


def is_paragraph(text: str) -> bool:
    """Whether a line reads as a paragraph of a story: a sentence of some length, not a headline or label."""
    return (len(text) >= 40 and _SENTENCE_END.search(text) is not None) or len(text) >= 240


def _read(blocks: list[TextBlock]) -> DumpArticle:
    begin, end = _story(blocks)
    before = blocks[:begin]
    headline = _headline(before)
    first = before.index(headline) if headline else max(0, begin - _HEADER)
    title, title_start = _title(before, headline)
    header = blocks[min(first, max(0, begin - _HEADER)) : begin]
    body = [block for block in blocks[begin:end] if _tells(block)]
    return DumpArticle(title, title_start, headline, tuple(header), tuple(body), tuple(blocks[end:]))


def _story(blocks: list[TextBlock]) -> tuple[int, int]:
    """Where the story begins and ends: the longest run of paragraphs, with at most two other lines between them."""
    best, best_length = (len(blocks), len(blocks)), 0
    begin = end = length = 0
    for index, block in enumerate(blocks):
        if block.tag == "li" or not is_paragraph(block.text):
            continue
        if length and index - end > 2:
            length = 0
        if not length:
            begin = index
        end, length = index + 1, length + len(block.text)
        if length > best_length:
            best, best_length = (begin, end), length
    return best


def _tells(block: TextBlock) -> bool:
    return is_paragraph(block.text) or block.tag in _HEADING_TAGS or len(block.text) >= 25


def _headline(before: list[TextBlock]) -> TextBlock | None:
    """The line before the story that is most like a headline."""
    near = before[-_HEADER:]
    for tag in ("h1", "h2"):
        marked = [block for block in near if block.tag == tag and is_headline_like(block.text)]
        if marked:
            return marked[-1] if tag == "h2" else marked[0]
    if any(block.tag == "h1" for block in before):
        return next(block for block in reversed(before) if block.tag == "h1")
    lines = [(index, block) for index, block in enumerate(near) if block.tag != "li" and is_headline_like(block.text)]
    folded = [fold(block.text) for _, block in lines]
    best, best_score = None, 0.0
    for place, (index, block) in enumerate(lines):
        score = _likeness(block.text, len(near) - index)
        # The title repeats the headline, alone or behind a machine's date or before the site's name.
        # A picture's text right before its caption does so too.
        if len(block.text) >= 20 and any(
            folded[place] in other
            for at, other in enumerate(folded)
            if at != place and (abs(lines[at][0] - index) > 1 or lines[min(at, place)][1] is before[0])
        ):
            score += 2.0
        if any(_dates_or_signs(other.text) for other in near[index + 1 : index + 5]):
            score += 1.0
        if score > best_score:
            best, best_score = block, score
    return best


def _likeness(text: str, distance: int) -> float:
    """How much a line looks like a headline: of a headline's length, no sentence, no caption, near the story."""
    length = display_width(text)
    score = 2.0 if 28 <= length <= 120 else 1.2 if 18 <= length <= 180 else 0.2
    if _SENTENCE_END.search(text) and not text.endswith(("?", "？", "!", "”", '"', "»")):
        score -= 0.8
    if CAPTION.search(text):
        score -= 1.5
    if text.count("|") or _CRUMBS.search(text) or (len(_WORD.findall(text)) < 3 and length < 24):
        score -= 1.0
    return score + (0.6 if distance <= 12 else 0.3 if distance <= 24 else 0.0)


def _dates_or_signs(text: str) -> bool:
    """Whether a line is a date or a byline."""
    return is_date(text) or _BYLINE.match(text) is not None


def is_headline_like(text: str) -> bool:
    """Whether a line of a dump may be a headline at all."""
    if not 8 <= len(text) <= 240 or _NO_HEADLINE.search(text) or is_date(text) or _BYLINE.match(text):
        return False
    return len(_WORD.findall(text)) >= 3 or len(text) >= 14


def is_date(text: str) -> bool:
    """Whether a line is hardly more than a date or a time."""
    if len(text) > 90 or not _DIGITS.match(text):
        return False
    return next(written_dates(text), None) is not None and _letters(text) <= 50


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _title(before: list[TextBlock], headline: TextBlock | None) -> tuple[TextBlock | None, int]:
    """The page's first line, when it is its title; and where in it the title begins, behind a machine's date."""
    if not before:
        return None, 0
    first = before[0]
    match = MACHINE_PREFIX.match(first.text)
    if headline is None or match or fold(headline.text) in fold(first.text):
        return first, match.end() if match else 0
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
    """Who signs: a line that begins with "By" in some language, or names alone beside the date under the headline."""
    around = _around(article)
    before = article.header[: len(article.header) - len(around)][::-1]
    for block in (*around, *article.body[:1], *before[:6]):
        if is_paragraph(block.text):
            continue
        begin = len(block.text) - len(_LABEL.sub("", block.text, count=1))
        lead = LEAD.match(block.text, begin) if may_lead(block.text[begin:]) else None
        if lead and (found := _signed(block, begin)):
            return found
    lines = [block for block in around if not is_paragraph(block.text)]
    for index, block in enumerate(lines):
        near = lines[max(0, index - 1) : index + 2]
        if block is not article.headline and len(block.text) <= 80 and not block.text.isupper():
            found = _signed(block, 0) if any(_has_date(other.text) for other in near) else None
            if found and all(" " in name for name in split_names(block.text)):
                return found
    return None


def _signed(block: TextBlock, start: int) -> Found | None:
    """The names in a block from ``start`` on, with the stretch from the first to the last."""
    names = split_names(block.text[start:])
    if not names:
        return None
    first = block.text.find(names[0], start)
    last = block.text.find(names[-1], max(first, start))
    end = last + len(names[-1])
    if min(first, last) < 0 or any(
        first < written.end and written.start < end for written in written_dates(block.text)
    ):
        return None  # "World Feb", of a section and a date
    return Found(", ".join(names), block.spot(first, end), "dump")


def _has_date(text: str) -> bool:
    return len(text) <= 120 and next(written_dates(text), None) is not None


def _published(article: DumpArticle) -> Found | None:
    """A date in a reader's form between headline and story; a machine's date does not count."""
    for block in _around(article):
        if block is article.headline or len(block.text) > 160 or is_paragraph(block.text):
            continue
        for written in written_dates(block.text):
            if not _MACHINE_DATE.fullmatch(block.text[written.start : written.end].strip()):
                return Found(written.moment.iso(), block.spot(written.start, written.end), "dump")
    return None
