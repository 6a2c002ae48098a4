"""What a heading element is made of: a label, the headline, a subtitle, set apart by elements and line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.fold import skeleton
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.header import marks_of
from layoutcheck.newsroom.reading import UNREAD
from layoutcheck.parse.block import BLOCK, collapsed

_LABEL = re.compile(
    r"kicker|dachzeile|(?:over|high)-?line|top-?line|roof-?line|top-?title|sub-?(?:title|heading|head)|pre-?title|"
    r"pre-?head|topic|label|rubri|"
    r"categor|eyebrow|surtit|antetitul|volanta|spitzmarke|\btag|section|\bdate|occhiello|strapline|super-?title|"
    r"vorspann|flag"
)
_APART = frozenset("small time sup".split())
#: What sets a label before the headline in a heading that is bold anyway.
_BOLD = frozenset("strong b".split())
#: How long such a label is, and how short a headline.
_LONGEST_LABEL, _SHORTEST = 40, 20


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a heading: its text nodes, and the element around it (None for the heading's own text)."""

    texts: tuple[Text, ...]
    node: Element | None = None
    #: Characters of ``text`` that count; -1 for all.
    length: int = -1
    #: Characters of it that come before: a date.
    skip: int = 0
    #: The places among ``texts`` before which a line or word ends.
    breaks: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The text as a reader sees it."""
        whole = collapsed(
            "".join(f" {text.data}" if at in self.breaks else text.data for at, text in enumerate(self.texts))
        )
        return whole[self.skip :] if self.length < 0 else whole[self.skip : self.length].rstrip()

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        shown = [text for text in self.texts if text.data.strip()]
        if not shown:
            return Spot(self.texts[0])
        first, last = shown[0], shown[-1]
        start, end = len(first.data) - len(first.data.lstrip()), len(last.data.rstrip())
        if first == last:
            if (self.length >= 0 or self.skip) and (at := first.data.find(self.text)) >= 0:
                start, end = at, at + len(self.text)
            return Spot(first, None, start, end)
        return Spot(first, None, start, None, until=Spot(last, None, 0, end))

    def cut(self, length: int) -> Part:
        """The part's first ``length`` characters."""
        return replace(self, length=length)

    def after(self, skip: int) -> Part:
        """The part without its first ``skip`` characters."""
        return replace(self, skip=skip)


@dataclass(slots=True)
class _Piece:
    """What a heading has up to the next child that is set apart."""

    owner: Element | None = None
    texts: list[Text] = field(default_factory=list)
    #: Whether a line ends before it.
    broken: bool = False


def parts_of(node: Element) -> list[Part]:
    """The parts of a heading in source order; line breaks and child elements set them apart."""
    pieces = [_Piece()]
    _gather(node, None, pieces, 0)
    found: list[Part] = []
    broken = False
    for piece in pieces:
        broken = broken or piece.broken
        if any(text.data.strip() for text in piece.texts):
            found.append(Part(tuple(piece.texts), piece.owner, breaks=frozenset([0]) if broken else frozenset()))
            broken = False
        elif piece.texts:
            broken = True  # white space between two elements
    return found


def _gather(node: Any, owner: Element | None, found: list[_Piece], depth: int) -> None:
    for child in node.children:
        if isinstance(child, Text):
            found[-1].texts.append(child)
        elif isinstance(child, Element) and child.tag not in UNREAD:
            if child.tag in ("br", "hr"):
                found.append(_Piece(owner, broken=True))
                continue
            block = child.tag in BLOCK
            apart = block or child.tag in _APART or child.tag == "span" or bool(marks_of(child))
            apart = apart or (child.tag in _BOLD and _is_first(found))
            if apart and depth < 4:
                found.append(_Piece(child, broken=block))
                _gather(child, child, found, depth + 1)
                found.append(_Piece(owner, broken=block))
            else:
                _gather(child, owner, found, depth + 1)


def _is_first(found: list[_Piece]) -> bool:
    return len(found) == 1 and not any(text.data.strip() for text in found[0].texts)


def without_label(parts: list[Part], claims: list[str]) -> tuple[Part, Part | None]:
    """The headline proper among a heading's parts, and the label before it.

    ``claims`` are the skeletons of what the page calls itself; a label is dropped when what remains is such a claim, or
    when its element says that it is one.
    """
    whole = _together(parts)
    if len(parts) < 2:
        return whole, None
    lead = parts[0]
    marked = lead.node is not None and (lead.node.tag in _APART or _LABEL.search(marks_of(lead.node)) is not None)
    rest = parts[1:]
    while rest and not skeleton(rest[0].text):
        rest = rest[1:]
    if marked and rest and len(skeleton(_together(rest).text)) >= 4:
        body, _ = without_label(rest, claims)
        return body, lead
    if skeleton(whole.text) in claims:
        return whole, None
    for start in range(1, len(parts)):
        tail = _together(parts[start:])
        if len(skeleton(tail.text)) >= 8 and skeleton(tail.text) in claims:
            return tail, _together(parts[:start])
    for end in range(len(parts) - 1, 0, -1):
        head = _together(parts[:end])
        if len(skeleton(head.text)) >= 8 and skeleton(head.text) in claims:
            return head, None
    tail = _together(parts[1:])
    if (
        lead.node is not None
        and lead.node.tag in _BOLD
        and len(lead.text) <= _LONGEST_LABEL
        and len(tail.text) >= _SHORTEST
    ):
        return tail, lead
    last = parts[-1]
    if last.node is not None and last.node.tag in _APART and len(skeleton(_together(parts[:-1]).text)) >= 8:
        return _together(parts[:-1]), None
    return whole, None


def _together(parts: list[Part]) -> Part:
    if len(parts) == 1:
        return parts[0]
    texts: list[Text] = []
    breaks: set[int] = set()
    for part in parts:
        breaks.update(len(texts) + at for at in part.breaks)
        texts += part.texts
    return Part(tuple(texts), breaks=frozenset(breaks))
