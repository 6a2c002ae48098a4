"""A bar for people at a terminal, and for nobody else."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pytest

from layoutcheck.core.finding import Failure, PageReport
from layoutcheck.runner.progress import show_progress, wants_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def clock(step: float) -> Callable[[], float]:
    now = iter(range(10_000))
    return lambda: next(now) * step


def reports(count: int) -> Iterator[PageReport]:
    for number in range(count):
        failures = (Failure("x", "broken"),) if number == 3 else ()
        yield PageReport(f"{number}.html", failures=failures)


@pytest.mark.parametrize(
    ("err", "environment", "wanted"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (io.StringIO(), {"TERM": "xterm"}, False),
        (Terminal(), {"CI": "true"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
    ],
)
def test_a_bar_is_for_terminals_outside_ci(err: io.StringIO, environment: dict[str, str], wanted: bool) -> None:
    assert wants_progress(err, environment) is wanted


def test_reports_pass_unchanged_and_the_bar_counts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    err = Terminal()
    given = list(show_progress(reports(8), count=lambda: 8, err=err, clock=clock(0.5)))
    assert given == list(reports(8))
    assert "8/8 pages, 1 with findings" in re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", err.getvalue())


def test_a_short_run_shows_nothing_and_counts_nothing() -> None:
    err = Terminal()
    list(show_progress(reports(8), count=lambda: pytest.fail("counted"), err=err, clock=clock(0.01)))
    assert err.getvalue() == ""


def test_leaving_early_closes_the_reports() -> None:
    closed = []

    def endless() -> Iterator[PageReport]:
        try:
            while True:
                yield PageReport("x")
        finally:
            closed.append(True)

    shown = show_progress(endless(), err=Terminal(), clock=clock(0.01))
    next(shown)
    shown.close()
    assert closed
