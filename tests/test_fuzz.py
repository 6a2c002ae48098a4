"""A short round of ``benchmarks/fuzz.py`` with a fixed seed: broken pages break nothing."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from layoutcheck.config import load_settings
from layoutcheck.core.finding import Place

FUZZ = Path(__file__).parents[1] / "benchmarks" / "fuzz.py"
#: Mutants in a test run; the benchmark makes as many as one has patience for.
COUNT = 30


def module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz", FUZZ)
    assert spec is not None
    assert spec.loader is not None
    loaded = sys.modules["fuzz"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


fuzz: Any = module()


def test_mutants_of_our_samples_are_checked_without_a_fault() -> None:
    small = tuple((name, body) for name, body in fuzz.load(None, 400) if len(body) < 20_000)
    mutants = fuzz.Mutants(small, load_settings(None), seed=20260121)
    wrong = [f"mutant {number}: {fault}" for number in range(COUNT) for fault in mutants(number).faults]
    assert not wrong, "\n".join(wrong[:3])


def test_a_mutant_can_be_made_again() -> None:
    mutants = fuzz.Mutants((("a.html", b"<p>x</p>" * 9), ("b.html", b"<h1>y</h1>")), load_settings(None), seed=1)
    assert [mutants.make(n) for n in range(30)] == [mutants.make(n) for n in range(30)]
    assert len({mutants.make(n).body for n in range(30)}) > 20


@pytest.mark.parametrize(
    "place",
    [(0, 1, 1, 1), (1, 1, 3, 1), (1, 5, 1, 5), (1, 1, 1, 5), (2, 1, 1, 1), (1, 3, 1, 2)],
)
def test_a_place_outside_the_source_is_told(place: tuple[int, int, int, int]) -> None:
    assert fuzz.misplaced(Place("a", *place), ["abc", "d"])
    assert not fuzz.misplaced(Place("a", 1, 4, 2, 2), ["abc", "d"])
