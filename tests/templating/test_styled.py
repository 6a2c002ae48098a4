"""What embedded style sheets keep from being shown."""

from __future__ import annotations

import pytest

from layoutcheck.templating.styled import is_styled_away
from made_page import page_of


def away(sheet: str, html: str = "<div class=box><p id=x class='a b'>x</p></div>") -> bool:
    page = page_of(f"<style>{sheet}</style>{html}")
    return is_styled_away(page, page.tree.select_one("p"))


@pytest.mark.parametrize(
    "sheet",
    ["#x{display:none}", ".a { color:red; display : none }", "p{visibility:hidden}", ".box{display:none}", ".box > p{display:none}", "h1, .b{display:none}",
     "*{display:none}", "p[class]{display:none}", "p{visibility:collapse}", "p{color:red}.a{display:none}"],
)  # fmt: skip
def test_a_rule_hides_what_it_selects_and_all_in_it(sheet: str) -> None:
    assert away(sheet)


@pytest.mark.parametrize(
    "sheet",
    ["", ".c{display:none}", "h1{display:none}", ".a{display:block}", "p{backface-visibility:hidden}", "p.a{display:block}p{display:none}", ".c p{display:none}",
     "p{display:none}p{display:block}", "body{display:none}"],
)  # fmt: skip
def test_other_rules_and_stronger_ones_leave_it(sheet: str) -> None:
    assert not away(sheet)


def test_a_very_long_sheet_is_not_looked_into() -> None:
    assert not away("p{display:none}" + "/* x */" * 60_000)


def test_without_a_style_sheet_nothing_is_hidden() -> None:
    page = page_of("<p>x</p>")
    assert not is_styled_away(page, page.tree.select_one("p"))
