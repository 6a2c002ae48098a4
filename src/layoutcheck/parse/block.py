"""The blocks of a page: stretches of text as a reader sees them, each with its way back to the nodes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot

#: Elements whose text is nobody's text: never shown, or shown by something that is not the page.
UNREAD = frozenset(
    "script style template noscript head title svg math iframe object embed canvas audio video noembed noframes "
    "textarea select option datalist".split()
)
#: Elements that browsers lay out as blocks (HTML Standard, section 15.3), with ``br`` and ``hr``, which end a line.
BLOCK = frozenset(
    "address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav "
    "ol optgroup p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split()
)
#: Characters that are neither seen nor a gap.
_UNSEEN = re.compile(r"[\u200c\u200d\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff\u00ad]+")
#: White space that does not stay one character where it is: at the beginning, several, or one that nobody sees.
_UNEVEN = re.compile(rf"\A{_SPACE.pattern}|{_SPACE.pattern[:-1]}{{2,}}|{_UNSEEN.pattern}")
_VISIBLE_GAP = re.compile(r"[\s\u200b]")


@dataclass(unsafe_hash=True)  # nobody changes one; to forbid it would make each three times as dear to make
class TextBlock:
    """One block of text: the inline content between two block boundaries.

    ``text`` has its white space collapsed; ``node`` is the block element that holds it; ``pieces`` are the text nodes.
    """

    text: str
    node: Element
    pieces: tuple[Text, ...]

    @property
    def tag(self) -> str:
        """The block element's name (``p``, ``h1``, ``li``)."""
        return self.node.tag

    @cached_property
    def _begins(self) -> list[int]:
        """Where each of the pieces begins in all of them together."""
        return list(accumulate((len(piece.data) for piece in self.pieces), initial=0))

    @cached_property
    def _stretches(self) -> tuple[list[int], list[int]]:
        return collapse("".join(piece.data for piece in self.pieces))

    def _at(self, index: int) -> tuple[Text, int]:
        """The text node of a character of ``text``, and its offset there."""
        begins, offsets = self._stretches
        stretch = bisect_right(begins, index) - 1
        offset = offsets[stretch] + index - begins[stretch]
        piece = bisect_right(self._begins, offset) - 1
        return self.pieces[piece], offset - self._begins[piece]

    def spot(self, start: int = 0, end: int | None = None) -> Spot:
        """The spot of ``text[start:end]``, across inline elements where need be."""
        stop = len(self.text) if end is None else end
        first_node, first = self._at(start)
        last_node, last = self._at(max(stop - 1, start))
        if first_node == last_node:
            return Spot(first_node, None, first, last + 1)
        return Spot(first_node, None, first, None, until=Spot(last_node, None, 0, last + 1))


def collapse(raw: str) -> tuple[list[int], list[int]]:
    """The stretches of ``raw`` that collapsing white space leaves as they are.

    Where each begins in the collapsed text, and where in ``raw``. A gap that a reader sees is one character of the
    stretch before it; behind the last character that is kept there may be stretches of none.
    """
    begins, offsets = [0], [0]
    length = at = 0
    for match in _UNEVEN.finditer(raw):
        length += match.start() - at
        at = match.end()
        if length and _VISIBLE_GAP.search(match[0]):
            length += 1
        begins.append(length)
        offsets.append(at)
    return begins, offsets


def single_spaced(raw: str) -> str:
    """``raw`` with runs of white space made one space."""
    bare = raw.strip()
    # Most lines need no more, which is seen faster than done; white space but spaces counts as not printable.
    return bare if bare.isprintable() and "  " not in bare else " ".join(bare.split())


def collapsed(raw: str) -> str:
    """``raw`` with runs of white space made one space, soft hyphens and zero-width characters taken out."""
    bare = raw.strip()
    if bare.isprintable() and "  " not in bare:  # neither white space but single spaces, nor unseen characters
        return bare
    if not raw.isascii():
        raw = _UNSEEN.sub("", raw.replace("\u200b", " "))
    return " ".join(raw.split())  # what \s means is what split() means


def blocks(root: Any, *, behind: Any = None, without: Callable[[Element], bool] | None = None) -> Iterator[TextBlock]:
    """The text blocks below ``root`` in document order; unread elements and empty blocks are left out.

    With ``behind``, only those behind that node; block elements that ``without`` tells of are left out whole. The
    parser walks, since it does so forty times faster than we could: two texts belong to one block when the same block
    element holds them and no other begins between them.
    """
    owners: dict[Any, Any] = {root: root}
    pieces: list[Text] = []
    said: list[str] = []
    holder = root
    apart = True
    unread_until: Any = None
    for node in root.descendants if behind is None else behind.following:
        if unread_until is not None:
            if node is not unread_until:
                continue
            unread_until = None
        kind = type(node)  # of thousands of nodes: to compare types takes half as long as isinstance
        if kind is Text:
            data = node.data
            if apart and data.isspace():
                continue
            parent = node.parent
            owner = owners.get(parent) or _owner(parent, owners)
            if apart or owner is not holder:
                if pieces and (text := collapsed("".join(said))):
                    yield TextBlock(text, holder, tuple(pieces))
                pieces, said, holder, apart = [], [], owner, False
            pieces.append(node)
            said.append(data)
        elif kind is Element:
            if (tag := node.tag) in BLOCK:
                apart = True
                if without is None or not without(node):
                    continue
            elif tag not in UNREAD:
                continue
            unread_until = next(node.following, None)
            if unread_until is None:
                break
    if pieces and (text := collapsed("".join(said))):
        yield TextBlock(text, holder, tuple(pieces))


def _owner(element: Any, owners: dict[Any, Any]) -> Any:
    """The nearest block element around and including ``element``; all on the way learn it too."""
    way = []
    while element not in owners and isinstance(element, Element) and element.tag not in BLOCK:
        way.append(element)
        element = element.parent
    owner = owners.setdefault(element, element)
    for below in way:
        owners[below] = owner
    return owner
