"""A copy of a line lost its quotes or apostrophes on the way."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.core.rule import Hit, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.repetition.copy import has_quotes, lost_quotes, what_was_lost
from layoutcheck.newsroom.teaser.finder import find_teasers
from layoutcheck.newsroom.teaser.teaser import Teaser
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a copy of a line lost its quotes or apostrophes",
    severity=Severity.INFO,
    messages={"lost": 'the {part} says "{text}", its headline has {what}: "{headline}"'},
)

_PICTURE = "picture's text"
#: Attributes in which a teaser's link or picture says its headline again.
_COPIES = (("title", "link's title"), ("aria-label", "link's label"))


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each copy that has fewer quotes than its headline.

    Where a dump does not say what is a picture's text, duplicate-teaser says what was lost.
    """
    if page.is_dump:
        yield from _in_dump(page)
        return
    for teaser in find_teasers(page):
        headline = teaser.headline
        if headline is None or not has_quotes(headline.value):
            continue
        for part, text, spot in _copies(teaser):
            lost, words = lost_quotes(text, headline.value) if text else ((), ())
            if lost and spot and fold_unquoted(text) == fold_unquoted(headline.value) and (beside := headline.spot):
                told = _data(part, text, headline.value, lost, words)
                yield Hit("lost", spot, told, (beside,), evidence=fold_unquoted(text), cause=part)


def _in_dump(page: Page) -> Iterator[Hit]:
    from layoutcheck.newsroom.teaser.dump import doubled_lines

    for pair in doubled_lines(page):
        if pair.first.is_picture and pair.copy.lost:
            alt, line = pair.first, pair.second
            told = _data(_PICTURE, alt.text, line.text, pair.copy.lost, pair.copy.words)
            yield Hit("lost", alt.spot(), told, (line.spot(),), evidence=fold_unquoted(alt.text), cause=_PICTURE)


def _copies(teaser: Teaser) -> Iterator[tuple[str, str, Spot | None]]:
    """What says the headline again: its name, its text and where it stands."""
    if teaser.alt:
        yield _PICTURE, teaser.alt.value, teaser.alt.spot
    if teaser.url and (spot := teaser.url.spot):
        for name, part in _COPIES:
            yield part, spot.node.attr(name) or "", Spot(spot.node, name)


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
