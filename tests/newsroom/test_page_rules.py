"""Rules on whole pages: nothing to read, the rest hidden, bytes that do not fit, a source that breaks off."""

import pytest

from layoutcheck.config import Settings
from layoutcheck.core.document import Document
from layoutcheck.pipeline import check_page

STORY = (
    "<h1>Harbour wall to be raised</h1>"
    "<p>The wall that shelters the old harbour will be raised by half a metre, the council decided on Monday night.</p>"
    "<p>Work begins in spring and lasts until the first autumn storms, the harbour master told the meeting.</p>"
    "<p>Boats that lie at the inner quay have to move to the new basin before the end of March, she said.</p>"
)
POST = "<li><h2>Boats must move</h2><p>Boats that lie at the inner quay have to move before the end of March.</p></li>"
TITLE = "<title>Harbour wall to be raised</title>"


def told(rule: str, body: str | bytes, charset: str | None = "utf-8") -> list[tuple[str, int]]:
    """Message and column of each finding of one rule."""
    raw = body if isinstance(body, bytes) else body.encode()
    report = check_page(Document("page.html", raw, "text/html", charset), Settings().for_page("page.html"))
    assert not report.failures
    return [(finding.message, finding.place.column) for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<body></body>", "empty"),
        ("<body><div hidden></div><script type='application/ld+json'>{}</script></body>", "empty"),
        ("<body><div id=app></div><script src=/a.js></script></body>", "script"),
        ("<body><div id=app>Loading...</div><script type=module>run()</script></body>", "script"),
        ("<body><noscript><iframe src=/count></iframe></noscript><img width=1 height=1 src=/c.gif></body>", "empty"),
        ("<meta name=robots content=noindex><body></body>", "empty"),
        ("<body><form><input type=hidden name=token value=a1></form>", "empty"),
        ("<body><noscript>Turn scripts on.</noscript><div id=root></div><script src=/a.js></script></body>", "script"),
    ],
)
def test_page_without_anything_to_see_is_told(body: str, message: str) -> None:
    assert [key for key, _ in told("empty-page", TITLE + body)] == [message]


@pytest.mark.parametrize(
    "body",
    [
        "<body><img src=/wall.jpg></body>",
        "<body><p>Hello",
        "<meta http-equiv=Refresh content='0; url=/wall'>",
        "<body><script>window.location.href = '/wall'</script></body>",
        "<body><form><input name=q></form></body>",
        f"<body><noscript><div></noscript>{STORY * 3}</body>",
        "<body><div><template shadowrootmode=open><p>Hello</p></template></div></body>",
        "<frameset><frame src=/a></frameset>",
    ],
)
def test_page_with_something_to_see_is_not(body: str) -> None:
    assert told("empty-page", TITLE + body) == []


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("<div class=story></div><p>By Ada Moss</p>", ["story"]),
        ("<div class=story></div><iframe src=/film></iframe>", []),
        (f"<ol>{POST * 3}</ol>", []),
        ("<figure><img src=/a.jpg><figcaption>The quay</figcaption></figure>" * 3, []),
        (STORY, []),
    ],
)
def test_article_without_a_story_is_told(rest: str, expected: list[str]) -> None:
    facts = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour wall to be raised"}</script>'
    )
    found = told("empty-page", f"{TITLE}{facts}<article><h1>Harbour wall to be raised</h1>{rest}</article>")
    assert [key for key, _ in found] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>a</p><!-- <b> -->x<!-- {STORY}", [("comment", 22)]),
        (f"<p>a</p><!-- one --> <!-- two -->\t<!--{STORY}", [("comment", 35)]),
        (f"<div><textarea>{STORY}</div>", [("element", 6)]),
        (f"<title>a{STORY}", [("element", 1)]),
        (f"<style>p {{}} {STORY}", [("element", 1)]),
        (f"<p>a<script>run() {STORY}</body>", [("element", 5)]),
        (f"{STORY}<!-- built by night", []),
        (f"{STORY}<!-- {STORY} -->", []),
        (f"{STORY}<script>run()", []),
        (f"<script><!-- run() </script>{STORY}", []),
        (f"<p>a</p><!-- start {STORY} <!-- end -->", [("late", 9)]),
        (f"<p>a<script>run() {STORY} <script>go()</script>", [("late", 5)]),
        (f"<!-- <!-- {STORY} --> {STORY * 2}", []),
        (f"{STORY}</body></html><!-- {STORY} -->", []),
    ],
)
def test_what_is_never_closed_is_told_where_it_opens(body: str, expected: list[tuple[str, int]]) -> None:
    assert told("unclosed-markup", body) == expected


def test_bytes_that_do_not_fit_are_one_finding() -> None:
    body = f'<meta charset="utf-8">{TITLE}<p>Zoé\'s café</p><p>naïve</p>'.encode("windows-1252")
    assert told("mojibake", body, None) == [("unfit-bytes", 68)]


def test_utf8_declared_as_something_else_is_told_at_the_first_garbled_word() -> None:
    head = '<!DOCTYPE html><html lang="ko"><meta charset="euc-kr"><title>&middot; 항구 방벽</title>'
    garbled = head + '<meta name="description" content="항구"><p>항구 방벽을 높이다</p>'
    assert told("mojibake", garbled.encode(), None) == [("mojibake", 71)]
    latin = '<meta charset="iso-8859-1"><title>Caf&eacute; &#8217; Zoë’s</title><p>Itâ€™s naïve</p>'
    assert told("mojibake", latin.encode(), None) == [("mojibake", 55)]


def test_bytes_that_do_not_fit_count_where_somebody_reads_them() -> None:
    alt = '<meta charset="utf-8"><p>a</p><img alt="café noir">'.encode("windows-1252")
    comment = '<meta charset="utf-8"><p>a</p><!-- café --><script>// café</script>'.encode("windows-1252")
    assert told("mojibake", alt, None) == [("unfit-bytes", 44)]
    assert told("mojibake", comment, None) == []


def test_bytes_of_an_undeclared_encoding_are_read_as_what_they_are() -> None:
    body = f"{TITLE}<p>Zoé's café is naïve, and the crème brûlée was déjà vu</p>".encode("windows-1252")
    assert told("mojibake", body, None) == []


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        ("<p>The mayor said on Tuesday that the wall would stand for a hund", True),
        ('<p>The mayor said on Tuesday that the wall would stand. <a href="/mor', True),
        ("<p>The mayor said on Tuesday that the wall would stand.", False),
        ("<p>The mayor said: “The wall will stand.”", False),
        ("<p>The mayor said on Tuesday that the wall would stand</body>", False),
        ("</article></body></html> trailing words", False),
        ("</article> <p>Photo: Ada Moss", False),
        ("<ul><li>the harbour<li>the wall", True),
        ("<p>停泊在内码头的船只必须在三月底之前移至新", True),
    ],
)
def test_source_that_ends_inside_the_story_is_told(end: str, cut: bool) -> None:
    found = told("truncated-body", f"<html><body><article>{STORY}{end}")
    assert [key for key, _ in found] == (["cut"] if cut else [])


def test_source_without_end_tags_is_not_cut() -> None:
    bare = STORY.replace("</p>", "\n")
    assert (
        told("truncated-body", f"<html><body>{bare}<p>Reporting by Ada Moss and by Tom Reed of the harbour office")
        == []
    )


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ["unseen"]),
        ("<h1 hidden>Harbour wall to be raised</h1>", ["hidden"]),
        ('<div style="display: none"><h1>Harbour wall to be raised</h1></div>', ["hidden"]),
        ("<aside><h1>Harbour wall to be raised</h1></aside>", ["unseen"]),
        ("<h1>Harbour wall to be raised</h1>", []),
        ("<h1 hidden>Harbour wall to be raised</h1><div>Harbour wall to be raised</div>", []),
        ('<img src="/head.png" alt="Harbour wall to be raised">', []),
        ("<p><span>Harbour wall</span> <span>to be raised</span></p>", []),
    ],
)
def test_headline_that_nobody_sees_is_told(header: str, expected: list[str]) -> None:
    facts = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour wall to be raised"}</script>'
    )
    body = f"{TITLE}{facts}<article>{header}{STORY.partition('</h1>')[2]}</article>"
    assert [key for key, _ in told("missing-headline", body)] == expected


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        # What a lost headline leaves: other stories' headings.
        ("", "<h2>Ferry to the island stops for a week</h2>", ["unseen"]),
        ("<aside><h2>Ferry to the island stops for a week</h2></aside>", "", ["unseen"]),
        ("<nav><h3>Ferry to the island stops for a week</h3></nav>", "", ["unseen"]),
        ("<h2>Culture</h2>", "<h2>Ferry to the island stops for a week</h2>", ["unseen"]),
        ("<header>Harbour <b>wall</b> to be raised</header>", "", []),
    ],
)
def test_other_stories_headings_are_no_headline(before: str, behind: str, expected: list[str]) -> None:
    facts = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour wall to be raised"}</script>'
    )
    body = f"{TITLE}{facts}{before}<article>{STORY.partition('</h1>')[2]}</article>{behind}"
    assert [key for key, _ in told("missing-headline", body)] == expected


@pytest.mark.parametrize(
    "line", ["<p>Published: Jan 6 10:40 AM</p>", "<table><tr><td>January 6, 2026 -- Updated 1948 GMT</table>"]
)
def test_a_date_without_year_or_in_a_table_is_seen(line: str) -> None:
    head = '<meta property="article:published_time" content="2026-01-06T10:40:00Z">' + TITLE
    story = STORY + STORY.partition("</h1>")[2].replace("the", "her") * 3
    assert told("missing-date", head + story) == [("unseen", len(head) + 5)]
    assert told("missing-date", head + story.replace("</h1>", f"</h1>{line}")) == []
