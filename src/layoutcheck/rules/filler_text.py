"""Text that keeps a place until the real one comes, and was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import hits

rule = Rule(
    summary="filler text or a file name was published",
    severity=Severity.ERROR,
    messages={
        "filler-text": 'filler text "{expression}" was published ({certainty}; {engine})',
        "file-name": 'the file name "{expression}" stands where a title or caption should',
        "local-address": 'the address "{expression}" leads to {engine}, not to the site ({certainty})',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    yield from hits(page, "filler-text", "filler-text")
