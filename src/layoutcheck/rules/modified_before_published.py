"""The last change lies before the publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_article, read_dates
from layoutcheck.newsroom.date.gap import day_gap, gap_minutes, gap_words, looks_like_zone
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
        "shown": 'readers see "{modified}" as the last change, and "{published}", {gap} later, as the publication',
        "zone": 'the last change "{modified}" lies exactly {gap} before the publication "{published}": '
        "the time zone of one of them looks wrong",
    },
    options=Options,
)


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Compare the two dates of each source that machines read, then the days that readers see."""
    if page.is_dump:
        return
    hit = next(_told(page, options), None) or _shown(page)
    if hit is not None:
        yield hit


def _told(page: Page, options: Options) -> Iterator[Hit]:
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


def _shown(page: Page) -> Hit | None:
    """The days of the header that words call the publication's and the change's."""
    dates = [date for date in read_dates(page) if date.visible and date.worded]
    header = read_article(page).header if len(dates) > 1 else None
    own = [date for date in dates if header is not None and header.holds(date.spot.node)]
    published = min((d for d in own if d.label == "published"), key=lambda d: d.moment.day, default=None)
    modified = max((d for d in own if d.label == "modified"), key=lambda d: d.moment.day, default=None)
    if published is None or modified is None or modified.moment.day >= published.moment.day:
        return None
    if any(d.swapped is not None for d in (published, modified)):
        return None
    gap = gap_words(day_gap(modified, published) * 24 * 60)
    data = {"modified": modified.text, "published": published.text, "gap": gap}
    return Hit("shown", modified.spot, data, (published.spot,), evidence=f"shown {modified.text}", cause="shown")
