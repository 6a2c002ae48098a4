"""The job summary: it fits, says what is left out, and page text stays text."""

from __future__ import annotations

import re

import pytest
from awkward import RUNS, Run, finding, pages, written
from markdown_it import MarkdownIt

from layoutcheck.core.finding import PageReport
from layoutcheck.report.markdown import ROOM, inert
from layoutcheck.report.path_mapping import PathMapping


def test_says_first_what_does_not_fit() -> None:
    causes = tuple(finding("a.html", f"fault {number} " + "x" * 900, excerpt="y" * 199) for number in range(2000))
    text = written("markdown", Run(pages(PageReport("a.html", causes))))
    assert len(text.encode()) < ROOM
    assert re.match(r"> \[!WARNING\]\n> [\d,]+ of 2,000 sections are left out", text)


def test_leaves_room_for_what_stands_in_the_summary_already() -> None:
    causes = tuple(finding("a.html", f"fault {number}") for number in range(400))
    text = written("markdown", Run(pages(PageReport("a.html", causes))), summary_size=ROOM - 20_000)
    assert len(text.encode()) < 20_000


def test_page_text_makes_no_markup_mention_link_or_formula() -> None:
    text = written("markdown", RUNS["hostile-text"])
    for mark in ("<script", "`code`", "*bold*", "@someone", "https://evil", "www.evil", "$x$", ":smile:", "\n# head"):
        assert mark not in text
    assert inert("a|b") == "a&#124;b"


@pytest.mark.parametrize("run", ["hostile-text", "hostile-name", "spaces-and-percent"])
def test_a_reader_of_markdown_finds_nothing_but_our_own_markup(run: str) -> None:
    """Read by a parser that isn't ours: page text becomes neither an element nor a link."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(written("markdown", RUNS[run]))
    inline = [child for token in tokens for child in token.children or ()]
    ours = {"text", "html_inline", "softbreak", "link_open", "link_close"}
    assert {token.type for token in inline} <= ours
    assert {token.attrGet("href") for token in inline if token.type == "link_open"} == {
        "https://layoutcheck.dev/rules/placeholder-leak"
    }
    html = "".join(token.content for token in (*tokens, *inline) if token.type.startswith("html"))
    assert set(re.findall(r"</?([a-z]+)", html)) <= {"details", "summary", "b", "code"}


def test_links_pages_that_have_an_address() -> None:
    run = Run(pages(PageReport("build/a #.html", (finding("build/a #.html", "x"),))))
    text = written("markdown", run, paths=PathMapping("build/", "https://example.org"))
    assert '<a href="https&#58;//example.org/a%20%23.html">' in text


def test_counts_a_whole_run_in_one_table() -> None:
    assert "| 3 | 1 | 1 | 1 | 2 | 1 | 1 | 2 |" in written("markdown", RUNS["mixed"])
    assert "✅ passed" in written("markdown", RUNS["no-findings"])
    assert "interrupted" in written("markdown", RUNS["no-pages-interrupted"])
