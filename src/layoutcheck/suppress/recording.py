"""Write a baseline: what a run finds becomes what is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from layoutcheck.core.finding import Finding, PageReport
from layoutcheck.core.shortened import shortened
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.entry import CauseEntry, Entry, FindingEntry
from layoutcheck.suppress.page_pattern import section_pattern

_TEXT = 160


class Recording:
    """Takes the reports of a run, already marked by the baseline before (an empty one where there was none).

    ``by_cause`` makes an entry of each cause and section, with a ceiling, instead of one a finding: for pages that live
    a day.
    """

    def __init__(self, before: Baseline, *, since: str = "", by_cause: bool = False) -> None:
        """``since`` (ISO 8601) is written into new entries."""
        self._before = before
        self._since = since
        self._by_cause = by_cause
        self._new: list[FindingEntry] = []
        self._causes: dict[tuple[str, str], CauseEntry] = {}
        #: How many findings were to be known by cause and are known one by one.
        self.left_single = 0

    def add(self, report: PageReport) -> None:
        """Take the new findings of one page."""
        for finding in report.findings:
            if finding.known or not finding.fingerprint:
                if self._by_cause and finding.cause and self._before.of_finding(finding.fingerprint):
                    self.left_single += 1
                continue
            if self._by_cause and finding.cause:
                self._add_cause(finding, report.uri, section_pattern(report.uri, report.section))
            elif self._before.of_finding(finding.fingerprint) is None:
                text, where = _short(finding.text), finding.place.where
                self._new.append(
                    FindingEntry(finding.fingerprint, report.uri, finding.rule, text, self._since, where=where)
                )

    def _add_cause(self, finding: Finding, uri: str, pages: str) -> None:
        key = finding.cause, pages
        entry = self._causes.get(key)
        if entry is None:
            text = _short(finding.cause_text or finding.text)
            entry = CauseEntry(
                finding.cause, pages, 0, finding.rule, text, self._since, where=finding.place.where, example=uri
            )  # fmt: skip
        self._causes[key] = replace(entry, ceiling=(entry.ceiling or 0) + 1)

    def baseline(self) -> Baseline:
        """What is left of the baseline before, and what is new.

        A ceiling that stood there is never raised: findings above it are written one by one, or, by cause, left new
        until somebody raises the number by hand.
        """
        before = self._before.pruned()
        kept: list[Entry] = before.entries
        fresh = [entry for key, entry in self._causes.items() if before.of_cause(*key) is None]
        return Baseline([*kept, *self._new, *fresh], file=self._before.file)

    @property
    def left_new(self) -> int:
        """How many findings stay new, since they are above a ceiling that stood there."""
        return sum(entry.ceiling or 0 for key, entry in self._causes.items() if self._before.of_cause(*key))


def changes(before: Baseline, after: Baseline) -> Counter[str]:
    """How many entries were ``added`` and ``removed``, and how many ceilings ``lowered``."""
    was, now = ({entry.key: entry for entry in baseline.entries} for baseline in (before, after))
    lowered = sum(getattr(now[key], "ceiling", None) != getattr(was[key], "ceiling", None) for key in was.keys() & now)
    return Counter(added=len(now.keys() - was), removed=len(was.keys() - now), lowered=lowered)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return shortened(text, _TEXT)
