"""Bylines by what their elements are called."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.header import read_header
from layoutcheck.newsroom.byline.marked import read_far, read_marked
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of


def marked(line: str) -> list[tuple[tuple[str, ...], str, float]]:
    page = page_of(f"<article><h1>Wall leaks</h1>{line}<p>The wall leaks.</p></article>")
    found = read_marked(read_header(page.tree.select_one("h1")), read_structured(page))
    return [(one.names, one.source, round(one.sure, 1)) for one in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("<p class=byline>Jo Moe</p>", (("Jo Moe",), "byline", 3.2)),
        ("<p class=byline>By Jo Moe</p>", (("Jo Moe",), "byline", 3.8)),
        ("<p class=author-name>Jo Moe</p>", (("Jo Moe",), "byline", 2.8)),
        ("<p><a rel=author href=/jo>Jo Moe</a></p>", (("Jo Moe",), "a[rel=author]", 3.4)),
        ("<p><span itemprop=author>Jo Moe</span></p>", (("Jo Moe",), "span[itemprop=author]", 3.4)),
        ("<p class=writer-box><a href=/author/jo>Jo Moe</a></p>", (("Jo Moe",), "byline", 2.8)),
        ("<p class=byline><a href=/author/jo>Jo Moe</a> and Ann Lee</p>", (("Jo Moe", "Ann Lee"), "byline", 3.2)),
        ("<p class=byline><b>Jo Moe</b><b>Ann Lee</b></p>", (("Jo Moe", "Ann Lee"), "byline", 3.2)),
        ("<p class=byline>Staff</p>", (("Staff",), "byline", 1.7)),
        (
            "<div><span class=byline>Jo Moe</span> <span class=byline>Ann Lee</span></div>",
            (("Jo Moe", "Ann Lee"), "byline", 3.2),
        ),
    ],
)
def test_an_element_called_a_byline_is_one(line: str, found: tuple[tuple[str, ...], str, float]) -> None:
    assert marked(line) == [found]


@pytest.mark.parametrize(
    "line",
    ["<p class=lead>Jo Moe</p>", "<p class=author-bio>Jo Moe</p>", "<p class=photo-credit>Jo Moe</p>", "<form class=byline>Jo Moe</form>",
     "<ul class=related><li class=author>Jo Moe</li></ul>", "<p class=byline>x</p>", f"<p class=byline>Jo Moe {'and more ' * 40}</p>", "<p class=byline></p>"],
)  # fmt: skip
def test_what_says_something_else_of_an_author_is_none(line: str) -> None:
    assert marked(line) == []


def test_a_byline_with_all_names_of_another_is_enough() -> None:
    found = marked("<p class=byline>Jo Moe and Ann Lee</p><p><a rel=author href=/jo>Jo Moe</a></p>")
    assert [names for names, _, _ in found] in ([("Jo Moe", "Ann Lee"), ("Jo Moe",)], [("Jo Moe", "Ann Lee")])


def far(html: str) -> list[tuple[str, ...]]:
    page = page_of(f"<article><h1>Wall leaks</h1>{'<p>The wall leaks.</p>' * 60}</article>{html}")
    return [one.names for one in read_far(page, read_header(page.tree.select_one("h1")))]


def test_elsewhere_a_byline_is_looked_for_by_its_name() -> None:
    assert far("<div class=author>Jo Moe</div>") == [("Jo Moe",)]
    assert far("<div id=Author>Jo Moe</div>") == [("Jo Moe",)]
    assert far("<div class=comment><b class=author>Jo Moe</b></div>") == []
    assert far("<div class=auto>Jo Moe</div>") == []
    assert far("<img class=author alt='Jo Moe'>") == []
