"""JUnit XML, which every build server reads: a suite a page, a case a rule that has something to say."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.report.anchor import page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.told import advice, failure_info, told

DIALECTS = ("gitlab", "strict")
#: GitLab reads files of less than 30 MB; clean pages are left out behind this many bytes, and counted.
_ROOM = 26_000_000
#: Nothing is written behind this many.
_FULL = 29_000_000


class JunitReporter:
    """One ``testsuite`` a page, written as it comes.

    A case fails when it holds a new finding at or above ``--fail-on``, so that a green job has no red tests; known,
    suppressed and lesser findings are skipped cases that say why. The dialect ``strict`` is valid against both
    published XSDs (Ant's and Jenkins'); ``gitlab`` adds the page's file to each case, which neither of them knows.
    """

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; raises :class:`~layoutcheck.core.errors.UserError` for an unknown dialect."""
        if context.junit_dialect not in DIALECTS:
            remedy = near_match(context.junit_dialect, DIALECTS) or f"one of: {', '.join(DIALECTS)}"
            raise UserError(f'there is no JUnit dialect "{context.junit_dialect}"', remedy=remedy)
        self._out = out
        self._context = context
        self._facts = RunFacts("")
        self._written = 0
        self._suites = 0
        self._left_out = 0
        self._names: set[bytes] = set()

    def start(self, facts: RunFacts) -> None:
        """Open the document."""
        self._facts = facts
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')

    def page(self, report: PageReport) -> None:
        """Write one page's suite; a clean page has one case that passes."""
        name = self._unique(visible(self._context.paths.name(report.uri)))
        cases = list(self._cases(report, name))
        clean = not cases
        if clean:
            cases = [self._case("page", name, "clean", page_path(report.uri, self._context), "")]
        suite = self._suite(name, cases, report.seconds)
        size = self._written + len(suite.encode("utf-8"))
        if size > (_ROOM if clean else _FULL):
            self._left_out += 1
        else:
            self._write(suite)

    def _cases(self, report: PageReport, page: str) -> Iterator[str]:
        path = page_path(report.uri, self._context)
        for index, failure in enumerate(report.failures):
            info = failure_info(failure)
            kind = info.id if failure.rule is None else f"{info.id} {failure.rule}"
            inside = f"<error message={_attribute(failure.text)} type={_attribute(info.id)}/>"
            yield self._case(info.id, page, kind if index == 0 else f"{kind} {index + 1}", path, inside)
        by_rule: dict[str, list[tuple[Finding, str]]] = {}
        for finding in report.findings:
            by_rule.setdefault(finding.rule, []).append((finding, self._excuse(finding)))
        for finding in report.suppressed:
            by_rule.setdefault(finding.rule, []).append((finding, "suppressed"))
        for rule, found in sorted(by_rule.items()):
            yield self._case(rule, page, rule, path, _outcome(rule, found))

    def _excuse(self, finding: Finding) -> str:
        """Why a finding fails no test; "" when it does."""
        fail_on = self._facts.fail_on
        if finding.known:
            return "known"
        if fail_on == "never" or not finding.severity.reaches(Severity(fail_on)):
            return f"{finding.severity}, fails from {fail_on}" if fail_on != "never" else str(finding.severity)
        return ""

    def _case(self, rule: str, page: str, kind: str, path: str, inside: str) -> str:
        file = f" file={_attribute(path)}" if self._context.junit_dialect == "gitlab" else ""
        opened = (
            f"<testcase classname={_attribute(f'layoutcheck.{rule}')} name={_attribute(f'{page}: {kind}')}{file}"
            ' time="0.000"'
        )
        return f"    {opened}>{inside}</testcase>\n" if inside else f"    {opened}/>\n"

    def _suite(self, name: str, cases: list[str], seconds: float) -> str:
        counts = {
            "tests": len(cases),
            "failures": sum("<failure " in case for case in cases),
            "errors": sum("<error " in case for case in cases),
            "skipped": sum("<skipped " in case for case in cases),
        }
        numbers = " ".join(f'{key}="{count}"' for key, count in counts.items())
        opened = (
            f'  <testsuite name={_attribute(name)} package="layoutcheck" id="{self._suites}" hostname="localhost"'
            f' timestamp="{self._facts.started[:19] or "1970-01-01T00:00:00"}" time="{seconds:.3f}" {numbers}>\n'
        )
        self._suites += 1
        return f"{opened}    <properties/>\n{''.join(cases)}    <system-out/>\n    <system-err/>\n  </testsuite>\n"

    def _unique(self, name: str) -> str:
        """Of cases with one name GitLab keeps the first alone."""
        chosen, count = name, 1
        while (key := blake2b(chosen.encode(), digest_size=8).digest()) in self._names:
            count += 1
            chosen = f"{name} ({count})"
        self._names.add(key)
        return chosen

    def _write(self, text: str) -> None:
        self._written += len(text.encode("utf-8"))
        self._out.write(text)

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes as a suite of their own and close the document."""
        by_rule: dict[str, list[tuple[Finding, str]]] = {}
        for note in notes:
            by_rule.setdefault(note.rule, []).append((note, self._excuse(note)))
        cases = [
            self._case(rule, "run", rule, page_path(found[0][0].place.uri, self._context), _outcome(rule, found))
            for rule, found in sorted(by_rule.items())
        ]
        if self._left_out:
            told = f"{self._left_out:,} pages are left out: GitLab reads files of less than 30 MB"
            cases.append(self._case("limit", "run", "limit", "", f"<skipped message={_attribute(told)}/>"))
        if cases or not self._suites:
            self._write(self._suite("run", cases or [self._case("run", "run", "no pages", "", "")], 0.0))
        self._write("</testsuites>\n")


def _outcome(rule: str, found: list[tuple[Finding, str]]) -> str:
    """A failure when one of the findings fails the run, else a skipped case with the reasons."""
    failing = [finding for finding, excuse in found if not excuse]
    if not failing:
        reasons = ", ".join(dict.fromkeys(excuse for _, excuse in found))
        first = found[0][0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        return f"<skipped message={_attribute(f'{reasons}: {_at(first)}{told(first)}{more}')}/>"
    lines = []
    for finding, excuse in found:
        lines.append(f"{_at(finding)}{finding.severity}: {told(finding)}{f' [{excuse}]' if excuse else ''}")
        lines += [f"    {line}" for line in advice(finding.data)]
    more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
    message = _attribute(f"{_at(failing[0])}{told(failing[0])}{more}")
    return f"<failure message={message} type={_attribute(rule)}>{escape(chr(10).join(lines))}</failure>"


def _at(finding: Finding) -> str:
    return f"{finding.place.line}:{finding.place.column} "


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
