"""Teasers of pages, dumps and of elements that a schema chose, as page data."""

from __future__ import annotations

from layoutcheck.newsroom.found import plain
from layoutcheck.newsroom.teaser.finder import PARTS, as_found, find_teasers, read
from made_page import page_of

CARDS = "<ul>" + "".join(f"<li><a href=/{n}>Market number {n} moves to the old quay</a></li>" for n in (1, 2)) + "</ul>"
DUMP = (
    "# Wall leaks in three places\n\n" + "The wall that shelters the old harbour leaks, the council said on Monday.\n\n" * 3
    + "1. Market moves to the old quay\n2. Ferry sails again after the storm\n"
)  # fmt: skip


def test_a_page_has_them_once() -> None:
    page = page_of(CARDS)
    assert find_teasers(page) is find_teasers(page)
    assert plain(as_found(page)) == [
        {"headline": f"Market number {n} moves to the old quay", "url": f"/{n}"} for n in (1, 2)
    ]  # fmt: skip


def test_a_dump_is_read_by_its_own_reader() -> None:
    assert [item["headline"] for item in plain(as_found(page_of(DUMP, "text/plain")))] == [
        "Market moves to the old quay", "Ferry sails again after the storm",
    ]  # fmt: skip


def test_nothing_is_no_list() -> None:
    assert as_found(page_of("<p>x</p>")) is None
    assert read(page_of("<p></p>"), []) is None


def test_chosen_elements_are_one_teaser_each_and_empty_ones_none() -> None:
    page = page_of("<div class=x><h3>Wall</h3><a href=/a>more</a><img alt=Quay></div><div class=x></div>")
    (item,) = plain(read(page, page.tree.select(".x")))
    assert item == {"headline": "Wall", "url": "/a", "alt": "Quay"}
    assert set(item) <= set(PARTS)
