"""The parts of an article on ordinary pages: values, places, sources."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.article import article, finder
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
    found = finder.find(page_of(html), kind)
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
        found = finder.find(page, "headline")
        assert found is not None and found.value == "Harbour wall to be raised"
        assert shown(page, found) == "Harbour wall to be raised"

    @pytest.mark.parametrize(
        ("head", "headings", "expected"),
        [
            # what search engines are told has little to do with what readers get
            ("<title>Wall | Harbour Daily</title>", "<h1>Half a metre more for the quay</h1><h2>Quay wall</h2>", 0),
            ('<meta property="og:title" content="Wall: all facts">', "<h1>Half a metre for us</h1><div>Wall</div>", 0),
            # a site's name, a banner, a breadcrumb and a search engine's title are no headlines
            (TITLE, "<h1>Harbour Daily</h1><h2>Harbour wall to be raised</h2>", 1),
            (TITLE, '<h1>Read our guide to it</h1><div class="story-title">Harbour wall to be raised</div>', 1),
            (TITLE, '<h1 class="breadcrumb">Harbour wall to be raised</h1><h2>Harbour wall to be raised</h2>', 1),
            (TITLE, '<h1 class="slide-title">Harbour wall to be raised</h1><h1>Harbour wall to be raised</h1>', 1),
            ("<title>Can walls swim / float?</title>", "<h1>Can walls swim / float?</h1>", 0),
            (
                '<link rel="canonical" href="https://quay.example/x"><title>quay.example » Harbour wall</title>',
                "<b>quay.example</b><h2>Harbour wall</h2>",
                1,
            ),
        ],
    )  # fmt: skip
    def test_is_what_readers_get_among_several(self, head: str, headings: str, expected: int) -> None:
        page = page_of(f"{head}{headings}{STORY}")
        found = finder.find(page, "headline")
        nodes = page.body.select("h1, h2, div, b")
        assert found is not None and found.value == nodes[expected].text
        assert found.spot is not None and found.spot.node.parent == nodes[expected]

    def test_is_read_from_the_title_where_no_heading_shows_it(self) -> None:
        found = finder.find(page_of(f"{TITLE}{STORY}"), "headline")
        assert found is not None and (found.value, found.source) == ("Harbour wall to be raised", "title")

    def test_is_the_main_heading_though_a_list_of_stories_repeats_it(self) -> None:
        name = "Harbour wall to be raised by half a metre"
        page = (
            f"<title>{name} - Harbour Daily</title><h1>{{text}}</h1>"
            f'<h1 class="blog-title">{name}</h1>{STORY}<ul><li><a class="post-title" href="/w">{name}</a></ul>'
        )
        found = finder.find(page_of(page), "headline")
        assert found is not None and found.source == "h1"

    def test_is_the_page_title_though_machines_are_told_a_shorter_one_that_a_list_of_stories_has(self) -> None:
        page = (
            '<meta property="og:title" content="Council raises the wall">'
            "<title>Harbour wall to be raised by half a metre - Harbour Daily</title>"
            "<h1>Sections</h1><h1>Harbour wall to be raised by half a metre</h1><h1>Live</h1>"
            f'{STORY}<h1><a href="/wall">Council raises the wall</a></h1>'
        )
        assert value(page, "headline") == "Harbour wall to be raised by half a metre"

    @pytest.mark.parametrize(
        "heading",
        [
            "Wall to be<br>raised",
            "<span>Wall</span> <span>to be raised</span>",
            "<div>Wall to</div><div>be raised</div>",
        ],
    )
    def test_keeps_its_words_apart_where_lines_and_elements_end(self, heading: str) -> None:
        assert value(f"<h1>{heading}</h1>{STORY}", "headline") == "Wall to be raised"

    def test_has_a_bold_label_before_it(self) -> None:
        page = f"<h1><strong>Coast</strong> Harbour wall to be raised</h1>{STORY}"
        assert value(page, "headline") == "Harbour wall to be raised"
        assert value(page, "section") == "Coast"
        assert value(f"<h1>A <b>wall</b> for the harbour, at last</h1>{STORY}", "headline") == (
            "A wall for the harbour, at last"
        )

    def test_leaves_the_readings_of_ruby_aside(self) -> None:
        html = "<title>港の壁</title><h1><ruby>港<rt>みなと</rt></ruby>の<ruby>壁<rt>かべ</rt></ruby></h1>"
        assert value(html, "headline") == "港の壁"

    def test_gives_its_label_to_the_section(self) -> None:
        html = f'{TITLE}<h1><span class="kicker">Coast</span> Harbour wall to be raised</h1>{STORY}'
        assert value(html, "section") == "Coast"


class TestDates:
    def test_are_told_by_machines_and_placed_where_readers_see_them(self) -> None:
        page = page_of(
            '<meta property="article:published_time" content="2026-01-21T09:00:00+01:00">'
            f"{TITLE}<h1>Harbour wall to be raised</h1><p>Published 21 January 2026</p>{STORY}"
        )
        found = finder.find(page, "published")
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

    @pytest.mark.parametrize(
        ("told", "shown", "published"),
        [
            # a vague name for machines gives way to the day that readers see
            ('<meta name="date" content="2026-01-26">', "<p>21 January 2026</p>", "2026-01-21"),
            ('<meta name="dcterms.date" content="2026-01-17">', "<p>21 January 2026</p>", "2026-01-21"),
            # so does a day after the one that readers see: nothing is shown before it is published
            ('<meta property="article:published_time" content="2026-03-01">', "<p>21 January 2026</p>", "2026-01-21"),
            ('<meta property="article:published_time" content="2026-01-20">', "<p>21 May 2026</p>", "2026-01-20"),
            # a page's own language says nothing of how its system writes dates
            ('<meta name="date" content="02/01/2026">', "<p>Published: 1 February 2026</p>", "2026-02-01"),
            ('<meta name="date" content="02/01/2026">', "<p>Published: 2 January 2026</p>", "2026-01-02"),
            # an empty time element is no statement for readers, and none of the page's head
            ("", '<p>Published 21 January 2026 <time datetime="2026-01-29T10:00Z"></time></p>', "2026-01-21"),
            ("", f"<p>21.1.2026 - {'The wall is old and it leaks. ' * 8}</p>", "2026-01-21"),
        ],
    )
    def test_are_the_readers_where_machines_mean_something_else(self, told: str, shown: str, published: str) -> None:
        html = f'<html lang="de">{told}{TITLE}<h1>Harbour wall to be raised</h1>{shown}{STORY}'
        assert str(value(html, "published"))[:10] == published

    @pytest.mark.parametrize(
        ("shown", "published"),
        [
            # a date in the header before one elsewhere
            ('<p>08/01/2026</p><div><time datetime="2026-01-09T10:21">9 January</time></div>', "2026-01-08"),
            # a name that systems give to every date is no word for readers
            ('<time class="updated" datetime="2026-01-21T10:00Z">Today</time><aside>3 May 2020</aside>', "2026-01-21"),
            # a headline that speaks of an update says nothing of the date below it
            ("<h2>Site update for the harbour</h2><div>21 January 2026 | Coast</div>", "2026-01-21"),
        ],
    )
    def test_are_those_beside_the_headline(self, shown: str, published: str) -> None:
        html = f'<html lang="es">{TITLE}<h1>Harbour wall to be raised</h1>{shown}{STORY}'
        assert str(value(html, "published"))[:10] == published

    def test_are_read_in_a_header_that_is_called_a_comment(self) -> None:
        html = (
            f'{TITLE}<article class="commentpiece"><h1>Harbour wall to be raised</h1>'
            f'<div class="date commentpiece_date">21 January 2026</div>{STORY}</article><p>3 May 2020</p>'
        )
        assert value(html, "published") == "2026-01-21"

    def test_may_open_the_headline(self) -> None:
        html = "<title>21.01.2026 - Harbour wall to be raised</title><h1>21.01.2026 - Harbour wall to be raised</h1>"
        assert value(f"{html}{STORY}", "published") == "2026-01-21"

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
        found = finder.find(page_of(html), "body")
        assert found is not None and len(found.value) == 2

    def test_is_read_from_lines_where_there_are_no_paragraphs(self) -> None:
        text = STORY.replace("<p>", "").replace("</p>", "<br><br>")
        found = finder.find(page_of(f"{TITLE}<h1>Wall</h1><div class='article-body'>{text}</div>"), "body")
        assert found is not None and len(found.value) == 2

    def test_is_in_lines_of_an_element_without_a_telling_name(self) -> None:
        text = STORY.replace("<p>", "").replace("</p>", "<br><br>") * 3
        html = (
            f"{TITLE}<h1>Wall</h1><div><p>Read on and on and on, for nothing at all but a small fee a month.</p></div>"
        )
        found = finder.find(page_of(f"{html}<div class='x1'>{text}</div>"), "body")
        assert found is not None and len(found.value) == 6

    @pytest.mark.parametrize(
        "wrapped",
        [
            f'<div class="paywall">{STORY}</div>',
            f'<div class="relatedstory story">{STORY}</div>',
            f'<article class="post tag-harbour category-newsletter">{STORY}</article><p>{"Footer, footer. " * 30}</p>',
            f'<div class="elementor-widget elementor-widget-theme-post-content">{STORY}</div>',
            f"<p>By Jo Moe</p>{STORY}",
            f"{STORY}<p>© 2026 Harbour Daily. All rights reserved.</p>",
        ],
        ids=["paywall", "odd name", "tags in the class", "page builder", "byline", "rights"],
    )
    def test_is_the_story_whatever_its_elements_are_called(self, wrapped: str) -> None:
        html = f'{TITLE}<h1>Harbour wall to be raised</h1><div class="article-body">{wrapped}</div>'
        found = finder.find(page_of(html), "body")
        assert found is not None
        said = [part.value for part in found.value if not part.value.startswith("Footer")]
        assert len(said) == 2 and said[0].startswith("The wall")

    def test_begins_with_the_standfirst(self) -> None:
        html = (
            f'{TITLE}<article><h1>Harbour wall to be raised</h1><p class="dek">After the floods of last winter the '
            f'council has made up its mind.</p><div class="article-body">{STORY}</div></article>'
        )
        assert str(value(html, "lead")).startswith("After the floods")

    @pytest.mark.parametrize(
        "between",
        [
            "<p>After the floods of last winter the council has made up its mind.</p>",
            "<p>The harbour wall at low tide, seen from the quay (Reuters)</p>",
            "<div><p>Harbour wall</p><p>Listen to this story, which takes three minutes and a half</p></div>",
        ],
        ids=["a line of its own", "a caption", "an element of several lines"],
    )
    def test_has_a_lead_that_is_one_line(self, between: str) -> None:
        html = f'{TITLE}<h1>Harbour wall to be raised</h1>{between}<div class="article-body">{STORY}</div>'
        lead = str(value(html, "lead"))
        assert "(Reuters)" not in lead and "wallListen" not in lead and "wall Listen" not in lead

    def test_has_a_lead_that_is_not_the_headline_again(self) -> None:
        headline = "Harbour wall to be raised by half a metre in spring"
        html = f"<title>{headline}</title><h1>{headline}</h1><div>{headline}</div><div>{STORY}</div>"
        assert str(value(html, "lead")).startswith("The wall")

    def test_has_a_lead_that_is_no_byline(self) -> None:
        html = f"{TITLE}<h1>Harbour wall to be raised</h1><div><p>JO MOE</p>{STORY}</div>"
        assert str(value(html, "lead")).startswith("The wall")


class TestSection:
    @pytest.mark.parametrize(
        ("label", "expected"),
        [
            ('<p class="kicker">Coast</p>', "Coast"),
            ('<p class="category"><a>Home</a> <a>Coast</a></p>', "Coast"),
            ('<p class="category"><a>Startseite</a></p>', None),
            ('<p class="category">Coast 21 January 2026 | 4:39 pm</p>', None),
            ('<meta property="article:section" content="Coast,Latest News,Local News">', "Coast"),
            ('<meta property="article:section" content="Arts, Books and Music">', "Arts, Books and Music"),
            (f'<meta property="article:section" content="{"The council has decided. " * 5}">', None),
        ],
    )
    def test_is_one_label(self, label: str, expected: str | None) -> None:
        assert value(f"{TITLE}<div>{label}<h1>Harbour wall to be raised</h1></div>{STORY}", "section") == expected


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
        kind: finder.read(page, kind, page.tree.select(selector))
        for kind, selector in (("published", "time"), ("byline", "i"), ("headline", "b"), ("language", "a"))
    }
    assert {kind: found.value for kind, found in read.items() if found} == {
        "published": "2026-01-21T08:00:00+00:00", "byline": "Jo Moe", "headline": "Wall", "language": "de",
    }  # fmt: skip


def test_a_heading_whose_only_text_is_a_title_in_it_is_no_headline() -> None:
    page = page_of(f"{TITLE}<h1><x><title>Harbour wall to be raised</title></x></h1>{STORY}")
    assert finder.find(page, "headline") is None or article.read_article(page).headline_node is None
