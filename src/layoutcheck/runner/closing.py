"""What a run says at its end: findings that need all pages, and what of settings, comments and baseline did nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from layoutcheck.config import Settings
from layoutcheck.core.finding import Finding, PageReport
from layoutcheck.pipeline import conclusion
from layoutcheck.plugins import rule_ids
from layoutcheck.suppress.aim import aimless
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.page import UNUSED, covered, unused_suppressions
from layoutcheck.suppress.recording import Recording


@dataclass(slots=True)
class Closing:
    """The end of a run. Its findings go the way of a page's: through suppressions and through the baseline."""

    settings: Settings
    #: Rule -> what it gathered, with the page it is from; gone through more than once.
    gathered: Mapping[str, Iterable[tuple[str, Any]]]
    baseline: Baseline | None = None
    recording: Recording | None = None
    #: How many findings comments and settings switched off.
    suppressed: int = field(default=0, init=False)

    def notes(self) -> Iterator[Finding]:
        """Yield all findings, those about the run's own settings last: only then is it known what did nothing."""
        told = list(self.gathered.get(UNUSED, ()))
        suppressions = dict(told)  # which are marked as used below
        for rule_id in sorted(self.gathered.keys() - {UNUSED}):
            for finding in conclusion(rule_id, self.gathered[rule_id], self.settings):
                if covered(finding, suppressions.get(finding.place.uri, {})):
                    self.suppressed += 1
                else:
                    yield self._marked(finding)
        active = {rule.loaded.id for rule in self.settings.for_page("").rules}
        known = set(rule_ids())

        def ran(rule: str) -> bool:
            return rule in active or rule not in known  # of a rule that is gone there is nothing to wait for

        yield from aimless(self.settings.layers, "[[pages]]")
        yield from aimless(self.settings.ignores, "[[ignore]]")
        yield from unused_suppressions(told, ran)
        if self.baseline is not None:
            yield from self.baseline.notes(ran)

    def _marked(self, finding: Finding) -> Finding:
        uri = finding.place.uri
        if self.baseline is not None:
            finding = self.baseline.marked(finding, uri)
        if self.recording is not None:
            self.recording.add(PageReport(uri, (finding,)))
        return finding
