"""Copies that are made for some readers only: other devices, screen readers, print; and copies that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.parse.hidden import is_hidden

#: Class names of copies for one kind of device, for screen readers, or for a layer above the page.
_VARIANT = re.compile(
    r"mobile|desktop|tablet|smartphone|hidden|hide|visible|visually|sr-only|screen-?reader|assistive|offscreen|d-none|"
    r"show-for|-only\b|portrait|landscape|\bamp\b|\bprint\b|tooltip|overlay|modal|popup|drawer|flyout|offcanvas|sticky",
    re.IGNORECASE,
)
#: Text that is moved out of its element: pictures of words are often made so.
_MOVED_AWAY = re.compile(r"text-indent\s*:\s*-\d{3}", re.IGNORECASE)


def is_not_shown(element: Element) -> bool:
    """Whether an element says itself that it is not shown, or not to screen readers: a copy of what is."""
    attrs = element.attrs
    if is_hidden(element) or attrs.get("aria-hidden") == "true":
        return True
    return "style" in attrs and _MOVED_AWAY.search(element.attr("style") or "") is not None


def is_variant(element: Element) -> bool:
    """Whether an element is a copy for some readers only, by its style, attributes or class names."""
    names = element.attr("class")
    return is_not_shown(element) or (bool(names) and _is_variant_name(names or ""))


@lru_cache(maxsize=4096)
def _is_variant_name(names: str) -> bool:
    return _VARIANT.search(names) is not None


def both_shown(one: Any, other: Any) -> bool:
    """Whether two nodes are there for the same readers.

    A class such as ``desktop`` counts where it stands around one of them only: around both, it may be the page's.
    """
    first, second = list(_around(one)), list(_around(other))
    common = set(first) & set(second)
    return not any(is_not_shown(element) if element in common else is_variant(element) for element in (*first, *second))


def apart(one: Any, other: Any) -> Iterator[Element]:
    """The elements around ``other`` (itself included) that are not around ``one`` too, innermost first."""
    common = set(_around(one))
    return (element for element in _around(other) if element not in common)


def _around(node: Any) -> Iterator[Element]:
    while node is not None:
        if isinstance(node, Element):
            if node.tag in ("body", "html"):
                return
            yield node
        node = node.parent
