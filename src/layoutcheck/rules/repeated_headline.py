"""The headline stands again between itself and the story."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.repetition.body import repeated_headline
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the headline stands again between itself and the story",
    severity=Severity.WARNING,
    messages={"repeated": 'the headline "{text}" stands again before the story'},
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell the second copy, with the headline beside it."""
    found = repeated_headline(page)
    if found is not None:
        yield Hit("repeated", found.second, {"text": found.text}, (found.first,), evidence=fold_unquoted(found.text))
