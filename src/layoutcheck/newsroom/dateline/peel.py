"""What stands around a dateline's place: bylines and a source before it, source and date behind it."""

from __future__ import annotations

import re
from itertools import islice

from layoutcheck.newsroom.agency import (
    SourceGrade,
    grade_source,
    is_bare_source,
    is_domain,
    may_begin_source,
    may_end_source,
)
from layoutcheck.newsroom.dateline.date import date_start
from layoutcheck.newsroom.dateline.draft import Draft, Span
from layoutcheck.newsroom.place.region import is_region

#: ``(AP)``, ``/SRNA/``, and ``2026/APO Group/``, whose first slash stands directly behind the date.
_BRACKET = re.compile(
    r"[(\[]\s?([^()\[\]]{2,60}?)\s?[)\]]$|(?:(?<![\w/])/\s?|(?<=\w)/\s|(?<=\d)/(?=[^\W\d_]))([^/()]{2,30}?)\s?/$"
)
_OPENING = re.compile(r"[(\[]\s?([^()\[\]]{2,60}?)\s?[)\]]|/([^/()]{2,30}?)/")
_BY = re.compile(r"(?:reporting from|from|desde|do|da|de|dal|em|en|in|aus|à|from our)\s+", re.IGNORECASE)
_WRITER_BRACKET = re.compile(r"(?:di|by|por|von|par)\s", re.IGNORECASE)
_IN = re.compile(r"(?:em|en|in|à|a|from)\s+", re.IGNORECASE)
_LAST_REGION = re.compile(r",\s*([^,]{1,12})$")
_SOURCE_WORD, _FIRST_WORD = re.compile(r"[^\s,|]+"), re.compile(r"[^\s,|:]+")
#: Words before a date: ``Paris, le 3 mars``, ``دبي في 3 مارس``.
_ON = (" le ", " في ")
_JOINT = " ,-–—:.|/·•"


def bare(text: str, start: int, end: int) -> Span:
    """The stretch without the joints at its ends."""
    while start < end and text[start] in _JOINT:
        start += 1
    while end > start and text[end - 1] in " ,-–—:|/·•":
        end -= 1
    return start, end


def peel_begin(text: str, start: int, stop: int, draft: Draft, sources: frozenset[str], own_line: bool) -> int:
    """Take bylines and a source off the beginning; returns where what is left begins."""
    at = start
    if own_line:
        match = _BY.match(text, at, stop)
        at = match.end() if match else at
    for _ in range(2):
        opening = _OPENING.match(text, at, stop) if text.startswith(("(", "[", "/"), at) else None
        if opening is None:
            break
        a, b = opening.span(1 if opening[1] is not None else 2)
        if _WRITER_BRACKET.match(text[a:b]):
            draft.problems.append("desk-mark")
        elif draft.source is None:
            grade = grade_source(text[a:b], sources)
            if grade < SourceGrade.LIKELY:
                break
            draft.source, draft.source_grade, draft.source_bracketed = (a, b), grade, True
            draft.source_first = True
        else:
            break
        at = _skip_joint(text, opening.end(), stop)
    if draft.source is None:
        at = _take_first_source(text, at, stop, draft, sources)
        if own_line and draft.source:
            match = _IN.match(text, at, stop)
            at = match.end() if match else at
    return at


def peel_end(text: str, start: int, end: int, draft: Draft, sources: frozenset[str]) -> int:
    """Take source and date off the end, in whichever order they stand; returns where what is left ends."""
    stop = end
    for _ in range(3):
        while stop > start and text[stop - 1] in " ,-–—:|.·" and not _closes_abbreviation(text, start, stop):
            stop -= 1
        taken = _take_bracket(text, start, stop, draft, sources)
        if taken is None and draft.date is None:
            begin = date_start(text, start, stop)
            if begin is not None and (begin == start or text[begin - 1] in " ,.-–—(|/"):
                draft.date, taken = (begin, stop), begin
                taken -= next((len(word) for word in _ON if text.endswith(word, start, begin)), 0)
        if taken is None and draft.source is None:
            taken = _take_bare_source(text, start, stop, draft, sources)
        if taken is None:
            break
        stop = taken
    return stop


def _closes_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the full stop before ``stop`` belongs to an abbreviated state: ``Calif.``, ``N.Y.``."""
    if text[stop - 1] != ".":
        return False
    word = _LAST_REGION.search(text[start:stop])
    return bool(word and is_region(word[1]))


def _take_bracket(text: str, start: int, stop: int, draft: Draft, sources: frozenset[str]) -> int | None:
    match = _BRACKET.search(text, start, stop) if text[start:stop].endswith((")", "]", "/")) else None
    if match is None or match.end() != stop:
        return None
    group = 1 if match[1] is not None else 2
    a, b = match.span(group)
    dated = date_start(text, a, b) if draft.date is None else None
    if dated == a:
        draft.date = (a, b)
        return match.start()
    grade = grade_source(text[a:b], sources)
    outside = match.start() > start
    if outside and grade < SourceGrade.KNOWN and is_region(text[a:b]):
        return None  # a region: it belongs to the place
    if draft.source is not None:
        return None
    if dated is not None:
        draft.date, b = (dated, b), bare(text, a, dated)[1]
        grade = max(grade_source(text[a:b], sources), SourceGrade.PLAIN)
    if grade is SourceGrade.NONE:
        return None
    draft.source, draft.source_grade, draft.source_bracketed = (a, b), grade, True
    return match.start()


def _take_bare_source(text: str, start: int, stop: int, draft: Draft, sources: frozenset[str]) -> int | None:
    """A known source without brackets: the longest one of up to four words."""
    begins = [match.start() for match in _SOURCE_WORD.finditer(text, start, stop)][-4:]
    if begins and not sources and not may_end_source(text[begins[-1] : stop]):
        return None
    for begin in begins:
        if is_bare_source(text[begin:stop], sources):
            draft.source, draft.source_grade = (begin, stop), SourceGrade.KNOWN
            return begin
    return None


def _take_first_source(text: str, at: int, stop: int, draft: Draft, sources: frozenset[str]) -> int:
    ends = [match.end() for match in islice(_FIRST_WORD.finditer(text, at, stop), 4)]
    if ends and not sources and not may_begin_source(text[at : ends[0]]):
        return at
    for end in reversed(ends):
        if end < stop and is_bare_source(text[at:end], sources):
            joint = _skip_joint(text, end, stop)
            # Without comma or dash only a lower-case agency code or a domain may stand before a place.
            if text[end : end + 1] == " " and text[end:joint].isspace():
                word = text[at:end]
                if not (word.islower() or is_domain(word)):
                    continue
            draft.source, draft.source_grade, draft.source_first = (at, end), SourceGrade.KNOWN, True
            return joint
    return at


def _skip_joint(text: str, at: int, stop: int) -> int:
    while at < stop and text[at] in _JOINT:
        at += 1
    return at
