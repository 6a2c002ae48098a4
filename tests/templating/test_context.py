"""Where the same expression is a leak and where it is none."""

import html

import pytest
from leak_pages import found, page, texts

from layoutcheck.core.document import Document
from layoutcheck.core.severity import Severity
from layoutcheck.parse.parser import parse
from layoutcheck.templating.leak import leaks

LEAK = "{{ article.title }}"
NO_LEAK = [
    "<pre>%s</pre>", "<p>Write <code>%s</code></p>", "<kbd>%s</kbd>", "<samp>%s</samp>", '<div class="highlight"><span>%s</span></div>',
    "<template><p>%s</p></template>", "<script>var a = '%s'</script>", "<style>a{content:'%s'}</style>", "<!-- %s -->",
    "<textarea>%s</textarea>", "<div v-cloak><p>%s</p></div>", '<div ng-if="x"><p>%s</p></div>', '<ul><li v-for="a in b">%s</li></ul>',
    '<p x-show="open">%s</p>', '<a :href="url">%s</a>', '<img :alt="a" alt="%s">', '<div data-bind="text: x">%s</div>',
    '<div style="display:none">%s</div>', "<div hidden>%s</div>", '<div class="modal"><h2>%s</h2></div>', '<div role="dialog">%s</div>',
    '<div class="d-none">%s</div>', '<div id="card-template">%s</div>', "<app-card>%s</app-card>", '<div class="cookie-consent">%s</div>',
    '<input type="hidden" value="%s">', '<div data-title-template="%s"></div>', '<script type="text/x-template"><p>%s</p></script>',
    '<div class="cart-box-hide">%s</div>', '<span class="date meta-no-display">%s</span>', '<ul class="menuTemplateRow"><li>%s</li></ul>',
    "<iframe><p>%s</p></iframe>", '<style>.t{display:none}</style><div class="t">%s</div>',
]  # fmt: skip
STILL_A_LEAK = [
    "<p>%s</p>", '<h2 class="title">%s</h2>', '<img alt="%s" src="a.jpg">', '<a href="/a" title="%s">a</a>', '<span class="sr-only">%s</span>',
    '<button aria-label="%s">x</button>', '<input placeholder="%s">', '<noscript><p>%s</p></noscript>', '<a href="/?t=%s">share</a>',
    "<style>@media print{p{display:none}}</style><p>%s</p>", '<div class="hidden-xs">%s</div>',
    '<div class="overflow-hidden">%s</div>', '<div class="md-hide">%s</div>', '<div class="storyTemplateWide"><p>%s</p></div>',
]  # fmt: skip


@pytest.mark.parametrize("around", NO_LEAK)
def test_is_no_leak(around: str) -> None:
    assert found(page(around % LEAK)) == []


@pytest.mark.parametrize("around", STILL_A_LEAK)
def test_is_a_leak(around: str) -> None:
    assert texts(page(around % LEAK)) == [LEAK]


@pytest.mark.parametrize(
    "source",
    [
        "<a href=\"javascript:list.show(this, '/ships/{pageIndex}.html?size=90')\">90</a>",
        '<a href="/auth/open_id?openid_url=https://id.example/~{user_name}">Sign in</a>',
        '<a title="harbour.tides.TideTable" href="/ref"><code>TideTable</code></a>',
        "<p>The function takes the name of a harbour and a method; <i>null</i> may be given for any of them.</p>",
        '<ul><li><a href="/p/none" title="None"><span>None <b>(134)</b></span></a></li></ul>',
    ],
)
def test_what_looks_like_a_leak_by_itself_is_none_in_its_place(source: str) -> None:
    assert found(page(source)) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<a href="/news/{pageIndex}.html">90</a>', "{pageIndex}"),
        ('<a title="harbour.tides.notFound" href="/ref">Tides</a>', "harbour.tides.notFound"),
        ("<p>Photo by <i>null</i></p>", "null"),
        ('<a href="/boat" title="None"><img src="/boat.jpg" alt="A boat at the quay"></a>', "None"),
        ("<p>See ~{fragments :: header}</p>", "~{fragments :: header}"),
    ],
)
def test_and_a_leak_elsewhere(source: str, expected: str) -> None:
    assert texts(page(source)) == [expected]


def test_the_alt_of_a_link_is_shown_to_nobody() -> None:
    severities = [
        leak.severity
        for source in ('<img src="/a.png" alt="Tom &amp;amp; Ann">', '<a href="/a" alt="Tom &amp;amp; Ann">All</a>')
        for leak in leaks(page(source))
    ]
    assert severities == [Severity.WARNING, Severity.INFO]


@pytest.mark.parametrize(
    "root",
    [
        '<html ng-app="news" class="modal hidden">',
        '<html><body class="cookie-consent popup d-none" x-data="{}" v-cloak>',
    ],
)
def test_marks_on_the_root_do_not_swallow_the_page(root: str) -> None:
    from layoutcheck.core.document import Document
    from layoutcheck.parse.parser import parse

    shown = parse(Document("p", f"{root}<p>[instagram-feed]</p><p>{LEAK}</p><img alt='{LEAK}'>".encode()))
    assert sorted(texts(shown)) == ["[instagram-feed]", LEAK, LEAK]


PARAGRAPH = "<p>The lamps of the old crane at the harbour of Quay were lit again last night, and the whole town came down to the water to see it.</p>"
STORY = f"<h2>%s</h2>{PARAGRAPH * 5}"


@pytest.mark.parametrize(
    "around",
    [
        '<div class="dialog-off-canvas-main-canvas">%s</div>',
        '<div class="article modal-enabled use-lightbox">%s</div>',
        '<div class="infinite-scroll">%s</div>',
        '<div class="story_body_template" data-template="article" is="news-story">%s</div>',
        '<div class="highlight-container language-0">%s</div>',
        '<div data-reactroot="" data-reactid="3">%s</div>',
        '<app ng-version="8.1">%s</app>',
        "<div ng-non-bindable>%s</div>",
    ],
)
def test_what_holds_the_story_is_the_page_whatever_it_is_called(around: str) -> None:
    for story in (STORY % LEAK, f"<main>{LEAK}</main>"):
        assert [(leak.text, leak.severity) for leak in leaks(page(around % story))] == [(LEAK, Severity.ERROR)]


def test_what_holds_the_only_headline_is_the_page() -> None:
    shown = parse(Document("p", f'<html><body><div class="overlay"><h1>Crane</h1><p>{LEAK}</p></div>'.encode()))
    assert [leak.severity for leak in leaks(shown)] == [Severity.ERROR]


@pytest.mark.parametrize(
    "around",
    ['<div class="overlay"><h2>%s</h2></div>', '<div class="off-canvas"><p>%s</p></div>', "<div ng-init='a'>%s</div>"],
)
def test_a_part_beside_the_story_is_what_it_is_called(around: str) -> None:
    assert found(page(STORY % "Crane" + around % LEAK)) == []


def test_a_page_kind_on_the_body_is_no_framework() -> None:
    shown = parse(Document("p", f'<html><body data-template="article"><p>{LEAK}</p>'.encode()))
    assert [leak.severity for leak in leaks(shown)] == [Severity.ERROR]


def test_a_framework_on_the_root_leaves_a_doubt() -> None:
    from layoutcheck.core.document import Document
    from layoutcheck.parse.parser import parse

    shown = parse(Document("p", f"<html ng-app><title>{LEAK}</title><p>{LEAK}</p>".encode()))
    assert {leak.where.name: leak.severity for leak in leaks(shown)} == {
        "TITLE": Severity.ERROR,
        "TEXT": Severity.WARNING,
    }


def test_an_article_with_code_samples_may_quote_templates() -> None:
    shown = page(f"<p>In a layout {LEAK} prints the name that the file was given.</p><pre>{'x = 1; ' * 9}</pre>")
    assert found(shown) == []


def test_json_ld_repeats_what_the_article_quotes() -> None:
    body = f"In a template of the engine the title is written as {LEAK}, and the engine puts the value there."
    data = f'<script type="application/ld+json">{{"articleBody": "{body}", "headline": "{LEAK}"}}</script>'
    samples = "<pre>{% block title %}Harbour Post{% endblock %}</pre>" * 2
    assert found(page(f"<p>{body}</p>{samples}", data.replace(f', "headline": "{LEAK}"', ""))) == []
    assert [leak.where.name for leak in found(page(f"<p>{body}</p>{samples}", data))] == ["JSONLD"]


def test_a_sentence_about_templates_may_quote_one() -> None:
    assert found(page(f"<p>The Liquid template prints {LEAK} when the front matter is there.</p>")) == []


def test_likes_that_wordpress_fills_are_no_leak() -> None:
    shown = '<div id="likes-other-gravatars"><div class="likes-text"><span>%d</span> bloggers like this:</div></div>'
    assert found(page(shown)) == []


def test_hidden_share_links_weigh_little() -> None:
    shown = page('<div style="display:none"><a href="https://s.example/?url={shareURL}">Share</a></div>')
    assert [leak.severity for leak in leaks(shown)] == [Severity.INFO]


def test_search_forms_keep_their_place_holders() -> None:
    head = '<script type="application/ld+json">{"@type":"WebSite","potentialAction":{"target":"https://a.example/?s={search_term_string}"}}</script>'
    assert leaks(page("<p>x</p>", head)) == []


def test_an_ad_slot_pixel_is_not_read() -> None:
    assert found(page('<img width="1" height="1" src="https://t.example/?u={user.name}">')) == []


def test_tooltips_may_hold_markup() -> None:
    assert found(page('<a class="lightbox" title="&lt;b&gt;Crane&lt;/b&gt;" href="c.jpg">c</a>')) == []
    assert texts(page('<a title="&lt;b&gt;Crane&lt;/b&gt;" href="c.jpg">c</a>')) == ["<b>"]


@pytest.mark.parametrize(
    "body",
    [
        "<blockquote>“[object Object]”</blockquote>",
        "<p>The mayor said: “[object Object]”</p>",
        "<blockquote>“The bridge [object Object] will close for six weeks from May on.”</blockquote>",
        '<p>"We know," she said. Fatal error: Uncaught Error: Class "Crane" not found</p>',
        "<p>Said “Ada”. Error establishing a database connection</p>",
        "<p>“Warning: Undefined variable $lamp in /srv/www/story.php on line 3” is what the page said to all.</p>",
        '<img src="a.jpg" alt="The sign that reads “[object Object]” on the quay at night">',
    ],
)
def test_quotation_marks_alone_excuse_nothing(body: str) -> None:
    assert [leak.severity for leak in leaks(page(body))] == [Severity.ERROR]


@pytest.mark.parametrize(
    "headline",
    [
        "‘Error establishing a database connection’: inside the outage",
        "How to fix “TypeError: Cannot read properties of undefined”",
        '"There has been a critical error on this website" and what to do',
    ],
)
def test_a_headline_may_quote_an_error(headline: str) -> None:
    meta = html.escape(headline)
    assert leaks(page(f"<h1>{headline}</h1>", f'<meta property="og:title" content="{meta}">')) == []


@pytest.mark.parametrize(
    "headline",
    ["“Error establishing a database connection”", "Warning: “Error establishing a database connection”"],
)
def test_a_headline_that_says_nothing_else_quotes_nothing(headline: str) -> None:
    assert [leak.severity for leak in leaks(page(f"<h1>{headline}</h1>"))] == [Severity.ERROR]


def test_a_dump_in_the_only_pre_was_left_for_debugging() -> None:
    dump = "<pre>Array\n(\n    [0] =&gt; stdClass Object\n        (\n            [id] =&gt; 7\n        )\n)</pre>"
    (leak,) = leaks(page(dump))
    assert (leak.family.id, leak.severity) == ("php-dump", Severity.WARNING)
    assert leaks(page(f"{dump}<p>What <code>print_r</code> shows</p>")) == []
    assert leaks(page(f"<h1>How to debug PHP</h1>{dump}")) == []
    assert leaks(page(f"<pre>$ php -r 'print_r([1]);'</pre>{dump}")) == []


def test_a_key_over_the_comments_is_no_readers() -> None:
    assert texts(page('<div class="comments"><h2>comments.title.many</h2></div>')) == ["comments.title.many"]
    assert texts(page('<div class="comments"><p>comments.title.many</p></div>')) == []


def test_the_frame_of_a_page_is_no_table_of_answers() -> None:
    line = '<td><h1>Crane</h1><div class="byline">By None</div><div class="date">dd.MM.yyyy</div></td>'
    assert texts(page(f"<form><table><tr>{line}</tr></table></form>")) == ["None", "dd.MM.yyyy"]
    assert texts(page("<table><tr><td>None</td><td>dd.MM.yyyy</td></tr></table>")) == []


def test_a_byline_of_nobody_may_stand_before_a_date() -> None:
    assert texts(page('<p>By <a href="/ada">None</a> · 4 March</p>')) == ["None"]
    assert texts(page('<p>By <a href="/ada">None</a> of the above</p>')) == []


def test_a_value_in_a_storys_quotation_weighs_little() -> None:
    shown = page("<p>The app greeted them with “Hello, [object Object]” for most of the day.</p>")
    assert [leak.severity for leak in leaks(shown)] == [Severity.INFO]


def test_a_name_that_templates_use_is_sure_in_running_text() -> None:
    assert [leak.severity for leak in leaks(page("<p>Dear {{ name }}, welcome back.</p>"))] == [Severity.ERROR]
    assert [leak.severity for leak in leaks(page("<p>{{hugs}} to all of you.</p>"))] == [Severity.WARNING]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Unknown &quot;share&quot; filter in &quot;story.html.twig&quot; at line 3.\nThe function, class or template of that name is none.</p>",
        "<p>The following has evaluated to null or missing:\n==> story.lead  [in template &quot;story.ftl&quot; at line 5]\n\nTip: write the variable with a default</p>",
        "<div>object(Story)#2 (2) {\n  [&quot;title&quot;]=>\n  string(5) &quot;Flood&quot;\n  [&quot;lead&quot;]=>\n  string(3) &quot;Sea&quot;\n}</div>",
    ],
)
def test_words_of_programs_excuse_no_message_of_one(body: str) -> None:
    assert leaks(page(body))[0].severity is Severity.ERROR


def test_a_sentence_that_begins_with_a_message_may_talk_about_it() -> None:
    told = "<p>No filter named 'lamps' is what the engine says where a template asks for one that nobody has registered.</p>"
    assert found(page(told)) == []


@pytest.mark.parametrize(
    ("dump", "told"),
    [
        ("# Crane at night\n\n[Share](https://facebook.com/sharer.php?u=POST_URL)\n", []),  # a script may look for it
        (
            "# Crane at night\n\n[Share](https://facebook.com/sharer.php?u=%3Cpage%20url%3E)\n",
            ["%3Cpage%20url%3E"],
        ),
    ],
)
def test_a_dump_shows_no_script_that_fills_a_share_link(dump: str, told: list[str]) -> None:
    assert texts(parse(Document("dump.txt", dump.encode(), "text/plain"))) == told


@pytest.mark.parametrize(
    ("dump", "told"),
    [
        ("The crane\n\n<p>The lamps will be lit in March.</p>\n", ["<p>"]),
        ("The crane\n\n<Author: Ada Moss>\n", ["<Author: Ada Moss>"]),
        ("The crane & the quay\n\nSee A & B <em>lamps</em> & <b>cranes</b>\n", ["<em>"]),
        ("The crane\n\nSee [the tides](https://news.example/tides)<br>and more\n", []),
        ("The crane\n\nFewer than 3 < 4 and a <- b\n", []),
        ("The crane\n\nReferences\n\n   1. file:///home/ada/crane.html#top\n", []),
    ],
)
def test_markup_in_a_dump_was_shown_to_readers(dump: str, told: list[str]) -> None:
    read = parse(Document("crane.txt", dump.encode(), media_type="text/plain"))
    assert [leak.text for leak in leaks(read)] == told
    assert [read.text(leak.spot) for leak in leaks(read)] == told
