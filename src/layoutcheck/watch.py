"""Check again what has changed, while somebody works on a template or a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from glob import has_magic
from pathlib import Path
from typing import TextIO

from layoutcheck.core.errors import UserError

#: The cursor to the top left, and everything behind it wiped: the screen stays where it is and nothing scrolls.
STILL = "\x1b[H\x1b[J"
#: Quiet time after a change before it is looked at, so that a build that writes many pages is one change.
_SETTLE_MS = 200
Changes = Iterator[set[str]]


def watch(
    arguments: Sequence[str],
    run: Callable[[Sequence[str]], int],
    *,
    out: TextIO,
    is_page: Callable[[str], bool] = lambda path: True,
    also: Iterable[str] = (),
    changes: Changes | None = None,
) -> int:
    """Call ``run`` with all ``arguments``, then with what changes, until interrupted; returns the last exit code.

    ``arguments`` are files, folders and globs; ``is_page`` says which files of a folder count; ``also`` names files
    (configuration, schemas, baseline) after whose change everything is checked again. On a terminal the screen is kept
    still: each round is written over the one before. ``changes`` yields sets of changed paths (for tests).

    Raises :class:`~layoutcheck.core.errors.UserError` for standard input, and when ``watchfiles`` is not installed.
    """
    if "-" in arguments:
        raise UserError("standard input cannot be watched", remedy="name files or folders")
    settings = {str(Path(name).resolve()) for name in also}
    named = {str(Path(name).resolve()) for name in arguments if Path(name).is_file()}
    folders = [_folder(name) for name in arguments if not Path(name).is_file()]

    def concerns(path: str) -> bool:
        inside = any(Path(path).is_relative_to(folder) for folder in folders)
        return path in named or (inside and path not in settings and is_page(path))

    if changes is None:
        changes = _changes([*arguments, *also])
    code = _round(arguments, run, out, f"watching {_names(arguments)}")
    try:
        for paths in changes:
            if any(path in settings for path in paths):
                code = _round(arguments, run, out, "the settings changed: all pages again")
                continue
            present = sorted(_shown(path) for path in paths if concerns(path) and Path(path).is_file())
            if present:
                code = _round(present, run, out, f"changed: {_names(present)}")
    except KeyboardInterrupt:
        pass
    return code


def _round(arguments: Sequence[str], run: Callable[[Sequence[str]], int], out: TextIO, told: str) -> int:
    """One check; the user's mistakes are told and the watch goes on, since they are being mended."""
    if out.isatty():
        out.write(STILL)
    out.write(f"layoutcheck: {told}\n\n")
    out.flush()
    try:
        code = run(arguments)
    except UserError as error:
        out.write(f"error: {error}\n")
        code = 2
    out.flush()
    return code


def _changes(names: Sequence[str]) -> Changes:
    try:
        from watchfiles import watch as watch_files
    except ImportError:
        remedy = "pip install 'layoutcheck[watch]'"
        raise UserError("--watch needs the package watchfiles", remedy=remedy) from None
    roots = {_folder(name) for name in names}
    for root in sorted(roots):
        if not root.exists():
            raise UserError(f'there is no file or folder "{root}"')
    for found in watch_files(*sorted(roots), debounce=1600, step=_SETTLE_MS, raise_interrupt=True):
        yield {path for _, path in found}


def _folder(name: str) -> Path:
    """The folder to be watched for a file, a folder or a glob."""
    path = Path(name)
    while has_magic(str(path)):
        path = path.parent
    path = path.resolve()
    return path.parent if path.is_file() else path


def _shown(path: str) -> str:
    try:
        return Path(path).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path


def _names(names: Sequence[str]) -> str:
    first = ", ".join(names[:3])
    return f"{first} and {len(names) - 3:,} more" if len(names) > 3 else first
