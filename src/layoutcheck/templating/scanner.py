"""From a page to what its families match: scan, look at the value around each hit, match exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import islice
from operator import itemgetter, or_
from typing import Any

from turbohtml import Text

from layoutcheck.core import stopwatch
from layoutcheck.core.rule import Spot
from layoutcheck.core.severity import Severity
from layoutcheck.parse.block import TextBlock, single_spaced
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.glance import Glance
from layoutcheck.templating.matcher import MOST_HITS, Matcher, ValueMatcher, matcher
from layoutcheck.templating.reference import CODED
from layoutcheck.templating.sheet import Sheet, SourceSheet, TreeSheet
from layoutcheck.templating.spot import Holding, holding, is_json_ld
from layoutcheck.templating.value import all_values, matching_values

#: A longer value is matched in windows of this size around the hits.
WINDOW = 4000
#: No more matches than this of one family on one page.
MOST_MATCHES = 500
#: Nor are more than this judged: a page can be full of look-alikes.
MOST_JUDGED = 5000
#: Windows share so much of the value: what the end of one cuts off begins in the next.
_LONGEST = 500
#: In front of a window so much is seen of the value, by patterns and judges that look back.
_BEHIND = 100
_PATIENCE = 5_000_000
_UNTOLD = "templating.untold"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A family's match that its own judge let pass; the context has yet to speak."""

    family: Family
    candidate: Candidate
    spot: Spot
    severity: Severity


class Scanner:
    """Families compiled into one matcher.

    With ``decoded`` the scan runs over the tree's values, not the source: for patterns that were not written for it.
    Raises ValueError for a cue that no linear engine takes.
    """

    def __init__(self, families: Sequence[Family], *, decoded: bool = False) -> None:
        self.families = tuple(families)
        cues: dict[str, list[Family]] = {}
        for family in families:
            for cue in family.cues:
                cues.setdefault(cue, []).append(family)
        self._owners = [*cues.values()]
        self._json_owners = [[own for own in owners if own.where & Where.JSONLD] for owners in self._owners]
        self._coded = len(self._owners)
        self._where = reduce(or_, (family.where for family in families))
        self._matcher: Matcher = ValueMatcher([*cues]) if decoded else matcher([*cues, CODED])
        self._rank = {family.id: rank for rank, family in enumerate(families)}

    def scan(self, page: Page) -> list[Sighting]:
        """All sightings of the page, in no particular order; overlapping ones are settled."""
        sheet, hits = self.hits(page)
        found = _without_parts(page, self._settle(self._look(page, sheet, hits)))
        if len(hits) >= MOST_HITS and (spot := sheet.spot(hits[-1][1])):
            _give_up(page, spot)
        return found

    def hits(self, page: Page) -> tuple[Sheet, list[tuple[int, int]]]:
        """The one pass over the page: what was scanned, and which cue ends at which of its bytes."""
        if isinstance(self._matcher, ValueMatcher):
            tree = TreeSheet(matching_values(page, self._matcher, self._where), plain=True)
            found = list(islice(_each(tree, self._matcher), MOST_HITS))
            stopwatch.lap("pattern (all, looked for at once)")
            return tree, found
        if page.is_dump:
            tree = TreeSheet(all_values(page))
            return tree, self._matcher.scan(tree.data)
        source = SourceSheet(page)
        found = self._matcher.scan(source.data)
        if any(index == self._coded for index, _ in found):
            source.decode()
            found = self._matcher.scan(source.data)
        return source, found

    def _look(self, page: Page, sheet: Sheet, hits: list[tuple[int, int]]) -> Iterator[Sighting]:
        """The sightings around each hit, value by value."""
        reading = _Reading(page, sheet)
        done: dict[tuple[str, object, str | None, int], int] = {}
        found: Counter[str] = Counter()
        for index, offset in sorted(hits, key=itemgetter(1)):
            if index == self._coded or offset < reading.unread:
                continue
            owners = reading.worth(self._owners[index], self._json_owners[index], offset)
            held = reading.held(offset) if owners else None
            if held is None:
                continue
            for family in owners:
                if not held.where & family.where:
                    continue
                if found[family.id] >= MOST_MATCHES or reading.judged[family.id] >= MOST_JUDGED:
                    _give_up(page, Spot(held.node, held.attribute, reading.at))
                    continue
                key = (family.id, held.node, held.attribute, held.start)
                at, low, high = reading.at - held.start, 0, len(held.value)
                if high > 2 * WINDOW:
                    low = max(0, at - WINDOW // 2)
                    high = min(high, low + WINDOW)
                begin = max(low, done.get(key, 0))
                if (begin >= high and high) or at < done.get(key, 0):
                    continue
                if key not in done and family.denies(held.value):
                    done[key] = len(held.value)
                    continue
                done[key] = len(held.value) if family.once or high == len(held.value) else high - _LONGEST
                for sighting in _match(page, family, held, begin, high, reading.judged):
                    if found[family.id] >= MOST_MATCHES:
                        _give_up(page, sighting.spot)
                        break
                    found[family.id] += 1
                    done[key] = max(done[key], (sighting.spot.end or 0) - held.start)
                    yield sighting
                if family.linear:
                    stopwatch.lap(f"pattern {family.engines[0]}")

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


def _each(sheet: TreeSheet, matcher: ValueMatcher) -> Iterator[tuple[int, int]]:
    """Which pattern ends at which byte, value by value: of one that is matched as a whole the first will do."""
    for start, node, value in sheet.values():
        pieces = len(value) > 2 * WINDOW or (isinstance(node, Text) and is_json_ld(node.parent))
        for index, at in matcher.scan(value) if pieces else matcher.scan_once(value):
            yield index, start + at


def _without_parts(page: Page, found: list[Sighting]) -> list[Sighting]:
    """What a family finds across inline tags is told once: not again by words of it that stand in one of them."""
    told: dict[Any, list[tuple[Any, str]]] = {}
    for sighting in found:
        node, text = sighting.spot.node, sighting.candidate.text
        if sighting.family.wide and sighting.candidate.where is Where.TEXT and text not in node.data:
            block = block_of(page, node)
            for piece in block.pieces if block else ():
                told.setdefault(piece, []).append((sighting, text))
    if not told:
        return found
    return [
        sighting
        for sighting in found
        if not any(
            sighting is not other and sighting.family is other.family and single_spaced(sighting.candidate.text) in text
            for other, text in told.get(sighting.spot.node, ())
        )
    ]


class _Reading:
    """Goes along the hits of one page; asks the bytes first and the tree only when a value may match."""

    def __init__(self, page: Page, sheet: Sheet) -> None:
        self._page = page
        self._sheet = sheet
        #: Up to here nobody reads anything.
        self.unread = 0
        self._last = -1
        #: The node and attribute that the hit asked for last lies in, and what holds it there.
        self._value: tuple[Any, str | None] = (None, None)
        self._held: Holding | None = None
        #: Where in the node's text or attribute the hit is that was asked for last.
        self.at = 0
        #: How many characters of what lies around hits may yet be matched. On a page where they are many and far from
        #: any tag, each look at one takes longer than to read its value once for all.
        self._patience = _PATIENCE
        #: How many matches of each family were judged.
        self.judged: Counter[str] = Counter()

    def worth(self, families: Sequence[Family], in_json: Sequence[Family], offset: int) -> Sequence[Family]:
        """The families that may match at ``offset``: of ``in_json`` in JSON-LD, else of ``families``."""
        offset = self._sheet.inside(offset)
        if offset < self.unread:
            return ()
        if self._sheet.json_ld(offset):
            families = in_json
            if not families:
                return ()
        glance = self._sheet.glance(offset)
        if glance is None:
            return families
        if isinstance(glance, int):
            self.unread = glance
            return ()
        return [family for family in families if self._may_match(family, glance)]

    def held(self, offset: int) -> Holding | None:
        """What holds the text at ``offset``; None where nobody reads it."""
        offset = self._sheet.inside(offset)
        if offset != self._last:
            spot = self._sheet.spot(offset)
            value = (spot.node, spot.attribute) if spot else (None, None)
            # A script holds many values, and what stands between them.
            if value != self._value or (value[1] is None and (self._held is None or self._held.where & Where.JSONLD)):
                self._held = holding(self._page, spot) if spot else None
                self._value = value
            self._last, self.at = offset, spot.start if spot else 0
        return self._held

    def _may_match(self, family: Family, glance: Glance) -> bool:
        """Whether a family may match in one of the values, as far as they alone tell."""
        answer = glance.known.get(family.id)
        if answer is None and glance.json_ld and not (family.where & Where.JSONLD and glance.attribute):
            answer = bool(family.where & Where.JSONLD)
        if answer is None and self._patience < 0:
            return True
        if answer is None:
            answer = any(self._passes(family, glance, value) for value in glance.values())
            answer = answer or (family.wide and not glance.attribute and family.regex.search(glance.flow()) is not None)
            glance.known[family.id] = answer
        return answer

    def _passes(self, family: Family, glance: Glance, value: str) -> bool:
        self._patience -= len(value)
        if family.denies(value) or (len(value) <= 2 * WINDOW and family.regex.search(value) is None):
            return False
        places = (
            (Where.JSONLD,)
            if glance.json_ld
            else _places(glance.attribute)
            if glance.attribute
            else (Where.TITLE,)
            if glance.title
            else (Where.TEXT, Where.LABEL, Where.URL)
            if glance.quoted
            else (Where.TEXT, Where.LABEL)
        )
        places = tuple(where for where in places if where & family.where)
        if not places:
            return False
        if glance.attribute == "content" or len(value) > 2 * WINDOW or self.judged[family.id] >= MOST_JUDGED:
            return True  # whose judges need the meta's name; what is long is judged in windows, too much not at all
        for match in family.regex.finditer(value):
            self.judged[family.id] += 1
            for where in places:
                if family.judged(Candidate(value, match, where, glance.attribute)) is not Severity.OFF:
                    return True
        return False


@cache
def _places(attribute: str) -> tuple[Where, ...]:
    """The kinds of place that an attribute of this name can be."""
    if attribute == "content":
        return (Where.META, Where.URL)
    return (Where.LABEL, Where.URL, Where.DATE)


def _match(page: Page, family: Family, held: Holding, low: int, high: int, judged: Counter[str]) -> Iterator[Sighting]:
    """The sightings in a value that the family doesn't deny; of a long one its judges see the window alone."""
    found = False
    value, ahead = held.value, 0
    if len(value) > 2 * WINDOW:
        ahead = max(0, low - _BEHIND)
        value = value[ahead:high]
    for match in family.regex.finditer(value, low - ahead, high - ahead):
        if not match[0].strip():
            continue
        found = True
        judged[family.id] += 1
        candidate = Candidate(value, match, held.where, held.name, held.element)
        severity = family.judged(candidate)
        if severity is not Severity.OFF:
            start, end = candidate.span
            yield Sighting(family, candidate, held.spot(ahead + start, ahead + end), severity)
            if family.once:
                return
    if not found and family.wide and held.where is Where.TEXT:
        block = block_of(page, held.node)
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
                yield Sighting(family, candidate, block.spot(*candidate.span), severity)


def block_of(page: Page, node: Any) -> TextBlock | None:
    """The block of text that a text node belongs to, across inline tags."""
    return _blocks(page).get(node)


@once_a_page
def _blocks(page: Page) -> dict[Any, TextBlock]:
    """The block of each text node that is in one."""
    return {piece: block for block in page.blocks for piece in block.pieces}


def _give_up(page: Page, spot: Spot) -> None:
    """Keep where the first thing stands that is neither told nor judged: a few characters from just before a spot."""
    page.cache.setdefault(_UNTOLD, Spot(spot.node, spot.attribute, max(0, spot.start - 1), spot.start + 20))


def untold(page: Page) -> Spot | None:
    """Where the page was found too full of leaks or look-alikes for all of them to be told; None for nearly all."""
    spot: Spot | None = page.cache.get(_UNTOLD)
    return spot


@cache
def built_in() -> Scanner:
    """The scanner of all families; made once a process."""
    from layoutcheck.templating.families import FAMILIES

    return Scanner(FAMILIES)
