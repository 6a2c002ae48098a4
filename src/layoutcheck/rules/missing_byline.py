"""Nobody signs the story where the schema, or usage, expects a byline."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import is_story, read_article
from layoutcheck.newsroom.byline.names import LEAD
from layoutcheck.newsroom.byline.told import machine_names
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the story has no byline",
    severity=Severity.WARNING,
    messages={
        "demanded": "the byline is missing, which the schema demands",
        "missing": Message("the story names no author, neither to readers nor to machines", Severity.INFO),
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell a byline that the schema demands and the page lacks; without a demand, one that nobody is told."""
    for demand in page.demands:
        if demand.kind == "byline" and demand.keyword in ("required", "type"):
            yield Hit("demanded", demand.spot, demand.source, severity=demand.severity, evidence=demand.pointer)
            return
    if page.is_dump or "byline" in page.data or not is_story(page):
        return
    article = read_article(page)
    if article.byline is not None or machine_names(article.structured):
        return
    if any(line.author is not None or LEAD.match(line.said) for line in article.header.lines if len(line.said) <= 80):
        return  # something that we cannot read for a name
    if article.headline is not None and article.headline.spot is not None:
        yield Hit("missing", article.headline.spot, evidence="byline")
