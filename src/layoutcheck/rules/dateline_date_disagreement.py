"""A dateline's date far from the day the story was published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from turbohtml import Element, Text

from layoutcheck.core.rule import Hit, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.dateline.date import DateReading, read_date
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """Options of dateline-date-disagreement."""

    #: How many days dateline and publication may be apart.
    tolerance: int = 3


rule = Rule(
    summary="the dateline's date is not the day of publication",
    severity=Severity.WARNING,
    messages={"days-apart": 'dateline says "{date}", the story was published {published}: {days} days apart'},
    options=Options,
)


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Tell a date in the dateline that is further than the tolerance from publication and last change."""
    dateline = page.data.get("dateline")
    said = dateline.get("date") if isinstance(dateline, dict) else None
    published = _day(page.data.get("published"))
    if not said or published is None:
        return
    read = read_date(str(said))
    if read is None or read.month is None or read.day is None or not read.is_possible:
        return
    days = _days_apart(read, published)
    modified = _day(page.data.get("modified"))
    if days <= options.tolerance or (modified is not None and _days_apart(read, modified) <= options.tolerance):
        return
    at, also = page.spot("/dateline/date"), page.spot("/published")
    if at is not None and not _is_elsewhere(page, also, at):
        data = {"date": said, "published": published.isoformat(), "days": days}
        yield Hit("days-apart", at, data, (also,) if also else ())


def _is_elsewhere(page: Page, published: Spot | None, dateline: Spot) -> bool:
    """Whether readers alone are told when it was published, behind the dateline: a list of other stories has dates."""
    if published is None or page.is_dump or published.attribute is not None or not isinstance(published.node, Text):
        return False
    if any(told.label == "published" and not told.visible for told in read_article(page).dates):
        return False
    holder = published.node.parent
    if isinstance(holder, Element) and holder.tag == "script":
        return False
    return not any(node == dateline.node for node in published.node.following)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _days_apart(read: DateReading, day: date) -> int:
    """The distance in days; a date without year is in whichever year brings it nearest."""
    years = [read.year] if read.year else [day.year - 1, day.year, day.year + 1]
    return min((abs((said - day).days) for year in years for said in read.days_in(year)), default=0)
