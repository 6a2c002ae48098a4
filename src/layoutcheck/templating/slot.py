"""What part of a page an element holds, as far as its own marks tell, and what stands beside it there."""

from __future__ import annotations

from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.rare import rare
from layoutcheck.parse.block import BLOCK

#: Parts that a template fills with one value each, as class names call them.
_FILLED = rare(
    r"(?i)(?:^|[\s_-])(?:by-?line|authors?|credit|caption|kicker|headline|hed|title|sub-?title|subhead\w*|de[ck]k?|standfirst|lead|lede|summary|excerpt|date|"
    r"dateline|published|pubdate|section|category|rubric|eyebrow|overline|topline|dachzeile|chapeau|intro|strapline|source)(?=$|[\s_-])"
)
#: Elements whose whole text may be somebody's answer, a choice or a program's word, "none" and "null" among them.
ANSWERS = frozenset("option td th dd dt code samp kbd label select output".split())
#: Elements around such.
_CHOICES = ANSWERS | frozenset("table button form fieldset nav menu pre".split())
#: No further up and no further along than this: a page can nest, and repeat itself, without end.
_FAR = 6
#: What ends a sentence of a story; not a question or a colon, which an answer follows.
_SENTENCE_END = (".", "!", "…", "”", '"', "»", "“", "’", ")")
_SENTENCE = 60


def is_choice(element: Element) -> bool:
    """Whether the element stands in a form, a table or a list of terms; what holds a headline is a page's frame."""
    node: Any = element
    for _ in range(_FAR):
        if not isinstance(node, Element):
            return False
        if node.tag in _CHOICES:
            return not is_frame(node)
        node = node.parent
    return False


def is_frame(element: Element) -> bool:
    """Whether a table, a cell or a form is the frame of a page: it holds the headline."""
    return element.tag in {"table", "td", "form"} and element.select_one("h1") is not None


def is_filled(element: Element) -> bool:
    """Whether the element's name says that a template fills it with one value: a byline, a kicker, a caption."""
    if element.tag in {"figcaption", "time"}:
        return True
    names = (element.attr("class"), element.attr("itemprop"), element.attr("rel"))
    return any(name and _FILLED.search(name) for name in names)


def line(element: Element) -> tuple[str, list[Element], str]:
    """The line that inline text stands in: what is before it, the elements around it to the block, what is behind it.

    Of the neighbours only the nearest is read, and only its own first text.
    """
    around: list[Element] = []
    before = after = ""
    node: Any = element
    while isinstance(node, Element) and len(around) < _FAR:
        around.append(node)
        if node.tag in BLOCK:
            break
        before = before or _beside(node, forward=False)
        after = after or _beside(node, forward=True)
        node = node.parent
    return before, around, after


def stands_among_sentences(block: Element) -> bool:
    """Whether a paragraph stands in running text: behind a paragraph that ends, or first of all and before one."""
    before = _sibling(block, forward=False)
    if before is not None and before.tag == "p":
        return _is_sentence(before)
    following = _sibling(block, forward=True)
    opens = before is None or before.tag in {"h1", "figure", "img", "picture", "time", "header"}
    return opens and following is not None and following.tag == "p" and _is_sentence(following)


def _is_sentence(paragraph: Element) -> bool:
    text = paragraph.text.strip()
    return len(text) >= _SENTENCE and text.endswith(_SENTENCE_END)


def _sibling(element: Element, *, forward: bool) -> Element | None:
    node: Any = element
    for _ in range(_FAR):
        node = node.next_sibling if forward else node.previous_sibling
        if node is None or isinstance(node, Element):
            return node
        if isinstance(node, Text) and node.data.strip():
            return None
    return None


def _beside(element: Element, *, forward: bool) -> str:
    """The text beside an inline element; "" at the line's edge."""
    node: Any = element
    for _ in range(_FAR):
        node = node.next_sibling if forward else node.previous_sibling
        if node is None or (isinstance(node, Element) and node.tag in BLOCK):
            return ""
        text = (
            node if isinstance(node, Text) else next(iter(node.children), None) if isinstance(node, Element) else None
        )
        if isinstance(text, Text) and (words := text.data.strip()):
            return str(words)
    return ""
