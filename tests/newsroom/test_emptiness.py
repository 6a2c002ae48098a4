"""Elements that show nothing, and those that wait for a script or are not shown at all."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.emptiness import is_empty, is_shown
from made_page import element_of


@pytest.mark.parametrize(
    ("html", "empty"),
    [
        ("<p></p>", True),
        ("<p> \n&nbsp;&#8203;</p>", True),
        ("<p><b></b><br></p>", True),
        ("<p><script>x()</script></p>", True),
        ("<p>Fog</p>", False),
        ("<p aria-label='Fog'></p>", False),
        ("<p title='Fog'></p>", False),
        ("<p><img src=a></p>", False),
        ("<p><i class=icon></i></p>", False),
        ("<p><i></i></p>", True),
        ("<p><input></p>", False),
    ],
)
def test_an_element_is_empty_without_text_label_picture_and_control(html: str, empty: bool) -> None:
    assert is_empty(element_of(html, "p")) is empty


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<div><p>x</p></div>", True),
        ("<div class=story><p class=lead>x</p></div>", True),
        ("<div hidden><p>x</p></div>", False),
        ("<div style='display:none'><p>x</p></div>", False),
        ("<div style='backface-visibility:hidden'><p>x</p></div>", True),
        ("<div aria-hidden=true><p>x</p></div>", False),
        ("<div aria-hidden=false><p>x</p></div>", True),
        ("<dialog><p>x</p></dialog>", False),
        ("<form><p>x</p></form>", False),
        ("<p id=here>x</p>", False),  # a script may find it
        ("<div id=near><p>x</p></div>", False),
        ("<div id=far><div><p>x</p></div></div>", True),
        ("<p v-if=a>x</p>", False),
        ("<p data-bind='text: a'>x</p>", False),
        ("<p data-a=b>x</p>", True),
        ("<p class=skeleton-line>x</p>", False),
        ("<p class=hideout>x</p>", True),
        ("<body class=modal-open><p>x</p></body>", True),  # what the whole page is called says nothing
    ],
)
def test_what_is_hidden_or_waits_for_a_script_is_not_shown(html: str, shown: bool) -> None:
    assert is_shown(element_of(html, "p")) is shown


def test_what_is_no_element_is_part_of_the_page() -> None:
    assert is_shown(None)


def test_far_around_names_count_no_more_but_attributes_do() -> None:
    deep = "<div>" * 6 + "<p>x</p>"
    assert is_shown(element_of(f"<div class=modal>{deep}", "p"))
    assert not is_shown(element_of(f"<div hidden>{deep}", "p"))
