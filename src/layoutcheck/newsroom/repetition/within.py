"""A text that says the same twice in a row: a template printed its field two times."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.reading import text_spot, visible_texts
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

    White space stands between them, a line break, or nothing. Copies in elements of their own may be shown by turns.
    """
    if page.is_dump:
        for block in page.blocks:
            if len(block.text) > 2 * _SHORTEST_IN_DUMP and (halves := _halves(block.text)) is not None:
                yield SaidTwice(block.spot(*halves[0]), block.spot(*halves[1]), block.text[slice(*halves[0])])
        return
    root = page.tree.root
    if root is None or not _may_say_twice([said.strip() for said in root.strings if len(said) >= _SHORTEST]):
        return
    before: Text | None = None
    for text, said in visible_texts(page):
        holder = text.parent
        if (halves := _halves(said)) is not None:
            first, second = Spot(text, None, *halves[0]), Spot(text, None, *halves[1])
            line = collapsed(said[slice(*halves[0])])
        elif before is not None and len(said) >= _SHORTEST and _are_two_lines(before, text):
            first, second, line = text_spot(before), text_spot(text), collapsed(said)
        else:
            before = text
            continue
        if isinstance(holder, Element) and holder.closest(_MEANT) is None and not is_hidden(holder):
            yield SaidTwice(first, second, line)


def _may_say_twice(said: list[str]) -> bool:
    """Whether one of the long strings of a page, or of two neighbours, says a line twice.

    To glance at them all costs a third of a walk through what is seen.
    """
    return any(one == other for one, other in pairwise(said)) or any(
        len(one) >= 2 * _SHORTEST and _halves(one) for one in said
    )


def _are_two_lines(one: Text, other: Text) -> bool:
    """Whether an element holds nothing but two texts that say the same, and line breaks."""
    line = collapsed(other.data)
    holder = one.parent
    if collapsed(one.data) != line or not isinstance(holder, Element) or other.parent != holder or not is_line(line):
        return False
    others = (node for node in holder.children if node not in (one, other))
    return all(node.data.isspace() if isinstance(node, Text) else getattr(node, "tag", "br") == "br" for node in others)


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
