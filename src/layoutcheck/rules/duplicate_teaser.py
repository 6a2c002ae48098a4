"""The same teaser line twice: doubled in a dump, or twice in one list to the same story."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.repetition.copy import Copy, what_was_lost
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a teaser's line stands twice in one list",
    severity=Severity.WARNING,
    messages={
        "doubled": 'teaser line "{text}" stands twice in a row',
        "doubled-changed": 'teaser line "{text}" stands twice in a row, once without {what} ("{first}")',
        "listed-twice": '"{text}" is listed twice, both times to {url}',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each second copy, with the first one beside it."""
    if page.is_dump:
        yield from _in_dump(page)
    else:
        yield from _in_lists(page)
        yield from _in_cards(page)


def _in_dump(page: Page) -> Iterator[Hit]:
    from layoutcheck.newsroom.teaser.dump import doubled_lines

    for pair in doubled_lines(page):
        if pair.alt:  # see redundant-alt
            continue
        first, second, copy = pair.first, pair.second, pair.copy
        yield Hit(
            "doubled-changed" if copy.lost else "doubled",
            second.spot(),
            _data(copy, first.text[copy.start :], second.text, first.text[: copy.start].rstrip()),
            (first.spot(copy.start),),
            evidence=fold_unquoted(second.text),
        )


def _in_lists(page: Page) -> Iterator[Hit]:
    from layoutcheck.newsroom.repetition.list import listed_twice

    for pair in listed_twice(page):
        yield Hit(
            "listed-twice",
            pair.second.spot(),
            {"text": pair.second.line, "first": pair.first.line, "url": pair.second.node.attr("href") or ""},
            (pair.first.spot(),),
            evidence=fold_unquoted(pair.second.line),
        )


def _in_cards(page: Page) -> Iterator[Hit]:
    from layoutcheck.newsroom.repetition.card import doubled_in_cards

    for pair in doubled_in_cards(page):
        yield Hit(
            "doubled-changed" if pair.copy.lost else "doubled",
            pair.second,
            _data(pair.copy, pair.first_text, pair.text, pair.label),
            (pair.first,),
            evidence=fold_unquoted(pair.text),
        )


def _data(copy: Copy, first: str, text: str, label: str) -> dict[str, object]:
    data: dict[str, object] = {"text": text, "first": first}
    if label:
        data["label"] = label
    if copy.lost:
        data |= {
            "lost": list(copy.lost),
            "words": [list(pair) for pair in copy.words],
            "what": what_was_lost(copy.lost, copy.words),
        }
    return data
