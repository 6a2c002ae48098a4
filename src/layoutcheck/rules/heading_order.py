"""Headings that skip a level, no main heading, or several."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import is_story, read_article
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the headings are out of order",
    severity=Severity.INFO,
    messages={
        "missing-main": Message(
            'the page has no main heading (h1): its headline "{text}" is marked up as {tag}', Severity.INFO
        ),
        "several-main": 'the page has {count} main headings (h1); "{text}" is the headline, this is another',
        "skipped": "this {tag} follows {before}: a level of headings is skipped",
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Count the main headings; look for skipped levels inside the story."""
    if page.is_dump or not is_story(page):
        return
    article = read_article(page)
    node = article.headline_node
    headline = article.headline
    if node is None or headline is None or headline.at is None:
        return
    shown = str(headline.value)
    main = [heading for heading in page.tree.select("h1") if text_of(heading)]
    if not main and (at := headline.spot):
        yield Hit("missing-main", at, {"text": shown, "tag": node.tag}, evidence="h1")
    elif len(main) > 1 and (at := headline.spot):
        other = next(heading for heading in main if heading != node)
        yield Hit("several-main", spot_of(other), {"count": len(main), "text": shown}, (at,), evidence="h1")
    if article.story is None:
        return
    inside = [heading for heading in article.story.select("h1, h2, h3, h4, h5, h6") if text_of(heading)]
    for before, after in pairwise(inside):
        if int(after.tag[1]) - int(before.tag[1]) > 1:
            yield Hit("skipped", spot_of(after), {"tag": after.tag, "before": before.tag}, (spot_of(before),))
            return
