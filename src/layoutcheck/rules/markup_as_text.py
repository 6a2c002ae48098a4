"""Markup where only text can stand."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import hits

rule = Rule(
    summary="markup is shown as text",
    severity=Severity.WARNING,
    messages={
        "markup-as-text": 'markup "{expression}" is shown as text',
        "shared-markup": 'a share link passes markup "{expression}" on as text',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    yield from hits(page, "markup-as-text", "markup-as-text")
