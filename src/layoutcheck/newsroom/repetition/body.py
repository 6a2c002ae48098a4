"""The headline and the paragraphs of a story, where the page shows them again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.fold import fold, fold_unquoted
from layoutcheck.core.rare import rare
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.reading import names_of, spot_of, text_spot
from layoutcheck.newsroom.repetition.copy import is_line
from layoutcheck.newsroom.repetition.shown import apart, both_shown
from layoutcheck.parse.block import BLOCK, UNREAD, blocks, collapsed, single_spaced
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: A paragraph of fewer characters may come again: a question of an interview, a song's refrain.
SHORTEST = 80
#: Scripts that write a syllable or a word with one character say as much in fewer; a sentence, and no name of a law.
_SHORTEST_DENSE = 40
_SENTENCE_END = ("。", "！", "？", "」", "』", "”", ".")
_DENSE = rare(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
#: So many elements around a paragraph may hold nothing else.
_WRAPPERS = 4
#: Of a long text as small a part may come again: a report's summary has its words.
_SUMMARY = 0.05
#: Paragraphs that begin with other words are no copies.
_FIRST_WORDS = 5
#: How much text two containers share before they are copies of one story.
_BODY = 500
_ELSEWHERE = "nav, aside, footer, figure, figcaption, blockquote, button, form, label, noscript, template, q, svg"
#: Parts of a page that say again what the page is about.
_SAYS_AGAIN = re.compile(
    r"caption|breadcrumb|share|social|player|audio|video|listen|quote|related|recommend|teaser|promo|card|newsletter|"
    r"comment|widget|gallery|slide|carousel|\btoc\b|summary|highlight|preview|banner|author|bio\b|"
    r"top-?_?bar|fix(?:ed)?-?_?(?:head|bar|top|nav)|floating|tool-?bar|\btabs?\b|\btab[-_]|accordion|\bflip|\bback\b|"
    r"infobox|kicker|eyebrow"
)
#: Parts whose paragraphs are no story.
_NO_STORY = re.compile(
    r"comment|cookie|consent|newsletter|widget|related|recommend|teaser|promo|card|disclaimer|legal|copyright|banner|"
    r"author|bio\b|caption|gallery|slide|carousel|quote|preview|(?<!no-)share|adblock|subscri|paywall|donat|contact|footer"
)
#: A heading in the trail that leads to a page is not yet the headline's place.
_TRAIL = "nav, a, li, [class*=crumb], [id*=crumb]"
#: Between headline and story a dump has no more fields: label, byline, date, place, source.
_FIELDS = 5
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
    from layoutcheck.newsroom.dump import is_date, read_dump

    article = read_dump(page)
    headline = article.headline
    if headline is None or headline not in article.header or not is_line(headline.text):
        return None
    wanted = fold_unquoted(headline.text)
    begin = article.header.index(headline) + 1
    for block in (*article.header[begin:], *article.body[:1])[: _FIELDS + 1]:
        if fold_unquoted(block.text) == wanted:
            return Repeated(headline.spot(), block.spot(), headline.text)
        if is_line(block.text) and not is_date(block.text):
            return None
    return None


def _headline_in_tree(page: Page) -> Repeated | None:
    article = read_article(page)
    node, headline = article.headline_node, article.headline
    if node is None or headline is None or node.closest(_TRAIL) is not None:
        return None
    wanted = fold_unquoted(str(headline.value))
    if len(wanted) < 12:
        return None
    inside = {text for text in node.descendants if isinstance(text, Text)}
    seen = 0
    for text in node.following:
        if not isinstance(text, Text) or (data := text.data).isspace() or text in inside:
            continue
        seen += 1
        if len(data) < min(len(wanted) - 8, 120) and seen <= _BEHIND:  # a label, a name, a date
            continue
        said = collapsed(data)
        if (
            abs(len(said) - len(wanted)) <= 8
            and fold_unquoted(said) == wanted
            and both_shown(node, text)
            and not _says_again(node, text)
            and (first := headline.spot)
        ):
            return Repeated(first, text_spot(text), str(headline.value))
        if len(said) >= 120 or seen > _BEHIND:  # the story has begun
            return None
    return None


def _says_again(headline: Any, text: Text) -> bool:
    """Whether a text belongs to a part of the page that repeats the headline on purpose, or that readers don't read."""
    parent = text.parent
    if not isinstance(parent, Element) or parent.tag in UNREAD or parent.closest(f"{_ELSEWHERE}, a, li") is not None:
        return True
    around = list(apart(headline, parent))
    if any(element.tag == "table" for element in around) or not _is_whole(text, parent):
        return True  # a box of facts; a trail, a label's value, words of a sentence
    if any(element.select_one("img, video, iframe") is not None for element in around[:4] if _is_small(element)):
        return True  # a picture's caption
    return any(_SAYS_AGAIN.search(names_of(element)) for element in around)


def _is_whole(text: Text, parent: Element) -> bool:
    """Whether a text is all that its line says."""
    holder: Any = parent
    while isinstance(holder, Element) and holder.tag not in BLOCK:
        holder = holder.parent
    line = next((block for block in blocks(holder) if text in block.pieces), None)
    return line is None or line.text == collapsed(text.data)


def _is_small(element: Element) -> bool:
    return len("".join(element.text.split())) < 400


def repeated_paragraphs(page: Page) -> list[Repeated]:
    """Paragraphs that stand twice among their neighbours; once per page."""
    return _read(page)[0]


def repeated_bodies(page: Page) -> list[Repeated]:
    """Stories that stand twice in the page, each told at its second copy; once per page."""
    return _read(page)[1]


@once_a_page
def _read(page: Page) -> tuple[list[Repeated], list[Repeated]]:
    return _read_dump(page) if page.is_dump else _read_tree(page)


def _read_dump(page: Page) -> tuple[list[Repeated], list[Repeated]]:
    from layoutcheck.newsroom.dump import is_paragraph, read_dump

    seen: dict[str, Any] = {}
    again = []
    story = {id(block) for block in read_dump(page).body}
    for block in page.blocks:
        if len(block.text) < SHORTEST or not is_paragraph(block.text):
            continue
        first = seen.setdefault(fold(block.text), block)
        if first is not block and id(first) in story:
            again.append((first, block))
    found = [Repeated(first.spot(), second.spot(), second.text, 1, len(second.text)) for first, second in again]
    if len(found) >= 3 and sum(one.characters for one in found) >= _BODY:
        total = sum(one.characters for one in found)
        return [], [Repeated(found[0].first, found[0].second, found[0].text, len(found), total)]
    return [one for one, (_, second) in zip(found, again, strict=True) if id(second) in story], []


def _read_tree(page: Page) -> tuple[list[Repeated], list[Repeated]]:
    pairs: dict[tuple[Any, Any], list[tuple[Any, Any, str]]] = {}
    story = read_article(page).story
    for first, node, text in _copies(page):
        pairs.setdefault((_holder(first, story), _holder(node, story)), []).append((first, node, text))
    paragraphs, bodies = [], []
    for (one, other), found in pairs.items():
        copies = [
            copy for copy in found if _is_story(copy[0], story) and _is_story(copy[1], story) and both_shown(*copy[:2])
        ]
        characters = sum(len(text) for _, _, text in copies)
        if one == other and 0 < len(copies) < 3:
            often = Counter(text for _, _, text in copies)
            paragraphs += [
                Repeated(spot_of(a), spot_of(b), text, 1, len(text))
                for a, b, text in copies
                if often[text] == 1 and not _is_advertisement(b, text)
            ]
        elif (
            len(copies) >= 3
            and characters >= max(_BODY, _SUMMARY * _length(one))
            and _is_one_copy([copy[0] for copy in copies])
        ):
            a, b, text = copies[0]
            bodies.append(Repeated(spot_of(a), spot_of(b), text, len(copies), characters))
    return paragraphs, bodies


def _length(container: Any) -> int:
    """How many characters the paragraphs of a container have."""
    return sum(len(child.text) for child in container.children if isinstance(child, Element) and child.tag == "p")


def _is_one_copy(firsts: list[Any]) -> bool:
    """Whether paragraphs came again once each: what comes a third time is a plan, a set of rules, a refrain."""
    return 5 * len(set(firsts)) >= 4 * len(firsts)


@once_a_page
def long_paragraphs(page: Page) -> list[tuple[Element, str]]:
    """The paragraphs of an HTML page that say enough to be no copies by chance, each with its text."""
    return [(node, raw) for node in page.tree.find_all("p") if _says_enough(raw := node.text)]


def _says_enough(text: str) -> bool:
    if len(text) >= SHORTEST:
        return True
    if len(text) < _SHORTEST_DENSE or text.isascii() or _DENSE.search(text, 0, 20) is None:
        return False
    return text.rstrip().endswith(_SENTENCE_END)


def _paragraphs(page: Page) -> list[tuple[Element, str]]:
    """The long paragraphs of a page; where the story's are no ``p`` elements, its boxes of text too."""
    body = read_article(page).body
    parts = body.value if body is not None else ()
    boxes = [
        (node, raw)
        for part in parts
        if part.source != "p"
        and _says_enough(part.value)
        and isinstance(node := part.within, Element)
        and single_spaced(raw := node.text) == part.value
    ]
    return [*long_paragraphs(page), *boxes] if boxes else long_paragraphs(page)


def _copies(page: Page) -> Iterator[tuple[Any, Any, str]]:
    """Each paragraph whose text an earlier one has already, with that one before it."""
    begun: dict[tuple[str, ...], int] = {}
    long = []
    for node, raw in _paragraphs(page):
        words = tuple(raw.split(None, _FIRST_WORDS)[:_FIRST_WORDS])
        begun[words] = begun.get(words, 0) + 1
        long.append((node, raw, words))
    seen: dict[str, Any] = {}
    for node, raw, words in long if len(begun) < len(long) else ():
        if begun[words] > 1 and _says_enough(text := single_spaced(raw)):
            first = seen.setdefault(text, node)
            if first is not node:
                yield first, node, text


def _is_advertisement(node: Any, text: str) -> bool:
    """Whether a paragraph sends readers somewhere: what comes again on purpose has a link that is a good part of it."""
    return 4 * sum(len(link.text) for link in node.select("a")) > len(text)


def _holder(node: Any, story: Any) -> Any:
    """What holds a paragraph among its neighbours: in a story, boxes that were made around this paragraph are none."""
    holder = node.parent
    if story is None or story not in node.ancestors:
        return holder
    length = len(node.text.strip())
    for _ in range(_WRAPPERS):
        if holder == story or not isinstance(holder, Element) or len(holder.text.strip()) != length:
            break
        holder = holder.parent
    return holder


def _is_story(node: Any, story: Any) -> bool:
    """Whether a paragraph may belong to a story, by the names of what is around it.

    What the story's own element is called says how it is sold or shared, not that it is no story.
    """
    if node.closest(_ELSEWHERE) is not None:
        return False
    around: Any = node
    own = names_of(story) if story is not None else ""
    for _ in range(5):
        if not isinstance(around, Element) or around.tag in ("body", "html", "main", "article"):
            break
        names = names_of(around)
        if names == own and names != " ":
            break
        if _NO_STORY.search(names):
            return False
        around = around.parent
    return True
