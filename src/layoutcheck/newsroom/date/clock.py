"""The time of day that stands beside a date, and its zone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from layoutcheck.core.rare import rare

#: Zone names that mean one offset only; EST and IST do not.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120,
    "eest": 180, "msk": 180, "edt": -240, "est": -300, "cdt": -300, "mdt": -360, "mst": -420, "pdt": -420,
    "pst": -480, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "wib": 420,
}  # fmt: skip
_TIME = rare(
    r"(?<![\d.])(?P<H>2[0-4]|[01]?\d)(?!\d)(?:[:.hH](?P<M>[0-5]\d)(?::(?P<S>[0-5]\d))?|\s?h(?=\W|$))?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?(?:uhr|h\b|时|時))?"
    r"(?:\s?\(?(?P<z>UTC|GMT|BST|CES?T|MES?Z|E[SD]T|C[SD]T|M[SD]T|P[SD]T|EES?T|WET|MSK|JST|KST|HKT|SGT|AE[SD]T|WIB)"
    r"(?P<o>\s?[+-]\d{1,2}(?::?\d{2})?)?\b|\s?\(?(?P<o2>[+-]\d{2}:?\d{2}))?",
    re.IGNORECASE,
)
#: A time of day stands in so many characters behind its date, and begins within so many of them.
_BEHIND, _BEGINS = 40, 16
#: Or it stands in so many before its date, and ends within so many of them.
_BEFORE, _ENDS = 24, 6


class Clock(NamedTuple):
    """A time of day in a text, from ``start`` to ``end``; ``offset`` in minutes east of UTC, None without a zone."""

    time: datetime.time
    offset: int | None
    start: int
    end: int


def clock_beside(text: str, start: int, end: int) -> Clock | None:
    """The time of day that closely follows a date at ``text[start:end]``, or stands right before it."""
    behind = text[end : end + _BEHIND]
    found = next(_clocks(behind), None)
    if found and found.start <= _BEGINS and not any(char.isdigit() for char in behind[: found.start]):
        return found._replace(start=end + found.start, end=end + found.end)
    before = text[max(0, start - _BEFORE) : start]
    earlier = list(_clocks(before))
    if earlier and len(before) - earlier[-1].end <= _ENDS:
        found, moved = earlier[-1], start - len(before)
        return found._replace(start=moved + found.start, end=moved + found.end)
    return None


def offset_of(zone: str | None) -> int | None:
    """A zone's minutes east of UTC: ``Z``, ``+02:00``, ``-0530``, ``CET``; None for none and for an unknown one."""
    if not zone:
        return None
    said = zone.replace("−", "-").replace(":", "")
    if said[0] in "+-":
        minutes = int(said[1:3]) * 60 + int(said[3:5] or 0)
        return None if minutes > 14 * 60 else -minutes if said[0] == "-" else minutes
    return _ZONES.get(said.lower())


def _clocks(text: str) -> Iterator[Clock]:
    for match in _TIME.finditer(text):
        if match["M"] is None and match["half"] is None:
            continue
        hour = int(match["H"])
        if match["half"]:
            if hour > 12:
                continue
            hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        time = datetime.time(hour % 24, int(match["M"] or 0), int(match["S"] or 0))
        yield Clock(time, _offset(match), match.start(), match.end())


def _offset(match: re.Match[str]) -> int | None:
    """The offset of a time of day: of a zone's name, of what is added to UTC, or of bare hours and minutes."""
    if not match["z"]:
        return offset_of(match["o2"])
    offset = offset_of(match["z"])
    extra = (match["o"] or "").strip()
    if extra and offset == 0:
        return offset_of(extra if len(extra) > 2 else f"{extra[0]}0{extra[1]}")
    return offset
