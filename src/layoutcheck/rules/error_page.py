"""A server's page instead of a story."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.server_page import find_server_page
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the page is a server's error page, not a story",
    severity=Severity.ERROR,
    messages={
        "server": 'the page is no story but an error that a server tells: "{text}"',
        "default": 'the page is no story but what a server shows where it has no page: "{text}"',
        "custom": Message('the page has no story and says that it was not found: "{text}"', Severity.WARNING),
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell a server's own page of an error, and a site's."""
    found = find_server_page(page)
    if found is not None:
        yield Hit(found.kind, found.spot, {"text": found.text}, evidence=found.kind, cause=found.text[:80])
