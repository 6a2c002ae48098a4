"""Stories that one list shows twice."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.repetition.list import listed_twice
from made_page import page_of

A, B, C, D = (
    f"<li><a href=/{name}>{line}</a></li>"
    for name, line in zip(
        "abcd",
        [
            "Market moves to the old quay",
            "Ferry sails again after the storm",
            "Wall leaks in three places",
            "Mayor opens the new library",
        ],
        strict=True,
    )
)


def twice(html: str) -> list[str]:
    return [pair.second.line for pair in listed_twice(page_of(html))]


@pytest.mark.parametrize(
    "html",
    [f"<ul>{A}{B}{A}</ul>", f"<ul>{A}{A}{B}</ul>", f"<ul>{A}{B}{A.replace('/a', 'https://daily.example/a')}</ul>", f"<ul>{A}{B}{A.replace('/a', '/a?utm_source=x')}</ul>",
     f"<ul>{A}{B}{A.upper().replace('HREF=/A', 'href=/a')}</ul>"],
)  # fmt: skip
def test_one_line_to_one_target_twice_in_a_list_is_told(html: str) -> None:
    found = twice(html)
    assert len(found) == 1 and found[0].casefold() == "market moves to the old quay"


@pytest.mark.parametrize(
    "html",
    [f"<ul>{A}{B}{C}</ul>",
     f"<ul>{A}{B}</ul><div><ul>{A}{C}</ul></div>",  # two lists
     f"<ul>{A}{B}{A.replace('/a', '/d')}</ul>",  # another story
     f"<ul>{A}{B}{A.replace('Market moves', 'Why the market moves')}</ul>",  # another line
     f"<ul>{A}{B}{C}{A}{B}{C}</ul>",  # runs in a circle
     f"<ul>{C}{A}{B}{C}{A}</ul>",
     f"<ul class=slider>{A}{B}{A}</ul>", f"<div class=ticker><div><ul>{A}{B}{A}</ul></div></div>", f"<ul class=main-menu>{A}{B}{A}</ul>",
     f"<ul>{A}{B}{A.replace('<li>', '<li class=mobile>')}</ul>",
     f"<ul>{A}{B}{A.replace('<a ', '<a class=read-more ')}</ul>",
     f"<ul>{A}{B}{A.replace('<a ', '<a rel=next ')}</ul>",
     f"<ul>{A}{B}{A.replace('</li>', '<p>The stalls stand at the water from now on, and nobody minds the wind.</p></li>')}</ul>",
     f"<ul>{A}{B}{A.replace('<li>', '<li class=promo>')}</ul>"],
)  # fmt: skip
def test_circles_menus_variants_and_other_stories_are_none(html: str) -> None:
    assert twice(html) == []


def test_links_strewn_over_a_text_are_no_list() -> None:
    strewn = f"<div>{'<p>Prose.</p>' * 6}<p><a href=/a>Market moves to the old quay</a></p><p>Prose.</p><p><a href=/b>Ferry sails again after it</a></p><p>Prose.</p><p><a href=/a>Market moves to the old quay</a></p></div>"
    assert twice(strewn) == []


def test_where_an_item_stands_is_no_shape() -> None:
    assert len(twice(f"<ul>{A.replace('<li>', '<li class=first>')}{B}{A.replace('<li>', '<li class=last>')}</ul>")) == 1


def test_a_link_under_each_advertisement_of_a_story_is_no_list() -> None:
    prose = (
        "<p>The wall that shelters the old harbour will be raised by half a metre, the council said on Monday.</p>" * 4
    )
    advert = "<div class=box><div>Advertisement</div><a href=/support/partner>Become a partner of the Post</a></div>"
    assert twice(f"<div>{(prose + advert) * 2}{prose}</div>") == []
