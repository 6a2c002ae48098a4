"""The JSON report and its line-by-line twin; ``schemas/report.schema.json`` describes both."""

from __future__ import annotations

import json
import re
from typing import Any, TextIO

from layoutcheck.core.finding import Cause, Failure, Finding, PageReport, Place, RunFacts, Summary
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import neutral

SCHEMA = "https://layoutcheck.dev/schemas/report"


def place_object(place: Place, page: str = "") -> dict[str, Any]:
    """A place as JSON; ``uri`` is left out where it is the page's own, and empty values always."""
    told = {
        "uri": "" if place.uri == page else place.uri,
        "line": place.line, "column": place.column, "end_line": place.end_line, "end_column": place.end_column,
        "selector": place.selector, "xpath": place.xpath, "pointer": place.pointer, "where": place.where,
        "excerpt": place.excerpt,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value != ""}


def finding_object(finding: Finding, page: str = "") -> dict[str, Any]:
    """A finding as JSON."""
    told = {
        "rule": finding.rule,
        "message": finding.message,
        "text": finding.text,
        "severity": str(finding.severity),
        "place": place_object(finding.place, page),
        "also": [place_object(place, page) for place in finding.also],
        "data": dict(finding.data),
        "help": finding.help,
        "fingerprint": finding.fingerprint,
        "cause": finding.cause,
        "known": finding.known,
    }
    if finding.fault:
        told["fault"] = finding.fault
    if finding.snippet is not None:
        told["snippet"] = {"text": finding.snippet.text, "column": finding.snippet.column}
    return told


def failure_object(failure: Failure) -> dict[str, Any]:
    """A failure as JSON."""
    told = {"uri": failure.uri, "rule": failure.rule, "text": failure.text}
    return {**told, "trace": failure.trace} if failure.trace else told


def page_object(report: PageReport, *, outline: bool = True) -> dict[str, Any]:
    """A page's report as JSON, its outline only where ``outline`` says so."""
    told: dict[str, Any] = {
        "uri": report.uri,
        "section": report.section,
        "schema": report.schema,
        "findings": [finding_object(finding, report.uri) for finding in report.findings],
        "failures": [failure_object(failure) for failure in report.failures],
        "suppressed": [finding_object(finding, report.uri) for finding in report.suppressed],
    }
    if outline and report.outline:
        told["outline"] = [{"pointer": part.pointer, "text": part.text, "line": part.line} for part in report.outline]
    return told


def cause_object(cause: Cause) -> dict[str, Any]:
    """A cause as JSON."""
    return {
        "id": cause.id,
        "rule": cause.rule,
        "message": cause.message,
        "text": cause.text,
        "severity": str(cause.severity),
        "where": cause.where,
        "data": dict(cause.data),
        "findings": cause.findings,
        "known": cause.known,
        "pages": cause.pages,
        "sections": dict(sorted(cause.sections.items())),
        "examples": [place_object(place) for place in cause.examples],
    }


def run_object(facts: RunFacts) -> dict[str, Any]:
    """What was run, as JSON."""
    told: dict[str, Any] = {
        "tool": "layoutcheck",
        "version": facts.version,
        "command": list(facts.command),
        "schema": facts.schema,
        "config": facts.config,
        "fail_on": facts.fail_on,
        "started": facts.started,
    }
    return {**told, "arguments": list(facts.arguments)} if facts.arguments else told


def summary_object(summary: Summary, exit_code: int) -> dict[str, Any]:
    """The counts of a run as JSON."""
    return {
        "pages": summary.pages, "clean": summary.clean, "failed": summary.failed,
        "error": summary.error, "warning": summary.warning, "info": summary.info,
        "known": summary.known, "suppressed": summary.suppressed, "failures": summary.failures,
        "rules": dict(sorted(summary.rules.items())), "interrupted": summary.interrupted, "exit_code": exit_code,
    }  # fmt: skip


def dumped(value: Any) -> str:
    """``value`` as one line of JSON that says what it says, and gives no orders to whoever shows it in a log.

    Controls, bidi controls and build servers' ``##`` are written as JSON's own escapes: readers get them back as they
    were.
    """
    return neutral(json.dumps(value, ensure_ascii=False), _escaped)


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


class JsonReporter:
    """One JSON object for the run; a page a line, written as it comes."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        self._out = out
        self._outline = context.outline
        self._pages = 0

    def start(self, facts: RunFacts) -> None:
        """Open the object and the list of pages."""
        self._out.write(f'{{"$schema": "{SCHEMA}", "version": 1,\n"run": {dumped(run_object(facts))},\n"pages": [')

    def page(self, report: PageReport) -> None:
        """Write one page."""
        self._out.write(("," if self._pages else "") + "\n" + dumped(page_object(report, outline=self._outline)))
        self._pages += 1

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Close the list and write the causes, the notes and the counts."""
        told = ",\n".join(dumped(cause_object(cause)) for cause in causes)
        self._out.write(f'\n],\n"causes": [\n{told}\n],\n')
        self._out.write(f'"notes": {dumped([finding_object(note) for note in notes])},\n')
        self._out.write(f'"summary": {dumped(summary_object(summary, exit_code))}}}\n')


class JsonLinesReporter:
    """One line a thing: a ``run`` object, then ``page`` objects, then ``cause`` objects, then the ``summary``."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        self._out = out
        self._outline = context.outline

    def _line(self, kind: str, value: dict[str, Any]) -> None:
        self._out.write(dumped({"kind": kind, **value}) + "\n")

    def start(self, facts: RunFacts) -> None:
        """Write the run's line."""
        self._line("run", run_object(facts))

    def page(self, report: PageReport) -> None:
        """Write the page's line."""
        self._line("page", page_object(report, outline=self._outline))

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the causes', notes' and summary's lines."""
        for cause in causes:
            self._line("cause", cause_object(cause))
        for note in notes:
            self._line("note", finding_object(note))
        self._line("summary", summary_object(summary, exit_code))
