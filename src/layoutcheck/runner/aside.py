"""What a run puts aside for its end: in memory while it is little, else in a file that nobody sees."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Any

#: Bytes that are kept in memory.
KEPT = 256 * 1024


class Aside:
    """Things in the order in which they came, to be gone through as often as one likes.

    What is put aside for each page would be all that grows in memory with the number of pages. A thing must be one that
    pickle can take; what comes back is a copy.
    """

    def __init__(self, kept: float = KEPT) -> None:
        """``kept`` is how many bytes stay in memory."""
        self._kept = kept
        self._latest: list[bytes] = []
        self._size = 0
        self._file: IO[bytes] | None = None
        self._end = 0

    def append(self, thing: Any) -> None:
        """Put a thing behind the others."""
        self._latest.append(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL))
        self._size += len(self._latest[-1])
        if self._size > self._kept:
            self._write()

    def _write(self) -> None:
        try:
            if self._file is None:
                self._file = TemporaryFile()  # noqa: SIM115 - closed with us
            self._file.seek(self._end)
            self._file.write(b"".join(self._latest))
            self._file.flush()
        except OSError:  # no room or no right to write: memory it is
            self._kept = float("inf")
            return
        self._end += self._size
        self._latest.clear()
        self._size = 0

    def __iter__(self) -> Iterator[Any]:
        at = 0
        while self._file is not None and at < self._end:
            self._file.seek(at)
            thing = pickle.load(self._file)
            at = self._file.tell()
            yield thing
        yield from map(pickle.loads, self._latest)
