"""Candidates know their spot, and whether anything but their place marks them."""

from __future__ import annotations

import pytest

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.byline.candidate import AGENCY, BY_THE_DATE, Candidate
from layoutcheck.newsroom.found import Later
from made_page import element_of

SPOT = Spot(element_of("<p>x</p>", "p"))


@pytest.mark.parametrize(
    ("source", "marked"), [("by …", True), ("json-ld", True), (BY_THE_DATE, False), (AGENCY, False)]
)
def test_only_a_place_marks_nothing(source: str, marked: bool) -> None:
    assert Candidate(("Jo Moe",), SPOT, source, 1.0).marked is marked


def test_a_spot_may_be_looked_for_late() -> None:
    assert Candidate(("Jo Moe",), SPOT, "by …", 1.0).spot is SPOT
    assert Candidate(("Jo Moe",), Later(lambda: SPOT), "by …", 1.0).spot is SPOT
