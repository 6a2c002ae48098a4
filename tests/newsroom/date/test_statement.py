"""Dates as a page tells them: to machines, in marked elements, in lines."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.date import statement
from layoutcheck.newsroom.reading import said_texts
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of


def machine(html: str, *, month_first: bool = False) -> list[tuple[str, str, str]]:
    found = statement.machine_dates(read_structured(page_of(html)), month_first=month_first)
    return [(one.label, one.moment.iso(), one.source) for one in found]


def test_machines_are_told_in_json_ld_microdata_and_meta() -> None:
    html = (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-05-03","dateModified":"2026-05-04T10:00Z"}</script>'
        "<meta property=article:published_time content=2026-05-02><meta name=lastmod content=2026-05-05>"
        "<time itemprop=datePublished datetime=2026-05-01>x</time><meta itemprop=dateModified content=2026-05-09>"
    )
    assert machine(html) == [
        ("published", "2026-05-03", "json-ld"), ("modified", "2026-05-04T10:00:00+00:00", "json-ld"),
        ("published", "2026-05-02", "article:published_time"), ("modified", "2026-05-09", "datemodified"),
        ("modified", "2026-05-05", "lastmod"),
        ("published", "2026-05-01", "microdata"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["", "soon", f"2026-05-03 {'x' * 80}"])
def test_what_is_no_date_is_none(content: str) -> None:
    assert machine(f"<meta name=date content='{content}'>") == []


def test_two_readings_of_a_date_in_numbers_are_kept() -> None:
    (one,) = statement.machine_dates(read_structured(page_of("<meta name=date content='3/4/2026'>")), month_first=False)
    assert (one.moment.iso(), one.swapped and one.swapped.iso()) == ("2026-04-03", "2026-03-04")
    (one,) = statement.machine_dates(
        read_structured(page_of("<meta name=date content='3/14/2026'>")), month_first=False
    )
    assert (one.moment.iso(), one.swapped) == ("2026-03-14", None)


def marked(html: str, selector: str = "time") -> list[tuple[str, str, str, int]]:
    nodes = page_of(html).tree.select(selector)
    found = statement.marked_dates(nodes, month_first=False)
    return [(one.label, one.moment.iso(), one.source, one.near) for one in found]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<time datetime=2026-05-03>3 May 2026</time>", [("", "2026-05-03", "time[datetime]", 0), ("", "2026-05-03", "text", 0)]),
        ("<time datetime=2026-05-03 pubdate>yesterday</time>", [("published", "2026-05-03", "time[datetime]", 0)]),
        ("<time class=updated>3 May 2026</time>", [("modified", "2026-05-03", "text", 0)]),
        ("<time>Published 3 May 2026</time>", [("published", "2026-05-03", "text", 0)]),
        ("<time><b>3</b> <b>May</b> <b>2026</b></time>", [("", "2026-05-03", "text", 0)]),
        ("<aside><time>3 May 2026</time></aside>", [("", "2026-05-03", "text", 1)]),
        ("<ul><li><article><time>3 May 2026</time></article></ul>", [("", "2026-05-03", "text", 0)]),
        ("<div class=teaser-card><p><time>3 May 2026</time></div>", [("", "2026-05-03", "text", 1)]),
        ("<time>now</time>", []),
        ("<time datetime='{{ date }}'></time>", []),
    ],
)  # fmt: skip
def test_marked_elements_tell_dates(html: str, found: list[tuple[str, str, str, int]]) -> None:
    assert marked(html) == found


def test_whole_pages_and_long_texts_are_no_date() -> None:
    assert marked("<main class=date>3 May 2026</main>", "main") == []
    assert marked(f"<p class=date>3 May 2026{' and so on' * 50}</p>", "p") == []


def test_elements_that_may_hold_a_date_are_chosen_by_class_and_id() -> None:
    page = page_of("<b class=entry-date>1</b><i id=pubdate>2</i><u class=name>3</u><s class=Timestamp>4</s>")
    assert [node.tag for node in statement.dated_elements(page)] == ["b", "i", "s"]
    assert statement.dated_elements(page) is statement.dated_elements(page)


def lines(html: str, **options) -> list[tuple[str, str, bool]]:
    page = page_of(html)
    found = statement.visible_dates(statement.dated_lines(said_texts(page.body)), month_first=False, **options)
    return [(one.label, page.text(one.spot), one.lone) for one in found]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>3 May 2026</p>", [("", "3 May 2026", True)]),
        ("<p>Published: 3 May 2026 | Updated: 4 May 2026</p>", [("published", "3 May 2026", True), ("modified", "4 May 2026", True)]),
        ("<p><b>Updated</b> <i>4 May 2026</i></p>", [("modified", "4 May 2026", True)]),
        ("<p class=post-date>4 May 2026</p>", [("published", "4 May 2026", True)]),
        ("<p>date: 2026-05-03</p>", []),  # a field's name and its raw value
        (f"<p>3 May 2026 - {'The wall will be raised. ' * 8}</p>", [("", "3 May 2026", False)]),
        (f"<p>{'The wall will be raised. ' * 8} 3 May 2026</p>", []),
        ("<p>The wall that broke in the great storm of 3 May 2026 will be raised by half a metre.</p>", []),
        ("<p>Chapter 12 of 2026</p>", []),
    ],
)  # fmt: skip
def test_lines_tell_dates_with_what_the_words_before_say(html: str, found: list[tuple[str, str, bool]]) -> None:
    assert lines(html) == found


def test_a_sentences_date_counts_where_nothing_else_is_there() -> None:
    html = "<p>The wall that broke in the great storm of 3 May 2026 will be raised by half a metre.</p>"
    assert lines(html, prose=True) == [("", "3 May 2026", False)]
    assert lines("<p>3 May 2026</p>", label="modified")[0][0] == "modified"


def test_a_bare_date_is_lone_and_has_no_label() -> None:
    page = page_of("<p>3 May 2026</p><p>Updated 4 May 2026</p>")
    found = statement.visible_dates(statement.dated_lines(said_texts(page.body)), month_first=False)
    assert [one.is_bare for one in found] == [True, False]


def test_lines_of_a_year_are_found_by_its_last_digits() -> None:
    page = page_of("<p>3 May 2026</p><p>3 May 2025</p><p>3 พฤษภาคม 2569</p><p>3/5/26</p><p>٣ مايو ٢٠٢٦ 2020</p>")
    kept = [line.said for line in statement.lines_of_year(statement.dated_lines_of(page), 2026)]
    assert "3 May 2025" not in kept and kept[:2] == ["3 May 2026", "3 พฤษภาคม 2569"] and len(kept) == 4


@pytest.mark.parametrize(("line", "ago"), [("2 hours ago", True), ("vor 3 Stunden", True), ("hace 2 días", True), ("il y a une heure", True), ("3 小时前", True),
                                           ("3小时前", True), ("yesterday", True), ("3 May 2026", False), ("a long time ago", False), (f"2 hours ago {'x' * 80}", False)])  # fmt: skip
def test_a_line_may_tell_how_long_ago(line: str, ago: bool) -> None:
    assert statement.is_ago(line) is ago


@pytest.mark.parametrize(("words", "label"), [("Published ", "published"), ("Zuletzt geändert am ", "modified"), ("Published 3 May, updated ", "modified"),
                                              ("Updated 3 May, published ", "published"), ("By Jo Moe, ", ""), ("", "")])  # fmt: skip
def test_words_before_a_date_label_it(words: str, label: str) -> None:
    assert statement.label_of_words(words) == label
