"""``[[ignore]]`` tables: rules, paths and selectors in the configuration."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from test_comment import finding, page_of

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import PageReport, Place
from layoutcheck.suppress.page import UNUSED, suppress, unused_suppressions

SOURCE = "<body><main>{{a}}</main><aside class=ads><p title='{{b}}'>{{c}}<p>{{d}}</aside><footer>{{e}}</footer>"


@dataclass(frozen=True)
class Ignore:
    rules: tuple[str, ...] = ()
    selector: str = ""
    origin: str = "layoutcheck.toml:12"


def suppressed(*ignores: Ignore) -> str:
    page = page_of(SOURCE)
    report = PageReport("a.html", tuple(finding(page, f"{{{{{name}}}}}") for name in "abcde"))
    return "".join(found.text[2] for found in suppress(page, report, ignores).suppressed)


def test_covers_the_page_when_no_selector_is_given() -> None:
    assert suppressed(Ignore(rules=("placeholder-leak",))) == "abcde"
    assert suppressed(Ignore(rules=("other",))) == ""


def test_covers_the_page_from_its_first_character_to_its_end() -> None:
    page = page_of("{{a}} b")
    at_the_end = replace(finding(page, "b"), place=Place("a.html", 1, 8, 1, 8))
    report = suppress(page, PageReport("a.html", (finding(page, "{{a}}"), at_the_end)), [Ignore()])
    assert len(report.suppressed) == 2


def test_covers_the_elements_that_a_selector_matches_with_all_that_is_in_them() -> None:
    assert suppressed(Ignore(selector=".ads")) == "bcd"
    assert suppressed(Ignore(selector=".ads p:first-child, footer")) == "bce"


def test_is_told_when_it_suppresses_nothing() -> None:
    page = page_of(SOURCE)
    facts = suppress(page, PageReport("a.html"), [Ignore(selector="nav")]).facts[UNUSED]
    (note,) = unused_suppressions([("a.html", facts)])
    place = note.place
    assert (place.uri, place.line, place.column, place.end_line, place.end_column) == ("layoutcheck.toml", 12, 1, 12, 1)
    assert note.text == '"[[ignore]] in nav" suppresses nothing'


def test_names_the_line_of_a_selector_that_cannot_be_read() -> None:
    with pytest.raises(UserError, match=r'layoutcheck\.toml:12: this is no selector: "p\[\["'):
        suppressed(Ignore(selector="p[["))
