"""Where bylines don't stand: asides, comments, hidden elements, and the cards of other stories."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.newsroom.article.header import Header, Line, marks_of, role_of

#: Names of elements that hold another story, or somebody else's words; near the headline and elsewhere on the page.
_BESIDE = re.compile(
    r"recirc|carousel|slide[rs]?(?![a-z])|testimonial|opinion-?_*box|blockquote|caption|lightbox|magnific|recommend|"
    r"related|comment|(?:^|\s)(?:hidden|d-none|invisible)(?:\s|$)"
)
_ELSEWHERE = re.compile(
    rf"{_BESIDE.pattern}|teaser|quote|review|media|figure|gallery|recent|latest|popular|copyright|listing|promo|"
    r"(?:^|[\s_-])cards?(?![a-z])"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
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
    r"redakt\w+|team|columnists?|user|firma|bio)[/=-]|[?&]author=",
    re.IGNORECASE,
)


def stands_elsewhere(node: Any, header: Header, *, near: bool = False) -> bool:
    """Whether an element belongs to an aside, a comment or another story's card.

    Away from the headline, lists and everything that may be a card do not count either.
    """
    holder: Any = node
    for _ in range(8):
        if not isinstance(holder, Element) or holder.tag in ("body", "html") or header.surrounds(holder):
            return False
        if holder.tag == "blockquote" or (holder.tag == "li" and not near) or _is_aside(holder) or is_hidden(holder):
            return True
        marks = marks_of(holder)
        if marks and (_is_beside(marks) if near else _is_elsewhere(marks)):
            return True
        if holder.tag == "a" and holder is not node and len(holder.text.strip()) > _LONGEST_LINK:
            return True
        holder = holder.parent
    return False


def is_hidden(node: Element) -> bool:
    """Whether an element's own attributes hide it: themes keep bylines for machines so."""
    attrs = node.attrs
    return "hidden" in attrs or ("style" in attrs and _HIDDEN.search(node.attr("style") or "") is not None)


def _is_aside(node: Element) -> bool:
    """Whether an element says that it is an aside; the footer of an article is none."""
    if node.tag == "footer" and node.closest("article") is not None:
        return "comment" in marks_of(node)
    marks = marks_of(node)
    return role_of(node).aside and (_PERSON.search(marks) is None or "comment" in marks)


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _is_beside(marks: str) -> bool:
    return _BESIDE.search(marks) is not None and _PERSON.search(marks) is None


@lru_cache(maxsize=8192)
def _is_elsewhere(marks: str) -> bool:
    return _ELSEWHERE.search(marks) is not None and _PERSON.search(marks) is None


def stands_alone(line: Line) -> bool:
    """Whether a line is no part of a sentence."""
    parent = line.text.parent
    block = parent.closest("p, li, td, div, h2, h3") if isinstance(parent, Element) else None
    return block is None or len(block.text) <= LONGEST_BLOCK
