"""Text as a reader sees it, read from elements with as little work as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.parse.block import UNREAD as HIDDEN
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: Elements whose text is not part of a line: what nobody reads, and the readings beside ruby characters.
UNREAD = HIDDEN | {"rt", "rp"}
_ANY_UNREAD = ", ".join(sorted(UNREAD))
#: A text node and what it says: to ask it costs more than to look at the answer.
Said = tuple[Text, str]


def texts(node: Any, unread: frozenset[str] = UNREAD) -> Iterator[Text]:
    """The text nodes of ``node`` that a reader may see: those in none of the elements ``unread`` below it."""
    unread_until: Any = None
    for below in node.descendants:
        if unread_until is not None:
            if below is not unread_until:
                continue
            unread_until = None
        kind = type(below)  # of thousands of nodes: to compare types takes half as long as isinstance
        if kind is Text:
            yield below
        elif kind is Element and below.tag in unread:
            unread_until = next(below.following, None)
            if unread_until is None:
                return


def said_texts(node: Any) -> list[Said]:
    """The text nodes of ``node`` that a reader may see, each with what it says; those of white space are left out."""
    return [(text, said) for text in texts(node) if (said := text.data) and not said.isspace()]


@once_a_page
def visible_texts(page: Page) -> list[Said]:
    """All text nodes of a page that a reader may see, and what they say."""
    return said_texts(page.tree.root)


def text_of(node: Element) -> str:
    """The visible text of an element, white space collapsed; ``title`` and the like give their own."""
    children = node.children
    if len(children) == 1 and isinstance(children[0], Text):
        raw = children[0].data
    elif node.tag in UNREAD or node.select_one(_ANY_UNREAD) is None:
        raw = node.text
    else:
        raw = "".join(text.data for text in texts(node))
    return collapsed(raw)


def spot_of(node: Element) -> Spot:
    """The spot of an element's text from its first visible character to its last; of the element when it has none."""
    inside = node.tag in UNREAD
    first = _edge(node, inside=inside, last=False)
    if first is None:
        return Spot(node)
    last = _edge(node, inside=inside, last=True) or first
    if first == last:
        return text_spot(first)
    start, end = len(first.data) - len(first.data.lstrip()), len(last.data.rstrip())
    return Spot(first, None, start, None, until=Spot(last, None, 0, end))


def text_spot(text: Text) -> Spot:
    """The spot of a text node from its first character that is no white space to its last."""
    data = text.data
    return Spot(text, None, len(data) - len(data.lstrip()), len(data.rstrip()))


def _edge(node: Any, *, inside: bool, last: bool) -> Text | None:
    """The first or last visible text below ``node``."""
    children = node.children
    order = range(len(children) - 1, -1, -1) if last else range(len(children))
    for index in order:
        child = children[index]
        if isinstance(child, Text):
            if child.data and not child.data.isspace():
                return child
        elif not inside and isinstance(child, Element) and child.tag not in UNREAD:
            found = _edge(child, inside=inside, last=last)
            if found is not None:
                return found
    return None


def names_of(element: Element) -> str:
    """The class names and the id of an element in lower case, as one string."""
    return f"{element.attr('class') or ''} {element.attr('id') or ''}".lower()


class Classed:
    """The elements with a class that stand in one element.

    Elements share their classes: to ask of each class once takes a fraction of what asking each element does.
    """

    def __init__(self, holder: Any) -> None:
        self._nodes = holder.select("[class]")
        self._names = [node.attr("class") for node in self._nodes]
        self._lowered = [(name, name.lower()) for name in set(self._names) if name]
        self._joined = "\n".join([lowered for _, lowered in self._lowered])

    def named(self, words: Iterable[str]) -> list[Element]:
        """The elements in whose class, in lower case, one of ``words`` occurs; in source order."""
        present = [word for word in words if word in self._joined]
        ours = {name for word in present for name, lowered in self._lowered if word in lowered}
        return [*compress(self._nodes, map(ours.__contains__, self._names))] if ours else []


def last_below(node: Any) -> Any:
    """The last node below one; itself where there is none."""
    while isinstance(node, Element) and len(children := node.children):
        node = children[-1]
    return node
