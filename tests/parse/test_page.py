"""A page: texts, stretches, places and the snippets around them."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.core.finding import Place
from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import EXCERPT, SNIPPET
from layoutcheck.parse.parser import parse


def page(source: str, media_type: str = "text/html"):
    return parse(Document("p.html", source.encode(), media_type, "utf-8"))


def test_a_place_says_how_to_find_the_element():
    read = page("<main id=m><p>a<p class=x>b</main>")
    place = read.place(Spot(read.tree.select_one(".x")))
    assert read.tree.select(place.selector) == read.tree.xpath(place.xpath) == read.tree.select(".x")
    link = page("<a href='/{{ x }}'>a</a>")
    place = link.place(Spot(link.tree.select_one("a"), "href", 1), pointer="/a", where="address")
    assert (place.column, place.excerpt, place.pointer, place.where) == (11, "{{ x }}", "/a", "address")
    assert place.xpath.endswith("/a/@href")


def test_a_dump_has_no_selectors():
    read = page("one\ntwo\n", "text/plain")
    place = read.place(read.blocks[1].spot())
    assert (place.line, place.selector, place.xpath) == (2, "", "")


def test_a_text_goes_across_elements():
    read = page("<p>one <b>two <i>three</i></b> four</p>")
    (block,) = read.blocks
    spot = block.spot(4)
    assert read.text(spot) == "two three four"
    assert read.source[slice(*read.stretch(spot))] == "two <i>three</i></b> four"


def test_long_excerpts_are_cut():
    read = page(f"<p>{'word ' * 200}")
    excerpt = read.place(read.blocks[0].spot()).excerpt
    assert len(excerpt) == EXCERPT and excerpt.endswith("…")


@pytest.mark.parametrize(("before", "after"), [(0, 0), (500, 500), (0, 500), (500, 0)])
def test_a_snippet_is_the_line_around_a_place(before, after):
    read = page(f"<p>first</p>\n<p>{'a' * before}<b>here</b>{'z' * after}</p>\nlast")
    place = read.place(Spot(read.tree.select_one("b").children[0]))
    snippet = read.snippet(place)
    assert len(snippet.text) <= SNIPPET
    at = place.column - snippet.column
    assert snippet.text[at : at + 4] == "here"
    assert "\n" not in snippet.text


def test_a_snippet_of_the_last_line_ends_with_the_page():
    read = page("<p>only")
    assert read.snippet(Place("p.html", 1, 4, 1, 8)).text == "<p>only"


@pytest.mark.parametrize("source", ["<frameset><frame src=a></frameset>", "<p>x", "<!-- c -->", "</html>"])
def test_every_page_has_a_body_and_a_place_for_it(source):
    read = page(source)
    assert read.body.tag in ("body", "frameset")
    place = read.place(Spot(read.body))
    assert (place.line, place.column) >= (1, 1)


def test_a_spot_is_found_by_its_offset():
    source = "<p title='tip'>one &amp; two</p>"
    read = page(source)
    for words in ("tip", "one", "two"):
        spot = read.spot_at(source.index(words))
        assert read.text(spot).startswith(words)
    assert read.spot_at(0) is None
