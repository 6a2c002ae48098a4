"""From a node of the tree back to its stretch of the source.

The parser keeps the source offsets of tags and attributes; text nodes have none. Their place follows from their
neighbours: a text begins where the tag before it ends. Character references make the source longer than the text, so
each stretch is walked along once to find where its characters stand. All of this happens for findings only.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import gt, itemgetter
from typing import Any

import turbohtml
from turbohtml import Comment, Element, ProcessingInstruction, Text

from layoutcheck.parse.alignment import align
from layoutcheck.parse.lines import Lines
from layoutcheck.parse.neighbour import fostered_texts, texts_before_next_element

#: Elements in whose text nothing is markup or a reference (HTML Standard, 13.1.2).
_RAW_TEXT = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"))
_OPENING = "<!--"
_START_TAG = re.compile(r"<[A-Za-z]")
_COMMENT = re.compile(r"\s*(?:<!--.*?(?:-->|\Z)|<[!?/][^>]*>)", re.DOTALL)
#: So many characters of a page are looked through, again and again, for texts that do not stand where they should.
_PATIENCE = 200_000_000
#: So often the tree is gone down before an index of it is made.
_FEW = 3
_ATTRIBUTE_VALUE = re.compile(r".[^\s=]*\s*=\s*([\"']?)", re.DOTALL)


class Positions:
    """Source offsets of the nodes of one parsed page."""

    def __init__(self, source: str, tree: turbohtml.Document, lines: Lines) -> None:
        self._source = source
        self._tree = tree
        self._lines = lines
        self._aligned: dict[tuple[Any, str | None], Sequence[int] | None] = {}
        self._starts: tuple[list[tuple[int, int]], list[Element]] | None = None
        self._descents = 0
        #: How many characters may yet be looked through.
        self._patience = _PATIENCE
        self._latest: tuple[Any, str | None, Sequence[int]] = (None, None, ())
        #: The start tag looked at last: one with many attributes is dear to look at.
        self._tag: _StartTag | None = None
        #: A node, and the texts behind its start tag by where they begin.
        self._run: tuple[Any, list[tuple[int, Text]]] = (None, [])
        #: What was placed and not parsed from tags, and, once asked for, the same by where it begins.
        self._placed: list[tuple[Any, str | None]] = []
        self._placed_starts: list[int] = []

    def element(self, node: Element) -> tuple[int, int] | None:
        """The stretch of an element's start tag; None for elements that the parser made up (an implied tbody)."""
        location = node.source_location
        if location is None:
            return None
        span = location.start_tag
        self._lines.learn(span.start_offset, span.start_line)
        return span.start_offset, span.end_offset

    def comment(self, node: Comment) -> tuple[int, int] | None:
        """The stretch of a comment's opening, ``<!--``; None where it stands nowhere near its place in the tree."""
        at = self._end_before(node)
        start = -1 if at is None else self._source.find(_OPENING, at)
        while start >= 0 and self._bear(start):
            if self._source.startswith(node.data, start + len(_OPENING)):
                return start, start + len(_OPENING)
            start = self._source.find(_OPENING, start + 1)
        return None

    def attribute(self, node: Element, name: str) -> Sequence[int] | None:
        """The offsets of an attribute value's characters (see :func:`align`, but absolute)."""
        key = (node, name)
        if key not in self._aligned:
            self._aligned[key] = self._align_attribute(node, name)
        return self._aligned[key]

    def text(self, node: Text) -> Sequence[int] | None:
        """The offsets of a text node's characters (see :func:`align`, but absolute)."""
        key = (node, None)
        if key not in self._aligned:
            for earlier in self._unaligned_before(node):  # oldest first, so that no chain of siblings recurses
                self._aligned[(earlier, None)] = self._align_text(earlier)
            self._aligned[key] = self._align_text(node)
        return self._aligned[key]

    def _unaligned_before(self, node: Text) -> list[Text]:
        found: list[Text] = []
        for sibling in node.previous_siblings:
            if isinstance(sibling, Element) or (sibling, None) in self._aligned:
                break
            if isinstance(sibling, Text):
                found.append(sibling)
        return found[::-1]

    def place_text(self, node: Text, offset: int) -> None:
        """Declare where a text node begins in the source, for trees that were not parsed from tags."""
        self._aligned[(node, None)] = range(offset, offset + len(node.data) + 1)
        self._placed.append((node, None))

    def place_attribute(self, node: Element, name: str, offset: int, length: int) -> None:
        """Declare where an attribute's value stands, for trees that were not parsed from tags."""
        self._aligned[(node, name)] = range(offset, offset + length + 1)
        self._placed.append((node, name))

    def _align_attribute(self, node: Element, name: str) -> Sequence[int] | None:
        location = node.source_location
        if location is None or name not in location.attrs:
            return None
        span = location.attrs[name]
        self._lines.learn(span.start_offset, span.start_line)
        match = _ATTRIBUTE_VALUE.match(self._source, span.start_offset, span.end_offset)
        if match is None:  # an attribute without a value
            return [span.start_offset]
        return align(self._source, node.attr(name) or "", match.end(), span.end_offset - len(match[1]))

    def _align_text(self, node: Text) -> Sequence[int] | None:
        start = self._end_before(node)
        text = node.data
        if start is not None:
            parent = node.parent
            if isinstance(parent, Element) and parent.tag in _RAW_TEXT and self._source.startswith(text, start):
                return range(start, start + len(text) + 1)  # no references there
            if "&" not in text and self._source.startswith(text, start):
                return range(start, start + len(text) + 1)
            aligned = self._align(text, start)
            if aligned is not None:
                return aligned
        return self._search(node, text, start)

    def _align(self, text: str, start: int) -> Sequence[int] | None:
        """Align a text that begins at an offset; what the tree builder ignored may be longer than the text."""
        end = len(self._source)
        stop = start + 4 * len(text) + 4096
        if stop < end and (aligned := align(self._source, text, start, stop)):
            return aligned
        if stop < end and not self._bear(start):
            return None
        return align(self._source, text, start, end)

    def _bear(self, start: int) -> bool:
        """Whether the source may be looked through once more, from an offset to its end."""
        self._patience -= len(self._source) - start
        return self._patience > 0

    def _search(self, node: Text, text: str, start: int | None) -> Sequence[int] | None:
        """Find a text that the tree builder moved (foster parenting): behind what it was moved to, else anywhere."""
        head = html.escape(text.strip()[:40], quote=False)
        lead = len(text) - len(text.lstrip())
        parent = node.parent
        begin = 0
        if isinstance(parent, Element) and (span := self.element(parent)):
            begin = span[1]
        for where in dict.fromkeys((begin if start is None else start, begin, 0)):
            for wanted in (text.strip()[:40], head):
                found = self._source.find(wanted, where) if wanted and self._bear(where) else -1
                if found >= 0 and (aligned := self._align(text.lstrip(), found)):
                    return [found] * lead + [*aligned]
        return None

    def _end_before(self, node: Any) -> int | None:
        """Where the source goes on behind whatever stands before ``node``."""
        while True:
            previous = node.previous_sibling
            if previous is not None:
                return self._end_of(previous)
            parent = node.parent
            if not isinstance(parent, Element):
                return 0
            span = self.element(parent)
            if span is not None:
                return span[1]
            node = parent  # a made-up parent begins where its first child does

    def _end_of(self, node: Any) -> int | None:
        for _ in range(512):  # the parser nests no deeper
            if isinstance(node, Element):
                location = node.source_location
                if location and location.end_tag:
                    span = location.end_tag
                    self._lines.learn(span.start_offset, span.start_line)
                    return int(span.end_offset)
                if len(node.children):
                    node = node.children[-1]
                    continue
                return int(location.start_tag.end_offset) if location else self._end_before(node)
            if isinstance(node, Text):
                offsets = self.text(node)
                return offsets[-1] if offsets else None
            return self._end_of_comments(node)
        return None

    def _end_of_comments(self, node: Any) -> int | None:
        """Where a comment ends, by way of the comments that stand right before it."""
        run = [node]
        while run[-1].previous_sibling is not None and isinstance(
            run[-1].previous_sibling, Comment | ProcessingInstruction
        ):
            run.append(run[-1].previous_sibling)
        at = self._end_before(run[-1])
        if at is None:
            return None
        for _ in run:
            match = _COMMENT.match(self._source, at)
            at = match.end() if match else at
        return at

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
        if self._placed:
            return self._find_placed(offset)
        element = self._last_before(offset)
        if element is not None:
            if self._tag is None or self._tag.element is not element:
                self._tag = _StartTag(element)
            if self._tag.begin <= offset < self._tag.end:
                return self._attribute_at(self._tag, offset)
        start = self._tree if element is None else element
        if (behind := self.text_behind(start, offset)) is not None:
            return behind, None, self._aligned[(behind, None)] or ()
        for text in fostered_texts(start):
            offsets = self.text(text)
            if offsets and offsets[0] <= offset < offsets[-1]:
                return text, None, offsets
        return None

    def text_behind(self, node: Any, offset: int) -> Text | None:
        """Of the texts between a node's start tag and the next tag that starts an element, the one at an offset."""
        if self._run[0] is not node:
            run = [(offsets[0], text) for text in texts_before_next_element(node) if (offsets := self.text(text))]
            run.sort(key=itemgetter(0))
            self._run = (node, run)
        run = self._run[1]
        at = bisect_right(run, offset, key=itemgetter(0)) - 1
        if at < 0:
            return None
        text = run[at][1]
        offsets = self._aligned[(text, None)]
        return text if offsets and offset < offsets[-1] else None

    def _find_placed(self, offset: int) -> tuple[Any, str | None, Sequence[int]] | None:
        """The same in a tree whose texts were placed: its tags stand nowhere in the source."""
        if len(self._placed_starts) != len(self._placed):
            self._placed.sort(key=self._begin)
            self._placed_starts = [self._begin(key) for key in self._placed]
        at = bisect_right(self._placed_starts, offset) - 1
        if at < 0:
            return None
        key = self._placed[at]
        offsets = self._aligned[key]
        return (*key, offsets) if offsets and offset < offsets[-1] else None

    def _begin(self, placed: tuple[Any, str | None]) -> int:
        offsets = self._aligned[placed]
        return offsets[0] if offsets else 0

    def _attribute_at(self, tag: _StartTag, offset: int) -> tuple[Any, str, Sequence[int]] | None:
        at = bisect_right(tag.attributes, offset, key=itemgetter(0)) - 1
        if at < 0:
            return None
        name = tag.attributes[at][1]
        offsets = self.attribute(tag.element, name)
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
