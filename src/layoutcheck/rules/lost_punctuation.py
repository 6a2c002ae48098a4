"""A copy of a line lost its quotes or apostrophes on the way."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.core.rule import Hit, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.repetition.copy import has_quotes, lost_quotes, what_was_lost
from layoutcheck.newsroom.teaser.finder import find_teasers
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a copy of a line lost its quotes or apostrophes",
    severity=Severity.INFO,
    messages={"lost": 'the {part} says "{text}", its headline has {what}: "{headline}"'},
)

#: Attributes in which a teaser's link or picture says its headline again.
_COPIES = (("title", "link's title"), ("aria-label", "link's label"))


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each copy that has fewer quotes than its headline. In a dump duplicate-teaser says what was lost."""
    if page.is_dump:
        return
    for teaser in find_teasers(page):
        headline = teaser.headline
        if headline is None or headline.spot is None or not has_quotes(headline.value):
            continue
        copies = [("picture's text", teaser.alt.value, teaser.alt.spot)] if teaser.alt else []
        if teaser.url and teaser.url.spot:
            link = teaser.url.spot.node
            copies += [(part, link.attr(name) or "", Spot(link, name)) for name, part in _COPIES]
        for part, text, spot in copies:
            lost, words = lost_quotes(text, headline.value) if text else ((), ())
            if lost and spot and fold_unquoted(text) == fold_unquoted(headline.value):
                told = _data(part, text, headline.value, lost, words)
                yield Hit("lost", spot, told, (headline.spot,), evidence=fold_unquoted(text), cause=part)


def _data(
    part: str, text: str, headline: str, lost: tuple[str, ...], words: tuple[tuple[str, str], ...]
) -> dict[str, object]:
    return {
        "part": part,
        "text": text,
        "headline": headline,
        "lost": list(lost),
        "words": [list(pair) for pair in words],
        "what": what_was_lost(lost, words),
    }
