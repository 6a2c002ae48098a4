"""Dates of the Solar Hijri calendar, by which the press of Iran and Afghanistan dates."""

from __future__ import annotations

import datetime

from layoutcheck.core.rare import rare

_MONTHS = {
    name: number
    for names in (
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    )
    for number, name in enumerate(names.split(), 1)
}
_DATE = rare(
    rf"(?<!\d)(?:(?P<d>\d{{1,2}})\s(?P<name>{'|'.join(_MONTHS)})\s(?:ماه\s)?(?P<y>1[34]\d\d|۱[۳۴]\d\d)|"
    r"(?P<y2>۱[۳۴][۰-۹]{2})(?P<s>[/-])(?P<m2>[۰-۹]{1,2})(?P=s)(?P<d2>[۰-۹]{1,2}))(?!\d)"
)
#: Days from the beginning of a cycle, 1595 years before the calendar's first, to the day before 1 January of year 1.
_BEFORE = 356_033


def find(text: str, at: int) -> tuple[datetime.date, int, int] | None:
    """The first such date behind ``at``, and where it begins and ends; numbers alone only in Persian digits."""
    for match in _DATE.finditer(text, at):
        month = _MONTHS[match["name"]] if match["name"] else int(match["m2"])
        day = _day(int(match["y"] or match["y2"]), month, int(match["d"] or match["d2"]))
        if day:
            return day, match.start(), match.end()
    return None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    """The day by the arithmetic rule of 8 leap years in 33, right from 1343 to 1472 (1964 to 2093)."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return None
    years = year + 1595
    leaps = years // 33 * 8 + (years % 33 + 3) // 4
    before = (month - 1) * 31 if month < 7 else (month - 7) * 30 + 186
    return datetime.date.fromordinal(365 * years + leaps + before + day - _BEFORE)
