"""Parts of an article by their kind: found, or read where a schema points."""

from __future__ import annotations

from typing import Any

import pytest

from layoutcheck.newsroom.article.finder import find, read
from layoutcheck.newsroom.found import plain
from made_page import page_of

STORY = "".join(
    f"<p>The wall that shelters the old harbour leaks, the council said on {day}.</p>"
    for day in ("Monday", "Tuesday", "Friday")
)
PAGE = (
    "<html lang=en-GB><head><title>Wall leaks in three places - Harbour Daily</title><link rel=canonical href=https://daily.example/wall>"
    "<meta name=description content='It leaks.'><meta property=og:title content='Wall leaks in three places'>"
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-05-03","author":{"name":"Jo Moe"},"wordCount":"300"}</script></head>'
    f"<body><article><div class=kicker>Coast</div><h1>Wall leaks in three places</h1><div class=byline>By Jo Moe</div><figure><img src=/a.jpg></figure>{STORY}</article></body></html>"
)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("headline", "Wall leaks in three places"), ("section", "Coast"), ("byline", "Jo Moe"), ("published", "2026-05-03"), ("modified", None), ("language", "en-GB"),
        ("title", "Wall leaks in three places - Harbour Daily"), ("canonical", "https://daily.example/wall"), ("description", "It leaks."), ("picture", {"url": "/a.jpg"}),
        ("open-graph", {"title": "Wall leaks in three places"}), ("no-such-kind", None),
    ],
)  # fmt: skip
def test_a_part_is_found_by_its_kind(kind: str, value: Any) -> None:
    found = find(page_of(PAGE), kind)
    assert (plain(found) if found else None) == value


def test_two_spellings_of_a_kind_are_one() -> None:
    page = page_of(PAGE)
    assert find(page, "json-ld") is find(page, "json_ld") is not None
    assert plain(find(page, "json-ld")) == {
        "type": "NewsArticle",
        "datePublished": "2026-05-03",
        "wordCount": 300,
        "author": ["Jo Moe"],
    }
    assert find(page, "open-graph") is find(page, "open_graph")


def test_body_and_lead_are_paragraphs() -> None:
    page = page_of(PAGE)
    assert len(plain(find(page, "body"))) == 3 and plain(find(page, "lead")).startswith("The wall")


@pytest.mark.parametrize(
    ("kind", "html", "value", "source"),
    [
        ("headline", "<b class=x> Wall  leaks </b>", "Wall leaks", "b"),
        ("headline", "<meta class=x content='Wall leaks'>", "Wall leaks", "meta"),
        ("headline", "<b class=x></b>", None, None),
        ("headline", "<meta class=x>", None, None),
        ("byline", "<p class=x>By Jo Moe and Ann Lee</p>", "Jo Moe, Ann Lee", "p"),
        ("byline", "<p class=x>the town's own people</p>", "the town's own people", "p"),
        ("published", "<time class=x datetime=2026-05-03T10:00>yesterday</time>", "2026-05-03T10:00:00", "time[datetime]"),
        ("published", "<meta class=x content=2026-05-03>", "2026-05-03", "meta[content]"),
        ("published", "<p class=x>Published on 3 May 2026</p>", "2026-05-03", "p"),
        ("modified", "<p class=x><b>3</b> <b>May</b> <b>2026</b></p>", "2026-05-03", "p"),
        ("published", "<p class=x>yesterday</p>", None, None),
        ("body", "<div class=x><p>One.</p><p></p><p>Two.</p></div>", ["One.", "Two."], "div"),
        ("body", "<p class=x>One.</p><p class=x>Two.</p>", ["One.", "Two."], "p"),
        ("picture", "<div class=x><img src=/a></div>", {"url": "/a"}, "img"),
        ("canonical", "<a class=x href=/a>x</a>", "/a", "a"),
        ("canonical", "<meta class=x content=/a>", "/a", "meta"),
        ("canonical", "<a class=x>x</a>", None, None),
        ("language", "<p class=x lang=de>x</p>", "de", "p"),
        ("language", "<meta class=x content=de>", "de", "meta"),
        ("language", "<p class=x>x</p>", None, None),
    ],
)  # fmt: skip
def test_a_part_is_read_where_a_schema_points(kind: str, html: str, value: Any, source: str | None) -> None:
    page = page_of(html)
    found = read(page, kind, page.tree.select(".x"))
    assert (plain(found) if found else None, found and found.source) == (value, source)


def test_of_no_element_nothing_is_read() -> None:
    assert read(page_of("<p>x"), "headline", []) is None


def test_a_date_stands_at_its_text_where_there_is_one() -> None:
    page = page_of("<time class=x datetime=2026-05-03> 3 May </time><time class=y datetime=2026-05-03></time>")
    assert page.text(read(page, "published", page.tree.select(".x")).spot) == "3 May"
    assert read(page, "published", page.tree.select(".y")).spot.attribute == "datetime"
