"""A story without the dateline that its schema or the configuration expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.model.demand import anchor
from layoutcheck.newsroom.dateline.broken import broken_openings
from layoutcheck.newsroom.dateline.finder import find_dateline
from layoutcheck.parse.page import Page

_OPENING = 60


@dataclass(frozen=True, slots=True)
class Options:
    """Options of missing-dateline."""

    #: Expect a dateline on every page, whatever its schema says.
    expected: bool = False


rule = Rule(
    summary="a story lacks the dateline that is expected of it",
    severity=Severity.ERROR,
    messages={
        "missing": 'the story has no dateline: it begins "{opening}"',
        "unselected": 'the dateline is missing: nothing matches "{selector}", though "{found}" reads as one',
    },
    options=Options,
)


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Tell the lack at the story's first paragraph, where the dateline would stand."""
    demand = next((d for d in page.demands if d.pointer == "/dateline" and d.keyword == "required"), None)
    if demand is None and (not options.expected or "dateline" in page.data):
        return
    if broken_openings(page):  # it is there and broken, which malformed-dateline tells
        return
    spot = anchor(page, "/body/0")
    opening = page.text(spot) if page.spot("/body/0") else ""
    told = " ".join(opening.split())
    data = {"opening": told if len(told) <= _OPENING else f"{told[: _OPENING - 1]}…"}
    if demand is not None:
        data |= demand.source
    seen = find_dateline(page) if demand is not None and demand.expected else None
    if demand is not None and seen is not None:  # the selector is at fault, or what it names
        text = seen.dateline.text
        data |= {"selector": demand.expected, "found": text}
        if (start := seen.block.text.find(text)) >= 0:
            spot = seen.block.spot(start, start + len(text))
        yield Hit("unselected", spot, data, severity=demand.severity, evidence="/dateline required")
        return
    severity = demand.severity if demand else None
    yield Hit("missing", spot, data, severity=severity, evidence="/dateline required", placeless=True)
