"""Where scripts and styles begin and end, and whether the page speaks to us."""

from __future__ import annotations

import pytest

from layoutcheck.templating.landmark import MARKS, encoded, read_landmarks
from made_page import page_of


def marks(html: str) -> list[tuple[str, int]]:
    return [(MARKS[index], behind) for index, behind in read_landmarks(page_of(html)).marks]


def test_tags_are_told_by_where_their_names_end() -> None:
    assert marks("<p>a<script>b</script><STYLE type=x>c</style >") == [
        ("<script", 11),
        ("</script", 21),
        ("<style", 28),
        ("</style", 44),
    ]


@pytest.mark.parametrize("html", ["<p>a", "<script-loader>a</script-loader>", "<styles>a", "script"])
def test_other_names_are_none(html: str) -> None:
    assert marks(html) == []


@pytest.mark.parametrize(("html", "addressed"), [("<!-- layoutcheck-allow x -->", True), ("<p>layoutcheck</p>", False)])
def test_a_page_may_speak_to_us(html: str, addressed: bool) -> None:
    assert read_landmarks(page_of(html)).addressed is addressed


def test_they_are_looked_for_once_and_the_source_is_utf_8() -> None:
    page = page_of("<p>Łódź</p>")
    assert read_landmarks(page) is read_landmarks(page)
    assert read_landmarks(page).source == "<p>Łódź</p>".encode()
    assert encoded("a\ud800") == b"a?"
