"""What the scan runs over: a page as bytes, and the way back from a byte to a spot."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Protocol

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page

#: Elements whose content nobody reads as text.
_LEFT_OUT = ("script", "style", "template")


class Sheet(Protocol):
    """Bytes to scan."""

    data: bytes

    def spot(self, offset: int) -> Spot | None:
        """The text or attribute value at a byte offset; offsets must not decrease from call to call."""


class SourceSheet:
    """The page's source without its scripts and styles (JSON-LD stays).

    Nothing is taken out of the tree for a page without hits, which is why this costs so little.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        pieces = list(_kept(page))
        encoded = [page.source[start:end].encode("utf-8", "replace") for start, end in pieces]
        self.data = b"".join(encoded)
        self._chars = [start for start, _ in pieces]
        self._bytes, at = [], 0
        for piece in encoded:
            self._bytes.append(at)
            at += len(piece)
        self._last = (0, 0, 0)

    def spot(self, offset: int) -> Spot | None:
        """See :class:`Sheet`."""
        index = bisect_right(self._bytes, offset) - 1
        begin = self._bytes[index]
        piece, byte, char = self._last
        if piece != index or byte > offset + 1 or not char:
            byte, char = begin, self._chars[index]
        # Only whole characters count, so that a hit's last byte gives the character that it ends.
        char += len(self.data[byte : offset + 1].decode("utf-8", "ignore"))
        if offset + 1 >= len(self.data) or self.data[offset + 1] & 0xC0 != 0x80:
            self._last = (index, offset + 1, char)
        return self._page.spot_at(max(char - 1, 0))


class TreeSheet:
    """The decoded texts and attribute values of the tree, written as tags would write them.

    For dumps, which have no tags, and for pages that write punctuation as character references.
    """

    def __init__(self, page: Page) -> None:
        parts: list[bytes] = []
        self._starts: list[int] = []
        self._values: list[tuple[Any, str | None]] = []
        at = 0
        for node in page.tree.descendants:
            if isinstance(node, Text):
                written = [(">", None, node.data)] if _read(node) else []
            elif isinstance(node, Element):
                written = [(f' {name}="', name, node.attr(name) or "") for name in node.attrs]
            else:
                continue
            for lead, name, value in written:
                opening = lead.encode("utf-8", "replace")
                content = value.replace("&", "&amp;").encode("utf-8", "replace")
                self._starts.append(at + len(opening))
                self._values.append((node, name))
                parts += (opening, content, b"<" if name is None else b'"')
                at += len(opening) + len(content) + 1
        self.data = b"".join(parts)

    def spot(self, offset: int) -> Spot | None:
        """See :class:`Sheet`."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        node, name = self._values[index]
        before = self.data[self._starts[index] : offset + 1].decode("utf-8", "ignore").replace("&amp;", "&")
        value = node.data if name is None else node.attr(name) or ""
        return Spot(node, name, min(max(len(before) - 1, 0), len(value))) if value else None


def _kept(page: Page) -> list[tuple[int, int]]:
    """The stretches of the source outside scripts, styles and templates."""
    found: list[tuple[int, int]] = []
    at = 0
    for element in page.tree.iter_elements(_LEFT_OUT):
        if element.tag == "script" and "ld+json" in (element.attr("type") or "").lower():
            continue
        location = element.source_location
        if location is None or location.start_tag.end_offset < at:
            continue
        found.append((at, location.start_tag.end_offset))
        at = location.end_tag.start_offset if location.end_tag else _unclosed(element, page)
    found.append((at, len(page.source)))
    return [(start, end) for start, end in found if end > start]


def _unclosed(element: Element, page: Page) -> int:
    """A script that is never closed swallows the rest of the page; a template only what the tree says."""
    if element.tag != "template":
        return len(page.source)
    return int(element.source_location.start_tag.end_offset) if element.source_location else 0


def _read(text: Text) -> bool:
    parent = text.parent
    if not isinstance(parent, Element) or parent.tag not in _LEFT_OUT:
        return True
    return parent.tag == "script" and "ld+json" in (parent.attr("type") or "").lower()
