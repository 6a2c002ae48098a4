"""Texts as a reader sees them, and where they begin and end."""

from __future__ import annotations

import pytest
from turbohtml import Text

from layoutcheck.newsroom.reading import last_below, names_of, said_texts, spot_of, text_of, texts, visible_texts
from layoutcheck.parse.block import UNREAD
from made_page import element_of, page_of

READ = [
    ("<p>Fog <b>lifts</b>.</p>", ["Fog ", "lifts", "."]),
    ("<p>Fog<script>x()</script> lifts</p>", ["Fog", " lifts"]),
    ("<p>Fog<noscript><i><b>no</b></i></noscript> lifts</p>", ["Fog", " lifts"]),
    ("<p>Fog<svg><title>icon</title></svg></p>", ["Fog"]),
    ("<p><ruby>港<rt>みなと</rt></ruby></p>", ["港"]),
    ("<p>Fog <select><option>a</select><textarea>b</textarea></p>", ["Fog "]),
    ("<p></p>", []),
]


@pytest.mark.parametrize(("html", "expected"), READ)
def test_unread_elements_are_skipped_with_all_that_is_in_them(html: str, expected: list[str]) -> None:
    node = element_of(html, "p")
    assert [text.data for text in texts(node)] == expected
    assert text_of(node) == "".join(expected).strip()


def test_whoever_asks_may_say_what_is_unread() -> None:
    node = element_of("<p><ruby>港<rt>みなと</rt></ruby></p>", "p")
    assert [text.data for text in texts(node, UNREAD)] == ["港", "みなと"]


def test_a_last_unread_element_ends_the_walk() -> None:
    page = page_of("<body><p>Fog</p><script>x()</script>")
    assert [text.data for text in texts(page.tree.root)] == ["Fog"]


def test_an_unread_element_gives_its_own_text() -> None:
    page = page_of("<title> Harbour\n wall </title><p>x</p>")
    title = page.tree.select_one("title")
    assert text_of(title) == "Harbour wall"
    assert page.text(spot_of(title)) == "Harbour\n wall"


def test_white_space_says_nothing() -> None:
    page = page_of("<title>T</title><p> <b>Fog</b>\n</p><p>Rain</p>")
    assert [said for _, said in said_texts(page.tree.select_one("p"))] == ["Fog"]
    assert [said for _, said in visible_texts(page)] == ["Fog", "Rain"]
    assert visible_texts(page) is visible_texts(page)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>\n  Fog </p>", "Fog"),
        ("<p> <b> </b><i>Fog</i> lifts <b></b> </p>", "Fog lifts"),
        ("<p><script>x()</script> Fog <style>b{}</style></p>", "Fog"),
    ],
)
def test_a_spot_is_from_the_first_visible_character_to_the_last(html: str, shown: str) -> None:
    page = page_of(html)
    assert page.text(spot_of(page.tree.select_one("p"))) == shown


def test_an_element_without_text_is_its_own_spot() -> None:
    node = element_of("<p> <b></b></p>", "p")
    assert spot_of(node).node is node


def test_the_last_node_below_one_is_found_however_deep() -> None:
    node = element_of("<p>Fog <b>and <i>rain</i></b></p>", "p")
    last = last_below(node)
    assert isinstance(last, Text) and last.data == "rain"
    assert last_below(last) is last
    empty = element_of("<p></p>", "p")
    assert last_below(empty) is empty


def test_names_are_class_and_id_in_small_letters() -> None:
    assert names_of(element_of("<p class='A B' id=C>x</p>", "p")) == "a b c"
    assert names_of(element_of("<p>x</p>", "p")).strip() == ""
