"""What a schema demands and a page lacks, each demand with a spot in the page and a line in the schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from layoutcheck.core.fold import fold
from layoutcheck.core.rule import Spot
from layoutcheck.core.severity import Severity
from layoutcheck.model.anchor import anchor, anchor_of_missing, entry_spot, first_spot, value_at
from layoutcheck.model.document import resolve
from layoutcheck.model.extract import Extraction, recognised
from layoutcheck.model.fault import SchemaFault, schema_faults
from layoutcheck.model.kinds import find_kind
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


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand that a page does not meet.

    ``keyword`` is the schema's keyword (``required``, ``minLength``, ``x-order``, ``schematron``), ``pointer`` the part
    it speaks of (for ``required`` the missing part itself), ``kind`` that part's ``x-kind`` or that of the part around
    it, ``expected`` and ``found`` the two sides, ``schema`` the file and line that demand it.
    """

    pointer: str
    kind: str
    keyword: str
    severity: Severity
    spot: Spot
    expected: Any = None
    found: Any = None
    message: str = ""
    schema: str = ""
    schema_line: int = 0
    also: tuple[Spot, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def source(self) -> dict[str, str]:
        """What demands it, as a value for a message: ``{"schema": "site.yaml:14"}``; empty where nobody knows."""
        if not self.schema:
            return {}
        return {"schema": f"{self.schema}:{self.schema_line}" if self.schema_line else self.schema}

    @property
    def words(self) -> dict[str, Any]:
        """The values that each message about a demand may name.

        ``tried`` is what came of the selector of a missing part and ``nearly`` what almost matched, both as the end of
        a sentence and empty where there is none; ``text`` is the schema's own sentence.
        """
        tried = ""
        if (held := self.data.get("held")) is not None:
            tried = f': "{self.data["selector"]}" is there, ' + (f'"{held}" reads as none' if held else "and empty")
        elif self.expected and self.keyword == "required":
            tried = f': nothing matches "{self.expected}"'
        nearly = f" ({self.data['near']})" if "near" in self.data else ""
        return {"tried": tried, "nearly": nearly, "text": self.message, **self.data, **self.source}


def check_demands(page: Page, schema: PageSchema, extraction: Extraction) -> list[Demand]:
    """Validate ``page.data``; returns what is missing or wrong, in the schema's order."""
    found: list[Demand] = []
    if not schema.is_valid(page.data):
        for fault in schema_faults(schema, page.data):
            found += _demands(page, schema, extraction, fault)
    found += _several(page, schema, extraction)
    found += _relations(page, schema)
    unique: dict[tuple[str, str], Demand] = {}
    for demand in found:
        unique.setdefault((demand.pointer, demand.keyword), demand)
    return [demand for demand in unique.values() if demand.severity is not Severity.OFF]


def _demands(page: Page, schema: PageSchema, extraction: Extraction, fault: SchemaFault) -> Iterator[Demand]:
    path, keyword = fault.path, fault.keyword
    pointer = _pointer(path)
    file, line, wanted = _schema_place(schema, fault.steps)
    if keyword in ("required", "dependentRequired"):
        for name in fault.names:
            missing = [*path, name]
            if not page.is_dump or _parts(schema.root, missing)[0].kind not in _NEVER_DUMPED:
                yield _missing(page, schema, extraction, missing, file, line)
        return
    if keyword in ("additionalProperties", "unevaluatedProperties") and fault.names:
        for name in fault.names:
            yield _told(page, schema, fault, [*path, name], file, line, wanted, None)
        return
    if "propertyNames" in fault.steps and fault.names:
        named = replace(fault, keyword="propertyNames")
        yield _told(page, schema, named, [*path, *fault.names], file, line, {keyword: wanted}, None)
        return
    found = fault.value
    at: Spot | None = None
    also: Spot | None = None
    match keyword:
        case "minLength" | "maxLength" | "minItems" | "minProperties" | "maxProperties":
            found = len(fault.value)
        case "maxItems":
            found, at = len(fault.value), entry_spot(page, f"{pointer}/{wanted}")  # the first one too many
        case "minContains" | "maxContains":
            wanted = [wanted, {"contains": _schema_place(schema, [*fault.steps[:-1], "contains"])[2]}]
        case "uniqueItems":
            second, first = _twice(fault.value)
            path, found = [*path, second], fault.value[second]
            also = entry_spot(page, f"{pointer}/{first}")
    yield _told(page, schema, fault, path, file, line, wanted, found, at, (also,) if also else ())


def _told(
    page: Page, schema: PageSchema, fault: SchemaFault, path: list[str | int], file: str, line: int, wanted: Any,
    found: Any, at: Spot | None = None, also: tuple[Spot, ...] = (),
) -> Demand:  # fmt: skip
    """A fault as a demand, told at the part that ``path`` leads to where no better spot is known."""
    part, around = _parts(schema.root, path)
    pointer = _pointer(path)
    return Demand(
        pointer, part.kind or around[0], fault.keyword, _severity(schema.root, path), at or anchor(page, pointer),
        expected=wanted, found=found, message=part.message, schema=file, schema_line=line, also=also,
    )  # fmt: skip


def _missing(
    page: Page, schema: PageSchema, extraction: Extraction, path: list[str | int], file: str, line: int
) -> Demand:
    part, around = _parts(schema.root, path)
    pointer = _pointer(path)
    near = _near_miss(page, part, extraction, pointer)
    at = anchor_of_missing(page, part, pointer.rpartition("/")[0], near)
    data = {"near": told} if near and (told := near.words(page)) else {}
    reading = extraction.readings.get(pointer)
    if reading is not None and reading.used >= 0:  # it is there, and its recogniser makes nothing of it
        selector = part.select[reading.used]
        at = Spot(selector.select(reading.scope)[0], selector.attribute)
        data = {"selector": selector.written, "held": collapsed(page.text(at))[:_HELD]}
    return Demand(
        pointer, around[0] or part.kind, "required", _severity(schema.root, path), at, expected=_selectors(part),
        message=part.message, schema=file, schema_line=line, also=near.spots if near else (), data=data,
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
            path = pointer.split("/")[1:]
            severity = _severity(schema.root, path)
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


def _relations(page: Page, schema: PageSchema) -> Iterator[Demand]:
    """The demands that JSON Schema cannot say: ``x-order``, ``x-unique``, ``x-agree``."""
    if schema.root.relates:
        yield from _related(page, schema, schema.root, "", page.data)
    for uri, document in schema.documents.items():
        for group in document.get("x-agree", ()):
            for pointer, expected, found, first in _disagreeing(page, group):
                yield _relation(page, schema, pointer, "x-agree", expected, found, first, (uri, ()))


def _related(page: Page, schema: PageSchema, part: Part, pointer: str, value: Any) -> Iterator[Demand]:
    if isinstance(value, list):
        if part.unique:
            for index, found, first in _repeated(value, part.unique):
                at, also = (f"{pointer}/{number}/{part.unique}" for number in (index, first))
                yield _relation(page, schema, at, "x-unique", part.unique, found, also, part.origin["x-unique"])
        below = [(part.items, str(index), item) for index, item in enumerate(value)]
    elif isinstance(value, dict):
        for earlier, later in _out_of_order(page, pointer, part.order):
            at, also = f"{pointer}/{later}", f"{pointer}/{earlier}"
            yield _relation(page, schema, at, "x-order", earlier, later, also, part.origin["x-order"])
        below = [(part.properties.get(name), name, item) for name, item in value.items()]
    else:
        return
    for inner, name, item in below:
        if inner is not None and inner.relates:
            yield from _related(page, schema, inner, f"{pointer}/{name}", item)


def _relation(
    page: Page, schema: PageSchema, pointer: str, keyword: str, expected: Any, found: Any, also: str,
    origin: tuple[str, tuple[str | int, ...]],
) -> Demand:  # fmt: skip
    uri, path = origin
    file, line = schema.line_of(uri, [*path, keyword])
    names = [step for step in pointer.split("/")[1:] if step]
    first = first_spot(page, also)
    return Demand(
        pointer, "", keyword, _severity(schema.root, names), first_spot(page, pointer) or anchor(page, pointer),
        expected, found, schema=file, schema_line=line, also=(first,) if first else (),
    )  # fmt: skip


def _out_of_order(page: Page, pointer: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Neighbours in ``names`` that stand the other way round in the page."""
    spots = [(name, first_spot(page, f"{pointer}/{name}")) for name in names]
    stands = [(name, page.stretch(spot)[0]) for name, spot in spots if spot is not None]
    for (before, first), (after, second) in pairwise(stands):
        if second < first:
            yield before, after


def _repeated(items: list[Any], name: str) -> Iterator[tuple[int, str, int]]:
    """The index of each entry that says what an earlier one says under ``name``, its words, and the earlier index."""
    first_at: dict[str, int] = {}
    for index, item in enumerate(items):
        text = item.get(name) if isinstance(item, dict) else None
        if isinstance(text, str) and text:
            first = first_at.setdefault(fold(text), index)
            if first != index:
                yield index, text, first


def _disagreeing(page: Page, pointers: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """The pointers whose text is not that of the first one that is there."""
    sides = [(pointer, value_at(page.data, pointer)) for pointer in pointers]
    told = [(pointer, text) for pointer, text in sides if isinstance(text, str)]
    for pointer, text in told[1:]:
        if _comparable(text) != _comparable(told[0][1]):
            yield pointer, told[0][1], text, told[0][0]


def _comparable(text: str) -> str:
    day = text[:10]
    is_date = len(day) == 10 and day[4] == day[7] == "-" and day.replace("-", "").isdigit()
    return day if is_date else fold(text)


def _parts(root: Part, path: list[Any]) -> tuple[Part, tuple[str, str]]:
    """The schema's part at a data path, and the kind and name of the nearest part around it that has a kind."""
    part, kind, name = root, "", ""
    for step in path:
        if part.kind:
            kind, name = part.kind, part.name
        below = part.items if isinstance(step, int) else part.properties.get(str(step))
        if below is None:
            return Part(str(step)), (kind, name)
        part = below
    return part, (kind, name)


def _severity(root: Part, path: list[Any]) -> Severity:
    """The severity of the nearest part on the way to ``path`` that names one."""
    part, severity = root, root.severity or Severity.ERROR
    for step in path:
        below = part.items if isinstance(step, int) or (part.is_list and str(step).isdigit()) else None
        below = below or part.properties.get(str(step))
        if below is None:
            break
        part = below
        severity = part.severity or severity
    return severity


def _selectors(part: Part) -> str:
    return ", ".join(selector.written for selector in part.select)


def _near_miss(page: Page, part: Part, extraction: Extraction, pointer: str) -> NearMiss | None:
    """What almost matched where a part's selectors match nothing; a dump has no names by which to tell."""
    reading = extraction.readings.get(pointer)
    if reading is None or reading.used >= 0 or page.is_dump:
        return None
    from layoutcheck.model.near_miss import near_miss

    near = near_miss(part.select, reading.scope)
    if (
        near is not None
        and not (near.spots or near.lacking)
        and part.kind
        and part.kind != "dateline"
        and reading.scope is page.tree
    ):
        found = recognised(extraction, pointer, find_kind, page, part.kind)
        near.read_as = None if found is None else found.spot
    return near


def _pointer(path: list[Any]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _schema_place(schema: PageSchema, path: list[str | int]) -> tuple[str, int, Any]:
    """File, line and value of the keyword at a path from the schema's root, through references."""
    uri = schema.uri
    node: Any = schema.document
    steps: list[str | int] = []
    for step in path:
        if step == "$ref" and isinstance(node, dict) and isinstance(node.get("$ref"), str):
            target, _, fragment = resolve(node["$ref"], uri).partition("#")
            uri = target or uri
            steps = [*(part.replace("~1", "/").replace("~0", "~") for part in fragment.split("/")[1:])]
            node = schema.documents.get(uri)
            for inner in steps:
                node = node.get(inner) if isinstance(node, dict) else None
            continue
        steps.append(step)
        if isinstance(node, dict):
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
    return *schema.line_of(uri, steps), node
