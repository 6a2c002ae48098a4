"""From a node of the tree back to its stretch of the source.

The parser keeps the source offsets of tags and attributes; text nodes have none. Their place follows from their
neighbours: a text begins where the tag before it ends. Character references make the source longer than the text, so
each stretch is walked along once to find where its characters stand. All of this happens for findings only.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

import turbohtml
from turbohtml import Comment, Element, ProcessingInstruction, Text

from layoutcheck.parse.alignment import align
from layoutcheck.parse.lines import Lines

#: Elements in whose text nothing is markup or a reference (HTML Standard, 13.1.2).
_RAW_TEXT = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"))
_COMMENT = re.compile(r"\s*(?:<!--.*?(?:-->|\Z)|<[!?/][^>]*>)", re.DOTALL)
#: So many characters of a page are looked through, again and again, for texts that do not stand where they should.
_PATIENCE = 200_000_000
_ATTRIBUTE_VALUE = re.compile(r".[^\s=]*\s*=\s*([\"']?)", re.DOTALL)


class Positions:
    """Source offsets of the nodes of one parsed page."""

    def __init__(self, source: str, tree: turbohtml.Document, lines: Lines) -> None:
        self._source = source
        self._tree = tree
        self._lines = lines
        self._aligned: dict[tuple[Any, str | None], Sequence[int] | None] = {}
        #: How many characters may yet be looked through.
        self._patience = _PATIENCE
        #: The texts and attributes that were placed and not parsed from tags.
        self.placed: list[tuple[Any, str | None]] = []

    def element(self, node: Element) -> tuple[int, int] | None:
        """The stretch of an element's start tag; None for elements that the parser made up (an implied tbody)."""
        location = node.source_location
        if location is None:
            return None
        span = location.start_tag
        self._lines.learn(span.start_offset, span.start_line)
        return span.start_offset, span.end_offset

    def comment(self, node: Comment | ProcessingInstruction) -> tuple[int, int] | None:
        """The stretch of the opening of a comment, ``<!--``, or of a processing instruction, ``<?php``.

        None where it stands nowhere.
        """
        opening, rest, close = ("<!--", node.data, "-->") if isinstance(node, Comment) else (f"<?{node.target}", "", "")
        at = self._end_before(node)
        if at is None:
            return None
        start = self._source.find(opening + rest, at) if self._bear(at) else -1
        if start < 0 and self._bear(0):  # behind the body, of whose end tags the last may stand further down
            start = self._source.rfind(opening + rest + close, 0, at)
        return (start, start + len(opening)) if start >= 0 else None

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

    def value(self, node: Any, attribute: str | None) -> Sequence[int] | None:
        """The offsets of an attribute's characters, or, without one, of a text node's."""
        return self.text(node) if attribute is None else self.attribute(node, attribute)

    def place_text(self, node: Text, offset: int) -> None:
        """Declare where a text node begins in the source, for trees that were not parsed from tags."""
        self._aligned[(node, None)] = range(offset, offset + len(node.data) + 1)
        self.placed.append((node, None))

    def place_attribute(self, node: Element, name: str, offset: int, length: int) -> None:
        """Declare where an attribute's value stands, for trees that were not parsed from tags."""
        self._aligned[(node, name)] = range(offset, offset + length + 1)
        self.placed.append((node, name))

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
