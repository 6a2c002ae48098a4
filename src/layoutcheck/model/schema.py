"""A page-structure schema, read: where its parts stand, what it demands, and what it is made of.

The dialect is JSON Schema (draft 2020-12) with ``x-`` keywords; ``schemas/page-structure.schema.json`` defines them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.located import LocatedData
from layoutcheck.core.pointer import steps_of
from layoutcheck.core.severity import Severity
from layoutcheck.model.document import address_of, path_of, read_documents, references, resolve, shown
from layoutcheck.model.selector import Selector, compile_selector


@dataclass(frozen=True)
class Part:
    """One part of the page: where it is found, what it is, and how its lack is told."""

    name: str
    select: tuple[Selector, ...] = ()
    kind: str = ""
    pick: str = "only"
    is_list: bool = False
    type: str = ""
    items: Part | None = None
    properties: Mapping[str, Part] = field(default_factory=dict)
    severity: Severity | None = None
    message: str = ""
    #: How many entries a list has at least.
    least: int = 0
    #: Names of the parts below that must be there.
    required: tuple[str, ...] = ()
    #: Names of parts below that stand in this order; the name of the part below that no two entries share.
    order: tuple[str, ...] = ()
    unique: str = ""
    #: Keyword -> address and path of the schema that says it; under "" that of the last one that speaks of the part.
    origin: Mapping[str, tuple[str, tuple[str | int, ...]]] = field(default_factory=dict)

    def below(self, step: str | int) -> Part | None:
        """The part that a step of a path through page data leads to: a list's entry, else the part of that name."""
        name = str(step)
        return self.items if self.items is not None and name.isdigit() else self.properties.get(name)

    @cached_property
    def relates(self) -> bool:
        """Whether this part or one below it speaks of how parts stand to each other."""
        below = [*self.properties.values(), *([self.items] if self.items else ())]
        return bool(self.order or self.unique) or any(part.relates for part in below)


@dataclass(frozen=True)
class Schematron:
    """A Schematron file that a schema names; compiled by whoever runs it."""

    file: Path


@dataclass(eq=False)
class PageSchema:
    """A schema ready to be used: the plan of extraction, the documents for validation, and their lines."""

    name: str
    uri: str
    document: dict[str, Any]
    #: All documents that references lead to, by address, this one included.
    documents: dict[str, dict[str, Any]]
    located: dict[str, LocatedData]
    root: Part
    schematron: tuple[Schematron, ...] = ()

    @cached_property
    def validator(self) -> Any:
        """The compiled validator: whether page data satisfies the schema, and where it doesn't."""
        import jsonschema_rs

        known = {**self.documents, **self._bare_names()}
        registry = jsonschema_rs.Registry([(uri, plain_schema(document)) for uri, document in known.items()])
        return jsonschema_rs.Draft202012Validator(
            plain_schema(self.document), registry=registry, validate_formats=True, base_uri=self.uri
        )

    def _bare_names(self) -> dict[str, dict[str, Any]]:
        """The shipped documents by the addresses that a validator makes of bare names (``article.schema.json``)."""
        from urllib.parse import urljoin

        found = {}
        for uri, document in self.documents.items():
            for _, reference in references(document):
                target = resolve(reference, uri).partition("#")[0]
                if target in self.documents:
                    found[urljoin(uri, reference).partition("#")[0]] = self.documents[target]
        return found

    def is_valid(self, data: dict[str, Any]) -> bool:
        """Whether page data satisfies the schema."""
        try:
            return bool(self.validator.is_valid(data))
        except UnicodeEncodeError:
            return bool(self.validator.is_valid(whole_characters(data)))

    def errors(self, data: dict[str, Any]) -> list[Any]:
        """Where page data doesn't, in the validator's words."""
        try:
            return list(self.validator.iter_errors(data))
        except UnicodeEncodeError:
            return list(self.validator.iter_errors(whole_characters(data)))

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The files on disk that it was read from; none for a shipped one."""
        read = [path_of(uri) for uri in self.documents if uri.startswith("file:")]
        return (*read, *(schematron.file for schematron in self.schematron))

    def severity_at(self, path: Sequence[str | int]) -> Severity:
        """The severity of the nearest part on the way to ``path`` that names one."""
        part, severity = self.root, self.root.severity or Severity.ERROR
        for step in path:
            below = part.below(step)
            if below is None:
                break
            part = below
            severity = part.severity or severity
        return severity

    def line_of(self, uri: str, path: Sequence[str | int]) -> tuple[str, int]:
        """File and line of a part of one of the schema's documents."""
        located = self.located.get(uri)
        return (shown(uri), located.at(path)[0]) if located else (shown(uri), 1)


def whole_characters(data: dict[str, Any]) -> dict[str, Any]:
    """Page data with "?" for halves of characters: JSON can name one (``\\ud83d``), the validator cannot read it."""
    whole: dict[str, Any] = json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
    return whole


def plain_schema(document: dict[str, Any]) -> dict[str, Any]:
    """The document as plain JSON Schema 2020-12: validators need not know the dialect's address.

    It goes by the address that it was read from, by which its references count; an ``$id`` would be another.
    """
    plain = {key: value for key, value in document.items() if key != "$id"}
    return {**plain, "$schema": "https://json-schema.org/draft/2020-12/schema"}


def assemble(name: str) -> PageSchema:
    """Put a schema together from its documents; its sense is judged by whoever loads it."""
    documents: dict[str, dict[str, Any]] = {}
    located: dict[str, LocatedData] = {}
    uri = address_of(name)
    for _, fault in read_documents(uri, documents, located):
        raise fault.told
    for told in missing_schematron(documents, located):
        raise told
    return put_together(name, uri, documents, located)


def put_together(
    name: str, uri: str, documents: dict[str, dict[str, Any]], located: dict[str, LocatedData]
) -> PageSchema:  # fmt: skip
    """A schema of documents that have been read. A selector that is none is left out: it is told with its document."""
    document = documents[uri]
    root = _part("", [(uri, document, ())], documents, 0)
    return PageSchema(
        name, uri, document, documents, located, root, tuple(map(Schematron, schematron_files(documents)))
    )


class _Merged(dict[str, Any]):
    """A subschema with what it refers to laid under it; ``origin`` says from which document a keyword came."""

    origin: dict[str, tuple[str, tuple[str | int, ...]]]


def _merged(uri: str, schema: Any, documents: dict[str, Any], path: tuple[str | int, ...], depth: int = 0) -> _Merged:
    merged = _Merged()
    merged.origin = {}
    if not isinstance(schema, dict) or depth > 32:
        return merged
    layers: list[tuple[str, Any, tuple[str | int, ...]]] = []
    if isinstance(schema.get("$ref"), str):
        target, _, fragment = resolve(schema["$ref"], uri).partition("#")
        target = target or uri
        steps: tuple[str | int, ...] = tuple(steps_of(fragment))
        layers.append((target, _lookup(documents.get(target), steps), steps))
    for index, below in enumerate(schema.get("allOf", ())):
        layers.append((uri, below, (*path, "allOf", index)))
    for origin, below, steps in layers:
        under = _merged(origin, below, documents, steps, depth + 1)
        merged.update(under)
        merged.origin |= under.origin
    properties: dict[str, list[tuple[str, Any, tuple[str | int, ...]]]] = dict(merged.get("properties", {}))
    for name, below in schema.get("properties", {}).items():
        properties[name] = [*properties.get(name, []), (uri, below, (*path, "properties", name))]
    merged.origin[""] = (uri, path)
    for key, value in schema.items():
        if key != "properties":
            merged[key] = value
            merged.origin[key] = (uri, path)
    if properties:
        merged["properties"] = properties
    if isinstance(schema.get("items"), dict):
        merged["items"] = (uri, schema["items"], (*path, "items"))
    return merged


def _lookup(document: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        document = document.get(step) if isinstance(document, dict) else None
    return document


def _part(name: str, layers: list[Any], documents: dict[str, Any], depth: int) -> Part:
    merged = _Merged()
    merged.origin = {}
    properties: dict[str, list[Any]] = {}
    for uri, schema, path in layers:
        layer = _merged(uri, schema, documents, path)
        for key, below in layer.pop("properties", {}).items():
            properties.setdefault(key, []).extend(below)
        merged.update(layer)
        merged.origin |= layer.origin
    kinds = merged.get("type", "")
    items = merged.get("items")
    return Part(
        name=name,
        select=_selectors(merged),
        kind=merged.get("x-kind", ""),
        pick=merged.get("x-pick", "only"),
        is_list=kinds == "array" or (not kinds and items is not None),
        type=kinds if isinstance(kinds, str) else "",
        items=_part("", [items], documents, depth + 1) if isinstance(items, tuple) and depth < 16 else None,
        properties={key: _part(key, below, documents, depth + 1) for key, below in properties.items() if depth < 16},
        severity=Severity(merged["x-severity"]) if "x-severity" in merged else None,
        message=merged.get("x-message", ""),
        least=merged.get("minItems", 0),
        required=tuple(merged.get("required", ())),
        order=tuple(merged.get("x-order", ())),
        unique=merged.get("x-unique", ""),
        origin=merged.origin,
    )


def _selectors(merged: _Merged) -> tuple[Selector, ...]:
    written = merged.get("x-select", ())
    found = []
    for one in [written] if isinstance(written, str) else written:
        with suppress(ValueError):
            found.append(compile_selector(one))
    return tuple(found)


def schematron_files(documents: dict[str, dict[str, Any]]) -> list[Path]:
    """The Schematron files that documents name, whether they are there or not."""
    return [
        path_of(resolve(document["x-schematron"], uri))
        for uri, document in documents.items()
        if isinstance(document.get("x-schematron"), str)
    ]


def missing_schematron(documents: dict[str, dict[str, Any]], located: dict[str, LocatedData]) -> Iterator[UserError]:
    """The Schematron files that documents name and that are not there."""
    for uri, document in documents.items():
        for file in schematron_files({uri: document}):
            if not file.is_file():
                told = f'there is no Schematron file "{document["x-schematron"]}"'
                yield located[uri].error(told, ["x-schematron"])
