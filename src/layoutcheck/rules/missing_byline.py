"""Nobody signs the story where the schema, or usage, expects a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.model.demand import missing
from layoutcheck.newsroom.article.article import is_story, read_article
from layoutcheck.newsroom.byline.names import LEAD, LEAD_ALONE
from layoutcheck.newsroom.byline.told import machine_names
from layoutcheck.newsroom.byline.unfilled import half_filled_lines
from layoutcheck.newsroom.date.dates import written_dates
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the story has no byline",
    severity=Severity.WARNING,
    messages={
        "demanded": "the byline is missing, which the schema demands{tried}{nearly}",
        "told": "{text}",
        "missing": Message("the story names no author, neither to readers nor to machines", Severity.INFO),
    },
)


#: A longer line is no byline.
_LONGEST = 80
_DATED = re.compile(
    r"(?:published|posted|updated|publicado|veröffentlicht|aktualisiert|stand|am|on|at|um|el|le)\b|\W", re.I
)


def _may_sign(line: str) -> bool:
    """Whether there is more in a line than a "By" without a name, or a date."""
    if LEAD_ALONE.fullmatch(line):
        return False
    date = next(written_dates(line), None)
    rest = line if date is None else line[: date.start] + line[date.end :]
    return any(char.isalnum() for char in _DATED.sub("", rest))


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell a byline that the schema demands and the page lacks; without a demand, one that nobody is told."""
    if (demand := missing(page.demands, "byline")) is not None:
        yield demand.hit("demanded")
        return
    if page.is_dump or "byline" in page.data or not is_story(page):
        return
    article = read_article(page)
    if article.byline is not None or machine_names(article.structured):
        return
    before = ""
    for line in article.header.lines:
        marked = (
            line.author is not None or LEAD.match(line.said) is not None or LEAD_ALONE.fullmatch(before) is not None
        )
        if marked and len(line.said) <= _LONGEST and _may_sign(line.said):
            return  # something that we cannot read for a name
        before = line.said
    if any(True for _ in half_filled_lines(page)):
        return  # told as what it is
    if article.headline is not None and article.headline.spot is not None:
        yield Hit("missing", article.headline.spot, evidence="byline", placeless=True)
