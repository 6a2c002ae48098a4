"""How far two dates lie apart, and whether a time zone explains it."""

import pytest

from layoutcheck.newsroom.date.dates import parse_moment
from layoutcheck.newsroom.date.gap import gap_minutes, gap_words, looks_like_zone


@pytest.mark.parametrize(
    ("first", "second", "minutes"),
    [
        ("2026-01-21T10:00:00+00:00", "2026-01-21T05:00:00-05:00", 0),
        ("2026-01-21T10:00:00Z", "2026-01-21T10:30:00Z", 30),
        ("2026-01-21T10:34:00+05:30", "2026-01-21T10:34:00Z", 330),
        ("2026-01-21", "2026-01-21T23:00:00Z", None),
        ("2026-01-21", "2026-01-25", 4 * 24 * 60),
        ("2026-01-21T10:00:00", "2026-01-21T22:00:00Z", None),
    ],
)
def test_compares_instants_and_days_with_their_like(first: str, second: str, minutes: int | None) -> None:
    one, two = parse_moment(first), parse_moment(second)
    assert one is not None and two is not None
    assert gap_minutes(one, two) == minutes


def test_knows_the_gaps_that_wrong_zones_leave() -> None:
    assert all(looks_like_zone(gap) for gap in (60, 240, 330, 14 * 60))
    assert not any(looks_like_zone(gap) for gap in (0, 30, 61, 64, 150, 239, 16 * 60))


def test_tells_a_gap_in_words() -> None:
    assert [gap_words(gap) for gap in (45, 60, 240, 330, -3 * 24 * 60)] == [
        "45 minutes", "1 hour", "4 hours", "5 hours 30 minutes", "3 days",
    ]  # fmt: skip
