"""How parts stand to each other, which JSON Schema cannot say: ``x-order``, ``x-unique``, ``x-agree``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from layoutcheck.core.fold import fold
from layoutcheck.core.pointer import escaped, steps_of
from layoutcheck.model.anchor import anchor, first_spot, value_at
from layoutcheck.model.demand import Demand
from layoutcheck.model.schema import PageSchema, Part
from layoutcheck.parse.page import Page


def relations(page: Page, schema: PageSchema) -> Iterator[Demand]:
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
                at, also = (f"{pointer}/{number}/{escaped(part.unique)}" for number in (index, first))
                yield _relation(page, schema, at, "x-unique", part.unique, found, also, part.origin["x-unique"])
        below = [(part.items, str(index), item) for index, item in enumerate(value)]
    elif isinstance(value, dict):
        for earlier, later in _out_of_order(page, pointer, part.order):
            at, also = (f"{pointer}/{escaped(name)}" for name in (later, earlier))
            yield _relation(page, schema, at, "x-order", earlier, later, also, part.origin["x-order"])
        below = [(part.properties.get(name), name, item) for name, item in value.items()]
    else:
        return
    for inner, name, item in below:
        if inner is not None and inner.relates:
            yield from _related(page, schema, inner, f"{pointer}/{escaped(name)}", item)


def _relation(
    page: Page, schema: PageSchema, pointer: str, keyword: str, expected: Any, found: Any, also: str,
    origin: tuple[str, tuple[str | int, ...]],
) -> Demand:  # fmt: skip
    uri, path = origin
    file, line = schema.line_of(uri, [*path, keyword])
    first = first_spot(page, also)
    return Demand(
        pointer, "", keyword, schema.severity_at(steps_of(pointer)), first_spot(page, pointer) or anchor(page, pointer),
        expected, found, schema=file, schema_line=line, also=(first,) if first else (),
    )  # fmt: skip


def _out_of_order(page: Page, pointer: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Neighbours in ``names`` that stand the other way round in the page."""
    spots = [(name, first_spot(page, f"{pointer}/{escaped(name)}")) for name in names]
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
