"""A byline that is there and broken: no name in it, a name lost behind "and", a value unfilled."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.byline.unfilled import half_filled_lines
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a byline is half filled",
    severity=Severity.WARNING,
    messages={
        "nameless": 'byline "{text}" has no name behind "{detail}"',
        "open": 'byline "{text}" has nobody behind "{detail}"',
        "empty": 'byline "{text}" has nothing within "{detail}"',
        "twice": 'byline "{text}" says "{detail}" twice',
        "unfilled": Message('byline "{text}" has an unfilled value: {detail}', Severity.ERROR),
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell what the lines between headline and story lack that say "By" in one of the press's languages."""
    for block, fault in half_filled_lines(page):
        data = {"text": block.text, "detail": fault.detail}
        yield Hit(fault.message, block.spot(0, len(block.text)), data, evidence=block.text, cause=fault.detail)
