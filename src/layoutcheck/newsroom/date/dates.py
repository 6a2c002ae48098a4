"""Dates as machines and as the world's newspapers write them, read to ISO 8601."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.date import solar_hijri
from layoutcheck.newsroom.date.clock import clock_beside, offset_of
from layoutcheck.newsroom.date.months import MONTHS, OTHER_MEANING, plain_letters, plain_words

#: Years outside are no dates of a news page.
FIRST_YEAR, LAST_YEAR = 1900, 2100
#: By so many years the Buddhist era is ahead, as Thailand counts.
BUDDHIST = 543


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with what is known of its time: ``time`` is None for a day alone, ``offset`` None without a zone."""

    day: datetime.date
    time: datetime.time | None = None
    #: Minutes east of UTC.
    offset: int | None = None

    def iso(self) -> str:
        """ISO 8601, as exact as the moment is."""
        if self.time is None:
            return self.day.isoformat()
        said = f"{self.day.isoformat()}T{self.time.isoformat()}"
        if self.offset is None:
            return said
        sign = "-" if self.offset < 0 else "+"
        return f"{said}{sign}{abs(self.offset) // 60:02}:{abs(self.offset) % 60:02}"

    def utc(self) -> datetime.datetime | None:
        """The instant in UTC, or None when time or zone are unknown."""
        if self.time is None or self.offset is None:
            return None
        try:
            return datetime.datetime.combine(self.day, self.time) - datetime.timedelta(minutes=self.offset)
        except OverflowError:
            return None

    def local(self) -> datetime.datetime:
        """Date and time as written, midnight when there is no time."""
        return datetime.datetime.combine(self.day, self.time or datetime.time())


@dataclass(frozen=True, slots=True)
class Written:
    """A date that stands in a text, from ``start`` to ``end``."""

    moment: Moment
    start: int
    end: int
    #: Day and month could be the other way round, or the month's name be another language's.
    swapped: Moment | None = None


#: Every date holds a year of four digits, or numbers or a name right before one of two. Said from a digit on, with what
#: stands before it looked back at: the scanner then skips all letters by itself.
_PERHAPS = re.compile(r"\d(?:\d{3}|\s?[./-]\s?\d|(?<=['’]\d)\d|(?<=[^\W\d]\s\d)\d\b|(?<=[^\W\d]\.\s\d)\d\b)")
_DIGIT = re.compile(r"\d")
_ISO = rare(
    r"(?P<y>\d(?<!\d\d)\d{3})(?P<s>[-/.]?)(?P<m>\d{2})(?P=s)(?P<d>\d{2})(?!\d)"
    r"(?:(?:[T ]|T ?)(?P<H>\d{2}):?(?P<M>\d{2})(?::?(?P<S>\d{2})(?:[.,:]\d{1,9})?)?"
    r"\s?(?P<z>Z|UTC|GMT|[+\-−]\d{2}:?\d{2}(?!\d)|[+\-−]\d{2}(?![\d:]))?)?",
    re.IGNORECASE,
)
_CJK = re.compile(r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日号일]")
_NUMBERS = rare(
    r"(?P<a>\d(?<![\d.,/:-]\d)\d{0,3})(?P<s>\s?[./-]\s?)(?P<b>\d{1,2})(?P=s)(?P<c>\d{4}|\d{2})(?![\d/]|[.,]\d|-\d(?!\d:))"
)
_ORDINAL = r"(?:st|nd|rd|th|er|re|e|º|ª|°|\.|-го|-е)"
#: A time of day in a zone of North America: there the month stands first, whatever the page's language.
_AMERICAN = re.compile(r"[\s,|]{0,3}(?:at\s)?\d{1,2}:\d\d\s?(?:[ap]\.?m\.?)?\s?\(?[ECMP][SD]?T\b", re.IGNORECASE)
_GLUE = r"[\s\u00a0]*(?:(?:de|del|of|da|d'|ta'|di|เดือน)\s+)?[\s.,/\-–|]*"
_WORD = (
    r"(?P<name>(?:كانون|تشرين)\s\w{4,6}|(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]){2,14}|"
    r"(?:[ก-๙]{1,3}\.){2})\.?"
)
_YEAR = r"(?P<y>\d{4}|['’]\d{2}|\d{2}(?=\s*$|[\s,]*(?:[-–|/,]|at|um)?\s*\d{1,2}[:.]\d{2}))"
_DAY_FIRST = rare(
    rf"(?<![\d:.,/])(?P<d>\d{{1,2}})(?![\d:]){_ORDINAL}?{_GLUE}{_WORD}(?:\s?/\s?[^\W\d_]{{2,14}})?{_GLUE}(?:del?\s|d\.\s)?{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = rare(
    rf"(?<![^\W\d_]){_WORD}[\s\u00a0]*(?P<d>\d{{1,2}})(?!\d|:\d){_ORDINAL}?[\s,.]*(?:de\s+)?{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_YEAR_FIRST = rare(
    rf"(?<!\d)(?P<y>\d{{4}})[.,\s]*(?:m\.\s*|de\s+)?{_WORD}[\s.]*(?P<d>\d{{1,2}})(?![\d:])", re.IGNORECASE
)
#: Latvian ``2026. gada 12. novembris``, Kazakh ``2026 жылғы 12 қараша``, Uzbek ``2026-yil 12-noyabr``.
_YEAR_THEN_DAY = rare(
    rf"(?<!\d)(?P<y>\d{{4}})(?:\.?\s*gada|\s*жыл(?:ғы|ы)|-yil)\s+(?P<d>\d{{1,2}})[.-]?\s*{_WORD}", re.IGNORECASE
)
_VIETNAMESE = re.compile(r"(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})(?:\s*,|\s+năm)?\s+(?P<y>\d{4})", re.IGNORECASE)
#: Words that an ordinal runs into: ``1ermai``.
_RUN_IN = re.compile(rf"\d{_ORDINAL}([^\W\d_]{{2,}})")
#: Arabic, Indic and Thai letters and combining accents: there a month's name is not always one word of letters.
_OTHER_WORDS = re.compile("[\u0300-\u036f\u0600-\u06ff\u0900-\u0dff\u0e00-\u0e7f]")


@lru_cache(maxsize=64)  # machines are told one date in several places
def parse_moment(text: str, *, month_first: bool = False) -> Moment | None:
    """The first date in ``text`` with its time and zone where it has them."""
    said = text.strip()
    match = _ISO.fullmatch(said)
    found = _of_iso(match) if match else None
    if found is None:
        found = next(written_dates(text, month_first=month_first), None)
    return found.moment if found else _epoch(said)


def _epoch(text: str) -> Moment | None:
    """Seconds or milliseconds since 1970, as attributes for scripts carry them."""
    said = text.strip()
    if said.isascii() and said.isdigit() and len(said) in (10, 13) and said[0] in "1":
        instant = datetime.datetime.fromtimestamp(int(said[:10]), datetime.UTC)
        return Moment(instant.date(), instant.time(), 0)
    return None


def written_dates(text: str, *, month_first: bool = False) -> Iterator[Written]:
    """All dates in ``text``, in order, with the time of day that stands beside each."""
    if not may_hold_date(text):
        return
    at = 0
    while at < len(text):
        found = _first(text, at, month_first)
        if found is None:
            return
        yield found
        at = found.end


def may_hold_date(text: str) -> bool:
    """Whether there are digits in ``text`` as a date has them; a cheap look before the patterns."""
    return _PERHAPS.search(text) is not None


def has_digit(text: str) -> bool:
    """Whether there is a digit in ``text``, of any script."""
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=256)  # a page's few dates are asked for by everybody who looks at its header
def _first(text: str, at: int, month_first: bool) -> Written | None:
    best: Written | None = None
    for read in _IN_NUMBERS_ASCII if text.isascii() else _IN_NUMBERS:
        found = read(text, at, month_first)
        if found is not None and (best is None or (found.start, -found.end) < (best.start, -best.end)):
            best = found
    if best is not None and _opens(text, at, best.start):
        return best
    named = _read_named(text, at)
    return named if named is not None and (best is None or named.start < best.start) else best


def _opens(text: str, at: int, start: int) -> bool:
    """Whether nothing stands before ``start``, so that no date can begin earlier."""
    return start <= at or text[at:start].isspace()


def _day(year: int, month: int, day: int) -> datetime.date | None:
    if FIRST_YEAR + BUDDHIST <= year <= LAST_YEAR + BUDDHIST:
        year -= BUDDHIST
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _read_iso(text: str, at: int, month_first: bool) -> Written | None:
    return next(filter(None, map(_of_iso, _ISO.finditer(text, at))), None)


def _of_iso(match: re.Match[str]) -> Written | None:
    """What one match of ISO 8601 says; None where it is no day of the calendar, or a number within more text."""
    text, start, end = match.string, match.start(), match.end()
    year, separator, month, day_said, hour_said, minute_said, second_said, zone = match.groups()
    day = _day(int(year), int(month), int(day_said))
    if day is None or (not separator and not hour_said and len(text.strip()) > 8):
        return None
    if hour_said is None:
        return _timed(text, day, start, end)
    hour, minute, second = int(hour_said) % 24, int(minute_said), int(second_said or 0)
    if minute > 59 or second > 59:
        return Written(Moment(day), start, end)
    return Written(Moment(day, datetime.time(hour, minute, second), offset_of(zone)), start, end)


def _read_cjk(text: str, at: int, month_first: bool) -> Written | None:
    for pattern in (_CJK, _VIETNAMESE):
        for match in pattern.finditer(text, at):
            day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
            if day:
                return _timed(text, day, match.start(), match.end())
    return None


def _read_solar_hijri(text: str, at: int, month_first: bool) -> Written | None:
    found = solar_hijri.find(text, at)
    return _timed(text, *found) if found else None


def _read_numbers(text: str, at: int, month_first: bool) -> Written | None:
    for match in _NUMBERS.finditer(text, at):
        first, second, third = match["a"], int(match["b"]), match["c"]
        swapped = None
        if len(first) == 4:
            if len(third) != 2:
                continue
            day = _day(int(first), second, int(third))
        elif len(first) == 3:
            continue
        else:
            if len(third) == 2 and "." not in match["s"] and "/" not in match["s"]:
                continue
            year = int(third) if len(third) == 4 else _century(int(third))
            one, two = int(first), second
            american = "." not in match["s"] and (month_first or _AMERICAN.match(text, match.end()) is not None)
            day = _day(year, one, two) if american else _day(year, two, one)
            other = _day(year, two, one) if american else _day(year, one, two)
            day, other = (day, other) if day else (other, None)
            swapped = Moment(other) if other and other != day and "." not in match["s"] else None
        if day:
            found = _timed(text, day, match.start(), match.end())
            return Written(found.moment, found.start, found.end, swapped)
    return None


def _century(year: int) -> int:
    return 2000 + year if year < 60 else 1900 + year


_IN_NUMBERS_ASCII = (_read_iso, _read_numbers)
_IN_NUMBERS = (_read_iso, _read_cjk, _read_solar_hijri, _read_numbers)


def _read_named(text: str, at: int) -> Written | None:
    """The first date with a month's name; no other kind of date begins where one of these does."""
    if not _names_month(text[at:] if at else text):
        return None
    best: Written | None = None
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _YEAR_THEN_DAY):
        start = at
        while match := pattern.search(text, start):
            start = match.start() + 1
            name = plain_letters(match["name"].rstrip("."))
            month = MONTHS.get(name)
            if month is None:
                continue
            year = int(match["y"].lstrip("'’"))
            if year <= 99:
                year = 2500 + year if "ก" <= name[0] <= "๛" else _century(year)
            day, other = _day(year, month, int(match["d"])), None
            if name in OTHER_MEANING:
                other = _day(year, OTHER_MEANING[name], int(match["d"]))
                if text[match.end("d") : match.end("d") + 1] == ".":  # as Croatian writes a day, Polish doesn't
                    day, other = other, day
                day, other = (day, other) if day else (other, None)
            if day and (best is None or match.start() < best.start):
                best = _timed(text, day, match.start(), match.end())
                if other is not None:
                    best = replace(best, swapped=Moment(other))
                if _opens(text, at, match.start()):
                    return best
            break
    return best


def _names_month(text: str) -> bool:
    """Whether there may be a month's name in ``text``; where there is none, no pattern needs to be tried."""
    return (
        not MONTHS.keys().isdisjoint(plain_words(text))
        or any(plain_letters(word) in MONTHS for word in _RUN_IN.findall(text))
        or (not text.isascii() and _OTHER_WORDS.search(text) is not None)
    )


def _timed(text: str, day: datetime.date, start: int, end: int) -> Written:
    """The date with the time of day that stands beside it."""
    clock = clock_beside(text, start, end)
    if clock is None:
        return Written(Moment(day), start, end)
    return Written(Moment(day, clock.time, clock.offset), min(start, clock.start), max(end, clock.end))
