# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Dates that stand for no date: the epoch, a type's minimum, a failed conversion."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where

_PUBLISHING = re.compile(
    r"(?i)publish|modif|updat|upload|creat|valid|datePosted|(?:^|[:._-])date|time$|pubdate|lastmod|expires"
)
_LIVES = re.compile(r"(?i)birth|death|founding|dissol|inLanguage|temporal|startDate|endDate|dateline|expires|through")
_DATED = re.compile(
    r"(?i)\b(?:date|time|published|pubdate|byline|meta|posted|updated|timestamp|datum|fecha|entry-date)\b"
)


def _machine(candidate: Candidate) -> Severity | None:
    """In JSON-LD, ``meta`` and ``datetime``: the epoch only where a publishing date is meant."""
    if candidate.where is Where.JSONLD and (_LIVES.search(candidate.name) or not _PUBLISHING.search(candidate.name)):
        return Severity.OFF
    if candidate.where is Where.META and not _PUBLISHING.search(candidate.name):
        return Severity.OFF
    if candidate.where is Where.META and _LIVES.search(candidate.name):
        return Severity.OFF
    return None


def _readable(candidate: Candidate) -> Severity | None:
    """In text: only as the whole of an element that holds a date, since history happened on such days too."""
    if not candidate.whole and len(candidate.value.strip()) > 40:
        return Severity.OFF
    element = candidate.element
    if element is None:
        return Severity.WARNING
    for node in (element, *list(element.ancestors)[:2]):
        if getattr(node, "tag", "") == "time" or _DATED.search(getattr(node, "attr", lambda _: "")("class") or ""):
            return Severity.ERROR if getattr(node, "tag", "") == "time" else Severity.WARNING
    return Severity.OFF


def _failed(candidate: Candidate) -> Severity | None:
    if candidate.where is Where.TEXT and len(candidate.value.strip()) > 60:
        return Severity.OFF
    if candidate.text == "Invalid date" and candidate.where is Where.TEXT and candidate.element is not None:
        return (
            Severity.ERROR
            if candidate.tag in {"time", "span", "div", "p", "li", "small"} and candidate.whole
            else Severity.WARNING
        )
    return None


#: A clock behind a day, with or without its zone.
_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_PLACES = Where.DATE | Where.JSONLD | Where.META | Where.TEXT


def _short(candidate: Candidate) -> Severity | None:
    """In a long text such a date is spoken of."""
    return Severity.OFF if candidate.where is Where.TEXT and len(candidate.value.strip()) > 40 else None


FAMILIES = (
    Family(
        id="minimum-date",
        rule="impossible-date",
        engines=(".NET", "Go"),
        example="0001-01-01T00:00:00Z",
        cause="an unset date was written out: its type's smallest value",
        fix="omit the field when it is unset: [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)], {{ with .Date }}…{{ end }}",
        cues=(
            r"0001-01-01",
            r"[./]01[./]0001",
            r"/1/0001",
            r" 0001\b",
        ),
        pattern=rf"(?<![\d-])0001-01-01{_CLOCK}(?!-?\d)"
        r"|(?<![\d./-])(?:0?1[./]0?1[./]0001|(?i:Jan(?:uary|uar|\.)?\.? 0?1(?:st)?,? 0001|0?1(?:er)?\.? (?:de )?(?:jan(?:uary|uar|vier|\.)?|enero|gennaio|janeiro) (?:de )?0001))(?!\d)",
        where=_PLACES,
        certain=_PLACES,
        at=Where.JSONLD,
        named="datePublished",
        judge=_short,
        more=("01/01/0001",),
    ),
    Family(
        id="zero-date",
        rule="impossible-date",
        engines=("MySQL", "PHP"),
        example="0000-00-00 00:00:00",
        cause="the database keeps an unset date as zeros, and PHP makes the last day of November of the year -1 of it",
        fix="keep unset dates as NULL, and print a date only when there is one: <?php if ($date) echo $date->format('c'); ?>",
        cues=(
            r"0000-0[01]-0[01]",
            r"-0001",
            r"00[./]00[./]0000",
        ),
        pattern=rf"(?<!\d)(?:-?(?:0000-00-00|0000-01-01|0001-11-30)|-0001-01-01){_CLOCK}(?!-?\d)"
        r"|(?<![\d./-])(?:0?0[./]0?0[./]0000|30[./]11[./]-0001|11/30/-0001|(?:30 )?November(?: 30,?)? -0001)(?!\d)",
        where=_PLACES,
        certain=_PLACES,
        at=Where.JSONLD,
        named="datePublished",
        judge=_short,
        more=(
            "0000-01-01T14:00+01:00",
            "30.11.-0001",
            "00.00.0000",
            "November 30, -0001",
            "-0001-11-30T00:00:00+00:00",
        ),
    ),
    Family(
        id="epoch-date",
        rule="impossible-date",
        engines=("JavaScript", "PHP", "Unix time"),
        example="1970-01-01T00:00:00+00:00",
        cause="an unset date was taken for zero seconds since 1970",
        fix="check the value before formatting: date ? date.toISOString() : null, and omit the field otherwise",
        cues=(r"1970-01-01", r"1969-12-31", r"1899-12-30"),
        pattern=r"(?<!\d)(?:1970-01-01|1969-12-31|1899-12-30)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
        where=Where.DATE | Where.JSONLD | Where.META,
        certain=Where.DATE | Where.JSONLD | Where.META,
        at=Where.JSONLD,
        named="dateModified",
        judge=_machine,
        more=("1969-12-31T19:00:00-05:00",),
    ),
    Family(
        id="epoch-date-in-words",
        rule="impossible-date",
        engines=("JavaScript", "PHP", "Unix time"),
        example="January 1, 1970",
        cause="an unset date was taken for zero seconds since 1970",
        fix="check the value before formatting it, and print no date when there is none",
        cues=(
            r"[ .,/]1970",
            r"[ .,/]1969",
            r"1970\xe5\xb9\xb4",
            r"1970-01-01",
        ),
        pattern=r"(?i)(?:(?<!\d)1970-01-01(?:[ T]\d\d:\d\d(?::\d\d)?)?|1970年0?1月0?1日|0?1\.? (?:januari|stycznia|Ocak|ledna|januára|januar|tammikuuta|января|січня|января|ιανουαρίου|يناير) 1970|Jan(?:uary|uar)?\.? 0?1(?:st)?,? 1970|Dec(?:ember)?\.? 31(?:st)?,? 1969|0?1(?:st|er)?\.? (?:de )?(?:jan(?:uary|uar|vier|\.)?|enero|gennaio|janeiro) (?:de )?1970|31\.? (?:de )?(?:dec(?:ember)?|dezember|décembre|diciembre|dicembre) (?:de )?1969|(?<!\d)0?1[./]0?1[./]1970|(?<!\d)(?:31[./]12|12[./]31)[./]1969)(?!\d)",
        where=Where.TEXT,
        named="time",
        judge=_readable,
        more=("1. Januar 1970", "12/31/1969", "01.01.1970", "1 stycznia 1970", "1 Ocak 1970", "1970年1月1日"),
    ),
    Family(
        id="zero-year",
        rule="impossible-date",
        engines=(".NET", "Go", "PHP"),
        example="© 0 Harbour Post",
        cause="the year of an unset date was written out: zero, or its type's first year",
        fix="write the current year from the clock of the server, or the year as it is in the imprint",
        cues=(r"(?:\xc2\xa9|&copy;|&#169;|opyright) ?0(?:00[01])?[ ,<]",),
        pattern=r"(?:©|[Cc]opyright)\s?(?P<leak>0(?:00[01])?)(?=\s*(?:[^\W\d]|,|\Z))",
        where=Where.TEXT,
        more=("Copyright 0001 Harbour Post", "©0, Harbour Post"),
        unlike=("© 0.5 mm", "© 2020 Harbour Post", "Copyright 007 Films"),
    ),
    Family(
        id="invalid-date",
        rule="impossible-date",
        engines=("JavaScript", "moment.js", "Luxon"),
        example="Invalid Date",
        cause="the date's text could not be read, and the failed conversion was printed",
        fix="parse ISO 8601 and check it: Number.isNaN(date.getTime()) ? '' : date.toLocaleDateString()",
        cues=(r"Invalid [Dd]ate(?:Time)?\b", r"NaN[-/.]NaN", r"NaN:NaN"),
        pattern=r"(?<![\w(])(?:Invalid [Dd]ate(?:Time)?(?!\w| (?:format|range|or|entered|for)\b)|NaN[-/.]NaN[-/.]NaN|NaN:NaN(?::NaN)?)",
        where=Where.READ | Where.DATE,
        judge=_failed,
        more=("Invalid date", "NaN/NaN/NaN", "NaN-NaN-NaN"),
    ),
)
