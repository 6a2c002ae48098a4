"""The last change lies before the publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_dates
from layoutcheck.newsroom.date.gap import gap_minutes, gap_words, looks_like_zone
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """How exact the dates must be.

    ``tolerance-minutes``: how long before the publication the last change may lie; systems write
    the two a little apart.
    """

    tolerance_minutes: int = 10


rule = Rule(
    summary="the last change lies before the publication",
    severity=Severity.WARNING,
    messages={
        "before": 'the last change "{modified}" lies {gap} before the publication "{published}"',
        "zone": 'the last change "{modified}" lies exactly {gap} before the publication "{published}": '
        "the time zone of one of them looks wrong",
    },
    options=Options,
)


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Compare the two dates of each source that machines read."""
    if page.is_dump:
        return
    told = [d for d in read_dates(page) if not d.visible]
    families = {
        "json-ld": "json-ld",
        "article:published_time": "og",
        "article:modified_time": "og",
        "microdata": "microdata",
    }
    for family in ("json-ld", "og", "microdata"):
        own = [d for d in told if families.get(d.source) == family]
        published = next((d for d in own if d.label == "published"), None)
        modified = next((d for d in own if d.label == "modified"), None)
        if published is None or modified is None:
            continue
        gap = gap_minutes(modified.moment, published.moment)
        if gap is None or gap <= options.tolerance_minutes:
            continue
        data = {"modified": modified.text, "published": published.text, "gap": gap_words(gap)}
        message = "zone" if looks_like_zone(gap) else "before"
        yield Hit(message, modified.spot, data, (published.spot,), evidence=f"{family} {modified.text}", cause=family)
        return
