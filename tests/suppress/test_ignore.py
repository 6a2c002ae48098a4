"""``[[ignore]]`` tables: rules, paths and selectors in the configuration."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from test_comment import finding, page_of

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import PageReport
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


def test_covers_the_elements_that_a_selector_matches_with_all_that_is_in_them() -> None:
    assert suppressed(Ignore(selector=".ads")) == "bcd"
    assert suppressed(Ignore(selector=".ads p:first-child, footer")) == "bce"


def test_is_told_when_it_suppresses_nothing() -> None:
    page = page_of(SOURCE)
    facts = suppress(page, PageReport("a.html"), [Ignore(selector="nav")]).facts[UNUSED]
    (note,) = unused_suppressions([("a.html", facts)])
    assert (note.place.uri, note.place.line) == ("layoutcheck.toml", 12)
    assert note.text == '"[[ignore]] in nav" suppresses nothing'


def test_names_the_line_of_a_selector_that_cannot_be_read() -> None:
    with pytest.raises(UserError, match=r'layoutcheck\.toml:12: this is no selector: "p\[\["'):
        suppressed(Ignore(selector="p[["))
