"""Bylines in the header's lines: spoken, bare, an agency's."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.header import Header, read_header
from layoutcheck.newsroom.byline.line import is_somebody, read_agency, read_bare, read_spoken
from made_page import page_of


def header_of(lines: str) -> Header:
    return read_header(
        page_of(f"<article><h1>Wall leaks</h1>{lines}<p>The wall leaks.</p></article>").tree.select_one("h1")
    )


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("<p>By Jo Moe</p>", ("Jo Moe",)),
        ("<p>Von Jo Moe und Ann Lee</p>", ("Jo Moe", "Ann Lee")),
        ("<p>By</p><p>Jo Moe</p>", ("Jo Moe",)),
        ("<p>By <b>Jo Moe</b> and <b>Ann Lee</b></p>", ("Jo Moe", "Ann Lee")),
        ("<p>3 May 2026 | Jo Moe</p>", ("Jo Moe",)),
        ("<p>3 May 2026 by Jo Moe</p>", ("Jo Moe",)),
        ("<p>홍길동 기자</p>", ("홍길동",)),
        ("<p>本报记者 王明</p>", ("王明",)),
        ("<p>山田太郎記者</p>", ("山田太郎",)),
    ],
)
def test_a_line_says_by(lines: str, names: tuple[str, ...]) -> None:
    assert [found.names for found in read_spoken(header_of(lines))] == [names]


@pytest.mark.parametrize(
    "lines",
    ["<p>By the numbers</p>", "<p>By night, the wall leaks</p>", "<p>Copyright by Jo Moe</p>", "<p>Coast | Weather</p>", "<aside>By Jo Moe</aside>",
     f"<p>By Jo Moe {'and then more of it ' * 10}</p>", "<p>the wall was built by Jo Moe in a year that nobody knows and so on and so forth for long, "
     "as the town's own chronicle tells us in many words that we spare our readers here</p>"],
)  # fmt: skip
def test_other_lines_do_not(lines: str) -> None:
    assert list(read_spoken(header_of(lines))) == []


def test_where_the_line_stands_and_what_it_says_makes_it_sure() -> None:
    page = page_of("<article><p>By Jo Moe</p><h1>Wall leaks</h1><p>By Ann Lee</p><p>By Staff</p></article>")
    found = list(read_spoken(read_header(page.tree.select_one("h1"))))
    assert [(one.names[0], one.sure) for one in found[:2]] == [("Jo Moe", 2.8), ("Ann Lee", 3.3)]
    assert page.text(found[1].spot) == "Ann Lee"


@pytest.mark.parametrize(
    ("lines", "names", "source"),
    [
        ("<p><a href=/author/jo>Jo Moe</a></p>", ("Jo Moe",), "link to the author"),
        (
            "<p><a href=/author/jo>Jo Moe</a>, <a href=/author/ann>Ann Lee</a></p>",
            ("Jo Moe", "Ann Lee"),
            "link to the author",
        ),
        ("<p>Jo Moe</p><p>3 May 2026</p>", ("Jo Moe",), "name by the date"),
        ("<p>3 May 2026</p><p>Jo Moe</p>", ("Jo Moe",), "name by the date"),
        ("<p>Jo Moe, 3 May 2026</p>", ("Jo Moe",), "name by the date"),
        ("<p>3 May 2026 – Jo Moe</p>", ("Jo Moe",), "name by the date"),
    ],
)
def test_a_name_alone_is_a_byline_by_its_link_or_the_date(lines: str, names: tuple[str, ...], source: str) -> None:
    assert [(found.names, found.source) for found in read_bare(header_of(lines))] == [(names, source)]


@pytest.mark.parametrize(
    "lines",
    ["<p>Jo Moe</p>", "<p><a href=/story>Jo Moe</a></p>", "<p>New York</p><p>3 May 2026</p>", "<p>jo moe</p><p>3 May 2026</p>", "<p>Jo</p><p>3 May 2026</p>",
     "<aside>Jo Moe</aside><p>3 May 2026</p>", "<p>Jo Moe, 3 May 2026, Coast</p>"],
)  # fmt: skip
def test_a_name_alone_elsewhere_is_none(lines: str) -> None:
    assert list(read_bare(header_of(lines))) == []


@pytest.mark.parametrize(
    ("line", "agency"), [("Reuters", "Reuters"), ("dpa", "dpa"), ("RSS", None), ("Harbour", None), ("AP Moe", None)]
)
def test_an_agencys_name_alone_is_one(line: str, agency: str | None) -> None:
    found = [one.names[0] for one in read_agency(header_of(f"<p>{line}</p>"))]
    assert found == ([agency] if agency else [])


def test_before_the_headline_no_agency_signs() -> None:
    page = page_of("<article><p>Reuters</p><h1>Wall leaks</h1></article>")
    assert list(read_agency(read_header(page.tree.select_one("h1")))) == []


@pytest.mark.parametrize(
    ("names", "somebody"),
    [(("Jo Moe",), True), (("Ann-Marie Lee", "Jo Moe"), True), (("Jo",), False), (("New York",), False), (("Text: Moe",), False),
     (("Neue Nachrichten",), False), (("Weather Traffic Sports",), False)],
)  # fmt: skip
def test_names_are_peoples_not_places_or_topics(names: tuple[str, ...], somebody: bool) -> None:
    assert is_somebody(names) is somebody
