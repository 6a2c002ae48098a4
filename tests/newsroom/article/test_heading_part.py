"""A heading in its parts: label, headline, subtitle."""

from __future__ import annotations

import pytest

from layoutcheck.core.fold import skeleton
from layoutcheck.newsroom.article.heading_part import parts_of, without_label
from made_page import page_of


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("Wall leaks", ["Wall leaks"]),
        ("Wall <b>leaks</b> again", ["Wall leaks again"]),  # emphasis sets nothing apart
        ("Coast<br>Wall leaks", ["Coast", "Wall leaks"]),
        ("<span>Coast</span> Wall leaks", ["Coast", "Wall leaks"]),
        ("<b class=kicker>Coast</b>Wall leaks", ["Coast", "Wall leaks"]),
        ("Wall leaks<small>since spring</small>", ["Wall leaks", "since spring"]),
        ("Wall<script>x()</script> leaks<svg><title>icon</title></svg>", ["Wall leaks"]),
        (" <span> </span> ", []),
        ("", []),
    ],
)
def test_elements_and_line_breaks_set_parts_apart(heading: str, parts: list[str]) -> None:
    node = page_of(f"<h1>{heading}</h1>").tree.select_one("h1")
    assert [part.text for part in parts_of(node)] == parts


@pytest.mark.parametrize(
    ("heading", "claims", "headline", "label"),
    [
        ("Harbour wall leaks", [], "Harbour wall leaks", None),
        ("<span class=kicker>Coast</span><span>Harbour wall leaks</span>", [], "Harbour wall leaks", "Coast"),
        ("<small>Coast</small> Harbour wall leaks", [], "Harbour wall leaks", "Coast"),
        ("<span>Coast</span> Harbour wall leaks", [], "Coast Harbour wall leaks", None),  # nothing says what it is
        ("<span>Coast</span> Harbour wall leaks", ["Harbour wall leaks"], "Harbour wall leaks", "Coast"),
        ("<span>Coast</span> Harbour wall leaks", ["Coast Harbour wall leaks"], "Coast Harbour wall leaks", None),
        ("Harbour wall leaks <span>since spring</span>", ["Harbour wall leaks"], "Harbour wall leaks", None),
        ("Harbour wall leaks <small>since spring</small>", [], "Harbour wall leaks", None),
        ("<span class=kicker>Coast</span> Oh", [], "Coast Oh", None),  # too little would be left
        ("<span class=kicker>A</span><b class=date>3 May</b><span>Harbour wall leaks</span>", [], "Harbour wall leaks", "A"),
    ],
)  # fmt: skip
def test_a_label_is_known_by_its_element_or_by_what_the_page_calls_itself(
    heading: str, claims: list[str], headline: str, label: str | None
) -> None:
    node = page_of(f"<h1>{heading}</h1>").tree.select_one("h1")
    found, before = without_label(parts_of(node), [skeleton(claim) for claim in claims])
    assert (found.text, before and before.text) == (headline, label)


def test_a_part_knows_where_it_stands_whole_and_cut() -> None:
    page = page_of(
        "<h1>\n 3 May | Harbour wall leaks - Daily </h1><h2>Harbour <b>wall</b> leaks</h2><h3><span> </span></h3>"
    )
    (whole,) = parts_of(page.tree.select_one("h1"))
    assert page.text(whole.spot) == whole.text == "3 May | Harbour wall leaks - Daily"
    cut = whole.cut(len("3 May | Harbour wall leaks"))
    assert (cut.text, page.text(cut.spot)) == ("3 May | Harbour wall leaks",) * 2
    late = cut.after(len("3 May | "))
    assert (late.text, page.text(late.spot)) == ("Harbour wall leaks",) * 2
    (split,) = parts_of(page.tree.select_one("h2"))
    assert page.text(split.spot) == "Harbour wall leaks"
