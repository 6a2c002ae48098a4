"""A plain-text dump of a page to a small tree of its blocks.

Dumps differ by who wrote them: a browser's ``innerText`` and inscriptis put each block on one line, w3m, lynx and
html2text wrap at a width, lynx numbers its links, html2text writes Markdown. All become ``h1``-``h6``, ``p``,
``ul``/``ol`` with ``li``, ``a`` and ``img`` below ``body``, each text with its exact place in the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

import turbohtml
from turbohtml import Text

from layoutcheck.parse.block import collapsed
from layoutcheck.parse.dump_inline import Numbered, Piece, Reader, is_markdown, link_list, links, markdown, plain
from layoutcheck.parse.page import Page

_NUMBERED = re.compile(r"[ \t\u00a0]*(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_DAY = re.compile(r"\s*\d{1,2}\. \w+ (?:19|20)\d\d\b")
_BULLET = re.compile(r"[ \t\u00a0]*[*+•‣▪◦●○■□·-][ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r"[ \t]*(#{1,6})[ \t]+(?=\S)")
_EDGE = " \t\u00a0\u3000"
#: Widths at which w3m (80), lynx (80) and html2text (78) wrap; a user's terminal may be a little wider.
_NARROWEST_WRAP, _WIDEST_WRAP = 60, 132
#: What these widths leave of a line, less indentation.
_USUAL_WIDTHS = range(70, 81)
_ADDRESS = re.compile(r"\]\([^)]*\)?|\S*(?:://|www\.)\S*|\S{60,}")
#: What no tool breaks: a word, or one character of a script that is written without spaces.
_WORD_OR_IDEOGRAPH = re.compile(
    "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|(?:[^\\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|\u00a0)+"
)
#: Where a line was broken between two characters of such a script, no space stood.
_BETWEEN_IDEOGRAPHS = re.compile(
    "(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])[ \t]*\n[ \t]*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])"
)
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One logical line: what a block was before it was wrapped."""

    start: int
    end: int
    indent: int
    gap: bool  # an empty line stands before it


def parse_dump(page: Page) -> None:
    """Build ``page.tree`` and its positions from ``page.source``."""
    source = page.source
    stop = link_list(source)
    is_marked = stop == len(source) and is_markdown(source)
    writer = _Writer(source, Numbered() if stop < len(source) else markdown if is_marked else plain)
    lines = list(_unwrap(source, stop))
    numbered = _in_lists(source, lines)
    for line in lines:
        marker = numbered.get(line.start) or _BULLET.match(source, line.start)
        heading = _HEADING.match(source, line.start) if is_marked else None
        if heading and heading.end() < line.end:
            writer.block(f"h{len(heading[1])}", heading.end(), line.end)
        elif marker and marker.end() < line.end:
            heading = _HEADING.match(source, marker.end()) if is_marked else None
            writer.item("ol" if marker.re is _NUMBERED else "ul", line.indent, marker.end(), line.end, heading)
        else:
            writer.paragraph(line.indent, line.start, line.end)
    writer.pieces(links(source, stop))
    writer.build(page)


def _in_lists(source: str, lines: list[_Line]) -> dict[int, re.Match[str]]:
    """The numbers that begin list items, by where they stand: a number alone may be a day (``3. May``) or a name."""
    found = [match for line in lines if (match := _NUMBERED.match(source, line.start))]
    numbers = [int(match[1]) for match in found]
    return {
        match.start(): match
        for match, number, before, after in zip(found, numbers, [0, *numbers], [*numbers[1:], 0], strict=False)
        if number in (before + 1, after - 1) and not (number == 1 != after - 1 and _DAY.match(source, match.start()))
    }


class _Writer:
    """Writes a dump's blocks as HTML and remembers where in the dump each text and address came from.

    The tree is parsed and not put together node by node: nodes of one parse lie side by side, which makes dumps of ten
    thousand lines as fast as pages.
    """

    def __init__(self, source: str, read: Reader) -> None:
        self._source = source
        self._read = read
        self._html: list[str] = []
        #: Where the texts stand, in document order; and the values of links' and pictures' attributes.
        self._texts: list[int] = []
        self._attributes: list[tuple[str, int, int]] = []
        self._list = ""
        self._indent = 0

    def block(self, tag: str, start: int, end: int) -> None:
        """A heading or paragraph of its own."""
        self._close_list()
        self._element(tag, start, end)

    def item(self, tag: str, indent: int, start: int, end: int, heading: re.Match[str] | None) -> None:
        """An item of an ``ol`` or ``ul``, perhaps a heading; it stays open for paragraphs that are indented more."""
        if self._list != tag:
            self._close_list()
            self._html.append(f"<{tag}>")
            self._list = tag
        else:
            self._html.append("</li>")
        self._indent = indent
        self._html.append("<li>")
        if heading and heading.end() < end:
            self._element(f"h{len(heading[1])}", heading.end(), end)
        else:
            self._fill(start, end)

    def paragraph(self, indent: int, start: int, end: int) -> None:
        """A paragraph: part of the item before it when it is indented further."""
        if self._list and indent > self._indent:
            self._element("p", start, end)
        else:
            self.block("p", start, end)

    def _close_list(self) -> None:
        if self._list:
            self._html.append(f"</li></{self._list}>")
            self._list = ""

    def _element(self, tag: str, start: int, end: int) -> None:
        self._html.append(f"<{tag}>")
        self._fill(start, end)
        self._html.append(f"</{tag}>")

    def _fill(self, start: int, end: int) -> None:
        """Write ``source[start:end]``: links and pictures as elements, marks of emphasis left out."""
        self.pieces(self._read(self._source, start, end))

    def pieces(self, pieces: Iterable[Piece]) -> None:
        """Write texts and elements in order."""
        for piece in pieces:
            if not piece.tag:
                self._text(*piece.text)
            elif piece.is_end:
                self._html.append(f"</{piece.tag}>")
            else:
                written = "".join(
                    f' {name}="{escape(self._source[slice(*at)])}"' for name, at in piece.attributes.items()
                )
                self._html.append(f"<{piece.tag}{written}>")
                self._attributes += [(name, *at) for name, at in piece.attributes.items()]

    def _text(self, start: int, end: int) -> None:
        at = start
        for fold in _BETWEEN_IDEOGRAPHS.finditer(self._source, start, end):
            self._stretch(at, fold.start())
            at = fold.end()
        self._stretch(at, end)

    def _stretch(self, start: int, end: int) -> None:
        if end > start:
            # The comment keeps this text apart from one before it, whose place is another.
            self._html.append(f"<!---->{escape(self._source[start:end], quote=False)}")
            self._texts.append(start)

    def build(self, page: Page) -> None:
        """Parse what was written into ``page.tree``, and place its texts and attributes."""
        self._close_list()
        page.tree = turbohtml.parse(f"<!doctype html><body>{''.join(self._html)}".replace("\0", "\ufffd"))
        texts = (node for node in page.body.descendants if isinstance(node, Text))
        for text, start in zip(texts, self._texts, strict=True):
            page.positions.place_text(text, start)
        places = iter(self._attributes)
        for element in page.body.iter_elements(("a", "img")):
            for _ in element.attrs:
                name, start, end = next(places)
                page.positions.place_attribute(element, name, start, end - start)


def _unwrap(source: str, stop: int) -> Iterator[_Line]:
    """The logical lines: physical lines, joined where only the dump's width broke them."""
    # Terminals count columns; lynx counts characters.
    measure: Callable[[str], int]
    for measure in (display_width, len) if stop == len(source) else (len, display_width):
        if width := _wrap_width(source[:stop], measure):
            break
    current: _Line | None = None
    last_width, gap, at = 0, True, 0
    for physical in _physical(source[:stop]):
        begin, at = at, at + len(physical)
        content = physical.rstrip("\n" + _EDGE)
        stripped = content.lstrip(_EDGE)
        if not collapsed(stripped):
            gap = True
            continue
        indent = len(content) - len(stripped)
        first_word = _WORD_OR_IDEOGRAPH.match(stripped)
        forced = width and last_width + 1 + measure(first_word[0] if first_word else stripped) > width
        starts_block = _starts_block(source, begin, current)
        if current is not None and not gap and forced and not starts_block:
            current = _Line(current.start, begin + len(content), current.indent, current.gap)
        else:
            if current is not None:
                yield current
            current = _Line(begin + indent, begin + len(content), indent, gap)
        last_width, gap = measure(content), False
    if current is not None:
        yield current


def _starts_block(source: str, begin: int, current: _Line | None) -> bool:
    """Whether a heading or list item begins here, not prose with a dash or a day (``3. May``) in front."""
    if _HEADING.match(source, begin):
        return True
    marker = _NUMBERED.match(source, begin) or _BULLET.match(source, begin)
    if marker is None or current is None:
        return marker is not None
    is_item = _NUMBERED.match(source, current.start) or _BULLET.match(source, current.start)
    indent = len(marker[0]) - len(marker[0].lstrip(_EDGE))
    return is_item is not None or indent != current.indent


def _physical(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _wrap_width(text: str, measure: Callable[[str], int]) -> int:
    """The width at which a dump was wrapped, or 0 when its blocks stand on one line each.

    A wrapping tool leaves no line longer than its width but those that hold an address, which cannot be broken.
    """
    near: list[int] = []
    beyond = 0
    for line in text.split("\n"):
        columns = measure(_ADDRESS.sub("", line).rstrip())
        if columns > _WIDEST_WRAP:
            beyond += 1
        elif columns >= _NARROWEST_WRAP and not _ADDRESS.search(line):
            near.append(columns)
    if len(near) < 3 or beyond * 8 > len(near):
        return 0
    near.sort()
    width = near[-1 - len(near) // 50]  # a table or a code sample may stick out
    full = sum(columns > width - 14 for columns in near)
    if width in _USUAL_WIDTHS:
        return width if full >= 3 else 0
    # Elsewhere the longest of lines that are not wrapped would do for a width, but few are nearly as long.
    shorter = sum(width - 28 < columns <= width - 14 for columns in near)
    return width if full >= 3 and near[-1] == width and not beyond and full * 2 >= shorter * 3 else 0


def display_width(text: str) -> int:
    """How many columns of a terminal a text takes: East Asian wide characters take two."""
    return len(text) + len(_WIDE.findall(text))
