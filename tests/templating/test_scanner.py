"""The scan finds what stands in the source, however it is written, and says where to the character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leak_pages import found, page, texts

from layoutcheck.core.document import Document
from layoutcheck.parse.parser import parse
from layoutcheck.rules.placeholder_leak import Options, check
from layoutcheck.templating import matcher as matching
from layoutcheck.templating.cut import cut
from layoutcheck.templating.families import FAMILIES
from layoutcheck.templating.glance import Glance, Looker
from layoutcheck.templating.leak import find, leaks
from layoutcheck.templating.scanner import MOST_MATCHES, Scanner

WRITTEN = [
    "{{ title }}", "&#123;&#123; title }}", "&lbrace;{ title }}", "&#x7b;&#x7B; title &#125;}", "&lcub;&lcub;&nbsp;title }}",
]  # fmt: skip


@pytest.mark.parametrize("written", WRITTEN)
def test_character_references_hide_nothing(written: str) -> None:
    assert [text.replace("\xa0", " ") for text in texts(page(f"<p>für {written} x</p>"))] == ["{{ title }}"]


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ("{system.domain&#125;", "brace-variable"),
        ("{system.domain&nbsp;}", "brace-variable"),
        ("{ system.domain }", "brace-variable"),
        ("common.go-to-content&nbsp;", "dotted-key"),
        (" common.go-to-content\u00a0 ", "dotted-key"),
        ("common.go&#45;to-content", "dotted-key"),
        ("{0,&nbsp;date, long}", "icu-message"),
        ("{url&nbsp;entity='category'}", "smarty-tag"),
        ("Author{id=3, name='Ada'}", "record-dump"),
        ("[[E-MAIL]]", "capital-field"),
        ("[EMAIL&#93;", "capital-field"),
        ("@BUILD_NUMBER&#64;", "at-token"),
    ],
)
def test_a_cue_asks_for_no_more_than_every_spelling_has(written: str, family: str) -> None:
    assert [leak.family.id for leak in leaks(page(f"<p>{written}</p>"))] == [family]
    assert [leak.family.id for leak in leaks(page(f"<p>{written}"))] == [family]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_place_is_exact_whatever_ends_a_line(end: str, encoding: str) -> None:
    lines = [
        "<!doctype html><p>für",
        "alle</p><p>“x” <b>y</b>",
        "<img alt='${a.b}'>ü ${c.d}</p><svg><a>${e.f}</a></svg>",
    ]
    shown = parse(Document("p.html", end.join(lines).encode(encoding), encoding))
    told = []
    for leak in leaks(shown):
        place = shown.place(leak.spot)
        told.append((place.line, lines[2][place.column - 1 : place.end_column - 1]))
    assert told == [(3, "${a.b}"), (3, "${c.d}"), (3, "${e.f}")]


def test_the_place_is_exact_behind_other_characters() -> None:
    shown = page("<p>für alle &amp; “immer”</p>\n<p>Übrig &lt; ${story.name} bleibt</p>")
    [leak] = found(shown)
    place = shown.place(leak.spot)
    assert shown.source.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == "${story.name}"


def test_an_error_that_runs_across_tags_is_one_leak() -> None:
    shown = page("<br>\n<b>Warning</b>:  Undefined variable $x in <b>/srv/www/a.php</b> on line <b>45</b><br>")
    [leak] = found(shown)
    assert leak.text == "Warning: Undefined variable $x in /srv/www/a.php on line 45"
    assert shown.text(leak.spot).startswith("Warning") and shown.text(leak.spot).endswith("45")


def test_json_ld_strings_are_read_with_their_keys() -> None:
    head = (
        '<script type="application/ld+json">{"name":"a \\"b\\" &amp; c","dateModified":"0001-01-01T00:00:00Z"}</script>'
    )
    shown = page("", head)
    [leak] = leaks(shown)
    place = shown.place(leak.spot)
    assert shown.source.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == "0001-01-01T00:00:00Z"


def test_a_meta_is_judged_by_its_name() -> None:
    head = '<meta property="%s" content="1970-01-01T00:00:00Z">'
    assert texts(page("", head % "article:published_time")) == ["1970-01-01T00:00:00Z"]
    assert texts(page("", head % "person:birth_date")) == []
    assert texts(page("", "<meta name=parsely-metadata content=\"{'type': 'feature'}\">")) == []


def test_markup_inside_a_quoted_attribute_is_seen() -> None:
    assert texts(page('<img alt="a <em>big</em> crane" src=c.jpg>')) == ["<em>"]
    assert texts(page('<a title="<p>Hi ${user.name}</p>" href=/>x</a>')) == ["<p>", "${user.name}"]


@pytest.mark.parametrize(
    "before",
    [
        "<script>var a = '<script>';</script>",
        "<!-- <script> -->",
        "<SCRIPT>{{ a.b }}</SCRIPT>",
        "<style>p{}</style><!-- a -- b -->",
        "<script><!-- document.write('<script>x<\\/script>') --></script>",
        '<p title="<script>">x</p>',
        "<!-->",
        "<template>{{ c.d }}",
    ],
)
def test_scripts_styles_and_comments_hide_only_themselves(before: str) -> None:
    shown = page(f"{before}<p>{{{{ title.short }}}}</p>")
    expected = [] if "<template>" in before else ["{{ title.short }}"]
    assert [text for text in texts(shown) if "{" in text] == expected


@pytest.mark.parametrize("name", ["script-loader", "style-guide", "styled-text"])
def test_an_element_whose_name_begins_like_a_scripts_is_read(name: str) -> None:
    assert texts(page(f"<{name}>{'words and words ' * 9}[FIRST_NAME]</{name}>")) == ["[FIRST_NAME]"]


def test_a_value_of_a_megabyte_is_searched_to_its_end() -> None:
    shown = page(f"<p>{'words and words ' * 60000}{{{{ story.title }}}} end</p>")
    assert texts(shown) == ["{{ story.title }}"]


def test_half_open_placeholders_do_not_pile_up() -> None:
    assert found(page("<p>" + "{{ " * 100_000 + "</p>")) == []


def test_dumps_are_scanned_too() -> None:
    dump = parse(Document("d.txt", b"Crane at night\n\n  1. ${story.kicker} Lamps lit\n", "text/plain"))
    [leak] = leaks(dump)
    place = dump.place(leak.spot)
    assert (place.line, place.column, place.end_column, leak.text) == (3, 6, 21, "${story.kicker}")


def test_without_hyperscan_re2_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(
        "<p>{{ a.b }} für %s</p><img alt='undefined cover' src='/x/undefined'><p>[gallery ids=“1″]</p><p>FÃ¼r</p>"
    )
    expected = [(leak.family.id, leak.text, leak.severity) for leak in leaks(shown)]
    monkeypatch.setattr("layoutcheck.templating.scanner.matcher", matching._Re2Matcher)
    again = [(leak.family.id, leak.text, leak.severity) for leak in find(shown, Scanner(FAMILIES))]
    assert sorted(again) == sorted(expected) and expected


PIECES = st.sampled_from(
    ["{{ a.b }}", "${x.y}", "<p>", "</p>", '<img alt="', '">', "undefined", "für", "&#123;", "{", "&amp;quot;", "\n", "<!--", "-->", "[a_b c=“d“]", "<script>",
     "</script>", "%s", " ", "Ã¼", "@Model.X", "\x00", "<b>", "<title>", '<script type="application/ld+json">{"a":"', '"}', "\U0001f600"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
def test_every_leak_has_a_place_inside_the_source(body: str) -> None:
    shown = parse(Document("h.html", b"<p>" + body.encode()))
    for leak in leaks(shown):
        place = shown.place(leak.spot)
        lines = shown.source.split("\n")
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert leak.text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>" + "{{ a }} " * 2000, id="leaks"),
        pytest.param('<p><img alt="' + "{{ a }} " * 2000 + '">', id="leaks-in-an-attribute"),
        pytest.param("<p>" + "{easy} " * 6000, id="look-alikes"),
        pytest.param("<p>{{ a }}" * 2000, id="leaks-in-many-parts"),
        pytest.param("<p>" + "{easy} " * 30_000, id="more-than-is-searched"),
    ],
)
def test_a_page_that_is_full_of_leaks_says_that_not_all_are_told(body: str) -> None:
    hits = list(check(page(body), Options()))
    assert sum(hit.message == "unfilled-placeholder" for hit in hits) <= MOST_MATCHES
    [note] = [hit for hit in hits if hit.message == "too-many"]
    assert "{" in note.data["expression"]


def test_a_page_with_few_leaks_says_nothing_of_more() -> None:
    hits = list(check(page("<p>{{ a }}</p>" * 20), Options()))
    assert [hit.message for hit in hits] == ["unfilled-placeholder"] * 20


def test_a_page_of_nothing_but_broken_bytes_is_cut_in_linear_time() -> None:
    body = b"<!doctype html><meta charset=utf-8><p>" + b"\xff" * 200_000
    source, _ = cut(parse(Document("p.html", body)))
    assert "\ufffc" in source.decode() and "\ufffd" not in source.decode()[:1000]


@pytest.mark.parametrize(
    "holder", ["<p>{}</p>", '<img src="a.jpg" alt="{}">', '<script type="application/ld+json">["{}"]</script>']
)
def test_no_window_and_no_glance_cuts_a_leak_off(holder: str) -> None:
    for gap in range(2_960, 3_980, 5):
        # What is left open begins a window, and the leak stands where it may end.
        value = f"w {{{{ b {'word ' * (gap // 5)}{{{{ article.title | upper }}}} and {'word ' * 2_000}"
        assert "{{ article.title | upper }}" in texts(page(holder.format(value)))


def test_leaks_close_together_in_a_long_value_are_all_found() -> None:
    leaks_ = [f"{{{{ a{'b' * (number % 40)} }}}}" for number in range(400)]
    assert texts(page(f'<p title="{"word " * 2_000}{" ".join(leaks_)}">')) == leaks_


def test_what_runs_across_tags_is_told_once() -> None:
    shown = page(
        "<br />\n<b>Parse error</b>:  syntax error, unexpected token &quot;;&quot; in <b>/srv/www/story.php</b> on line <b>1</b><br />"
    )
    assert [leak.family.id for leak in leaks(shown)] == ["php-error"]


def test_a_cue_in_a_tags_name_hides_nothing_behind_it() -> None:
    assert texts(page("<p>On the quay</p><author>asdf</author>")) == ["asdf"]


def test_a_glance_between_two_attributes_hides_nothing_behind_it() -> None:
    data = b'<p><img alt="a" class="b" src="/media/undefined"></p>'
    looker = Looker(data)
    looker.look(data.index(b" class"))
    seen = looker.look(data.index(b"undefined"))
    assert isinstance(seen, Glance) and seen.attribute == "src"


def test_tags_within_an_address_are_part_of_it() -> None:
    assert texts(page('<a href="https://www.facebook.com/share.php?u=<url>">Share</a>')) == ["<url>"]


def test_an_attribute_without_quotes_keeps_those_that_it_holds() -> None:
    assert texts(page(r"<a href=\"/crane\" class=\"card\">The crane</a>")) == [r"\"/crane\""]


def test_mojibake_in_character_references_is_found() -> None:
    assert texts(page('<img src="/a.jpg" alt="The harbour&#226;&#8364;&#8482;s crane">')) == ["harbourâ€™s"]
