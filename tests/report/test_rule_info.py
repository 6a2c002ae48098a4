"""What is told of a rule, of a run's own, and of one that nobody knows."""

from __future__ import annotations

from layoutcheck.core.severity import Severity
from layoutcheck.report.rule_info import CRASHED, UNCHECKED, RuleInfo, info_of


def test_a_rule_given_goes_before_the_runs_own() -> None:
    mine = RuleInfo("unchecked-page", "mine")
    assert info_of({"unchecked-page": mine}, "unchecked-page") is mine
    assert info_of({}, "unchecked-page") is UNCHECKED and info_of({}, "crashed-rule") is CRASHED
    assert info_of({}, "exceeded-ceiling").severity is Severity.INFO


def test_an_unknown_rule_is_its_id_in_words() -> None:
    assert info_of({}, "house-style") == RuleInfo("house-style", "house style")
