"""Files on a disk: a report stands there whole, or the one before it still does."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from layoutcheck.core.errors import UserError
from layoutcheck.report.output import telling, unwritable, whole_file

#: The list of a report's files, in the report's folder: what may be taken away when the next one is written.
MANIFEST = "layoutcheck-report.txt"


def write_folder(target: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write a report's files below ``target`` and take away those of the report before; returns how many were written.

    Everything is written beside its place first and moved when all of it is there, ``index.html`` last. Files that are
    not a report's are left alone. Raises UserError when the folder holds an ``index.html`` that is not ours, or when
    the disk does not take the files.
    """
    old = _manifest(target)
    if target.exists() and not target.is_dir():
        remedy = "an HTML report needs a folder, or a name that ends in .html"
        raise unwritable(str(target), "it is a file", remedy)
    if (target / "index.html").exists() and "index.html" not in old:
        raise UserError(
            "this folder has an index.html that is no report of layoutcheck", file=str(target),
            remedy="name a folder of its own: --output-format html=DIR",
        )  # fmt: skip
    staging = None
    try:
        with telling(str(target)):
            target.mkdir(parents=True, exist_ok=True)
            staging = Path(tempfile.mkdtemp(prefix=".layoutcheck-", dir=target))
            written = [path for path, text in files if _write(staging / path, text)]
            _write(staging / MANIFEST, "".join(f"{path}\n" for path in sorted(written)))
            for path in (MANIFEST, *written):
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                (staging / path).replace(target / path)
            for path in sorted(old.difference(written)):
                (target / path).unlink(missing_ok=True)
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
    return len(written)


def write_file(target: Path, text: str) -> None:
    """Write one file whole or not at all; raises UserError when the disk does not take it."""
    with whole_file(target) as out:
        out.write(_encodable(text))


def _write(path: Path, text: str) -> bool:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_encodable(text).encode())
    return True


def _encodable(text: str) -> str:
    """``text`` with "?" for what UTF-8 lacks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _manifest(target: Path) -> set[str]:
    """The files of the report that stands there; only names that a report can have."""
    try:
        told = (target / MANIFEST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {path for path in told if path and ".." not in path and not path.startswith(("/", "\\")) and ":" not in path}
