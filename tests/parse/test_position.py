"""Every character of the tree leads back to where it stands in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turbohtml import Comment, ProcessingInstruction, Text

from layoutcheck.core.document import Document
from layoutcheck.core.rule import Spot
from layoutcheck.parse import position
from layoutcheck.parse.alignment import align
from layoutcheck.parse.lines import Lines
from layoutcheck.parse.parser import parse

from .pieces import PIECES


def page(source: str):
    return parse(Document("p.html", source.encode(), "text/html", "utf-8"))


@pytest.mark.parametrize(
    ("raw", "text", "offsets"),
    [
        ("plain", "plain", [0, 1, 2, 3, 4, 5]),
        ("a&amp;b", "a&b", [0, 1, 6, 7]),
        ("&hellip;x", "…x", [0, 8, 9]),
        ("&#128;!", "€!", [0, 6, 7]),
        ("&notit;", "¬it;", [0, 4, 5, 6, 7]),
        ("&unknown;", "&unknown;", list(range(10))),
        ("a & b", "a & b", list(range(6))),
        ("a\0b", "ab", [0, 2, 3]),
        ("one</x>two", "onetwo", [0, 1, 2, 7, 8, 9, 10]),
    ],
)
def test_aligns_text_with_its_source(raw, text, offsets):
    found = align(raw, text, 0, len(raw))
    assert found is not None
    assert list(found) == offsets


def test_aligns_a_text_inside_its_source():
    found = align("<p>a&amp;b</p>", "a&b", 3, 10)
    assert found is not None
    assert list(found) == [3, 4, 9, 10]


def test_gives_up_where_source_and_text_have_nothing_in_common():
    assert align("abc", "xyz", 0, 3) is None


def test_gives_up_where_a_text_would_end_behind_its_stretch():
    assert align("abcdef", "abcd", 0, 3) is None
    assert align("ab&amp;cd", "ab&cd", 0, 5) is None


@pytest.mark.parametrize(
    ("source", "needle", "line", "column"),
    [
        ("<p>one\r\ntwo {{ x }}</p>", "{{ x }}", 2, 5),
        ("<p>a\rb\r\nc {{ x }}", "{{ x }}", 3, 3),
        ("<p>&eacute;&amp;{{ x }}", "{{ x }}", 1, 17),
        ("<p>😀😀{{ x }}", "{{ x }}", 1, 6),
        ("<table><tr><td>x</td></tr>{{ x }}</table>", "{{ x }}", 1, 27),
        ("<p>a<b>b<i>c</b>d</i>{{ x }}", "{{ x }}", 1, 22),
        ("<ul><li>one<li>two {{ x }}", "{{ x }}", 1, 20),
        ("<p>one<!-- {{ no }} -->two {{ x }}", "{{ x }}", 1, 28),
        ("<p>one<?php no ?> {{ x }}", "{{ x }}", 1, 19),
        ("</body></html>late {{ x }}", "{{ x }}", 1, 20),
        ("\ufeff<p>{{ x }}", "{{ x }}", 1, 4),
        ("<p>a\x85b\x0bc\u2028{{ x }}", "{{ x }}", 1, 10),
        ("<p>{{ x }}\0\0 end", "{{ x }}", 1, 4),
        ("<p>\0\0{{ x }}\0", "{{ x }}", 1, 6),
        ("<p>{{ x }}&amp; end", "{{ x }}", 1, 4),
    ],
)
def test_places_text_at_line_and_column(source, needle, line, column):
    found = page(source)
    node = next(n for n in found.tree.descendants if isinstance(n, Text) and needle in n.data)
    start = node.data.index(needle)
    place = found.place(Spot(node, None, start, start + len(needle)))
    assert (place.line, place.column) == (line, column)
    assert (place.end_line, place.end_column) == (line, column + len(needle))
    assert place.excerpt == needle


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ('<a href="/x?u={{ url }}">', 15),
        ("<a href='/x?u={{ url }}'>", 15),
        ("<a href=/x?u={{url}}>", 14),
        ('<a class=b  href = "/x?a=1&amp;u={{ url }}">', 34),
    ],
)
def test_places_attribute_values(source, column):
    found = page(source)
    link = found.tree.select_one("a")
    start = link.attr("href").index("{{")
    assert found.place(Spot(link, "href", start)).column == column


@pytest.mark.parametrize(
    ("source", "told", "stretch"),
    [
        ("<p>Tom &amp; Ann", "&", "&amp;"),
        ("<p>Tom &amp<b> Ann</b>", "&", "&amp"),
        ("<p>Tom &amp;<!-- c -->\0 Ann", "&", "&amp;"),
        ("<p>Tom & Ann", "&", "&"),
        ("<p>&notit; Ann", "¬", "&not"),
        ("<p>&notit; Ann", "it;", "it;"),
        ("<p>a &bne; b", "=\u20e5", "&bne;"),
        ("<p>a<b>b</b>", "a", "a"),
    ],
)
def test_a_reference_is_its_character_whole_and_nothing_behind_it(source, told, stretch):
    found = page(source)
    node = next(n for n in found.tree.descendants if isinstance(n, Text) and told in n.data)
    at = node.data.index(told)
    start, end = found.stretch(Spot(node, None, at, at + len(told)))
    assert found.source[start:end] == stretch


@pytest.mark.parametrize("late", ["<?php x ?>", "<!-- c -->"])
def test_what_stands_between_two_ends_of_the_body_is_found(late):
    found = page(f"<p>a</p></body>{late}text</body>")
    node = next(n for n in found.tree.descendants if isinstance(n, Comment | ProcessingInstruction))
    assert found.place(Spot(node)).column == 16


def test_a_comment_that_is_written_otherwise_stands_at_the_element_around_it():
    found = page("<p>a<!-- c --></p><p>b</ c></p>")
    _, node = (n for n in found.tree.descendants if isinstance(n, Comment))
    assert found.place(Spot(node)).column == 19


@pytest.mark.parametrize("at", [0, 1, 3])
def test_an_empty_stretch_ends_where_it_begins(at):
    found = page("<p>abc</p>")
    node = next(n for n in found.tree.descendants if isinstance(n, Text))
    assert found.stretch(Spot(node, None, at, at)) == (3 + at, 3 + at)


def test_made_up_elements_take_the_place_of_the_element_around_them():
    found = page("<main><table><tr><td>x</table></main>")
    assert found.place(Spot(found.tree.select_one("tbody"))).column == 7


def test_a_chain_of_a_thousand_comments_and_texts_is_no_problem():
    found = page("<p>" + "x<!-- c -->" * 5000 + "{{ x }}")
    node = [n for n in found.tree.descendants if isinstance(n, Text)][-1]
    assert found.place(Spot(node, None, 0)).column == 4 + 11 * 5000


@given(PIECES)
def test_every_text_character_round_trips_through_its_source_offset(pieces):
    found = page("<body><div>" + "".join(pieces))
    for node in found.tree.descendants:
        if not isinstance(node, Text) or not node.data.strip():
            continue
        offsets = found.positions.text(node)
        if offsets is None:
            continue
        assert 0 <= offsets[0] <= offsets[-1] <= len(found.source)
        assert list(offsets) == sorted(offsets)
        for index, char in enumerate(node.data):
            raw = found.source[offsets[index]]
            assert raw == char or raw == "&"


@given(st.text(max_size=200))
def test_no_source_breaks_the_parser_or_leaves_it(source):
    if not source.strip():
        return
    found = page(source)
    for block in found.blocks:
        place = found.place(block.spot())
        lines = found.source.split("\n")
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@given(st.text("ab\n", max_size=40), st.lists(st.integers(0, 40), max_size=12), st.booleans())
def test_lines_are_told_in_whatever_order_they_are_asked_for(source, offsets, told):
    lines = Lines(source)
    for offset in (offset for offset in offsets if offset <= len(source)):
        line, column = source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)
        if told:
            lines.learn(offset, line)
        assert lines.at(offset) == (line, column)
        assert lines.offset(line, column) == offset
    with pytest.raises(IndexError):
        lines.offset(source.count("\n") + 2, 1)


def test_texts_that_stand_nowhere_are_not_searched_for_without_end(monkeypatch):
    found = page("<h1>a</h1><table><td>first</td>moved</table>" * 5)
    texts = [node for node in found.tree.descendants if isinstance(node, Text) and node.data == "moved"]
    places = [found.source.index("moved", at) for at in range(0, len(found.source), len(found.source) // 5)]
    assert [found.stretch(Spot(text))[0] for text in texts] == places
    monkeypatch.setattr(position, "_PATIENCE", 0)
    impatient = position.Positions(found.source, found.tree, Lines(found.source))
    assert all(impatient.text(text) is None for text in texts)
