"""How far two dates of one page lie apart, and whether a wrong time zone explains it."""

from __future__ import annotations

from layoutcheck.newsroom.date.dates import Moment
from layoutcheck.newsroom.date.statement import DateStatement


def gap_minutes(first: Moment, second: Moment) -> int | None:
    """Minutes from ``first`` to ``second``: between instants where both have zones, else between what is written.

    None where one is a day alone and the other an instant of about that day: a day cannot be compared with an hour.
    """
    one, two = first.utc(), second.utc()
    if one is None or two is None:
        if first.time is None or second.time is None:
            days = (second.day - first.day).days
            return None if abs(days) <= 1 else days * 24 * 60
        if (first.offset is None) != (second.offset is None):
            # One has no zone: only what no zone explains counts.
            minutes = _minutes(first, second)
            return None if abs(minutes) <= 14 * 60 else minutes
        return _minutes(first, second)
    return round((two - one).total_seconds() / 60)


def _minutes(first: Moment, second: Moment) -> int:
    return round((second.local() - first.local()).total_seconds() / 60)


def day_gap(first: DateStatement, second: DateStatement) -> int:
    """Whole days between two dates, by the reading of 3/4/2021 that brings them closest."""
    readings = [first.moment, *([first.swapped] if first.swapped else [])]
    return min(abs((second.moment.day - reading.day).days) for reading in readings)


def looks_like_zone(minutes: int) -> bool:
    """Whether a gap is one that a wrong time zone label leaves: whole hours up to 14, to the minute.

    Also half hours that are the offset of a zone (Tehran, Kabul, Delhi, Yangon, Adelaide).
    """
    return 0 < minutes <= 14 * 60 and (minutes % 60 == 0 or minutes in (210, 270, 330, 345, 390, 570))


def gap_words(minutes: int) -> str:
    """A gap in words: ``4 hours``, ``12 days``."""
    minutes = abs(minutes)
    if minutes < 90 and not looks_like_zone(minutes):
        return f"{minutes} minutes"
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        told = "1 hour" if hours == 1 else f"{hours} hours"
        return told if rest == 0 else f"{told} {rest} minutes"
    return f"{round(minutes / 60 / 24)} days"
