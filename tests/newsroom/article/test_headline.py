"""Headlines by what the page calls itself; the site's name, dates and other headings left out."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.article import Article
from layoutcheck.newsroom.article.headline import find_headline, likeness, read_claims, without_site
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of

HEAD = "<title>Harbour wall to be raised - Harbour Daily</title>"


def claims_of(html: str):
    page = page_of(html)
    return read_claims(page, read_structured(page))


def found(html: str):
    page = page_of(html)
    return find_headline(page, read_claims(page, read_structured(page)), "h1, h2")


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ("<meta property=og:site_name content='Harbour Daily'>", {"harbourdaily"}),
        ("<title>Wall leaks | Harbour Daily</title><meta property=og:title content='Wall leaks'>", {"harbourdaily"}),
        ("<title>The wall leaks | Daily</title>", {"daily"}),
        ("<title>Daily | The wall leaks</title>", set()),  # which of the two is the site's, nobody says
        ("<link rel=canonical href=https://www.harbour-daily.example/a>", {"harbourdailyexample", "harbourdaily"}),
        ("<title>The wall leaks</title>", set()),
    ],
)
def test_the_sites_name_is_what_only_the_title_has(head: str, site: set[str]) -> None:
    assert claims_of(head).sites == site


def test_what_the_page_calls_itself_is_wanted_whole_and_cut() -> None:
    claims = claims_of(f'{HEAD}<meta property="og:title" content="Harbour wall to be raised">')
    assert [claim.text for claim in claims.wanted] == [
        "Harbour wall to be raised",
        "Harbour wall to be raised - Harbour Daily",
    ]
    assert claims.told == ["harbourwalltoberaised"]
    assert claims.owns == {"harbourwalltoberaised", "harbourwalltoberaisedharbourdaily"}
    assert claims_of("<p>x</p>").wanted == []


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Harbour wall to be raised - Harbour Daily", "Harbour wall to be raised"),
        ("Harbour Daily | Harbour wall to be raised", "Harbour wall to be raised"),
        ("Harbour wall to be raised", "Harbour wall to be raised"),
        ("Wall - raised - Harbour Daily", "Wall - raised"),
        ("Harbour wall-raising", "Harbour wall-raising"),  # a hyphen separates nothing
    ],
)
def test_a_title_goes_without_the_sites_name(title: str, headline: str) -> None:
    claims = claims_of("<meta property=og:site_name content='Harbour Daily'>")
    assert without_site(title, claims) == headline


@pytest.mark.parametrize(
    ("body", "headline", "tag"),
    [
        ("<h1>Harbour wall to be raised</h1>", "Harbour wall to be raised", "h1"),
        ("<h1 itemprop=headline>Harbour wall to be raised</h1>", "Harbour wall to be raised", "h1[itemprop=headline]"),
        ("<h1>Harbour Daily</h1><h2>Harbour wall to be raised</h2>", "Harbour wall to be raised", "h2"),
        ("<h1>Harbour wall to be raised - Harbour Daily</h1>", "Harbour wall to be raised - Harbour Daily", "h1"),
        (
            "<meta property=og:title content='Harbour wall to be raised'><h1>Harbour wall to be raised - Harbour Daily</h1>",
            "Harbour wall to be raised",
            "h1",
        ),
        ("<h1>3.5.2026 | Harbour wall to be raised</h1>", "Harbour wall to be raised", "h1"),
        ("<h1>3.5.2026: Wall</h1>", "3.5.2026: Wall", "h1"),  # little would be left
        ("<div class=post-title>Harbour wall to be raised</div>", "Harbour wall to be raised", "div"),
        ("<p>nothing</p>", "Harbour wall to be raised", "title"),
        ("<h1></h1>", "Harbour wall to be raised", "title"),
    ],
)
def test_a_headline_is_found(body: str, headline: str, tag: str) -> None:
    got = found(HEAD + body)
    assert got is not None and (got.found.value, got.found.source) == (headline, tag)


def test_the_kicker_in_a_heading_is_a_label() -> None:
    got = found(f"{HEAD}<h1><span class=kicker>Coast</span> Harbour wall to be raised</h1>")
    assert got is not None and got.label is not None and got.label.text == "Coast"
    article = Article(page_of(f"{HEAD}<h1><span class=kicker>Coast</span> Harbour wall to be raised</h1>"))
    assert article.headline_label is not None and article.headline_label.value == "Coast"


def test_a_page_that_says_nothing_has_none() -> None:
    assert found("<p>nothing</p>") is None


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("a b c", "a b c", 1.0), ("a b c d", "a b", 1.0), ("a b", "c d", 0.0), ("a b", "a c", 0.5), ("", "a", 0.0),
     ("城墙昨夜漏水严重居民撤离", "城墙昨夜漏水严重居民撤离", 1.0)],
)  # fmt: skip
def test_likeness_is_the_share_of_common_words(one: str, other: str, share: float) -> None:
    assert likeness(one, other) == share
