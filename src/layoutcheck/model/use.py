"""How a schema's parts fare on a set of pages: how often each is found, by which selector, and what it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from layoutcheck.core.pointer import pointer_to
from layoutcheck.model.anchor import value_at
from layoutcheck.model.extract import Extraction, Reading
from layoutcheck.model.near_miss import near_miss
from layoutcheck.model.near_words import near_words
from layoutcheck.model.schema import PageSchema
from layoutcheck.model.where import without_numbers
from layoutcheck.parse.page import Page

#: So often it is asked what almost matched.
_TRIES = 20


@dataclass(slots=True)
class PartUse:
    """One part on all pages: ``pointer`` has ``*`` for an entry of a list."""

    pointer: str
    #: On how many pages, or in how many entries of a list, it was looked for, and found.
    looked: int = 0
    found: int = 0
    #: How often each of its selectors won, in their order; empty for what its kind alone finds.
    by: Counter[str] = field(default_factory=Counter)
    #: The first value that says something.
    example: str = ""
    #: The first page without it, one on which something almost matched before others; what did; the first on which
    #: several match instead of one.
    missing_on: str = ""
    nearly: str = ""
    several_on: str = ""


def add_page(uses: dict[str, PartUse], schema: PageSchema, page: Page, extraction: Extraction) -> None:
    """Count what was looked for on one page, by pointer: what selectors find, then what kinds alone find."""
    for pointer, reading in extraction.readings.items():
        use = _use(uses, pointer)
        value = value_at(page.data, pointer)
        _count(use, page, value)
        if reading.used >= 0:
            use.by[reading.part.select[reading.used].written] += 1
        if value is None and not use.nearly and use.looked - use.found <= _TRIES:
            use.nearly = _nearly(page, reading)
            use.missing_on = page.uri if use.nearly else use.missing_on
        if reading.matches > 1 and reading.part.pick == "only" and not reading.part.is_list:
            use.several_on = use.several_on or page.uri
    for name, part in schema.root.properties.items():
        if part.kind and not part.select:
            _count(_use(uses, pointer_to((name,))), page, page.data.get(name))


def _use(uses: dict[str, PartUse], pointer: str) -> PartUse:
    general = without_numbers(pointer)
    return uses.setdefault(general, PartUse(general))


def _count(use: PartUse, page: Page, value: object) -> None:
    use.looked += 1
    if value is None:
        use.missing_on = use.missing_on or page.uri
    else:
        use.found += 1
        use.example = use.example or _brief(value)


def _nearly(page: Page, reading: Reading) -> str:
    if reading.used >= 0:
        return f'"{reading.part.select[reading.used].written}" is there, and reads as none'
    near = None if page.is_dump else near_miss(reading.part.select, reading.scope)
    return near_words(near, page) if near else ""


def _brief(value: object) -> str:
    if isinstance(value, dict):
        return next((told for below in value.values() if (told := _brief(below))), "")
    if isinstance(value, list):
        return next((f"{told} ({len(value):,} of them)" for below in value if (told := _brief(below))), "")
    return " ".join(str(value).split())[:60]
