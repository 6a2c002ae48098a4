"""A text that says the same twice in a row: a template printed its field two times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.article.caption import captions
from layoutcheck.newsroom.dateline.opening import read_opening
from layoutcheck.newsroom.reading import said_texts, spot_of, text_of, text_spot
from layoutcheck.newsroom.repetition.body import long_paragraphs
from layoutcheck.newsroom.repetition.copy import is_line, is_short_script
from layoutcheck.newsroom.repetition.shown import both_shown
from layoutcheck.newsroom.teaser.card import lists
from layoutcheck.newsroom.teaser.finder import find_teasers
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page

#: What is shorter may be a refrain, a cheer or a date.
_SHORTEST = 30
#: In a dump a picture's text may stand before the line that says the same.
_SHORTEST_IN_DUMP = 60
#: So many line breaks of a page are looked at.
_BREAKS = 200
_HEADINGS = ("h1", "h2", "h3", "h4")
#: Of each so many are looked at.
_MOST = 200
#: A line that is followed by its copy has so many characters.
_SHORTEST_LINE, _LONGEST_LINE = 8, 300
#: So many characters decide whether to look closer.
_GLANCE = 6
#: Twice the same is meant where text is a sample, an answer or a verse.
_MEANT = "pre, code, kbd, samp, textarea, option, blockquote, q, [class*=lyric], [class*=poem], [class*=verse]"
_Stretch = tuple[int, int]


class SaidTwice(NamedTuple):
    """Both halves of a text, and what each of them says."""

    first: Spot
    second: Spot
    text: str


def said_twice(page: Page) -> Iterator[SaidTwice]:
    """The texts (headlines, teasers, captions, paragraphs) that are one line and the same line again.

    White space stands between them, a line break, or nothing. Copies in elements of their own may be shown by turns.
    """
    if page.is_dump:
        for block in page.blocks:
            if len(block.text) > 2 * _SHORTEST_IN_DUMP and (halves := _halves(block.text)) is not None:
                yield SaidTwice(block.spot(*halves[0]), block.spot(*halves[1]), block.text[slice(*halves[0])])
        return
    for found in (*_in_one_text(page), *_in_two_lines(page), *_side_by_side(page)):
        holder = found.second.node.parent
        if isinstance(holder, Element) and holder.closest(_MEANT) is None and not is_hidden(holder):
            yield found


def _in_one_text(page: Page) -> Iterator[SaidTwice]:
    """Texts that are a line and its copy: the only one in its element, or the summary of a teaser."""
    alone = (found[0][0] for node in _suspects(page) if len(found := said_texts(node)) == 1)
    beneath = (text for node in captions(page) if _begins_twice(node.text) for text, _ in said_texts(node))
    for text in dict.fromkeys((*alone, *_summaries(page), *beneath)):
        if (halves := _halves(said := text.data)) is not None:
            first, second = halves
            yield SaidTwice(Spot(text, None, *first), Spot(text, None, *second), collapsed(said[slice(*first)]))


def _begins_twice(raw: str) -> bool:
    """Whether what a text begins with comes again in it; to look at each of its nodes costs more."""
    said = raw.lstrip()
    return len(said) >= 2 * _SHORTEST and said.find(said[:_GLANCE], _SHORTEST) > 0


def _summaries(page: Page) -> Iterator[Text]:
    """The summaries of teasers that look as if they were said twice."""
    for teaser in find_teasers(page):
        summary = teaser.summary
        if summary is not None and _halves(str(summary.value)) is not None and summary.spot is not None:
            yield summary.spot.node


def _suspects(page: Page) -> Iterator[Element]:
    """The elements whose whole text looks as if it were said twice; to look at every text would cost too much."""
    headline = read_article(page).headline_node
    if headline is not None and _halves(headline.text) is not None:
        yield headline
    for cards in lists(page):
        yield from (link.node for card in cards for link in card.links if link.twice)
    for node, raw in long_paragraphs(page):
        if raw.find(raw[12:20], len(raw) // 2) > 0 and _halves(raw) is not None:  # first, what costs little
            yield node


def _in_two_lines(page: Page) -> Iterator[SaidTwice]:
    """Elements that hold nothing but two texts that say the same, and line breaks between."""
    seen = None
    for line_break in page.tree.select("br")[:_BREAKS]:
        holder = line_break.parent
        if holder == seen or not isinstance(holder, Element):
            continue
        seen = holder
        inside = [node for node in holder.children if not isinstance(node, Element) or node.tag != "br"]
        texts = [node for node in inside if isinstance(node, Text) and not node.data.isspace()]
        if len(texts) != 2 or any(isinstance(node, Element) for node in inside):
            continue
        line, again = (collapsed(text.data) for text in texts)
        if line == again and len(line) >= _SHORTEST and is_line(line):
            yield SaidTwice(text_spot(texts[0]), text_spot(texts[1]), line)


def _side_by_side(page: Page) -> Iterator[SaidTwice]:
    """Headings, captions and lines of the header that are followed by their copy in an element of the same kind."""
    headings = (node for tag in _HEADINGS for node in page.tree.select(tag)[:_MOST])
    lines = [block.node for block in read_opening(page).header]
    for node in dict.fromkeys((*headings, *captions(page), *lines)):
        behind = _next_element(node)
        if behind is None or behind.tag != node.tag or behind.attr("class") != node.attr("class"):
            continue
        said = text_of(node)
        if _is_said(said) and text_of(behind) == said and both_shown(node, behind) and not _may_act(behind):
            yield SaidTwice(spot_of(node), spot_of(behind), said)


def _next_element(node: Element) -> Element | None:
    """The element behind one, with nothing but white space between."""
    behind: Any = node.next_sibling
    while isinstance(behind, Text) and behind.data.isspace():
        behind = behind.next_sibling
    return behind if isinstance(behind, Element) else None


def _is_said(text: str) -> bool:
    """Whether a text says something: two words, or one in a script without spaces."""
    return (
        _SHORTEST_LINE <= len(text) <= _LONGEST_LINE
        and any(map(str.isalpha, text))
        and (" " in text or is_short_script(text))
    )


def _may_act(node: Element) -> bool:
    return node.select_one("button, input, select, img, video") is not None or node.closest("table, form") is not None


def _halves(said: str) -> tuple[_Stretch, _Stretch] | None:
    """Where in a text a line stands and where it stands again; None for a text that is not just that."""
    if len(said) < 2 * _SHORTEST:
        return None
    begin, end = len(said) - len(said.lstrip()), len(said.rstrip())
    half = (end - begin) // 2
    if half < _SHORTEST or said[begin : begin + _GLANCE] != said[end - half : end - half + _GLANCE]:
        return None
    stop = end - half if (end - begin) % 2 == 0 else end - half - 1
    line = said[begin:stop]
    if line != said[end - half : end] or not (stop == end - half or said[stop].isspace()):
        return None
    words = line.split()
    if not is_line(line[:300]) or 2 * len(set(words)) <= len(words):
        return None  # a rule of dashes, a refrain
    return (begin, stop), (end - half, end)
