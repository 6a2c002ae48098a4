"""Which date is that of publication, where machines and readers are told several."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.date.choice import choose_date
from layoutcheck.newsroom.date.dates import Moment
from layoutcheck.newsroom.date.statement import DateStatement
from made_page import element_of

SPOT = Spot(element_of("<p>x</p>", "p"))


def moment(day: str, hour: int | None = None, offset: int | None = None) -> Moment:
    return Moment(datetime.date.fromisoformat(f"2026-{day}"), None if hour is None else datetime.time(hour), offset)


def told(day: str, source: str = "json-ld", label: str = "published", *, swapped: str = "", offset: int | None = None):
    other = moment(swapped) if swapped else None
    return DateStatement(label, moment(day, 12, offset), SPOT, source, False, day, swapped=other)


def seen(
    day: str,
    label: str = "",
    *,
    lone: bool = True,
    near: int = 0,
    source: str = "text",
    swapped: str = "",
    worded=False,
):
    other = moment(swapped) if swapped else None
    return DateStatement(label, moment(day), SPOT, source, True, day, near, other, lone, worded)


def nowhere() -> list[DateStatement]:
    return []


def chosen(
    dates: list[DateStatement], label: str = "published", everywhere: Callable[[], list[DateStatement]] = nowhere
):
    found = choose_date(dates, label, everywhere)
    return (found[0].iso(), dates.index(found[1]) if found[1] in dates else -1, found[2]) if found else None


def test_of_no_date_nothing_is_chosen() -> None:
    assert chosen([]) is None
    assert chosen([seen("05-03")], "modified") is None
    assert chosen([told("05-03", label="modified")]) is None


def test_machines_moment_stands_where_readers_see_its_day() -> None:
    assert chosen([told("05-03"), seen("05-04"), seen("05-03")]) == ("2026-05-03T12:00:00", 2, "json-ld")
    assert chosen([told("05-03")]) == ("2026-05-03T12:00:00", 0, "json-ld")


def test_json_ld_of_the_page_comes_behind_all_other_machines() -> None:
    assert chosen([told("05-03", "json-ld page"), told("05-02", "date")])[2] == "date"


def test_readers_date_is_as_exact_as_its_element() -> None:
    exact = DateStatement("", moment("05-03", 9), SPOT, "time[datetime]", True, "x")
    assert chosen([seen("05-03"), exact]) == ("2026-05-03T09:00:00", 0, "time[datetime]")
    assert chosen([seen("05-03")]) == ("2026-05-03", 0, "text")


def test_a_lone_date_and_a_labelled_one_go_first() -> None:
    assert chosen([seen("05-01", lone=False), seen("05-02"), seen("05-03", "published")]) == ("2026-05-03", 2, "text")
    assert chosen([seen("05-01", "published", lone=False), seen("05-02")]) == ("2026-05-02", 1, "text")
    assert chosen([seen("05-01", near=1), seen("05-02", "modified", worded=True)]) is None


def test_a_date_that_only_its_element_calls_a_change_is_the_day_where_there_is_no_other() -> None:
    assert chosen([seen("05-01", near=1), seen("05-02", "modified")]) == ("2026-05-02", 1, "text")
    assert chosen([seen("05-01"), seen("05-02", "modified")]) == ("2026-05-01", 0, "text")


def test_a_label_alone_counts_for_changes() -> None:
    assert chosen([seen("05-01"), seen("05-02", "modified")], "modified") == ("2026-05-02", 1, "text")


@pytest.mark.parametrize(
    ("source", "day", "expected"),
    [
        ("date", "05-20", "2026-05-03"),  # a loose name, filled with the day of the build
        ("date", "05-04", "2026-05-04T12:00:00"),  # hardly apart: one event
        ("article:published_time", "05-20", "2026-05-03"),
        ("article:published_time", "05-01", "2026-05-01T12:00:00"),  # earlier than what readers see
        ("json-ld", "05-20", "2026-05-20T12:00:00"),
    ],
)
def test_vague_machines_do_not_stand_against_readers(source: str, day: str, expected: str) -> None:
    assert chosen([told(day, source), seen("05-03")])[0] == expected


def test_of_two_readings_the_one_that_readers_see_is_meant() -> None:
    assert chosen([told("03-04", "pdate", swapped="04-03"), seen("04-03")])[:2] == ("2026-04-03", 1)
    elsewhere = [seen("04-03")]
    found = choose_date([told("03-04", "pdate", swapped="04-03")], "published", lambda: elsewhere)
    assert found is not None and found[0].iso() == "2026-04-03" and found[1] is elsewhere[0]
    assert chosen([told("04-03"), seen("03-04", swapped="04-03")])[:2] == ("2026-04-03T12:00:00", 1)


def test_utc_may_hide_the_readers_day() -> None:
    assert chosen([told("05-03", offset=0), seen("05-04")]) == ("2026-05-04", 1, "text")
    assert chosen([told("05-03", offset=60), seen("05-04")]) == ("2026-05-03T12:00:00+01:00", 0, "json-ld")
