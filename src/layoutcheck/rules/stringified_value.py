"""A missing value or an object that was turned into words: ``undefined``, ``[object Object]``, a type name."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import hits

rule = Rule(
    summary="a missing value or an object was printed as words",
    severity=Severity.ERROR,
    messages={
        "stringified-value": '"{expression}" stands for a missing value ({certainty}; {engine})',
        "object-dump": '"{expression}" is an object printed as a programmer sees it ({certainty}; {engine})',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    yield from hits(page, "stringified-value", "stringified-value")
