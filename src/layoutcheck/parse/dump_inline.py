"""What stands in a line of a dump besides text: links and pictures in Markdown, the numbers of links in lynx's.

Each reader yields pieces in order: stretches of text, and the beginnings and ends of elements whose attributes stand in
the dump too. What is neither, such as a mark of emphasis, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

#: ``source[start:end]`` by offsets.
Stretch = tuple[int, int]

_MARKDOWN = re.compile(r"^#{1,6} \S|\]\((?:https?:|/|#)|!\[[^\]\n]*\]\(", re.MULTILINE)
_MARK = re.compile(
    r"(?P<picture>!\[(?P<alt>[^\[\]]*)\]\(\s*<?(?P<src>[^()\s>]*)[^()]*\))"
    r"|(?P<close>\]\(\s*(?:<(?P<quoted>[^<>]*)>|(?P<href>(?:[^()\"]|\([^()\"]*\))*?))(?:\s+\"[^\"]*\")?\s*\))"
    r"|(?P<open>\[)|(?P<bracket>\])"
    r"|(?P<left_out>\*\*|(?<![\w\\])_(?=\S)|(?<=[^\s\\])_(?!\w)|\\(?=[-+.#*_()\[\]!`\\{}])|(?<=\w-)\n[ \t]*(?=\w))"
)
_REFERENCES = re.compile(
    r"^ *References\n(?:[ \t]*\n|[ \t]+(?:Visible|Hidden) links:?.*\n)*[ \t]+1\. \S.*$", re.MULTILINE
)  # fmt: skip
_REFERENCE = re.compile(r"^[ \t]+\d{1,4}\. (?P<href>\S.*?)[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"\[(\d{1,4})\] ?(?=\S)|\[(\d{1,4})\]$", re.MULTILINE)
#: What lynx and w3m write for a picture that has no text: the name of its file.
_FILE = re.compile(
    r"\[(?P<src>[^\[\]\s]+(?:\.(?:avif|gif|ico|jpe?g|php|png|svg|webp)\b|[?&]\w+=)(?:[^\[\]\s]|\n[ \t]*)*)\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text where ``tag`` is "", else the beginning of an element, or its end where ``is_end``."""

    text: Stretch = (0, 0)
    tag: str = ""
    is_end: bool = False
    attributes: Mapping[str, Stretch] = field(default_factory=dict)


Reader = Callable[[str, int, int], Iterator[Piece]]


def is_markdown(source: str) -> bool:
    """Whether a dump has links, pictures or headings as Markdown writes them."""
    return _MARKDOWN.search(source) is not None


def link_list(source: str) -> int:
    """Where the list of links begins that lynx and elinks put at the end of a dump; the dump's length without one."""
    found = _REFERENCES.search(source)
    return found.start() if found else len(source)


def links(source: str, start: int) -> Iterator[Piece]:
    """The addresses of the list of links that begins at ``start``: links without text."""
    for match in _REFERENCE.finditer(source, start):
        yield Piece(tag="a", attributes={"href": match.span("href")})
        yield Piece(tag="a", is_end=True)


def plain(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text, and pictures that have no text of their own."""
    at = start
    for match in _FILE.finditer(source, start, end):
        yield Piece((at, match.start()))
        yield Piece(tag="img", attributes={"src": match.span("src")})
        at = match.end()
    yield Piece((at, end))


class Numbered:
    """Text without the numbers of its links; they count upwards through the dump, which no footnote does."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self, source: str, start: int, end: int) -> Iterator[Piece]:
        """The pieces of ``source[start:end]``, which stands behind what was read before."""
        at = start
        for match in _NUMBER.finditer(source, start, end):
            number = int(match[1] or match[2])
            if self._last < number <= self._last + 60:  # links without text have numbers too, and are not shown
                self._last = number
                yield from plain(source, at, match.start())
                at = match.end() - (match[0].endswith(" ") and at < match.start())
        yield from plain(source, at, end)


def markdown(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text, links and pictures, also a picture and text within one link; what is no pair of brackets is text."""
    marks = list(_MARK.finditer(source, start, end))
    links = _links(marks)
    at = start
    open_until = -1
    for index, mark in enumerate(marks):
        kind = mark.lastgroup
        if mark["picture"] is not None:
            piece = Piece(tag="img", attributes={"src": mark.span("src"), "alt": mark.span("alt")})
        elif kind == "left_out":
            piece = None
        elif index in links and open_until < 0:
            open_until = links[index]
            last = marks[open_until]
            group = "quoted" if last["quoted"] is not None else "href"
            piece = Piece(tag="a", attributes={"href": last.span(group)})
        elif index == open_until:
            open_until = -1
            piece = Piece(tag="a", is_end=True)
        else:
            continue  # a bracket of the text
        yield Piece((at, mark.start()))
        if piece is not None:
            yield piece
        at = mark.end()
    yield Piece((at, end))


def _links(marks: list[re.Match[str]]) -> dict[int, int]:
    """The index of the mark that opens each link -> the index of the mark that ends it."""
    waiting: list[int] = []
    found: dict[int, int] = {}
    for index, mark in enumerate(marks):
        if mark["open"] is not None:
            waiting.append(index)
        elif (mark["close"] is not None or mark["bracket"] is not None) and waiting:
            opened = waiting.pop()
            if mark["close"] is not None:
                found[opened] = index
    return found
