"""The opening of a story: header lines and the first paragraphs, without what stands beside them."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.dateline.opening import is_paragraph, read_opening
from made_page import page_of

LONG = "The wall that shelters the old harbour will be raised by half a metre"


def opening(html: str) -> tuple[list[str], list[str], int]:
    found = read_opening(page_of(html))
    return [block.text for block in found.header], [block.text for block in found.paragraphs], found.standfirsts


def test_lines_between_headline_and_story_are_the_header() -> None:
    story = "".join(f"<p>{LONG} {number}.</p>" for number in range(6))
    header, paragraphs, standfirsts = opening(
        f"<article><h1>Wall leaks</h1><p>By Jo Moe</p><p>3 May 2026</p><div>{story}</div></article>"
    )
    assert header == ["By Jo Moe", "3 May 2026"]
    assert paragraphs == [f"{LONG} {number}." for number in range(4)]
    assert standfirsts == 0


def test_a_standfirst_stands_before_the_story() -> None:
    story = "".join(f"<p>{LONG} {number}.</p>" for number in range(6))
    html = f"<main><h1>Wall leaks</h1><p class=lead>{LONG} soon.</p><div class=article-body>{story}</div></main>"
    _, paragraphs, standfirsts = opening(html)
    assert (paragraphs[0], standfirsts) == (f"{LONG} soon.", 1)


@pytest.mark.parametrize(
    "beside",
    [
        "<aside>{}</aside>",
        "<figure><figcaption>{}</figcaption></figure>",
        "<div class=related><p>{}</p></div>",
        "<nav>{}</nav>",
    ],
)
def test_what_stands_beside_the_story_is_left_out(beside: str) -> None:
    story = "".join(f"<p>{LONG} {number}.</p>" for number in range(6))
    html = f"<article><h1>Wall leaks</h1>{beside.format('LONDON (AP) — ' + LONG)}{story}</article>"
    header, paragraphs, _ = opening(html)
    assert not [text for text in header + paragraphs if "LONDON" in text]
    assert paragraphs[0] == f"{LONG} 0."


@pytest.mark.parametrize(
    "row",
    [
        "Posted on <a>4 May 2026 at 09:20</a> by <a>Ann Berg</a> in <a>Town, Harbour, Weather</a>",
        "By Ann Berg and Bo Quay for the Harbour Daily, 4 May 2026, updated 5 May 2026",
        "4 May 2026, 09:20 | Updated 5 May 2026, 12:30 | Ann Berg and Bo Quay, Harbour Daily",
        "Veröffentlicht am: 4. Mai 2026 um 09:20 Uhr von Ann Berg im Ressort Hafen und Umland",
    ],
)
def test_a_row_of_names_and_dates_is_no_standfirst_however_long(row: str) -> None:
    story = "".join(f"<p>{LONG} {number}.</p>" for number in range(4))
    header, _, standfirsts = opening(f"<h1>Wall leaks</h1><div>{row}</div><div class=article-body>{story}</div>")
    assert (len(header), standfirsts) == (1, 0)


@pytest.mark.parametrize(
    ("blocks", "lines"),
    [
        (("By", "Weather desk", "12 May 2026"), ["By", "Weather desk", "12 May 2026"]),
        (("By Ann Lee", "Weather desk"), ["By Ann Lee"]),  # the second is no name that "By" waits for
        (("By", f"{LONG} soon.", "Weather desk"), ["By"]),
    ],
)
def test_below_a_standfirst_the_line_behind_by_alone_is_the_headers(blocks: tuple[str, ...], lines: list[str]) -> None:
    row = "".join(f"<div>{text}</div>" for text in blocks)
    header, _, _ = opening(f"<article><h1>Wall leaks</h1><p>{LONG} now.</p>{row}<p>{LONG} soon.</p></article>")
    assert header == ["Wall leaks", *lines]


def test_a_sentence_that_begins_with_a_date_is_a_standfirst() -> None:
    story = "".join(f"<p>{LONG} {number}.</p>" for number in range(4))
    lead = "On 4 May 2026 the wall that shelters the old harbour will be raised by half a metre."
    assert opening(f"<h1>Wall leaks</h1><div>{lead}</div><div class=article-body>{story}</div>")[2] == 1


def test_a_footer_with_the_storys_facts_is_part_of_its_header() -> None:
    story = "".join(f"<p>{LONG} {number}.</p>" for number in range(4))
    row = "Submitted by Ann Berg on 4 May 2026"
    for name, header in (("node__meta", [row]), ("site-footer", [])):
        html = f"<h1>Wall leaks</h1><article><footer class={name}>{row}</footer><div class=node__body>{story}</div></article>"
        assert opening(html)[0] == header


def test_a_page_without_headline_or_story_opens_with_nothing() -> None:
    assert opening("<p>x</p>") == ([], [], 0)


def test_it_is_read_once() -> None:
    page = page_of(f"<h1>Wall</h1><p>{LONG}.</p>")
    assert read_opening(page) is read_opening(page)


def test_a_dump_opens_behind_its_headline() -> None:
    page = page_of(
        f"Coast\n\n# Wall leaks\n\nBy Jo Moe\n\n{LONG} again and again.\n\n{LONG} once more.\n", "text/plain"
    )
    found = read_opening(page)
    assert [block.text for block in found.paragraphs] == [f"{LONG} again and again.", f"{LONG} once more."]
    assert "Coast" not in [block.text for block in found.header]


@pytest.mark.parametrize(
    ("html", "paragraph"),
    [(f"<p>{LONG}</p>", True), ("<p>Short</p>", False), (f"<h3>{LONG}</h3>", False), (f"<ul><li>{LONG}</ul>", False), (f"<div>{LONG}</div>", True),
     ("<p>城墙昨夜漏水严重居民连夜撤离到附近学校避难无人受伤</p>", True), ("<p>城墙漏水</p>", False)],
)  # fmt: skip
def test_a_paragraph_is_known_by_length_and_element(html: str, paragraph: bool) -> None:
    (block,) = page_of(html).blocks
    assert is_paragraph(block) is paragraph
