"""A page and a schema to page data, each value with the spot it was read from."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from turbohtml import Element

from layoutcheck.core import stopwatch
from layoutcheck.core.errors import UserError
from layoutcheck.core.number import whole_number
from layoutcheck.core.pointer import escaped, steps_of
from layoutcheck.core.rule import Spot
from layoutcheck.model.kinds import find_kind, read_kind
from layoutcheck.model.schema import PageSchema, Part
from layoutcheck.newsroom.found import Found, Later, plain
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.parse.page import Page


@dataclass(slots=True)
class Reading:
    """How one part's selectors fared on a page, for the demands that come later."""

    part: Part
    #: The element, or document, in which they were tried.
    scope: Any
    #: Elements that the winning selector matched.
    matches: int = 0
    #: Which selector won: 0 for the first, -1 for none.
    used: int = -1


@dataclass(eq=False)
class Extraction:
    """The bookkeeping of one page's extraction."""

    page: Page
    readings: dict[str, Reading] = field(default_factory=dict)
    #: What was found, by the name of the part.
    found: dict[str, Found] = field(default_factory=dict)
    #: Recognisers that crashed: pointer, what was raised, traceback.
    crashes: list[tuple[str, str, str]] = field(default_factory=list)

    def parts(self, *, whole: bool = False) -> list[tuple[str, Found]]:
        """What was found, and its parts, each by its JSON pointer; those of what has a holder only if ``whole``."""
        told: list[tuple[str, Found]] = []
        for name, found in self.found.items():
            _add_parts(told, f"/{escaped(name)}", found, whole)
        return told

    def parts_of(self, pointer: str, found: Found) -> list[tuple[str, Found]]:
        """The parts of what was found at a pointer, and theirs."""
        told: list[tuple[str, Found]] = []
        _add_parts(told, pointer, found, whole=True)
        return told[1:]

    def spots(self) -> dict[str, Spot]:
        """JSON pointer -> where each value stands."""
        return {pointer: spot for pointer, found in self.parts(whole=True) if (spot := found.spot) is not None}

    def spot(self, pointer: str) -> Spot | None:
        """Where the value at a JSON pointer stands; None when there is none."""
        inner: Any = self.found
        found: Found | None = None
        for step in steps_of(pointer):
            if isinstance(inner, dict):
                found = inner.get(step)
            else:
                found = inner[int(step)] if isinstance(inner, list) and int(step) < len(inner) else None
            if found is None:
                return None
            inner = found.value
        return found.spot if found else None

    @property
    def origins(self) -> dict[str, str]:
        """JSON pointer -> what each value was read from."""
        return {pointer: found.source for pointer, found in self.parts(whole=True) if found.source}


def extract(page: Page, schema: PageSchema) -> Extraction:
    """Fill ``page.data`` as ``schema`` says, and tell ``page`` where to find its spots; returns how selectors fared."""
    extraction = Extraction(page)
    for name, part in schema.root.properties.items():
        value = _read_part(extraction, part, page.tree, f"/{escaped(name)}")
        if value is not None:
            extraction.found[name] = value
    page.data = {name: plain(value) for name, value in extraction.found.items()}
    page.source_of_spots = extraction
    return extraction


def _add_parts(told: list[tuple[str, Found]], pointer: str, found: Found, whole: bool) -> None:
    told.append((pointer, found))
    if found.holder is not None and not whole:
        return
    if isinstance(found.value, dict):
        for name, part in found.value.items():
            _add_parts(told, f"{pointer}/{escaped(name)}", part, whole)
    elif isinstance(found.value, list):
        for index, part in enumerate(found.value):
            _add_parts(told, f"{pointer}/{index}", part, whole)


def _read_part(extraction: Extraction, part: Part, scope: Any, pointer: str) -> Found | None:
    if part.select:
        return _read_selected(extraction, part, scope, pointer)
    if part.kind:
        found = recognised(extraction, pointer, find_kind, extraction.page, part.kind)
        return _with_parts(extraction, part, found, scope, pointer) if found else None
    if part.properties:
        return _read_object(extraction, part, scope, pointer)
    return None


def recognised(
    extraction: Extraction, pointer: str, recognise: Callable[..., Found | None], *arguments: Any
) -> Found | None:
    """What a recogniser gives; one that crashes costs its part, never the page."""
    try:
        return recognise(*arguments)
    except (UserError, MemoryError):
        raise
    except Exception as error:
        extraction.crashes.append((pointer, f"{type(error).__name__}: {error}", traceback.format_exc()))
        return None


def _read_selected(extraction: Extraction, part: Part, scope: Any, pointer: str) -> Found | None:
    reading = extraction.readings.setdefault(pointer, Reading(part, scope))
    for index, selector in enumerate(part.select):
        stopwatch.lap("extract")
        nodes = selector.select(scope)
        stopwatch.lap(f"selector {selector.written}")
        if not nodes:
            continue
        reading.used, reading.matches = index, max(reading.matches, len(nodes))
        if part.pick == "last" and not part.is_list:
            nodes = nodes[-1:]
        if part.kind:
            chosen = nodes if part.is_list else nodes[:1]
            found = recognised(extraction, pointer, read_kind, extraction.page, part.kind, chosen)
            return _with_parts(extraction, part, found, nodes[0], pointer) if found else None
        if part.is_list:
            return Found([
                item for number, node in enumerate(nodes)
                if (item := _read_node(extraction, part.items, node, selector.attribute, f"{pointer}/{number}"))
            ])  # fmt: skip
        return _read_node(extraction, part, nodes[0], selector.attribute, pointer)
    if part.kind and extraction.page.is_dump:  # a dump has no class names; what the part is, is known all the same
        return recognised(extraction, pointer, find_kind, extraction.page, part.kind)
    return None


def _read_node(
    extraction: Extraction, part: Part | None, node: Element, attribute: str | None, pointer: str
) -> Found | None:
    if part is not None and part.properties:
        found = _read_object(extraction, part, node, pointer)
        return Found(found.value if found else {}, Spot(node))
    if attribute is not None:
        value = node.attr(attribute)
        return None if value is None else Found(_typed(value, part), Spot(node, attribute))
    return Found(_typed(text_of(node), part), Later(spot_of, (node,)))


def _read_object(extraction: Extraction, part: Part, scope: Any, pointer: str) -> Found | None:
    found = {}
    for name, below in part.properties.items():
        value = _read_part(extraction, below, scope, f"{pointer}/{escaped(name)}")
        if value is not None:
            found[name] = value
    return Found(found) if found else None


def _with_parts(extraction: Extraction, part: Part, found: Found, scope: Any, pointer: str) -> Found:
    """What a recogniser found, with those parts read anew that the schema gives selectors of their own."""
    own = {name: below for name, below in part.properties.items() if below.select}
    if not own or not isinstance(found.value, dict):
        return found
    values = dict(found.value)
    for name, below in own.items():
        value = _read_part(extraction, below, scope, f"{pointer}/{escaped(name)}")
        if value is not None:
            values[name] = value
    return Found(values, found.at, found.source)


def _typed(text: str, part: Part | None) -> Any:
    """Text as the number or boolean that the schema wants, where it reads as one."""
    match part.type if part else "":
        case "integer":
            whole = whole_number(text)
            return text if whole is None else whole
        case "number":
            try:
                number = float(text)
            except ValueError:
                return text
            return number if isfinite(number) else text  # JSON knows no others: a page that says "nan" has no number
        case "boolean":
            return {"true": True, "false": False}.get(text.strip().casefold(), text)
        case _:
            return text
