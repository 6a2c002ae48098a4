"""What the shell offers for a word that is begun; imports wait until it asks."""

from __future__ import annotations


def rules(incomplete: str) -> list[tuple[str, str]]:
    """Names of rules with what they look for."""
    from layoutcheck.plugins import load_rule, rule_ids

    return [(rule_id, load_rule(rule_id).rule.summary) for rule_id in rule_ids() if rule_id.startswith(incomplete)]


def severities(incomplete: str) -> list[str]:
    """``RULE=`` until the rule is written, then its severities."""
    from layoutcheck.core.severity import Severity

    rule_id, equals, begun = incomplete.partition("=")
    if not equals:
        return [f"{name}=" for name, _ in rules(incomplete)]
    return [f"{rule_id}={severity}" for severity in Severity if severity.startswith(begun)]


def schemas(incomplete: str) -> list[str]:
    """The shipped schemas; the shell knows the files."""
    from layoutcheck.model.shipped import SHIPPED

    return [name for name in SHIPPED if name.startswith(incomplete)]


def fail_on(incomplete: str) -> list[str]:
    """The severities from which a run may fail."""
    from layoutcheck.config import FAIL_ON

    return [name for name in FAIL_ON if name.startswith(incomplete)]


def show(incomplete: str) -> list[str]:
    """The severities from which findings may be shown."""
    from layoutcheck.report.context import SHOWN

    return [name for name in SHOWN if name.startswith(incomplete)]


def formats(incomplete: str) -> list[str]:
    """The formats of reports."""
    from layoutcheck.report.formats import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]
