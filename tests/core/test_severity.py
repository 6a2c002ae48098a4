"""Severities in their order, and what reaches a threshold."""

from __future__ import annotations

import pytest

from layoutcheck.core.severity import Severity

ERROR, WARNING, INFO, OFF = Severity


def test_they_sort_worst_first() -> None:
    assert sorted([OFF, INFO, ERROR, WARNING], key=lambda one: one.rank) == [ERROR, WARNING, INFO, OFF]
    assert [str(one) for one in Severity] == ["error", "warning", "info", "off"]


@pytest.mark.parametrize(
    ("severity", "threshold", "reaches"),
    [(ERROR, ERROR, True), (ERROR, INFO, True), (WARNING, ERROR, False), (WARNING, WARNING, True), (INFO, WARNING, False), (OFF, INFO, False), (OFF, OFF, False)],
)  # fmt: skip
def test_one_reaches_a_threshold(severity: Severity, threshold: Severity, reaches: bool) -> None:
    assert severity.reaches(threshold) is reaches
