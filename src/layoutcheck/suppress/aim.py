"""Tables of the configuration whose paths lead nowhere: what they say is in force on no page, and nobody notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from layoutcheck.core.finding import Finding, Place
from layoutcheck.core.identity import identity
from layoutcheck.core.origin import file_and_line
from layoutcheck.core.severity import Severity

UNUSED_SETTING = "unused-setting"
_HELP = "https://layoutcheck.dev/guide/configuration"
_MAGIC = re.compile(r"[*?\[\\]")


class Table(Protocol):
    """A table of the configuration that speaks of some pages."""

    @property
    def paths(self) -> Any:
        """Its compiled patterns, None where it speaks of all pages."""

    @property
    def base(self) -> Path:
        """The folder from which they count."""

    @property
    def origin(self) -> str:
        """File and line of the table."""


def aimless(tables: Iterable[Table], name: str) -> Iterator[Finding]:
    """The tables called ``name`` whose every path begins with a folder that is not there.

    Patterns that match at any depth are not judged, nor what looks like the host of an address: of these a run over a
    part of the site cannot know.
    """
    for table in tables:
        heads = [_head(pattern.pattern) for pattern in table.paths.patterns if pattern.include] if table.paths else []
        if heads and all(head and not (table.base / head).exists() for head in heads):
            yield _note(table, name, heads[0])


def _head(pattern: str) -> str:
    """The folders at a pattern's front that are told by name; "" for a pattern that matches at any depth."""
    parts = pattern.strip().split("/")
    if "/" not in pattern.strip().rstrip("/"):
        return ""
    fixed: list[str] = []
    for part in parts[1:] if not parts[0] else parts:
        if _MAGIC.search(part):
            break
        fixed.append(part)
    return "" if not fixed or "." in fixed[0].strip(".") else "/".join(fixed)


def _note(table: Table, name: str, head: str) -> Finding:
    file, line = file_and_line(table.origin)
    known_by = identity(f"{UNUSED_SETTING} {table.origin}")
    return Finding(
        UNUSED_SETTING, UNUSED_SETTING, f'{name} is in force on no page: there is no "{head}" beside the configuration',
        Severity.INFO, Place(file, max(line, 1), 1, max(line, 1), 1), help=_HELP, fingerprint=known_by, cause=known_by,
    )  # fmt: skip
