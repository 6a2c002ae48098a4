"""A heading with nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from turbohtml import Element

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.emptiness import is_empty, is_shown
from layoutcheck.newsroom.reading import names_of
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a heading is empty",
    severity=Severity.WARNING,
    messages={
        "headline": "the page's main heading (h1) is empty",
        "heading": Message("this heading ({tag}) is empty", Severity.INFO),
    },
)
#: Bars into which a script writes the headline once the reader scrolls.
_BAR = re.compile(r"sticky|fix(?:ed)?[-_]?(?:head|bar|top|nav|title)", re.IGNORECASE)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look for headings without text, picture or label, those aside that a script may fill."""
    if page.is_dump:
        return
    for tag in ("h1", "h2", "h3"):
        headings = page.tree.find_all(tag)
        empty = [heading for heading in headings if _looks_empty(heading) and is_empty(heading)]
        is_headless = bool(empty) and tag == "h1" and all(map(is_empty, headings))
        for heading in filter(is_shown, empty):
            if _is_bar(heading):
                continue
            if is_headless:
                yield Hit("headline", Spot(heading), evidence=tag)
            else:
                yield Hit("heading", Spot(heading), {"tag": tag}, evidence=tag)


def _is_bar(heading: Element) -> bool:
    """Whether a heading stands in a bar that a script fills."""
    return any(
        _BAR.search(names_of(around))
        for around in islice((node for node in heading.ancestors if isinstance(node, Element)), 4)
        if around.tag not in ("body", "html")
    )


def _looks_empty(heading: Element) -> bool:
    """Whether a heading holds one element, or white space: one with several elements is a box for a script."""
    children = heading.children
    if len(children) == 1:  # as nearly always
        return isinstance(children[0], Element) or not heading.text.strip()
    inside = sum(isinstance(child, Element) for child in children)
    return inside == 1 or (not inside and not heading.text.strip())
