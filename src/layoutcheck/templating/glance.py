"""What the bytes around a hit look like: enough to tell most look-alikes before the tree is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import unescape

from layoutcheck.templating.spot import READ_ATTRIBUTES

#: How far a glance looks around a hit.
_SIGHT = 3000
#: So many bytes of a page are lexed: a hundred times as many as a large page has.
_PATIENCE = 100_000_000
_ATTRIBUTE = re.compile(rb"[\s/]*([^\s/>=]+)(?:\s*=\s*(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([^\s>\"'][^\s>]*|)))?")
_TAG_NAME = re.compile(rb"<[A-Za-z][^\s/>]{0,1000}")
_KEY = re.compile(rb'"([^"\\]{1,40})"\s*:\s*"\Z')
_TAG = re.compile(rb"<[^>]*>?")


class Glance:
    """What the bytes around a hit look like, before the tree is asked. Decoded only as far as somebody looks.

    ``until`` is the byte offset up to which hits share this glance.
    """

    __slots__ = ("_around", "_raw", "_values", "attribute", "json_ld", "known", "title", "until")

    def __init__(
        self,
        raw: tuple[bytes, ...],
        until: int,
        around: bytes = b"",
        *,
        attribute: bytes = b"",
        title: bool = False,
        json_ld: bool = False,
    ) -> None:
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
    def quoted(self) -> bool:
        """Whether the hit may stand in an attribute's value that holds tags."""
        return len(self._raw) > 1

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


class Looker:
    """Looks at hits in tags and text, asked in ascending order."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        #: The tag before the last glance, and how far into it the glances went.
        self._tag = self._lexed = 0
        self._last: Glance | None = None
        #: How many bytes may yet be lexed: what looks like a tag may have an attribute without end.
        self._patience = _PATIENCE

    def look(self, offset: int) -> Glance | int | None:
        """What stands around a byte offset, or the offset up to which nobody reads anything; None for no more looks."""
        if self._patience < 0:
            return None
        if self._last is not None and offset < self._last.until:
            return self._last
        seen = self._look(offset)
        self._last = seen if seen.read else None
        return seen if seen.read else seen.until

    def _look(self, offset: int) -> Glance:
        data = self._data
        low, high = max(0, offset - _SIGHT), min(len(data), offset + _SIGHT)
        tag = data.rfind(b"<", self._tag, offset + 1)
        if tag > self._tag:
            self._tag = self._lexed = tag
        tag = self._tag
        name = _TAG_NAME.match(data, tag)
        next_value = len(data)
        if name is not None and offset >= name.end():
            for match in _attributes(data, max(name.end(), self._lexed)):
                self._patience -= match.end() - match.start()
                if match.end() > offset:
                    self._lexed = match.start()
                    group = match.lastindex or 1
                    if group > 1 and match.start(group) <= offset:
                        read = match[1].lower() in READ_ATTRIBUTES
                        return Glance((match[group],) if read else (), match.end(), attribute=match[1].lower())
                    next_value = max(offset + 1, match.start(group))  # in a name, or between two attributes
                    break
        begin = data.rfind(b">", low, offset) + 1 or low
        end = data.find(b"<", offset, high)
        end = end if end >= 0 else high
        raw = [data[begin:end]]
        opening = data.rfind(b'="', low, tag)
        opening = max(opening, data.rfind(b"='", max(opening, low), tag))
        if opening >= 0:  # perhaps a tag in an attribute's value: title="<p>…"
            quote = data[opening + 1 : opening + 2]
            closing = data.find(quote, opening + 2, high)
            if closing > offset or closing < 0:
                raw.append(data[opening + 2 : closing if closing >= 0 else high])
        if name is not None and offset < name.end() and len(raw) == 1:
            return Glance((), name.end())  # a tag's name: nobody reads it, and the text behind it is another value
        around = data[max(0, offset - 700) : offset + 700]
        title = name is not None and name[0].lower() == b"<title"
        # Hits farther on see what this one doesn't: more of a long text, or of the attribute beyond the next tag.
        until = end if end < high and len(raw) == 1 else min(end, offset + _SIGHT // 2)
        return Glance(tuple(raw), min(until, next_value), around, title=title)


def look_into_json(data: bytes, offset: int) -> Glance:
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
    return unescape(text) if "&" in text else text
