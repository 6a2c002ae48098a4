"""Schemas read and judged, and kept for a process's next pages until one of their files changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.located import LocatedData
from layoutcheck.model.document import address_of, read_documents, shown
from layoutcheck.model.schema import PageSchema, assemble, missing_schematron, put_together, schematron_files
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
    """All faults of a schema file, then those of the files that it builds on and names, in the order of their places.

    Where it is in doubt which parts there are, what names parts is not judged.
    """
    documents: dict[str, dict[str, Any]] = {}
    located: dict[str, LocatedData] = {}
    try:
        uri = address_of(name)
    except UserError as error:
        return [error]
    of_documents = list(read_documents(uri, documents, located))
    found = [fault.told for _, fault in of_documents]
    found += missing_schematron(documents, located)
    for file in filter(Path.is_file, schematron_files(documents)):
        from layoutcheck.model.schematron import schematron_faults

        found += schematron_faults(file)
    if not any(fault.unsettles for _, fault in of_documents):
        from layoutcheck.model.soundness import unsound

        in_doubt = {(address, fault.path) for address, fault in of_documents}
        found += unsound(put_together(name, uri, documents, located), in_doubt)
    files = [*dict.fromkeys((shown(uri), *(error.file for error in found)))]
    return sorted(found, key=lambda error: (files.index(error.file), error.line, error.column))


def schema_advice(name: str) -> list[UserError]:
    """What to look at twice in a schema file without faults, in the order of its lines."""
    from layoutcheck.model.advice import advice

    return sorted(advice(assemble(name)), key=lambda told: (told.file, told.line, told.column))
