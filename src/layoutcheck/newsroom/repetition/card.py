"""A teaser's headline or summary that one card of an HTML page shows twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.reading import names_of, said_texts, text_spot
from layoutcheck.newsroom.repetition.copy import Copy, compare, is_line
from layoutcheck.newsroom.repetition.shown import apart, both_shown
from layoutcheck.newsroom.teaser.card import Card, is_named_menu, lists
from layoutcheck.newsroom.teaser.finder import find_teasers
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.page import Page

_PLAIN_WORD = re.compile(r"\w+")
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_CLICKED = "a, button"
#: Text that stands in for an icon; a name that is also the title of what its owner made.
_NO_COPY = re.compile(r"sprite|\bicon|\bico\b|glyph|inline-?img|^by$|(?:^|[\s_-])(?:artist|brand|creator)(?=$|[\s_-])")
#: Copies above and below a picture are shown by turns.
_SIDES = re.compile(r"(?:^|[\s_-])(top|bottom|upper|lower|above|below)(?=$|[\s_-])")
#: As much may stand between two copies: a label, a time.
_BETWEEN = 24


@dataclass(frozen=True, slots=True)
class DoubledText:
    """Two texts next to each other in one card; the second is the card's headline or its summary again."""

    first: Spot
    second: Spot
    first_text: str
    text: str
    label: str
    copy: Copy


def doubled_in_cards(page: Page) -> Iterator[DoubledText]:
    """Each card whose headline stands right behind a text that says the same, both for every reader to see.

    Two *links* in one card are made on purpose (picture and headline, headline and overlay), and so are copies for one
    kind of device; a text that is no link, or stands in the headline's own link, is not,
    nor are two headings of one rank and class, nor a summary that says no more than the headline above it, nor one
    that stands twice.
    """
    for cards in lists(page):
        for card in cards:
            word = _telling_word(card.node, card.links[0].line)
            if word and (found := _doubled(card, word)):
                yield found
    for teaser in find_teasers(page):
        if teaser.summary and (word := _telling_word(teaser.node, str(teaser.summary.value))):
            yield from _doubled_summary(teaser.node, str(teaser.summary.value), word)


def _telling_word(node: Any, line: str) -> str:
    """The longest word of a card's line, if the card has text enough for the line and a copy; else ""."""
    text = node.text
    if len(text) < 2 * len(line) - _BETWEEN:
        return ""
    word = max(line.split(), key=len, default=line)
    if not word.isalnum():  # it has marks within, and another may be the longest without
        word = max(_PLAIN_WORD.findall(line), key=len, default=line)
    return word if text.count(word) >= 2 * line.count(word) else ""


def _doubled(card: Card, word: str) -> DoubledText | None:
    found = [text for text, _ in said_texts(card.node)]
    telling = [index for index, text in enumerate(found) if word in text.data]
    for index, behind in pairwise(telling):
        if behind - index > 2 or (behind - index == 2 and len(found[index + 1].data.strip()) > _BETWEEN):
            continue
        first, second = found[index], found[behind]
        said, wanted = collapsed(first.data), collapsed(second.data)
        copy = compare(said, wanted) if is_line(wanted) else None
        if copy and _is_headline(card, wanted) and _is_label(said[: copy.start]) and _are_one(first, second):
            start = _raw_start(first, said, copy.start)
            return DoubledText(
                Spot(first, None, start, len(first.data.rstrip())), text_spot(second),
                said[copy.start :], wanted, said[: copy.start].rstrip(), copy,
            )  # fmt: skip
    return None


def _doubled_summary(node: Any, summary: str, word: str) -> Iterator[DoubledText]:
    """The texts of a card that are its summary, each behind the one before."""
    wanted = fold_unquoted(summary)
    found = [text for text, _ in said_texts(node)]
    alike = [at for at, text in enumerate(found) if word in text.data and fold_unquoted(collapsed(text.data)) == wanted]
    for index, behind in pairwise(alike):
        first, second = found[index], found[behind]
        if behind == index + 1 and _around(first, _CLICKED) == _around(second, _CLICKED) and both_shown(first, second):
            yield DoubledText(
                text_spot(first), text_spot(second), collapsed(first.data), collapsed(second.data), "", Copy()
            )


def _is_headline(card: Card, text: str) -> bool:
    """Whether a text is the line of one of the card's links, or its end."""
    folded = fold_unquoted(text)
    return any(f" {fold_unquoted(link.line)}".endswith(f" {folded}") for link in card.links)


def _is_label(text: str) -> bool:
    """Whether what stands before a copy is a label or a leaked expression, not the beginning of a sentence."""
    return not text or text.isupper() or not text.replace(" ", "").isalnum()


def _are_one(first: Text, second: Text) -> bool:
    """Whether two texts are copies that every reader sees: not two links, nor a heading and what it announces."""
    holder = first.parent
    if isinstance(holder, Element) and _NO_COPY.search((holder.attr("class") or "").lower()):
        return False
    heading, other_heading = _around(first, _HEADINGS), _around(second, _HEADINGS)
    if heading is not None and other_heading is None:
        return _is_summary(second) and both_shown(first, second)
    if heading is not None and heading != other_heading:
        if _look(heading) != _look(other_heading):
            return False
        if _side(second, first) != _side(first, second):
            return False
    elif _around(second, "time") is not None:
        return False  # published and updated
    else:
        link = _around(first, _CLICKED)
        if link is not None and link != _around(second, _CLICKED):
            return _is_summary(second) and not is_named_menu(second.parent) and both_shown(first, second)
    return both_shown(first, second)


def _is_summary(text: Text) -> bool:
    """Whether a text is a paragraph of its own, which says more than the heading before it or is not needed."""
    paragraph = _around(text, "p")
    if paragraph is None or _around(text, "a, button, label, time") is not None:
        return False
    return collapsed(paragraph.text) == collapsed(text.data)


def _side(one: Text, other: Text) -> set[str]:
    """On which side of something the parts around ``other`` alone say that they stand."""
    return {match[1] for element in apart(one, other) for match in _SIDES.finditer(names_of(element))}


def _look(heading: Any) -> tuple[str, str]:
    """What decides how a heading is drawn: those of a short and a long form, shown by turns, differ in class."""
    return heading.tag, " ".join(sorted((heading.attr("class") or "").split()))


def _around(text: Text, selector: str) -> Any:
    parent = text.parent
    return parent.closest(selector) if isinstance(parent, Element) else None


def _raw_start(text: Text, said: str, start: int) -> int:
    """Where in a text node the words begin that are at ``start`` of its collapsed form."""
    raw = text.data
    at = len(raw) - len(raw.lstrip())
    for word in said[:start].split():
        at = raw.find(word, at) + len(word)
    return at + len(raw[at:]) - len(raw[at:].lstrip())
