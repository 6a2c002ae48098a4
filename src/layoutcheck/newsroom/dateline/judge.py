"""Which drafts are datelines: each form must bring the evidence that its looks do not give.

The numbers behind this are in ``docs/decisions/0021-dateline-evidence.md``: capitals with a source in brackets are
right nine times of ten by form alone, mixed letters with a dash once in four.
"""

from __future__ import annotations

import re

from layoutcheck.newsroom.agency import SourceGrade, is_domain
from layoutcheck.newsroom.dateline.date import is_weekday, months_of, read_date
from layoutcheck.newsroom.dateline.draft import Draft
from layoutcheck.newsroom.place.place import Grade

#: A story goes on for at least this long behind a dateline that is known by little.
_STORY = 30
_OPENS = re.compile(r"\s*[\"“”„«»'‘’(\[¿¡-]*\s*(?:[^\W_])")
#: A small letter opens the text, behind quotation marks or not: there a sentence goes on.
_GOES_ON = re.compile(r"\s*[\"“„«'‘(]*[a-zß-öø-ÿа-яё]")
#: ``Milan - Inter 2-1``; ``Moscow. London. Paris.``: a match, a list.
_RIVAL = re.compile(r"\s*(?:[A-ZÀ-Þ][\w.'’-]*\s?){1,3}(?:\d{1,2}\s?[-–:x]\s?\d{1,2}\b|:)")
_NEXT_NAME = re.compile(r"\s*[^\W\d_][\w'’-]+[.!]\s")
#: Where a place and a full stop open local stories.
_STOP_LANGUAGES = frozenset("de es pt it ru uk gu hi bn ta te kn ml mr pa or el kk uz ky az be bg sr".split())


_GLUED = re.compile(r"\w\(")
#: Languages whose nouns have capitals: there ``Kosten:`` is no sign of a name.
_NOUNS = frozenset({"de", "lb"})


def accepts(draft: Draft, text: str, language: str, own_line: bool) -> bool:
    """Whether the evidence for ``draft`` is enough."""
    if draft.certain:
        return True
    kind = draft.separator_kind
    if draft.place is not None:
        if kind == "comma" and not own_line and not _has_caseless_source(draft, text):
            return False
        if own_line:
            return _own_line(draft, text)
        return _with_source(draft, text) if draft.source else _without_source(draft, text, language)
    if draft.source is not None:
        return _source_only(draft, text, own_line)
    return _date_only(draft, text) and not own_line


def _has_caseless_source(draft: Draft, text: str) -> bool:
    return draft.source is not None and draft.place_form == "caseless"


def _with_source(draft: Draft, text: str) -> bool:
    known = draft.place_grade >= Grade.COUNTRY
    grade, kind = draft.source_grade, draft.separator_kind
    strong = kind in ("dash", "lost")
    if draft.source_first and not draft.source_bracketed:
        return known and (strong or kind in ("colon", "bar", "stop", "comma"))
    if not draft.source_bracketed:  # "Kyodo -", "AAP -", "РИА Новости."
        shaped = draft.place_form == "caps" and kind != "colon"
        return (known or draft.date is not None or shaped) and kind not in ("none", "comma")
    if kind == "none" and draft.date is None and _GOES_ON.match(text, draft.end):
        return False  # "Georgia (AP) classes"
    if grade is SourceGrade.KNOWN:
        return known or strong or draft.date is not None or kind in ("stop", "colon") or draft.place_form == "caps"
    if grade is SourceGrade.LIKELY:
        return (known and kind != "comma") or (draft.place_form == "caps" and strong)
    return draft.place_grade >= Grade.SHARED and (strong or kind in ("stop", "colon") or draft.date is not None)


def _without_source(draft: Draft, text: str, language: str) -> bool:
    grade, form, kind = draft.place_grade, draft.place_form, draft.separator_kind
    if grade < Grade.SHAPED or kind in ("none", "comma"):
        return False
    rest = text[draft.end :]
    if len(rest.strip()) < _STORY or not _OPENS.match(rest):
        return False
    if draft.date is not None:
        return grade >= Grade.COUNTRY and not _is_only_weekday(draft, text)
    if grade is Grade.GIVEN:
        return True
    if (form == "mixed" and _GOES_ON.match(rest)) or _is_match(draft, text):
        return False
    if kind in ("dash", "lost"):
        if form == "caps" or draft.separator.startswith("."):  # "Santiago.-", as only the Spanish press writes
            return grade >= Grade.SHARED
        return grade >= Grade.LIKELY and (grade is not Grade.VILLAGE or _length(draft) > 4)
    if kind == "colon":
        return grade >= Grade.VILLAGE if form != "mixed" else grade is Grade.CITY and language[:2].lower() not in _NOUNS
    if kind == "stop":
        if _NEXT_NAME.match(rest):
            return False
        if form == "caps":
            return grade >= Grade.VILLAGE
        if form == "caseless" or not language or language[:2].lower() in _STOP_LANGUAGES:
            return grade >= Grade.VILLAGE
        return grade is Grade.CITY
    if kind == "paren":
        return grade is Grade.CITY or (grade >= Grade.SHARED and language[:2].lower() == "fr")
    return grade >= Grade.VILLAGE  # a bar or a middle dot


def _is_match(draft: Draft, text: str) -> bool:
    """Whether two clubs play: ``Nice - Lyon :``, ``Milan - Inter 2-1``."""
    a, b = draft.place or (0, 0)
    return " - " in text[a:b] or (draft.separator_kind == "dash" and _RIVAL.match(text, draft.end) is not None)


def _length(draft: Draft) -> int:
    a, b = draft.place or (0, 0)
    return b - a


def _is_only_weekday(draft: Draft, text: str) -> bool:
    a, b = draft.date or (0, 0)
    return is_weekday(text[a:b]) and draft.place_form != "caps"


def _own_line(draft: Draft, text: str) -> bool:
    if draft.source or draft.date:
        return draft.place_grade >= Grade.COUNTRY
    if (_length(draft) < 4 and draft.place_form == "mixed") or text.rstrip().endswith(","):
        return False  # a label, a salutation
    if draft.place is not None and draft.place_form != "caseless" and _GLUED.search(text[slice(*draft.place)]):
        return False  # another magazine's edition: "QUAYSIDE(US)"
    return draft.place_grade >= (Grade.LIKELY if draft.place_form == "mixed" else Grade.SHARED)


def _source_only(draft: Draft, text: str, own_line: bool) -> bool:
    kind, grade = draft.separator_kind, draft.source_grade
    if own_line:
        return grade is SourceGrade.KNOWN
    a, b = draft.source or (0, 0)
    rest = text[draft.end :]
    if len(rest.strip()) < _STORY or not _OPENS.match(rest):
        return False
    if draft.source_bracketed:
        if grade is SourceGrade.KNOWN:
            return kind in ("dash", "none", "stop", "colon", "lost")
        return kind in ("dash", "stop") and (grade is SourceGrade.LIKELY or len(text[a:b].split()) <= 3)
    if kind in ("dash", "lost", "bar"):
        return grade is SourceGrade.KNOWN
    return kind == "colon" and grade is SourceGrade.KNOWN and is_domain(text[a:b])


def _date_only(draft: Draft, text: str) -> bool:
    """A day before a dash; a month with a year is a heading in a chronicle, a weekday an event."""
    if draft.date is None or draft.separator_kind != "dash":
        return False
    rest = text[draft.end :]
    if len(rest.strip()) < _STORY or not re.match(r"\s*[\"“„«'‘(]*[^\W\d_]", rest) or _GOES_ON.match(rest):
        return False
    first = re.match(r"\s*(\w+)", rest)
    if first and (months_of(first[1]) or is_weekday(first[1])):
        return False
    read = read_date(text[slice(*draft.date)])
    return read is not None and read.day is not None and not draft.glued
