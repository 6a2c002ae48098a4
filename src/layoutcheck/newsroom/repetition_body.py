"""The headline and the paragraphs of a story, where the page shows them again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.fold import fold, fold_unquoted
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article import read_article
from layoutcheck.newsroom.dump import is_paragraph, read_dump
from layoutcheck.newsroom.reading import names_of, spot_of
from layoutcheck.newsroom.repetition_shown import is_shown
from layoutcheck.newsroom.teaser_card import texts
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.page import Page

#: A paragraph of fewer characters may come again: a question of an interview, a song's refrain.
SHORTEST = 80
#: How much text two containers share before they are copies of one story.
_BODY = 500
_ELSEWHERE = "nav, aside, footer, figure, figcaption, blockquote, button, form, label, noscript, template, q, svg, a"
_BY_DESIGN = re.compile(
    r"caption|breadcrumb|share|social|player|audio|video|listen|pull-?quote|quote|related|recommend|teaser|promo|card|"
    r"newsletter|comment|widget|gallery|slide|carousel|toc|summary|highlight|read-?more|preview|credit|cookie|legal|"
    r"disclaimer|copyright|banner|\bad\b|advert|author|bio\b",
)
#: Texts behind the headline among which a second copy is looked for.
_BEHIND = 60


@dataclass(frozen=True, slots=True)
class Repeated:
    """A text that stands twice, and where; for a body, how many characters and paragraphs are the same."""

    first: Spot
    second: Spot
    text: str
    paragraphs: int = 1
    characters: int = 0


def repeated_headline(page: Page) -> Repeated | None:
    """The headline said again between itself and the story, None where it is not."""
    return _headline_in_dump(page) if page.is_dump else _headline_in_tree(page)


def _headline_in_dump(page: Page) -> Repeated | None:
    article = read_dump(page)
    if article.headline is None or article.headline not in article.header:
        return None
    wanted = fold_unquoted(article.headline.text)
    begin = article.header.index(article.headline) + 1
    for block in (*article.header[begin:], *article.body[:1]):
        if fold_unquoted(block.text) == wanted:
            return Repeated(article.headline.spot(), block.spot(), article.headline.text)
    return None


def _headline_in_tree(page: Page) -> Repeated | None:
    article = read_article(page)
    node, headline = article.headline_node, article.headline
    if node is None or headline is None or headline.spot is None or node.tag == "a":
        return None
    wanted = fold_unquoted(str(headline.value))
    if len(wanted) < 12 or not is_shown(node):
        return None
    inside = {text for text in node.descendants if isinstance(text, Text)}
    seen = 0
    for text in node.following:
        if not isinstance(text, Text) or text.data.isspace() or text in inside:
            continue
        seen += 1
        said = collapsed(text.data)
        if abs(len(said) - len(wanted)) <= 8 and fold_unquoted(said) == wanted and _is_read(text):
            return Repeated(headline.spot, _line(text), str(headline.value))
        if len(said) >= 120 or seen > _BEHIND:  # the story has begun
            return None
    return None


def _line(text: Text) -> Spot:
    return Spot(text, None, len(text.data) - len(text.data.lstrip()), len(text.data.rstrip()))


def _is_read(text: Text) -> bool:
    """Whether a text belongs to what a reader reads from top to bottom, and not to a part that repeats on purpose."""
    parent = text.parent
    if not isinstance(parent, Element) or parent.closest(_ELSEWHERE) is not None or parent.tag in ("script", "style", "title"):
        return False
    around: Any = parent
    for _ in range(5):
        if not isinstance(around, Element) or around.tag in ("body", "html", "main", "article"):
            break
        if _BY_DESIGN.search(names_of(around)):
            return False
        around = around.parent
    return is_shown(text)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    node: Any
    key: str


def repeated_paragraphs(page: Page) -> list[Repeated]:
    """Paragraphs that stand twice among their neighbours; once per page."""
    return _read(page)[0]


def repeated_bodies(page: Page) -> list[Repeated]:
    """Stories that stand twice in the page, each told at its second copy; once per page."""
    return _read(page)[1]


def _read(page: Page) -> tuple[list[Repeated], list[Repeated]]:
    if "repetition_body" not in page.cache:
        page.cache["repetition_body"] = _read_dump(page) if page.is_dump else _read_tree(page)
    found: tuple[list[Repeated], list[Repeated]] = page.cache["repetition_body"]
    return found


def _read_dump(page: Page) -> tuple[list[Repeated], list[Repeated]]:
    seen: dict[str, Any] = {}
    again = []
    for block in page.blocks:
        if len(block.text) < SHORTEST or not is_paragraph(block.text):
            continue
        first = seen.setdefault(fold(block.text), block)
        if first is not block:
            again.append((first, block))
    found = [Repeated(first.spot(), second.spot(), second.text, 1, len(second.text)) for first, second in again]
    if len(found) >= 3 and sum(one.characters for one in found) >= _BODY:
        total = sum(one.characters for one in found)
        return [], [Repeated(found[0].first, found[0].second, found[0].text, len(found), total)]
    return found, []


def _read_tree(page: Page) -> tuple[list[Repeated], list[Repeated]]:
    seen: dict[str, Any] = {}
    pairs: dict[tuple[Any, Any], list[tuple[Any, Any, str]]] = {}
    for node in page.tree.find_all("p"):
        raw = node.text
        if len(raw) < SHORTEST:
            continue
        text = " ".join(raw.split())
        if len(text) < SHORTEST:
            continue
        first = seen.setdefault(text, node)
        if first is not node:
            pairs.setdefault((first.parent, node.parent), []).append((first, node, text))
    paragraphs, bodies = [], []
    for (one, other), copies in pairs.items():
        copies = [copy for copy in copies if _is_story(copy[0]) and _is_story(copy[1])]
        characters = sum(len(text) for _, _, text in copies)
        if one == other and 0 < len(copies) < 3:
            paragraphs += [Repeated(spot_of(a), spot_of(b), text, 1, len(text)) for a, b, text in copies]
        elif len(copies) >= 3 and characters >= _BODY:
            a, b, text = copies[0]
            bodies.append(Repeated(spot_of(a), spot_of(b), text, len(copies), characters))
    return paragraphs, bodies


def _is_story(node: Any) -> bool:
    return any(_is_read(text) for text in list(texts(node))[:1]) or _begins_with_link(node)


def _begins_with_link(node: Any) -> bool:
    first = next(texts(node), None)
    link = first.parent if first is not None else None
    return isinstance(link, Element) and link.tag == "a" and isinstance(link.parent, Element) and is_shown(node)
