"""No date of publication where readers look for one."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import is_story, read_article
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the story has no date of publication",
    severity=Severity.WARNING,
    messages={
        "demanded": "the date of publication is missing, which the schema demands",
        "missing": Message("the story has no date of publication, neither for readers nor for machines", Severity.INFO),
        "unseen": Message(
            "machines are told {date} as the date of publication, readers see none between headline and story",
            Severity.INFO,
        ),
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell a date that the schema demands and the page lacks; without a demand, one that readers are not shown."""
    for demand in page.demands:
        if demand.kind == "published" and demand.keyword in ("required", "type"):
            yield Hit("demanded", demand.spot, demand.source, severity=demand.severity, evidence=demand.pointer)
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
    if told is None:
        yield Hit("missing", at, evidence="published")
    else:
        also = (told.spot,) if told.spot else ()
        yield Hit("unseen", at, {"date": str(told.value)[:10]}, also, evidence="published")
