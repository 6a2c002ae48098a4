"""A page judged by its schema: what it lacks, each demand at its spot and with the line that makes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from layoutcheck.core.pointer import pointer_to, steps_of
from layoutcheck.core.rule import Spot
from layoutcheck.core.severity import Severity
from layoutcheck.model.anchor import anchor, anchor_of_missing, entry_spot
from layoutcheck.model.demand import Demand
from layoutcheck.model.document import resolve
from layoutcheck.model.extract import Extraction, recognised
from layoutcheck.model.fault import DataFault, data_faults
from layoutcheck.model.kinds import find_kind
from layoutcheck.model.relation import relations
from layoutcheck.model.schema import PageSchema, Part
from layoutcheck.newsroom.reading import spot_of
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.page import Page

if TYPE_CHECKING:
    from layoutcheck.model.near_miss import NearMiss

#: Kinds of parts that stand in a page's head: no dump shows them, so none can lack them.
_NEVER_DUMPED = frozenset(("title", "canonical", "language", "description", "json-ld", "open-graph"))

#: So much is told of what stands where a part should be.
_HELD = 60


class _Source(NamedTuple):
    """Where in the schema's files a keyword stands, and its value."""

    file: str
    line: int
    value: Any


def check_demands(page: Page, schema: PageSchema, extraction: Extraction) -> list[Demand]:
    """Validate ``page.data``; returns what is missing or wrong, in the schema's order."""
    found: list[Demand] = []
    if not schema.is_valid(page.data):
        for fault in data_faults(schema, page.data):
            found += _demands(page, schema, extraction, fault)
    found += _several(page, schema, extraction)
    found += relations(page, schema)
    unique: dict[tuple[str, str], Demand] = {}
    for demand in found:
        unique.setdefault((demand.pointer, demand.keyword), demand)
    return [demand for demand in unique.values() if demand.severity is not Severity.OFF]


def _demands(page: Page, schema: PageSchema, extraction: Extraction, fault: DataFault) -> Iterator[Demand]:
    path, keyword = fault.path, fault.keyword
    pointer = pointer_to(path)
    source = _source(schema, fault.steps)
    if keyword in ("required", "dependentRequired"):
        for name in fault.names:
            missing = [*path, name]
            if not page.is_dump or _part_at(schema.root, missing)[0].kind not in _NEVER_DUMPED:
                yield _missing(page, schema, extraction, missing, source)
        return
    if keyword in ("additionalProperties", "unevaluatedProperties") and fault.names:
        for name in fault.names:
            yield _told(page, schema, fault, [*path, name], source, None)
        return
    if "propertyNames" in fault.steps and fault.names:
        named = replace(fault, keyword="propertyNames")
        source = source._replace(value={keyword: source.value})
        yield _told(page, schema, named, [*path, *fault.names], source, None)
        return
    found = fault.value
    at: Spot | None = None
    also: Spot | None = None
    match keyword:
        case "minLength" | "maxLength" | "minItems" | "minProperties" | "maxProperties":
            found = len(fault.value)
        case "maxItems":
            found, at = len(fault.value), entry_spot(page, f"{pointer}/{source.value}")  # the first one too many
        case "minContains" | "maxContains":
            contains = _source(schema, [*fault.steps[:-1], "contains"]).value
            source = source._replace(value=[source.value, {"contains": contains}])
        case "uniqueItems":
            second, first = _twice(fault.value)
            path, found = [*path, second], fault.value[second]
            also = entry_spot(page, f"{pointer}/{first}")
    yield _told(page, schema, fault, path, source, found, at, (also,) if also else ())


def _told(
    page: Page, schema: PageSchema, fault: DataFault, path: list[str | int], source: _Source, found: Any,
    at: Spot | None = None, also: tuple[Spot, ...] = (),
) -> Demand:  # fmt: skip
    """A fault as a demand, told at the part that ``path`` leads to where no better spot is known."""
    part, kind_around = _part_at(schema.root, path)
    pointer = pointer_to(path)
    return Demand(
        pointer, part.kind or kind_around, fault.keyword, schema.severity_at(path), at or anchor(page, pointer),
        expected=source.value, found=found, message=part.message, schema=source.file, schema_line=source.line,
        also=also,
    )  # fmt: skip


def _missing(
    page: Page, schema: PageSchema, extraction: Extraction, path: list[str | int], source: _Source
) -> Demand:  # fmt: skip
    """A part that is not there as a demand, with what came of its selector and what almost matched."""
    part, kind_around = _part_at(schema.root, path)
    pointer = pointer_to(path)
    near = _near_miss(page, part, extraction, pointer)
    at = anchor_of_missing(page, part, pointer.rpartition("/")[0], near)
    data = {"near": told} if (told := _words(near, page)) else {}
    reading = extraction.readings.get(pointer)
    if reading is not None and reading.used >= 0:  # it is there, and its recogniser makes nothing of it
        selector = part.select[reading.used]
        at = Spot(selector.select(reading.scope)[0], selector.attribute)
        data = {"selector": selector.written, "held": collapsed(page.text(at))[:_HELD]}
    return Demand(
        pointer, kind_around or part.kind, "required", schema.severity_at(path), at, expected=_selectors(part),
        message=part.message, schema=source.file, schema_line=source.line, also=near.spots if near else (), data=data,
    )  # fmt: skip


def _twice(items: list[Any]) -> tuple[int, int]:
    """The first entry that is the same as an earlier one, and that one."""
    first_at: dict[str, int] = {}
    for index, item in enumerate(items):
        first = first_at.setdefault(json.dumps(item, sort_keys=True), index)
        if first != index:
            return index, first
    return 0, 0


def _several(page: Page, schema: PageSchema, extraction: Extraction) -> Iterator[Demand]:
    """A selector that matched several elements where the schema means one."""
    for pointer, reading in extraction.readings.items():
        part = reading.part
        if reading.matches > 1 and part.pick == "only" and not part.is_list:
            path = steps_of(pointer)
            severity = schema.severity_at(path)
            uri, steps = part.origin["x-select"]
            file, line = schema.line_of(uri, [*steps, "x-select"])
            chosen = part.select[reading.used]
            spots = [
                Spot(node, chosen.attribute) if chosen.attribute else spot_of(node)
                for node in chosen.select(reading.scope)[:2]
            ]
            yield Demand(
                pointer, part.kind, "x-select", severity if severity is Severity.OFF else Severity.WARNING,
                page.spots.get(pointer) or spots[0], expected=chosen.written, found=reading.matches, schema=file,
                schema_line=line, also=tuple(spots[1:]),
            )  # fmt: skip


def _part_at(root: Part, path: list[str | int]) -> tuple[Part, str]:
    """The schema's part at a data path, and the kind of the nearest part around it that has one."""
    part, kind = root, ""
    for step in path:
        kind = part.kind or kind
        below = part.below(step)
        if below is None:
            return Part(str(step)), kind
        part = below
    return part, kind


def _selectors(part: Part) -> str:
    return ", ".join(selector.written for selector in part.select)


def _near_miss(page: Page, part: Part, extraction: Extraction, pointer: str) -> NearMiss | None:
    """What almost matched where a part's selectors match nothing; a dump has no names by which to tell."""
    reading = extraction.readings.get(pointer)
    if reading is None or reading.used >= 0 or page.is_dump:
        return None
    from layoutcheck.model.near_miss import near_miss

    near = near_miss(part.select, reading.scope)
    is_vague = near is not None and not (near.spots or near.lacking)
    # What reads as a dateline its own rule tells.
    if near is not None and is_vague and part.kind not in ("", "dateline") and reading.scope is page.tree:
        found = recognised(extraction, pointer, find_kind, page, part.kind)
        near.read_as = None if found is None else found.spot
    return near


def _words(near: NearMiss | None, page: Page) -> str:
    if near is None:
        return ""
    from layoutcheck.model.near_words import near_words

    return near_words(near, page)


def _source(schema: PageSchema, path: list[str | int]) -> _Source:
    """The keyword at a path from the schema's root, through references."""
    uri = schema.uri
    node: Any = schema.document
    steps: list[str | int] = []
    for step in path:
        if step == "$ref" and isinstance(node, dict) and isinstance(node.get("$ref"), str):
            target, _, fragment = resolve(node["$ref"], uri).partition("#")
            uri = target or uri
            steps = [*steps_of(fragment)]
            node = schema.documents.get(uri)
            for inner in steps:
                node = node.get(inner) if isinstance(node, dict) else None
            continue
        if isinstance(node, dict):
            step = str(step)  # the validator takes a name of digits for an index
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        steps.append(step)
    return _Source(*schema.line_of(uri, steps), node)
