"""The stopwatch books each lap to a name, and nothing where nobody asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from layoutcheck.core import stopwatch


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    stopwatch.stop()
    yield
    stopwatch.stop()


def test_laps_add_up_by_name() -> None:
    ticks = iter([10.0, 11.0, 13.0, 16.0])
    stopwatch.start(lambda: next(ticks))
    for name in ("parse", "rule x", "parse"):
        stopwatch.lap(name)
    assert stopwatch.take() == {"parse": (4.0, 2), "rule x": (2.0, 1)}
    assert stopwatch.take() == {}


def test_starting_again_begins_a_new_lap_and_keeps_what_was_measured() -> None:
    ticks = iter([0.0, 1.0, 50.0, 52.0])
    stopwatch.start(lambda: next(ticks))
    stopwatch.lap("parse")
    stopwatch.start(lambda: next(ticks))
    stopwatch.lap("parse")
    assert stopwatch.take() == {"parse": (3.0, 2)}


def test_off_it_measures_nothing_and_stopping_forgets() -> None:
    stopwatch.lap("parse")
    assert stopwatch.take() == {}
    stopwatch.start(lambda: 1.0)
    stopwatch.lap("parse")
    stopwatch.stop()
    assert stopwatch.take() == {}
