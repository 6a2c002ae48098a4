"""How much of a finding is told to somebody who has read what stands above it: all, a line, or no more than a count.

One broken template makes ten thousand bad pages. The page on which a cause comes first shows it in full; the next ones
have a line each, which says where that was; then they are counted. Whatever is not told is counted, by its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from layoutcheck.core.finding import Failure, Finding, PageReport, Place
from layoutcheck.core.severity import Severity
from layoutcheck.report.context import Detail

#: On how many pages a cause is told, and how many of its findings on the page that has it first.
PAGES = FINDINGS = 10


@dataclass(slots=True)
class Left:
    """What is not told, counted by why."""

    #: Findings whose cause is told above.
    above: int = 0
    #: Failures in words that stand above.
    failures: int = 0
    #: Findings below the severity that is asked for.
    lesser: int = 0
    #: Findings that the baseline knows.
    known: int = 0
    #: Pages that have nothing but findings whose causes are told above.
    pages: int = 0

    def add(self, other: Left) -> None:
        """Count what is left out elsewhere in."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


@dataclass(slots=True)
class Told:
    """A finding that is told."""

    finding: Finding
    #: Where its cause is told in full; None: here.
    above: Place | None = None
    #: More findings of the same cause on the page, of which only the places are told.
    more: list[Place] = field(default_factory=list)
    #: Whether its cause is only counted from here on.
    last: bool = False


@dataclass(slots=True)
class PageTold:
    """What is told of a page, in the page's order, and what is not."""

    findings: list[Told] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    left: Left = field(default_factory=Left)

    def __bool__(self) -> bool:
        return bool(self.findings or self.failures)


@dataclass(slots=True)
class _Cause:
    """What was told of a cause."""

    first: Place
    pages: int = 0


class Brevity:
    """Decides page by page, in the order of the run; keeps what it has told by cause, never by page."""

    def __init__(self, detail: Detail, least: Severity) -> None:
        """Tell as much as ``detail`` says of the findings that reach ``least``."""
        self._detail, self._least = detail, least
        self._causes: dict[str, _Cause] = {}
        self._failures: dict[tuple[str | None, str], int] = {}
        #: What was left out so far.
        self.left = Left()

    def page(self, report: PageReport) -> PageTold:
        """What is told of the next page."""
        told = PageTold(failures=[failure for failure in report.failures if self._tells(failure)])
        told.left.failures = len(report.failures) - len(told.failures)
        if self._detail is not Detail.SUMMARY:
            told.findings = self._findings(report.findings, told.left)
        left = told.left
        left.pages = int(bool(left.above) and not (told or left.failures or left.lesser or left.known))
        self.left.add(told.left)
        return told

    def first(self, cause: str) -> Place | None:
        """Where a cause is told in full; None where it is not."""
        known = self._causes.get(cause)
        return known.first if known else None

    def _tells(self, failure: Failure) -> bool:
        if self._detail is Detail.ALL:
            return True
        key = failure.rule, failure.text
        self._failures[key] = count = self._failures.get(key, 0) + 1
        return count <= PAGES

    def _findings(self, findings: Sequence[Finding], left: Left) -> list[Told]:
        told: list[Told] = []
        here: dict[str, list[Told]] = {}
        for finding in findings:
            if not finding.severity.reaches(self._least):
                left.lesser += 1
            elif self._detail is Detail.ALL:
                told.append(Told(finding))
            elif finding.known:
                left.known += 1
            else:
                key = finding.cause or f"{finding.rule} {finding.message}"
                cause = self._causes.setdefault(key, _Cause(finding.place))
                if key not in here:
                    here[key] = []
                    cause.pages += 1
                if cause.pages > PAGES:
                    left.above += 1
                elif here[key] and (cause.pages > 1 or len(here[key]) == FINDINGS):
                    here[key][-1].more.append(finding.place)
                else:
                    above = cause.first if cause.pages > 1 else None
                    here[key].append(Told(finding, above, last=cause.pages == PAGES))
                    told.append(here[key][-1])
        return told
