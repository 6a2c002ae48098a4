"""Where the tables and keys of a TOML file stand; the standard library's reader forgets it."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*(\[{1,2})\s*([^\]#]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_INLINE_KEY = re.compile(r"""(?<=[{,\s])([A-Za-z0-9_-]+|"[^"]*"|'[^']*')\s*=""")
_STEP = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")


def key_lines(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Path of each table and key -> its 1-based line and column; entries of arrays of tables are numbered.

    Good enough for pointing: a key inside a multi-line string may be taken for one.
    """
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    counts: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _steps(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
            elif table[:1] in counts:
                table = (table[0], str(counts[table[:1]]), *table[1:])
            found.setdefault(table, (number, header.start(2) + 1))
        elif key := _KEY.match(line):
            path = (*table, *_steps(key[1]))
            found.setdefault(path, (number, key.start(1) + 1))
            for inner in _INLINE_KEY.finditer(line, key.end()):
                found.setdefault((*path, inner[1].strip("\"'")), (number, inner.start(1) + 1))
    return found


def _steps(dotted: str) -> tuple[str, ...]:
    return tuple(step.strip("\"'") for step in _STEP.findall(dotted))
