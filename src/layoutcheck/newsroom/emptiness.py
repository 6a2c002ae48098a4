"""Whether an element shows nothing, and whether that is a fault or waits for a script."""

from __future__ import annotations

import re
from itertools import islice

from turbohtml import Element

from layoutcheck.newsroom.reading import names_of, text_of
from layoutcheck.parse.hidden import is_hidden

_FILLS = "img, svg, picture, video, audio, iframe, object, canvas, input, button, i[class], slot, use, amp-img"
#: A logo that styles draw, and whose words are for those who don't see it.
_NAMED = '[aria-label]:not([aria-label=""]), a[title]:not([title=""])'
#: Attributes by which client-side frameworks and scripts mark what they will fill.
_BOUND = re.compile(
    r"^(?:v-|x-|ng-|:|@|\[|\*ng|data-(?:bind|v-|ng|react|x-|text|i18n|content|controller|target|testid|role)|"
    r"wire:|hx-|is$)"
)
_HIDDEN_NAME = re.compile(
    r"hidden|hide\b|no-?display|modal|popup|dialog|overlay|template|placeholder|skeleton|loading|lightbox|tooltip|js-|"
    r"cookie|consent|search"
)
#: Of an element so many attributes are looked at: it may stand around thousands of headings.
_MOST_ATTRIBUTES = 100


def is_empty(node: Element) -> bool:
    """Whether an element has no text, no label and nothing that shows a picture or a control."""
    if text_of(node) or node.attr("aria-label") or node.attr("title"):
        return False
    return node.select_one(_FILLS) is None and node.select_one(_NAMED) is None


def is_shown(node: object) -> bool:
    """Whether an element is part of what readers get: neither hidden nor left for a script to fill."""
    holder: object = node
    for depth in range(12):
        if not isinstance(holder, Element):
            break
        attrs = holder.attrs
        if (
            holder.tag in ("template", "dialog", "noscript", "form")
            or is_hidden(holder)
            or attrs.get("aria-hidden") == "true"
        ):
            return False
        if depth < 6 and holder.tag not in ("body", "html"):
            names = names_of(holder)
            if (
                _HIDDEN_NAME.search(names)
                or (depth < 2 and holder.attr("id"))
                or any(map(_BOUND.match, islice(attrs, _MOST_ATTRIBUTES)))
            ):
                return False
        holder = holder.parent
    return True
