"""What every reporter is: told of the run, then of each page in input order, then of the end."""

from __future__ import annotations

from typing import Protocol, TextIO

from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.report.context import ReportContext


class Reporter(Protocol):
    """Writes one format to one text stream while the run goes on.

    ``start`` is called once, ``page`` for each page in the order of the input, ``finish`` once, also after an
    interruption. ``notes`` are findings about the run itself, such as suppressions that do nothing.
    """

    def __init__(self, out: TextIO, context: ReportContext) -> None: ...

    def start(self, facts: RunFacts) -> None:
        """The run begins."""

    def page(self, report: PageReport) -> None:
        """A page is done."""

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """The run is over."""
