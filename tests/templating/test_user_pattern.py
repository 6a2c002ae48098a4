"""Patterns of the user's own: exact, in the places asked for, told when they can't be used, never slow."""

from dataclasses import dataclass

import pytest
from leak_pages import page

from layoutcheck.core.errors import UserError
from layoutcheck.templating.user_pattern import check_patterns, own_leaks


@dataclass(frozen=True)
class Pattern:
    regex: str
    where: tuple[str, ...] = ()
    name: str = "ticket"
    severity: str = "warning"
    message: str = ""
    origin: str = "layoutcheck.toml:7"


def matches(regex: str, html: str, *where: str) -> list[tuple[str, str | None]]:
    return [(leak.text, leak.where.name) for leak, _ in own_leaks(page(html), (Pattern(regex, where),))]


def test_finds_in_all_places_that_are_read() -> None:
    html = '<p title="HB-12 é HB-13">ü &amp; HB-99 <code>HB-1</code></p><script>HB-5</script><a href="/HB-7">x</a>'
    assert matches(r"HB-\d+", html) == [("HB-12", "LABEL"), ("HB-13", "LABEL"), ("HB-99", "TEXT"), ("HB-7", "URL")]


def test_keeps_to_the_places_asked_for() -> None:
    assert matches(r"HB-\d+", '<p title="HB-12">HB-13</p>', "label") == [("HB-12", "LABEL")]


def test_anchors_mean_the_value() -> None:
    assert matches(r"^crane$", "<p>crane</p><p>old crane</p>") == [("crane", "TEXT")]


def test_is_quick_whatever_the_pattern() -> None:
    assert matches(r"(a+)+$", f"<p>{'a' * 50_000}b</p>") == []


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (Pattern("(?=x)y"), "look-around"),
        (Pattern("a*"), "matches the empty text"),
        (Pattern("(x"), "missing"),
        (Pattern("x", ("lable",)), 'did you mean "label"'),
    ],
)
def test_a_pattern_that_cannot_be_used_is_told_with_its_place(pattern: Pattern, told: str) -> None:
    with pytest.raises(UserError, match=r"layoutcheck\.toml:7") as error:
        list(own_leaks(page("<p>x</p>"), (pattern,)))
    assert told in str(error.value)
    with pytest.raises(UserError):
        check_patterns((pattern,))
