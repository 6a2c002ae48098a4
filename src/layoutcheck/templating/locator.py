"""From an offset of the source to what stands there, without an index of all tags: a page is asked for few offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page

_START_TAG = re.compile(r"<[A-Za-z]")


class Locator:
    """Finds the text or attribute at source offsets of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        #: An offset, and the line that it lies in.
        self._known = (0, 1)

    def spot(self, offset: int) -> Spot | None:
        """The text or attribute value that a source offset lies in, from that character on.

        None between them: in a tag's name, in a comment.
        """
        element = self._element(self._tag_before(offset))
        location = element.source_location if element is not None else None
        if element is not None and location is not None:
            if offset < location.start_tag.end_offset:
                return self._attribute(element, location, offset)
            for text in _texts_before_next_tag(element):
                if found := _within(text, None, self._page.positions.text(text), offset):
                    return found
        # What is left was moved by the parser, or is no text.
        return None if self._in_comment(offset) else self._page.spot_at(offset)

    def _tag_before(self, offset: int) -> int:
        """Where the last start tag begins at or before an offset; -1 where there is none."""
        source = self._page.source
        at = source.rfind("<", 0, offset + 1)
        while at >= 0 and not _START_TAG.match(source, at):
            at = source.rfind("<", 0, at)
        return at

    def _in_comment(self, offset: int) -> bool:
        opened = self._page.source.rfind("<!--", 0, offset)
        return opened >= 0 and not 0 <= self._page.source.find("-->", opened) < offset

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

    def _attribute(self, element: Element, location: Any, offset: int) -> Spot | None:
        for name, span in location.attrs.items():
            if span.start_offset <= offset < span.end_offset:
                return _within(element, name, self._page.positions.attribute(element, name), offset)
        return None


def _position(element: Element) -> tuple[int, int]:
    return element.position or (0, 0)


def _within(node: Any, attribute: str | None, offsets: Any, offset: int) -> Spot | None:
    if not offsets or not offsets[0] <= offset < offsets[-1]:
        return None
    return Spot(node, attribute, bisect_right(offsets, offset) - 1)


def _texts_before_next_tag(element: Element) -> Iterator[Text]:
    """The texts that follow an element's start in document order before another start tag of the source."""
    node: Any = _next(element)
    while node is not None and not (isinstance(node, Element) and node.position is not None):
        if isinstance(node, Text):
            yield node
        node = _next(node)


def _next(node: Any) -> Any:
    """The node after ``node`` in document order."""
    if isinstance(node, Element) and len(node.children):
        return node.children[0]
    while node is not None and node.next_sibling is None:
        node = node.parent
    return node.next_sibling if node is not None else None
