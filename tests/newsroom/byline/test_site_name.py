"""What a site is called, and what only looks like it."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.byline.site_name import SiteNames, host_names, read_site_names
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of


def names_of(head: str) -> SiteNames:
    return read_site_names(read_structured(page_of(head)))


def test_open_graph_json_ld_and_the_address_tell() -> None:
    names = names_of(
        "<meta property=og:site_name content='Harbour Daily'><meta name=application-name content=HD>"
        '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Quay Press"}}</script>'
        "<link rel=canonical href=https://www.harbour-daily.example/a>"
    )
    assert names.names == {"harbourdaily", "hd", "quaypress"}
    assert (names.host, names.label) == ("harbourdailyexample", "harbourdaily")
    assert names.are_said_to_hold("HARBOUR daily") and not names.are_said_to_hold("Harbour")


@pytest.mark.parametrize(
    ("address", "host", "label"),
    [("https://www.daily.example/a", "dailyexample", "daily"), ("http://news.bigpaper.co.example", "newsbigpapercoexample", "bigpaper"),
     ("HTTPS://Daily.Example", "dailyexample", "daily"), ("https://jo:x@daily.example:80/a", "dailyexample", "daily"), ("/a", "", ""),
     ("https://[::1/a", "", ""), ("localhost", "", "")],
)  # fmt: skip
def test_a_host_is_read_off_an_address(address: str, host: str, label: str) -> None:
    assert host_names(read_structured(page_of(f"<link rel=canonical href='{address}'>"))) == (host, label)


def test_without_an_address_there_is_no_host() -> None:
    assert host_names(read_structured(page_of("<p>x</p>"))) == ("", "")
    assert names_of("<p>x</p>").names == frozenset()


@pytest.mark.parametrize(
    ("name", "own"),
    [("Harbour Daily", True), ("harbourdaily", True), ("daily.example", True), ("Daily", True), ("The Daily", True), ("Daily Staff Writers", True),
     ("Dailyman Moe", False), ("Jo Moe", False), ("one two three Daily five", False), ("", False), ("!!", False)],
)  # fmt: skip
def test_a_name_is_the_sites_own(name: str, own: bool) -> None:
    assert (name in SiteNames(frozenset(["harbourdaily"]), "dailyexample", "daily")) is own


def test_a_long_label_tells_within_words_too() -> None:
    assert "Bigpapers own people of the house" in SiteNames(frozenset(), "bigpaperexample", "bigpaper")
    assert "Anything" not in SiteNames(frozenset())
