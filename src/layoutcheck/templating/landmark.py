"""The first pass over a page's source: where scripts and styles begin and end, and whether the page speaks to us."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page
from layoutcheck.templating.matcher import MOST_HITS, Matcher, matcher

#: What opens and closes a script or style; each closing mark stands behind its opening one.
MARKS = ("<script", "</script", "<style", "</style")
#: What ends a tag's name: ``<script-loader>`` is another element. To ask the matcher for it costs a third more.
_ENDS = frozenset([b" ", b"\t", b"\n", b"\f", b"\r", b"/", b">"])
#: What a comment says that switches findings off. To look for it here costs nothing, a look of its own a pass.
ADDRESS = "layoutcheck-"
#: What opens a server's code, or its include, that a browser hides.
HIDDEN = ("<?php", "<!--#", "<esi:include")
_ADDRESS = len(MARKS)


class Landmarks(NamedTuple):
    """A page's source as UTF-8, and what was seen in it.

    ``marks`` are the index in :data:`MARKS` and the offset of the byte behind each, in order; ``addressed`` says
    whether :data:`ADDRESS` may occur anywhere, ``hides`` whether one of :data:`HIDDEN` may.
    """

    source: bytes
    marks: list[tuple[int, int]]
    addressed: bool
    hides: bool


@once_a_page
def read_landmarks(page: Page) -> Landmarks:
    """The landmarks of a page.

    Where the body itself is UTF-8 it is taken as it is, with its CR LF, which saves encoding it again.
    """
    body = page.document.body
    straight = page.encoding == "UTF-8" and page.fits and not body.startswith(b"\xef\xbb\xbf")
    source = body if straight else encoded(page.source)
    seen = _matcher().scan(source)
    behind = [(index, last + 1) for index, last in seen if index < _ADDRESS]
    marks = [mark for mark in behind if source[mark[1] : mark[1] + 1] in _ENDS]
    full = len(seen) >= MOST_HITS
    others = {index for index, _ in seen if index >= _ADDRESS} if full or len(behind) < len(seen) else ()
    return Landmarks(source, marks, full or _ADDRESS in others, full or any(index > _ADDRESS for index in others))


def encoded(text: str) -> bytes:
    """Text as UTF-8, which half a surrogate pair has no place in."""
    return text.encode("utf-8", "replace")


@cache
def _matcher() -> Matcher:
    return matcher([*(f"(?i){mark}" for mark in MARKS), ADDRESS, *(f"(?i){re.escape(mark)}" for mark in HIDDEN)])
