"""What reports say of a rule besides its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from layoutcheck.core.severity import Severity


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule as viewers of reports see it; ``help_text`` is its Markdown page, ``help_uri`` that page's address."""

    id: str
    summary: str
    help_text: str = ""
    help_uri: str = ""
    severity: Severity = Severity.WARNING


#: What is told in the place of a rule when a page could not be checked, or a rule broke on it.
UNCHECKED = RuleInfo(
    "unchecked-page",
    "the page could not be read or parsed, so nothing is known of it",
    "The page could not be read or parsed. What was not checked did not pass: the run fails.",
    severity=Severity.ERROR,
)
CRASHED = RuleInfo(
    "crashed-rule",
    "a rule broke on the page; the other rules went on",
    "A rule broke on this page. That is a mistake of the rule, not of the page: please report it.",
    severity=Severity.ERROR,
)
_RUN = {
    info.id: info
    for info in (
        UNCHECKED,
        CRASHED,
        RuleInfo("unused-suppression", "a comment or setting suppresses nothing", severity=Severity.INFO),
        RuleInfo("unused-setting", "a table of the configuration is in force on no page", severity=Severity.INFO),
        RuleInfo("unused-baseline-entry", "an entry of the baseline matches nothing", severity=Severity.INFO),
        RuleInfo("expired-baseline-entry", "an entry of the baseline has expired", severity=Severity.WARNING),
        RuleInfo("truncated", "results beyond what a platform takes are left out", severity=Severity.INFO),
        RuleInfo("exceeded-ceiling", "a cause has more findings than the baseline allows", severity=Severity.INFO),
    )
}


def info_of(rules: Mapping[str, RuleInfo], rule_id: str) -> RuleInfo:
    """What is known of a rule; of an unknown one, its id in words."""
    return rules.get(rule_id) or _RUN.get(rule_id) or RuleInfo(rule_id, rule_id.replace("-", " "))
