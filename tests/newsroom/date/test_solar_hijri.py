"""The days of the Solar Hijri calendar, by known pairs with the Gregorian."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.date.solar_hijri import find


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 فروردین 1403", "2024-03-20"),
        ("30 اسفند 1403", "2025-03-20"),
        ("۱ فروردین ۱۴۰۴", "2025-03-21"),
        ("۱۴۰۳/۷/۱", "2024-09-22"),
        ("22 بهمن ماه 1357", "1979-02-11"),
        ("1 حمل 1403", "2024-03-20"),
    ],
)
def test_a_day_is_that_of_the_other_calendar(text: str, day: str) -> None:
    found = find(f"تهران {text} -", 0)
    assert found is not None
    assert (found[0].isoformat(), found[1:]) == (day, (6, 6 + len(text)))


@pytest.mark.parametrize("text", ["1403/7/1", "۱۴۰۳/۷-۱", "۱۴۰۳/۱۳/۱", "31 مهر 1403", "11 مهر 14031", "0 مهر 1403"])
def test_what_is_no_day_is_not_found(text: str) -> None:
    assert find(text, 0) is None


def test_an_impossible_day_does_not_hide_the_next() -> None:
    found = find("32 مهر 1403, 1 مهر 1403", 0)
    assert found is not None
    assert found[0].isoformat() == "2024-09-22"
