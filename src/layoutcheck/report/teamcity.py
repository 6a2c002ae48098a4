"""TeamCity's service messages: inspections with their types, counts, and the build's problem."""

from __future__ import annotations

from typing import TextIO

from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.core.shortened import shortened
from layoutcheck.report.anchor import anchor, page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.rule_info import RuleInfo, info_of
from layoutcheck.report.told import counted, failure_info, lines

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "WEAK WARNING"}
_ESCAPES = {"|": "||", "'": "|'", "[": "|[", "]": "|]", "\n": "|n", "\r": "|r"}
#: TeamCity takes names of 255 and texts of 4,000 characters.
_NAME, _TEXT = 255, 4000
_TEXTS = frozenset(("message", "description", "file"))


class TeamcityReporter:
    """One service message a line, written as it comes."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; rules are told as ``context.rules`` says."""
        self._out = out
        self._context = context
        self._declared: set[str] = set()

    def start(self, facts: RunFacts) -> None:
        """Say nothing."""

    def page(self, report: PageReport) -> None:
        """Write an inspection for each failure and finding."""
        for failure in report.failures:
            info = failure_info(failure)
            self._declare(info)
            path = page_path(report.uri, self._context)
            self._message(
                "inspection", typeId=info.id, message=visible(failure.text), file=path, line="1", SEVERITY="ERROR"
            )
        for finding in report.findings:
            self._finding(finding, report.uri)

    def _finding(self, finding: Finding, uri: str) -> None:
        self._declare(info_of(self._context.rules, finding.rule))
        at = anchor(finding, uri, self._context)
        self._message(
            "inspection", typeId=finding.rule, message="\n".join(lines(finding, uri, at, self._context)),
            file=visible(at.path), line=str(at.line),
            SEVERITY="INFO" if finding.known else _SEVERITIES[finding.severity],
        )  # fmt: skip

    def _declare(self, info: RuleInfo) -> None:
        if info.id in self._declared:
            return
        self._declared.add(info.id)
        description = info.summary + (f" - {info.help_uri}" if info.help_uri else "")
        self._message(
            "inspectionType", id=info.id, name=info.id.replace("-", " "), category="layoutcheck",
            description=visible(description),
        )  # fmt: skip

    def _message(self, kind: str, **values: str) -> None:
        written = " ".join(
            f"{key}='{_escape(shortened(value, _TEXT if key in _TEXTS else _NAME))}'" for key, value in values.items()
        )
        self._out.write(f"##teamcity[{kind} {written}]\n")

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes, the counts, and the build's problem when there is one."""
        for note in notes:
            self._finding(note, note.place.uri)
        counts = {
            "pages": summary.pages, "errors": summary.error, "warnings": summary.warning, "infos": summary.info,
            "known": summary.known, "failures": summary.failures,
        }  # fmt: skip
        for name, count in counts.items():
            self._message("buildStatisticValue", key=f"layoutcheck {name}", value=str(count))
        if exit_code:
            problem = (
                f"layoutcheck: {counted(summary.error, 'error')}, {counted(summary.warning, 'warning')}, "
                f"{counted(summary.failures, 'failure')} on {counted(summary.pages, 'page')}"
            )
            self._message("buildProblem", description=problem, identity="layoutcheck")


def _escape(text: str) -> str:
    return "".join(_ESCAPES.get(char) or (char if char.isascii() else _units(char)) for char in text)


def _units(char: str) -> str:
    """A character in UTF-16 units, as Java has it: an astral one takes two."""
    raw = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"|0x{raw[at : at + 2].hex()}" for at in range(0, len(raw), 2))
