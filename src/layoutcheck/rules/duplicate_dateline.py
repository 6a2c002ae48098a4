"""The dateline twice: once from the agency's feed, once from the template."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.dateline.finder import find_dateline, literal_repetitions, repeated_datelines
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the dateline stands twice",
    severity=Severity.WARNING,
    messages={"twice": 'dateline "{text}" stands twice, first as "{first}"'},
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each second dateline of the same place, with the first one beside it."""
    for block, match in literal_repetitions(page):
        yield Hit(
            "twice",
            block.spot(*match.span("second")),
            {"text": match["second"], "first": match["first"]},
            (block.spot(*match.span("first")),),
            evidence=match["second"],
        )
        return
    found = find_dateline(page)
    if found is None:
        return
    first = found.block.spot(found.dateline.start, found.dateline.end)
    for again in repeated_datelines(page, found):
        spot = again.block.spot(again.dateline.start, again.dateline.end)
        if again.where == "line":  # it stands before the one in the story
            data = {"text": found.dateline.text, "first": again.dateline.text}
            yield Hit("twice", first, data, (spot,), evidence=found.dateline.text)
        else:
            data = {"text": again.dateline.text, "first": found.dateline.text}
            yield Hit("twice", spot, data, (first,), evidence=again.dateline.text)
