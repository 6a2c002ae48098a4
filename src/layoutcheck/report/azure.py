"""Azure DevOps' logging commands, which mark a build's log and summary."""

from __future__ import annotations

from typing import TextIO

from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.report.anchor import anchor, page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import line_start, visible
from layoutcheck.report.told import failure_info, lines

_DATA = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A", ";": "%3B", "]": "%5D"})


class AzureReporter:
    """A ``task.logissue`` command a finding.

    The command knows errors and warnings only: infos and known findings are plain lines of the log.
    """

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; ``context.base`` makes paths absolute, as the agent wants them."""
        self._out = out
        self._context = context

    def start(self, facts: RunFacts) -> None:
        """Say nothing."""

    def page(self, report: PageReport) -> None:
        """Write a command for each failure and finding."""
        for failure in report.failures:
            path = page_path(report.uri, self._context)
            self._issue("error", path, 1, 1, failure_info(failure).id, visible(failure.text))
        for finding in report.findings:
            self._finding(finding, report.uri)

    def _finding(self, finding: Finding, uri: str) -> None:
        at = anchor(finding, uri, self._context)
        message = "; ".join(lines(finding, uri, at, self._context))
        if finding.known or finding.severity is Severity.INFO:
            name = line_start(at.path)
            self._out.write(f"{name}:{at.line}:{at.column or 1}: {finding.severity} {finding.rule} {message}\n")
        else:
            self._issue(str(finding.severity), at.path, at.line, at.column or 1, finding.rule, message)

    def _issue(self, kind: str, path: str, line: int, column: int, rule: str, message: str) -> None:
        where = f"{self._context.base.rstrip('/')}/{path}" if self._context.base and path[:1] != "/" else path
        properties = {
            "type": kind, "sourcepath": visible(where), "linenumber": line, "columnnumber": column, "code": rule,
        }  # fmt: skip
        written = "".join(f"{key}={str(value).translate(_PROPERTY)};" for key, value in properties.items())
        self._out.write(f"##vso[task.logissue {written}]{message.translate(_DATA)}\n")

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes; a run that passes in spite of findings is marked as one with issues."""
        for note in notes:
            self._finding(note, note.place.uri)
        if exit_code == 0 and (summary.error or summary.warning):
            self._out.write("##vso[task.complete result=SucceededWithIssues;]\n")
