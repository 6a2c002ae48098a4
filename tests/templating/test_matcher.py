"""The matcher keeps its compiled patterns and never trusts a broken file."""

from pathlib import Path

import pytest

from layoutcheck.templating.matcher import _Re2Matcher, matcher

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
