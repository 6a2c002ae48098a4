"""Patterns of pages, and the pattern of a page's section."""

from __future__ import annotations

import pytest

from layoutcheck.suppress.page_pattern import page_matcher, section_pattern


@pytest.mark.parametrize(
    ("pattern", "uri", "matches"),
    [
        ("build/world/**", "build/world/a.html", True), ("build/world/**", "build/world/2026/a.html", True), ("build/world/**", "build/worlds/a.html", False),
        ("build/world/**", "x/build/world/a.html", False), ("/build/world/**", "build/world/a.html", True),
        ("d.example/world/**", "https://d.example/world/a", True), ("world/*.html", "world/a.html", True), ("world/*.html", "world/b/a.html", False),
        ("*.txt", "deep/down/a.txt", True), ("**/a.html", "deep/down/a.html", True), (r"a\*b/**", "a*b/c.html", True), ("a[bc]/**", "ac/x.html", True),
    ],
)  # fmt: skip
def test_pages_match_as_gitignore_writes_paths(pattern: str, uri: str, matches: bool) -> None:
    assert page_matcher(pattern)(uri) is matches


@pytest.mark.parametrize(
    ("uri", "section", "pattern"),
    [
        ("build/world/2026/a.html", "world", "build/world/**"), ("build/a.html", "", "build/*.html"), ("a.html", "", "/*.html"), ("build/a", "", "build/a"),
        ("https://d.example/world/a", "world", "d.example/world/**"), ("build/wo*ld/a.html", "wo*ld", r"build/wo\*ld/**"),
        ("build/a.html", "a.html", "build/*.html"),
    ],
)  # fmt: skip
def test_a_section_has_a_pattern_that_matches_its_page(uri: str, section: str, pattern: str) -> None:
    assert section_pattern(uri, section) == pattern
    assert page_matcher(pattern)(uri)


def test_a_page_of_no_section_stands_for_its_neighbours_alone() -> None:
    matches = page_matcher(section_pattern("build/a.html", ""))
    assert matches("build/b.html") and not matches("build/deep/b.html") and not matches("build/b.txt")
