"""A paragraph of the story stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.fold import fold
from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.repetition.body import repeated_paragraphs
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a paragraph of the story stands twice",
    severity=Severity.WARNING,
    messages={"repeated": 'the paragraph "{text}" stands twice'},
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each second copy, with the first one beside it."""
    for found in repeated_paragraphs(page):
        yield Hit("repeated", found.second, {"text": found.text}, (found.first,), evidence=fold(found.text))
