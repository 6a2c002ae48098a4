"""Where the time of a run went, as a table: by phase, by rule, by selector, by pattern of the user's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import perf_counter, process_time

#: Names of the stopwatch that open a group of their own; the rest are phases.
GROUPS = ("rule", "selector", "pattern")
#: Of each group the dearest are shown, so many.
SHOWN = 20


class Timings:
    """Adds up what the stopwatches of a run's processes measured."""

    def __init__(self) -> None:
        self._spent: dict[str, tuple[float, int]] = {}
        self._begun = perf_counter()
        self._used = process_time()

    def add(self, times: Mapping[str, tuple[float, int]]) -> None:
        """Add what one process measured (see :func:`layoutcheck.core.stopwatch.take`)."""
        for name, (seconds, laps) in times.items():
            before, count = self._spent.get(name, (0.0, 0))
            self._spent[name] = (before + seconds, count + laps)

    def seconds(self, name: str) -> float:
        """The seconds booked to a name, 0 for one that was never heard."""
        return self._spent.get(name, (0.0, 0))[0]

    def table(self, pages: int) -> Iterator[str]:
        """The lines of the table: seconds, share of the whole, microseconds for each page."""
        whole = sum(seconds for seconds, _ in self._spent.values()) or 1e-9
        yield f"{'seconds':>9} {'share':>6} {'µs/page':>9}"
        for title, entries in self._groups():
            spent = sum(seconds for _, seconds in entries)
            yield _line(spent, whole, pages, title)
            for name, seconds in entries[:SHOWN] if entries[0][0] != title else ():
                yield _line(seconds, whole, pages, f"  {name}")
            if len(entries) > SHOWN:
                rest = sum(seconds for _, seconds in entries[SHOWN:])
                yield _line(rest, whole, pages, f"  {len(entries) - SHOWN} more")
        yield f"{whole:9.3f}        {whole / max(pages, 1) * 1e6:9.0f} in all, over all processes"
        yield (
            f"{perf_counter() - self._begun:9.3f} seconds by the clock, of which the reports and the command itself "
            f"took {process_time() - self._used:.3f} of this process"
        )

    def _groups(self) -> Iterator[tuple[str, list[tuple[str, float]]]]:
        """The phases in the order of a page's life; the entries of a group, the costly first."""
        phases: dict[str, list[tuple[str, float]]] = {}
        for name, (seconds, _) in self._spent.items():
            group, _, rest = name.partition(" ")
            if group in GROUPS:
                phases.setdefault(f"{group}s", []).append((rest, seconds))
            else:
                phases.setdefault(name, []).append((name, seconds))
        order = ["read", "cache", "parse", "extract", "selectors", "demands", "scan", "patterns", "rules", "place"]
        for title in sorted(phases, key=lambda t: (order.index(t) if t in order else len(order), t)):
            yield title, sorted(phases[title], key=lambda entry: -entry[1])


def _line(seconds: float, whole: float, pages: int, title: str) -> str:
    return f"{seconds:9.3f} {seconds / whole:6.1%} {seconds / max(pages, 1) * 1e6:9.0f} {title}"
