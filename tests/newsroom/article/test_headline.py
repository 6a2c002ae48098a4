"""Headlines by what the page calls itself; dates and other headings left out."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.article import Article
from layoutcheck.newsroom.article.claim import read_claims
from layoutcheck.newsroom.article.headline import find_headline
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of

HEAD = "<title>Harbour wall to be raised - Harbour Daily</title>"


def found(html: str):
    page = page_of(html)
    return find_headline(page, read_claims(page, read_structured(page)), "h1, h2")


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
