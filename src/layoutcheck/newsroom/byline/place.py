"""Where bylines don't stand: asides, comments, hidden elements, and the cards of other stories."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from turbohtml import Element, Text

from layoutcheck.newsroom.article.header import Header, Line, marks_of, role_called
from layoutcheck.parse.block import BLOCK
from layoutcheck.parse.hidden import is_hidden

#: Names of elements that hold another story, or somebody else's words; near the headline and elsewhere on the page.
_BESIDE = re.compile(
    r"recirc|carousel|slide[rs]?(?![a-z])|testimonial|opinion-?_*box|blockquote|caption|lightbox|magnific|recommend|"
    r"related|comment|(?:^|\s)(?:hidden|d-none|invisible)(?:\s|$)"
)
_ELSEWHERE = re.compile(
    rf"{_BESIDE.pattern}|teaser|quote|review|media|figure|gallery|recent|latest|popular|copyright|listing|promo|"
    r"(?:^|[\s_-])cards?(?![a-z])"
)
#: Names of elements that hold the author's own card.
_PERSON = re.compile(
    r"author|autor|\bbio|person|profile|vcard|h-card|contributor|by-?line|(?:entry|post|article)[-_]*meta"
)
#: How long the block around a byline may be, if it is not running text.
LONGEST_BLOCK = 160
#: A link of more characters leads to a story, not to an author.
_LONGEST_LINK = 60
#: Addresses of people's pages.
PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|by|people|person|profiles?|staff|contributors?|writers?|"
    r"journalists?|reporters?|"
    r"redakt\w+|team|columnists?|user|firma|bio)[/=-]|/editors?/[a-z]+-|[?&]author=",
    re.IGNORECASE,
)


def stands_elsewhere(node: Any, header: Header, *, near: bool = False) -> bool:
    """Whether an element belongs to an aside, a comment or another story's card.

    Away from the headline, lists and everything that may be a card do not count either.
    """
    holder: Any = node
    for _ in range(8):
        if not isinstance(holder, Element):
            return False
        tag = holder.tag
        if tag in ("body", "html") or header.surrounds(holder):
            return False
        closing = tag == "footer" and holder.closest("article") is not None
        if (tag == "li" and not near) or _is_elsewhere(tag, marks_of(holder), near, closing) or is_hidden(holder):
            return True
        if tag == "a" and holder is not node and len(holder.text.strip()) > _LONGEST_LINK:
            return True
        holder = holder.parent
    return False


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _is_elsewhere(tag: str, marks: str, near: bool, closing: bool) -> bool:
    """Whether an element is called what holds no byline; ``closing``: the footer of an article is no aside."""
    if tag == "blockquote":
        return True
    comment, person = "comment" in marks, _PERSON.search(marks) is not None
    if comment if closing else role_called(tag, marks).aside and (comment or not person):
        return True
    return not person and (_BESIDE if near else _ELSEWHERE).search(marks) is not None


def stands_alone(line: Line) -> bool:
    """Whether a line is no part of a sentence."""
    below: Any = line.text
    block: Any = line.text.parent
    while isinstance(block, Element) and block.tag not in BLOCK:
        below, block = block, block.parent
    if not isinstance(block, Element) or len(block.text) <= LONGEST_BLOCK:
        return True
    return block.tag != "p" and _length_beside(below, block) <= LONGEST_BLOCK


def _length_beside(node: Any, block: Element) -> int:
    """How much of a block's text stands in one line with one of its children."""
    length = 0
    ours = False
    for child in block.children:
        if isinstance(child, Element) and (child.tag in BLOCK or child.tag == "br"):
            if ours:
                break
            length = 0
            continue
        ours = ours or child == node
        length += len(child.data if isinstance(child, Text) else child.text if isinstance(child, Element) else "")
    return length
