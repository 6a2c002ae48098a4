"""What the scan runs over: a page as bytes, and the way back from a byte to a spot."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page
from layoutcheck.templating.matcher import Matcher, matcher
from layoutcheck.templating.spot import READ_ATTRIBUTES, is_json_ld

#: Elements whose content nobody reads as text.
_LEFT_OUT = ("script", "style", "template")
#: What opens and closes a stretch to leave out.
_MARKS = ("<script", "</script", "<style", "</style", "<!--", "-->")
_SCRIPT, _SCRIPT_END, _STYLE, _STYLE_END, _COMMENT, _COMMENT_END = range(len(_MARKS))
_LENGTHS = [len(mark) for mark in _MARKS]
_ENDS = {_SCRIPT: _SCRIPT_END, _STYLE: _STYLE_END, _COMMENT: _COMMENT_END}
#: How far a glance looks around a hit.
_SIGHT = 3000
_ATTRIBUTE = re.compile(rb"[\s/]*([^\s/>=]+)(?:\s*=\s*(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([^\s>\"']*)))?")
_TAG_NAME = re.compile(rb"<[A-Za-z][^\s/>]*")
_KEY = re.compile(rb'"([^"\\]{1,40})"\s*:\s*"\Z')
_TAG = re.compile(rb"<[^>]*>?")


class Glance:
    """What the bytes around a hit look like, before the tree is asked. Decoded only as far as somebody looks.

    ``until`` is the byte offset up to which hits share this glance.
    """

    __slots__ = ("_around", "_raw", "_values", "attribute", "json_ld", "known", "title", "until")

    def __init__(self, raw: tuple[bytes, ...], until: int, around: bytes = b"", *, attribute: bytes = b"", title: bool = False, json_ld: bool = False) -> None:
        self._raw = raw
        #: The attribute's name where the hit surely stands in one; whether the text is the page's title.
        self.attribute = attribute.decode("ascii", "replace")
        self.title = title
        self._around = around
        self._values: list[str] = []
        self.until = until
        self.json_ld = json_ld
        #: For whoever asks many things of one glance: question -> answer.
        self.known: dict[str, bool] = {}

    @property
    def read(self) -> bool:
        """Whether anybody reads what stands there."""
        return bool(self._raw) or self.json_ld

    def values(self) -> Iterator[str]:
        """The strings of which one is the value around the hit."""
        yield from self._values
        for raw in self._raw[len(self._values) :]:
            self._values.append(_decoded(raw))
            yield self._values[-1]

    def flow(self) -> str:
        """The text around the first hit without its tags; "" in an attribute."""
        return " ".join(_decoded(_TAG.sub(b"", self._around)).split())


class Sheet(Protocol):
    """Bytes to scan."""

    data: bytes

    def spot(self, offset: int) -> Spot | None:
        """The text or attribute value at a byte offset; asked in ascending order."""

    def glance(self, offset: int) -> Glance | int | None:
        """What stands around a byte offset, asked in ascending order; an offset up to which nothing is read; None when it can't be told."""


class SourceSheet:
    """The page's source without its scripts and styles (JSON-LD stays).

    Nothing is taken out of the tree for a page without hits, which is why this costs so little.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._source = _utf8(page)
        pieces = _cut(self._source)
        if pieces is None:
            pieces = _cut_by_tree(page)
        self._starts = [start for start, _, _ in pieces]
        self._json = [json_ld for _, _, json_ld in pieces]
        self._bytes: list[int] = []
        at = 0
        for start, end, _ in pieces:
            self._bytes.append(at)
            at += end - start
        self.data = b"".join([self._source[start:end] for start, end, _ in pieces])
        self._last = (0, 0)
        #: The tag before the last glance, and how far into it the glances went.
        self._tag = self._lexed = 0
        self._glance: Glance | None = None

    def spot(self, offset: int) -> Spot | None:
        """See :class:`Sheet`."""
        index = bisect_right(self._bytes, offset) - 1
        position = self._starts[index] + offset - self._bytes[index]
        byte, char = self._last if self._last[0] <= position else (0, 0)
        char += len(self._source[byte:position].decode("utf-8", "ignore"))
        if self._source[position] & 0xC0 == 0x80:
            char -= 1  # a hit's last byte is that of a character; whole ones before it count
        else:
            self._last = (position, char)
        found = self._page.spot_at(char)
        return found or (self._json_spot(char) if self._json[index] else None)

    def _json_spot(self, char: int) -> Spot | None:
        """The place in a JSON-LD script, of which the source is its text to the letter."""
        for script in self._page.tree.select("script"):
            location = script.source_location
            if location and is_json_ld(script) and location.start_tag.end_offset <= char and len(script.children):
                text = script.children[0]
                begin = location.start_tag.end_offset
                if isinstance(text, Text) and char < begin + len(text.data):
                    self._page.positions.place_text(text, begin)
                    return Spot(text, None, char - begin)
        return None

    def glance(self, offset: int) -> Glance | int | None:
        """See :class:`Sheet`."""
        index = bisect_right(self._bytes, offset) - 1
        if self._json[index]:
            return _json(self.data, offset)
        if self._glance is not None and offset < self._glance.until:
            return self._glance
        self._glance = seen = self._look(offset)
        if seen is None or seen.read:
            return seen
        self._glance = None
        return seen.until

    def _look(self, offset: int) -> Glance | None:
        data = self.data
        low, high = max(0, offset - _SIGHT), min(len(data), offset + _SIGHT)
        tag = data.rfind(b"<", self._tag, offset + 1)
        if tag > self._tag:
            self._tag = self._lexed = tag
        tag = self._tag
        name = _TAG_NAME.match(data, tag)
        if name is not None and offset >= name.end():
            for match in _attributes(data, max(name.end(), self._lexed)):
                if match.end() > offset:
                    self._lexed = match.start()
                    group = match.lastindex or 1
                    if group > 1 and match.start(group) <= offset:
                        read = match[1].lower() in READ_ATTRIBUTES
                        return Glance((match[group],) if read else (), match.end(), attribute=match[1].lower())
                    break
        begin = data.rfind(b">", low, offset) + 1 or low
        end = data.find(b"<", offset, high)
        end = end if end >= 0 else high
        raw = [data[begin:end]]
        opening = max(data.rfind(b'="', low, tag), data.rfind(b"='", low, tag))
        if opening >= 0:  # perhaps a tag in an attribute's value: title="<p>…"
            quote = data[opening + 1 : opening + 2]
            closing = data.find(quote, opening + 2, high)
            if closing > offset or closing < 0:
                raw.append(data[opening + 2 : closing if closing >= 0 else high])
        around = data[max(0, offset - 700) : offset + 700]
        title = name is not None and name[0].lower() == b"<title"
        return Glance(tuple(raw), end if len(raw) == 1 else offset + 1, around, title=title)


def _json(data: bytes, offset: int) -> Glance:
    """The JSON string around a hit and its key, when both stand near."""
    low, high = max(0, offset - _SIGHT), min(len(data), offset + _SIGHT)
    begin = data.rfind(b'"', low, offset + 1) + 1
    end = data.find(b'"', max(begin, offset), high)
    if not begin or end < 0 or b"\\" in data[begin - 2 : end]:
        return Glance((), offset + 1, json_ld=True)
    key = _KEY.search(data, max(low, begin - 60), begin)
    return Glance((data[begin:end],), end, attribute=key[1] if key else b"", json_ld=True)


def _attributes(data: bytes, at: int) -> Iterator[re.Match[bytes]]:
    """The attributes of a tag from ``at`` on, to the tag's end."""
    while data[at : at + 1] != b">":
        match = _ATTRIBUTE.match(data, at)
        if match is None:
            return
        yield match
        at = match.end()


def _decoded(value: bytes) -> str:
    text = value.decode("utf-8", "ignore")
    return html.unescape(text) if "&" in text else text


class TreeSheet:
    """The decoded texts and attribute values of the tree, written as tags would write them.

    For dumps, which have no tags, and for pages that write punctuation as character references. With ``plain`` each value
    stands on lines of its own, with no tags around it and nothing escaped.
    """

    def __init__(self, page: Page, *, plain: bool = False) -> None:
        self._plain = plain
        parts: list[bytes] = []
        self._starts: list[int] = []
        self._values: list[tuple[Any, str | None]] = []
        at = 0
        for node in page.tree.descendants:
            for lead, name, value in _written(node):
                opening = b"\n" if plain else lead.encode("utf-8", "replace")
                content = (value if plain else value.replace("&", "&amp;")).encode("utf-8", "replace")
                self._starts.append(at + len(opening))
                self._values.append((node, name))
                parts += (opening, content, b"\n" if plain else b"<" if name is None else b'"')
                at += len(opening) + len(content) + 1
        self.data = b"".join(parts)

    def spot(self, offset: int) -> Spot | None:
        """See :class:`Sheet`."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        node, name = self._values[index]
        before = self.data[self._starts[index] : offset + 1].decode("utf-8", "ignore")
        if not self._plain:
            before = before.replace("&amp;", "&")
        value = node.data if name is None else node.attr(name) or ""
        return Spot(node, name, min(max(len(before) - 1, 0), len(value))) if value else None

    def glance(self, offset: int) -> Glance | int | None:
        """See :class:`Sheet`; the tree is at hand, so there is nothing to save."""
        return None


def _written(node: Any) -> Iterator[tuple[str, str | None, str]]:
    if isinstance(node, Text):
        parent = node.parent
        if not isinstance(parent, Element) or parent.tag not in _LEFT_OUT or is_json_ld(parent):
            yield ">", None, node.data
    elif isinstance(node, Element):
        for name in node.attrs:
            yield f' {name}="', name, node.attr(name) or ""


def _utf8(page: Page) -> bytes:
    """The source as UTF-8: the body itself where it is that, which saves encoding it again."""
    body = page.document.body
    if page.encoding == "UTF-8" and b"\r" not in body and "\ufffd" not in page.source and not body.startswith(b"\xef\xbb\xbf"):
        return body
    return page.source.encode("utf-8", "replace")


def _cut(source: bytes) -> list[tuple[int, int, bool]] | None:
    """The stretches outside scripts, styles and comments, and whether they are JSON-LD; by the bytes alone.

    None where only the tree can tell: tags in quotes, scripts in scripts, ends that are missing.
    """
    found: list[tuple[int, int, bool]] = []
    at = 0  # where the stretch begins that is being read
    waiting = -1  # for which end, while in something to leave out
    begin = 0  # where that something begins
    json_ld = escaped = False
    for index, last in _marks().scan(source):
        if waiting < 0:
            if index not in _ENDS:
                continue
            start = last - _LENGTHS[index] + 1
            if index == _COMMENT:
                begin = start
            else:
                low = max(at, start - 400)
                if source.rfind(b"<", low, start) > source.rfind(b">", low, start):
                    return None
                begin = source.find(b">", last) + 1
                if not begin:
                    return None
                json_ld = index == _SCRIPT and b"ld+json" in source[start:begin].lower()
            waiting, escaped = _ENDS[index], False
        elif index == waiting and last >= begin + 2:
            found.append((at, begin, False))
            at = last + 1 if waiting == _COMMENT_END else last - _LENGTHS[index] + 1
            if json_ld:
                found.append((begin, at, True))
            waiting, json_ld = -1, False
        elif index == _COMMENT and last >= begin:
            if waiting == _COMMENT_END:
                return None
            escaped = True
        elif waiting == _SCRIPT_END and index == _SCRIPT and escaped and last >= begin:
            return None
    if waiting >= 0:
        return None
    found.append((at, len(source), False))
    return found


@cache
def _marks() -> Matcher:
    return matcher([f"(?i){mark}" for mark in _MARKS])


def _cut_by_tree(page: Page) -> list[tuple[int, int, bool]]:
    """The same by the tree."""
    found: list[tuple[int, int, bool]] = []
    elements = [element for tag in ("script", "style") for element in page.tree.select(tag)]
    located = [(location, element) for element in elements if (location := element.source_location)]
    located.sort(key=lambda one: one[0].start_tag.start_offset)
    byte = char = 0

    def encoded(offset: int) -> int:
        nonlocal byte, char
        byte += len(page.source[char:offset].encode("utf-8", "replace"))
        char = offset
        return byte

    at = 0
    for location, element in located:
        if location.start_tag.end_offset < char:
            continue
        begin = encoded(location.start_tag.end_offset)
        end = encoded(location.end_tag.start_offset if location.end_tag else len(page.source))
        found.append((at, begin, False))
        if is_json_ld(element):
            found.append((begin, end, True))
        at = end
    found.append((at, encoded(len(page.source)), False))
    return found
