"""What a page calls itself, and its site."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.claim import read_claims, without_site, words_in_common
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of


def claims_of(html: str):
    page = page_of(html)
    return read_claims(page, read_structured(page))


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
    claims = claims_of(
        '<title>Harbour wall to be raised - Harbour Daily</title><meta property="og:title" content="Harbour wall to be raised">'
    )
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
    ("one", "other", "share"),
    [("a b c", "a b c", 1.0), ("a b c d", "a b", 1.0), ("a b", "c d", 0.0), ("a b", "a c", 0.5), ("", "a", 0.0),
     ("城墙昨夜漏水严重居民撤离", "城墙昨夜漏水严重居民撤离", 1.0)],
)  # fmt: skip
def test_words_in_common_are_a_share_of_the_shorter_text(one: str, other: str, share: float) -> None:
    assert words_in_common(one, other) == share
