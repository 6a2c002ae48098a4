"""The whole of an element in its page's source, from its start tag to its end."""

from __future__ import annotations

from typing import Any

from turbohtml import Element

from layoutcheck.parse.page import Page


def stretch(page: Page, element: Element) -> tuple[int, int]:
    """The source offsets at which an element begins and ends, its content and end tag included.

    An element whose tags the parser made up begins where its first child does.
    """
    return _start(element) or 0, _end(page, element)


def _start(element: Element) -> int | None:
    """Where an element's start tag stands, or the first one in it; None where it holds no tag of the source."""
    for one in (element, *element.iter_elements()):
        if one.source_location is not None:
            return int(one.source_location.start_tag.start_offset)
    return None


def _end(page: Page, element: Element) -> int:
    location = element.source_location
    if location is not None and location.end_tag is not None:
        return int(location.end_tag.end_offset)
    if location is not None and not len(element.children):
        return int(location.start_tag.end_offset)
    node: Any = element  # no end tag: it ends where what comes next begins
    while isinstance(node, Element):
        for sibling in node.next_siblings:
            if isinstance(sibling, Element) and (begin := _start(sibling)) is not None:
                return begin
        node = node.parent
        if isinstance(node, Element) and node.source_location is not None and node.source_location.end_tag is not None:
            return int(node.source_location.end_tag.start_offset)
    return len(page.source)
