"""One linear-time pass over a text for many patterns at once.

hyperscan does it where it is installed, RE2 elsewhere. Neither backtracks, so that no page and no user's pattern can
make the scan slow. A compiled set is kept in the user's cache folder, because compiling takes longer than checking a
page.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, Protocol

#: After this many hits a page is not searched further: it says one thing over and over.
MOST_HITS = 20_000
#: So many values are scanned as one: few enough that what is copied for it stays in the processor's caches.
_BLOCK = 64
#: A block in which something is found is scanned again in so many parts, until each holds so few values.
_PARTS, _FEW = 8, 8
#: In a pattern: text to be taken to the letter, or an order to know no lines.
_STRICT = re.compile(r"\\Q|\(\?\w*-\w*m")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
#: A text's beginning and end as a line's.
_EDGES = {r"\A": "^", r"\z": "$"}


class Matcher(Protocol):
    """Finds where patterns end in a text."""

    def scan(self, data: bytes) -> list[tuple[int, int]]:
        """(index of the pattern, offset of the last byte of a match), in order of the text as far as possible."""


def matcher(patterns: Sequence[str]) -> Matcher:
    """A matcher for ``patterns``: RE2's syntax, no look-around, over UTF-8 bytes, ``.`` matching line ends too.

    Raises ValueError for a pattern that no linear engine takes.
    """
    try:
        import hyperscan  # noqa: F401
    except ImportError:
        return _Re2Matcher(patterns)
    try:
        return _HyperscanMatcher(patterns)
    except ValueError:
        return _Re2Matcher(patterns)


class _HyperscanMatcher:
    def __init__(self, patterns: Sequence[str]) -> None:
        import hyperscan

        self._stop = hyperscan.ScanTerminated
        self._database = _load(patterns) or _compile(patterns)

    def scan(self, data: bytes) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        append = found.append

        def on_match(index: int, start: int, end: int, flags: int, context: Any) -> bool | None:
            append((index, end - 1))
            return True if len(found) >= MOST_HITS else None

        with suppress(self._stop):
            self._database.scan(data, match_event_handler=on_match)
        return found


def _compile(patterns: Sequence[str]) -> Any:
    import hyperscan

    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    encoded = [pattern.encode() for pattern in patterns]
    try:
        database.compile(
            expressions=encoded, ids=list(range(len(encoded))), flags=[hyperscan.HS_FLAG_DOTALL] * len(encoded)
        )
    except hyperscan.HyperscanError as error:
        raise ValueError(str(error)) from error
    file = _file(patterns)
    if file is not None:
        with suppress(OSError):
            _write(file, hyperscan.dumpb(database))
    return database


def _load(patterns: Sequence[str]) -> Any:
    """The compiled set from the cache; None when there is none, or when it isn't whole or not for this machine."""
    import hyperscan

    file = _file(patterns)
    if file is None:
        return None
    try:
        content = file.read_bytes()
    except OSError:
        return None
    digest, data = content[:32], content[32:]
    if hashlib.sha256(data).digest() != digest:
        return None
    try:
        database = hyperscan.loadb(data, hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
        database.scan(b"x", match_event_handler=lambda *_: None)
    except hyperscan.HyperscanError:
        return None
    return database


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all, so that two processes may write at once."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(hashlib.sha256(data).digest() + data)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _file(patterns: Sequence[str]) -> Path | None:
    """Where the compiled set is kept; None when the user has no cache folder or wants none."""
    import hyperscan

    if os.environ.get("LAYOUTCHECK_NO_CACHE"):
        return None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    default = home / (
        "Library/Caches" if sys.platform == "darwin" else "AppData/Local" if os.name == "nt" else ".cache"
    )
    root = Path(os.environ.get("XDG_CACHE_HOME") or default)
    about = "\0".join((getattr(hyperscan, "__version__", ""), sys.platform, _machine(), *patterns))
    return root / "layoutcheck" / f"patterns-{hashlib.sha256(about.encode()).hexdigest()[:20]}.hs"


def _machine() -> str:
    """What a compiled set depends on besides the patterns: the processor's abilities."""
    try:
        with Path("/proc/cpuinfo").open(encoding="ascii", errors="replace") as lines:
            return next((line for line in lines if line.startswith("flags")), "")
    except OSError:
        return ""


class _Re2Matcher:
    """RE2 tells which patterns occur; those that do are then looked for one by one."""

    def __init__(self, patterns: Sequence[str], *, characters: bool = False) -> None:
        import re2

        options = _options()
        if not characters:
            options.dot_nl = True
            options.encoding = options.Encoding.LATIN1
        written = [
            pattern.encode() if characters else _bytes_as_latin1(pattern).encode("latin-1") for pattern in patterns
        ]
        if not written:
            raise ValueError("no patterns")
        self._set = _search_set(written, options)
        try:
            self._patterns = [re2.compile(pattern, options) for pattern in written]
        except re2.error as error:
            raise ValueError(str(error)) from error

    def scan(self, data: bytes) -> list[tuple[int, int]]:
        return self._scan(data, once=False)

    def _scan(self, data: bytes, *, once: bool) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for index in self._set.Match(data) or ():
            for match in self._patterns[index].finditer(data):
                start, end = match.span()
                if start == end:
                    continue
                found.append((index, end - 1))
                if once:
                    break
                if len(found) >= MOST_HITS:
                    return sorted(found, key=itemgetter(1))
        return sorted(found, key=itemgetter(1))


class ValueMatcher(_Re2Matcher):
    """A matcher for patterns that were not written for bytes: RE2 takes them as it takes them anywhere.

    It scans one value, UTF-8, at whose beginning and end anchors match. Raises ValueError as :func:`matcher` does.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        super().__init__(patterns, characters=True)
        self._occurs = _occurs([_loose(pattern).encode() for pattern in patterns])

    def scan_once(self, data: bytes) -> list[tuple[int, int]]:
        """What :meth:`scan` gives, of each pattern the first match alone."""
        return self._scan(data, once=True)

    def among(self, values: Iterable[str]) -> Iterator[int]:
        """The positions, ascending, of the values that a pattern may match: all of those are among them.

        Joined they are scanned, and one by one where something is found: to ask for each alone takes ten times as long.
        """
        rest, first = iter(values), 0
        while block := list(islice(rest, _BLOCK)):
            yield from self._narrowed(block, first)
            first += _BLOCK

    def _narrowed(self, block: list[str], first: int) -> Iterator[int]:
        if not self._occurs("\n".join(block).encode("utf-8", "replace")):
            return
        if len(block) <= _FEW:
            yield from range(first, first + len(block))
            return
        size = -(-len(block) // _PARTS)
        for at in range(0, len(block), size):
            yield from self._narrowed(block[at : at + size], first + at)


def _options() -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    options.max_mem = 256 << 20
    return options


def _search_set(patterns: Sequence[bytes], options: Any) -> Any:
    """The patterns as one, of which ``Match`` tells the indexes of those that occur somewhere in a text."""
    import re2

    together = re2.Set.SearchSet(options)
    try:
        for pattern in patterns:
            together.Add(pattern)
    except re2.error as error:
        raise ValueError(str(error)) from error
    together.Compile()
    return together


def _occurs(patterns: Sequence[bytes]) -> Callable[[bytes], Any]:
    """Tells whether one of the patterns occurs in a text; a single one need not be looked for at every letter."""
    import re2

    options = _options()
    together = _search_set(patterns, options)
    occurs: Callable[[bytes], Any] = together.Match if len(patterns) > 1 else re2.compile(patterns[0], options).search
    return occurs


def _loose(pattern: str) -> str:
    """What matches wherever the pattern does, also where a value stands on lines of its own among others.

    There it may match more: from one value into the next, and between the lines of one.
    """
    if _STRICT.search(pattern):
        return "(?s:.)"
    return f"(?m:{_ESCAPED.sub(lambda found: _EDGES.get(found[0], found[0]), pattern)})"


def _bytes_as_latin1(pattern: str) -> str:
    """Characters beyond ASCII as the bytes of their UTF-8, each one character."""
    return re.sub(r"[^\x00-\x7f]+", lambda match: "(?:" + match[0].encode().decode("latin-1") + ")", pattern)
