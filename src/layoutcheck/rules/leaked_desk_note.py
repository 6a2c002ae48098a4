"""A note of the news desk that readers should not see."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.desk_note import find_notes
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a note of the news desk is shown to readers",
    severity=Severity.WARNING,
    messages={
        "editors": 'a note to editors is shown to readers: "{text}"',
        "advisory": 'the wire\'s advisory is shown to readers: "{text}"',
        "embargo": 'an embargo is shown to readers: "{text}"',
        "slug": 'the story\'s slug is shown to readers: "{text}"',
        "working-note": 'a working note of the desk is shown to readers: "{text}"',
        "sign-off": Message('the desk\'s sign-off is shown to readers: "{text}"', Severity.INFO),
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell the desk's notes in header and story."""
    for note in find_notes(page):
        yield Hit(note.kind, note.spot, {"text": note.text}, cause=note.kind)
