"""A text that says the same twice in a row: a template printed its field two times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from turbohtml import Element

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.reading import visible_texts
from layoutcheck.newsroom.repetition.copy import is_line
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page

#: What is shorter may be a refrain, a cheer or a date.
_SHORTEST = 30
#: In a dump a picture's text may stand before the line that says the same.
_SHORTEST_IN_DUMP = 60
#: So many characters decide whether to look closer.
_GLANCE = 6
#: Twice the same is meant where text is a sample, an answer or a verse.
_MEANT = "pre, code, kbd, samp, textarea, option, blockquote, q, [class*=lyric], [class*=poem], [class*=verse]"
_Stretch = tuple[int, int]


class SaidTwice(NamedTuple):
    """Both halves of a text, and what each of them says."""

    first: Spot
    second: Spot
    text: str


def said_twice(page: Page) -> Iterator[SaidTwice]:
    """The texts (headlines, teasers, captions, paragraphs) that are one line and the same line again.

    White space stands between them, or nothing. Copies in elements of their own may be shown by turns.
    """
    if page.is_dump:
        for block in page.blocks:
            if len(block.text) > 2 * _SHORTEST_IN_DUMP and (halves := _halves(block.text)) is not None:
                yield SaidTwice(block.spot(*halves[0]), block.spot(*halves[1]), block.text[slice(*halves[0])])
        return
    root = page.tree.root  # to glance at all its strings costs a third of a walk through what is seen
    if root is None or not any(len(said) >= 2 * _SHORTEST and _halves(said) for said in root.strings):
        return
    for text, said in visible_texts(page):
        if (halves := _halves(said)) is None:
            continue
        holder = text.parent
        if isinstance(holder, Element) and holder.closest(_MEANT) is None and not is_hidden(holder):
            first, second = halves
            yield SaidTwice(Spot(text, None, *first), Spot(text, None, *second), collapsed(said[slice(*first)]))


def _halves(said: str) -> tuple[_Stretch, _Stretch] | None:
    """Where in a text a line stands and where it stands again; None for a text that is not just that."""
    begin, end = len(said) - len(said.lstrip()), len(said.rstrip())
    half = (end - begin) // 2
    if half < _SHORTEST or said[begin : begin + _GLANCE] != said[end - half : end - half + _GLANCE]:
        return None
    stop = end - half if (end - begin) % 2 == 0 else end - half - 1
    line = said[begin:stop]
    if line != said[end - half : end] or not (stop == end - half or said[stop].isspace()):
        return None
    words = line.split()
    if not is_line(line[:300]) or 2 * len(set(words)) <= len(words):
        return None  # a rule of dashes, a refrain
    return (begin, stop), (end - half, end)
