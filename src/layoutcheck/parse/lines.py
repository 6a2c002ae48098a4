"""Lines of a source: an offset to a line and column, and back."""

from __future__ import annotations

from bisect import bisect_right

#: Line ends are counted again over no longer stretch of source than this.
_FAR = 4096


class Lines:
    """The lines of a source: an offset to a 1-based line and column, and back.

    Few offsets of a page are ever asked for, so line ends are counted from the nearest offset whose line is known: the
    parser tells the line of each tag, and what was counted once is kept.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._known = [0]  # offsets in order, with the number and the start of the line that each lies in
        self._numbers = [1]
        self._starts = [0]

    def learn(self, offset: int, line: int) -> None:
        """Be told in which line an offset lies."""
        at = bisect_right(self._known, offset)
        if self._numbers[at - 1] != line:
            self._keep(at, offset, line, self._source.rfind("\n", 0, offset) + 1)

    def at(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of ``offset``."""
        at = bisect_right(self._known, offset)
        known, line, start = self._known[at - 1], self._numbers[at - 1], self._starts[at - 1]
        passed = self._source.count("\n", known, offset)
        if passed:
            line, start = line + passed, self._source.rfind("\n", known, offset) + 1
        if passed or offset - known > _FAR:
            self._keep(at, offset, line, start)
        return line, offset - start + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and column; raises IndexError for a line that is not there."""
        at = bisect_right(self._numbers, line)
        number, start = self._numbers[at - 1], self._starts[at - 1]
        if number < line:
            known = self._known[at - 1]
            for _ in range(line - number):
                known = self._source.find("\n", known) + 1
                if not known:
                    raise IndexError(f"the source has no line {line}")
            start = known
            self._keep(at, known, line, start)
        return start + column - 1

    def _keep(self, at: int, offset: int, line: int, start: int) -> None:
        self._known.insert(at, offset)
        self._numbers.insert(at, line)
        self._starts.insert(at, start)
