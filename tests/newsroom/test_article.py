"""The parts of an article on ordinary pages: values, places, sources."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom import article
from layoutcheck.newsroom.found import Found, plain
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse

STORY = (
    "<p>The wall that shelters the old harbour will be raised by half a metre, the council decided on Monday.</p>"
    "<p>Work begins in spring and lasts until the first autumn storms, the harbour master told the meeting.</p>"
)
TITLE = "<title>Harbour wall to be raised - Harbour Daily</title>"


def page_of(html: str) -> Page:
    return parse(Document("page.html", html.encode()))


def value(html: str, kind: str) -> object:
    found = article.find(page_of(html), kind)
    return plain(found) if found else None


def shown(page: Page, found: Found | None) -> str:
    assert found is not None and found.spot is not None
    return page.text(found.spot)


class TestHeadline:
    @pytest.mark.parametrize(
        "heading",
        [
            "<h1>Harbour wall to be raised</h1>",
            "<h1>Harbour Daily</h1><h2>Harbour wall to be raised</h2>",
            '<h1><a href="/">Harbour Daily</a></h1><article><h1>Harbour wall to be raised</h1></article>',
            '<h1><span class="kicker">Coast</span> <span>Harbour wall to be raised</span></h1>',
            "<h1><small>Coast</small><br>Harbour wall to be raised</h1>",
            "<h1>Harbour wall to be raised | Harbour Daily</h1>",
            '<div class="story-title">Harbour wall to be raised</div>',
        ],
    )
    def test_is_the_heading_that_the_page_calls_itself(self, heading: str) -> None:
        html = f'<meta property="og:title" content="Harbour wall to be raised">{TITLE}{heading}{STORY}'
        page = page_of(html)
        found = article.find(page, "headline")
        assert found is not None and found.value == "Harbour wall to be raised"
        assert shown(page, found) == "Harbour wall to be raised"

    def test_is_read_from_the_title_where_no_heading_shows_it(self) -> None:
        found = article.find(page_of(f"{TITLE}{STORY}"), "headline")
        assert found is not None and (found.value, found.source) == ("Harbour wall to be raised", "title")

    def test_leaves_the_readings_of_ruby_aside(self) -> None:
        html = "<title>港の壁</title><h1><ruby>港<rt>みなと</rt></ruby>の<ruby>壁<rt>かべ</rt></ruby></h1>"
        assert value(html, "headline") == "港の壁"

    def test_gives_its_label_to_the_section(self) -> None:
        html = f'{TITLE}<h1><span class="kicker">Coast</span> Harbour wall to be raised</h1>{STORY}'
        assert value(html, "section") == "Coast"


class TestByline:
    @pytest.mark.parametrize(
        ("byline", "names"),
        [
            ('<p class="byline">By Jo Moe</p>', "Jo Moe"),
            ('<p class="byline">By Jo Moe and Ann Lee, Staff Writers</p>', "Jo Moe, Ann Lee"),
            ('<span>By</span> <a href="/x">Jo Moe</a> and <a href="/y">Ann Lee</a>', "Jo Moe, Ann Lee"),
            ("<p>Von Jürgen Groß</p>", "Jürgen Groß"),
            ("<div>Text: María Núñez</div>", "María Núñez"),
            ('<a rel="author" href="/jo">Jo Moe</a>', "Jo Moe"),
            ('<a href="/author/jo-moe">Jo Moe</a>', "Jo Moe"),
            ("<div><span>Jo Moe</span> <span>3 May 2023</span></div>", "Jo Moe"),
            ('<div class="byline-and-share"><span class="author">Jo Moe</span><button>Share</button></div>', "Jo Moe"),
        ],
    )
    def test_is_read_from_the_header(self, byline: str, names: str) -> None:
        page = page_of(f"{TITLE}<article><h1>Harbour wall to be raised</h1>{byline}{STORY}</article>")
        found = article.find(page, "byline")
        assert found is not None and found.value == names
        assert names.split(",")[0] in shown(page, found)

    def test_is_told_by_machines_and_placed_where_readers_see_it(self) -> None:
        page = page_of(
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour wall to be raised",'
            '"author": {"name": "Jo Moe"}}</script>'
            f'<h1>Harbour wall to be raised</h1><div class="author-row">Jo Moe, 3 May</div>{STORY}'
        )
        found = article.find(page, "byline")
        assert found is not None and found.value == "Jo Moe"
        assert "Jo Moe" in shown(page, found) and found.source != "json-ld"

    def test_is_nobody_where_the_header_names_nobody(self) -> None:
        assert value(f"{TITLE}<h1>Harbour wall to be raised</h1><p>Coast</p>{STORY}", "byline") is None


class TestDates:
    def test_are_told_by_machines_and_placed_where_readers_see_them(self) -> None:
        page = page_of(
            '<meta property="article:published_time" content="2026-01-21T09:00:00+01:00">'
            f"{TITLE}<h1>Harbour wall to be raised</h1><p>Published 21 January 2026</p>{STORY}"
        )
        found = article.find(page, "published")
        assert found is not None and found.value == "2026-01-21T09:00:00+01:00"
        assert shown(page, found) == "21 January 2026"

    def test_are_the_readers_where_utc_has_another_day(self) -> None:
        html = (
            '<meta property="article:published_time" content="2026-01-22T02:00:00Z">'
            f"{TITLE}<h1>Harbour wall to be raised</h1><p>Published January 21, 2026</p>{STORY}"
        )
        assert value(html, "published") == "2026-01-21"

    def test_are_labelled_by_the_words_before_them(self) -> None:
        html = (
            f"{TITLE}<h1>Harbour wall to be raised</h1><p>Published 21 January 2026, updated 23 January 2026</p>{STORY}"
        )
        assert (value(html, "published"), value(html, "modified")) == ("2026-01-21", "2026-01-23")

    def test_come_from_the_address_when_nothing_else_tells_them(self) -> None:
        html = f'<link rel="canonical" href="https://d.example/2026/01/21/wall">{TITLE}<h1>Harbour wall</h1>{STORY}'
        assert value(html, "published") == "2026-01-21"


class TestBody:
    def test_is_the_running_text_without_asides(self) -> None:
        html = (
            f'{TITLE}<h1>Harbour wall to be raised</h1><div class="article-body">{STORY}'
            '<aside><p>Read more about the harbour and its history in our archive of the last fifty years.</p></aside>'
            '<div class="newsletter"><p>Subscribe to our newsletter and never miss another story from the coast.</p></div>'
            "</div><footer><p>All rights reserved, no part of this may be copied without our written consent.</p></footer>"
        )  # fmt: skip
        found = article.find(page_of(html), "body")
        assert found is not None and len(found.value) == 2

    def test_is_read_from_lines_where_there_are_no_paragraphs(self) -> None:
        text = STORY.replace("<p>", "").replace("</p>", "<br><br>")
        found = article.find(page_of(f"{TITLE}<h1>Wall</h1><div class='article-body'>{text}</div>"), "body")
        assert found is not None and len(found.value) == 2

    def test_begins_with_the_standfirst(self) -> None:
        html = (
            f'{TITLE}<article><h1>Harbour wall to be raised</h1><p class="dek">After the floods of last winter the '
            f'council has made up its mind.</p><div class="article-body">{STORY}</div></article>'
        )
        assert str(value(html, "lead")).startswith("After the floods")


@pytest.mark.parametrize(
    ("kind", "html", "expected"),
    [
        ("title", TITLE, "Harbour wall to be raised - Harbour Daily"),
        ("language", '<html lang="pt_BR">', "pt-BR"),
        ("canonical", '<link rel="canonical" href=" /wall ">', "/wall"),
        ("description", '<meta name="description" content="A wall">', "A wall"),
        ("open-graph", '<meta property="og:type" content="article">', {"type": "article"}),
        ("section", '<meta property="article:section" content="Coast">', "Coast"),
        ("picture", '<meta property="og:image" content="/a.jpg">', {"url": "/a.jpg"}),
    ],
)
def test_reads_the_head(kind: str, html: str, expected: object) -> None:
    assert value(html, kind) == expected


@pytest.mark.parametrize(
    "html", ["<p>", "<h1></h1>", "<title></title>", "<script type=application/ld+json>[1</script>"]
)
def test_finds_nothing_on_empty_pages(html: str) -> None:
    for kind in ("headline", "byline", "published", "modified", "lead", "section", "json-ld", "picture", "language"):
        assert value(html, kind) is None


def test_reads_parts_from_the_elements_of_a_schemas_own_selector() -> None:
    page = page_of('<time datetime="2026-01-21T08:00Z">21 Jan</time><i>By Jo Moe</i><b> Wall </b><a lang="de"></a>')
    read = {
        kind: article.read(page, kind, page.tree.select(selector))
        for kind, selector in (("published", "time"), ("byline", "i"), ("headline", "b"), ("language", "a"))
    }
    assert {kind: found.value for kind, found in read.items() if found} == {
        "published": "2026-01-21T08:00:00+00:00", "byline": "Jo Moe", "headline": "Wall", "language": "de",
    }  # fmt: skip


def test_a_heading_whose_only_text_is_a_title_in_it_is_no_headline() -> None:
    page = page_of(f"{TITLE}<h1><x><title>Harbour wall to be raised</title></x></h1>{STORY}")
    assert article.find(page, "headline") is None or article.read_article(page).headline_node is None
