"""The trend over the last runs, as coordinates for a small drawing."""

from __future__ import annotations

from dataclasses import dataclass

from layoutcheck.report.history import History, PastRun
from layoutcheck.report.last_seen import SEVERITIES

HEIGHT = 72
_STEP = 14
_BAR = 9


@dataclass(frozen=True, slots=True)
class Bar:
    """One run: three stacked stretches, from the ground up error, warning, info, as (kind, y, height)."""

    x: int
    width: int
    parts: tuple[tuple[str, int, int], ...]
    run: PastRun


@dataclass(frozen=True, slots=True)
class Trend:
    """The drawing and what it is drawn from."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    highest: int


def trend(history: History) -> Trend:
    """Bars of the new findings that stood after each run, oldest first: on the pages that it did not check, too."""
    highest = max((sum(map(run.standing, SEVERITIES)) for run in history.runs), default=0)
    bars = []
    for index, run in enumerate(history.runs):
        parts = []
        top = HEIGHT
        for kind in SEVERITIES:
            count = run.standing(kind)
            height = max(1, round(count * (HEIGHT - 2) / highest)) if count else 0
            height = min(height, top)
            top -= height
            if height:
                parts.append((kind, top, height))
        bars.append(Bar(index * _STEP, _BAR, tuple(parts), run))
    return Trend(tuple(bars), max(1, len(bars) * _STEP - (_STEP - _BAR)), HEIGHT, highest)
