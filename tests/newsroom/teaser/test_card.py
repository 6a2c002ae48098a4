"""Cards found from their links, and their parts."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.teaser.card import (
    is_named_menu,
    line_spot,
    lists,
    read_card,
    read_teasers,
    shared,
    story_links,
)
from made_page import element_of, page_of

LINE, OTHER = "Market moves to the old quay", "Ferry sails again after the storm"


def lines(html: str) -> list[str]:
    return [link.line for link in story_links(page_of(html))]


@pytest.mark.parametrize(
    ("html", "line"),
    [
        (f"<a href=/a>{LINE}</a>", LINE),
        (f"<a href=/a><img src=x><h3>{LINE}</h3><p>Summary</p></a>", LINE),
        (f"<a href=/a>{LINE}{LINE}</a>", LINE),  # twice, and nothing between
        (f"<a href=/a>{LINE} {LINE}</a>", LINE),
        ("<a href=/a>城墙昨夜漏水居民撤离避难</a>", "城墙昨夜漏水居民撤离避难"),
    ],
)
def test_a_link_leads_to_a_story_by_its_line(html: str, line: str) -> None:
    assert lines(html) == [line]


@pytest.mark.parametrize(
    "html",
    ["<a href=/a>Short</a>", "<a href=/a>Read more now</a>", f"<a href='#x'>{LINE}</a>", f"<a>{LINE}</a>", f"<nav><a href=/a>{LINE}</a></nav>",
     f"<footer><a href=/a>{LINE}</a></footer>", f"<noscript><a href=/a>{LINE}</a></noscript>", f"<p>As was told, <a href=/a>{LINE}</a> in these long days of a cold spring</p>",
     f"<p><a href=/a>{LINE}</a> {'and many more words ' * 8}</p>"],
)  # fmt: skip
def test_menus_and_links_in_prose_do_not(html: str) -> None:
    assert lines(html) == []


def test_cards_of_one_container_are_a_list() -> None:
    page = page_of(
        f"<ul><li><a href=/a>{LINE}</a><a href=/a>{LINE}</a></li><li><a href=/b>{OTHER}</a></li></ul><p>x</p>"
    )
    ((first, second),) = lists(page)
    assert (first.node.tag, first.container.tag, len(first.links), second.links[0].target) == ("li", "ul", 2, "/b")
    assert lists(page) is lists(page)


def test_a_lone_card_is_the_box_around_its_link() -> None:
    page = page_of(f"<main><section><div class=box><h3><a href=/a>{LINE}</a></h3></div></section></main>")
    ((card,),) = lists(page)
    assert card.node.tag == "section"
    assert (
        lists(page_of(f"<main><section><div><a href=/a>{LINE}</a></div></section></main>")) == []
    )  # no heading, no picture


@pytest.mark.parametrize(
    ("html", "count"),
    [
        (f"<ul><li><a href=/a>{LINE}</a></li><li><a href=/b>{OTHER}</a></li></ul>", 2),
        (f"<ul class=footer-nav><li><a href=/a>{LINE}</a></li><li><a href=/b>{OTHER}</a></li></ul>", 0),
        ("<ul><li><a href=/a>Town, coast, sea</a></li><li><a href=/b>Sports and play</a></li></ul>", 0),  # short lines
        (
            "<ul><li><h3><a href=/a>Town, coast, sea</a></h3></li><li><h3><a href=/b>Sports and play</a></h3></li></ul>",
            2,
        ),
        (f"<header><ul><li><a href=/a>{LINE}</a></li><li><a href=/b>{OTHER}</a></li></ul></header>", 0),
        (f"<ul><li><a href=/tag/a>{LINE}</a></li><li><a href=/tag/b>{OTHER}</a></li></ul>", 0),
    ],
)
def test_menus_are_no_teasers(html: str, count: int) -> None:
    assert len(read_teasers(page_of(html))) == count


def parts(card: str) -> dict[str, str]:
    page = page_of(f"<div class=x>{card}</div>")
    teaser = read_card(page, page.tree.select_one(".x"))
    found = {name: getattr(teaser, name) for name in ("label", "headline", "url", "alt", "summary")}
    for part in found.values():
        assert part is None or page.text(part.spot) == part.value or part is found["label"]
    return {name: part.value for name, part in found.items() if part is not None}


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (f"<p>TOWN</p><a href=/a>{LINE}</a>", {"label": "TOWN", "headline": LINE, "url": "/a"}),
        (f"<a href=/a>{LINE}</a><p>The stalls stand at the water from now on.</p>",
         {"headline": LINE, "url": "/a", "summary": "The stalls stand at the water from now on."}),
        (f"<img alt=Quay><a href=/a>{LINE}</a>", {"headline": LINE, "url": "/a", "alt": "Quay"}),
        (f"<noscript><p>Your ad here</p></noscript><a href=/a>{LINE}</a>", {"headline": LINE, "url": "/a"}),
        (f"<script>x('TOWN')</script><a href=/a>{LINE}</a>", {"headline": LINE, "url": "/a"}),
        (f"<p>TOWN {LINE}</p><a href=/a>{LINE}</a>", {"label": "TOWN", "headline": LINE, "url": "/a"}),
        ("<h3>Wall</h3><a href=/a>more</a>", {"headline": "Wall", "url": "/a"}),
        ("", {}),
    ],
)  # fmt: skip
def test_a_card_has_parts(card: str, expected: dict[str, str]) -> None:
    assert parts(card) == expected


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (f"<a> {LINE} </a>", LINE),
        ("<a><b>Market moves</b> to the <i>old quay</i></a>", LINE),
        ("<a><i>TOWN</i> <b>Market moves</b> to the old quay <u>3 May</u></a>", "Market moves to the old quay"),
        ("<a><script>x()</script><b>Market moves to the old quay</b></a>", LINE),
    ],
)
def test_a_line_has_its_place_across_elements(html: str, shown: str) -> None:
    page = page_of(html)
    assert " ".join(page.text(line_spot(page.tree.select_one("a"), LINE)).split()) == shown


def test_a_line_that_stands_nowhere_is_at_its_element() -> None:
    node = element_of("<a><b>Market</b> <i>x</i></a>", "a")
    assert line_spot(node, LINE).node is node


@pytest.mark.parametrize(("html", "menu"), [("<ul class=main-menu><li>x</ul>", True), ("<div id=share-bar><ul><li>x</ul></div>", True), ("<ul class=teasers><li>x</ul>", False),
                                            ("<div class=menu><div><div><ul><li>x</ul></div></div></div>", False), ("<body class=menu-open><ul><li>x</ul>", False)])  # fmt: skip
def test_a_menu_is_known_by_name(html: str, menu: bool) -> None:
    assert is_named_menu(element_of(html, "ul")) is menu


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("abc", "abd", 2), ("abc", "abc", 3), ("abc", "ab", 2), ("abc", "xyz", 0), ("", "abc", 0), ("a", "a", 1)],
)
def test_two_paths_share_their_beginning(one: str, other: str, count: int) -> None:
    assert shared(one, other) == count
