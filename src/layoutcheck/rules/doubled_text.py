"""A headline, summary or caption that says the same twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.fold import fold
from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.repetition.within import said_twice
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a text says the same twice in a row",
    severity=Severity.WARNING,
    messages={"twice": 'the text "{text}" stands twice in a row'},
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell the second half of each such text, with the first one beside it."""
    for found in said_twice(page):
        yield Hit("twice", found.second, {"text": found.text}, (found.first,), evidence=fold(found.text))
