"""Checkstyle XML, which Jenkins, reviewdog and many glue actions read."""

from __future__ import annotations

from typing import TextIO
from xml.sax.saxutils import quoteattr

from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.report.anchor import page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.told import advice, failure_info, told


class CheckstyleReporter:
    """A ``file`` element a page with something to say, written as it comes."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; pages are named as ``context.paths`` says."""
        self._out = out
        self._context = context

    def start(self, facts: RunFacts) -> None:
        """Open the document."""
        self._out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')

    def page(self, report: PageReport) -> None:
        """Write one page; a clean one is not mentioned."""
        if not report.findings and not report.failures:
            return
        self._out.write(f"  <file name={_attribute(page_path(report.uri, self._context))}>\n")
        for failure in report.failures:
            self._error(1, 1, "error", visible(failure.text), failure_info(failure).id)
        for finding in report.findings:
            self._finding(finding)
        self._out.write("  </file>\n")

    def _finding(self, finding: Finding) -> None:
        place = finding.place
        message = "; ".join((told(finding), *advice(finding.data)))
        severity = "info" if finding.known else str(finding.severity)
        self._error(place.line, place.column, severity, message, finding.rule)

    def _error(self, line: int, column: int, severity: str, message: str, rule: str) -> None:
        self._out.write(
            f'    <error line="{line}" column="{column}" severity="{severity}" message={_attribute(message)}'
            f" source={_attribute(f'layoutcheck.{rule}')}/>\n"
        )

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes, each below the file it speaks of, and close the document."""
        for note in notes:
            self._out.write(f"  <file name={_attribute(page_path(note.place.uri, self._context))}>\n")
            self._finding(note)
            self._out.write("  </file>\n")
        self._out.write("</checkstyle>\n")


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
