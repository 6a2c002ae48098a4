"""The texts around a node: where what stands at a source offset may be found, once the tag before it is."""

from __future__ import annotations

from itertools import islice
from typing import Any

from turbohtml import Element, Text

_TABLE_PARTS = frozenset(("table", "tbody", "thead", "tfoot", "tr", "colgroup"))
#: How far before a table texts are looked for that stood in it.
_NEAR = 64


def texts_before_next_element(node: Any) -> list[Text]:
    """The text nodes that follow ``node``'s start in document order before a tag of the source starts an element."""
    found: list[Text] = []
    current = _next(node)
    while current is not None and not (isinstance(current, Element) and current.position is not None):
        if isinstance(current, Text):
            found.append(current)
        current = _next(current)
    return found


def fostered_texts(node: Any) -> list[Text]:
    """The text nodes that were moved in front of a table because they stood between its rows and cells."""
    while isinstance(node, Element) and node.tag in _TABLE_PARTS:
        if node.tag == "table":
            near = islice(node.previous_siblings, _NEAR)
            return [before for before in near if isinstance(before, Text)][:8]
        node = node.parent
    return []


def _next(node: Any) -> Any:
    """The node after ``node`` in document order."""
    if not isinstance(node, Text) and len(node.children):
        return node.children[0]
    while node is not None:
        sibling = node.next_sibling
        if sibling is not None:
            return sibling
        node = node.parent
    return None
