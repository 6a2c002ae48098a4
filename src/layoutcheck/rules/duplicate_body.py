"""The story stands twice in the page."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.repetition.body import repeated_bodies
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the story stands twice in the page",
    severity=Severity.WARNING,
    messages={
        "repeated": "{paragraphs} paragraphs of the story ({characters} characters) stand in the page a second time"
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell the begin of each second copy, with the begin of the first beside it."""
    for found in repeated_bodies(page):
        data = {"paragraphs": found.paragraphs, "characters": found.characters, "text": found.text}
        yield Hit("repeated", found.second, data, (found.first,))
