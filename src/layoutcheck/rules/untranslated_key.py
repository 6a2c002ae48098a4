"""A message key where its message should stand."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import Intended, hits

rule = Rule(
    summary="a message key stands where its message should",
    severity=Severity.ERROR,
    messages={
        "untranslated-key": 'message key "{expression}" was never translated ({certainty}; {engine})',
    },
    options=Intended,
)


def check(page: Page, options: Intended) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    yield from hits(page, "untranslated-key", "untranslated-key", options.ignore)
