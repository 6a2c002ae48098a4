"""A parsed page: its source, its tree, and the way from a spot to a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, Protocol

import turbohtml
from turbohtml import Comment, Element, ProcessingInstruction, Text

from layoutcheck.core.document import Document
from layoutcheck.core.finding import Place, Snippet
from layoutcheck.core.rule import Spot
from layoutcheck.core.site import Site
from layoutcheck.parse.block import TextBlock, blocks, collapsed
from layoutcheck.parse.lines import Lines
from layoutcheck.parse.position import Positions
from layoutcheck.parse.standing import Standing

#: Elements whose text is the page's: no excerpt, and half of it scripts.
_WHOLE = frozenset(("html", "head", "body"))
#: What a reader is not shown, whose place is its opening.
_UNSEEN = (Comment, ProcessingInstruction)
#: An excerpt is cut to this many characters.
EXCERPT = 200
#: So many characters are nearly always enough for an excerpt.
_BEGINNING = 5 * EXCERPT
#: So are so many of an element's texts.
_FEW_TEXTS = 64
#: A line of source is cut to this many characters around a place.
SNIPPET = 160


class SpotFinder(Protocol):
    """Finds where values of the page data stand."""

    def parts(self) -> Sequence[tuple[str, Any]]:
        """JSON pointer and what was found: it has a ``spot``, and tells ``within`` which node without looking.

        What has a ``holder`` is told without its parts.
        """

    def parts_of(self, pointer: str, found: Any) -> Sequence[tuple[str, Any]]:
        """The same of the parts of what was found at a pointer."""

    def spots(self) -> dict[str, Spot]:
        """JSON pointer -> where each value stands."""

    def spot(self, pointer: str) -> Spot | None:
        """Where the value at a JSON pointer stands."""


@dataclass(eq=False)
class Page:
    """One page: what came in, the tree, and what the schema found in it.

    ``source`` is the decoded text with LF line ends; ``tree`` the tree that a browser builds from it, or, for a
    plain-text dump, a tree of its headings, paragraphs and list items. A page never leaves its process.
    """

    document: Document
    source: str
    tree: turbohtml.Document
    encoding: str
    #: Whether all bytes fit the encoding; where they don't, replacement characters stand for them.
    fits: bool = True
    #: The page data, as the schema describes it; filled by extraction.
    data: dict[str, Any] = field(default_factory=dict)
    #: Who knows where the page data stands; set by extraction.
    source_of_spots: SpotFinder | None = None
    #: What the schema demands and the page lacks; filled by validation.
    demands: Sequence[Any] = ()
    #: What the site says of itself.
    site: Site = field(default_factory=Site)
    #: For whoever computes a thing about the page that others need too.
    cache: dict[Any, Any] = field(default_factory=dict)
    _latest: tuple[Any, str | None, str] = field(default=(None, None, ""), init=False, repr=False)

    @cached_property
    def spots(self) -> dict[str, Spot]:
        """JSON pointer into ``data`` -> where it stands; looked for when first asked, for most pages never."""
        return self.source_of_spots.spots() if self.source_of_spots else {}

    def spot(self, pointer: str) -> Spot | None:
        """Where one value of the page data stands; None when it is not there."""
        return self.source_of_spots.spot(pointer) if self.source_of_spots else None

    @property
    def uri(self) -> str:
        """How the user named the page."""
        return self.document.uri

    @property
    def is_dump(self) -> bool:
        """Whether this is a plain-text dump, in which case selectors see the dump's blocks."""
        return self.document.media_type == "text/plain"

    @property
    def body(self) -> Element:
        """The ``body`` element; every parsed page has one."""
        found = self.tree.select_one("body")  # one by one: a comma in a selector walks the whole tree
        if found is None:
            found = self.tree.select_one("frameset")
        return found if found is not None else self.tree.root  # type: ignore[return-value]

    @cached_property
    def positions(self) -> Positions:
        """Source offsets of nodes."""
        return Positions(self.source, self.tree, self.lines)

    @cached_property
    def standing(self) -> Standing:
        """What stands at source offsets."""
        return Standing(self.source, self.tree, self.lines, self.positions)

    @cached_property
    def lines(self) -> Lines:
        """Line starts of the source."""
        return Lines(self.source)

    @cached_property
    def blocks(self) -> list[TextBlock]:
        """All text blocks of the body, in document order."""
        return list(blocks(self.body))

    def forget(self) -> None:
        """Drop what points back here, or the tree would wait for the garbage collector."""
        self.cache.clear()
        self._latest = (None, None, "")
        self.source_of_spots = None

    def spot_at(self, offset: int) -> Spot | None:
        """The text or attribute that a source offset lies in, from that character on; None between them."""
        found = self.standing.at(offset)
        return Spot(found[0], found[1], found[2]) if found else None

    def text(self, spot: Spot) -> str:
        """The decoded text at a spot; for an element without attribute, its text content."""
        if spot.attribute is not None or isinstance(spot.node, Text):
            first = self._value(spot.node, spot.attribute)[spot.start : spot.end]
            if spot.until is None or spot.attribute is not None:
                return first
            between = []
            for node in _between(spot.node, spot.until.node):
                between.append(node.data)
            return f"{first}{''.join(between)}{spot.until.node.data[: spot.until.end]}"
        return str(spot.node.data if isinstance(spot.node, _UNSEEN) else spot.node.text)

    def _value(self, node: Any, attribute: str | None) -> str:
        """The whole text of a node or attribute; the last is kept: findings come in swarms, and the tree copies it."""
        if (node, attribute) != self._latest[:2]:
            self._latest = node, attribute, node.data if attribute is None else node.attr(attribute) or ""
        return self._latest[2]

    def stretch(self, spot: Spot) -> tuple[int, int]:
        """The source offsets at which a spot begins and ends.

        Where the parser made a node up or moved it, the nearest element around it that stands in the source. Of an
        element it is the start tag, of a comment or processing instruction its opening.
        """
        start, end = self._stretch(spot)
        if spot.until is not None:
            end = max(end, self._stretch(spot.until)[1])
        return start, end

    def _stretch(self, spot: Spot) -> tuple[int, int]:
        offsets = None
        if spot.attribute is not None:
            offsets = self.positions.attribute(spot.node, spot.attribute)
        elif isinstance(spot.node, Text):
            offsets = self.positions.text(spot.node)
        if offsets:
            last = len(offsets) - 1
            start = min(spot.start, last)
            end = last if spot.end is None else min(spot.end, last)
            return offsets[start], max(self._end(offsets, end, start), offsets[start])
        if isinstance(spot.node, _UNSEEN) and (span := self.positions.comment(spot.node)) is not None:
            return span
        node = spot.node if isinstance(spot.node, Element) else spot.node.parent
        while isinstance(node, Element):
            span = self.positions.element(node)
            if span is not None:
                return span
            node = node.parent
        return 0, 0

    def _end(self, offsets: Sequence[int], end: int, start: int) -> int:
        if end <= start:
            return offsets[start]
        last = offsets[end - 1]
        if self.source[last] != "&":  # a character that stands for itself
            return last + 1
        following = offsets[end]  # a reference ends where the next character begins, or a tag or dropped NUL before it
        return last + len(self.source[last:following].partition("<")[0].rstrip("\0"))

    def place(self, spot: Spot, *, pointer: str = "", where: str = "") -> Place:
        """The place of a spot: lines, columns, selector, XPath and excerpt."""
        start, end = self.stretch(spot)
        line, column = self.lines.at(start)
        end_line, end_column = self.lines.at(end)
        selector = xpath = ""
        if not self.is_dump:
            element = spot.node if isinstance(spot.node, Element) else spot.node.parent
            if isinstance(element, Element):
                selector, xpath = element.css_path(), element.xpath_path()
                if spot.attribute is not None:
                    xpath += f"/@{spot.attribute}"
        return Place(self.uri, line, column, end_line, end_column, selector, xpath, pointer, where, self._excerpt(spot))

    def _excerpt(self, spot: Spot) -> str:
        """The text at a spot, cut; none of a page as a whole."""
        excerpt = ""
        if isinstance(spot.node, Element) and spot.attribute is None and spot.node.tag in _WHOLE:
            return excerpt
        if isinstance(spot.node, Element) and spot.attribute is None:
            texts = (below.data for below in spot.node.descendants if isinstance(below, Text))
            excerpt = collapsed("".join(islice(texts, _FEW_TEXTS))[:_BEGINNING])
        if len(excerpt) <= EXCERPT:
            raw = self.text(spot)
            excerpt = collapsed(raw[:_BEGINNING])
            if len(excerpt) <= EXCERPT and len(raw) > _BEGINNING:
                excerpt = collapsed(raw)
        return excerpt if len(excerpt) <= EXCERPT else f"{excerpt[: EXCERPT - 1]}…"

    def snippet(self, place: Place) -> Snippet:
        """The source line in which a place begins, cut to :data:`SNIPPET` characters around it."""
        begin = self.lines.offset(place.line, 1)
        at = begin + place.column - 1
        stop = self.source.find("\n", at, at + SNIPPET + 1)  # of a long line more is not asked for
        stop = min(at + SNIPPET + 1, len(self.source)) if stop < 0 else stop
        first = max(begin, at - SNIPPET // 3)
        if stop - begin <= SNIPPET:
            first = begin
        return Snippet(self.source[first : min(stop, first + SNIPPET)], first - begin + 1)


def _between(first: Any, last: Any) -> list[Text]:
    found = []
    for node in first.following:
        if node == last:
            break
        if isinstance(node, Text):
            found.append(node)
    return found
