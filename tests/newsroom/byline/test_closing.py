"""Signatures under the story."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.header import read_header
from layoutcheck.newsroom.byline.closing import read_closing
from layoutcheck.newsroom.byline.site_name import SiteNames
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.reading import spot_of, text_of
from made_page import page_of


def signed(html: str) -> list[tuple[tuple[str, ...], str]]:
    page = page_of(f"<article><h1>Wall leaks</h1><div>{html}</div></article>")
    lines = [Found(text_of(node), Later(spot_of, (node,)), node.tag) for node in page.tree.select("div > *")]
    header = read_header(page.tree.select_one("h1"))
    sites = SiteNames(frozenset(["harbourdaily"]))
    return [(found.names, found.source) for found in read_closing(lines, sites, header)]


@pytest.mark.parametrize(
    "html",
    ["<p>Text: Jo Moe</p>", "<p>Autor: Jo Moe</p>", "<p>By: Jo Moe</p>", "<p>(Jo Moe)</p>", "<p>[Jo Moe]</p>", "<p>— Jo Moe</p>",
     "<p>The wall leaks. (Jo Moe)</p>", "<p><i>Jo Moe</i></p>", "<p>Von:</p><p>Jo Moe</p>", "<p>Autor:</p><p>Rechtsanwalt</p><p>Text: Jo Moe</p>"],
)  # fmt: skip
def test_people_sign(html: str) -> None:
    assert signed(html) == [(("Jo Moe",), "under the story")]


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<p>Quelle: dpa</p>", "dpa"),
        ("<p>Source: Harbour Daily</p>", "Harbour Daily"),
        ("<p>The wall leaks. (dpa/jm)</p>", "dpa/jm"),
    ],
)
def test_agencies_and_the_house_sign(html: str, name: str) -> None:
    assert signed(html) == [((name,), "agency")]


@pytest.mark.parametrize(
    "html",
    ["<p>By Jo Moe</p>",  # where other stories' teasers begin
     "<p><b>Jo Moe</b></p>", "<p>Jo Moe</p>", "<p>Quelle: Meier und Sohn</p>", "<p><a href=/story>(Jo Moe)</a></p>", "<p>The wall leaks. (see above)</p>",
     "<p>(London)</p>", "<p>Text: the wall leaks</p>", f"<p>Text: Jo Moe{' and so on' * 20}</p>", "<h2>Jo Moe</h2>", "<p></p>"],
)  # fmt: skip
def test_other_lines_sign_nothing(html: str) -> None:
    assert signed(html) == []


def test_a_link_to_somebodys_page_may_sign() -> None:
    assert signed("<p><a href=/author/jo-moe>(Jo Moe)</a></p>") == [(("Jo Moe",), "under the story")]


def test_a_line_without_a_spot_is_passed_over() -> None:
    header = read_header(None)
    assert list(read_closing([Found("Text: Jo Moe")], SiteNames(frozenset()), header)) == []
