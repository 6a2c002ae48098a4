"""Copies that are made for some readers only: other devices, screen readers, print; and copies that nobody sees."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.core.rule import Spot

_VARIANT = re.compile(
    r"mobile|desktop|tablet|phone|hidden|hide|visible|visually|sr-only|screen-?reader|assistive|offscreen|d-none|show-for|"
    r"-only\b|portrait|landscape|\b(?:xs|sm|md|lg|xl)\b|\bamp\b|print|responsive|tooltip|overlay|modal|popup|drawer|"
    r"flyout|offcanvas|sticky|fixed",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|text-indent\s*:\s*-\d{3}", re.IGNORECASE)


def is_variant(element: Element) -> bool:
    """Whether an element itself is a copy for some readers only, by its class, style or attributes."""
    attrs = element.attrs
    if "hidden" in attrs or attrs.get("aria-hidden") == "true":
        return True
    style = element.attr("style")
    if style and _NOT_SHOWN.search(style):
        return True
    names = element.attr("class")
    return bool(names) and _is_variant_name(names or "")


@lru_cache(maxsize=4096)
def _is_variant_name(names: str) -> bool:
    return _VARIANT.search(names) is not None


def is_shown(node: Any) -> bool:
    """Whether a node and all around it below ``body`` are there for every reader."""
    while node is not None:
        if isinstance(node, Element):
            if node.tag in ("body", "html"):
                break
            if is_variant(node):
                return False
        node = node.parent
    return True


def holds(element: Any, spot: Spot) -> bool:
    """Whether a spot lies inside ``element``."""
    node = spot.node
    while node is not None:
        if node == element:
            return True
        node = node.parent
    return False
