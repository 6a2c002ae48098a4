"""Copies for some readers only, and copies that every reader sees."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.repetition.shown import apart, both_shown, is_not_shown, is_variant
from made_page import element_of, page_of


@pytest.mark.parametrize(
    ("attributes", "hidden", "variant"),
    [
        ("", False, False),
        ("hidden", True, True),
        ("style='display: none'", True, True),
        ("style='text-indent:-9999px'", True, True),
        ("style='text-indent:-9px'", False, False),
        ("style='backface-visibility:hidden'", False, False),
        ("aria-hidden=true", True, True),
        ("aria-hidden=false", False, False),
        ("class=mobile-only", False, True),
        ("class='Hidden-XS'", False, True),
        ("class=modal", False, True),
        ("class=headline", False, False),
        ("id=mobile", False, False),
    ],
)
def test_style_attributes_and_class_tell(attributes: str, hidden: bool, variant: bool) -> None:
    element = element_of(f"<p {attributes}>x</p>", "p")
    assert (is_not_shown(element), is_variant(element)) == (hidden, variant)


@pytest.mark.parametrize(
    ("html", "both"),
    [
        ("<p>x</p><b>x</b>", True),
        ("<p class=desktop>x</p><b class=mobile>x</b>", False),
        ("<p>x</p><div class=print><b>x</b></div>", False),
        ("<div class=desktop><p>x</p><b>x</b></div>", True),  # around both it may be the page's
        ("<div hidden><p>x</p><b>x</b></div>", False),
        ("<body class=modal-open><p>x</p><b>x</b>", True),
    ],
)
def test_two_copies_are_for_the_same_readers(html: str, both: bool) -> None:
    tree = page_of(html).tree
    assert both_shown(tree.select_one("p"), tree.select_one("b")) is both


def test_what_is_around_one_alone_is_told_innermost_first() -> None:
    tree = page_of("<main><p>x</p><div><section><b>y</b></section></div></main>").tree
    assert [element.tag for element in apart(tree.select_one("p"), tree.select_one("b"))] == ["b", "section", "div"]
