"""No date of publication where readers look for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.model.demand import missing
from layoutcheck.newsroom.article.article import is_story, read_article
from layoutcheck.newsroom.date.statement import is_ago
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the story has no date of publication",
    severity=Severity.WARNING,
    messages={
        "demanded": "the date of publication is missing, which the schema demands{tried}{nearly}",
        "told": "{text}",
        "missing": Message("the story has no date of publication, neither for readers nor for machines", Severity.INFO),
        "unseen": Message(
            "machines are told {date} as the date of publication, readers see none between headline and story",
            Severity.INFO,
        ),
    },
)

#: A line with a date is no longer.
_LONGEST = 60
_NUMBER = re.compile(r"\d+")
#: A day and a time of day, without the year: ``10-08 12:00``, ``4月9日 08:30``, ``Jun 6 10:40 AM``.
_DAY = re.compile(
    r"(?<![\d-])\d{1,2}(?:[-/.]|月\s?)\d{1,2}[日.]?,?\s+\d{1,2}:\d{2}\b"
    r"|\b[^\W\d_]{3,9}\.? \d{1,2},? (?:at )?\d{1,2}:\d{2}\b|\b\d{1,2}\.? [^\W\d_]{3,9}\.?,? (?:at )?\d{1,2}:\d{2}\b"
)
#: So close behind a headline stands its own date, even in a table: old pages are laid out with them.
_CLOSE = 6


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell a date that the schema demands and the page lacks; without a demand, one that readers are not shown."""
    if (demand := missing(page.demands, "published")) is not None:
        yield demand.hit("demanded")
        return
    if page.is_dump or not is_story(page):
        return
    article = read_article(page)
    headline = article.headline
    if headline is None or article.headline_node is None:
        return
    told = article.published
    if (told is not None and article.shows_date) or (at := headline.spot) is None:
        return
    behind = [line for line in article.header.lines if line.after]
    lines = [
        line.said
        for index, line in enumerate(behind)
        if len(line.said) <= _LONGEST and (index < _CLOSE or not line.aside)
    ]
    if any(is_ago(said) or _DAY.search(said) for said in lines):
        return  # readers are told, if only how long ago or without the year
    if told is None:
        yield Hit("missing", at, evidence="published", placeless=True)
    elif not any(_may_say(said, str(told.value)) for said in lines):
        also = (told.spot,) if told.spot else ()
        yield Hit("unseen", at, {"date": str(told.value)[:10]}, also, evidence="published", placeless=True)


def _may_say(line: str, told: str) -> bool:
    """Whether a line has year and day of a date, in the digits of any script, though nothing tells its month."""
    numbers = {int(number) for number in _NUMBER.findall(line)}
    return told[:4].isdecimal() and {int(told[:4]), int(told[8:10] or 0)} <= numbers
