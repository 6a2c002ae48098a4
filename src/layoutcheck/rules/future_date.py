"""A date that is still to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from turbohtml import Element

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import is_story, read_article, read_dates
from layoutcheck.newsroom.date.dates import Moment, parse_moment
from layoutcheck.newsroom.date.statement import DateStatement
from layoutcheck.newsroom.reading import said_texts
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """What counts as the future.

    ``now``: the instant that is now, ISO 8601; the run's start when nothing is said. ``tolerance-hours``: how far ahead
    a date may lie, for time zones and for pages that are built before they are published.
    """

    now: str = ""
    tolerance_hours: int = 26


rule = Rule(
    summary="a date of the page is still to come",
    severity=Severity.WARNING,
    messages={
        "future": 'the date {what} "{date}" lies {ahead} ahead',
    },
    options=Options,
)
#: No zone moves a date by so much.
_ZONES = datetime.timedelta(days=2)
#: A date without a label is the one that is taken for that of publication.
_WHAT = {"published": "of publication", "modified": "of the last change", "": "of publication"}


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Tell dates of publication and change after ``now``; nothing without a clock."""
    now = _read_now(options.now)
    if now is None:
        return
    latest = now + datetime.timedelta(hours=options.tolerance_hours)
    past = (latest - _ZONES).date()  # told without a look at the hour
    seen: set[datetime.date] = set()
    for statement in _statements(page):
        if statement.moment.day < past:
            continue
        at = _instant(statement.moment)
        if at is None or at <= latest or statement.moment.day in seen:
            continue
        seen.add(statement.moment.day)
        days = (at - now).days
        ahead = "1 day" if days == 1 else f"{days} days"
        yield Hit("future", statement.spot, {"what": _WHAT[statement.label], "date": statement.text, "ahead": ahead})


def _statements(page: Page) -> Iterator[DateStatement]:
    if not page.is_dump:
        chosen = _taken(page)
        yield from (d for d in read_dates(page) if not d.near and (d.label or not d.visible or d is chosen))
        return
    for label in ("published", "modified"):
        spot, value = page.spot(f"/{label}"), page.data.get(label)
        moment = parse_moment(value) if isinstance(value, str) else None
        if spot is not None and moment is not None:
            yield DateStatement(label, moment, spot, "dump", True, page.text(spot))


def _taken(page: Page) -> DateStatement | None:
    """The bare date that is taken for a story's date of publication, for want of another.

    It stands beside the headline: in the text a date may be of anything.
    """
    article = read_article(page)
    found = article.published.at if article.published else None
    if not isinstance(found, DateStatement) or not found.is_bare or not is_story(page):
        return None
    node = found.spot.node
    holder = node if isinstance(node, Element) else node.parent
    texts = [text for text, _ in said_texts(holder)]
    return found if any(map(article.header.holds, texts)) else None


@lru_cache(maxsize=8)
def _read_now(now: str) -> datetime.datetime | None:
    return _instant(parse_moment(now)) if now else None


def _instant(moment: Moment | None) -> datetime.datetime | None:
    return None if moment is None else moment.utc() or moment.local()
