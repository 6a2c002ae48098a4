"""Rows around a story that a template printed without their values: tags, paths, comments, times of reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from turbohtml import Element, Text

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.article.around import classed_around
from layoutcheck.newsroom.emptiness import is_empty, is_shown
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: What rows are called.
_CALLED_SO = tuple("tag keyword topic meta crumb comment categor reading read-time readtime filed".split())
_NO_ROWS = frozenset("body html main article script".split())
#: The names of a row's label, whose values stand behind it in another element.
_LABEL = re.compile(r"title|label|head|prefix|caption|name|icon|text\b")
_TAGS = re.compile(
    r"(?:^|[-_\s])(?:tags|tag-?list|topics|topic-?list|keywords)(?=$|[-_\s])|[a-z](?:Tags|Topics|Keywords)(?![a-z])"
)
#: One of them occurs in every name that ``_TAGS`` finds.
_TAG_WORDS = ("tag", "topic", "keyword")
#: ``Tags:``, ``Filed under``, ``Tags: , ,``.
_LIST_ALONE = rare(
    r"(?:(?:tags?|categor(?:y|ies)|topics?|keywords?|schlagworte?|schlagwörter|themen|etiquetas|temas|categorías?|"
    r"mots-clés|tag correlati|теги|метки|标签|关键字|关键词|タグ|الوسوم|etiketler|tagi)\s*[:：]"
    r"|(?:tagged(?: with| as| in)?|filed (?:under|in)|posted in)\s*:?)[\s,|·•/]*",
    re.IGNORECASE,
)
#: ``Comments ()``, ``min read``.
_COUNT_ALONE = rare(
    r"(?:comments?|kommentare?|commentaires?|comentarios?)\s*\(\s*\)|\(\s*\)\s*(?:comments?|kommentare?)|"
    r"(?:nan|undefined|infinity)?\s?min(?:ute)?s?\.? read|(?:reading|read) time\s*:\s*(?:min(?:ute)?s?)?",
    re.IGNORECASE,
)
#: Between two of the same separator nothing stands.
#: The word before them is asked for behind the search, which thus begins with rare signs.
_BETWEEN = re.compile(r"([|•·,;/>»›])(?:\s\1)+(?!\1)(?=\s\w)")
_WORD_AT_END = re.compile(r"\w")
_SEPARATED = re.compile(r"[,|·•/]")
#: What tags are when they are no text.
_DRAWN = "img, svg, picture, i, script, input, button, select, textarea, time, br"
#: A longer row says something.
_LONGEST = 120
#: So many nodes behind a label are looked at for its value.
_NEAR = 6
#: So many rows and tags of a page are looked at.
_MOST = 150
_INLINE = frozenset("a span b strong i em small label h1 h2 h3 h4 h5 h6 dt th button".split())


def empty_rows(page: Page) -> Iterator[tuple[str, Element, str]]:
    """The rows that lack their values: what is lost (``list``, ``count``, ``gap``), the element, what it says."""
    told: set[Element] = set()
    for node, text in _rows(page)[:_MOST]:
        kind = _lost(text)
        if kind is None or not told.isdisjoint(node.ancestors) or not _is_all(node):
            continue
        if kind[0] == "list" and _SEPARATED.search(text) is None and _has_value_behind(node):
            continue
        if kind[0] == "count" and "(" not in text and _has_number_beside(node):
            continue
        if kind[0] == "gap" and "comment" in (node.attr("class") or "").lower():
            continue  # somebody's words
        told.add(node)
        yield kind[0], node, kind[1]


def empty_tags(page: Page) -> Iterator[Element]:
    """The links to a tag or section that have no name, told once a row."""
    last = None
    for link in dict.fromkeys((*page.tree.select('a[rel~="tag"]')[:_MOST], *_tag_links(page))):
        if is_empty(link) and is_shown(link) and not _is_drawn(link):
            row = link.parent.parent if isinstance(link.parent, Element) and link.parent.tag == "li" else link.parent
            if row != last:
                yield link
            last = row


def _tag_links(page: Page) -> Iterator[Element]:
    """The links of rows that are called tags, keywords or topics, and hold more than one."""
    for node, _ in _rows(page)[:_MOST]:
        name = node.attr("class") or ""
        if any(map(name.lower().__contains__, _TAG_WORDS)) and _TAGS.search(name) is not None:
            links = node.select("a[href]")[:_MOST]
            if len(links) > 1:
                yield from links


@once_a_page
def _rows(page: Page) -> list[tuple[Element, str]]:
    """The elements that are called rows and say no more than one does, each with what it says."""
    nodes = (node for node in classed_around(page).named(_CALLED_SO) if node.tag not in _NO_ROWS)
    said = ((node, raw) for node in nodes if len(raw := node.text) <= 4 * _LONGEST)
    return [(node, collapsed(raw)) for node, raw in said]


def _lost(text: str) -> tuple[str, str] | None:
    if not text or len(text) > _LONGEST:
        return None
    if _LIST_ALONE.fullmatch(text) is not None:
        return "list", text
    if _COUNT_ALONE.fullmatch(text) is not None:
        return "count", text
    for between in _BETWEEN.finditer(text):
        if _WORD_AT_END.match(text[: between.start()].rstrip()[-1:]) is not None:
            return "gap", between[0]
    return None


def _is_all(node: Element) -> bool:
    """Whether nothing is drawn in a row, no script fills it, and readers are shown it."""
    if node.select_one(_DRAWN) is not None or not is_shown(node):
        return False
    # Elements that HTML does not know are filled by the script that knows them.
    return all(is_shown(below) and below.tag.isalnum() for below in islice(node.select(":empty"), _MOST))


def _has_value_behind(node: Element) -> bool:
    """Whether a row may be the label of what follows in its box, or of what follows a box that holds nothing else."""
    label = node.tag in _INLINE or _LABEL.search((node.attr("class") or "").lower()) is not None
    length = _length(node)
    while isinstance(node.parent, Element) and _length(node.parent) == length:
        node = node.parent
    for behind in islice(node.next_siblings, _NEAR):
        if isinstance(behind, Element):
            if said := _length(behind):
                linked = sum(map(_length, behind.select("a")))
                return label or (2 * linked > said and behind.select_one("h1, h2, h3, h4, p") is None)
            if label and behind.select_one("a, img, svg") is not None:
                return True
        elif label and (getattr(behind, "data", "") or "").strip():
            return True
    return False


def _has_number_beside(node: Element) -> bool:
    """Whether the text before or behind a row is the number that it lacks."""
    before = next(_said(islice(node.preceding, _NEAR)), "")
    behind = next(_said(islice((below for below in node.following if node not in below.ancestors), _NEAR)), "")
    return before[-1:].isdigit() or behind[:1].isdigit()


def _said(nodes: Iterable[object]) -> Iterator[str]:
    return (said for node in nodes if isinstance(node, Text) and (said := node.data.strip()))


def _length(node: Element) -> int:
    return len("".join(node.text.split()))


def _is_drawn(node: Element) -> bool:
    return node.attr("style") is not None or any(
        word in (node.attr("class") or "") for word in ("icon", "image", "thumb")
    )
