"""Does a schema speak of parts that are there? What names none would fail on every page, or on none, in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.pointer import steps_of
from layoutcheck.model.schema import PageSchema, Part
from layoutcheck.model.shipped import BASE

#: What the recognisers give by themselves, by kind; of teasers, of each.
_GIVEN = {
    "dateline": ("text", "place", "source", "date"),
    "picture": ("url", "alt", "caption"),
    "teasers": ("label", "headline", "url", "alt", "summary"),
}
#: Kinds that give whatever the page says.
_OPEN = ("json-ld", "open-graph")


def unsound(
    schema: PageSchema, in_doubt: Collection[tuple[str, tuple[str | int, ...]]] = ()
) -> Iterator[UserError]:  # fmt: skip
    """The names in a schema that are those of no part, and the parts that nothing finds.

    Of the schema objects ``in_doubt`` (address, path) it is not said that nothing finds their part: something in them
    is broken or misspelt.
    """
    yield from _faults(schema, schema.root, (), in_doubt, is_open=False)
    for uri, document in schema.documents.items():
        for group_index, group in enumerate(document.get("x-agree", ())):
            for index, pointer in enumerate(group):
                told = _pointer_fault(schema.root, pointer)
                if told:
                    yield schema.located[uri].error(told[0], ["x-agree", group_index, index], told[1])


def _faults(
    schema: PageSchema, part: Part, given: tuple[str, ...], in_doubt: Collection[Any], *, is_open: bool
) -> Iterator[UserError]:
    """The faults of ``part`` and those below; ``given`` are names that a recogniser gives without a selector."""
    known = (*part.properties, *given)
    if known and not is_open:
        yield from _unknown(schema, part, "required", part.required, known)
    yield from _unknown(schema, part, "x-order", part.order, part.properties)
    if part.unique:
        entry = part.items or Part("")
        names = (*entry.properties, *_GIVEN.get(part.kind, ()))
        yield from _unknown(schema, part, "x-unique", (part.unique,), names)
    for name, below in part.properties.items():
        is_found = below.select or below.kind or below.properties or is_open or name in given
        if not is_found and below.origin and below.origin[""] not in in_doubt:
            yield from _unfound(schema, below, name, given)
        yield from _faults(schema, below, _GIVEN.get(below.kind, ()), in_doubt, is_open=is_open or below.kind in _OPEN)
    if part.items is not None:
        yield from _faults(
            schema, part.items, _GIVEN.get(part.kind, ()), in_doubt, is_open=is_open or part.kind in _OPEN
        )


def _unknown(
    schema: PageSchema, part: Part, keyword: str, names: Collection[str], known: Collection[str]
) -> Iterator[UserError]:
    uri, path = part.origin.get(keyword, ("", ()))
    for index, name in enumerate(names):
        if name not in known and uri and not uri.startswith(BASE):
            at = [*path, keyword] if keyword == "x-unique" else [*path, keyword, index]
            remedy = near_match(name, known) or (f"known are: {', '.join(known)}" if known else "")
            yield schema.located[uri].error(f'"{keyword}" names no part: "{name}"', at, remedy)


def _unfound(schema: PageSchema, part: Part, name: str, given: Collection[str]) -> Iterator[UserError]:
    uri, path = part.origin[""]
    if not uri.startswith(BASE):
        remedy = near_match(name, given) or 'give it an "x-select" or an "x-kind"'
        yield schema.located[uri].error(f'nothing says where "{name}" stands in the page', path, remedy)


def _pointer_fault(root: Part, pointer: str) -> tuple[str, str] | None:
    """What is wrong with a pointer of ``x-agree``, and its near match."""
    part: Part | None = root
    for step in steps_of(pointer):
        if part is None or part.kind in (*_OPEN, *_GIVEN):
            return None
        below = part.below(step)
        if below is None:
            return f'"x-agree" names no part: "{pointer}"', near_match(step, part.properties)
        part = below
    return None
