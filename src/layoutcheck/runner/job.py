"""What a worker does with the name of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from layoutcheck.config import Settings
from layoutcheck.core import stopwatch
from layoutcheck.core.finding import Failure, PageReport
from layoutcheck.pipeline import OUT_OF_MEMORY, RunOptions
from layoutcheck.runner.cache import Cache
from layoutcheck.runner.check_ref import check_ref
from layoutcheck.runner.worker import MemorySpent
from layoutcheck.sources.page_ref import PageRef


@dataclass(frozen=True)
class Job:
    """Check one page by name. Travels to a worker once."""

    settings: Settings
    options: RunOptions
    cache: Cache | None = None
    #: Whether the process's stopwatch runs.
    timed: bool = False
    #: The worker's bound in megabytes, for telling of it.
    memory: int | None = None

    def __call__(self, ref: PageRef) -> PageReport:
        """Check a page; raises :class:`~layoutcheck.runner.worker.MemorySpent` with the report when memory ran out."""
        if self.timed:
            stopwatch.start()
        report = check_ref(ref, self.settings, self.options, self.cache)
        if any(failure.text == OUT_OF_MEMORY for failure in report.failures):
            raise MemorySpent(self._named(report))
        return report

    def _named(self, report: PageReport) -> PageReport:
        if self.memory is None:
            return report
        told = f"the page needed more than {self.memory} MB"
        failures = (Failure(f.uri, told) if f.text == OUT_OF_MEMORY else f for f in report.failures)
        return replace(report, failures=tuple(failures))
