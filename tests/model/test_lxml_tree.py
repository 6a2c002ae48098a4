"""The page's tree once more, as lxml's."""

from __future__ import annotations

import pytest
from lxml import etree

from layoutcheck.model.lxml_tree import lxml_tree
from made_page import page_of


def test_elements_attributes_and_texts_are_copied_in_order() -> None:
    tree = lxml_tree(page_of("<p class=a>one<b>two</b>three<!-- c -->four<i>five</i></p>"))
    (paragraph,) = tree.root.iter("p")
    assert etree.tostring(paragraph) == b'<p class="a">one<b>two</b>threefour<i>five</i></p>'


def test_each_element_leads_back() -> None:
    page = page_of("<p id=x>one<b>two</b></p>")
    tree = lxml_tree(page)
    assert tree.node(next(tree.root.iter("b"))) == page.tree.select_one("b")
    assert lxml_tree(page) is tree
    with pytest.raises(KeyError):
        tree.node(etree.Element("p"))


@pytest.mark.parametrize(
    ("html", "xml"),
    [
        ("<p @click=x>a</p>", b'<p _click="x">a</p>'),
        ("<p 1a=x>a</p>", b'<p _1a="x">a</p>'),
        ("<p a\"b=x>a</p>", b'<p a_b="x">a</p>'),
        ("<p title='\x01'>a\x0bb</p>", "<p title='\ufffd'>a\ufffdb</p>".encode("ascii", "xmlcharrefreplace").replace(b"'", b'"')),
    ],
)  # fmt: skip
def test_what_xml_cannot_spell_is_written_otherwise(html: str, xml: bytes) -> None:
    assert etree.tostring(next(lxml_tree(page_of(html)).root.iter("p"))) == xml


def test_nesting_without_end_is_no_problem() -> None:
    assert sum(1 for _ in lxml_tree(page_of("<div>" * 2000)).root.iter("div")) > 400
