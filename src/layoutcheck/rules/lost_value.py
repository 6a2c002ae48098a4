"""A label of which nothing stands behind: ``(Photo: )``, ``Published on``, ``Comments ()``."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.label import labels_alone
from layoutcheck.newsroom.article.row import empty_rows, empty_tags
from layoutcheck.newsroom.reading import spot_of
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a label stands with nothing behind it",
    severity=Severity.WARNING,
    messages={
        "credit": 'the credit "{text}" names nobody',
        "date": 'nothing stands behind "{text}": the date is lost',
        "time": 'nothing stands behind "{text}": the time of day is lost',
        "part": 'the date "{text}" has lost its day, month or year',
        "gap": 'nothing stands between the separators "{text}": a value is lost',
        "list": 'nothing stands behind "{text}": the list is empty',
        "tag": "a tag or section in a list of them has no name",
        "count": '"{text}" has lost its number',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look at captions, at the lines between headline and story, and at rows of tags and the like."""
    told: set[object] = set()
    for label in labels_alone(page):
        yield Hit(label.kind, label.at, {"text": label.text}, evidence=label.text, cause=label.text)
        told.add(label.at.node)
    if page.is_dump:
        return
    for kind, node, text in empty_rows(page):
        if told.isdisjoint(node.descendants):
            yield Hit(kind, spot_of(node), {"text": text}, evidence=text, cause=text)
    for node in empty_tags(page):
        yield Hit("tag", Spot(node), evidence="tag")
