"""The evidence of a finding: the source lines around it with the offending text marked."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layoutcheck.core.fold import skeleton

#: Lines shown before and behind the marked one, and how far away they may be when empty ones lie between.
CONTEXT, _REACH = 2, 6
#: Marked lines shown of a stretch that goes over many.
_MARKED_LINES = 6
#: Characters shown of a marked stretch, before and behind it, and of a line of context.
_MARK, _SIDE, _CONTEXT_LINE = 320, 90, 150
#: A line longer than this is no line of prose but minified source: only the surroundings of the mark are of use.
_LONG = 260
#: A line that the report keeps is cut to this length (``parse.page.SNIPPET``).
_SNIPPET = 160
_TAG = re.compile(r"<[^>]{0,2000}>")
_INDENT = re.compile(r"[ \t\u00a0]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, marked or not."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A source line, or what is shown of it."""

    number: int
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def marked(self) -> bool:
        """Whether the offending text stands on this line."""
        return any(piece.marked for piece in self.pieces)

    @property
    def rtl(self) -> bool:
        """Whether it reads from right to left: more letters of its text, its tags aside, do than do not."""
        text = _TAG.sub(" ", "".join(piece.text for piece in self.pieces))
        if text.isascii():
            return False
        kinds = [unicodedata.bidirectional(char) for char in text]
        return sum(kind in {"R", "AL"} for kind in kinds) > kinds.count("L")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is shown of a place. ``origin`` is ``source``, or ``excerpt`` where the page is not at hand, or ``changed``
    where its text is no longer what was checked."""

    lines: tuple[Line, ...]
    origin: str
    hidden_lines: int = 0


class Source:
    """The lines of one page, or of none."""

    def __init__(self, text: str | None) -> None:
        self._lines = text.split("\n") if text is not None else None

    @property
    def at_hand(self) -> bool:
        """Whether the page's source could be read."""
        return self._lines is not None

    def evidence(
        self, place: Mapping[str, Any], context: int = CONTEXT, snippet: Mapping[str, Any] | None = None
    ) -> Evidence:
        """The lines at ``place``; where the source is missing, or no longer what was checked, the line that the report
        keeps as ``snippet``, or else the excerpt."""
        if self._lines is not None and _agrees(self._lines, place):
            return _from_lines(self._lines, place, context)
        origin = "excerpt" if self._lines is None else "changed"
        return _kept(place, snippet, origin) if snippet else _excerpt(place, origin)


def _excerpt(place: Mapping[str, Any], origin: str) -> Evidence:
    text = str(place.get("excerpt", ""))
    if not text:
        return Evidence((), origin)
    return Evidence((Line(place["line"], (Piece(text, marked=True),)),), origin)


def _kept(place: Mapping[str, Any], snippet: Mapping[str, Any], origin: str) -> Evidence:
    """The line that the report keeps with a finding, its place marked."""
    text, first = str(snippet["text"]), int(snippet["column"])
    start = place["column"] - first
    end = place["end_column"] - first if place["end_line"] == place["line"] else len(text)
    if not 0 <= start < len(text):
        return _excerpt(place, origin)
    pieces = (
        Piece(text[:start].lstrip() if first == 1 else text[:start]),
        Piece(text[start:end], marked=True),
        Piece(text[end:]),
    )
    told = tuple(piece for piece in pieces if piece.text)
    return Evidence((Line(place["line"], told, first > 1, len(text) >= _SNIPPET),), origin)


def _agrees(lines: Sequence[str], place: Mapping[str, Any]) -> bool:
    """Whether the source at ``place`` still reads as its excerpt does, tags and character references aside."""
    first, last = place["line"], place["end_line"]
    if last > len(lines) or place["column"] > len(lines[first - 1]) + 1:
        return False
    excerpt = str(place.get("excerpt", ""))
    if not excerpt or (first, place["column"]) == (last, place["end_column"]):
        return True
    stretch = _stretch(lines, place)
    if stretch.startswith("<"):  # a whole element: its tag stands here, its text behind
        return True
    wanted = skeleton(excerpt.removesuffix("…"))[:60]
    return wanted in skeleton(html.unescape(_TAG.sub("", stretch))) or wanted in skeleton(stretch)


def _stretch(lines: Sequence[str], place: Mapping[str, Any]) -> str:
    first, last = place["line"], min(place["end_line"], place["line"] + 40)
    taken = [line[:4000] if len(line) > 4000 and first != last else line for line in lines[first - 1 : last]]
    if first == last:
        return taken[0][place["column"] - 1 : place["end_column"] - 1][:4000]
    return "\n".join([taken[0][place["column"] - 1 :], *taken[1:]])


def _from_lines(lines: Sequence[str], place: Mapping[str, Any], context: int) -> Evidence:
    first, last = place["line"], place["end_line"]
    shown_last = min(last, first + _MARKED_LINES - 1)
    marked = []
    for number in range(first, shown_last + 1):
        line = lines[number - 1]
        start = place["column"] - 1 if number == first else len(_indent(line))
        end = place["end_column"] - 1 if number == last else len(line)
        marked.append(_marked_line(number, line, start, max(start, end)))
    above = [n for n in range(max(1, first - _REACH), first) if lines[n - 1].strip()]
    below = [n for n in range(last + 1, min(len(lines), last + _REACH) + 1) if lines[n - 1].strip()]
    before = [_plain_line(n, lines[n - 1]) for n in above[max(0, len(above) - context) :]]
    after = [_plain_line(n, lines[n - 1]) for n in below[:context]]
    return Evidence(tuple(_dedented([*before, *marked, *after])), "source", last - shown_last)


def _marked_line(number: int, line: str, start: int, end: int) -> Line:
    if len(line) > _LONG or end - start > _MARK:
        left, right = max(0, start - _SIDE), min(len(line), min(end, start + _MARK) + _SIDE)
        if end - start > _MARK:
            right = start + _MARK
    else:
        left, right = 0, len(line)
    end = min(end, right)
    pieces = (
        Piece(line[left:start]),
        Piece(line[start:end], marked=True),
        Piece(line[end:right]),
    )
    return Line(number, tuple(p for p in pieces if p.text or p.marked), left > 0, right < len(line))


def _plain_line(number: int, line: str) -> Line:
    shown = line[:_CONTEXT_LINE]
    return Line(number, (Piece(shown),), False, len(line) > len(shown))


def _indent(line: str) -> str:
    match = _INDENT.match(line)
    return match[0] if match else ""


def _dedented(lines: list[Line]) -> list[Line]:
    """Take off the indentation that all lines share: a page nests deep, a report is narrow."""
    told = [line for line in lines if not line.cut_before and "".join(piece.text for piece in line.pieces).strip()]
    common: str | None = None
    for line in told:
        indent = _indent(line.pieces[0].text) if not line.pieces[0].marked else ""
        common = indent if common is None else _shared(common, indent)
    length = len(common or "")
    if not length:
        return lines
    dedented = []
    for line in lines:
        head = line.pieces[0]
        if line.cut_before or head.marked:
            dedented.append(line)
        else:
            kept = Piece(head.text[length:])
            pieces = (kept, *line.pieces[1:]) if kept.text or len(line.pieces) == 1 else line.pieces[1:]
            dedented.append(Line(line.number, pieces, line.cut_before, line.cut_after))
    return dedented


def _shared(a: str, b: str) -> str:
    length = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[:length]
