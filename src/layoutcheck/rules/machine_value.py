"""A value for machines, or a field's name, shown to readers."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.machine_text import find_machine_texts
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a value for machines is shown to readers",
    severity=Severity.WARNING,
    messages={
        "field": 'a field\'s name and its raw value are shown to readers: "{text}"',
        "raw-date": 'a date in a machine\'s form is shown to readers: "{text}"',
        "timestamp": 'a count of seconds since 1970 is shown to readers: "{text}"',
        "unformatted": Message(
            'a date in a machine\'s form stands here for a script to rewrite: "{text}"', Severity.INFO
        ),
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell raw dates, timestamps and field names in title and header."""
    for found in find_machine_texts(page):
        yield Hit(found.kind, found.spot, {"text": found.text}, cause=found.cause)
