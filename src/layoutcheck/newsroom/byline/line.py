"""Bylines in the header's lines: those that say "By", and bare names by their link, the date or the agency's style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.agency import is_bare_source
from layoutcheck.newsroom.article.header import OWN_ROW, Header, Line, marks_of
from layoutcheck.newsroom.byline import east_asia
from layoutcheck.newsroom.byline.candidate import AGENCY, BY_THE_DATE, Candidate
from layoutcheck.newsroom.byline.marked import LONGEST_MARKED
from layoutcheck.newsroom.byline.names import (
    AND,
    INSIDE,
    LEAD,
    LEAD_ALONE,
    fold,
    is_desk,
    is_full_name,
    is_pen_name,
    may_lead,
    split_names,
    unique,
)  # fmt: skip
from layoutcheck.newsroom.byline.place import LONGEST_BLOCK, PROFILE, stands_alone, stands_elsewhere
from layoutcheck.newsroom.date.dates import has_digit, may_hold_date, written_dates
from layoutcheck.newsroom.found import Later
from layoutcheck.newsroom.place.gazetteer import PlaceKind, lookup
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.parse.block import single_spaced

#: What stands before every name within a line, looked for in small letters: most lines have nothing of it.
_PERHAPS_INSIDE = re.compile(r"by\b|von\b|par\b|por\b|\| |· |• ")
_SAYS_BY = re.compile(r"von|by|par|por", re.IGNORECASE)
#: Words that are no names, by how they end, and three words of which none is short: a list of topics.
_THING = re.compile(
    r"(?:\w{3}(?:ungen|schaft|heit|keit|tionen?)|\b\w*(?:nachrichten|produkte))\b|"
    r"^[^\W\d_]{5,} [^\W\d_]{5,} [^\W\d_]{5,}|^the ",
    re.IGNORECASE,
)
#: Where a bare name is that of another story, or of what its table tells.
_NO_PLACE = "h1, h2, h3, h4, h5, h6, dt, dd"
_FIELD = re.compile(r"(?:author|autor|auteur|autore|verfasser)\w{0,2}\s*:?$", re.IGNORECASE)
_RIGHTS = re.compile(r"©|copyright|all rights", re.IGNORECASE)
_BAR = re.compile(r"^[\s,|│｜·•–—\-/:]+|[\s,|│｜·•–—\-/:]+$")
#: What looks like an agency and stands in headers for other reasons.
_NO_AGENCY = frozenset(("RSS", "PC", "APP", "NA", "red", "Agencies", "Online", "Beta"))


def read_spoken(header: Header) -> Iterator[Candidate]:
    """Lines that say ``By …`` in one of the press's languages."""
    lines = header.lines
    for index, line in enumerate(lines):
        said = line.said
        if line.aside:
            continue
        if not said.isascii() and (signed := _read_reporters(line)) is not None:
            yield signed
            continue
        if len(said) > LONGEST_BLOCK:
            continue
        leads, inside = may_lead(said), _PERHAPS_INSIDE.search(said.lower()) is not None
        if not leads and not inside:
            continue
        if leads and LEAD_ALONE.match(said) and index + 1 < len(lines):
            names, last = _joined(lines, index + 1, led=True)
            named = lines[index + 1].author is not None or _FIELD.match(said)
            if not names and named and is_pen_name(lines[index + 1].said) and not may_hold_date(lines[index + 1].said):
                names = (lines[index + 1].said,)
            if names and not stands_elsewhere(line.text.parent, header, near=True):
                sure = 1.5 if is_desk(names[0]) else 3.6 if line.after else 3.2
                yield Candidate(names, _stretch(lines[index + 1].text, last.text), "by …", sure)
            continue
        lead = LEAD.match(said) if leads else None
        match = lead or (INSIDE.search(said) if inside else None)
        if match is None or _RIGHTS.search(said):
            continue
        names, last = _joined(lines, index, match.end(), led=match.start() == 0)
        if not names or not (_is_name_like(names) or _is_pen_name_by_date(names, line, match)):
            continue
        weak = lead is None and _SAYS_BY.search(match[0]) is None
        if (
            (weak and not (is_somebody(names) and _is_date(line)))
            or _goes_on(line)
            or stands_elsewhere(line.text.parent, header, near=True)
        ):
            continue
        start = max(line.text.data.find(names[0].split()[0]), 0)
        sure = 1.2 if weak else 1.5 if is_desk(names[0]) else 3.3 if line.after else 2.8
        yield Candidate(names, _stretch(line.text, last.text, start), "by …", sure)


def _read_reporters(line: Line) -> Candidate | None:
    """The reporters whom a line in East Asia's letters names by their trade."""
    names = east_asia.reporters(line.said, may_open=line.after)
    if not names:
        return None
    start = line.text.data.find(names[0]) if len(line.said) > LONGEST_BLOCK else -1
    return Candidate(names, _stretch(line.text, line.text, start), "by …", 3.3 if line.after else 2.8)


def _goes_on(line: Line) -> bool:
    """Whether a line that begins with a small letter goes on with the sentence of a paragraph."""
    return line.said[0].islower() and not stands_alone(line)


def _stretch(first: Text, last: Text, start: int = -1) -> Spot:
    """The spot from one text to another, without the white space around it."""
    begin = len(first.data) - len(first.data.lstrip()) if start < 0 else start
    end = len(last.data.rstrip())
    return Spot(first, None, begin, end) if first == last else Spot(first, None, begin, until=Spot(last, None, 0, end))


def read_bare(header: Header) -> Iterator[Candidate]:
    """Lines that are a name: linked to an author's page, or right beside the date."""
    lines = header.lines
    dated = {index for index, line in enumerate(lines) if line.after and not line.aside and _is_date(line)}
    linked: Candidate | None = None
    at = 0
    for index, line in enumerate(lines):
        if linked is not None and index - at > 3:
            break
        said = line.said
        if line.aside or not 4 <= len(said) <= 60 or _is_read(line):
            continue
        if index in dated:
            if line.after and (beside := _beside_date(line)) and not stands_elsewhere(line.text.parent, header):
                yield beside
            continue
        near_date = line.after and not dated.isdisjoint((index - 1, index, index + 1, index + 2))
        word = " " not in said
        if said[0].islower() or has_digit(said) or (word and not near_date):
            continue
        parent = line.text.parent
        link = _profile_link(parent)
        if (not near_date or word) and (link is None or (word and not _is_own_row(link))):
            continue
        names = split_names(said)
        full = any(" " in name for name in names) or (names and word)
        if not full or len(names[0]) * 2 < len(said):
            continue
        if link is not None:
            if stands_elsewhere(link, header, near=True) or _is_in_sentence(link):
                continue
            if linked is None:
                linked = Candidate(names, Later(spot_of, (link,)), "link to the author", 3.0 if line.after else 2.4)
            else:
                linked = Candidate(unique([*linked.names, *names]), linked.at, linked.source, linked.sure)
            at = index
        elif (
            is_somebody(names)
            and not _is_in_headline(said, header)
            and ":" not in said
            and not (isinstance(parent, Element) and parent.closest(_NO_PLACE) is not None)
            and stands_alone(line)
            and not stands_elsewhere(parent, header)
        ):
            yield Candidate(names, _stretch(line.text, line.text), BY_THE_DATE, 1.6)
    if linked is not None:
        yield linked


def _is_own_row(link: Element) -> bool:
    """Whether a link stands in the row of facts about the article: a single word there is somebody's pen name."""
    holder = link.closest('[class*="-meta"], [class*="_meta"]')
    return holder is not None and OWN_ROW.search(marks_of(holder)) is not None


def _is_in_headline(name: str, header: Header) -> bool:
    """Whether the headline says a bare name too: then it is whom or what the story is about."""
    return header.headline is not None and fold(name) in fold(text_of(header.headline))


def _is_in_sentence(link: Element) -> bool:
    """Whether a link stands in a paragraph of running text: there it leads to somebody whom the story speaks of."""
    paragraph = link.closest("p")
    return paragraph is not None and len(paragraph.text) > LONGEST_BLOCK


def _profile_link(node: object) -> Element | None:
    """The link around a text, when it leads to somebody's page."""
    link = node.closest("a[href]") if isinstance(node, Element) else None
    return link if link is not None and PROFILE.search(link.attr("href") or "") else None


def _is_read(line: Line) -> bool:
    """Whether a line belongs to an element that was read as a byline as a whole."""
    return line.author is not None and len(line.author.text) <= LONGEST_MARKED


def _beside_date(line: Line) -> Candidate | None:
    """A name and a date in one line, and nothing else: ``Jo Moe, 3 May 2023``."""
    if not stands_alone(line):
        return None
    data = line.text.data
    date = next(written_dates(data), None)
    if date is None:
        return None
    if data[: date.start].rstrip().endswith(":"):
        return None  # what the date is of
    before, after = _BAR.sub("", data[: date.start]), _BAR.sub("", data[date.end :])
    if bool(before) == bool(after):
        return None
    said = before or after
    names = split_names(said)
    if len(names) != 1 or names[0] != single_spaced(said) or not is_somebody(names):
        return None
    start = data.find(said)
    return Candidate(names, Spot(line.text, None, start, start + len(said)), BY_THE_DATE, 1.7)


def read_agency(header: Header) -> Iterator[Candidate]:
    """A line behind the headline that is an agency's name and nothing else."""
    for line in header.lines:
        said = line.said
        if not line.after or line.aside or len(said) > 20 or not said.isalpha() or said in _NO_AGENCY:
            continue
        if is_bare_source(said) and stands_alone(line):
            yield Candidate((said,), _stretch(line.text, line.text), AGENCY, 1.3)
            return


def is_somebody(names: tuple[str, ...]) -> bool:
    """Whether names with nothing to mark them are people's, not those of places."""
    return (
        is_full_name(names)
        and not any(":" in name for name in names)
        and not any(_THING.search(name) for name in names)
        and all(lookup(name) == PlaceKind.NONE for name in names)
    )


def _is_date(line: Line) -> bool:
    return len(line.said) <= 60 and next(written_dates(line.said), None) is not None


def _joined(lines: list[Line], index: int, start: int = 0, *, led: bool = False) -> tuple[tuple[str, ...], Line]:
    """The names from a line on, over the lines that a comma or "and" joins to it."""
    said, last = lines[index].said[start:], lines[index]
    for line in lines[index + 1 : index + 12]:
        bare = line.said.strip()
        joins = AND.fullmatch(f" {bare} ") is not None or bare.startswith((",", "and ", "und ", "& "))
        open_end = re.search(r"(?:,|&|\band|\bund|\bet|\by)\s*$", said) is not None
        if not joins and not open_end:
            break
        if open_end and not joins and not split_names(bare):
            break
        said, last = f"{said} {bare}", line
    return split_names(said, led=led), last


def _is_pen_name_by_date(names: tuple[str, ...], line: Line, match: re.Match[str]) -> bool:
    """Whether a line is a date and one pen name with a "By": ``3 May 2023 by quaywalker``."""
    return (
        match.start() > 0
        and line.said[match.end() :] == names[0]
        and _SAYS_BY.search(match[0]) is not None
        and _is_date(line)
    )


def _is_name_like(names: tuple[str, ...]) -> bool:
    if any(name[0].islower() for name in names):
        return False
    words = [len(name.split()) for name in names]
    return max(words) <= 5 and (len(words) == 1 or max(words) > 1 or not names[0].isascii())
