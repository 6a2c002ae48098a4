"""A label of which nothing stands behind: ``(Photo: )``, ``Published on``, ``Comments ()``."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.label import labels_alone
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
        "count": '"{text}" has lost its number',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look at captions, and at the lines between headline and story."""
    for label in labels_alone(page):
        yield Hit(label.kind, label.at, {"text": label.text}, evidence=label.text, cause=label.text)
