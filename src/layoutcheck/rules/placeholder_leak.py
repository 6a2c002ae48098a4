"""A template's placeholder that reached the reader, by any engine, and what the user's own patterns match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from layoutcheck.core.rule import Hit, Message, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.core.site import Pattern
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import Intended, hit, hits
from layoutcheck.templating.scanner import untold


@dataclass(frozen=True, slots=True)
class Options(Intended):
    """What this site means to print, and what else it never means to."""

    #: Further regular expressions (RE2's syntax) that must match nowhere; for more, ``[[patterns]]``.
    patterns: tuple[str, ...] = ()


rule = Rule(
    summary="a template's placeholder reached the reader",
    severity=Severity.ERROR,
    messages={
        "unfilled-placeholder": 'placeholder "{expression}" was never filled ({certainty}; {engine})',
        "own-pattern": "{told}",
        "too-many": Message(
            'the page is so full of the like of "{expression}" that not all of it is told', Severity.INFO
        ),
    },
    options=Options,
)


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Tell each leaked placeholder, an error where no healthy page has it; then what the user's patterns match.

    What a pattern of the user's covers is told by it alone: who wrote it knows the token and how bad it is. A page that
    is full of leaks or look-alikes, of whichever rule, is not told of to its end: that is told too.
    """
    own = list(_own(page, options))
    for found in hits(page, "placeholder-leak", "unfilled-placeholder", options.ignore):
        if not any(_covers(theirs.at, found.at) for theirs in own):
            yield found
    yield from own
    if spot := untold(page):
        yield Hit("too-many", spot, {"expression": page.text(spot)}, cause="too-many")


def _own(page: Page, options: Options) -> Iterator[Hit]:
    """What the patterns of the options and of the configuration match."""
    patterns = (*(Pattern(regex, regex) for regex in options.patterns), *page.site.patterns)
    if patterns:
        from layoutcheck.templating.user_pattern import own_leaks

        for leak, pattern in own_leaks(page, patterns):
            found = hit(leak, "own-pattern")
            expression = found.data["expression"]
            told = pattern.message or f'"{expression}" matches the pattern "{pattern.name}"'
            yield replace(found, data={**found.data, "told": told}, cause=f"{pattern.name} {leak.cause}"[:200])


def _covers(outer: Spot, inner: Spot) -> bool:
    """Whether one stretch of a value holds another."""
    same = outer.node == inner.node and outer.attribute == inner.attribute and not (outer.until or inner.until)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return same and ends and outer.start <= inner.start
