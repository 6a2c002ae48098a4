"""The leaks of a page: what its families match and its context doesn't excuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from turbohtml import Element, Text

from layoutcheck.core import stopwatch
from layoutcheck.core.rule import Hit, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.parse.block import UNREAD
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page
from layoutcheck.templating.context import verdict
from layoutcheck.templating.families.charset import WRONG_CHARSET
from layoutcheck.templating.family import Family, Where
from layoutcheck.templating.hidden_source import hidden_source
from layoutcheck.templating.scanner import Scanner, built_in

_NUMBERS = re.compile(r"0x[0-9a-fA-F]+|@[0-9a-f]{5,}|\b[0-9a-f]{8,}\b|\d+")
#: Rules whose leaks show an engine's own syntax or words.
_TELLING = frozenset({"placeholder-leak", "shortcode-leak", "engine-error"})
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
#: Rules whose leaks name what is broken, unless they are as mute as ``%s`` and ``{0}``.
_NAMING = frozenset({"placeholder-leak", "untranslated-key", "engine-error"})
_NAME = re.compile(r"[^\W\d_]{2}")
#: What one helper puts into every share link of a page.
_SHARED = frozenset({"shared-entity", "shared-markup"})
#: A message quotes no more than this of what leaked.
QUOTED = 120


@dataclass(frozen=True, slots=True)
class Intended:
    """What this site means to print: the options of the rules that tell leaks of its own words."""

    #: Expressions that are no leaks here, as they stand on the page; white space doesn't count.
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leak:
    """One leak at one spot."""

    family: Family
    spot: Spot
    #: What leaked, to its last character.
    text: str
    severity: Severity
    #: Why it is held for sure, or what leaves a doubt.
    why: str
    where: Where
    #: Who may have left it, as far as its own text and the page's other leaks tell.
    engines: tuple[str, ...]
    #: Who else writes so: named where the other leaks speak for them.
    also: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether no healthy page has it."""
        return self.severity is Severity.ERROR

    @property
    def cause(self) -> str:
        """The expression without what differs from page to page: the same for all leaks of one template's line."""
        if self.family.once or self.family.varied:
            return ""
        return _NUMBERS.sub("#", _SPACE.sub(" ", self.text))

    @property
    def named(self) -> bool:
        """Whether the cause names what is broken: a variable, a key, a program's line, what builds share links."""
        if self.family.message in _SHARED:
            return True
        return self.family.rule in _NAMING and _NAME.search(self.cause) is not None


@once_a_page
def leaks(page: Page) -> list[Leak]:
    """All leaks of the page by the built-in families, in document order of their discovery."""
    found = _one_engine(_one_charset(page, [*find(page, built_in()), *_hidden(page)]))
    stopwatch.lap("scan")  # not the rule's that happens to ask first
    return found


def _hidden(page: Page) -> Iterator[Leak]:
    """The page's first code of the server that no reader sees: what it would have printed is missing."""
    for family, spot, text in islice(hidden_source(page), 1):
        why = "the browser hides it, and shows nothing in its place"
        yield Leak(family, spot, text, Severity.WARNING, why, Where.NOWHERE, family.engines)


def _one_engine(found: list[Leak]) -> list[Leak]:
    """A page is mostly made by one engine: what could be several engines' is only those' that its other leaks name.

    Where these contradict each other nothing is taken away.
    """
    told = {frozenset(leak.engines + leak.also) for leak in found if leak.family.rule in _TELLING}
    return [replace(leak, engines=kept) if (kept := _narrowed(leak, told)) else leak for leak in found]


def _narrowed(leak: Leak, told: set[frozenset[str]]) -> tuple[str, ...]:
    """The engines that all name which name one of the leak's; none where that leaves out nobody or all.

    Of many those are left that are usual.
    """
    possible = kept = leak.engines + leak.also
    for others in told:
        if not others.isdisjoint(possible):
            kept = tuple(engine for engine in kept if engine in others)
    if len(kept) > len(leak.engines):
        kept = tuple(engine for engine in kept if engine in leak.engines) or kept
    return kept if kept != possible else ()


def _one_charset(page: Page, found: list[Leak]) -> list[Leak]:
    """A page that is declared in the wrong encoding is garbled throughout: that is one leak, not one for each word.

    Told at the first garbled word, which may be one that no family knows: a title in Korean.
    """
    garbled = [leak for leak in found if leak.family.rule == "mojibake" and leak.family.id != "lost-letters"]
    if page.encoding == "UTF-8" or (page.fits and not garbled):
        return found
    try:
        page.document.body.decode("utf-8")
    except UnicodeDecodeError:
        return found
    spot = _first_garbled(page, garbled[0].spot if garbled else None)
    if spot is None:
        return found
    known = next((leak for leak in garbled if leak.spot is spot), None)
    where = known.where if known else Where.TITLE if spot.node.parent.tag == "title" else Where.TEXT
    why = f"its bytes are UTF-8, it is declared as {page.encoding}"
    text = known.text if known else page.text(spot)
    first = Leak(WRONG_CHARSET, spot, text, Severity.ERROR, why, where, WRONG_CHARSET.engines)
    return [leak for leak in found if leak not in garbled] + [first]


def _first_garbled(page: Page, known: Spot | None) -> Spot | None:
    """The first word that stands in the source with a letter that is not ASCII, up to a spot that is known.

    What a character reference stands for is not garbled, so a word must stand in the source as it is read.
    """
    for node in () if page.is_dump else page.tree.descendants:
        if known is not None and node == known.node:
            break
        if not isinstance(node, Text) or node.data.isascii():
            continue
        if isinstance(node.parent, Element) and node.parent.tag in UNREAD and node.parent.tag != "title":
            continue
        for word in _WORD.finditer(node.data):
            spot = Spot(node, None, *word.span())
            if not word[0].isascii() and page.source[slice(*page.stretch(spot))] == word[0]:
                return spot
    return known


def find(page: Page, scanner: Scanner) -> Iterator[Leak]:
    """The leaks that a scanner's families find."""
    for sighting in scanner.scan(page):
        severity, why = verdict(page, sighting)
        if severity is not Severity.OFF:
            text = sighting.candidate.text.strip()
            family, where = sighting.family, sighting.candidate.where
            yield Leak(family, sighting.spot, text, severity, why, where, *family.engines_of(text))


def hits(page: Page, rule: str, message: str, ignore: tuple[str, ...] = ()) -> Iterator[Hit]:
    """The page's leaks as hits of one rule.

    ``message`` is the id for families that name none of their own; ``ignore`` lists expressions that are no leaks
    on this site, compared without white space.
    """
    found = leaks(page)
    if not found:
        return
    ignored = {_SPACE.sub("", expression) for expression in ignore}
    for leak in found:
        if leak.family.rule == rule and _SPACE.sub("", leak.text) not in ignored:
            yield hit(leak, leak.family.message or message)


def hit(leak: Leak, message: str) -> Hit:
    """A leak as a hit."""
    family = leak.family
    quoted = _SPACE.sub(" ", leak.text)
    return Hit(
        message,
        leak.spot,
        data={
            "expression": quoted if len(quoted) <= QUOTED else quoted[: QUOTED - 1] + "…",
            "engine": _listed(leak.engines),
            "engines": list(leak.engines),
            "cause": family.cause,
            "fix": family.fix,
            "certainty": "certain" if leak.certain else "likely" if leak.severity is Severity.WARNING else "minor",
            "why": leak.why,
            "family": family.id,
        },
        severity=leak.severity,
        evidence=family.id if family.placeless else leak.text,
        cause=f"{family.id} {leak.cause}".rstrip()[:200],
        named=leak.named,
        placeless=family.placeless,
    )


def _listed(engines: tuple[str, ...]) -> str:
    return engines[0] if len(engines) == 1 else ", ".join(engines[:-1]) + " or " + engines[-1]
