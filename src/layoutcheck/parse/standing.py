"""From an offset of the source to the node that stands there: the way back from ``position``.

Whoever scans a page's source finds offsets; what they are part of is looked for in the tree, for those alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import gt, itemgetter
from typing import Any

import turbohtml
from turbohtml import Element, Text

from layoutcheck.parse.lines import Lines
from layoutcheck.parse.neighbour import fostered_texts, texts_before_next_element
from layoutcheck.parse.position import Positions

_START_TAG = re.compile(r"<[A-Za-z]")
#: So often the tree is gone down before an index of it is made.
_FEW = 3


class Standing:
    """What stands where on one parsed page."""

    def __init__(self, source: str, tree: turbohtml.Document, lines: Lines, positions: Positions) -> None:
        self._source = source
        self._tree = tree
        self._lines = lines
        self._positions = positions
        self._starts: tuple[list[tuple[int, int]], list[Element]] | None = None
        self._descents = 0
        self._latest: tuple[Any, str | None, Sequence[int]] = (None, None, ())
        #: The start tag looked at last: one with many attributes is dear to look at.
        self._tag: _StartTag | None = None
        #: A node, and the texts behind its start tag by where they begin.
        self._run: tuple[Any, list[tuple[int, Text]]] = (None, [])
        #: What was placed, and not parsed from tags, by where it begins; sorted when it is first asked for.
        self._placed: list[tuple[Any, str | None]] = []
        self._placed_starts: list[int] = []

    def at(self, offset: int) -> tuple[Any, str | None, int] | None:
        """What stands at a source offset: (node, attribute or None, offset within the decoded value).

        None where no text or attribute value stands there: in a tag's name, a comment, behind the last node.
        """
        node, attribute, offsets = self._latest  # hits come in swarms
        index = bisect_right(offsets, offset) - 1
        if 0 <= index < len(offsets) - 1 and offsets[index] == offset:  # else in a reference or a tag in between
            return node, attribute, index
        found = self._find(offset)
        if found is None:
            return None
        self._latest = found
        return found[0], found[1], bisect_right(found[2], offset) - 1

    def _find(self, offset: int) -> tuple[Any, str | None, Sequence[int]] | None:
        """What stands at an offset, with the offsets of its characters."""
        if self._positions.placed:
            return self._placed_at(offset)
        element = self._last_before(offset)
        if element is not None:
            if self._tag is None or self._tag.element is not element:
                self._tag = _StartTag(element)
            if self._tag.begin <= offset < self._tag.end:
                return self._attribute_at(self._tag, offset)
        start = self._tree if element is None else element
        if (behind := self.text_behind(start, offset)) is not None:
            return behind, None, self._positions.text(behind) or ()
        for text in fostered_texts(start):
            offsets = self._positions.text(text)
            if offsets and offsets[0] <= offset < offsets[-1]:
                return text, None, offsets
        return None

    def text_behind(self, node: Any, offset: int) -> Text | None:
        """Of the texts between a node's start tag and the next tag that starts an element, the one at an offset."""
        if self._run[0] is not node:
            run = [
                (offsets[0], text)
                for text in texts_before_next_element(node)
                if (offsets := self._positions.text(text))
            ]
            run.sort(key=itemgetter(0))
            self._run = (node, run)
        run = self._run[1]
        at = bisect_right(run, offset, key=itemgetter(0)) - 1
        if at < 0:
            return None
        text = run[at][1]
        offsets = self._positions.text(text)
        return text if offsets and offset < offsets[-1] else None

    def _placed_at(self, offset: int) -> tuple[Any, str | None, Sequence[int]] | None:
        """The same in a tree whose texts were placed: its tags stand nowhere in the source."""
        if len(self._placed) != len(self._positions.placed):
            self._placed = sorted(self._positions.placed, key=self._begin)
            self._placed_starts = [self._begin(key) for key in self._placed]
        at = bisect_right(self._placed_starts, offset) - 1
        if at < 0:
            return None
        key = self._placed[at]
        offsets = self._positions.value(*key)
        return (*key, offsets) if offsets and offset < offsets[-1] else None

    def _begin(self, placed: tuple[Any, str | None]) -> int:
        offsets = self._positions.value(*placed)
        return offsets[0] if offsets else 0

    def _attribute_at(self, tag: _StartTag, offset: int) -> tuple[Any, str, Sequence[int]] | None:
        at = bisect_right(tag.attributes, offset, key=itemgetter(0)) - 1
        if at < 0:
            return None
        name = tag.attributes[at][1]
        offsets = self._positions.attribute(tag.element, name)
        return (tag.element, name, offsets) if offsets and offsets[0] <= offset < offsets[-1] else None

    def _last_before(self, offset: int) -> Element | None:
        """The element whose start tag is the last one that begins at or before an offset."""
        if self._starts is None and self._descents < _FEW:
            self._descents += 1
            if (found := self._descend(offset)) is not None:
                return found
        line, column = self._lines.at(offset)
        starts, elements = self._index()
        at = bisect_right(starts, (line, column - 1)) - 1
        return elements[at] if at >= 0 else None

    def _descend(self, offset: int) -> Element | None:
        """The same by going down the tree, which most pages can do without an index; None where that is not certain.

        It is certain when no tag begins between the element found and the offset, since the parser moves some.
        """
        found: Element | None = None
        node: Any = self._tree.root
        while isinstance(node, Element):
            found = node
            below = [child for child in node.children if isinstance(child, Element)]
            at = bisect_right(below, offset, key=_start)
            node = below[at - 1] if at else None
        while found is not None and found.source_location is None:  # made up by the parser
            found = found.parent if isinstance(found.parent, Element) else None
        if found is None:
            return None
        span = found.source_location.start_tag  # type: ignore[union-attr]
        if span.start_offset > offset or _START_TAG.search(self._source, span.end_offset, offset + 2):
            return None
        return found

    def _index(self) -> tuple[list[tuple[int, int]], list[Element]]:
        """The start tags' lines and columns (from 0) in order, and the elements that they begin."""
        if self._starts is None:
            starts: list[tuple[int, int]] = []
            elements: list[Element] = []
            for element in self._tree.iter_elements():
                if (position := element.position) is not None:
                    starts.append(position)
                    elements.append(element)
            if any(map(gt, starts, islice(starts, 1, None))):  # the parser moved some
                order = sorted(range(len(starts)), key=starts.__getitem__)
                starts, elements = [starts[at] for at in order], [elements[at] for at in order]
            self._starts = starts, elements
        return self._starts


class _StartTag:
    """An element's start tag: where it stands, and where in it the attributes begin."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.begin = self.end = 0
        self.attributes: list[tuple[int, str]] = []
        if (location := element.source_location) is not None:
            self.begin, self.end = location.start_tag.start_offset, location.start_tag.end_offset
            self.attributes = sorted((span.start_offset, name) for name, span in location.attrs.items())


def _start(element: Element) -> int:
    """Where an element's start tag begins, or the first one inside an element that the parser made up."""
    node: Any = element
    while isinstance(node, Element):
        location = node.source_location
        if location is not None:
            return int(location.start_tag.start_offset)
        node = next((child for child in node.children if isinstance(child, Element)), None)
    return 0
