"""Stories that one list of an HTML page shows twice, and the repetitions that are made on purpose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from turbohtml import Element

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.newsroom.reading import names_of
from layoutcheck.newsroom.repetition.shown import both_shown
from layoutcheck.newsroom.teaser.card import Card, Link, is_named_menu, lists
from layoutcheck.newsroom.teaser.target import is_deed, is_list, is_same_page, path_of, target, without_scheme
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.page import Page

#: Class names of lists that repeat their items to run in a circle, and of tabs and panels.
_CIRCLE = re.compile(
    r"slid(?:e|er|es)|carou?sel|swip|slick|\bowl|ticker|marquee|flickity|glide|splide|clone|scroller|rotator|siema|"
    r"newsbar|news-bar|breaking|crawl|\btabs?\b|\btab[-_]",
    re.IGNORECASE,
)
_BUTTON = re.compile(r"\b(?:btn|button|cta|(?:read|see|view)-?_?more|more-?link|weiter|pager|prev|next)", re.IGNORECASE)
#: Class names that tell where in a list an item stands, not what it is.
_STATE = re.compile(
    r".*\d+$|first|last|odd|even|active|current|selected|alt|even-item|odd-item|middle|even_?row|row_?even"
)
#: A label, a time, a number beside a teaser's line take no more letters than this.
_BESIDE = 40
#: A paragraph of a text has more characters; what stands in boxes among such paragraphs is put into the text.
_PROSE = 80
_BOXES = frozenset(("div", "aside", "section", "figure"))
#: What begins another group in a list; so many nodes of the list are looked at.
_GROUPS = frozenset("h1 h2 h3 h4 h5 h6 dt".split())
_FAR = 400
#: A box that is wider than a screen moves.
_STRIP = re.compile(r"(?:^|[;\s])width\s*:\s*\d{4,5}(?:px)?\s*(?:;|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListedTwice:
    """Two cards of one list with the same line to the same target."""

    first: Link
    second: Link


def listed_twice(page: Page) -> Iterator[ListedTwice]:
    """Each card of a list whose line and target an earlier card of that list has already, where it is a fault."""
    for cards in lists(page):
        if len({path_of(card.links[0].target) for card in cards}) == len(cards):
            continue
        repeated = list(_repeated(cards))
        if repeated and _is_thin(cards):
            repeated = [pair for pair in repeated if _touch(*pair)]
        if repeated and _is_list(cards) and not _on_purpose(cards, repeated):
            yield from (ListedTwice(first.links[0], second.links[0]) for first, second in repeated)


def _is_list(cards: list[Card]) -> bool:
    """Whether cards are a list of stories: several stories, or one in items of a list; and no menu by name."""
    several = len({card.links[0].target for card in cards}) > 1
    return (several or cards[0].node.tag in ("li", "article", "tr")) and not is_named_menu(cards[0].container)


def _touch(one: Card, other: Card) -> bool:
    """Whether no element stands between two cards."""
    node = one.node.next_sibling
    while node is not None and not isinstance(node, Element):
        node = node.next_sibling
    return bool(node == other.node)


def _repeated(cards: list[Card]) -> Iterator[tuple[Card, Card]]:
    """Pairs of an earlier and a later card with one line and one target; neighbours may differ in the scheme."""
    seen: dict[tuple[str, str], list[Card]] = {}
    previous: Card | None = None
    for card in cards:
        link = card.links[0]
        line = fold_unquoted(link.line)
        alike = seen.setdefault((line, path_of(link.target)), [])
        first = next((other for other in alike if is_same_page(other.links[0].target, link.target)), card)
        if first is card:
            alike.append(card)
        if first is card and previous is not None and _neighbours(previous.links[0], link):
            first = previous
        if first is not card and _alike(first, card) and not _is_button(link):
            yield first, card
        previous = card


def _alike(one: Card, other: Card) -> bool:
    """Whether two cards have one shape and beside the line the same text or a short one: else they cite one story."""
    if _shape(one.node) != _shape(other.node) or _leads(one) != _leads(other) or _stand_apart(one, other):
        return False
    beside = [fold_unquoted(collapsed(card.node.text)) for card in (one, other)]
    line = len(fold_unquoted(other.links[0].line))
    return beside[0] == beside[1] or max(map(len, beside)) - line <= _BESIDE


def _leads(card: Card) -> set[str]:
    """Where else the links of a card lead: rows that share one line differ in what they are about.

    A section's front and lists of stories don't count: one story may stand under two labels.
    """
    story = path_of(card.links[0].target)
    found = {path_of(target(link.attr("href") or "")) for link in card.node.select("a[href]")}
    return {path for path in found if path != story and path.count("/") > 1 and not (is_list(path) or is_deed(path))}


def _stand_apart(one: Card, other: Card) -> bool:
    """Whether a heading, or an item that is no more than a label, begins another group between two cards: a day.

    What stands beside every card is the card's own heading.
    """
    groups = cards = 0
    between = inside = False
    for node in islice(one.container.children, _FAR):
        if not isinstance(node, Element):
            continue
        if node == one.node or node == other.node:
            inside = node == one.node
            cards += 1
        elif node.tag in _GROUPS or (node.tag == one.node.tag and _is_label(node)):
            groups += 1
            between = between or inside
        elif node.tag == one.node.tag:
            cards += 1
    return between and 2 * groups <= cards


def _is_label(node: Element) -> bool:
    return node.select_one("a, img, picture, iframe, script") is None and 0 < len(node.text.strip()) <= _BESIDE


def _neighbours(one: Link, other: Link) -> bool:
    return without_scheme(one.target) == without_scheme(other.target) and fold_unquoted(one.line) == fold_unquoted(
        other.line
    )


def _is_button(link: Link) -> bool:
    """Whether a link is made to stand under each card or page: a button, an arrow back or on."""
    node = link.node
    return (
        bool(_BUTTON.search(node.attr("class") or ""))
        or node.attr("role") == "button"
        or (node.attr("rel") or "") in ("prev", "next")
        or is_list(link.target)
        or is_deed(link.target)
        or link.line[0] in "<>«»‹›←→◀▶"
        or link.line[-1] in "<>»›→▶"
    )


def _shape(node: Any) -> tuple[str, tuple[str, ...]]:
    names = [name for name in (node.attr("class") or "").split() if not _STATE.fullmatch(name)]
    return node.tag, tuple(sorted(names))


def _on_purpose(cards: list[Card], repeated: list[tuple[Card, Card]]) -> bool:
    stories = [card.links[0].target for card in cards]
    return (
        _runs_in_circle(stories)
        or _is_column(stories)
        or _is_strip(cards[0].container)
        or any(_names(element, _CIRCLE) for element in _around(cards[0].container))
        or not all(both_shown(one.links[0].node, other.links[0].node) for one, other in repeated)
    )


def _runs_in_circle(stories: list[str]) -> bool:
    """Whether the items repeat as a whole: A B C A B C, one story over and over, or C A B C A (an endless slider)."""
    distinct = len(set(stories))
    if len(stories) >= 2 * distinct and distinct >= 3:
        period = stories[:distinct]
        if all(story == period[index % distinct] for index, story in enumerate(stories)):
            return True
    if len(stories) >= 4 and distinct == 1:
        return True
    return (
        len(stories) >= 5 and stories[0] == stories[-2] and stories[1] == stories[-1] and distinct == len(stories) - 2
    )


def _is_column(stories: list[str]) -> bool:
    """Whether stories come three times and more among others: a column of rubrics or boards beside the stories proper,
    or an advertisement in every second place."""
    counts = Counter(stories).values()
    return max(counts) >= 3 and min(counts) == 1


def _is_strip(container: Any) -> bool:
    style = container.attr("style") if isinstance(container, Element) else None
    return bool(style) and _STRIP.search(style or "") is not None


def _is_thin(cards: list[Card]) -> bool:
    """Whether the cards are few among equal siblings or among paragraphs: links strewn over a text, no list."""
    shape = _shape(cards[0].node)
    siblings = [child for child in cards[0].container.children if isinstance(child, Element)]
    alike = sum(child.tag == shape[0] for child in siblings)
    if alike > 2 * len(cards):
        return True
    prose = sum(child.tag == "p" and len(child.text) > _PROSE for child in siblings)
    return shape[0] in _BOXES and prose > len(cards)


def _around(container: Any) -> Iterator[Element]:
    node = container
    for _ in range(4):
        if not isinstance(node, Element) or node.tag in ("body", "html"):
            return
        yield node
        node = node.parent


def _names(element: Element, pattern: re.Pattern[str]) -> bool:
    return element.tag == "marquee" or pattern.search(names_of(element)) is not None
