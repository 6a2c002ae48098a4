"""The place of the section label is there, the label is not."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.article.section import label_places
from layoutcheck.newsroom.emptiness import is_empty, is_shown
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the section label is empty",
    severity=Severity.WARNING,
    messages={"empty": "the section label by the headline is empty: a field was lost on the way to the template"},
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look at the labels that stand around the headline."""
    if page.is_dump:
        return
    places = label_places(read_article(page).headline_node)
    if any(not is_empty(node) for node in places):
        return
    for node in places:
        if is_empty(node) and is_shown(node):
            yield Hit("empty", Spot(node), evidence="section label")
            return
