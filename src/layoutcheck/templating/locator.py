"""From an offset of the source to what stands there, without an index of all tags: a page is asked for few offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Any

from turbohtml import Element

from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page

_START_TAG = re.compile(r"<[A-Za-z]")


class Locator:
    """Finds the text or attribute at source offsets of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        #: An offset, and the line that it lies in.
        self._known = (0, 1)
        #: The text or attribute found last, and the start tag looked at last: the next offset often lies there too.
        self._latest: tuple[Any, str | None, Any] = (None, None, ())
        self._tag: _StartTag | None = None
        #: An offset, and where the last start tag before it begins: later offsets are looked at from there on.
        self._tagged = (0, -1)
        #: An offset, and where the last comment before it begins and ends.
        self._commented = (0, -1, 0)

    def spot(self, offset: int) -> Spot | None:
        """The text or attribute value that a source offset lies in, from that character on.

        None between them: in a tag's name, in a comment.
        """
        if found := self._within(*self._latest, offset):
            return found
        tag = self._start_tag(self._tag_before(offset))
        if tag is not None:
            if offset < tag.end:
                name = tag.attribute(offset)
                return (
                    self._within(tag.element, name, self._page.positions.attribute(tag.element, name), offset)
                    if name
                    else None
                )
            text = self._page.positions.text_behind(tag.element, offset)
            if text is not None and (found := self._within(text, None, self._page.positions.text(text), offset)):
                return found
        # What is left was moved by the parser, or is no text.
        return None if self._in_comment(offset) else self._page.spot_at(offset)

    def _tag_before(self, offset: int) -> int:
        """Where the last start tag begins at or before an offset; -1 where there is none."""
        source = self._page.source
        begin, before = self._tagged if self._tagged[0] <= offset else (0, -1)
        at = source.rfind("<", begin, offset + 1)
        while at >= 0 and not _START_TAG.match(source, at):
            at = source.rfind("<", begin, at)
        at = max(at, before)
        self._tagged = (offset, at)
        return at

    def _in_comment(self, offset: int) -> bool:
        source = self._page.source
        begin, opened, closed = self._commented if self._commented[0] <= offset else (0, -1, 0)
        later = source.rfind("<!--", max(begin - 3, 0), offset)
        if later > opened:
            opened, closed = later, source.find("-->", later)
        self._commented = (offset, opened, closed)
        return opened >= 0 and not 0 <= closed < offset

    @cached_property
    def _elements(self) -> list[Element]:
        """All elements that a tag of the source began, in document order: that is the source's order, but for a few."""
        return [element for element in self._page.tree.iter_elements() if element.position is not None]

    def _element(self, tag: int) -> Element | None:
        """The element whose start tag begins at an offset."""
        position = self._position(tag)
        index = bisect_right(self._elements, position, key=_position) - 1
        return self._elements[index] if index >= 0 and _position(self._elements[index]) == position else None

    def _position(self, offset: int) -> tuple[int, int]:
        """An offset as the parser counts: lines from 1, columns from 0."""
        known, line = self._known if self._known[0] <= offset else (0, 1)
        line += self._page.source.count("\n", known, offset)
        self._known = (offset, line)
        return line, offset - self._page.source.rfind("\n", 0, offset) - 1

    def _start_tag(self, tag: int) -> _StartTag | None:
        if self._tag is None or self._tag.begin != tag:
            element = self._element(tag)
            location = element.source_location if element is not None else None
            if element is None or location is None:
                return None
            self._tag = _StartTag(element, tag, location)
        return self._tag

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
