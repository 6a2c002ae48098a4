"""Lines of a baseline: read, written, and told what is wrong with them."""

from __future__ import annotations

import json

import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.suppress.entry import CauseEntry, FindingEntry, entry_line, entry_of

ONE = FindingEntry("abc123", "build/a.html", "filler-text", "lorem", "2026-01-02", "2026-12-31", "soon gone")
CAUSE = CauseEntry("c-1", "build/world/**", 3, "filler-text", "lorem")


@pytest.mark.parametrize("entry", [ONE, CAUSE, FindingEntry("a"), CauseEntry("a", "**"), CauseEntry("a", "**", 0)])
def test_an_entry_comes_back_from_its_line(entry: FindingEntry | CauseEntry) -> None:
    line = entry_line(entry)
    assert line.endswith("\n") and line.count("\n") == 1
    assert entry_of(line, "b.jsonl", 7) == entry
    assert entry_of(line, "b.jsonl", 7).line == 7


def test_what_is_empty_is_left_out_and_a_ceiling_of_none_is_none() -> None:
    assert entry_line(FindingEntry("a", "p.html")) == '{"uri": "p.html", "fingerprint": "a"}\n'
    assert json.loads(entry_line(CauseEntry("a", "**", 0))) == {"pages": "**", "cause": "a", "ceiling": 0}
    assert "ceiling" not in entry_line(CauseEntry("a", "**"))


def test_what_hides_or_reorders_is_escaped() -> None:
    assert "\\u202e" in entry_line(FindingEntry("a", text="\u202eabc"))
    assert "Łódź" in entry_line(FindingEntry("a", text="Łódź"))


@pytest.mark.parametrize(
    ("line", "told", "column"),
    [
        ("<<<<<<< HEAD", "a merge conflict is left", 1),
        ("=======", "a merge conflict is left", 1),
        ("{", "is no JSON", 2),
        ("[" * 100_000, "is no JSON", 1),
        ("[]", 'has a "fingerprint" or a "cause"', 1),
        ('{"rule": "x"}', 'has a "fingerprint" or a "cause"', 1),
        ('{"fingerprint": "a", "whi": "x"}', '"whi" is no key', 22),
        ('{"fingerprint": "a", "ceiling": 3}', '"ceiling" is no key', 22),
        ('{"fingerprint": 3}', '"fingerprint" has to be a text', 2),
        ('{"fingerprint": ""}', "is no id", 2),
        ('{"fingerprint": "a b"}', "is no id", 2),
        ('{"cause": "a", "pages": "**", "ceiling": -1}', "has to be a whole number", 31),
        ('{"cause": "a", "pages": "**", "ceiling": true}', "has to be a whole number", 31),
        ('{"cause": "a"}', 'needs "pages"', 1),
        ('{"fingerprint": "a", "until": "soon"}', '"until" has to be a date', 22),
        ('{"fingerprint": "a", "until": "2026-02-30"}', '"until" has to be a date', 22),
        ('{"fingerprint": "a", "until": "20261231"}', '"until" has to be a date', 22),
        ('{"fingerprint": "a", "until": "2026-W53-4"}', '"until" has to be a date', 22),  # compared as texts
    ],
)
def test_what_is_wrong_with_a_line_is_told_with_its_place(line: str, told: str, column: int) -> None:
    with pytest.raises(UserError) as raised:
        entry_of(line, "b.jsonl", 7)
    assert told in str(raised.value)
    assert (raised.value.file, raised.value.line, raised.value.column) == ("b.jsonl", 7, column)


def test_causes_stand_first_and_the_line_makes_no_difference() -> None:
    assert sorted([ONE, CAUSE], key=lambda entry: entry.order) == [CAUSE, ONE]
    assert ONE.key == ("fingerprint", "abc123") and CAUSE.key == ("cause", "c-1", "build/world/**")
    assert FindingEntry("a", line=1) == FindingEntry("a", line=2)
