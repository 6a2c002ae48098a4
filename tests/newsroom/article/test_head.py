"""What the head of a page says, and which of several places is believed."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.head import (
    find_canonical,
    find_description,
    find_language,
    find_title,
    is_language,
    primary_language,
)
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of


@pytest.mark.parametrize(("text", "good"), [("en", True), ("en-GB", True), ("zh_Hant_TW", True), (" de ", True), ("sr-Latn", True),
                                            ("english", False), ("e", False), ("", False), ("utf-8", False), ("en GB", False), ("{{lang}}", False)])  # fmt: skip
def test_a_language_tag_has_a_form(text: str, good: bool) -> None:
    assert is_language(text) is good


@pytest.mark.parametrize(("tag", "language"), [("en-GB", "en"), ("DE", "de"), ("nb-NO", "no"), ("nn", "no"), ("iw", "he"), ("in_ID", "id"), ("ji", "yi"), ("", "")])  # fmt: skip
def test_a_tag_is_of_one_language(tag: str, language: str) -> None:
    assert primary_language(tag) == language


def test_the_title_is_its_text_on_one_line() -> None:
    page = page_of("<title>\n Harbour\n wall </title>")
    found = find_title(page)
    assert found is not None and (found.value, found.source) == ("Harbour wall", "title")
    assert page.text(found.spot) == "Harbour\n wall"
    assert find_title(page_of("<title> </title>")) is None
    assert find_title(page_of("<p>x</p>")) is None


@pytest.mark.parametrize(
    ("html", "address", "source"),
    [
        ('<link rel=canonical href=" /wall "><meta property=og:url content=/other>', "/wall", "link[rel=canonical]"),
        ('<link rel="next CANONICAL" href=/wall>', "/wall", "link[rel=canonical]"),
        ('<link rel=next href=/a><link rel=canonical href=/wall>', "/wall", "link[rel=canonical]"),
        ('<link rel=canonical href=""><link rel=canonical href=/b><meta property=og:url content=/og>', "/og", "og:url"),
        ("<meta property=og:url content=/og>", "/og", "og:url"),
        ("<link rel=canonical>", None, None),
        ("<link rel=stylesheet href=/a>", None, None),
    ],
)  # fmt: skip
def test_the_canonical_address_is_that_of_its_link_else_open_graphs(html: str, address: str, source: str) -> None:
    page = page_of(html)
    found = find_canonical(page, read_structured(page))
    assert (found and found.value, found and found.source) == (address, source)
    assert find_canonical(page, read_structured(page)) is found  # looked for once


@pytest.mark.parametrize(
    ("html", "language", "source"),
    [
        ("<html lang=en-GB><body lang=de>", "en-GB", "html[lang]"),
        ("<html lang=''><body lang=de>", "de", "body[lang]"),
        ("<html lang='{{ lang }}' xml:lang=fr_FR>", "fr-FR", "html[xml:lang]"),
        ("<meta http-equiv=content-language content=it>", "it", "content-language"),
        ("<meta property=og:locale content=es_ES>", "es-ES", "og:locale"),
        ("<meta property=og:locale content='none yet'>", None, None),
        ("<p>x</p>", None, None),
    ],
)
def test_the_language_is_the_roots_else_what_machines_are_told(html: str, language: str, source: str) -> None:
    page = page_of(html)
    found = find_language(page, read_structured(page))
    assert (found and found.value, found and found.source) == (language, source)


def test_a_description_is_that_for_search_engines_first() -> None:
    both = page_of("<meta property=og:description content=B><meta name=description content=A>")
    assert find_description(read_structured(both)).value == "A"
    one = page_of("<meta property=og:description content=B>")
    assert find_description(read_structured(one)).value == "B"
    assert find_description(read_structured(page_of("<p>x"))) is None
