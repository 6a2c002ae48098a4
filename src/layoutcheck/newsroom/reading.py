"""Text as a reader sees it, read from elements with as little work as can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.parse.block import UNREAD as HIDDEN
from layoutcheck.parse.block import collapsed

#: Elements whose text is not part of a line: what nobody reads, and the readings beside ruby characters.
UNREAD = HIDDEN | {"rt", "rp"}


def texts(node: Any) -> Iterator[Text]:
    """The text nodes of ``node`` that a reader may see."""
    for child in node.children:
        if isinstance(child, Text):
            yield child
        elif isinstance(child, Element) and child.tag not in UNREAD:
            yield from texts(child)


def text_of(node: Element) -> str:
    """The visible text of an element, white space collapsed; ``title`` and the like give their own."""
    if node.tag in UNREAD:
        return collapsed(str(node.text))
    return collapsed("".join(text.data for text in texts(node)))


def spot_of(node: Element) -> Spot:
    """The spot of an element's text from its first visible character to its last; of the element when it has none."""
    found = [text for text in (node.children if node.tag in UNREAD else texts(node)) if isinstance(text, Text)]
    found = [text for text in found if text.data.strip()]
    if not found:
        return Spot(node)
    first, last = found[0], found[-1]
    start = len(first.data) - len(first.data.lstrip())
    end = len(last.data.rstrip())
    if first == last:
        return Spot(first, None, start, end)
    return Spot(first, None, start, None, until=Spot(last, None, 0, end))
