"""Patterns of the user's own: exact, in the places asked for, told when they can't be used, never slow."""

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st
from leak_pages import page

from layoutcheck.core import stopwatch
from layoutcheck.core.errors import UserError
from layoutcheck.core.severity import Severity
from layoutcheck.core.site import Pattern
from layoutcheck.templating.scanner import MOST_MATCHES
from layoutcheck.templating.user_pattern import check_patterns, own_leaks
from layoutcheck.templating.value import all_values


def ticket(regex: str, *where: str) -> Pattern:
    return Pattern("ticket", regex, where, Severity.WARNING, origin="layoutcheck.toml:7")


def matches(regex: str, html: str, *where: str) -> list[tuple[str, str | None]]:
    return [(leak.text, leak.where.name) for leak, _ in own_leaks(page(html), (ticket(regex, *where),))]


def test_finds_in_all_places_that_are_read() -> None:
    html = '<p title="HB-12 é HB-13">ü &amp; HB-99 <code>HB-1</code></p><script>HB-5</script><a href="/HB-7">x</a>'
    assert matches(r"HB-\d+", html) == [("HB-12", "LABEL"), ("HB-13", "LABEL"), ("HB-99", "TEXT"), ("HB-7", "URL")]


def test_keeps_to_the_places_asked_for() -> None:
    assert matches(r"HB-\d+", '<p title="HB-12">HB-13</p>', "label") == [("HB-12", "LABEL")]


def test_anchors_mean_the_value() -> None:
    assert matches(r"^crane$", "<p>crane</p><p>old crane</p>") == [("crane", "TEXT")]


@pytest.mark.parametrize(
    ("regex", "text"),
    [
        (r"\x{2019}", "’"),
        (r"\pL{4}", "éééé"),
        ("(?i)ÉLAN", "élan"),
        ("[^’]’élan", "l’élan"),
        (r"(?P<leak>[a-z]’)é", "l’"),
        (r"\Aune l.*z\z", "une l’élan éééé z"),
        ("l[^!]*z", "l’élan éééé z"),
    ],
)
def test_reads_characters_value_by_value(regex: str, text: str) -> None:
    assert (text, "TEXT") in matches(regex, "<p>l</p><p>une l’élan éééé z</p><p>z</p>")


def test_of_several_named_groups_the_first_that_matched_is_told() -> None:
    assert matches("(?P<old>crane)-[0-9]|(?P<new>barge)-[0-9]", "<p>barge-1 crane-2</p>") == [
        ("barge", "TEXT"),
        ("crane", "TEXT"),
    ]


#: Pieces of a page: text and attributes that match, stray tags that join texts, references, lines, a value of its own.
PIECES = st.lists(
    st.sampled_from(
        ["ab", "a", "b-", '"', "é", "\n", " ", "&amp;", "&#97;b", "</i>", "<p>", "</p>", "<b>", "<td>", "<!---->",
         '<i title="ab">', "<a href=/b-ab>", "<img alt='\"'>", "<script>ab</script>", "<h2>\n", "<table>", "</table>"]
    ), max_size=80,
)  # fmt: skip
REGEXES = ["ab", "^ab$", r"\Aa", r"b\z", r"\bab\b", r"a\W*b", '"', "é", "[^a]b", r"(?-m)^a$|-", "(?P<leak>b)-", r"\Qab"]


@given(PIECES, st.sampled_from(REGEXES))
def test_matches_are_those_of_each_value_for_itself(pieces: list[str], regex: str) -> None:
    read = page("".join(pieces))
    asked = Pattern(regex, regex, ("text", "label", "url"))
    told = {(leak.spot.node, leak.spot.attribute, leak.spot.start) for leak, _ in own_leaks(read, (asked, asked))}
    group = 1 if "(?P" in regex else 0
    assert told == {
        (node, name, match.start(group))
        for node, name, value in all_values(read)
        if getattr(node.parent, "tag", "") != "title"
        for match in re2.finditer(regex, value)
    }


def test_what_ends_on_a_quote_is_found_in_its_own_value() -> None:
    assert matches('"', "<p>one</p><p>\"</p><p title='\"'>two</p>") == [('"', "TEXT"), ('"', "LABEL")]


def test_is_quick_whatever_the_pattern() -> None:
    assert matches(r"(a+)+$", f"<p>{'a' * 50_000}b</p>") == []
    assert len(matches("(" * 100 + "a" + ")" * 100, f"<p>{'a' * 20_000}</p>")) == MOST_MATCHES


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (ticket("(?=x)y"), "look-around"),
        (ticket("a*"), "matches the empty text"),
        (ticket("(x"), "missing"),
        (ticket("x", "lable"), 'did you mean "label"'),
    ],
)
def test_a_pattern_that_cannot_be_used_is_told_with_its_place(pattern: Pattern, told: str) -> None:
    with pytest.raises(UserError, match=r"layoutcheck\.toml:7") as error:
        list(own_leaks(page("<p>x</p>"), (pattern,)))
    assert told in str(error.value)
    with pytest.raises(UserError):
        check_patterns((pattern,))


def test_each_patterns_matches_are_timed_and_the_look_for_all_of_them() -> None:
    stopwatch.start()
    try:
        list(own_leaks(page("<p>HB-1</p>"), (Pattern("ticket", r"HB-\d"), Pattern("rare", "never"))))
        assert set(stopwatch.take()) == {"pattern (all, looked for at once)", "pattern ticket"}
    finally:
        stopwatch.stop()
