"""The reports for a terminal: ``text``, grouped by page with the source line, and ``concise``, a line each."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TextIO

from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import line_start, visible
from layoutcheck.report.path_mapping import is_address
from layoutcheck.report.told import counted

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36"}
#: How many causes the summary names, and how many notes about the run.
_CAUSES, _NOTES = 20, 50


class _Painter:
    """Colour where the terminal wants it."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text


def _width(text: str) -> int:
    """Columns that a terminal uses for ``text`` (East Asian wide characters take two)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


class TextReporter:
    """Findings grouped by page, each with its source line and a caret; a summary by cause at the end."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; ``context.colour`` says whether with colour, ``context.paths`` pages' addresses."""
        self._out = out
        self._context = context
        self._paint = _Painter(context.colour)

    def start(self, facts: RunFacts) -> None:
        """Say nothing: the findings come first."""

    def page(self, report: PageReport) -> None:
        """Write one page's failures and findings; a clean page is not mentioned."""
        if not report.findings and not report.failures:
            return
        name = self._context.paths.name(report.uri)
        address = f"  {self._paint(visible(name), '2')}" if name != report.uri and is_address(name) else ""
        self._out.write(self._paint(line_start(report.uri), "1;4") + address + "\n")
        for failure in report.failures:
            self._out.write(f"  {self._paint('failed', '35;1')}  {visible(failure.text)}\n")
        for finding in report.findings:
            self._finding(finding, report.uri)
        self._out.write("\n")

    def _finding(self, finding: Finding, uri: str) -> None:
        place = finding.place
        at = self._paint(f"{place.line}:{place.column}", "2")
        known = self._paint(" (known)", "2") if finding.known else ""
        severity = self._paint(str(finding.severity), _COLOURS[finding.severity])
        rule = self._paint(finding.rule, "2")
        self._out.write(f"  {at}  {severity}{known}  {visible(finding.text)}  {rule}\n")
        self._source(finding)
        if place.where:
            self._out.write(f"      {self._paint('in', '2')} {visible(place.where)}\n")
        for also in finding.also:
            elsewhere = f"{visible(also.uri)}:" if also.uri and also.uri != uri else ""
            self._out.write(f"      {self._paint('also', '2')} {elsewhere}{also.line}:{also.column}\n")
        for key in ("engine", "cause", "fix", "schema"):
            if finding.data.get(key):
                self._out.write(f"      {self._paint(key + ':', '2')} {visible(str(finding.data[key]))}\n")

    def _source(self, finding: Finding) -> None:
        snippet, place = finding.snippet, finding.place
        if snippet is None or not snippet.text.strip():
            return
        shown = visible(snippet.text)
        before = _width(visible(snippet.text[: place.column - snippet.column]))
        end = place.end_column if place.end_line == place.line else snippet.column + len(snippet.text)
        marked = snippet.text[place.column - snippet.column : end - snippet.column]
        number = str(place.line)
        bar = self._paint("|", "2")
        self._out.write(f"      {self._paint(number, '2')} {bar} {shown}\n")
        caret = self._paint("^" * max(1, _width(visible(marked))), _COLOURS[finding.severity])
        self._out.write(f"      {' ' * len(number)} {bar} {' ' * before}{caret}\n")

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes, the causes and the counts."""
        if notes:
            self._out.write(self._paint("About the run", "1;4") + "\n")
            for note in notes[:_NOTES]:
                self._note(note)
            if len(notes) > _NOTES:
                self._out.write(f"  … and {len(notes) - _NOTES:,} more; all are in the JSON report\n")
            self._out.write("\n")
        said = {note.cause for note in notes}
        told = [cause for cause in causes if cause.findings > cause.known and cause.id not in said]
        if told:
            self._out.write(self._paint("Causes", "1") + "\n")
        for cause in told[:_CAUSES]:
            severity = self._paint(f"{cause.severity:<7}", _COLOURS[cause.severity])
            reach = f"{counted(cause.findings, 'finding')} on {counted(cause.pages, 'page')}"
            self._out.write(
                f"  {severity} {visible(cause.text)}{_where(cause)}\n          {cause.rule}: {reach}{_such_as(cause)}\n"
            )
        if len(told) > _CAUSES:
            self._out.write(f"  … and {counted(len(told) - _CAUSES, 'more cause')}; all are in the JSON report\n")
        self._out.write(("\n" if told else "") + totals(summary, self._paint) + "\n")

    def _note(self, note: Finding) -> None:
        place = note.place
        severity = self._paint(str(note.severity), _COLOURS[note.severity])
        known = self._paint(" (known)", "2") if note.known else ""
        at = f"{visible(place.uri)}:{place.line}:{place.column}"
        self._out.write(f"  {severity}{known}  {visible(note.text)}  {self._paint(note.rule, '2')}\n")
        self._out.write(f"      {self._paint('at', '2')} {at}\n")


def totals(summary: Summary, paint: Callable[[str, str], str] = lambda text, code: text) -> str:
    """The counts of a run in one line."""
    new = "new " if summary.known else ""  # beside known ones, those that count are called new
    counts = [
        paint(counted(summary.error, f"{new}error"), _COLOURS[Severity.ERROR] if summary.error else "2"),
        paint(counted(summary.warning, f"{new}warning"), _COLOURS[Severity.WARNING] if summary.warning else "2"),
        counted(summary.info, f"{new}info"),
    ]
    if summary.known:
        counts.append(f"{summary.known:,} known")
    if summary.suppressed:
        counts.append(f"{summary.suppressed:,} suppressed")
    clean = "without new findings" if summary.known else "clean"
    told = f"{counted(summary.pages, 'page')} checked, {summary.clean:,} {clean}: {', '.join(counts)}"
    if summary.failures:
        told += f"; {paint(counted(summary.failures, 'failure'), '35;1')}"
    return f"interrupted; {told}" if summary.interrupted else told


def _where(cause: Cause) -> str:
    """Where on its page a cause shows; of many pages their findings tell."""
    if cause.pages != 1 or not cause.where:
        return ""
    more = f" and {cause.findings - 1:,} more" if cause.findings > 1 else ""
    return f" (in {visible(cause.where)}{more})"


def _such_as(cause: Cause) -> str:
    """One place of a cause on many pages, by which those that read alike are told apart."""
    if cause.pages == 1 or not cause.examples:
        return ""
    place = cause.examples[0]
    where = f" in {visible(place.where)}" if place.where else ""
    return f", such as {visible(place.uri)}:{place.line}:{place.column}{where}"


class ConciseReporter:
    """One line a finding: ``path:line:column: severity rule message``."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; ``context.colour`` says whether with colour."""
        self._out = out
        self._paint = _Painter(context.colour)

    def start(self, facts: RunFacts) -> None:
        """Say nothing."""

    def page(self, report: PageReport) -> None:
        """Write a line for each failure and finding."""
        for failure in report.failures:
            self._line(failure.uri, 1, 1, self._paint("failed", "35;1"), failure.text)
        for finding in report.findings:
            self._finding(finding, report.uri)

    def _finding(self, finding: Finding, uri: str) -> None:
        severity = self._paint(str(finding.severity), _COLOURS[finding.severity])
        known = " (known)" if finding.known else ""
        place = finding.place
        self._line(uri, place.line, place.column, f"{severity} {finding.rule}", f"{finding.text}{known}")

    def _line(self, uri: str, line: int, column: int, what: str, text: str) -> None:
        self._out.write(f"{line_start(uri)}:{line}:{column}: {what} {visible(text)}\n")

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes."""
        for note in notes:
            self._finding(note, note.place.uri)
