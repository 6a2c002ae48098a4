"""Blocks: stretches of text as a reader sees them, each with its way back to the nodes."""

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.document import Document
from layoutcheck.parse.block import blocks, collapse, collapsed, single_spaced
from layoutcheck.parse.parser import parse


def page(source: str):
    return parse(Document("p.html", source.encode(), "text/html", "utf-8"))


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>one <b>bold</b> two</p>", [("p", "one bold two")]),
        ("<div>a<p>b</p>c</div>", [("div", "a"), ("p", "b"), ("div", "c")]),
        ("<p>one<br>two", [("p", "one"), ("p", "two")]),
        ("<ul><li>one<li>two <i>x</i></ul>", [("li", "one"), ("li", "two x")]),
        ("<p> \n\t </p><p>x", [("p", "x")]),
        ("<p>a<script>no</script>b<style>no</style></p>", [("p", "ab")]),
        (
            "<p>a<template><p>no</p></template><noscript>no</noscript><select><option>no</select><p>yes",
            [("p", "a"), ("p", "yes")],
        ),
        ("<p>a<span>b<a href=/>c</a></span>", [("p", "abc")]),
        ("<table><tr><td>1<td>2</table>", [("td", "1"), ("td", "2")]),
        ("text alone", [("body", "text alone")]),
        ("<p>soft\u00adhyphen zero\u200bwidth", [("p", "softhyphen zero width")]),
        ("<svg><text>no</text></svg><p>x", [("p", "x")]),
        ("<h1>one<!-- c -->two</h1>", [("h1", "onetwo")]),
    ],
)
def test_blocks_are_what_a_reader_sees(source, blocks):
    assert [(block.tag, block.text) for block in page(source).blocks] == blocks


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        ("<p>one <b>bold</b> two</p>", "bold two", (1, 11, 1, 23)),
        ("<p>a\n  b   c</p>", "b   c", (2, 3, 2, 8)),
        ("<p>&eacute;&amp;x y</p>", "x y", (1, 17, 1, 20)),
    ],
)
def test_a_part_of_a_block_stands_where_its_words_stand(source, words, place):
    read = page(source)
    (block,) = read.blocks
    start = block.text.index(collapsed(words))
    found = read.place(block.spot(start, start + len(collapsed(words))))
    assert (found.line, found.column, found.end_line, found.end_column) == place


def test_blocks_come_one_by_one_for_those_who_want_the_first():
    read = page("<p>one<p>two<p>three")
    assert next(blocks(read.body)).text == "one"
    assert "blocks" not in vars(read)
    assert [block.text for block in read.blocks] == ["one", "two", "three"]


def test_block_elements_are_left_out_whole_when_asked():
    read = page("<p>one<div class=x>two<p>three</p>four</div>five <b class=x>six</b><aside class=x>seven</aside>")
    told = blocks(read.body, without=lambda node: node.attr("class") == "x")
    assert [block.text for block in told] == ["one", "five six"]


@given(st.text(alphabet=st.sampled_from("ab \t\n\u00a0\u200b\u00ad\ufeff\u2028\x1c"), max_size=30))
def test_spaces_are_made_single_as_by_splitting_and_joining(raw):
    assert single_spaced(raw) == " ".join(raw.split())


@given(st.text(alphabet=st.sampled_from("ab \t\n\u00a0\u200b\u00ad\ufeff"), max_size=30))
def test_both_ways_to_collapse_agree(raw):
    begins, offsets = collapse(raw)
    for index, char in enumerate(collapsed(raw)):
        stretch = bisect_right(begins, index) - 1
        before = raw[offsets[stretch] + index - begins[stretch]]
        assert before == char or (char == " " and (before.isspace() or before in "\u200b\u00ad\ufeff"))


@given(st.text(alphabet=st.sampled_from("ab \n\u00ad"), min_size=1, max_size=30).filter(str.strip))
def test_each_character_of_a_block_is_found_in_its_node(raw):
    read = page(f"<p>{raw[:7]}<b>{raw[7:11]}</b>{raw[11:]}")
    for block in read.blocks:
        for index, char in enumerate(block.text):
            found = read.text(block.spot(index, index + 1))
            assert found == char or char == " "
