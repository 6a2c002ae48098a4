"""From a byte of the source to what stands there, without an index of all tags: a page is asked for few bytes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from turbohtml import Element

from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page

#: No element that anybody wrote has a longer name. What follows "<" may be as long as the page, and be full of "<".
_LONGEST_NAME = 1000
_START_TAG = re.compile(rb"<([A-Za-z][^\s/>]{0,%d})" % _LONGEST_NAME)


class Locator:
    """Finds the text or attribute at byte offsets of one page's source, best asked in ascending order.

    ``source`` is the page's source as UTF-8, with the line ends that the file has.
    """

    def __init__(self, page: Page, source: bytes) -> None:
        self._page = page
        self._source = source
        self._has_returns = b"\r" in source
        #: The elements of a name that was asked for.
        self._elements: dict[bytes, list[Element]] = {}
        #: A byte, and how many characters stand before it; a byte, and its line and column.
        self._counted = (0, 0)
        self._placed = (0, 1, 0)
        #: A byte, and where the last start tag before it begins.
        self._passed = (0, -1)
        #: A byte, and where the last comment before it begins and ends.
        self._commented = (0, -1, 0)
        #: The text or attribute found last, and the start tag looked at last: the next byte often lies there too.
        self._latest: tuple[Any, str | None, Any] = (None, None, ())
        self._tag: _StartTag | None = None
        #: The start tag looked at last that began no element.
        self._none_at = -1

    def spot(self, at: int) -> Spot | None:
        """The text or attribute value that a byte lies in, from that character on.

        None between them: in a tag's name, in a comment.
        """
        tag = self._start_tag(self._tag_before(at))
        offset = self.characters(at)
        if found := self._within(*self._latest, offset):
            return found
        if tag is not None:
            if offset < tag.end:
                name = tag.attribute(offset)
                return (
                    self._within(tag.element, name, self._page.positions.attribute(tag.element, name), offset)
                    if name
                    else None
                )
            text = self._page.standing.text_behind(tag.element, offset)
            if text is not None and (found := self._within(text, None, self._page.positions.text(text), offset)):
                return found
        # What is left was moved by the parser, or is no text.
        return None if self._in_comment(at) else self._page.spot_at(offset)

    def characters(self, at: int) -> int:
        """How many characters of the page's source stand before a byte."""
        byte, count = self._counted if self._counted[0] <= at else (0, 0)
        count += self._length(byte, at)
        self._counted = (at, count)
        return count

    def _length(self, begin: int, end: int) -> int:
        """The characters of a stretch of bytes; CR LF is one line end."""
        passed = self._source[begin:end]
        count = len(passed) if passed.isascii() else len(passed.decode("utf-8", "ignore"))
        return count - passed.count(b"\r\n") if self._has_returns else count

    def _tag_before(self, at: int) -> int:
        """Where the last start tag begins at or before a byte; -1 where there is none."""
        low, known = self._passed if self._passed[0] <= at else (0, -1)
        tag = self._source.rfind(b"<", low, at + 1)
        while tag >= 0 and not _START_TAG.match(self._source, tag):
            tag = self._source.rfind(b"<", low, tag)
        tag = tag if tag >= 0 else known
        self._passed = (at, tag)
        return tag

    def _in_comment(self, at: int) -> bool:
        low, opened, closed = self._commented if self._commented[0] <= at else (0, -1, 0)
        later = self._source.rfind(b"<!--", max(low - 3, 0), at)
        if later > opened:
            opened, closed = later, self._source.find(b"-->", later)
        self._commented = (at, opened, closed)
        return opened >= 0 and not 0 <= closed < at

    def _start_tag(self, begin: int) -> _StartTag | None:
        if begin == self._none_at:
            return None
        if self._tag is None or self._tag.begin != begin:
            element = self._element(begin)
            location = element.source_location if element is not None else None
            if element is None or location is None:
                self._none_at = begin
                return None
            self._tag = _StartTag(element, begin, location)
            if self._counted[0] < begin:
                self._counted = (begin, location.start_tag.start_offset)
        return self._tag

    def _element(self, tag: int) -> Element | None:
        """The element whose start tag begins at a byte."""
        match = _START_TAG.match(self._source, tag) if tag >= 0 else None
        if match is None or len(match[1]) > _LONGEST_NAME:
            return None
        # Elements of one name stand in the order of the source, but for a few that the parser moved.
        name = match[1].lower()
        elements = self._elements.get(name)
        if elements is None:
            elements = self._elements[name] = self._page.tree.find_all(name.decode("utf-8", "ignore"))
        position = self._position(tag)
        index = bisect_right(elements, position, key=_position) - 1
        return elements[index] if index >= 0 and _position(elements[index]) == position else None

    def _position(self, at: int) -> tuple[int, int]:
        """Where a tag begins, as the parser counts: lines from 1, columns from 0."""
        source = self._source
        known, line, column = self._placed if self._placed[0] <= at else (0, 1, 0)
        begin = source.rfind(b"\n", known, at)
        passed = source.count(b"\n", known, at)
        if self._has_returns:
            begin = max(begin, source.rfind(b"\r", known, at))
            passed += source.count(b"\r", known, at) - source.count(b"\r\n", known, at)
        column = column + self._length(known, at) if begin < 0 else self._length(begin + 1, at)
        self._placed = (at, line + passed, column)
        return line + passed, column

    def _within(self, node: Any, attribute: str | None, offsets: Any, offset: int) -> Spot | None:
        if not offsets or not offsets[0] <= offset < offsets[-1]:
            return None
        self._latest = (node, attribute, offsets)
        return Spot(node, attribute, bisect_right(offsets, offset) - 1)


class _StartTag:
    """A start tag, and where its attributes stand."""

    def __init__(self, element: Element, begin: int, location: Any) -> None:
        self.element = element
        self.begin = begin
        self.end: int = location.start_tag.end_offset
        self._spans = sorted((span.start_offset, span.end_offset, name) for name, span in location.attrs.items())

    def attribute(self, offset: int) -> str:
        """The name of the attribute that an offset lies in; "" between them."""
        index = bisect_right(self._spans, (offset, self.end + 1)) - 1
        if index < 0:
            return ""
        _, end, name = self._spans[index]
        return str(name) if offset < end else ""


def _position(element: Element) -> tuple[int, int]:
    return element.position or (0, 0)
