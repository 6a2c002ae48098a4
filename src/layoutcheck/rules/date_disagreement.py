"""Readers and machines, or two kinds of machines, are told different dates of publication; or a day and its weekday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from turbohtml import Element, Text

from layoutcheck.core.rule import Hit, Message, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.article.header import Header
from layoutcheck.newsroom.date.gap import day_gap, gap_minutes, gap_words, looks_like_zone
from layoutcheck.newsroom.date.statement import DateStatement
from layoutcheck.newsroom.dateline.date import weekday_of
from layoutcheck.newsroom.reading import text_of
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """How exact the dates must be.

    ``tolerance-days``: by how many days the visible date may differ. ``tolerance-minutes``: by how many minutes two
    dates for machines may differ.
    """

    tolerance_days: int = 1
    tolerance_minutes: int = 60


rule = Rule(
    summary="the dates of publication disagree",
    severity=Severity.WARNING,
    messages={
        "visible": 'readers see "{shown}" as the date of publication, {source} says "{told}": {gap} apart',
        "machine": '{first} gives "{one}" as the date of publication, {second} "{other}": {gap} apart',
        "zone": Message(
            '{first} gives "{one}" as the date of publication, {second} "{other}", exactly {gap} apart: '
            "the time zone of one of them looks wrong",
            Severity.WARNING,
        ),
        "weekday": '"{shown}" is no such day of the week: {day} is a {weekday}',
    },
    options=Options,
)
#: From so many characters on, a link beside a date is a headline.
_HEADLINE = 25
#: Words beside the date of a printed issue.
_ISSUE = re.compile(
    r"\b(?:issue|print|edition|ausgabe|heft|druckausgabe|numéro|édition|edición|número|edizione|editie|nummer)\b",
    re.IGNORECASE,
)
#: Places for machines that mean the publication of this page and nothing else.
_MACHINES = ("json-ld", "article:published_time", "microdata")


#: A weekday before its date, at the beginning of a line or of a part of it: ``Updated: Monday, 4 May``.
_WEEKDAY = re.compile(r"(?:^|[|•·:;,(–—-]|\b(?:on|am|le|el|il|op|den))\s*(?P<name>[^\W\d_]{3,}(?:-feira)?)\.?,?\s*$")
#: How far before a date its weekday may begin.
_BEFORE = 30
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Compare each visible date with its weekday, then with the machines', then the machines' with each other."""
    if page.is_dump:
        return
    article = read_article(page)
    dates = [d for d in article.dates if not d.visible or article.header.holds(d.spot.node)]
    yield from _weekdays(dates)
    told = [next((d for d in dates if d.source == name and d.label == "published"), None) for name in _MACHINES]
    machines = [statement for statement in told if statement is not None]
    if machines:
        yield from _visible(dates, machines, article.header, options)
        yield from _between(machines, options)


def _weekdays(dates: list[DateStatement]) -> Iterator[Hit]:
    """The first date of the header whose weekday is another one's."""
    for date in dates:
        spot = date.spot
        if not (date.visible and date.lone and date.source == "text" and isinstance(spot.node, Text)):
            continue
        begin = max(0, spot.start - _BEFORE)
        before = _WEEKDAY.search(spot.node.data[begin : spot.start])
        told = None if before is None else weekday_of(before["name"])
        moments = [date.moment, *([date.swapped] if date.swapped is not None else [])]
        if before is None or told is None or told in [moment.day.isoweekday() for moment in moments]:
            continue
        shown = Spot(spot.node, None, begin + before.start("name"), spot.end)
        weekday = _NAMES[date.moment.day.isoweekday() - 1]
        data = {"shown": f"{before['name']} {date.text}", "day": date.moment.day.isoformat(), "weekday": weekday}
        yield Hit("weekday", shown, data, cause="weekday")
        return


def _visible(
    dates: list[DateStatement], machines: list[DateStatement], header: Header, options: Options
) -> Iterator[Hit]:
    near = [d for d in dates if d.visible and not d.near and d.source == "text"]
    shown = [d for d in near if d.label == "published"] or [d for d in near if d.is_bare and _is_marked(d)]
    if not shown or len({d.moment.day for d in shown}) > 1:
        return  # several days: a list of other stories stands by
    every = [d for d in dates if not d.visible]
    nearest = min(shown, key=lambda d: min(day_gap(d, other) for other in every))
    if min(day_gap(nearest, other) for other in every) <= options.tolerance_days:
        return
    if _is_teasers(nearest, header) or _is_issues(nearest):
        return
    machine = min(machines, key=lambda other: day_gap(nearest, other))
    data = {
        "shown": nearest.text,
        "told": machine.text,
        "source": _name(machine),
        "gap": gap_words(day_gap(nearest, machine) * 24 * 60),
    }
    yield Hit("visible", nearest.spot, data, (machine.spot,), cause=machine.source)


def _is_marked(statement: DateStatement) -> bool:
    """Whether the page's own markup calls a text a date: one of the header's that nobody labels may be another's."""
    holder = statement.spot.node.parent
    return isinstance(holder, Element) and holder.closest("time") is not None


def _is_issues(statement: DateStatement) -> bool:
    """Whether a date is that of a printed issue, which lies behind the day on the web."""
    spot = statement.spot
    if not isinstance(spot.node, Text):
        return False
    data = spot.node.data
    end = len(data) if spot.end is None else spot.end
    return _ISSUE.search(f"{data[max(0, spot.start - 30) : spot.start]} {data[end : end + 20]}") is not None


def _is_teasers(statement: DateStatement, header: Header) -> bool:
    """Whether a date stands in the teaser of another story: beside a link of a headline's length."""
    holder = statement.spot.node.parent
    for _ in range(4):
        if not isinstance(holder, Element) or header.surrounds(holder):
            return False
        if any(len(text_of(link)) >= _HEADLINE for link in holder.select("a[href]")[:4]):
            return True
        holder = holder.parent
    return False


def _between(machines: list[DateStatement], options: Options) -> Iterator[Hit]:
    machines = [statement for statement in machines if not _is_day(statement) and not statement.created]
    if not machines:
        return
    first = machines[0]
    for other in machines[1:]:
        gap = gap_minutes(first.moment, other.moment)
        if gap is None or abs(gap) <= options.tolerance_minutes:
            continue
        message = "zone" if looks_like_zone(abs(gap)) else "machine"
        data = {
            "first": _name(first),
            "one": first.text,
            "second": _name(other),
            "other": other.text,
            "gap": gap_words(abs(gap)),
        }
        yield Hit(message, first.spot, data, (other.spot,), cause=f"{first.source} {other.source}")
        return


def _is_day(statement: DateStatement) -> bool:
    """Whether a date is a day written as its first second, as many systems do."""
    return statement.moment.time is None or statement.moment.time == datetime.time()


def _name(statement: DateStatement) -> str:
    return {"json-ld": "JSON-LD", "microdata": "microdata"}.get(statement.source, statement.source)
