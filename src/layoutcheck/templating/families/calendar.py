# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Dates that no calendar has, patterns that no date was put into, and times reckoned from nothing."""

from __future__ import annotations

import re

from turbohtml import Element

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.slot import is_frame

_DATED = re.compile(
    r"(?i)\b(?:date|time|published|pubdate|byline|dateline|meta|posted|updated|timestamp|datum|fecha|entry-date)\b"
)
_FORM = frozenset("form label fieldset legend option button th td dt code pre".split())
#: What forms call the places of their hints.
_HINT = re.compile(r"(?i)form|field|input|hint|help|label|picker|calendar")
#: What a line says of the date that it holds.
_LABEL = rare(
    r"(?i)(?:publi|post|updat|modif|edit|last|zuletzt|veröffentl|aktualis|mis |actualiz|aggiorn|date|datum|stand|fecha)"
    r"[^\W\d]*(?: (?:on|at|am|le|el|il|à|jour|date|updated|modified|geändert|aktualisiert))*\s*[:|–—-]?"
)
#: Patterns as readers are told to type a date, with lower-case months or in the letters of their language.
_TYPED = re.compile(r"(?i:jjjj|aaaa)|(?<![Hh].)mm[./-]|\bd[./]m[./]Y")
#: Patterns of PHP, as handbooks of WordPress quote them.
_PHP = re.compile(r"[ldjFMm./, ]+Y")
#: Properties of JSON-LD for the dates of a publication.
_PROPERTY = re.compile(r"^date|^upload")
_NUMBERED = r"(?:second|sec|minute|min|hour|hr|day|week|month|year)s?"


def _is_dated(candidate: Candidate) -> bool:
    """Whether the element or one of the two around it is one of dates; so it may be while it is not known."""
    element = candidate.element
    if element is None:
        return True
    return any(
        getattr(node, "tag", "") == "time" or _DATED.search(getattr(node, "attr", lambda _: "")("class") or "")
        for node in (element, *list(element.ancestors)[:2])
    )


def _is_line(candidate: Candidate) -> bool:
    """Whether it is all that its text says, a label such as "Published" aside."""
    return candidate.whole or (
        len(candidate.value.strip()) <= 60
        and not candidate.after.strip()
        and _LABEL.fullmatch(candidate.value[: candidate.match.start()].strip()) is not None
    )


def _shown(candidate: Candidate) -> Severity | None:
    """In text: as the line of an element that holds dates, since stories and hints for forms write such things too."""
    if candidate.where is not Where.TEXT:
        return None
    if not _is_line(candidate):
        return Severity.OFF
    if _is_dated(candidate):
        return Severity.ERROR
    return Severity.WARNING if not candidate.whole else Severity.OFF


def _published(candidate: Candidate) -> Severity | None:
    """The same, and in JSON-LD as all that a date's property says: elsewhere such numbers are shelf marks."""
    if candidate.where is Where.JSONLD and not (candidate.whole and _PROPERTY.search(candidate.name)):
        return Severity.OFF
    return _shown(candidate)


def _pattern(candidate: Candidate) -> Severity | None:
    """The same; in forms, and in capitals where no element of dates stands around it, it is a hint."""
    if candidate.where is not Where.TEXT:
        quoted = not candidate.whole and (_TYPED.search(candidate.text) or _PHP.fullmatch(candidate.text))
        return Severity.OFF if quoted and candidate.where is not Where.DATE else None
    if not _is_line(candidate):
        return Severity.OFF
    element = candidate.element
    for node in (element, *list(element.ancestors)[:4]) if element is not None else ():
        if isinstance(node, Element) and is_frame(node):
            break
        if getattr(node, "tag", "") in _FORM or _HINT.search(getattr(node, "attr", lambda _: "")("class") or ""):
            return Severity.OFF
    if _is_dated(candidate):
        return Severity.ERROR
    return Severity.OFF if candidate.text.isupper() or _TYPED.search(candidate.text) else Severity.WARNING


def _ago(candidate: Candidate) -> Severity | None:
    return Severity.OFF if len(candidate.value.strip()) > 60 else None


def _of_nothing(candidate: Candidate) -> Severity | None:
    """An archive has stories that are fifty years old: there the words before it have to speak of the page's date."""
    if not _is_line(candidate) or (candidate.whole and not (candidate.text[:2] == "20" and _is_dated(candidate))):
        return Severity.OFF
    return None


_MONTHS_OF_30 = r"(?:Apr(?:il)?|June?|Sept?(?:ember)?|Nov(?:ember)?|Juni|avril|juin|septembre|novembre|abril|junio|septiembre|noviembre|aprile|giugno|settembre|junho|setembro|novembro)"
_FEBRUARY = r"(?:Feb(?:ruary|ruar|\.)?|février|febrero|febbraio|fevereiro|februari)"

FAMILIES = (
    Family(
        id="no-such-day",
        rule="impossible-date",
        engines=("own code",),
        example="31 February 2026",
        cause="a date was put together from numbers, and no calendar was asked",
        fix="make the date by a library (datetime.date, LocalDate.of, checkdate()), which refuses such a day",
        cues=(
            r"-02-3[01]",
            r"-0[469]-31",
            r"-11-31",
            r"3[01](?:st|th)?\.? (?:de )?[Ff](?:e|\xc3\xa9)",
            r"31(?:st)?\.? (?:de )?(?:[Aa][pvb]r|[Jj]u[in]|[Ss]e[pt]|[Nn]ov|[Gg]iu)",
            r"[Ff]eb(?:ruary|\.)? 3[01]",
            r"(?:[Aa]pr(?:il)?|[Jj]une?|[Ss]ept?(?:ember)?|[Nn]ov(?:ember)?)\.? 31",
        ),
        pattern=rf"(?<!\d)(?:19|20)\d\d-(?:02-3[01]|(?:0[469]|11)-31)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!-?\d)"
        rf"|(?<![\d.,/-])(?i:3[01](?:st|th)?\.? (?:de )?{_FEBRUARY}|31(?:st)?\.? (?:de )?{_MONTHS_OF_30}\.?),? (?:de )?(?:19|20)\d\d(?!\d)"
        rf"|\b(?i:Feb(?:ruary|\.)? 3[01](?:st|th)?|(?:Apr(?:il)?|June?|Sept?(?:ember)?|Nov(?:ember)?)\.? 31(?:st)?),? (?:19|20)\d\d(?!\d)",
        where=Where.TEXT | Where.DATE | Where.JSONLD | Where.META,
        certain=Where.DATE | Where.JSONLD,
        named="time",
        judge=_shown,
        more=("February 30, 2026", "31 avril 2026", "31. Juni 2026", "June 31st, 2025", "2026-02-31"),
        unlike=("2026-02-28", "31 January 2026", "June 3, 1999", "28 February 2026"),
    ),
    Family(
        id="no-such-day-in-numbers",
        rule="impossible-date",
        engines=("own code",),
        example="2025-13-45",
        cause="a date was put together from numbers, and no calendar was asked",
        fix="make the date by a library (datetime.date, LocalDate.of, checkdate()), which refuses such a day",
        cues=(
            r"20[0-9][0-9]-(?:1[3-9]|[2-9][0-9]|00)-[0-9]",
            r"20[0-9][0-9]-[01][0-9]-(?:3[2-9]|[4-9][0-9]|00)",
            r"31[./](?:0?[2469]|11)[./]",
            r"30[./]0?2[./]",
            r"/3[01]/(?:19|20)",
            r"(?:[2469]|11)\xe6\x9c\x8831",
            r"2\xe6\x9c\x8830",
            r"00\xe6\x9c\x88",
            r"31 \xd0(?:\xb0\xd0\xbf|\xb8\xd1\x8e\xd0\xbd|\xbd\xd0\xbe)",
            r"31 \xd1\x81\xd0\xb5",
            r"3[01] \xd1\x84",
        ),
        pattern=r"(?<![\w./-])(?:20\d\d-(?:(?:1[3-9]|[2-9]\d|00)-\d\d|(?:0[1-9]|1[0-2])-(?:3[2-9]|[4-9]\d|00))"
        r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
        r"|(?:31(?:\.(?:0?[2469]|11)\.|/(?:0?[2469]|11)/)|30(?:\.0?2\.|/0?2/)|(?:0?[469]|11)/31/|0?2/3[01]/)(?:19|20)\d\d"
        r"|(?:31 (?:апреля|июня|сентября|ноября|февраля)|30 февраля),? (?:19|20)\d\d"
        r"|\d{4}年\s?(?:(?:0?[2469]|11)月\s?31|0?2月\s?30|00月\s?\d\d)日)(?![\w/]|-\d|\.\d)",
        where=Where.TEXT | Where.DATE | Where.JSONLD,
        certain=Where.DATE | Where.JSONLD,
        named="time",
        judge=_published,
        more=(
            "31.11.2025",
            "31/09/2025",
            "02/30/2026",
            "2025-00-00",
            "2025-02-45T10:00:00Z",
            "31 ноября 2025",
            "2025年11月31日",
            "0000年00月00日",
        ),
        unlike=("2025-12-31", "31.12.2025", "10/31/2025", "2025年10月31日", "31 октября 2025", "2019-20-1"),
    ),
    Family(
        id="date-pattern",
        rule="impossible-date",
        engines=(".NET", "Java", "JavaScript"),
        tongues=(("%", ("Python", "PHP", "Ruby")), (r"[jFm][., /]+Y$", ("PHP",))),
        example="dd MMMM yyyy",
        cause="the pattern was printed instead of the date that it formats: the value was missing, or the two arguments stood the wrong way round",
        fix='format the date: date.ToString("dd MMMM yyyy"), format(date, "dd MMMM yyyy"), {{ date | date("d F Y") }}, date.strftime("%d %B %Y")',
        cues=(
            r"[Yy]{4}",
            r"%[dbBmeY][ /.,-]",
            r"%Y",
            r"MMM? [Dd]",
            r"\bTT\.MM\.J",
            r"mm[./]aaa",
            r"[FM] j, Y",
            r"j\.? F Y",
            r"d[./]m[./]Y",
        ),
        pattern=r"(?<![\w%{$])(?:"
        r"(?:(?:EEEE?|dddd?|E),? )?(?:dd?|DD?|Do)(?:[ ./-]|\. )MM{1,3}(?:[ ./-]|, )(?:yyyy|YYYY)|(?:(?:EEEE?|dddd?),? )?MM{2,3} (?:dd?|DD?|Do),? (?:yyyy|YYYY)"
        r"|(?:yyyy|YYYY)[-/.]MM[-/.](?:dd|DD)"
        r"|%[-#]?[de][ /.-]%[bBm][ /.,-]{1,2}%[Yy]|%[bB] %[-#]?[de],? %Y|%Y-%m-%d|%d[./]%m[./]%Y"
        r"|(?:dd[./-]mm[./-]yyyy|mm/dd/yyyy|TT\.MM\.JJJJ|(?:jj|dd|gg)[./]mm[./]aaaa|(?:YYYY|yyyy)年MM月(?:DD|dd)日)"
        r"|(?:[lD], )?(?:[FM] j, Y|j\.? F Y)|d[./]m[./]Y)"
        r"(?:(?:[ ,T']{1,3}|,? (?:at|um|à|'at') )(?:HH?|hh?|%H|%I)[:.](?:mm|%M)(?:[:.](?:ss|%S))?(?: (?:a|A|tt|%p))?)?(?![\w%}])",
        where=Where.TEXT | Where.DATE | Where.JSONLD | Where.META,
        certain=Where.DATE | Where.JSONLD,
        named="time",
        judge=_pattern,
        more=(
            "%d %B %Y",
            "YYYY-MM-DD",
            "MMMM D, YYYY",
            "dd.MM.yyyy HH:mm",
            "%Y-%m-%d",
            "dddd, D MMMM YYYY",
            "MMM DD, YYYY at h:mm a",
            "dd.mm.yyyy",
            "TT.MM.JJJJ",
            "jj/mm/aaaa",
            "F j, Y",
            "l, F j, Y",
            "d.m.Y",
            "%d.%m.%Y",
            "YYYY年MM月DD日",
        ),
        unlike=("MM/YYYY", "20% discount", "yyyy"),
    ),
    Family(
        id="time-pattern",
        rule="impossible-date",
        engines=("Python", "PHP", "Ruby"),
        example="published at %H:%M",
        cause="the pattern was printed instead of the time that it formats",
        fix="format the time: published.strftime('%H:%M'), {{ published|date:'H:i' }}, the_time('H:i')",
        cues=(r"%[HI]:%M",),
        pattern=r"(?<![\w%])%[HI][:.]%M(?:[:.]%S)?+(?: %p)?+(?![\w%]|['\"’]\s?[),\]}])",
        where=Where.READ,
        more=("4 March at %I:%M %p", "um %H:%M Uhr"),
        unlike=("now().strftime('%H:%M:%S')",),
    ),
    Family(
        id="serialized-date",
        rule="impossible-date",
        engines=(".NET",),
        example="/Date(1772615700000)/",
        cause="the date stands as JavaScriptSerializer or the old Json.NET settings write it, and nobody read it back",
        fix="serialize dates as ISO 8601 (System.Text.Json does), or read it first: new Date(parseInt(value.substr(6)))",
        cues=(r"/Date\(-?[0-9]",),
        pattern=r"\\?/Date\(-?\d{1,15}(?:[+-]\d{4})?\)\\?/",
        where=Where.TEXT | Where.TITLE | Where.LABEL | Where.META | Where.JSONLD | Where.DATE,
        more=("/Date(-62135596800000)/", "/Date(1772615700000+0100)/"),
    ),
    Family(
        id="negative-age",
        rule="impossible-date",
        engines=("server and reader in two time zones",),
        example="-1 minutes ago",
        cause="the date of publication lies ahead of the clock that the age is reckoned with: a lost time zone, or a clock that is wrong",
        fix='reckon in UTC, and say "now" for an age below zero: Math.max(0, minutes)',
        cues=(
            r"-[0-9]{1,5} (?:sec|min|hour|hr|day|week|month|year|Sek|Min|Stund|Tag)",
            r"il y a -[0-9]",
            r"hace -[0-9]",
        ),
        pattern=rf"(?<![\w.,)/-])(?:-\d{{1,5}} {_NUMBERED} ago\b|vor -\d{{1,5}} (?:Sekunde|Minute|Stunde|Tag)\w*|il y a -\d{{1,5}} \w+|hace -\d{{1,5}} \w+)",
        where=Where.TEXT,
        judge=_ago,
        more=("vor -3 Minuten", "il y a -2 heures", "Updated -12 hours ago"),
        unlike=("3-4 minutes ago", "10 - 15 years ago"),
    ),
    Family(
        id="age-in-epoch-seconds",
        rule="impossible-date",
        engines=("own code",),
        example="1762939200 seconds ago",
        cause="the instant itself was printed, as seconds since 1970, where its distance from now belongs",
        fix="take the instant from the clock first: now - published, and print that in hours or days",
        cues=(r"[0-9]{9} sec",),
        pattern=r"(?<![\w.,-])1\d{9}(?:\d{3})? seconds? ago\b",
        where=Where.TEXT,
        judge=_ago,
        more=("Updated 1762939200 seconds ago",),
        unlike=("30 seconds ago", "1,762,939,200 seconds ago"),
    ),
    Family(
        id="age-of-nothing",
        rule="impossible-date",
        engines=("JavaScript", "PHP", "Unix time", ".NET", "Go"),
        example="Updated 56 years ago",
        cause="an unset date was taken for zero seconds since 1970, or for the year 1, and its age was printed",
        fix="check the value before reckoning its age, and print none when there is none",
        cues=(r"5[4-9] years ago", r"20[2-9][0-9] years ago"),
        pattern=r"(?<![\d.,-])(?:5[4-9]|20[2-9]\d) years ago\b",
        where=Where.TEXT,
        certain=Where.NOWHERE,
        named="time",
        judge=_of_nothing,
        more=("Published 2025 years ago", "2025 years ago"),
        unlike=("54 years ago, the harbour froze",),
    ),
)
