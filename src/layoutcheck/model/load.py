"""Schemas read and judged, and kept for a process's next pages until one of their files changes."""

from __future__ import annotations

import os
from pathlib import Path

from layoutcheck.core.errors import UserError
from layoutcheck.model.document import address_of, load_document
from layoutcheck.model.schema import PageSchema, assemble
from layoutcheck.model.shipped import BASE, SHIPPED

_Stamps = tuple[tuple[Path, int], ...]
_kept: dict[str, tuple[PageSchema, _Stamps]] = {}


def schema_by_name(name: str) -> PageSchema:
    """The schema of a name, read once per process and again when one of its files has changed.

    Raises :class:`~layoutcheck.core.errors.UserError` as :func:`load_schema` does.
    """
    key = name if name in SHIPPED else os.path.abspath(name)  # noqa: PTH100 - a link may come to lead elsewhere
    kept = _kept.get(key)
    if kept is None or any(_stamp(file) != stamp for file, stamp in kept[1]):
        schema = load_schema(name)
        kept = _kept[key] = schema, tuple((file, _stamp(file)) for file in schema.files)
    return kept[0]


def _stamp(file: Path) -> int:
    try:
        return os.stat(file).st_mtime_ns  # noqa: PTH116 - asked for each page
    except OSError:
        return 0


def load_schema(name: str) -> PageSchema:
    """Read a shipped schema by name or a schema file by path.

    Raises :class:`~layoutcheck.core.errors.UserError` with file, line, column and the near match for anything wrong.
    """
    schema = assemble(name)
    if not schema.uri.startswith(BASE):
        from layoutcheck.model.soundness import unsound

        for fault in unsound(schema):
            raise fault
    return schema


def schema_faults(name: str) -> list[UserError]:
    """All faults of a schema file, those of its keywords first: while there are any, nothing else is judged."""
    from layoutcheck.model.dialect import faults
    from layoutcheck.model.soundness import unsound

    try:
        uri = address_of(name)
        found = [] if uri.startswith(BASE) else list(faults(load_document(uri)))
        if found:
            return found
        schema = assemble(name)
        for schematron in schema.schematron:
            from layoutcheck.model.schematron import compile_schematron

            compile_schematron(schematron.file)
        return list(unsound(schema))
    except UserError as error:
        return [error]


def schema_advice(name: str) -> list[UserError]:
    """What to look at twice in a schema file without faults, in the order of its lines."""
    from layoutcheck.model.advice import advice

    return sorted(advice(assemble(name)), key=lambda told: (told.file, told.line, told.column))
