"""Where bylines don't stand."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.header import read_header
from layoutcheck.newsroom.byline.place import PROFILE, stands_alone, stands_elsewhere
from made_page import page_of, text_node


def elsewhere(html: str, *, near: bool) -> bool:
    page = page_of(f"<body><article><h1>Wall leaks</h1>{html}</article></body>")
    header = read_header(page.tree.select_one("h1"))
    return stands_elsewhere(text_node(page, "Jo Moe").parent, header, near=near)


@pytest.mark.parametrize(
    ("html", "near", "far"),
    [
        ("<p>Jo Moe</p>", False, False),
        ("<div class=meta><p>Jo Moe</p></div>", False, False),
        ("<ul><li>Jo Moe</li></ul>", False, True),
        ("<div class=teaser><p>Jo Moe</p></div>", False, True),
        ("<div class=card><p>Jo Moe</p></div>", False, True),
        ("<div class='author-card'><p>Jo Moe</p></div>", False, False),
        ("<div class=related><p>Jo Moe</p></div>", True, True),
        ("<blockquote>Jo Moe</blockquote>", True, True),
        ("<aside>Jo Moe</aside>", False, False),
        ("<div class=comment-author>Jo Moe</div>", True, True),
        ("<footer>Jo Moe</footer>", False, False),  # an article's own
        ("<footer class=comments>Jo Moe</footer>", True, True),
        ("<p hidden>Jo Moe</p>", True, True),
        ("<p style='visibility:hidden'>Jo Moe</p>", True, True),
        ("<p style='-webkit-backface-visibility:hidden'>Jo Moe</p>", False, False),
        (f"<a href=/b><b>Jo Moe</b> {'tells of the wall that leaks ' * 3}</a>", True, True),
        ("<a href=/b><b>Jo Moe</b></a>", False, False),
    ],
)
def test_asides_hidden_elements_and_cards_are_elsewhere(html: str, near: bool, far: bool) -> None:
    assert (elsewhere(html, near=True), elsewhere(html, near=False)) == (near, far)


def test_what_is_around_the_headline_is_no_aside() -> None:
    page = page_of("<body><div class=card><h1>Wall leaks</h1><p>Jo Moe</p></div></body>")
    header = read_header(page.tree.select_one("h1"))
    assert not stands_elsewhere(page.tree.select_one("p"), header)
    assert not stands_elsewhere(None, header)


def test_a_line_stands_alone_where_its_block_is_short() -> None:
    long = "and then the wall leaks again, " * 6
    page = page_of(f"<article><h1>Wall</h1><p>Jo Moe</p><p>Ann Lee <b>x</b> {long}</p></article>")
    lines = {line.said: stands_alone(line) for line in read_header(page.tree.select_one("h1")).lines}
    assert lines["Jo Moe"] and not lines["Ann Lee"]


@pytest.mark.parametrize(
    ("address", "profile"),
    [("/author/jo", True), ("/Autoren/jo", True), ("/by/jo", True), ("?author=3", True), ("/x?a=1&author=3", True), ("/staff-jo", True),
     ("/story/jo", False), ("/byte/jo", False), ("/authority/x", False), ("", False)],
)  # fmt: skip
def test_addresses_of_people_are_known(address: str, profile: bool) -> None:
    assert (PROFILE.search(address) is not None) is profile
