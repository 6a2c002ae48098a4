"""From a page to what its families match: scan, look at the value around each hit, match exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from layoutcheck.core.rule import Spot
from layoutcheck.core.severity import Severity
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.page import Page
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.matcher import Matcher, matcher
from layoutcheck.templating.sheet import Sheet, SourceSheet, TreeSheet
from layoutcheck.templating.spot import Holding, holding

#: Punctuation of which placeholders are made, written as character references: such pages are scanned decoded.
CODED = (
    r"&#(?:0*(?:35|36|37|60|91|123)|[xX]0*(?:2[345]|3[cC]|5[bB]|7[bB]));?"
    r"|&(?:lbrace|lcub|lbrack|lsqb|percnt|dollar|num);"
)
#: A longer value is matched in windows of this size around the hits.
WINDOW = 4000
#: No more matches than this of one family on one page.
MOST_MATCHES = 500


@dataclass(frozen=True, slots=True)
class Sighting:
    """A family's match that its own judge let pass; the context has yet to speak."""

    family: Family
    candidate: Candidate
    spot: Spot
    severity: Severity


class Scanner:
    """Families compiled into one matcher."""

    def __init__(self, families: Sequence[Family]) -> None:
        self.families = tuple(families)
        cues: dict[str, list[Family]] = {}
        for family in families:
            for cue in family.cues:
                cues.setdefault(cue, []).append(family)
        self._owners = [*cues.values()]
        self._coded = len(self._owners)
        self._matcher: Matcher = matcher([*cues, CODED])
        self._rank = {family.id: rank for rank, family in enumerate(families)}

    def scan(self, page: Page) -> list[Sighting]:
        """All sightings of the page, in no particular order; overlapping ones are settled."""
        sheet: Sheet = TreeSheet(page) if page.is_dump else SourceSheet(page)
        hits = self._matcher.scan(sheet.data)
        if not page.is_dump and any(index == self._coded for index, _ in hits):
            sheet = TreeSheet(page)
            hits = self._matcher.scan(sheet.data)
        return self._settle(self._look(page, sheet, hits))

    def _look(self, page: Page, sheet: Sheet, hits: list[tuple[int, int]]) -> Iterator[Sighting]:
        done: dict[tuple[str, object, str | None, int], int] = {}
        counts: dict[str, int] = {}
        last, held, at = -1, None, 0
        for index, offset in sorted(hits, key=lambda hit: hit[1]):
            if index == self._coded:
                continue
            if offset != last:
                spot = sheet.spot(offset)
                held = holding(page, spot) if spot else None
                last, at = offset, spot.start if spot else 0
            if held is None:
                continue
            for family in self._owners[index]:
                if not held.where & family.where or counts.get(family.id, 0) >= MOST_MATCHES:
                    continue
                key = (family.id, held.node, held.attribute, held.start)
                low, high = 0, len(held.value)
                if high > 2 * WINDOW:
                    low = max(0, at - held.start - WINDOW // 2)
                    high = min(high, low + WINDOW)
                begin = max(low, done.get(key, 0))
                if begin >= high and high:
                    continue
                done[key] = high
                for sighting in _match(page, family, held, begin, high):
                    counts[family.id] = counts.get(family.id, 0) + 1
                    yield sighting

    def _settle(self, sightings: Iterator[Sighting]) -> list[Sighting]:
        """Of overlapping matches keep the one that begins first, is longest, and whose family stands first."""
        by_value: dict[tuple[object, str | None], list[Sighting]] = {}
        for sighting in sightings:
            by_value.setdefault((sighting.spot.node, sighting.spot.attribute), []).append(sighting)
        kept: list[Sighting] = []
        for group in by_value.values():
            group.sort(key=lambda s: (s.spot.start, -(s.spot.end or 1 << 60), s.severity.rank, self._rank[s.family.id]))
            reach = -1
            for sighting in group:
                if sighting.spot.start >= reach:
                    kept.append(sighting)
                    reach = sighting.spot.end or 1 << 60
        return kept


def _match(page: Page, family: Family, held: Holding, low: int, high: int) -> Iterator[Sighting]:
    found = False
    for match in family.regex.finditer(held.value, low, high):
        text = match[0]
        if not text.strip():
            continue
        found = True
        candidate = Candidate(held.value, match, held.where, held.name, held.element)
        severity = family.severity(candidate)
        if severity is not Severity.OFF:
            lead = len(text) - len(text.lstrip())
            start = match.start() + lead
            yield Sighting(family, candidate, held.spot(start, start + len(text.strip())), severity)
    if not found and family.wide and held.where is Where.TEXT:
        block = _block(page, held)
        if block is None or len(block.pieces) < 2 or len(block.text) > 2 * WINDOW:
            return
        seen = page.cache.setdefault("templating.wide", set())
        if (family.id, block.pieces[0]) in seen:
            return
        seen.add((family.id, block.pieces[0]))
        for match in family.regex.finditer(block.text):
            candidate = Candidate(block.text, match, held.where, held.name, held.element)
            severity = family.severity(candidate)
            if severity is not Severity.OFF and match[0].strip():
                yield Sighting(family, candidate, block.spot(match.start(), match.end()), severity)


def _block(page: Page, held: Holding) -> TextBlock | None:
    """The block of text that a text node belongs to, across inline tags."""
    known = page.cache.get("templating.blocks")
    if known is None:
        known = page.cache["templating.blocks"] = {piece: block for block in page.blocks for piece in block.pieces}
    block: TextBlock | None = known.get(held.node)
    return block


@cache
def built_in() -> Scanner:
    """The scanner of all families; made once a process."""
    from layoutcheck.templating.families import FAMILIES

    return Scanner(FAMILIES)
