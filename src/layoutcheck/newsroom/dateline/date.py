"""Dates as datelines write them: found at the end of a stretch of text, and read into year, month and day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources

from layoutcheck.newsroom.date.months import MONTHS, OTHER_MEANING, plain_letters
from layoutcheck.newsroom.place.key import place_key

_TOKEN = re.compile(r"\d+|[^\W\d_][\w\u0900-\u0dff\u0e00-\u0e7f\u064b-\u0652'’]*|[^\w\s]|\s+", re.UNICODE)
#: Words that may stand inside a date.
_INSIDE = frozenset(
    "de del di of d st nd rd th er º ª г гг года год р року m uhr am pm ist gmt utc est edt cst pst pdt cet cest "
    "h hrs hs kl ora alle um den der 'da tarihinde jan "
    "هـ ه الموافق محرم صفر ربيع جمادي رجب شعبان رمضان شوال ذو ذي القعده الحجه "
    "الاول الاخر الثاني الاولي الاخره الثانيه".split()
)
_MILITARY = re.compile(r"\b[0-2]\d[0-5]\d\s*(?:gmt|utc|ist|hrs)\b", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr|ist|gmt|utc|h|hrs|hs)*", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{2,5})(?!\d)")
_PAIR = re.compile(r"(كانون|تشرين) (?=\w)")
_THAI = re.compile(r"([ก-๙]{1,2})\.([ก-๙])\.")
_CJK = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日")


_DAY_BEFORE = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|º|ª)?\.?\s*(?:of|de)?\s*$", re.IGNORECASE)


#: Names of weekdays that are shorter may be other words, but for these.
_LONG_WEEKDAY, _ENGLISH = 5, frozenset(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


@cache
def _weekdays() -> dict[str, int]:
    text = resources.files("layoutcheck.newsroom").joinpath("data/weekdays.tsv").read_text(encoding="utf-8")
    return {name: int(number) for name, _, number in (line.partition("\t") for line in text.splitlines())}


@lru_cache(maxsize=4096)
def months_of(word: str) -> tuple[int, ...]:
    """The months that a word can mean (two for ``listopad``); () for none."""
    for name in (plain_letters(word.replace("_", "." if "ก" <= word[:1] <= "๙" else " ")).rstrip("."), place_key(word)):
        if name in MONTHS:
            return (MONTHS[name], OTHER_MEANING[name]) if name in OTHER_MEANING else (MONTHS[name],)
    return ()


def is_weekday(word: str) -> bool:
    """Whether a word is the name of a weekday in one of some sixty languages."""
    key = place_key(word)
    return len(key) > 2 and key in _weekdays()


def weekday_of(word: str) -> int | None:
    """The number of a weekday as ISO 8601 counts, from 1 for Monday; None for a word that may mean something else.

    Short names are too often words of another language (``die``, ``mar``, ``son``); English ones are known.
    """
    key = place_key(word)
    if len(key) < _LONG_WEEKDAY and key not in _ENGLISH:
        return None
    return _weekdays().get(key)


def date_start(text: str, start: int, end: int) -> int | None:
    """Where the date begins with which ``text[start:end]`` ends; None when it ends with no date.

    A date has a day and a month, a month and a year, numbers with dots, slashes or hyphens, or a weekday.
    """
    begin = None
    text = _joined(text)
    has_month = has_number = has_weekday = False
    numbers = 0
    for token_start, token in _tokens_backwards(text, start, end):
        if token == "-" and text[token_start + 1 : token_start + 2] == " ":
            break
        if token.isspace() or token in ".,-/:'’":
            continue
        if token.isdigit():
            if len(token) > 5 or numbers > 6:
                break
            has_number, numbers = True, numbers + 1
        elif months_of(token) and not has_month:
            has_month = True
        elif is_weekday(token):
            has_weekday = True
        elif place_key(token) in _INSIDE:
            if not (has_month or has_number):  # "am", "de" at the very end belong to no date
                if place_key(token) in ("uhr", "am", "pm", "ist", "gmt", "h", "г", "года", "p", "m", "р", "року"):
                    continue
                break
            continue
        elif token in ("م", "هـ"):
            continue
        else:
            break
        begin = token_start
    if begin is None:
        return None
    begin = _with_leading_numbers(text, start, begin)
    stretch = text[begin:end]
    numeric = _NUMERIC.search(stretch)
    if has_weekday and not (has_month or has_number):  # in Santo Domingo it is no Sunday
        return begin if begin == start or text[start:begin].rstrip()[-1:] in ",.(" else None
    return begin if (has_month and has_number) or has_weekday or numeric else None


@lru_cache(maxsize=16)  # each way to read one beginning asks anew
def _joined(text: str) -> str:
    """``text`` with the Levant's months of two words and Thailand's of two letters joined, at the same length."""
    if text.isascii():
        return text
    if "كانون " in text or "تشرين " in text:
        return _PAIR.sub("\\1_", text)
    return _THAI.sub(r"\1_\2_", text)


def _tokens_backwards(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Words, numbers and signs from the last one on, which in most texts is no part of a date and ends the search."""
    while end > start:
        begin = text.rfind(" ", start, end) + 1 or start
        for match in reversed(list(_TOKEN.finditer(text, begin, end))):
            yield match.start(), match[0]
        end = begin - 1


def _with_leading_numbers(text: str, start: int, begin: int) -> int:
    """The date's first word may be ``29th`` or ``1er``, which the tokens split."""
    match = _DAY_BEFORE.search(text, start, begin)
    if match and not re.search(r"\d\s*$", text[start : match.start()]):
        return match.start()
    return begin


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a dateline's date says; parts that it does not say are None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    #: The month that the name means in another language: ``listopada`` is October in Zagreb, November in Warsaw.
    other_month: int | None = None

    @property
    def is_possible(self) -> bool:
        """Whether there is such a day; a date without year is judged by a leap year."""
        if self.year is not None and not 1600 <= self.year <= 2200:
            return False
        if self.month is None:
            return self.day is None or 1 <= self.day <= 31
        return bool(self.days_in(self.year or 2024))

    @property
    def is_epoch(self) -> bool:
        """Whether it is the day that computers count from, or the evening before in the west: an unset date."""
        return (self.year, self.month, self.day) in ((1970, 1, 1), (1969, 12, 31))

    def days_in(self, year: int) -> list[date]:
        """The days of a year that can be meant; none where it has no such day, as of 29 February."""
        days = []
        for month in filter(None, (self.month, self.other_month)):
            with suppress(ValueError):
                days.append(date(year, month, 1 if self.day is None else self.day))
        return days


#: No date is longer, and Python reads no number of thousands of digits.
_LONGEST = 200


def read_date(text: str) -> DateReading | None:
    """Read a dateline's date; None when it names no day, as a weekday alone does not.

    Of numeric dates the order is taken that makes a possible date, day before month where both do.
    """
    cjk = _CJK.search(text)
    if cjk:
        year, month, day = (int(part) if part else None for part in cjk.groups())
        return DateReading(year, month, day)
    text = _MILITARY.sub(" ", _joined(text[:_LONGEST]))
    bare = _TIME.sub(" ", text) if ":" in text or "Uhr" in text else text
    numeric = _NUMERIC.search(bare)
    if numeric:
        return _numeric(int(numeric[1]), int(numeric[3]), int(numeric[4]), len(numeric[1]), len(numeric[4]))
    month = other = year = day = None
    for match in re.finditer(r"\d+|[^\W\d_][\w\u0900-\u0dff\u0e00-\u0e7f\u064b-\u0652]*", bare):
        token = match[0]
        if token.isdecimal():  # a raised or lowered number is a digit too, but no figure of a date
            number = int(token)
            if len(token) >= 3 and year is None:
                year = number
            elif day is None and len(token) <= 2:
                day = number
        elif month is None and (months := months_of(token)):
            month, other = months[0], months[1] if len(months) > 1 else None
    if month is None:
        return None
    return DateReading(year, month, day, other)


def _numeric(first: int, second: int, third: int, first_length: int, third_length: int) -> DateReading:
    if first_length == 4:
        return DateReading(first, second, third)
    year = third if third_length != 2 else 2000 + third if third < 70 else 1900 + third
    if second > 12 >= first:
        first, second = second, first
    return DateReading(year, second, first)
