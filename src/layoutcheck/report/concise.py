"""The format ``concise``: a line a finding, for ``grep`` and editors."""

from __future__ import annotations

from typing import TextIO

from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import line_start, visible
from layoutcheck.report.paint import COLOURS, FAILED, painter


class ConciseReporter:
    """One line a finding: ``path:line:column: severity rule message``."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out`` the findings that reach ``context.least``; ``context.colour`` says whether with colour."""
        self._out = out
        self._least = context.least
        self._paint = painter(context.colour)

    def start(self, facts: RunFacts) -> None:
        """Say nothing."""

    def page(self, report: PageReport) -> None:
        """Write a line for each failure and finding."""
        for failure in report.failures:
            self._line(failure.uri, 1, 1, self._paint("failed", FAILED), failure.text)
        for finding in report.findings:
            self._finding(finding, report.uri)

    def _finding(self, finding: Finding, uri: str) -> None:
        if not finding.severity.reaches(self._least):
            return
        severity = self._paint(str(finding.severity), COLOURS[finding.severity])
        known = " (known)" if finding.known else ""
        place = finding.place
        self._line(uri, place.line, place.column, f"{severity} {finding.rule}", f"{finding.text}{known}")

    def _line(self, uri: str, line: int, column: int, what: str, text: str) -> None:
        self._out.write(f"{line_start(uri)}:{line}:{column}: {what} {visible(text)}\n")

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes."""
        for note in notes:
            self._finding(note, note.place.uri)
