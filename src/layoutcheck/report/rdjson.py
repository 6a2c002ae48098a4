"""Reviewdog's diagnostic format, for review comments on any forge."""

from __future__ import annotations

import json
from typing import Any, TextIO

from layoutcheck.core.finding import Cause, Finding, PageReport, Place, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.report.anchor import Anchor, anchor, page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.told import failure_info, lines

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_SOURCE = '{"name": "layoutcheck", "url": "https://layoutcheck.dev/"}'


class RdjsonReporter:
    """One JSON object, a diagnostic a line, written as it comes.

    Its columns count bytes of UTF-8. Where the line before the place is not at hand (cut, since it is very long) the
    columns are left out, and reviewdog takes whole lines.
    """

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; pages are named as ``context.paths`` says."""
        self._out = out
        self._context = context
        self._any = False

    def start(self, facts: RunFacts) -> None:
        """Open the object and the list of diagnostics."""
        self._out.write(f'{{"source": {_SOURCE},\n"diagnostics": [')

    def page(self, report: PageReport) -> None:
        """Write one page's failures and findings."""
        for failure in report.failures:
            path = page_path(report.uri, self._context)
            self._write({
                "message": visible(failure.text),
                "location": {"path": visible(path), "range": {"start": {"line": 1}}},
                "severity": "ERROR",
                "code": {"value": failure_info(failure).id},
            })  # fmt: skip
        for finding in report.findings:
            self._finding(finding, report.uri)

    def _finding(self, finding: Finding, uri: str) -> None:
        at = anchor(finding, uri, self._context)
        code = {"value": finding.rule, "url": finding.help} if finding.help else {"value": finding.rule}
        diagnostic: dict[str, Any] = {
            "message": "\n".join(lines(finding, uri, at, self._context)),
            "location": {"path": visible(at.path), "range": _range(at, finding)},
            "severity": "INFO" if finding.known else _SEVERITIES[finding.severity],
            "code": code,
        }
        if finding.also:
            diagnostic["related_locations"] = [self._related(place, uri) for place in finding.also]
        self._write(diagnostic)

    def _related(self, place: Place, uri: str) -> dict[str, Any]:
        lines = {"start": {"line": place.line}, "end": {"line": place.end_line}}
        location = {"path": visible(page_path(place.uri or uri, self._context)), "range": lines}
        return {"message": f"also here{f': {visible(place.where)}' if place.where else ''}", "location": location}

    def _write(self, diagnostic: dict[str, Any]) -> None:
        self._out.write((",\n" if self._any else "\n") + json.dumps(diagnostic))
        self._any = True

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes and close the object."""
        for note in notes:
            self._finding(note, note.place.uri)
        self._out.write("\n]}\n" if self._any else "]}\n")


def _range(at: Anchor, finding: Finding) -> dict[str, Any]:
    start: dict[str, int] = {"line": at.line}
    end: dict[str, int] = {"line": max(at.end_line, at.line)}
    if at.kind == "page":
        first = _byte_column(finding, at.column)
        last = _byte_column(finding, at.end_column) if at.end_line == at.line else None
        if first is not None:
            start["column"] = first
            if last is not None:
                end["column"] = last
            elif at.end_line > at.line and at.end_column == 1:
                end["column"] = 1
            else:
                return {"start": {"line": at.line}, "end": end}
    return {"start": start, "end": end}


def _byte_column(finding: Finding, column: int) -> int | None:
    """A column of the place's first line in bytes of UTF-8, 1-based; None when the line up to there is not known."""
    snippet = finding.snippet
    if column == 1:
        return 1
    if snippet is None or snippet.column != 1 or column - 1 > len(snippet.text):
        return None
    return len(snippet.text[: column - 1].encode("utf-8", "surrogatepass")) + 1
