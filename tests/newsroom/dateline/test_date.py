"""Dates of datelines."""

import pytest

from layoutcheck.newsroom.dateline.date import DateReading, date_start, read_date


@pytest.mark.parametrize(
    ("text", "date"),
    [("Oslo, March 3", "March 3"), ("Oslo 3 May", "3 May"), ("Oslo, 3. Mai 2021", "3. Mai 2021"),
     ("Oslo, 29th April, 2020", "29th April, 2020"), ("Oslo, 3.5.2021", "3.5.2021"), ("Oslo, Tuesday", "Tuesday"),
     ("Осло, 3 мая", "3 мая"), ("Oslo, May 2021", "May 2021"), ("Oslo - Montag, 03.05.2021, 11:17 Uhr",
      "Montag, 03.05.2021, 11:17 Uhr")],
)  # fmt: skip
def test_finds_the_date_at_the_end(text: str, date: str) -> None:
    start = date_start(text, 0, len(text))
    assert start is not None and text[start:] == date


@pytest.mark.parametrize("text", ["Oslo", "Santo Domingo", "Route 66", "Oslo, May", "Big Sur"])
def test_finds_no_date_where_none_is(text: str) -> None:
    assert date_start(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [("March 3", (None, 3, 3)), ("3 mayo 2021", (2021, 5, 3)), ("27.6.205", (205, 6, 27)), ("2021-05-03", (2021, 5, 3)),
     ("05/28/21", (2021, 5, 28)), ("3月5日", (None, 3, 5)), ("31. června", (None, 6, 31)), ("12 فيفري", (None, 2, 12)),
     ("12 تشرين الثاني 2026", (2026, 11, 12))],
)  # fmt: skip
def test_reads_year_month_and_day(text: str, read: tuple[int | None, int | None, int | None]) -> None:
    assert read_date(text) == DateReading(*read)


def test_knows_impossible_days() -> None:
    assert not DateReading(205, 6, 27).is_possible
    assert not DateReading(2021, 6, 31).is_possible
    for day_0 in ("00 May 2026", "May 0", "0.5.2026", "2026-05-00"):
        read = read_date(day_0)
        assert read is not None and not read.is_possible
    assert DateReading(None, 2, 29).is_possible
    assert read_date("Tuesday") is None
    assert read_date(f"5 May {'9' * 5_000}") == DateReading(int("9" * 194), 5, 5)


def test_lowered_numbers_are_no_part_of_a_date() -> None:
    assert read_date("CO₂ 3 May ₁") == DateReading(None, 5, 3)


def test_a_month_that_is_another_one_in_zagreb_and_in_warsaw_is_both() -> None:
    read = read_date("12 listopada")
    assert read is not None
    assert {day.month for day in read.days_in(2026)} == {10, 11}
    impossible_in_warsaw = read_date("31. listopada 2026")
    assert impossible_in_warsaw is not None and impossible_in_warsaw.is_possible
