"""The preview: a copy of a page that is safe because nothing of it survives but words and plain structure.

The copy is not made by taking dangerous things out, but by writing a new page from the tree: known element names
without attributes, and escaped text. No address, style, script, event or form of the page can be in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from layoutcheck.parse.hidden import is_hidden
from layoutcheck.report.html.catalogue import Catalogue
from layoutcheck.report.html.record import Found
from layoutcheck.report.html.safe import Redaction, cut, shown
from layoutcheck.report.html.source import blackened_texts

if TYPE_CHECKING:
    from layoutcheck.parse.page import Page

#: Bytes after which the copy ends, and says so.
LONGEST = 500_000
#: Elements deeper than this add no element to the copy.
_DEEPEST = 60
_SAME = frozenset(
    "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr th td figure figcaption "
    "strong b em i u s sub sup q cite small code kbd samp abbr time ins del ruby rt rp address".split()
)
_REGIONS = frozenset("header nav main article aside section footer form dialog".split())
_BLOCKS = frozenset("div details summary fieldset center hgroup legend".split())
_BOXES = frozenset("video audio iframe object embed canvas svg math".split())
_GONE = frozenset("noscript script style template head title noframes noembed select datalist textarea".split())
#: What may stand in a list, and where it may stand; elsewhere it is a plain block, so that the copy is sound HTML.
_HELD = {"li": {"ul", "ol"}, "dt": {"dl"}, "dd": {"dl"}}
_HOLDS = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd"}}
_PARTS = frozenset("li dt dd caption thead tbody tfoot tr td th".split())
_FOLDED = frozenset({"nav", "footer"})
_VOID = frozenset({"br", "hr", "wbr"})
_LANG = re.compile(r"[A-Za-z0-9-]{1,35}")


@dataclass(frozen=True, slots=True)
class Unseen:
    """A finding whose place a reader of the page does not see: the head, structured data, an attribute."""

    found: Found
    where: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The copy, and the findings that stand in no visible part of it."""

    body: Markup
    unseen: tuple[Unseen, ...]
    lang: str
    direction: str
    cut: bool


def preview(page: Page, found: Sequence[Found], say: Catalogue, redact: Redaction) -> Preview:
    """The safe copy of ``page`` with the places of ``found`` marked.

    Each mark's id is ``m-`` and the finding's anchor without its ``f-``.
    """
    marks = _Marks(page, found)
    writer = _Writer(marks, say, redact, blackened_texts(page, redact))
    writer.write(page.body)
    unseen = [
        Unseen(one, str(one.place.get("where", "")), cut(str(one.place.get("excerpt", "")), 200))
        for one in found
        if one.anchor not in writer.placed
    ]
    root = page.tree.select_one("html")
    lang = (root.attr("lang") or "") if root is not None else ""
    direction = _direction(root) or _direction(page.body) or "auto"
    return Preview(
        Markup("".join(writer.out)),
        tuple(unseen),
        lang if _LANG.fullmatch(lang) else "",
        direction,
        writer.full,
    )


def mark_id(anchor: str) -> str:
    """The id of a finding's mark in the preview."""
    return "m-" + anchor.removeprefix("f-")


def _direction(node: Any) -> str:
    told = ((node.attr("dir") or "") if node is not None else "").lower()
    return told if told in {"rtl", "ltr", "auto"} else ""


class _Marks:
    """Which nodes hold which findings."""

    def __init__(self, page: Page, found: Sequence[Found]) -> None:
        self.texts: dict[Any, list[tuple[int, int, Found]]] = {}
        self.attributes: dict[Any, list[tuple[str, Found]]] = {}
        self.elements: dict[Any, list[Found]] = {}
        self.around: set[Any] = set()
        for one in found:
            self._take(page, one)

    def _take(self, page: Page, one: Found) -> None:
        place = one.place
        try:
            start = page.lines.offset(place["line"], place["column"])
            end = page.lines.offset(place["end_line"], place["end_column"])
        except IndexError:
            return
        spot = page.spot_at(start) if start < len(page.source) else None
        if spot is None:
            node = self._selected(page, place)
            if node is not None:
                self.elements.setdefault(node, []).append(one)
        elif spot.attribute is not None:
            node = spot.node
            self.attributes.setdefault(node, []).append((spot.attribute, one))
        else:
            node = spot.node
            self._take_texts(page, spot.node, spot.start, end, one)
        while node is not None:
            self.around.add(node)
            node = node.parent

    def _selected(self, page: Page, place: Mapping[str, Any]) -> Any:
        selector = str(place.get("selector", ""))
        try:
            return page.tree.select_one(selector) if selector else None
        except Exception:  # a report may hold anything, also what is no selector
            return None

    def _take_texts(self, page: Page, node: Any, start: int, end: int, one: Found) -> None:
        """Mark the text from ``start`` of ``node`` on up to the source offset ``end``, over the nodes behind it."""
        from turbohtml import Text

        for _ in range(64):
            offsets = page.positions.text(node)
            if offsets is None or offsets[0] >= end:
                return
            stop = min(bisect_left(offsets, end), len(node.data))
            if stop > start:
                self.texts.setdefault(node, []).append((start, stop, one))
                inner = node
                while inner is not None:
                    self.around.add(inner)
                    inner = inner.parent
            if offsets[-1] >= end:
                return
            node = next((other for other in node.following if isinstance(other, Text)), None)
            start = 0
            if node is None:
                return


class _Writer:
    """Writes the copy; an explicit stack, because hostile pages nest as deep as they like."""

    def __init__(self, marks: _Marks, say: Catalogue, redact: Redaction, redacted: Mapping[Any, str]) -> None:
        self.out: list[str] = []
        self.placed: set[str] = set()
        self.full = False
        self._marks = marks
        self._say = say
        self._redact = redact
        self._redacted = redacted
        self._size = 0
        self._sound: dict[Any, bool] = {}

    def write(self, root: Any) -> None:
        """Write everything below ``root``."""
        from turbohtml import Element, Text

        stack: list[Any] = list(reversed(root.children))
        depth = 0
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                self._put(node)
                depth -= 1
            elif self.full:
                continue
            elif isinstance(node, Text):
                self._text(node)
            elif isinstance(node, Element):
                opening, closing, inside = self._element(node, depth)
                self._put(opening)
                if inside:
                    depth += 1
                    stack.append(closing)
                    stack.extend(reversed(node.children))
                else:
                    self._put(closing)

    def _put(self, markup: str) -> None:
        if markup:
            self.out.append(markup)
            self._size += len(markup) if markup.isascii() else len(markup.encode("utf-8", "replace"))
            self.full = self.full or self._size > LONGEST

    def _text(self, node: Any) -> None:
        data = self._redacted.get(node, node.data)
        ranges = self._marks.texts.get(node)
        if not ranges:
            self._put(str(escape(shown(data))) if data.strip() else " ")
            return
        at = 0
        for start, end, one in sorted(ranges, key=lambda told: (told[0], -told[1])):
            self._put(str(escape(shown(data[at:start]))))
            # Where two findings overlap, the later one marks what is left, and at least its own anchor.
            self._mark(one, data[max(at, start) : end])
            at = max(at, end)
        self._put(str(escape(shown(data[at:]))))

    def _mark(self, one: Found, text: str) -> None:
        id = f' id="{mark_id(one.anchor)}"' if one.anchor not in self.placed else ""
        self.placed.add(one.anchor)
        kind = f"{one.severity}{' known' if one.known else ''}{' absent' if one.absent else ''}"
        title = escape(shown(one.text))
        self._put(f'<mark class="{kind}"{id} title="{title}">{escape(shown(text))}</mark>')

    def _element(self, node: Any, depth: int) -> tuple[str, str, bool]:
        """What opens an element, what closes it, and whether its inside is written."""
        tag = node.tag
        hit = node in self._marks.around
        if tag in _GONE or (not hit and is_hidden(node)):
            return "", "", False
        opening, closing, inside = self._shape(node, tag, hit, depth)
        if hit:
            if is_hidden(node):
                unseen = f'<span class="unseen" data-is="{escape(self._say("preview.hidden"))}">'
                inner = tag in _PARTS
                opening = opening + unseen if inner else unseen + opening
                closing = "</span>" + closing if inner else closing + "</span>"
            opening = self._with_flags(node, opening, inside)
        return opening, closing, inside

    def _shape(self, node: Any, tag: str, hit: bool, depth: int) -> tuple[str, str, bool]:
        if tag == "br":
            return "<br>", "", False
        if tag in _VOID:
            return "<hr>" if tag == "hr" else "", "", False
        if tag == "img":
            alt = cut(self._redact.text(str(node.attr("alt") or "")), 200)
            return f'<span class="picture">{escape(shown(alt))}</span>', "", False
        if tag in _BOXES or tag == "input":
            return f'<span class="box">{escape(tag)}</span>', "", False
        if depth > _DEEPEST:
            return "", "", True
        reading = _reading(node)
        if tag in _REGIONS:
            if tag in _FOLDED and not hit:
                words = len(" ".join(node.strings).split())
                said = escape(self._say("preview.folded", words, region=tag))
                return f'<details class="region"><summary>{said}</summary>', "</details>", True
            return f'<div class="region" data-is="{tag}"{reading}>', "</div>", True
        if tag in _SAME:
            name = tag if self._is_sound(node, tag) else "div"
            return f"<{name}{reading}>", f"</{name}>", True
        if tag == "a":
            return f'<span class="link"{reading}>', "</span>", True
        if tag in {"button", "label"}:
            return f'<span class="{tag}">', "</span>", True
        if tag in _BLOCKS and not _only_wraps(node):
            return f"<div{reading}>", "</div>", True
        return (f"<span{reading}>", "</span>", True) if reading else ("", "", True)

    def _is_sound(self, node: Any, tag: str) -> bool:
        """Whether a list holds only its items, and an item stands in such a list."""
        from turbohtml import Text

        if tag in _HELD:
            parent = node.parent
            return getattr(parent, "tag", "") in _HELD[tag] and self._is_sound(parent, parent.tag)
        if tag not in _HOLDS:
            return True
        if node not in self._sound:  # asked for again by each of its items
            items = {child.tag for child in node.children if getattr(child, "tag", "") not in {"", *_GONE}}
            words = any(getattr(child, "data", "").strip() for child in node.children if isinstance(child, Text))
            self._sound[node] = not words and items <= _HOLDS[tag] and (tag != "dl" or items == _HOLDS[tag])
        return self._sound[node]

    def _flags(self, node: Any) -> str:
        """The marks of findings that stand at the element itself or in one of its attributes."""
        told = [(one, one.rule, "") for one in self._marks.elements.get(node, ())]
        told += [(one, name, str(node.attr(name) or "")) for name, one in self._marks.attributes.get(node, ())]
        flags = []
        for one, name, value in told:
            if one.anchor in self.placed:
                continue
            self.placed.add(one.anchor)
            shape = f'<span class="flag {one.severity}" id="{mark_id(one.anchor)}" title="{escape(shown(one.text))}">'
            text = cut(str(one.place.get("excerpt", "")) if value else "", 160)
            flags.append(f"{shape}<b>{escape(shown(name))}</b> {escape(shown(text))}</span>")
        return "".join(flags)

    def _with_flags(self, node: Any, opening: str, inside: bool) -> str:
        flags = self._flags(node)
        # A list or a table may hold nothing but its items: the flag goes in front of it.
        before = not inside or node.tag in {"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"}
        return flags + opening if before else opening + flags


def _reading(node: Any) -> str:
    """``dir`` and ``lang`` of an element, the only attributes that survive, and only as one of the known values."""
    direction = _direction(node)
    lang = node.attr("lang") or ""
    told = f' dir="{direction}"' if direction else ""
    return told + (f' lang="{lang}"' if _LANG.fullmatch(lang) else "")


def _only_wraps(node: Any) -> bool:
    """Whether an element holds nothing but one other element."""
    children = node.children
    if len(children) > 3:
        return False
    told = [child for child in children if getattr(child, "tag", None) or getattr(child, "data", "").strip()]
    return len(told) == 1 and getattr(told[0], "tag", None) is not None
