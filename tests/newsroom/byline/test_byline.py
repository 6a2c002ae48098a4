"""Bylines: read as readers see them, checked against what machines are told."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.article import finder
from layoutcheck.newsroom.found import Found
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse

STORY = (
    "<p>The wall that shelters the old harbour will be raised by half a metre, the council decided on Monday.</p>"
    "<p>Work begins in spring and lasts until the first autumn storms, the harbour master told the meeting.</p>"
    "<p>Boats that lie at the inner quay have to move to the new basin before the end of March, she said.</p>"
)
#: A story so long that what follows it is no part of its header.
LONG = STORY.replace(
    "</p>", " Nobody who was asked would say what it costs, or who will pay for the wall in the end.</p>"
)
TITLE = "<title>Harbour wall to be raised - Harbour Daily</title>"
SITE = '<link rel="canonical" href="https://www.harbourdaily.example/wall">'


def linked_data(author: str) -> str:
    said = f'{{"@type": "NewsArticle", "headline": "Harbour wall to be raised", "author": {author}}}'
    return f'<script type="application/ld+json">{said}</script>'


def find(html: str) -> tuple[Page, Found | None]:
    page = parse(Document("page.html", html.encode()))
    return page, finder.find(page, "byline")


def names(header: str = "", *, head: str = "", after: str = "") -> str | None:
    _, found = find(
        f"{TITLE}{head}<body><article><h1>Harbour wall to be raised</h1>{header}<div>{LONG}</div></article>{after}"
    )
    return found.value if found else None


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ('<p class="byline">By Jo Moe</p>', "Jo Moe"),
        ('<p class="byline">By Jo Moe and Ann Lee, Staff Writers</p>', "Jo Moe, Ann Lee"),
        ('<span>By</span> <a href="/x">Jo Moe</a> and <a href="/y">Ann Lee</a>', "Jo Moe, Ann Lee"),
        ("<p>Von Jürgen Groß</p>", "Jürgen Groß"),
        ("<p>홍길동 기자 hong@harbourdaily.example</p>", "홍길동"),
        ("<p>记者 王明</p>", "王明"),
        ("<p>山田太郎記者</p>", "山田太郎"),
        ("<div>Text: María Núñez</div>", "María Núñez"),
        ("<div>Text und Fotos: María Núñez</div>", "María Núñez"),
        ('<a rel="author" href="/jo">Jo Moe</a>', "Jo Moe"),
        ('<a href="/author/jo-moe">Jo Moe</a>', "Jo Moe"),
        ("<div><span>Jo Moe</span> <span>3 May 2023</span></div>", "Jo Moe"),
        ("<p>Jo Moe, 3 May 2023</p>", "Jo Moe"),
        ("<p>03.05.2023 - Jo Moe</p>", "Jo Moe"),
        ('<div class="byline-and-share"><span class="author">Jo Moe</span><button>Share</button></div>', "Jo Moe"),
        ('<div class="byline"><a href="/author/jo">Jo Moe</a>, <a href="/ann">Ann Lee</a></div>', "Jo Moe, Ann Lee"),
        ('<div class="author"><a>Jo Moe</a><a>Jo Moe</a></div>', "Jo Moe"),
        ('<div class="entry-meta social-comments"><span class="author">Jo Moe</span></div>', "Jo Moe"),
        ('<ul class="meta"><li>von Jo Moe</li><li>3 May 2023</li></ul>', "Jo Moe"),
        ('<footer class="article-meta"><p class="article-author">Jo Moe</p></footer>', "Jo Moe"),
        ('<span class="author-name">Jo Moe</span> <span class="author-title">Community</span>', "Jo Moe"),
        ('<div class="ap byline">JO MOE III</div>', "JO MOE III"),
        ('<p class="byline">By April Said, Staff Writer</p>', "April Said"),
        ("<p>Por: María Núñez</p>", "María Núñez"),
        ("<p>Di : Jo Moe</p>", "Jo Moe"),
        ("<p>Texto: María Núñez</p>", "María Núñez"),
        ("<p>Haber: Elif Yıldız</p>", "Elif Yıldız"),
        ("<p>Ditulis oleh Siti Rahma</p>", "Siti Rahma"),
        ("<p>文/王小梅</p>", "王小梅"),
        ("<p>文・佐藤 花子</p>", "佐藤 花子"),
        ("<p>取材・文／佐藤花子</p>", "佐藤花子"),
        ("<p>लेखक: अनिता शर्मा</p>", "अनिता शर्मा"),
        ("<p>كتبت: ليلى بنعلي</p>", "ليلى بنعلي"),
        ('<p class="byline">Harbour wire services Published 3 May 2023</p>', "Harbour wire services"),
        # each author has an element, and the first of them says "By" for all
        (
            '<ul><li><div rel="author">By <b>Jo Moe</b></div></li><li><div rel="author">Ann Lee</div></li></ul>',
            "Jo Moe, Ann Lee",
        ),
        # what joins them is in the element around theirs
        ('<p class="firma"><a rel="author">Jo Moe</a> / <a rel="author">Ann Lee</a> Madrid</p>', "Jo Moe, Ann Lee"),
        ('<a rel="author"><i>\U0001f464</i> by <b>Jo Moe</b></a>', "Jo Moe"),
        ('<p class="author">文●佐藤花子</p>', "佐藤花子"),
        ("<p>11/28/2016 11:00 AM PST BY HARBOUR STAFF</p>", "HARBOUR STAFF"),
        ("<p>03.05.2023, 16:20 von quaywalker</p>", "quaywalker"),
        ("<dl><dt>Diary</dt><dd>│3 May 2023 Jo Moe│</dd></dl>", "Jo Moe"),
        ('<div class="lead"><h3>The council has decided</h3>by Jo Moe / 3 May 2023 <p>{0}</p></div>', "Jo Moe"),
        ('<p class="byline">Coast · Jo Moe, Ann Lee</p>', "Jo Moe, Ann Lee"),
        ('<div class="articlebyline">May 3, 2023|<span>Jo Moe</span></div>', "Jo Moe"),
        ('<div class="byline"><i class="author">Jo Moe</i> <i class="publication">Harbour Press</i></div>', "Jo Moe"),
        ('<p class="byline">By <a>Jo Moe and Ann Lee</a> <i>Monday, May 1, 2023</i></p>', "Jo Moe, Ann Lee"),
        ('<footer class="meta"><p class="byline">By <a rel="author">Jo Moe</a></p></footer>', "Jo Moe"),
        ("<p>海港报记者 王小梅 李强</p>", "王小梅, 李强"),
        ("<p>新华社北京5月3日电（记者王小梅、李强）港务局星期一决定加高旧港的围墙。</p>", "王小梅, 李强"),
        ('<p class="author">作者：未知 责任编辑：王小梅</p>', "王小梅"),
        ('<p class="author">김하늘 바다 칼럼니스트</p>', "김하늘"),
        ('<a href="/editors/jo-moe/">Jo Moe</a><p>3 May 2023</p>', "Jo Moe"),
        (
            '<div class="byline"><b class="byline-heading">Opinion</b> <span class="byline-name">Jo Moe</span></div>',
            "Jo Moe",
        ),
        ('<p class="byline">Jo Moe, Special for the Harbour Post</p>', "Jo Moe"),
        ('<div class="post-author">Nga <a href="/author/jo">Jo Moe</a></div>', "Jo Moe"),
    ],
)
def test_is_read_from_the_header(byline: str, expected: str) -> None:
    byline = byline.replace("{0}", "Nobody knows what it costs. " * 6)
    page, found = find(f"{TITLE}<article><h1>Harbour wall to be raised</h1>{byline}{STORY}</article>")
    assert found is not None and found.value == expected
    assert found.spot is not None and expected.split(",")[0] in page.text(found.spot)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<span>By</span> <a>Editor</a>", "Editor"),
        ("<span>von</span> <a>Harbourcat7</a> <span>am 3.5.2023</span>", "Harbourcat7"),
        ("<p>Posted by Harbourcat under Coast</p>", "Harbourcat"),
        ("<p>Von J. M. am</p><p>03.05.2023</p>", "J. M"),
        ('<span>by</span> <span class="author">Jo moe</span>', "Jo moe"),
        ("<p>By</p><p>Institute for Harbour Walls</p>", "Institute for Harbour Walls"),
        ('<p class="credit">JIJI</p><p>3 May 2023</p>', "JIJI"),
        ('<div class="author">中国广州发布 关注</div>', "中国广州发布"),
        ("<p>Harbour Redaktion</p><p>03.05.2023</p>", "Harbour Redaktion"),
        ("<dl><dt>Autor</dt><dd>Catch more fish</dd></dl>", "Catch more fish"),
        ('<div class="byline">Editor December 20, 2016</div>', "Editor"),
        ('<div class="author">Author: Bo2man am 29.12.2010, 13:36 Uhr</div>', "Bo2man"),
        ('<p class="entry-meta"><a href="/user/7">HarbourCat</a> <i>3 May 2023</i></p>', "HarbourCat"),
        ('<aside class="persons-sidebar"><div class="persons-sidebar__fullname">Jo Moe</div></aside>', "Jo Moe"),
    ],
)
def test_may_be_a_desk_a_pen_name_or_an_agency(line: str, expected: str) -> None:
    assert names(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "<p>Coast</p>",
        "<p>Port Ellen, 3 May 2023</p>",
        "<p>Neue Nachrichten</p><p>3 May 2023</p>",
        '<ul class="menu"><li><a>Harbour News</a></li></ul><p>3 May 2023</p>',
        "<h2>Harbour Daily | Entry</h2>",
        "<p>The wall is a question <i>of</i> by Salt, Wind and Rain leads to cracks; nobody in the town can say how long it "
        "will stand, and what it would cost to build it anew from the ground up, the council was told.</p>",
        '<figure><figcaption>A wall. <span class="author">Photo: Jo Moe</span></figcaption></figure>',
        '<div class="photo-author">Jo Moe</div>',
        '<blockquote><a href="/people/jo">Jo Moe</a></blockquote>',
        '<div class="podcast-carousel"><div class="slide"><p>By Jo Moe</p></div></div>',
        '<div class="td-author vcard author" style="display: none">Jo Moe</div>',
        '<div class="hidden"><span itemprop="author">Jo Moe</span></div>',
        '<span class="category-group-name">Harbour Walls</span>',
        '<p class="byline-category byline">Coast</p>',
        "<p>Wall Built: 3 May 2023</p>",
        "<p>Harbour Wall</p><p>3 May 2023</p>",
        "<h3>Wall Shuts Harbour</h3><p>3 May 2023</p>",
        "<dl><dt>Where</dt><dd>Old Harbour</dd><dt>When</dt><dd>3 May 2023</dd></dl>",
        '<div class="author">von <i>am 03.05.2023</i></div>',
        # where a name is lost, what follows is none
        '<p class="author">By <b></b> <i>March 3, 2023</i></p>',
        '<p class="author">By <b></b> <a>last updated</a></p>',
        "<p>By <b></b></p><p><a>Table of Contents</a></p>",
        '<div class="author-info">发布于 2023-05-03</div>',
        '<div class="rated"><span class="fn">Harbour Wall to Be Raised</span></div>',
        '<p><span class="date">3 May 2023</span> <a class="tool" href="/rss/harbour">RSS Feed</a></p>',
        '<p>The <a href="/people/harbour-board">Harbour Board</a> said on 3 May 2023 that the wall would be raised, and '
        "that nobody in the town would have to pay for it, whatever the council might say in the end.</p>",
    ],
)
def test_is_nobody_where_the_header_names_nobody(line: str) -> None:
    assert names(line) is None


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("<p>Text: Jo Moe</p>", "Jo Moe"),
        ("<p>Autoren Jo Moe und Ann Lee</p>", "Jo Moe, Ann Lee"),
        ("<p>Von: <a>Jo Moe</a></p>", "Jo Moe"),
        ("<p>(Jo Moe) +++</p>", "Jo Moe"),
        ("<p>- Jo Moe</p>", "Jo Moe"),
        ("<p>Nothing else was decided. (Jo Moe)</p>", "Jo Moe"),
        ("<p><em>Jo Moe</em></p>", "Jo Moe"),
        ("<p><b>Jo Moe</b></p>", None),
        ("<div>Autor: <span>Rechtsanwalt</span> <span>Jo Moe</span></div>", "Jo Moe"),
        ("<p>Nothing else was decided. (FR mit dpa)</p>", "FR mit dpa"),
        ("<p>Nothing else was decided. (as far as known)</p>", None),
        ("<p>Quelle: kathpress</p>", "kathpress"),
        ("<p>Quelle: Statistisches Amt</p>", None),
        ("<p>Telephone: 12 34 56</p>", None),
        ("<p><em>THE END</em></p>", None),
        ('<div class="teaser-card"><p>Von: Jo Moe</p></div>', None),
    ],
)
def test_may_stand_under_the_story(after: str, expected: str | None) -> None:
    html = f"{TITLE}<article><h1>Harbour wall to be raised</h1><div>{STORY}{after}</div></article>"
    _, found = find(html)
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ('<div class="author-box"><h4><a rel="author" href="/author/jo">Jo Moe</a></h4></div>', "Jo Moe"),
        ('<div id="authorbox"><a href="/author/jo"><img></a><a href="/author/jo">Jo Moe</a> {0}</div>', "Jo Moe"),
        ('<div id="authorbox">Photographs by <a href="/author/jo">Jo Moe</a> {0}</div>', None),
        ('<div class="comments"><p class="author" itemprop="author">Jo Moe</p></div>', None),
        ('<ul><li><span class="byline">Jo Moe</span></li></ul>', None),
        ('<div class="card"><p class="byline">Jo Moe</p></div>', None),
        ('<a href="/x"><b>Another story about the harbour and its wall, from last week</b><i class="byline">Jo Moe</i></a>', None),
    ],
)  # fmt: skip
def test_is_looked_for_on_the_page_but_not_with_other_stories(box: str, expected: str | None) -> None:
    assert names(after=box.replace("{0}", "has written of the sea for years. " * 9)) == expected


class TestTold:
    def test_stands_where_readers_see_it(self) -> None:
        page, found = find(
            linked_data('{"name": "Jo Moe"}')
            + f'<h1>Harbour wall to be raised</h1><div class="author-row">Jo Moe, 3 May</div>{STORY}'
        )
        assert found is not None and found.value == "Jo Moe" and found.source != "json-ld"
        assert found.spot is not None and "Jo Moe" in page.text(found.spot)

    @pytest.mark.parametrize(
        ("author", "expected"),
        [
            ('{"@type": "Person", "name": "Jo Moe"}', "Jo Moe"),  # people whom no reader sees: better than nobody
            ('{"@type": "Person", "name": "Jo Moe, AP Harbour Writer"}', "Jo Moe"),
            ('{"@type": "Organization", "name": "Harbour Daily"}', None),
            ('"harbourdaily.example"', None),
            ('"Harbourdaily Online"', None),
            ('"admin"', None),
            ('"jmoe"', None),
        ],
    )
    def test_counts_unseen_only_when_it_is_people(self, author: str, expected: str | None) -> None:
        assert names(head=SITE + linked_data(author)) == expected

    @pytest.mark.parametrize(
        "meta", ["Jo Moe", "Super User", "Harbour Verlag GmbH", "Wall and Quay, Port Ellen, Germany"]
    )
    def test_is_nobody_where_only_a_meta_element_names_one(self, meta: str) -> None:
        assert names(head=f'<meta name="author" content="{meta}">') is None

    @pytest.mark.parametrize(("meta", "expected"), [("島津花子", "島津花子"), ("海港新聞社", None)])
    def test_may_be_a_person_in_east_asias_letters(self, meta: str, expected: str | None) -> None:
        head = f'<meta name="author" content="{meta}">'
        assert names(head=head, after=f"<p>{meta}</p>") == expected

    def test_is_found_in_the_page_but_not_in_its_copyright(self) -> None:
        head = '<meta name="author" content="Jo Moe">'
        assert names("<aside><p>Jo Moe</p></aside>", head=head) == "Jo Moe"
        assert names(head=head, after="<p>Copyright 2023 by Jo Moe</p>") is None
        assert names("<p>Jo Moeller sails</p>", head=head) is None

    def test_is_completed_by_the_full_name_that_readers_see(self) -> None:
        assert names("<aside>By <b>Jo Moe</b></aside>", head=linked_data('{"name": "Jo"}')) == "Jo Moe"

    def test_gives_way_to_a_person_when_it_is_an_agency(self) -> None:
        assert names('<p class="byline">Jo Moe</p><p>AP</p>', head=linked_data('{"name": "AP"}')) == "Jo Moe"

    def test_does_not_hide_that_readers_see_more_authors(self) -> None:
        shown = '<div class="byline"><span class="author">Jo Moe</span>, <span class="author">Ann Lee</span></div>'
        assert names(shown, head=linked_data('{"name": "Jo Moe"}')) == "Jo Moe, Ann Lee"
