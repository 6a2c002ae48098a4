"""GitLab's Code Quality report, the one that its merge request widget reads."""

from __future__ import annotations

import json
from typing import Any, TextIO

from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.core.identity import identity
from layoutcheck.core.severity import Severity
from layoutcheck.report.anchor import anchor, page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.told import failure_info, lines

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabReporter:
    """One JSON array, an entry a line, written as it comes.

    GitLab shows entries of one fingerprint as one, so that each is made unique; it wants paths relative to the
    repository, with no ``./`` in front, and no byte order mark.
    """

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; pages are named as ``context.paths`` says."""
        self._out = out
        self._context = context
        self._seen: set[str] = set()
        self._any = False

    def start(self, facts: RunFacts) -> None:
        """Open the array."""
        self._out.write("[")

    def page(self, report: PageReport) -> None:
        """Write one page's failures and findings."""
        for failure in report.failures:
            path = page_path(report.uri, self._context)
            rule = failure_info(failure).id
            known_by = identity(report.uri, rule, failure.rule or "")
            self._entry(visible(failure.text), rule, known_by, "critical", path, 1)
        for finding in report.findings:
            self._finding(finding, report.uri)

    def _finding(self, finding: Finding, uri: str) -> None:
        at = anchor(finding, uri, self._context)
        description = "; ".join(lines(finding, uri, at, self._context))
        known_by = finding.fingerprint or identity(uri, finding.rule, finding.message, finding.place.excerpt)
        severity = "info" if finding.known else _SEVERITIES[finding.severity]
        self._entry(description, finding.rule, known_by, severity, at.path, at.line)

    def _entry(self, description: str, rule: str, known_by: str, severity: str, path: str, line: int) -> None:
        told: dict[str, Any] = {
            "description": description,
            "check_name": rule,
            "fingerprint": self._unique(known_by),
            "severity": severity,
            "location": {"path": visible(path), "lines": {"begin": line}},
        }
        self._out.write((",\n" if self._any else "\n") + json.dumps(told))
        self._any = True

    def _unique(self, known_by: str) -> str:
        while known_by in self._seen:
            known_by = identity(known_by)
        self._seen.add(known_by)
        return known_by

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes and close the array, which is there when all is well, too."""
        for note in notes:
            self._finding(note, note.place.uri)
        self._out.write("\n]\n" if self._any else "]\n")
