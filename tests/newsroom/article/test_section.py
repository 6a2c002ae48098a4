"""Section labels: kickers, paths, and what machines are told."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.header import read_header
from layoutcheck.newsroom.article.section import find_section, label_places
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of


def section(html: str) -> tuple[str, str] | None:
    page = page_of(html)
    found = find_section(read_header(page.tree.select_one("h1")), read_structured(page))
    return (found.value, found.source) if found else None


@pytest.mark.parametrize(
    "html",
    [
        "<article><p class=kicker>Coast</p><h1>Wall leaks</h1></article>",
        "<article><h1>Wall leaks</h1><p class=category>Coast</p></article>",
        "<article><div class=category><span><b>Coast</b></span></div><h1>Wall leaks</h1></article>",
        "<article><p class=rubrik><a>Home</a> › <a>News</a> › <a>Coast</a></p><h1>Wall leaks</h1></article>",
        "<article><p class=kicker>3 May 2026</p><p class=topline>Coast</p><h1>Wall leaks</h1></article>",
        "<article><p class=kicker>Startseite</p><p class=topline>Coast</p><h1>Wall leaks</h1></article>",
    ],
)
def test_a_label_stands_near_the_headline(html: str) -> None:
    assert section(html) == ("Coast", "section label")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<meta property=article:section content=Coast><article><p>Coast</p><h1>Wall</h1></article>", "Coast"),
        ("<meta property=article:section content='Coast, Town, News'><h1>Wall</h1>", "Coast"),
        ("<meta property=article:section content='Coast|Town'><h1>Wall</h1>", "Coast"),
        ("<meta property=article:section content='Health, Safety'><h1>Wall</h1>", "Health, Safety"),  # one name
        (f"<meta property=article:section content='{'Coast ' * 11}'><h1>Wall</h1>", None),
        ("<article><li class=category>Coast</li><h1>Wall</h1></article>", None),
        ("<article><aside class=category>Coast</aside><nav>x</nav><h1>Wall</h1></article>", None),
        ("<article><p class=kicker>C</p><h1>Wall</h1></article>", None),
        (f"<article><p class=kicker>{'Coast ' * 8}</p><h1>Wall</h1></article>", None),
        ("<h1>Wall</h1>", None),
    ],
)
def test_else_it_is_what_machines_are_told(html: str, told: str | None) -> None:
    found = section(html)
    assert (found and found[0]) == told


def places(html: str) -> list[str]:
    return [node.tag for node in label_places(page_of(html).tree.select_one("h1"))]


def test_places_for_a_label_may_be_empty() -> None:
    assert places("<div><p class=kicker></p><h1>Wall</h1></div>") == ["p"]
    assert places("<div><div><b class=topline></b><h1>Wall</h1></div><i class=kicker></i></div>") == ["b", "i"]


@pytest.mark.parametrize(
    "html",
    [
        "<div><p class=lead></p><h1>Wall</h1></div>",
        "<div><button class=kicker></button><h1>Wall</h1></div>",
        "<div><ul><li><b class=kicker></b></li></ul><h1>Wall</h1></div>",
        "<div><footer><b class=kicker></b></footer><h1>Wall</h1></div>",
        "<main><h1>Wall</h1><p class=kicker></p></main>",
        "<p class=kicker></p>",
    ],
)
def test_controls_lists_and_what_stands_far_are_no_places_for_one(html: str) -> None:
    assert places(html) == []
