"""What a run has to know of a suppression at its end."""

from __future__ import annotations

import json

from layoutcheck.core.finding import Place
from layoutcheck.suppress.suppression import Suppression


def test_its_fact_is_plain_and_counts_uses() -> None:
    one = Suppression(
        "k", "layoutcheck-allow filler-text", ("filler-text",), Place("a.html", 1, 2, 1, 9), ((0, 5),), "no such rule"
    )
    one.used += 2
    assert json.loads(json.dumps(one.fact)) == {
        "used": 2, "told": "layoutcheck-allow filler-text", "rules": ["filler-text"], "fault": "no such rule", "at": ["a.html", 1, 2, 1, 9],
    }  # fmt: skip


def test_two_alike_are_two() -> None:
    place = Place("a.html", 1, 2, 1, 9)
    assert Suppression("k", "", (), place, ()) != Suppression("k", "", (), place, ())
