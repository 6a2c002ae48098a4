"""A story without the dateline that its schema or the configuration expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from layoutcheck.core.rule import Hit, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.core.shortened import shortened
from layoutcheck.model.anchor import anchor
from layoutcheck.model.demand import Demand, missing_dateline
from layoutcheck.model.kinds import find_kind
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
        "unmatched": "the dateline is missing{tried}{nearly}",
        "unselected": 'the dateline is missing{tried}, though "{found}" reads as one{nearly}',
        "told": "{text}",
    },
    options=Options,
)


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Tell the lack at the story's first paragraph, where the dateline would stand."""
    demand = missing_dateline(page.demands)
    if demand is None and (not options.expected or "dateline" in page.data):
        return
    if broken_openings(page):  # it is there and broken, which malformed-dateline tells
        return
    first = page.spot("/body/0") or _first_paragraph(page)
    spot = first or anchor(page, "/body/0")
    opening = page.text(spot) if first else ""
    told = " ".join(opening.split())
    hit = Hit("missing", spot, {"opening": shortened(told, _OPENING)})
    hit = _demanded(page, demand, hit) if demand is not None else hit
    yield replace(hit, evidence="/dateline required", placeless=hit.at == spot)


def _first_paragraph(page: Page) -> Spot | None:
    """Where the story begins, for a schema that does not speak of its body."""
    body = find_kind(page, "body")
    return body.value[0].spot if body is not None and body.value else None


def _demanded(page: Page, demand: Demand, hit: Hit) -> Hit:
    """What is told where a schema demands a dateline: with a selector of its own that may be at fault."""
    message, spot = hit.message, hit.at
    data = {**hit.data, "selector": demand.expected, **demand.words}
    if "held" in demand.data:
        spot = demand.spot
    if demand.expected:
        message = "unmatched"
        if (seen := find_dateline(page)) is not None:
            message, data["found"] = "unselected", seen.dateline.text
            if (start := seen.block.text.find(seen.dateline.text)) >= 0:
                spot = seen.block.spot(start, start + len(seen.dateline.text))
    return Hit("told" if demand.message else message, spot, data, demand.also, demand.severity)
