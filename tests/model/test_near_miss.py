"""What a selector that matches nothing almost matched, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.document import Document
from layoutcheck.model.near_miss import near_miss
from layoutcheck.model.near_words import near_words
from layoutcheck.model.selector import compile_selector
from layoutcheck.parse.parser import parse

PAGE = """<!doctype html>
<article>
<header class="story-header"><h1 class="title" id="top">Harbour wall leaks</h1>
<p class="{}">SPLIT</p></header>
<div class="story__body"><p>The wall leaks.</p></div>
<time data-datetime="2026-01-20" class="published">20 January</time>
<ul><li class="c-teaser"><a href="/a">One</a></li><li class="c-teaser"><b class="label-new">New</b></li></ul>
<img data-src="/wall.jpg" class="lead-picture">
</article>
<footer><p class="about">We are a newspaper.</p></footer>
"""


def told(selectors: str | list[str], name: str = "kicker", scope: str = "") -> str:
    page = parse(Document("p.html", PAGE.format(name).encode(), "text/html", "utf-8"))
    written = [selectors] if isinstance(selectors, str) else selectors
    where = page.tree.select_one(scope) if scope else page.tree
    found = near_miss([compile_selector(one) for one in written], where)
    return near_words(found, page) if found else ""


@pytest.mark.parametrize(
    "name",
    ["date-line", "Dateline", "dateLine", "article-dateline", "dateline__text", "c-dateline_x7f3", "big DateLine--top"],
)
@pytest.mark.parametrize(
    "selector",
    [".dateline", "p.dateline", "#dateline", "[data-testid=dateline]", "//p[@class='dateline']", "span.dateline",
     "//*[contains(@id, 'dateline')]"],
)  # fmt: skip
def test_renamed_element_is_named(selector, name):
    assert told(selector, name) == f'perhaps <p class="{name}"> at 4:1 is meant'


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        # the way is there, the last step is not
        ("article > header .dateline", '"article > header" does, at 3:1; perhaps <p class="date-line"> at 4:1 is meant'),
        ("//article/header/p[@id='dateline']", '"//article/header" does, at 3:1; '
         'perhaps <p class="date-line"> at 4:1 is meant'),
        ("article > .dateline", '"article" does, at 2:1; perhaps <p class="date-line"> at 4:1 is meant'),
        ("h1 + div.dateline", '"h1" does, at 3:30; perhaps <p class="date-line"> at 4:1 is meant'),
        ("footer .dateline", '"footer" does, at 10:1; perhaps <p class="date-line"> at 4:1 is meant'),
        ("article .standfirst", '"article" does, at 2:1'),
        ("body .standfirst", ""),
        # the way is lost, its end is there
        ("main .about", '"main" matches nothing; ".about" alone does, at 10:9'),
        ("article > footer .about", '"article" does, at 2:1, "article > footer" does not; '
         '"footer .about" alone does, at 10:9'),
        ("//main//h1", '"//main" matches nothing; "//h1" alone does, at 3:30'),
        ("/html/body/section//h1", '"/html/body/section" matches nothing; "//h1" alone does, at 3:30'),
        ("/article/header", '"/article" matches nothing, perhaps <article> at 2:1 is meant'),
        ("header.story .about", '"header.story" matches nothing, perhaps <header class="story-header"> at 3:1 is meant; '
         '".about" alone does, at 10:9'),
        # a step on the way is called otherwise
        (".story-body p", '".story-body" matches nothing, perhaps <div class="story__body"> at 5:1 is meant'),
        ("header.story h1", '"header.story" matches nothing, perhaps <header class="story-header"> at 3:1 is meant'),
        ("li .label", '"li" does, at 7:51; perhaps <b class="label-new"> at 7:72 is meant'),
        ("//article/p[9]", '"//article" does, at 2:1'),
        ("article .story-body p", '"article" does, at 2:1, "article .story-body" does not; '
         'perhaps <div class="story__body"> at 5:1 is meant by ".story-body"'),
        # both
        ("main .dateline", '"main" matches nothing; perhaps <p class="date-line"> at 4:1 is meant by ".dateline"'),
        # tags, ids, attributes
        ("h2.title", 'perhaps <h1 class="title"> at 3:30 is meant'),
        ("h1.headline", 'perhaps <h1 class="title"> at 3:30 is meant'),
        ("time::attr(datetime)", '"time" does, at 6:1, without "datetime" but with "data-datetime"'),
        ("img.lead-picture::attr(src)", '"img.lead-picture" does, at 8:1, without "src" but with "data-src"'),
        ("//time/@content", '"//time" does, at 6:1, without "content"'),
        ("section.published", 'perhaps <time class="published"> at 6:1 is meant'),
        # nothing is near
        (".weather-report", ""),
        ("section", ""),
        ("li:nth-child(7)", ""),
        ("(//p)[9]", ""),
    ],
)  # fmt: skip
def test_what_fails_first_is_said(selector, words):
    assert told(selector, "date-line") == words


@pytest.mark.parametrize(
    ("selectors", "words"),
    [
        ([".weather", ".dateline"], 'perhaps <p class="date-line"> at 4:1 is meant'),
        (".weather, .dateline", 'perhaps <p class="date-line"> at 4:1 is meant'),
        (["article .weather", "main .dateline"], '"main" matches nothing; '
         'perhaps <p class="date-line"> at 4:1 is meant by ".dateline"'),
    ],
)  # fmt: skip
def test_of_several_selectors_the_nearest_is_told(selectors, words):
    assert told(selectors, "date-line") == words


def test_inside_a_part_only_what_stands_in_it_is_meant():
    assert told(".label", scope="li + li") == 'perhaps <b class="label-new"> at 7:72 is meant'
    assert told(".label", scope="li") == ""
    assert told("./b/@title", scope="li + li") == '"./b" does, at 7:72, without "title"'
    assert told("::attr(title)", scope="img") == '"img" does, at 8:1, without "title"'


def test_element_in_which_the_selector_goes_on_is_nearer():
    html = '<div class="story_body"></div><div class="story--body"><p class=x>One</p></div>'
    page = parse(Document("p.html", html.encode(), "text/html", "utf-8"))
    found = near_miss([compile_selector(".story-body .x")], page.tree)
    assert '<div class="story--body"> at 1:31' in near_words(found, page)


def test_a_long_list_of_names_is_cut_to_the_one_that_is_alike():
    names = " ".join(f"md:utility-{number}" for number in range(20))
    assert told(".dateline", f"{names} date-line") == 'perhaps <p class="… date-line …"> at 4:1 is meant'


def test_what_nobody_reads_is_not_meant_by_a_name():
    html = '<meta name="MSSmartTagsPreventParsing"><body class=tags-page><script id=tags>1</script><p>One'
    page = parse(Document("p.html", html.encode(), "text/html", "utf-8"))
    assert near_words(near_miss([compile_selector(".tags a")], page.tree), page) == '".tags" matches nothing'
    assert "<meta" in near_words(
        near_miss([compile_selector("meta[property=mssmarttagspreventparsin]")], page.tree), page
    )


NAMES = st.sampled_from(["dateline", "date-line", "card", "c-card", "x1"])
SIMPLE = st.one_of(
    st.sampled_from(["p", "div", "h1", "*", "li:nth-child(2)", "[lang]", ":is(p, .card)", "p:not(.card)", "time"]),
    NAMES.map(lambda name: f".{name}"),
    NAMES.map(lambda name: f"#{name}"),
    NAMES.map(lambda name: f"[class~='{name}']"),
    NAMES.map(lambda name: f"p.{name}"),
)
CSS = st.lists(SIMPLE, min_size=1, max_size=4).flatmap(
    lambda steps: st.sampled_from([" ", " > ", " + ", " ~ ", ", "]).map(lambda way: way.join(steps))
)
XPATH = st.lists(st.tuples(st.sampled_from(["/", "//"]), NAMES), min_size=1, max_size=3).map(
    lambda steps: "/" + "".join(f"{axis}p[@class='{name}']" for axis, name in steps)[1:]
)
TREE = st.recursive(
    st.sampled_from(["One", ""]),
    lambda below: st.tuples(st.sampled_from(["p", "div", "ul", "li", "h1"]), NAMES, st.lists(below, max_size=3)).map(
        lambda told: f"<{told[0]} class={told[1]}>{''.join(told[2])}</{told[0]}>"
    ),
    max_leaves=8,
)


@given(CSS | XPATH, TREE)
def test_what_is_said_of_the_page_is_true(written, html):
    page = parse(Document("p.html", f"<!doctype html>{html}".encode(), "text/html", "utf-8"))
    selector = compile_selector(written)
    if selector.select(page.tree):
        return
    found = near_miss([selector], page.tree)
    near_words(found, page)
    told = {part: compile_selector(part).select(page.tree) for part in (found.reached, found.rest, found.lost) if part}
    assert not told.pop(found.lost, [])
    assert all(told.values())
    assert (found.rest_at is None) == (not found.rest)
