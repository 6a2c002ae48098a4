"""Teasers of an HTML page: cards that repeat side by side in one container, each with a link and a headline.

A card is found from its link: the largest element around it that leads to no other story. Cards with the same parent
are one list. No class name is needed; a few are known that mark menus, and copies that a reader never sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.repetition import is_line
from layoutcheck.newsroom.teaser import Teaser
from layoutcheck.newsroom.teaser_target import target
from layoutcheck.parse.block import UNREAD, blocks, collapsed
from layoutcheck.parse.page import Page

_LINKS = (
    "a[href]:not(nav a, footer a, form a, noscript a, template a, [role=navigation] a, [role=menu] a, "
    "[role=menubar] a, [role=tablist] a)"
)
_HEADING = "h1, h2, h3, h4, h5, h6, [class*=title], [class*=headline], [class*=heading]"
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Prose around a link makes it a link in a sentence: this many letters beside it.
_PROSE = 25
#: A card that holds more text than this is the page around a lone link.
_LARGEST = 1500


@dataclass(frozen=True, slots=True)
class Link:
    """A link whose text is a line: it leads to a story."""

    node: Element
    line: str
    target: str
    #: The elements around it, outermost first, itself last.
    path: tuple[Any, ...]

    def spot(self) -> Spot:
        """Where the line stands."""
        return next((block.spot() for block in blocks(self.node) if block.text == self.line), Spot(self.node))


@dataclass(frozen=True, slots=True)
class Card:
    """What one list holds of one story: ``node`` is a child of ``container``, ``links`` lead to one target."""

    node: Any
    container: Any
    links: tuple[Link, ...]


def read_teasers(page: Page) -> list[Teaser]:
    """The teasers of a page: the cards of all lists with at least two stories."""
    found: list[Teaser] = []
    for number, cards in enumerate(lists(page)):
        found.extend(_teaser(number, card) for card in cards)
    return found


def lists(page: Page) -> list[list[Card]]:
    """The lists of a page, each with its cards in document order; once per page."""
    if "teaser_lists" not in page.cache:
        page.cache["teaser_lists"] = _lists(cards(story_links(page)))
    found: list[list[Card]] = page.cache["teaser_lists"]
    return found


def _lists(found: Iterable[Card]) -> list[list[Card]]:
    groups: dict[Any, list[Card]] = {}
    for card in found:
        groups.setdefault(card.container, []).append(card)
    return [group for group in groups.values() if len({card.links[0].target for card in group}) > 1]


def story_links(page: Page) -> Iterator[Link]:
    """The links of a page whose text reads as a line, in document order; menus and links in prose left out."""
    for node in page.tree.select(_LINKS):
        text = node.text
        if len(text) < 8 or not is_line(line := collapsed(text)):
            if len(text) < 300 or not (line := _headline_text(node)):
                continue
        address = target(node.attr("href") or "")
        if address and not _in_prose(node, line):
            yield Link(node, line, address, (*reversed(list(node.ancestors)), node))


def _headline_text(node: Element) -> str:
    """The headline inside a link that wraps a whole card; "" when there is none."""
    for heading in node.select(_HEADING):
        if is_line(line := collapsed(heading.text)):
            return line
    return ""


def _in_prose(node: Element, line: str) -> bool:
    """Whether a link stands in a sentence: text of some length right before or behind it."""
    for sibling in (node.previous_sibling, node.next_sibling):
        if isinstance(sibling, Text) and len(sibling.data.strip()) >= _PROSE:
            return True
    for around in list(node.ancestors)[:3]:
        if isinstance(around, Element) and around.tag == "p":
            return len(around.text) > 2 * len(line) + 40
    return False


def cards(links: Iterable[Link]) -> Iterator[Card]:
    """Gather links into cards, in document order.

    A link's card is the child, on the way to the link, of the deepest element that it shares with a link to another
    story before or behind it.
    """
    sequence = list(links)
    depths = _shared_depths(sequence)
    at = 0
    while at < len(sequence):
        link, depth = sequence[at], depths[at]
        card = link.path[depth]
        behind = at + 1
        while (
            behind < len(sequence)
            and sequence[behind].target == link.target
            and len(sequence[behind].path) > depth
            and sequence[behind].path[depth] == card
        ):
            behind += 1
        yield Card(card, link.path[depth - 1], tuple(sequence[at:behind]))
        at = behind


def _shared_depths(links: Sequence[Link]) -> list[int]:
    """For each link, the depth of its card: one below what it shares with the nearest other stories."""
    depths = [1] * len(links)
    for order in (range(len(links)), range(len(links) - 1, -1, -1)):
        other: Link | None = None
        latest: Link | None = None
        for index in order:
            link = links[index]
            if latest is not None and latest.target != link.target:
                other = latest
            if other is not None:
                depths[index] = max(depths[index], min(_shared(link.path, other.path), len(link.path) - 1))
            latest = link
    return depths


def _shared(one: Sequence[Any], other: Sequence[Any]) -> int:
    """How many elements from the outermost on two paths share."""
    low, high = 0, min(len(one), len(other))
    while low < high:  # paths share a prefix, so halving finds its end
        middle = (low + high) // 2
        if one[middle] == other[middle]:
            low = middle + 1
        else:
            high = middle
    return low


def _teaser(number: int, card: Card) -> Teaser:
    return read_parts(number, card.node, card.links[0].node, card.links[0].line)


def read_card(page: Page, node: Any) -> Teaser:
    """One teaser from the element that holds it."""
    links = [node] if node.tag == "a" else node.select("a[href]")
    lines = [(link, collapsed(link.text)) for link in links]
    link, line = next(((link, line) for link, line in lines if is_line(line)), (links[0] if links else None, ""))
    return read_parts(0, node, link, line)


def read_parts(number: int, node: Any, link: Any, line: str) -> Teaser:
    """The parts of a card: headline and address of its link, the picture's text, a label and a summary around."""
    headline, label, summary = None, None, None
    for block in blocks(node):
        text = block.text
        if headline is None and (text == line or is_line(text)):
            headline = Found(text, block.spot(), block.tag)
        elif headline is None and label is None and 2 <= len(text) <= 40:
            label = Found(text, block.spot(), block.tag)
        elif headline is not None and summary is None and len(text) >= 40:
            summary = Found(text, block.spot(), block.tag)
    url = Found(link.attr("href"), Spot(link, "href"), "a[href]") if link is not None and link.attr("href") else None
    picture = node if node.tag == "img" else node.select_one("img[alt]")
    alt = None
    if picture is not None and collapsed(picture.attr("alt") or ""):
        alt = Found(collapsed(picture.attr("alt") or ""), Spot(picture, "alt"), "img[alt]")
    return Teaser(number, node, label, headline, url, alt, summary)
