"""A teaser's picture says in its alternative text what the headline beside it says."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.teaser.finder import find_teasers
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a teaser's picture has the headline as its alternative text",
    severity=Severity.INFO,
    messages={"repeated": 'the picture\'s text repeats the headline beside it: "{text}"'},
)

#: Lines whose lengths differ by more are not equal but for their quotes and spaces.
_DIFFERENCE = 12


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each such picture, with its headline beside it.

    Where a dump does not say what is a picture's text, the line is doubled: see duplicate-teaser.
    """
    if page.is_dump:
        yield from _in_dump(page)
        return
    for teaser in find_teasers(page):
        alt, headline = teaser.alt, teaser.headline
        if alt is None or headline is None or abs(len(alt.value) - len(headline.value)) > _DIFFERENCE:
            continue
        if alt.value != headline.value and fold_unquoted(alt.value) != fold_unquoted(headline.value):
            continue
        at, beside = alt.spot, headline.spot
        if at is not None and beside is not None:
            yield Hit("repeated", at, {"text": alt.value}, (beside,), evidence=fold_unquoted(alt.value))


def _in_dump(page: Page) -> Iterator[Hit]:
    from layoutcheck.newsroom.teaser.dump import doubled_lines

    for pair in doubled_lines(page):
        if pair.alt:
            alt, line = pair.alt
            yield Hit("repeated", alt.spot(), {"text": alt.text}, (line.spot(),), evidence=fold_unquoted(alt.text))
