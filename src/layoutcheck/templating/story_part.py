"""Which elements hold the page's story.

A theme names boxes around the whole page after what a script may do with them (``modal-enabled``, ``overlay``,
``dialog-off-canvas-main-canvas``). Where the headline stands, or most of the text, there is the page itself.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from turbohtml import Element

from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: Paragraphs of a story are as long; those of a form, a card or a menu seldom.
_LONG = 100
#: Less text than this in long paragraphs is no story.
_STORY = 600
#: No further than this is looked: a page can have paragraphs, and nest, without end.
_MOST = 400
_DEEP = 60


def holds_story(page: Page, element: Element) -> bool:
    """Whether an element holds the page's only ``h1``, its ``main``, or most of what its long paragraphs say."""
    return element in _holders(page)


@once_a_page
def _holders(page: Page) -> set[Any]:
    """The elements that do."""
    headlines = page.tree.select("h1")
    marks = [*page.tree.select("main"), *(headlines if len(headlines) == 1 else ())]
    found = {node for mark in marks for node in _upwards(mark)}
    lengths: dict[Any, int] = {}
    total = 0
    for paragraph in islice(page.tree.iter_elements(("p",)), _MOST):
        length = len(paragraph.text)
        if length < _LONG:
            continue
        total += length
        for node in _upwards(paragraph):
            lengths[node] = lengths.get(node, 0) + length
    if total >= _STORY:
        found.update(node for node, length in lengths.items() if length > total / 2)
    return found


def _upwards(element: Element) -> list[Element]:
    chain: list[Element] = []
    node: Any = element
    while isinstance(node, Element) and len(chain) < _DEEP:
        chain.append(node)
        node = node.parent
    return chain
