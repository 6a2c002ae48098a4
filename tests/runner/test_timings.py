"""Where the time went, as a table."""

from __future__ import annotations

from layoutcheck.runner.timings import SHOWN, Timings


def table(times: dict[str, tuple[float, int]], pages: int = 1) -> list[list[str]]:
    timings = Timings()
    timings.add(times)
    return [line.split() for line in timings.table(pages)]


def test_times_of_several_processes_add_up() -> None:
    timings = Timings()
    timings.add({"parse": (1.0, 2)})
    timings.add({"parse": (0.5, 1), "read": (0.25, 1)})
    assert (timings.seconds("parse"), timings.seconds("read"), timings.seconds("nothing")) == (1.5, 0.25, 0)


def test_phases_stand_in_the_order_of_a_pages_life_with_shares() -> None:
    rows = table(
        {
            "place": (1.0, 1),
            "mystery": (1.0, 1),
            "rule b": (0.5, 1),
            "rule a": (1.5, 1),
            "parse": (4.0, 1),
            "read": (2.0, 1),
        },
        pages=2,
    )
    assert rows[1:8] == [
        ["2.000", "20.0%", "1000000", "read"], ["4.000", "40.0%", "2000000", "parse"], ["2.000", "20.0%", "1000000", "rules"],
        ["1.500", "15.0%", "750000", "a"], ["0.500", "5.0%", "250000", "b"], ["1.000", "10.0%", "500000", "place"], ["1.000", "10.0%", "500000", "mystery"],
    ]  # fmt: skip
    assert rows[8][:2] == ["10.000", "5000000"]


def test_a_long_group_is_cut_and_the_rest_summed_up() -> None:
    rows = table({f"selector s{number}": (1.0, 1) for number in range(SHOWN + 3)})
    assert ["3.000", "13.0%", "3000000", "3", "more"] in rows


def test_nothing_measured_is_no_division_by_nothing() -> None:
    assert len(table({}, pages=0)) == 3
