"""A date that stands for no date: the epoch, a smallest value, a failed conversion."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import hits

rule = Rule(
    summary="a date stands for no date",
    severity=Severity.ERROR,
    messages={
        "impossible-date": '"{expression}" is no date of this page ({certainty}; {engine})',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    yield from hits(page, "impossible-date", "impossible-date")
