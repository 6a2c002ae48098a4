"""Where reports go: files that appear whole or not at all, and a standard output that says when it is full."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from layoutcheck.core.errors import UserError

STANDARD_OUTPUT = "standard output"
#: What the system says of a way that leads through a file depends on who asks.
_REASONS = dict.fromkeys((errno.EEXIST, errno.ENOTDIR), "a file stands where its folder should be")
_REMEDIES = {
    errno.ENOSPC: "make room on the disk, or write to another one",
    errno.EDQUOT: "make room in your quota, or write elsewhere",
    errno.EACCES: "write to a folder of your own",
    errno.EROFS: "write to a folder of your own",
}


class _Told(io.TextIOWrapper):
    """A text stream whose system errors are the user's to mend; characters that UTF-8 lacks are written as escapes."""

    def __init__(self, raw: Any, shown: str, *, line_buffering: bool = False) -> None:
        super().__init__(raw, encoding="utf-8", errors="backslashreplace", newline="\n", line_buffering=line_buffering)
        self._shown = shown

    def write(self, text: str, /) -> int:
        with telling(self._shown):
            return super().write(text)

    def flush(self) -> None:
        with telling(self._shown):
            super().flush()

    def close(self) -> None:
        with telling(self._shown):
            super().close()


@contextmanager
def telling(shown: str, remedy: str = "") -> Iterator[None]:
    """A block that writes to ``shown``: what the system refuses becomes a UserError, told alike for all that we write.

    ``remedy`` is what to do where the error itself does not say.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        number = error.errno or 0
        reason = _REASONS.get(number) or (error.strerror or str(error)).lower()
        raise unwritable(shown, reason, _REMEDIES.get(number, remedy)) from error


def unwritable(shown: str, reason: str, remedy: str = "") -> UserError:
    """That something cannot be written, and why."""
    name = shown if shown == STANDARD_OUTPUT else f'"{shown}"'
    return UserError(f"{name} cannot be written: {reason}", remedy=remedy)


@contextmanager
def whole_file(target: Path) -> Iterator[TextIO]:
    """A text stream for ``target``; the file appears when the block ends well, and the one before it stays else.

    Parent folders are made. UTF-8 without a byte order mark, lines end in LF. What is no ordinary file (``/dev/null``,
    a named pipe) is written straight. Raises :class:`~layoutcheck.core.errors.UserError` when it cannot be written.
    """
    shown = str(target)
    with telling(shown):  # the way to it may be forbidden, too long or a circle
        target = Path(os.path.realpath(target))
        is_folder, is_other = target.is_dir(), target.exists() and not target.is_file()
    if is_folder:
        raise unwritable(shown, "it is a folder", "name a file")
    if is_other:
        with telling(shown), _Told(io.BufferedWriter(io.FileIO(target, "w")), shown) as out:
            yield out
        return
    staging = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}")
    try:
        with telling(shown):
            target.parent.mkdir(parents=True, exist_ok=True)
            raw = io.BufferedWriter(
                io.FileIO(os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "w"), 1 << 16
            )
        out = _Told(raw, shown)
        try:
            yield out
            out.flush()
            with telling(shown):
                os.fsync(raw.fileno())
        finally:
            # Closing a stream that could not be written tries and fails again; the first error is the one to tell.
            with suppress(UserError):
                out.close()
            with suppress(OSError):
                raw.close()
        with telling(shown):
            staging.replace(target)
    finally:
        with suppress(OSError):
            staging.unlink(missing_ok=True)


def is_writable(target: Path) -> bool:
    """Whether a file can be written, or made in its folder."""
    try:
        return os.access(target if target.exists() else target.parent, os.W_OK)
    except OSError:
        return False


@contextmanager
def appended_file(target: Path) -> Iterator[TextIO]:
    """A text stream whose text is added to ``target`` at once when the block ends well (a job's summary)."""
    kept = io.StringIO()
    yield kept
    with telling(str(target)):
        target.parent.mkdir(parents=True, exist_ok=True)
        with io.FileIO(target, "a") as file:
            file.write(kept.getvalue().encode("utf-8", "backslashreplace"))


@contextmanager
def standard_output(stream: TextIO) -> Iterator[TextIO]:
    """Standard output with its errors told: a full disk is the user's to mend, a closed pipe stays what it is.

    A stream without a file beneath it (a test's) is given back as it is.
    """
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        yield stream
        return
    stream.flush()
    out = _Told(buffer, STANDARD_OUTPUT, line_buffering=stream.isatty())
    try:
        yield out
        out.flush()
    finally:
        with suppress(OSError, ValueError, UserError):
            out.detach()
