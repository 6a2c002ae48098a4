"""The texts around a node."""

from __future__ import annotations

from layoutcheck.parse.neighbour import fostered_texts, texts_before_next_element
from made_page import element_of, page_of


def test_texts_up_to_the_next_start_tag_follow_a_node() -> None:
    first = element_of("<div><p>a<!-- c -->b</p>d<i>e</i>f</div>", "p")
    assert [text.data for text in texts_before_next_element(first)] == ["a", "b", "d"]
    last = element_of("<div><i>e</i>f</div>g", "i")
    assert [text.data for text in texts_before_next_element(last)] == ["e", "f", "g"]


def test_an_element_that_the_parser_made_up_ends_nothing() -> None:
    table = element_of("<table>\n<tr><td>a</table>", "table")
    assert [text.data for text in texts_before_next_element(table)] == ["\n"]


def test_texts_that_stood_between_cells_stand_before_the_table() -> None:
    page = page_of("<p>p</p><table>one<tr>two<td>a</table>")
    for selector in ("table", "tr", "tbody"):
        assert "".join(sorted(text.data for text in fostered_texts(page.tree.select_one(selector)))) in (
            "onetwo",
            "twoone",
        )
    assert fostered_texts(page.tree.select_one("p")) == []
    assert fostered_texts(page.tree.select_one("td")) == []
