"""Text read in the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import hits

rule = Rule(
    summary="text was read in the wrong encoding",
    severity=Severity.ERROR,
    messages={
        "mojibake": '"{expression}" was read in the wrong encoding',
        "replacement-character": '"{expression}" has lost a character',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    yield from hits(page, "mojibake", "mojibake")
