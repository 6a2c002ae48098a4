"""Dates that lost a part of themselves."""

import pytest

from layoutcheck.newsroom.date.half import lost_part


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("November , 2026", "November , 2026"),
        ("Posted on November , 2026 by Ann Berg", "November , 2026"),
        ("November 4, at", "November 4, at"),
        (", 2026", ", 2026"),
        ("Published: , 2026", ", 2026"),
        (". November 2026", ". November 2026"),
        ("Veröffentlicht am . Mai 2026", ". Mai 2026"),
        ("de noviembre de 2026", "de noviembre de 2026"),
        ("4 de de 2026", "4 de de 2026"),
        ("/11/2026", "/11/2026"),
        ("4//2026", "4//2026"),
        ("04..2026", "04..2026"),
        ("Updated: //", "//"),
        ("/11/2026 09:20", "/11/2026"),
        ("年11月4日", "年11月4日"),
        ("2026年月4日", "2026年月4日"),
        ("年月日", "年月日"),
    ],
)
def test_a_date_without_its_day_month_or_year_is_found(line: str, part: str) -> None:
    found = lost_part(line)
    assert found is not None and line[slice(*found)] == part


@pytest.mark.parametrize(
    "line",
    ["November, 2026", "4. November 2026", "4 de noviembre de 2026", "4/11/2026", "4.5.", "..", "--", "2026年11月4日",
     "Town , 2026", "de la ciudad de 2026", "November 4, 2026", "1/2", "www.example.org/11/2026", "v1..2", ""],
)  # fmt: skip
def test_whole_dates_and_other_lines_are_left_alone(line: str) -> None:
    assert lost_part(line) is None
