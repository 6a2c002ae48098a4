"""A heading with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml import Element

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.emptiness import is_empty, is_shown
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a heading is empty",
    severity=Severity.WARNING,
    messages={
        "headline": "the page's main heading (h1) is empty",
        "heading": Message("this heading ({tag}) is empty", Severity.INFO),
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look for headings without text, picture or label, those aside that a script may fill."""
    if page.is_dump:
        return
    main = page.tree.select("h1")
    filled = [node for node in main if not is_empty(node)]
    for node in page.tree.select(
        "h1:not(:has(*)), h2:not(:has(*)), h3:not(:has(*)), h1 > :only-child, h2 > :only-child, h3 > :only-child"
    ):
        heading = _heading(node)
        if heading is None or not is_empty(heading) or not is_shown(heading):
            continue
        if heading.tag == "h1" and not filled:
            yield Hit("headline", Spot(heading), evidence="h1")
        else:
            yield Hit("heading", Spot(heading), {"tag": heading.tag}, evidence=heading.tag)


def _heading(node: Element) -> Element | None:
    holder: object = node
    for _ in range(2):
        if isinstance(holder, Element) and holder.tag in ("h1", "h2", "h3"):
            return holder
        holder = node.parent
    return None
