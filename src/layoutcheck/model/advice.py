"""What a sound schema may not mean as it is written: it holds where its author expects that it fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.severity import Severity
from layoutcheck.model.dialect import subschemas
from layoutcheck.model.document import shown
from layoutcheck.model.schema import PageSchema, Part
from layoutcheck.model.shipped import BASE

#: Beside one of these a text says how empty it may be, or may be meant to.
_OF_TEXTS = frozenset("minLength pattern enum const format not anyOf oneOf allOf if $ref".split())


def advice(schema: PageSchema) -> Iterator[UserError]:
    """What to look at twice in a schema that has no fault, each with its line and column and what to write instead."""
    named = set(_names_demanded(schema))
    yield from _of_part(schema, schema.root, named)
    yield from _of_documents(schema)


def _of_part(schema: PageSchema, part: Part, named: set[str]) -> Iterator[UserError]:
    yield from _of_severities(schema, part)
    for name, below in part.properties.items():
        if name in part.required and _may_be_empty(below):
            told = f'"{name}" is required, and an empty one passes: "required" asks that it is there'
            yield from _advice(schema, below, "x-select", told, 'beside its selector "minLength": 1 asks for words')
        if name in part.required and below.kind == "body" and below.select and "minItems" not in below.origin:
            told = f'"{name}" is required, and one without paragraphs passes: "required" asks that it is there'
            yield from _advice(schema, below, "x-select", told, 'beside its selector "minItems": 1 asks for one')
        if below.is_list and below.least and name not in named:
            told = f'a page without "{name}" passes its "minItems": it is not required'
            yield from _advice(schema, below, "minItems", told, f'add "{name}" to "required"')
        yield from _of_part(schema, below, named)
    if part.items is not None:
        yield from _of_part(schema, part.items, named)


def _of_severities(schema: PageSchema, part: Part) -> Iterator[UserError]:
    """What a site's schema requires and a shipped schema, on which it builds, takes lightly."""
    uri, path = part.origin.get("required", (BASE, ()))
    if uri.startswith(BASE):
        return
    for index, name in enumerate(part.required):
        below = part.properties.get(name)
        if below is not None and below.severity in (Severity.WARNING, Severity.INFO):
            origin = below.origin["x-severity"][0]
            if origin.startswith(BASE):
                told = (
                    f'a page without "{name}" gives no error, by {shown(origin)} it is of severity "{below.severity}"'
                )
                remedy = f'"x-severity": "error" (or "{below.severity}") beside "{name}" says what you mean'
                yield schema.located[uri].error(told, [*path, "required", index], remedy)


def _may_be_empty(part: Part) -> bool:
    is_text = part.select and not (part.kind or part.is_list or part.properties) and part.type in ("", "string")
    return bool(is_text) and part.severity is not Severity.OFF and _OF_TEXTS.isdisjoint(part.origin)


def _advice(schema: PageSchema, part: Part, keyword: str, told: str, remedy: str) -> Iterator[UserError]:
    uri, path = part.origin[keyword]
    if not uri.startswith(BASE):
        yield schema.located[uri].error(told, [*path, keyword], remedy)


def _names_demanded(schema: PageSchema) -> Iterator[str]:
    """All names that are required anywhere, on whatever condition."""
    for document in schema.documents.values():
        for _, below in subschemas(document):
            if isinstance(below, dict):
                yield from below.get("required", ())
                for names in below.get("dependentRequired", {}).values():
                    yield from names


def _of_documents(schema: PageSchema) -> Iterator[UserError]:
    """What can forbid nothing, since page data holds only what a schema describes."""
    for uri, document in schema.documents.items():
        if uri.startswith(BASE):
            continue
        for path, below in subschemas(document):
            part = _part_at(schema.root, path)
            if part is None or part.kind:
                continue
            if below is False and not part.select:
                told = f'nothing finds "{path[-1]}", so that nothing forbids it'
                remedy = 'forbid what a selector finds: {"x-select": "...", "not": {}}'
                yield schema.located[uri].error(told, path, remedy)
            elif isinstance(below, dict) and below.get("additionalProperties") is False:
                yield schema.located[uri].error(*_of_additional(path, below))


def _of_additional(path: tuple[str | int, ...], schema: dict[str, Any]) -> tuple[str, tuple[str | int, ...], str]:
    at = (*path, "additionalProperties")
    if "$ref" in schema or "allOf" in schema:
        told = '"additionalProperties" forbids the parts that "$ref" and "allOf" bring, too'
        return told, at, '"unevaluatedProperties" lets these be'
    told = '"additionalProperties" forbids nothing: a page has only the parts that the schema describes'
    return told, at, 'forbid a part by a selector: {"x-select": "...", "not": {}}'


def _part_at(root: Part, path: tuple[str | int, ...]) -> Part | None:
    """The part that a path of ``properties`` and ``items`` leads to; None for one on a condition."""
    part: Part | None = root
    steps = iter(path)
    for step in steps:
        if part is None or step not in ("properties", "items"):
            return None
        part = part.items if step == "items" else part.properties.get(str(next(steps, "")))
    return part
