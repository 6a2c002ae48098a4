"""What a glob of the command line matches, and what it may not look into.

The standard library's ``**`` follows links to folders round and round where they lead in a circle, and where several
do it comes to no end. Here a link that leads back to where it comes from is not followed.
"""

from __future__ import annotations

import contextlib
import glob
import os
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path, PurePath


def fixed_folder(argument: str) -> Path:
    """The folder that a glob names before its first wildcard."""
    return Path(*_fixed(PurePath(argument).parts))


def glob_matches(argument: str) -> list[Path]:
    """The files and folders that a glob matches, sorted; folders alone where it ends in a slash.

    ``**`` stands for any folders, hidden ones left out, and at the end for all that lies in them.
    """
    parts = PurePath(argument).parts
    fixed = _fixed(parts)
    root = Path(*fixed)
    wild = (*parts[len(fixed) :], *([""] if argument.endswith(("/", "/.")) else ()))
    is_circle = cache(_is_circle)  # asked of the folders around each page
    found = (
        match
        for match in set(_below(root, wild))
        if not any(is_circle(folder) for folder in (match, *match.parents) if root in folder.parents)
    )
    return sorted(found, key=str)


def closed_folders(argument: str) -> list[str]:
    """The folders that a ``**`` would look into and may not: it passes over them in silence."""
    parts = PurePath(argument).parts
    fixed = _fixed(parts)
    root = Path(*fixed)
    closed: list[str] = []
    if parts[len(fixed)] == "**" and root.is_dir():
        for _, folders, _ in os.walk(root, onerror=lambda error: closed.append(str(error.filename))):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
    return closed


def _fixed(parts: tuple[str, ...]) -> list[str]:
    return list(takewhile(lambda part: not glob.has_magic(part), parts))


def _below(root: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    """What the parts of a glob match below a folder."""
    if not any(parts):
        yield root
    elif "**" not in parts:
        for name in glob.iglob(os.path.join(*parts), root_dir=root):  # noqa: PTH118, PTH207 - Path.glob knows no root
            yield root / name
    else:
        at = parts.index("**")
        rest = parts[at + 1 :]
        while rest[:1] == ("**",):
            rest = rest[1:]
        for start in _below(root, parts[:at]):
            for folder in _folders(start):
                yield from _below(folder, rest)


def _folders(top: Path) -> Iterator[Path]:
    """A folder and all below it."""
    waiting = [(top, frozenset[str]())]
    while waiting:
        folder, way = waiting.pop()
        real = os.path.realpath(folder)
        if real in way or not folder.is_dir():
            continue
        yield folder
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir() and not entry.name.startswith(".") and not _is_circle(folder / entry.name):
                    waiting.append((folder / entry.name, way | {real}))


def _is_circle(folder: Path) -> bool:
    """Whether a folder is a link to one that it lies in."""
    return folder.is_symlink() and folder.parent.resolve().is_relative_to(folder.resolve())
