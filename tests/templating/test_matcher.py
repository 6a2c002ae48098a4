"""The matcher keeps its compiled patterns and never trusts a broken file."""

import sys
from pathlib import Path

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.templating.matcher import ValueMatcher, _Re2Matcher, matcher

PATTERNS = [r"\{\{", "(?i)lorem", "für", r"\xc3\xa4x"]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("LAYOUTCHECK_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "layoutcheck"


def test_tells_pattern_and_last_byte(cache: Path) -> None:
    data = "a {{ LOREM für äx".encode()
    assert matcher(PATTERNS).scan(data) == [(0, 3), (1, 9), (2, 14), (3, 18)]


def test_re2_tells_the_same() -> None:
    data = "a {{ LOREM für äx".encode()
    assert _Re2Matcher(PATTERNS).scan(data) == [(0, 3), (1, 9), (2, 14), (3, 18)]


def test_without_hyperscan_re2_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert matcher(PATTERNS).scan("a {{ LOREM für äx".encode()) == [(0, 3), (1, 9), (2, 14), (3, 18)]


def test_a_value_is_scanned_for_the_first_match_of_each_pattern() -> None:
    found = ValueMatcher(["fü", "b+"])
    assert found.scan_once("fü b fü".encode()) == [(0, 2), (1, 4)]


def test_compiled_patterns_are_kept_and_used_again(cache: Path) -> None:
    matcher(PATTERNS)
    [file] = cache.iterdir()
    written = file.stat().st_mtime_ns
    assert matcher(PATTERNS).scan(b"lorem") == [(1, 4)]
    assert file.stat().st_mtime_ns == written


@pytest.mark.parametrize("content", [b"", b"x" * 10, b"x" * 5000])
def test_a_broken_file_is_made_anew(cache: Path, content: bytes) -> None:
    matcher(PATTERNS)
    [file] = cache.iterdir()
    file.write_bytes(content)
    assert matcher(PATTERNS).scan(b"lorem") == [(1, 4)]
    assert len(file.read_bytes()) > 1000


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert matcher(PATTERNS).scan(b"lorem") == [(1, 4)]


def test_look_around_is_refused() -> None:
    with pytest.raises(ValueError):
        matcher(["(?=x)y"])


#: Anchors and words in each spelling, what crosses lines, text to the letter, flags, characters of several bytes.
VALUE_PATTERNS = [
    "ab", "^ab", "ab$", r"\Aa", r"b\z", r"\\z", r"^a[^!]*b$", "(?m)^a$", "(?-m)^a$", "(?i-m:^A$)", r"\Q^\A\E", r"\bab\b",
    r"\Ba", r"a\B", r"\B-", r"a\sb", "a.b", "(?s)a.b", "[^x]{3}", "(?i)ÉA", r"\pL", r"(?P<leak>a)|\n", "(?U)a+",
]  # fmt: skip
VALUES = st.lists(st.text("ab-^$\\Azéx \n", max_size=6), max_size=150)


@given(VALUES, st.sets(st.sampled_from(VALUE_PATTERNS), min_size=1, max_size=3))
def test_no_value_is_passed_over_in_which_a_pattern_matches(values: list[str], patterns: set[str]) -> None:
    told = list(ValueMatcher([*patterns]).among(values))
    assert told == sorted(set(told))
    hit = {at for at, value in enumerate(values) if any(re2.search(pattern, value) for pattern in patterns)}
    assert hit <= set(told)


def test_few_values_are_named_beside_those_that_match() -> None:
    values = ["crane"] * 1000
    values[500] = "barge"
    told = list(ValueMatcher(["^barge$", "^ship$"]).among(values))
    assert 500 in told
    assert len(told) <= 8
