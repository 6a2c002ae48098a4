"""Counting a run while it streams: findings to causes, pages to a summary."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from layoutcheck.core.finding import Cause, Finding, PageReport, Summary
from layoutcheck.core.severity import Severity

#: How many places of a cause are kept as examples.
EXAMPLES = 20
#: Words with fewer letters in common say less than the rule's summary.
_TELLING = 12
#: Words between others need so many letters to be kept: fewer are alike by chance.
_BETWEEN = 8
_PIECE = re.compile(r"\w+|\W")


class Tally:
    """Sums page reports up, one by one, in memory that grows with the causes and not with the pages."""

    def __init__(self) -> None:
        self.summary = Summary()
        self._crashed = False
        self._causes: dict[str, Cause] = {}

    def add(self, report: PageReport) -> None:
        """Count one page in."""
        summary = self.summary
        summary.pages += 1
        summary.failures += len(report.failures)
        self._crashed |= any(failure.rule is not None or failure.trace for failure in report.failures)
        summary.failed += bool(report.failures)
        summary.suppressed += len(report.suppressed)
        seen: set[str] = set()
        fresh = False
        for finding in report.findings:
            fresh |= not finding.known
            self._count(finding)
            cause = self._cause(finding)
            if finding.cause not in seen:
                seen.add(finding.cause)
                cause.pages += 1
                cause.sections[report.section] = cause.sections.get(report.section, 0) + 1
        summary.clean += not fresh and not report.failures

    def add_note(self, note: Finding) -> None:
        """Count a finding about the run as a whole in."""
        self._count(note)
        self._cause(note)

    def _count(self, finding: Finding) -> None:
        summary = self.summary
        if finding.known:
            summary.known += 1
            return
        summary.rules[finding.rule] = summary.rules.get(finding.rule, 0) + 1
        match finding.severity:
            case Severity.ERROR:
                summary.error += 1
            case Severity.WARNING:
                summary.warning += 1
            case _:
                summary.info += 1

    def _cause(self, finding: Finding) -> Cause:
        cause = self._causes.get(finding.cause)
        if cause is None:
            cause = self._causes[finding.cause] = Cause(
                finding.cause, finding.rule, finding.message, finding.text, finding.severity, finding.place.where,
                finding.data,
            )  # fmt: skip
        elif finding.cause_text and cause.text not in (finding.text, finding.cause_text):
            same = cause.message == finding.message
            cause.text = (same and _in_common(cause.text, finding.text)) or finding.cause_text
        cause.findings += 1
        cause.known += finding.known
        if finding.severity.rank < cause.severity.rank:
            cause.severity = finding.severity
        if len(cause.examples) < EXAMPLES:
            cause.examples.append(finding.place)
        return cause

    def causes(self) -> list[Cause]:
        """The causes, worst and widest first; ties in the order of rule and id, so that runs compare."""
        return sorted(self._causes.values(), key=lambda c: (c.severity.rank, -c.pages, -c.findings, c.rule, c.id))

    def exit_code(self, fail_on: str) -> int:
        """The run's exit code: 130 interrupted, 3 a rule crashed, 1 findings or unreadable pages, else 0.

        ``fail_on`` is the severity from which findings count (``never``: none does). A page that could not be checked
        always counts: what was not checked did not pass.
        """
        summary = self.summary
        if summary.interrupted:
            return 130
        if self._crashed:
            return 3
        counts = {"error": summary.error, "warning": summary.warning, "info": summary.info}
        reaching = [] if fail_on == "never" else [s for s in counts if Severity(s).reaches(Severity(fail_on))]
        return 1 if summary.failures or any(counts[severity] for severity in reaching) else 0


def _in_common(one: str, other: str) -> str:
    """What two texts of one message say alike, in whole words, ``…`` where they differ; "" when it is too little.

    Between their beginning and their end only what says something by itself is kept.
    """
    head = _alike(one, other)
    one, other = one[len(head) :], other[len(head) :]
    tail = _alike(one[::-1], other[::-1])[::-1]
    one, other = one[: len(one) - len(tail)], other[: len(other) - len(tail)]
    mine, yours = _PIECE.findall(one), _PIECE.findall(other)
    same = SequenceMatcher(None, mine, yours, autojunk=False).get_matching_blocks()
    runs = ["".join(mine[run.a : run.a + run.size]) for run in same]
    told = [head.rstrip("…"), *(run.strip("…") for run in runs if _letters(run) >= _BETWEEN), tail.lstrip("…")]
    return "…".join(told) if _letters("".join(told)) >= _TELLING else ""


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _alike(one: str, other: str) -> str:
    """The common beginning, up to the last end of a word."""
    letters = enumerate(zip(one, other, strict=False))
    length = next((at for at, (mine, yours) in letters if mine != yours), min(len(one), len(other)))
    while length and one[length - 1].isalnum():
        length -= 1
    return one[:length]
