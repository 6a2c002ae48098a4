"""Addresses made comparable."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.teaser.target import is_list, is_same_page, path_of, target, without_scheme


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/a", "/a"), ("/a/", "/a"), (" /a ", "/a"), ("/", "/"), ("/a#top", "/a"), ("/a?utm_source=x&fbclid=3", "/a"), ("/a?id=3&utm_source=x", "/a?id=3"),
        ("/a?b=2&a=1", "/a?a=1&b=2"), ("/a?a=1;ref=x", "/a?a=1"), ("/a/?a=1", "/a?a=1"), ("?", "/"), ("/a#comment-3", "/a#comment-3"),
        ("/a#li-comment-3", "/a#li-comment-3"), ("https://d.example/a/", "https://d.example/a"), ("/a?references=3", "/a?references=3"),
        ("#top", ""), ("javascript:void(0)", ""), ("mailto:jo@d.example", ""), (" tel:1", ""), ("", ""),
    ],
)  # fmt: skip
def test_fragment_tracking_and_closing_slash_go(href: str, found: str) -> None:
    assert target(href) == found


@pytest.mark.parametrize(("address", "listed"), [("/tag/sea/", True), ("/authors/jo", True), ("/x?q=sea", True), ("/tagged/sea", False), ("/a", False), ("/tag", False)])  # fmt: skip
def test_tags_authors_and_searches_are_lists(address: str, listed: bool) -> None:
    assert is_list(address) is listed


@pytest.mark.parametrize(
    ("address", "path"),
    [("/a/b", "/a/b"), ("https://d.example/a/b", "/a/b"), ("//d.example/a", "/a"), ("https://d.example", "/"), ("HTTPS://d.example/a", "/a"), ("", "/"),
     ("a//b", "a//b"), ("/world//storm", "/world//storm"), ("/go?u=https://d.example/a", "/go?u=https://d.example/a")],
)  # fmt: skip
def test_a_target_is_told_from_its_sites_root(address: str, path: str) -> None:
    assert path_of(address) == path


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("/a", "/a", True), ("/a", "https://d.example/a", True), ("https://d.example/a", "https://e.example/a", False), ("/a", "/b", False),
     ("/", "https://d.example/", False), ("/", "/", True)],
)  # fmt: skip
def test_one_page_may_be_named_in_full_once(one: str, other: str, same: bool) -> None:
    assert is_same_page(one, other) is same
    assert is_same_page(other, one) is same


@pytest.mark.parametrize(
    "address",
    ["https://www.d.example/a", "http://d.example/a", "//d.example/a", "https://m.d.example/a", "d.example/a"],
)
def test_scheme_and_www_go(address: str) -> None:
    assert without_scheme(address) == "d.example/a"
