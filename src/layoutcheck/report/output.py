"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from layoutcheck.core.errors import UserError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file with LF line ends that takes ``path``'s place once it is written; parent folders are made.

    When the block raises, nothing is left behind and what stood at ``path`` stays.
    Raises :class:`~layoutcheck.core.errors.UserError` when the file cannot be written (a full disk, no permission).
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n", errors="backslashreplace") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)  # mkstemp's own mode would keep other users of the machine out
        os.replace(temporary, path)  # noqa: PTH105 - the same on every platform, and atomic
        temporary = ""
    except OSError as error:
        told = f'"{path}" cannot be written: {error.strerror or error}'
        raise UserError(told, remedy="name another place with --output-format FORMAT=FILE") from None
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
