"""Punctuation of which placeholders are made, written as character references and read as what it stands for."""

from __future__ import annotations

import re
from bisect import bisect_right

from turbohtml import unescape

#: What the scan looks for; over the source's bytes.
CODED = (
    r"&#0?(?:3[567]|60|91|123);|&#[xX]0?(?:2[345]|3[cC]|5[bB]|7[bB]);|&(?:lbrace|lcub|lbrack|lsqb|percnt|dollar|num);"
)
#: What is read where one of them occurs: who codes one mark codes others.
_CODED = re.compile(rb"&#(?:0?[0-9]{2,3}|[xX]0?[2-7][0-9a-fA-F]);|&(?:lbrace|lcub|lbrack|lsqb|percnt|dollar|num);")
#: What would mean something else to a reader of tags.
_MARKUP = {"<": b"&lt;", ">": b"&gt;", "&": b"&amp;"}


class Decoded:
    """Bytes with such references made characters, and the way back to where each byte stood."""

    def __init__(self, data: bytes) -> None:
        parts: list[bytes] = []
        #: Offsets of the decoded bytes, and by how many bytes what stands from there on was moved.
        self._from = [0]
        self._moved = [0]
        at = length = 0
        for match in _CODED.finditer(data):
            parts += (data[at : match.start()], _character(match[0]))
            at = match.end()
            length += len(parts[-2]) + len(parts[-1])
            self._from.append(length)
            self._moved.append(at - length)
        self.data = b"".join((*parts, data[at:]))

    def original(self, offset: int) -> int:
        """The offset in the bytes as they were; within a character that was a reference, near its beginning."""
        return offset + self._moved[bisect_right(self._from, offset) - 1]


def _character(reference: bytes) -> bytes:
    char = unescape(reference.decode())
    if char in _MARKUP:
        return _MARKUP[char]
    return char.encode() if char.isprintable() and char.isascii() and char not in "\"'" else reference
