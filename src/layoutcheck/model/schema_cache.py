"""Schemas that were read, kept for a process's next pages until one of their files changes."""

from __future__ import annotations

import os
from pathlib import Path

from layoutcheck.model.schema import PageSchema, load_schema
from layoutcheck.model.shipped import SHIPPED

_Stamps = tuple[tuple[Path, int], ...]
_kept: dict[str, tuple[PageSchema, _Stamps]] = {}


def schema_by_name(name: str) -> PageSchema:
    """The schema of a name, read once per process and again when one of its files has changed.

    Raises :class:`~layoutcheck.core.errors.UserError` as :func:`~layoutcheck.model.schema.load_schema` does.
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
