"""Where the tables, keys and list entries of a TOML file stand; the standard library's reader forgets it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

Path = tuple[str, ...]

_SKIPPED = re.compile(r"(?:\s|#[^\n]*)+")
_HEADER = re.compile(r"(\[{1,2})[ \t]*([^\n]*?)[ \t]*\]{1,2}[ \t]*(?:#[^\n]*)?(?=\n|\r|\Z)")
_STEP = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'", re.DOTALL
)
_PLAIN = re.compile(r"[^,\]}\n#]*")


def key_lines(text: str) -> dict[Path, tuple[int, int]]:
    """Path of each table, key and list entry -> its 1-based line and column; entries are numbered from 0.

    ``text`` is valid TOML, of which the standard library's reader has made sure; of other text something is found.
    """
    found: dict[Path, tuple[int, int]] = {}
    begins = [0, *(match.end() for match in re.finditer("\n", text))]
    for path, offset in _Scan(text).walk():
        line = bisect_right(begins, offset)
        found.setdefault(path, (line, offset - begins[line - 1] + 1))
    return found


class _Scan:
    """One walk over a text; ``_at`` is where it stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        #: Arrays of tables -> how many of their tables were met.
        self._counts: dict[Path, int] = {}

    def walk(self) -> Iterator[tuple[Path, int]]:
        """Each path with its offset, in order."""
        table: Path = ()
        while self._skip() < len(self._text):
            begin = self._at
            if header := _HEADER.match(self._text, self._at):
                table = self._table(header)
                yield table, header.start(2)
                self._at = header.end()
            else:
                yield from self._pair(table)
            if self._at == begin:  # no TOML after all
                self._at = self._text.find("\n", begin) + 1 or len(self._text)

    def _skip(self) -> int:
        match = _SKIPPED.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at

    def _table(self, header: re.Match[str]) -> Path:
        """The path of a table, with the numbers of the arrays' tables that it lies in."""
        path: Path = ()
        steps = [_unquoted(step) for step in _STEP.findall(header[2])]
        for index, step in enumerate(steps, 1):
            path = (*path, step)
            if header[1] == "[[" and index == len(steps):
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, str(self._counts[path]))
        return path

    def _pair(self, table: Path) -> Iterator[tuple[Path, int]]:
        """A key, its value, and what the value holds."""
        begin, path = self._at, table
        while step := _STEP.match(self._text, self._at):
            path = (*path, _unquoted(step[0]))
            self._at = step.end()
            if dot := _DOT.match(self._text, self._at):
                self._at = dot.end()
            else:
                break
        equals = _EQUALS.match(self._text, self._at)
        if path != table and equals:
            self._at = equals.end()
            yield path, begin
            yield from self._value(path)

    def _value(self, path: Path) -> Iterator[tuple[Path, int]]:
        opened = self._text[self._at : self._at + 1]
        if opened in ("[", "{") and opened:
            self._at += 1
            yield from self._entries(path, "]" if opened == "[" else "}")
        else:
            match = _STRING.match(self._text, self._at) or _PLAIN.match(self._text, self._at)
            self._at = match.end() if match else self._at

    def _entries(self, path: Path, closed: str) -> Iterator[tuple[Path, int]]:
        """The entries of a list or the pairs of an inline table, up to what closes it."""
        index = 0
        while self._skip() < len(self._text) and self._text[self._at] != closed:
            begin = self._at
            if closed == "]":
                yield (*path, str(index)), begin
                yield from self._value((*path, str(index)))
            else:
                yield from self._pair(path)
            index += 1
            self._skip()
            if self._text.startswith(",", self._at) or self._at == begin:
                self._at += 1
        self._at += 1


def _unquoted(step: str) -> str:
    return step[1:-1] if step[0] in "\"'" else step
