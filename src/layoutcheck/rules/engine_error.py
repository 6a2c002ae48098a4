"""An error of an engine, a plugin or the server, printed for readers."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import hits

rule = Rule(
    summary="an error of an engine, plugin or server is printed on the page",
    severity=Severity.ERROR,
    messages={
        "printed-error": 'error printed on the page: "{expression}" ({certainty}; {engine})',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    yield from hits(page, "engine-error", "printed-error")
