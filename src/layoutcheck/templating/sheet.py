"""What the scan runs over: a page as bytes, and the way back from a byte to a spot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import Any, Protocol

from turbohtml import Text

from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page
from layoutcheck.templating.cut import cut
from layoutcheck.templating.glance import Glance, Looker, look_into_json
from layoutcheck.templating.locator import Locator
from layoutcheck.templating.reference import Decoded
from layoutcheck.templating.spot import is_json_ld
from layoutcheck.templating.value import Value

#: The bytes of UTF-8 that go on with a character.
_CONTINUED = bytes(range(0x80, 0xC0))


class Sheet(Protocol):
    """Bytes to scan."""

    data: bytes

    def inside(self, offset: int) -> int:
        """Where in the value that it belongs to a match is that ends on a byte offset."""

    def spot(self, offset: int) -> Spot | None:
        """The text or attribute value at a byte offset; asked in ascending order."""

    def json_ld(self, offset: int) -> bool:
        """Whether a byte offset surely lies in JSON-LD."""

    def glance(self, offset: int) -> Glance | int | None:
        """What stands around a byte offset, asked in ascending order.

        A number is an offset up to which nobody reads anything; None means that only the tree can tell.
        """


class SourceSheet:
    """The page's source without its scripts and styles (JSON-LD stays).

    Nothing is taken out of the tree for a page without hits, which is why this costs so little.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._source, pieces = cut(page)
        self._starts = [start for start, _, _ in pieces]
        self._json = [json_ld for _, _, json_ld in pieces]
        self._bytes: list[int] = []
        at = 0
        for start, end, _ in pieces:
            self._bytes.append(at)
            at += end - start
        view = memoryview(self._source)  # of which slices are no copies
        self.data = b"".join([view[start:end] for start, end, _ in pieces])
        self._decoded: Decoded | None = None
        self._locator = Locator(page, self._source)
        self._looker = Looker(self.data)

    def decode(self) -> None:
        """Read the punctuation that is written as character references."""
        self._decoded = Decoded(self.data)
        self.data = self._decoded.data
        self._looker = Looker(self.data)

    def inside(self, offset: int) -> int:
        """See :class:`Sheet`."""
        return _before_the_end(self.data, offset)

    def spot(self, offset: int) -> Spot | None:
        """See :class:`Sheet`."""
        if self._decoded:
            offset = self._decoded.original(offset)
        index = bisect_right(self._bytes, offset) - 1
        position = self._starts[index] + offset - self._bytes[index]
        if self._source.startswith(b"\r\n", position - 1):
            position -= 1  # two bytes, one character
        while position and self._source[position] & 0xC0 == 0x80:
            position -= 1  # a hit's last byte may be in the middle of a character
        return self._json_spot(position) if self._json[index] else self._locator.spot(position)

    def _json_spot(self, position: int) -> Spot | None:
        """The place in a JSON-LD script, of which the source is its text to the letter."""
        char = self._locator.characters(position)
        index = bisect_right(self._json_texts, char, key=itemgetter(0)) - 1
        if index < 0:
            return None
        begin, end, text = self._json_texts[index]
        return Spot(text, None, char - begin) if char < end else None

    @cached_property
    def _json_texts(self) -> list[tuple[int, int, Text]]:
        """The texts of JSON-LD scripts, with the offsets in the page's source at which each begins and ends."""
        found = []
        for script in self._page.tree.find_all("script"):
            if is_json_ld(script) and len(script.children) and (location := script.source_location):
                text, begin = script.children[0], location.start_tag.end_offset
                if isinstance(text, Text):
                    found.append((begin, begin + len(text.data), text))
        return sorted(found, key=itemgetter(0))

    def glance(self, offset: int) -> Glance | int | None:
        """See :class:`Sheet`."""
        return look_into_json(self.data, offset) if self.json_ld(offset) else self._looker.look(offset)

    def json_ld(self, offset: int) -> bool:
        """See :class:`Sheet`."""
        original = self._decoded.original(offset) if self._decoded else offset
        return self._json[bisect_right(self._bytes, original) - 1]


class TreeSheet:
    """Decoded texts and attribute values of the tree, written as tags would write them.

    For dumps, which have no tags. With ``plain`` each value stands on lines of its own, with no tags around it and
    nothing escaped: for patterns that were not written for tags.
    """

    def __init__(self, values: Iterable[Value], *, plain: bool = False) -> None:
        self._plain = plain
        parts: list[bytes] = []
        self._starts: list[int] = []
        self._values: list[tuple[Any, str | None]] = []
        #: The lengths of the values in characters, and in bytes as written.
        self._lengths: list[int] = []
        self._written: list[int] = []
        self._counted = (-1, 0, 0)
        at = 0
        for node, name, value in values:
            opening = "\n" if plain else ">" if name is None else f' {name}="'
            content = (value if plain else _escaped(value, name)).encode("utf-8", "replace")
            self._starts.append(at + len(opening))
            self._values.append((node, name))
            self._lengths.append(len(value))
            self._written.append(len(content))
            parts += (opening.encode(), content, b"\n" if plain else b"<" if name is None else b'"')
            at += len(opening) + len(content) + 1
        self.data = b"".join(parts)

    def values(self) -> Iterator[tuple[int, Any, bytes]]:
        """Where each value begins in the sheet, the node that it stands in, and how it is written."""
        for start, (node, _), length in zip(self._starts, self._values, self._written, strict=True):
            yield start, node, self.data[start : start + length]

    def inside(self, offset: int) -> int:
        """See :class:`Sheet`."""
        return offset if self._plain else _before_the_end(self.data, offset)

    def spot(self, offset: int) -> Spot | None:
        """See :class:`Sheet`."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        node, name = self._values[index]
        start = self._starts[index]
        length = self._lengths[index]
        straight = self._written[index] == length  # a byte a character
        at = offset - start if straight else self._count(index, start, offset + 1) - 1
        return Spot(node, name, min(max(at, 0), length)) if length else None

    def _count(self, index: int, start: int, end: int) -> int:
        """The characters of a value up to a byte, counted on from where the last count ended."""
        last, reached, count = self._counted
        if last != index or reached > end:
            reached, count = start, 0
        count += len(self.data[reached:end].translate(None, _CONTINUED))
        if not self._plain:
            # An "&amp;" that ends in the new stretch may begin up to four bytes before it, an "&lt;" up to three.
            count -= 4 * self.data.count(b"&amp;", max(start, reached - 4), end)
            count -= 3 * self.data.count(b"&lt;", max(start, reached - 3), end)
        self._counted = (index, end, count)
        return count

    def json_ld(self, offset: int) -> bool:
        """See :class:`Sheet`."""
        return False

    def glance(self, offset: int) -> Glance | int | None:
        """See :class:`Sheet`; the tree is at hand, so there is nothing to save."""
        return None


def _before_the_end(data: bytes, offset: int) -> int:
    """A cue may end on the bracket or quote that ends the value: one step back is inside it."""
    return offset - 1 if data[offset] in b"<>\"'" and offset else offset


def _escaped(value: str, attribute: str | None) -> str:
    """A value as a serializer writes it; in attributes ``<`` stands as it is."""
    value = value.replace("&", "&amp;")
    return value if attribute else value.replace("<", "&lt;")
