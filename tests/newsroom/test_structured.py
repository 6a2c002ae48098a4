"""What pages tell machines, and where."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.document import Document
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.structured import Structured, control_character
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse


def page_of(html: str) -> Page:
    return parse(Document("page.html", html.encode()))


def structured_of(value: Any) -> Structured:
    text = value if isinstance(value, str) else json.dumps(value)
    return read_article(page_of(f'<script type="application/ld+json">{text}</script><p>x</p>')).structured


def test_gives_the_exact_place_of_a_string() -> None:
    html = '<script type="application/ld+json">\n{"@type": "NewsArticle",\n "headline": "Quay &amp; mole"}</script>'
    page = page_of(html)
    fact = read_article(page).structured.text("headline")
    assert fact is not None and fact.value == "Quay & mole"
    place = page.place(fact.spot)
    assert (place.line, place.column, place.excerpt) == (3, 15, "Quay &amp; mole")


def test_finds_the_article_in_a_graph_and_its_author_by_reference() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "name": "Page"},
            {"@type": ["Article", "BlogPosting"], "headline": "Quay", "author": {"@id": "#jo"}},
            {"@type": "Person", "@id": "#jo", "name": "Jo Moe"},
        ]
    }
    structured = structured_of(graph)
    assert structured.article is not None and structured.article.types == ("Article", "BlogPosting")
    assert [fact.value for fact in structured.authors(structured.article)] == ["Jo Moe"]


def test_prefers_the_article_that_open_graph_names() -> None:
    page = page_of(
        '<meta property="og:title" content="Second story">'
        '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "First story"},'
        '{"@type": "NewsArticle", "headline": "Second story"}]</script>'
    )
    headline = read_article(page).structured.text("headline")
    assert headline is not None and headline.value == "Second story"


def test_survives_broken_and_deep_scripts() -> None:
    for text in ('{"a": ', "", "[" * 5000, '{"@graph": 3}', "null", "<!-- {} -->", "{} trailing"):
        structured = structured_of(text)
        assert structured.article is None


def test_names_a_bare_line_break_in_a_string() -> None:
    structured = structured_of('{"@type": "Article", "headline": "a\nb"}')
    assert control_character(structured.scripts[0]) == (35, "line break")


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
VALUES = st.recursive(LEAVES, lambda s: st.lists(s, max_size=3) | st.dictionaries(st.text(max_size=4), s, max_size=3))


@given(VALUES, st.data())
def test_walks_to_every_value(value: Any, data: st.DataObject) -> None:
    text = json.dumps(value).replace("<", "\\u003c")
    structured = structured_of(text)
    path: list[str | int] = []
    while isinstance(value, dict | list) and value and data.draw(st.booleans()):
        step: Any = data.draw(st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value))))
        path.append(step)
        value = value[step]
    spot = structured.scripts[0].spot(tuple(path))
    said = text[spot.start : spot.end]
    assert json.loads(f'"{said}"' if isinstance(value, str) else said) == value
