"""Times of day beside a date, and their zones."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.date.clock import clock_beside, offset_of

DATE = "3 May 2026"


def beside(text: str) -> tuple[str, int | None, str] | None:
    start = text.index(DATE)
    found = clock_beside(text, start, start + len(DATE))
    return (found.time.isoformat(), found.offset, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{DATE}, 14:05", ("14:05:00", None, "14:05")),
        (f"{DATE} at 2:05 pm", ("14:05:00", None, "2:05 pm")),
        (f"{DATE} 2 p.m.", ("14:00:00", None, "2 p.m.")),
        (f"{DATE}, 12:30 AM", ("00:30:00", None, "12:30 AM")),
        (f"{DATE}, 12:30 PM", ("12:30:00", None, "12:30 PM")),
        (f"{DATE} 14:05:09", ("14:05:09", None, "14:05:09")),
        (f"{DATE}, 24:00", ("00:00:00", None, "24:00")),
        (f"{DATE} um 14.05 Uhr", ("14:05:00", None, "14.05 Uhr")),
        (f"{DATE} à 14h05", ("14:05:00", None, "14h05")),
        (f"{DATE} 14:05 CET", ("14:05:00", 60, "14:05 CET")),
        (f"{DATE} 14:05 (EDT", ("14:05:00", -240, "14:05 (EDT")),
        (f"{DATE} 14:05 GMT+2", ("14:05:00", 120, "14:05 GMT+2")),
        (f"{DATE} 14:05 GMT +0530", ("14:05:00", 330, "14:05 GMT +0530")),
        (f"{DATE} 14:05 CET+2", ("14:05:00", 60, "14:05 CET+2")),  # a zone with an offset of its own
        (f"{DATE} 14:05 -03:00", ("14:05:00", -180, "14:05 -03:00")),
        (f"14:05, {DATE}", ("14:05:00", None, "14:05")),
        (f"14:05 | {DATE}", ("14:05:00", None, "14:05")),
        (f"8:00 9:00 {DATE}", ("09:00:00", None, "9:00")),  # the nearest
    ],
)
def test_the_clock_stands_behind_or_before(text: str, found: tuple[str, int | None, str]) -> None:
    assert beside(text) == found


@pytest.mark.parametrize(
    "text",
    [DATE, f"{DATE}, 14", f"{DATE} 13 pm", f"{DATE} 14:75", f"{DATE} with 3 of the 7 ferries at 14:05", f"{DATE} and, as was reported, 14:05",
     f"14:05 was the time on {DATE}", f"Score 114:05, {DATE}"],
)  # fmt: skip
def test_numbers_and_clocks_far_off_are_none(text: str) -> None:
    assert beside(text) is None


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [("Z", 0), ("utc", 0), ("CEST", 120), ("PST", -480), ("+02:00", 120), ("-0530", -330), ("−03:00", -180), ("+05", 300), ("+14:00", 840),
     ("+14:30", None), ("IST", None), ("", None), (None, None)],
)  # fmt: skip
def test_a_zone_is_minutes_east_of_utc(zone: str | None, minutes: int | None) -> None:
    assert offset_of(zone) == minutes
