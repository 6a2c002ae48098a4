"""Our own reports where pages are looked for: what this run writes, and what earlier runs have written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from glob import has_magic
from pathlib import Path

#: What stands in the folder of an HTML report of ours and lists its files.
OWN_REPORT = "layoutcheck-report.txt"
#: What each HTML file of ours says of itself, and within how many bytes of its beginning.
_HTML = (".html", ".htm", ".xhtml")
_MARK, _HEAD = b'<meta name="generator" content="layoutcheck">', 512


class OwnReports:
    """Knows reports of ours from pages."""

    def __init__(self, written: Iterable[str] = (), arguments: Iterable[str] = ()) -> None:
        """``written`` are the files and folders that a run writes, ``arguments`` what it checks.

        A folder that something checked lies in is more than a report: what is in it counts.
        """
        outputs = {os.path.realpath(name) for name in written}
        checked = [str(checked_folder(name)) for name in arguments] if outputs else []
        self._written = [output for output in outputs if not any(_is_in(folder, output) for folder in checked)]
        #: Reports that an earlier run has left, by their paths; those in a folder of their own are not named.
        self.left: dict[str, None] = {}

    def writes(self, path: str) -> bool:
        """Whether a run writes what stands at ``path`` itself."""
        if not self._written:
            return False
        real = os.path.realpath(path)
        return any(_is_in(real, output) for output in self._written)

    def is_one(self, path: Path) -> bool:
        """Whether a file is a report. Only its beginning is read: of pages that are not there nothing is said."""
        if self.writes(str(path)):
            return True
        if path.suffix.lower() not in _HTML:
            return False
        try:
            with path.open("rb", buffering=0) as file:
                is_report = _MARK in file.read(_HEAD)
        except OSError:
            return False
        if is_report:
            self.left[path.as_posix()] = None
        return is_report


def files_of_report(folder: Path) -> set[str]:
    """The files of an HTML report of ours, by the list that stands beside them."""
    try:
        listed = (folder / OWN_REPORT).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {str(folder / name) for name in (OWN_REPORT, *listed) if name}


def would_lose_page(output: str, arguments: Iterable[str]) -> bool:
    """Whether to write ``output`` would overwrite a page that the arguments name.

    That is a file named outright, or an HTML file in a folder of theirs that is no report of ours. Of text nobody can
    say what it is.
    """
    file = Path(os.path.realpath(output))
    if not file.is_file():
        return False
    for argument in arguments:
        if Path(argument).is_file():
            if os.path.realpath(argument) == str(file):
                return True
        elif file.suffix.lower() in _HTML and _is_in(str(file), str(checked_folder(argument))):
            return not OwnReports().is_one(file)
    return False


def checked_folder(argument: str) -> Path:
    """The folder that a file, a folder or a glob names pages in, without links."""
    path = Path(argument)
    while has_magic(str(path)) and not path.exists():
        path = path.parent
    path = path.resolve()
    return path if path.is_dir() else path.parent


def _is_in(path: str, folder: str) -> bool:
    """Whether two paths without links are one, or the first lies below the second."""
    return path == folder or path.startswith(f"{folder.rstrip(os.sep)}{os.sep}")
