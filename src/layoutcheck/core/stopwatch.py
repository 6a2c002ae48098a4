"""Where the time of a check goes, by name; costs a comparison where nobody asked.

One page is checked at a time in a process, so the stopwatch is the process's: whoever does a piece of work calls
:func:`lap` behind it with the work's name, and the time since the last lap is booked to that name. Times are exclusive
and add up to the whole.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

_running = False
_clock: Callable[[], float] = perf_counter
_last = 0.0
_seconds: dict[str, float] = {}
_laps: dict[str, int] = {}


def start(clock: Callable[[], float] = perf_counter) -> None:
    """Switch the stopwatch on, or begin a new lap: what passed since the last one is nobody's.

    ``clock`` gives the seconds; a benchmark on a busy machine wants those that the processor spent.
    """
    global _running, _last, _clock
    _running, _clock = True, clock
    _last = clock()


def stop() -> None:
    """Switch it off and forget what it measured."""
    global _running
    _running = False
    _seconds.clear()
    _laps.clear()


def lap(name: str) -> None:
    """Book the time since the last lap to ``name``, such as ``parse`` or ``rule duplicate-teaser``."""
    global _last
    if not _running:
        return
    now = _clock()
    _seconds[name] = _seconds.get(name, 0.0) + now - _last
    _laps[name] = _laps.get(name, 0) + 1
    _last = now


def take() -> dict[str, tuple[float, int]]:
    """What was measured since it was last taken: name -> seconds and laps. Begins anew."""
    taken = {name: (seconds, _laps[name]) for name, seconds in _seconds.items()}
    _seconds.clear()
    _laps.clear()
    return taken
