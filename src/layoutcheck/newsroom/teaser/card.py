"""Teasers of an HTML page: cards that repeat side by side in one container, each with a link and a headline.

A card is found from its link: the largest element around it that leads to no other story. Cards with the same parent
are one list. No class name is needed; a few are known that mark menus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.reading import names_of, text_spot, texts
from layoutcheck.newsroom.repetition.copy import compare, is_line, is_short_script
from layoutcheck.newsroom.teaser.target import is_list, target
from layoutcheck.newsroom.teaser.teaser import Teaser
from layoutcheck.parse.block import UNREAD, collapsed, single_spaced
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: Links in these are no stories; a template's and a ``noscript``'s are not shown.
_ELSEWHERE = "nav, footer, form, noscript, template, [role=navigation], [role=menu], [role=menubar], [role=tablist]"
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_TITLES = f"{_HEADINGS}, [class*=title], [class*=headline], [class*=heading]"
#: Containers of links that are no stories.
_NO_LIST = re.compile(
    r"menu|nav(?<!\wnav)|navi|footer|breadcrumb|share|social|tags?\b(?<!\wtag)(?<!\wtags)|taglist|tag-list|cookie|login|"
    r"author|byline|comment|lang(?:uage)?-|pagination|pager|sitemap"
)
#: Prose around a link makes it a link in a sentence: this many letters beside it.
_PROSE = 25
#: A lone card that holds more text than this is the page around a link.
_LARGEST = 600
#: A summary has as many characters at least, a label (a leaked expression in its place) at most.
_SUMMARY, _LABEL = 40, 120
#: Among so many texts of a card they are looked for.
_LOOKED = 16
_PAGE = frozenset(("html", "body", "main", "header"))
#: Lines that are shorter on average, without heading or picture, are a menu.
_MENU = 28


class Link(NamedTuple):
    """A link whose text is a line: it leads to a story."""

    node: Element
    line: str
    target: str
    #: The elements around it, outermost first, itself last.
    path: tuple[Any, ...]
    #: Whether its text says the line two times.
    twice: bool = False

    def spot(self) -> Spot:
        """Where the line stands."""
        return line_spot(self.node, self.line)


class Card(NamedTuple):
    """What one list holds of one story: ``node`` is a child of ``container``, ``links`` lead to one target."""

    node: Any
    container: Any
    links: tuple[Link, ...]


def read_teasers(page: Page) -> list[Teaser]:
    """The teasers of a page: the cards of all lists that are no menus."""
    found: list[Teaser] = []
    number = 0
    for cards in lists(page):
        if not _is_menu(cards):
            found.extend(_read_parts(number, card.node, card.links[0].node, card.links[0].line) for card in cards)
            number += 1
    return found


@once_a_page
def lists(page: Page) -> list[list[Card]]:
    """The lists of a page, each with its cards in document order. A lone card is a list of one."""
    groups: dict[Any, list[Card]] = {}
    for card in find_cards(story_links(page)):
        groups.setdefault(card.container, []).append(card)
    found = (cards if len(cards) > 1 else _alone(cards[0]) for cards in groups.values())
    return [cards for cards in found if cards]


def _alone(card: Card) -> list[Card]:
    """A card without neighbours, cut to the box around its link; none where a link stands alone in a page.

    Nothing beside it tells where such a card ends: it is the largest element of few words, with a picture or a heading.
    """
    link = card.links[0]
    depth = next(index for index, node in enumerate(link.path) if node == card.node)
    for index in range(depth, len(link.path) - 1):
        node = link.path[index]
        if node.tag in _PAGE or len(text := node.text) > 8 * _LARGEST or len(single_spaced(text)) > _LARGEST:
            continue
        if node.select_one("img") is None and not any(_is_heading(around) for around in link.path[index:]):
            return []
        links = tuple(other for other in card.links if len(other.path) > index and other.path[index] == node)
        return [Card(node, link.path[index - 1], links)]
    return []


def _is_heading(node: Any) -> bool:
    return isinstance(node, Element) and node.tag in ("h2", "h3", "h4", "h5", "h6")


def _is_menu(cards: list[Card]) -> bool:
    container = cards[0].container
    if is_list(cards[0].links[0].target) or is_named_menu(container):
        return True
    holder = container.closest("header, article, main, section, li") if isinstance(container, Element) else None
    if holder is not None and holder.tag == "header" and holder.closest("article, main, section") is None:
        return True  # the site's own header
    lines = [card.links[0].line for card in cards]
    if sum(map(len, lines)) >= _MENU * len(lines) or any(is_short_script(line) for line in lines):
        return False
    return not any(card.node.select_one(f"img, {_HEADINGS}") is not None for card in cards[:3])


def is_named_menu(container: Any) -> bool:
    """Whether a container, or one of the two around it, is by its name a menu, a share bar or the like."""
    for _ in range(3):
        if not isinstance(container, Element) or container.tag in ("body", "html"):
            return False
        if _is_no_list(names_of(container)):
            return True
        container = container.parent
    return False


@lru_cache(maxsize=4096)
def _is_no_list(names: str) -> bool:
    return _NO_LIST.search(names) is not None


def story_links(page: Page) -> Iterator[Link]:
    """The links of a page whose text reads as a line, in document order; menus and links in prose left out."""
    for node in page.tree.find_all("a"):
        text = node.text.strip()
        if len(text) < 8 or (len(text) < 15 and text.isascii()):
            continue
        line = collapsed(text)
        if is_line(line):
            if len(node.children) > 1:
                line = _title(node) or line
        elif len(line) <= 60 or not (line := _title(node)):
            continue
        address = target(node.attr("href") or "")
        half = len(line) // 2
        if twice := line[:half] == line[-half:]:
            line = line[:half]  # a link that says its line twice, with or without a space between
        if address and node.closest(_ELSEWHERE) is None and not _in_prose(node, line):
            yield Link(node, line, address, (*reversed(list(node.ancestors)), node), twice)


def _title(node: Element) -> str:
    """The headline inside a link that wraps a whole card; "" when there is none."""
    for heading in node.select(_TITLES):
        if is_line(line := collapsed(heading.text)):
            return line
    return ""


def _in_prose(node: Element, line: str) -> bool:
    """Whether a link stands in a sentence: text of some length right before or behind it, or in its paragraph."""
    for sibling in (node.previous_sibling, node.next_sibling):
        if isinstance(sibling, Text) and len(sibling.data.strip()) >= _PROSE:
            return True
    around: Any = node.parent
    for _ in range(3):
        if not isinstance(around, Element):
            return False
        if around.tag == "p":
            return len(around.text) > 2 * len(line) + 40
        around = around.parent
    return False


def find_cards(links: Iterable[Link]) -> Iterator[Card]:
    """Gather links into cards, in document order.

    A link's card is the child, on the way to the link, of the deepest element that it shares with a link to another
    story before or behind it.
    """
    sequence = list(links)
    depths = _depths(sequence)
    at = 0
    while at < len(sequence):
        link, depth = sequence[at], depths[at]
        card = link.path[depth]
        behind = at + 1
        while behind < len(sequence) and _belongs(sequence[behind], link, depth, card):
            behind += 1
        yield Card(card, link.path[depth - 1], tuple(sequence[at:behind]))
        at = behind


def _belongs(other: Link, link: Link, depth: int, card: Any) -> bool:
    return other.target == link.target and len(other.path) > depth and bool(other.path[depth] == card)


def _depths(links: Sequence[Link]) -> list[int]:
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
                depths[index] = max(depths[index], min(shared(link.path, other.path), len(link.path) - 1))
            latest = link
    return depths


def shared(one: Sequence[Any], other: Sequence[Any]) -> int:
    """How many elements from the outermost on two paths share."""
    low, high = 0, min(len(one), len(other))
    while low < high:  # paths share a prefix, so halving finds its end
        middle = (low + high) // 2
        if one[middle] == other[middle]:
            low = middle + 1
        else:
            high = middle
    return low


def read_card(page: Page, node: Any) -> Teaser:
    """One teaser from the element that holds it."""
    links = [node] if node.tag == "a" else node.select("a[href]")
    link, line = (links[0] if links else None), ""
    for candidate in links:
        text = collapsed(candidate.text)
        if is_line(text) or (text := _title(candidate)):
            link, line = candidate, text
            break
    if not line:
        heading = node.select_one(_HEADINGS)
        line = collapsed((heading if heading is not None else link if link is not None else node).text)
    return _read_parts(0, node, link, line)


def _read_parts(number: int, node: Any, link: Any, line: str) -> Teaser:
    """The parts of a card: headline and address of its link, the picture's text, a label and a summary around."""
    holder = link if link is not None and line in collapsed(link.text) else node
    headline = Found(line, Later(line_spot, (holder, line)), holder.tag) if line else None
    href = link.attr("href") if link is not None else None
    url = Found(href, Spot(link, "href"), "a[href]") if href else None
    picture = node if node.tag == "img" else node.select_one("img[alt]")
    alt = None
    if picture is not None and (text := collapsed(picture.attr("alt") or "")):
        alt = Found(text, Spot(picture, "alt"), "img[alt]")
    label = summary = None
    if node is not link and len(node.text) > len(line) + 2:
        label, summary = _beside(node, line)
    return Teaser(number, node, label, headline, url, alt, summary)


def _beside(node: Any, line: str) -> tuple[Found | None, Found | None]:
    """The label before a card's headline and the summary behind it."""
    label = summary = None
    reached = False
    looked = 0
    for text in texts(node, UNREAD):
        if len(said := text.data.strip()) < 2:
            continue
        looked += 1
        if looked > _LOOKED:
            break
        if reached:
            if len(said) >= _SUMMARY and said not in line:
                summary = _around(text, collapsed(said))
                break
        elif len(said) > 3 and line.startswith(said):
            reached = True
        elif label is None and len(said) <= _LABEL and said not in line:
            data = collapsed(said)
            copy = compare(data, line)
            if copy is None or copy.start:
                label = _around(text, data[: copy.start].rstrip() if copy else data)
    return label, summary


def _around(text: Text, data: str) -> Found:
    start = len(text.data) - len(text.data.lstrip())
    end = start + len(data) if text.data.startswith(data, start) else len(text.data.rstrip())
    return Found(data, Spot(text, None, start, end), getattr(text.parent, "tag", "text"))


def line_spot(node: Any, line: str) -> Spot:
    """The spot of ``line`` inside ``node``: from the text node that begins the line to the one that ends it."""
    children = node.children
    if len(children) == 1 and isinstance(only := children[0], Text):
        return text_spot(only)
    first: Text | None = None
    start = 0
    read = ""
    for text in texts(node, UNREAD):
        if not (data := collapsed(text.data)):
            continue
        if first is None or (not line.startswith(f"{read} {data}".strip()) and not line.startswith(read + data)):
            if not line.startswith(data):
                first = None
                continue
            first, start, read = text, len(text.data) - len(text.data.lstrip()), data
        else:
            read = read + data if line.startswith(read + data) else f"{read} {data}"
        if len(read) >= len(line):
            end = len(text.data.rstrip())
            return Spot(first, None, start, end) if first == text else _spread(first, start, text, end)
    return Spot(node)


def _spread(first: Text, start: int, last: Text, end: int) -> Spot:
    return Spot(first, None, start, None, until=Spot(last, None, 0, end))
