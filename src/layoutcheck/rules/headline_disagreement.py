"""The headline that readers see is not the one that machines are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from layoutcheck.core.fold import fold_unquoted, skeleton
from layoutcheck.core.rule import Hit, Message, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import is_called_story, is_story, read_article
from layoutcheck.newsroom.article.claim import words_in_common
from layoutcheck.newsroom.teaser.finder import find_teasers
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """How different two headlines may be.

    ``similarity``: the least share of common words, from 0 to 1; editors write other headlines for search engines.
    """

    similarity: float = 0.3


rule = Rule(
    summary="readers and machines are told different headlines",
    severity=Severity.INFO,
    messages={
        "different": 'the headline reads "{shown}", {source} says "{told}"',
        "cut": Message('the headline "{shown}" is cut short: {source} goes on "{told}"', Severity.WARNING),
    },
    options=Options,
)
#: With more teasers than these around it, a page that tells no story is a list of them.
_FEW = 5
#: A headline of fewer letters may be the beginning of another.
_BEGUN = 12
_DOTS = re.compile(r"\s*(?:…|\.{3})$")
#: What stands behind the cut: more letters, and no dots and no site's name.
_GOES_ON = re.compile(r"\w|,?\s\w")
_NAMES = {"json-ld": "JSON-LD", "og:title": "og:title", "twitter:title": "twitter:title"}


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Compare the visible headline with JSON-LD's and Open Graph's, by words."""
    if page.is_dump:
        return
    article = read_article(page)
    shown = article.headline
    if shown is None or article.headline_node is None:
        return
    if not (is_called_story(page) or is_story(page)) and _is_list(page):
        return  # a front page or list: what looks like its headline is a story's or a form's
    own = fold_unquoted(str(shown.value))
    for fact in article.claims.facts:
        if fact.source not in _NAMES or fact.value == shown.value:
            continue
        if _is_cut(str(shown.value), fact.value) and (at := shown.spot):
            data = {"shown": shown.value, "told": fact.value, "source": _NAMES[fact.source]}
            yield Hit("cut", at, data, (fact.spot,), cause=fact.source)
            return
        told = fold_unquoted(fact.value)
        if own in told or told in own or not skeleton(told):
            continue
        if words_in_common(own, told) < options.similarity and (at := shown.spot):
            data = {"shown": shown.value, "told": fact.value, "source": _NAMES[fact.source]}
            yield Hit("different", at, data, (fact.spot,), cause=fact.source)
            return


def _is_cut(shown: str, told: str) -> bool:
    """Whether a headline ends in dots where that of machines goes on."""
    cut = _DOTS.search(shown)
    if cut is None:
        return False
    begun = fold_unquoted(shown[: cut.start()])
    whole = fold_unquoted(told)
    return len(begun) >= _BEGUN and whole.startswith(begun) and _GOES_ON.match(whole, len(begun)) is not None


def _is_list(page: Page) -> bool:
    """Whether the page calls itself no article, or holds several stories."""
    kind = read_article(page).structured.meta("og:type")
    return kind is not None or len(find_teasers(page)) > _FEW
