"""A comment or element that is never closed and takes the rest of the page with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from turbohtml import Comment, Element, Text

from layoutcheck.core.rule import Hit, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a comment or element is never closed and hides the rest of the page",
    severity=Severity.ERROR,
    messages={
        "comment": "a comment is never closed: it hides the {count} characters that follow, to the end of the page",
        "element": "<{tag}> is never closed: it takes in the {count} characters that follow, to the end of the page",
    },
)
#: Elements in which nothing is markup but their own end tag (HTML Standard, 13.1.2).
_RAW = frozenset("title textarea script style iframe noembed noframes xmp".split())
#: What closes in a page's body: a script or comment that ends the file with something else hides nothing of it.
_CONTENT = re.compile(
    r"</(?:p|h[1-6]|div|article|main|section|li|ul|ol|figure|footer|header|aside|td|table)\s*>", re.IGNORECASE
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look at the last node of the body, and of the head where there is no body."""
    if page.is_dump:
        return
    body = page.body
    last = _last(body)
    if last is body and isinstance(body.previous_sibling, Element):
        last = _last(body.previous_sibling)
    if isinstance(last, Comment):
        # Nothing but an end of the page closes it: a comment that is closed does not hold the source's last characters.
        if page.source.endswith(last.data) and not page.source.endswith("-->") and _CONTENT.search(last.data):
            yield Hit("comment", Spot(last), {"count": len(last.data)}, evidence="comment")
        return
    holder = last.parent if isinstance(last, Text) else None
    if not isinstance(holder, Element) or holder.tag not in _RAW:
        return
    location = holder.source_location
    if location is None or location.end_tag is not None or not _CONTENT.search(last.data):
        return
    yield Hit("element", Spot(holder), {"tag": holder.tag, "count": len(last.data)}, evidence=holder.tag)


def _last(node: Any) -> Any:
    """The last node below one; itself where there is none."""
    while isinstance(node, Element) and len(children := node.children):
        node = children[-1]
    return node
