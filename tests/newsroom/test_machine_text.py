"""Values in the form of machines around the headline, and look-alikes that people write."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.machine_text import find_machine_texts
from made_page import page_of

STORY = "<p>The wall that shelters the old harbour will be raised by half a metre, the council said.</p>" * 3


def told(line: str, title: str = "Harbour wall") -> list[tuple[str, str, str]]:
    html = f"<title>{title}</title><article><h1>Harbour wall to be raised</h1>{line}{STORY}</article>"
    return [(found.kind, found.text, found.cause) for found in find_machine_texts(page_of(html))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("<p>date 2026-01-21</p>", ("field", "date 2026-01-21", "date")),
        ("<p>publishedAt: 2026-01-21T10:00:00Z by Jo</p>", ("field", "publishedAt: 2026-01-21T10:00:00Z", "publishedAt")),
        ("<p>created_at=2026-01-21</p>", ("field", "created_at=2026-01-21", "created_at")),
        ("<p>mainArticleId: 4711</p>", ("field", "mainArticleId: 4711", "mainArticleId")),
        ("<p>article_id: 4711</p>", ("field", "article_id: 4711", "article_id")),
        ("<p>articleId = wall-2</p>", ("field", "articleId = wall-2", "articleId")),
        ("<p>Updated 2026-01-21T10:00:00+01:00</p>", ("raw-date", "2026-01-21T10:00:00+01:00", "date")),
        ("<p>2026-01-21 10:00:00.0+00:00</p>", ("raw-date", "2026-01-21 10:00:00.0+00:00", "date")),
        ("<p>Wed Jan 21 10:00:00 CET 2026</p>", ("raw-date", "Wed Jan 21 10:00:00 CET 2026", "date")),
        ("<p>Wed Jan 21 2026 10:00:00 GMT+0100 (Central European Standard Time)</p>",
         ("raw-date", "Wed Jan 21 2026 10:00:00 GMT+0100 (Central European Standard Time)", "date")),
        ("<p>1769000000</p>", ("timestamp", "1769000000", "timestamp")),
        ("<p> 1769000000000 </p>", ("timestamp", "1769000000000", "timestamp")),
        ("<p><time>2026-01-21T10:00:00Z</time></p>", ("unformatted", "2026-01-21T10:00:00Z", "date")),
        ("<p class=timeago>2026-01-21T10:00:00Z</p>", ("unformatted", "2026-01-21T10:00:00Z", "date")),
        ("<p data-at=1768989600>2026-01-21T10:00:00Z</p>", ("unformatted", "2026-01-21T10:00:00Z", "date")),
        ("<p data-form='d mmm yyyy h:MM'>2026-01-21T10:00:00Z</p>", ("unformatted", "2026-01-21T10:00:00Z", "date")),
        ("<p data-id=176 title='a day'>2026-01-21T10:00:00Z</p>", ("raw-date", "2026-01-21T10:00:00Z", "date")),
    ],
)  # fmt: skip
def test_tells_kind_text_and_cause(line: str, found: tuple[str, str, str]) -> None:
    assert told(line) == [found]


@pytest.mark.parametrize(
    "line",
    [
        "<p>21 January 2026</p>",
        "<p>eBay: 300 sold</p>",
        "<p>2026-01-21</p>",  # a date that readers can read
        "<p>Date: 21 January 2026</p>",
        "<p>Call 0176 9000000</p>",
        "<p>2769000000</p>",
        "<p>17690000001</p>",
        "<p>https://news.example/2026-01-21T10:00:00Z/wall</p>",
        "<p><code>created_at=2026-01-21</code></p>",
        "<p hidden>created_at=2026-01-21</p>",
        "<p class='js-time'>1769000000</p>",
        "<aside><p>created_at=2026-01-21</p></aside>",
        f"<p>{'The council met. ' * 12} 2026-01-21T10:00:00Z</p>",
    ],
)
def test_leaves_what_people_write_and_what_nobody_reads_alone(line: str) -> None:
    assert told(line) == []


def test_the_title_is_looked_at_too_and_each_text_once() -> None:
    assert told("", title="article_id: 4711") == [("field", "article_id: 4711", "article_id")]
    html = f"<title>Wall</title><article><h1>created_at=2026-01-21</h1>{STORY}</article>"
    assert [found.kind for found in find_machine_texts(page_of(html))] == ["field"]


def test_the_spot_is_the_value_alone() -> None:
    page = page_of(
        f"<title>Wall</title><article><h1>Wall</h1><p>  Updated 2026-01-21T10:00:00Z now</p>{STORY}</article>"
    )
    (found,) = find_machine_texts(page)
    assert page.text(found.spot) == found.text == "2026-01-21T10:00:00Z"


def test_a_dump_is_read_line_by_line() -> None:
    dump = page_of(
        "Harbour wall to be raised\n=========================\n\ncreated_at: 2026-01-21\n\ncreated_at: 2026-01-21\n\n"
        "The wall that shelters the old harbour will be raised by half a metre, the council said on Monday.\n",
        "text/plain",
    )
    assert [(found.kind, found.text) for found in find_machine_texts(dump)] == [("field", "created_at: 2026-01-21")]
