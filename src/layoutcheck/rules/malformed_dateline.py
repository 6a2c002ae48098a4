"""A dateline that is there and broken: a part lost, a value unfilled, glued to the text."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.model.demand import Demand, missing_dateline
from layoutcheck.newsroom.dateline.broken import broken_openings
from layoutcheck.newsroom.dateline.fault import Fault, faults_of
from layoutcheck.newsroom.dateline.finder import find_dateline
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a dateline is half filled, lacks a part that is demanded, or runs into the text",
    severity=Severity.WARNING,
    messages={
        "no-source": 'dateline "{text}" has {lacks}',
        "no-place": 'dateline "{text}" has {lacks}',
        "unfilled": 'dateline "{text}" has an unfilled value: {detail}',
        "half-filled": 'dateline "{text}" is half filled: {detail}',
        "impossible-date": 'dateline "{text}" has an impossible date: {detail}',
        "lost-part": 'dateline "{text}" lacks a part: nothing stands behind "{detail}"',
        "unbalanced": 'dateline "{text}" has a bracket that is open on one side of "{detail}"',
        "twice": 'dateline "{text}" says "{detail}" twice',
        "glued": 'dateline "{text}" is glued to the text: no space before "{detail}"',
        "lost-dash": 'the dash behind the dateline "{text}" is lost: "{detail}" stands there',
    },
)
#: Of these the detail says what the template lacks, and is the same on every page of it.
_TELLING = frozenset({"unfilled", "half-filled", "lost-part"})
_CERTAIN = frozenset({"unfilled", "half-filled", "impossible-date"})


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell what a schema demands of the dateline and is not there, and what is broken in it whatever is demanded."""
    demanded = list(_demanded(page))
    yield from demanded
    found = find_dateline(page)
    if found is not None:
        for fault in faults_of(found.block.text, found.dateline):
            yield _hit(fault, found.block.spot(fault.start, fault.end))
    lost = missing_dateline(page.demands)
    for fault, block in broken_openings(page):
        if not any(hit.at.node in block.pieces for hit in demanded):  # what is lost there is told already
            yield _hit(fault, block.spot(fault.start, fault.end), lost)


def _hit(fault: Fault, spot: Spot, lost: Demand | None = None) -> Hit:
    """``lost`` is the demand of a dateline that cannot be read for its fault: the fault weighs as much."""
    severity = Severity.ERROR if fault.message in _CERTAIN else None
    if severity is None and lost is not None:
        severity = lost.severity
    data = {"text": fault.text, "detail": fault.detail}
    cause = fault.detail if fault.message in _TELLING else ""
    return Hit(fault.message, spot, data, severity=severity, evidence=fault.text, cause=cause)


def _demanded(page: Page) -> Iterator[Hit]:
    """The lost parts, told once: source and place name what is missing beside them."""
    lost: dict[str, Demand] = {
        demand.pointer.rpartition("/")[2]: demand
        for demand in page.demands
        if demand.kind == "dateline"
        and demand.pointer.startswith("/dateline/")
        and demand.keyword in ("required", "minLength")
    }
    dateline = page.data.get("dateline", {})
    text = str(dateline.get("text", "")) if isinstance(dateline, dict) else str(dateline)
    missing: list[str] = [name for name in ("source", "place") if name in lost]
    dated = (isinstance(dateline, dict) and "date" in dateline) or "published" in page.data
    for name in missing or (["date"] if "date" in lost else []):
        demand = lost[name]
        lacks = f"no {name} and no date" if name != "date" and not dated else f"no {name}"
        data = {"text": text, "lacks": lacks, "detail": f"it has {lacks}, which the schema demands", **demand.source}
        spot = page.spot("/dateline") or demand.spot
        message = "half-filled" if name == "date" else f"no-{name}"
        yield Hit(message, spot, data, severity=demand.severity, evidence=f"/dateline/{name} {text}")
