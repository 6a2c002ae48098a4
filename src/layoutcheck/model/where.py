"""The part of the page that a spot lies in: in a reader's words, and generalised for telling causes apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.core.pointer import steps_of
from layoutcheck.core.rule import Spot
from layoutcheck.core.shortened import shortened
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_SINGULAR = {"teasers": "teaser", "body": "body paragraph", "authors": "author"}
#: Data names as the trade says them.
_WORDS = {
    "section": "section label", "label": "section label", "lead": "lead", "published": "date of publication",
    "modified": "date of change", "alt": "alt text of the picture", "url": "address", "picture": "lead picture",
    "canonical": "canonical address", "title": "page title", "language": "language of the page",
    "json-ld": "JSON-LD", "open_graph": "Open Graph data", "json_ld": "JSON-LD", "open-graph": "Open Graph data",
}  # fmt: skip
_ATTRIBUTES = {
    "alt": "alt text", "title": "tooltip", "href": "address", "src": "address", "srcset": "addresses",
    "aria-label": "label", "placeholder": "placeholder", "content": "content", "action": "address", "datetime": "date",
}  # fmt: skip
_ELEMENTS = {
    "a": "link", "button": "button", "img": "picture", "source": "picture", "h1": "heading", "h2": "heading",
    "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "figcaption": "caption", "nav": "navigation",
    "header": "page header", "footer": "page footer", "aside": "sidebar", "form": "form", "li": "list item",
    "p": "paragraph", "time": "date", "blockquote": "quotation", "td": "table cell", "th": "table heading",
    "label": "form label", "input": "form field", "option": "choice", "summary": "summary", "main": "main part",
    "article": "article", "iframe": "frame", "video": "video", "caption": "table caption", "dt": "term",
    "address": "address", "textarea": "form field", "dialog": "dialog",
}  # fmt: skip
_NUMBER = re.compile(r"/\d+(?=/|$)")
#: Of an element's text so much is read for its name.
_NAME = 400
_NAMED = frozenset("a button h1 h2 h3 h4 h5 h6".split())
#: Elements that stand around everything: named as they are, where they themselves are meant.
_OUTERMOST = ("html", "head", "body")
_HASHED = re.compile(
    r"\d{3,}|^(?=.*\d)(?=.*[a-zA-Z])[\w-]{5,}$|^(?:css|sc|jsx|svelte|emotion)-|[A-Z].*[a-z].*[A-Z_]|__?\w{5,}$"
)


def pointer_of(page: Page, spot: Spot) -> str:
    """The JSON pointer of the page data that a spot lies in, or ""; the most exact one wins."""
    index = _index(page)
    index.look_around(spot.node)
    candidates = index.deepest_first(spot.node, spot.attribute)
    if spot.attribute is None:
        for pointer, other in candidates:
            start, end = other.start, other.end if other.end is not None else len(getattr(spot.node, "data", ""))
            if other.until is not None or start <= spot.start < max(end, start + 1):
                return pointer
    elif candidates:
        return candidates[0][0]
    node: Any = spot.node
    for _ in range(64):
        if not isinstance(node, Element):
            node = node.parent
            if not isinstance(node, Element):
                return ""
        if around := index.deepest_first(node, None):
            return around[0][0]
        node = node.parent
        if node is None:
            return ""
    return ""


class _Index:
    """Node and attribute -> the pointers whose values stand there; looked for around the nodes that are asked about."""

    def __init__(self, page: Page) -> None:
        self._source = page.source_of_spots
        #: What is not looked for yet, by the node that it stands in, each with its place in the order of the data.
        self._waiting: dict[Any, list[tuple[tuple[int, ...], str, Any]]] = {}
        self._known: dict[tuple[Any, str | None], list[tuple[int, tuple[int, ...], str, Spot]]] = {}
        #: What was looked around already, up to the root.
        self._looked: set[Any] = set()
        for number, (pointer, found) in enumerate(self._source.parts() if self._source else ()):
            self._await((number,), pointer, found)
        self._look(None)

    def _await(self, order: tuple[int, ...], pointer: str, found: Any) -> None:
        if found.holder is not None:
            self._waiting.setdefault(found.holder, []).append((order, pointer, found))
        elif found.at is not None:
            self._waiting.setdefault(found.within, []).append((order, pointer, found))

    def look_around(self, node: Any) -> None:
        """Find all that can stand at ``node`` or at an element around it: what stands in one of these."""
        while node is not None and node not in self._looked:
            self._looked.add(node)
            if node in self._waiting:
                self._look(node)
            node = node.parent

    def _look(self, node: Any) -> None:
        for order, pointer, found in self._waiting.pop(node, ()):
            if found.holder is not None and self._source is not None:
                for number, (inner, part) in enumerate(self._source.parts_of(pointer, found)):
                    within = None if part.at is None else part.within
                    if within is None or within in self._looked:
                        self._keep((*order, number), inner, part)
                    else:
                        self._await((*order, number), inner, part)
            self._keep(order, pointer, found)

    def _keep(self, order: tuple[int, ...], pointer: str, found: Any) -> None:
        at = spot = found.spot
        while spot is not None:
            key = (spot.node, at.attribute)
            self._known.setdefault(key, []).append((-pointer.count("/"), order, pointer, spot))
            spot = spot.until

    def deepest_first(self, node: Any, attribute: str | None) -> list[tuple[str, Spot]]:
        """The pointers whose values stand at a node or attribute."""
        if (found := self._known.get((node, attribute))) is None:  # as at nearly every element on the way up
            return []
        return [(pointer, spot) for _, _, pointer, spot in sorted(found)]


_index = once_a_page(_Index)


def where(page: Page, spot: Spot, pointer: str = "") -> str:
    """The part of the page in words: ``section label of the first teaser``, ``address of link "Share on X"``."""
    element = spot.node if isinstance(spot.node, Element) else spot.node.parent
    if spot.attribute is not None and isinstance(element, Element):
        told = _attribute_words(page, element, spot.attribute)
        container = _container(pointer)
        return f"{told} in {_article(pointer_words(container))}" if container else told
    if pointer:
        return pointer_words(pointer)
    if page.is_dump or not isinstance(element, Element):
        return "text"
    if spot.node is element and element.tag in _OUTERMOST:
        return f"{element.tag} element"
    return _element_words(page, element)


def _article(words: str) -> str:
    """``the first teaser``, but ``teaser 11``."""
    return f"the {words}" if words.split()[0] in _ORDINALS else words


def _container(pointer: str) -> str:
    """``/teasers/0`` for anything inside the first teaser; "" for parts that are no list's."""
    steps = pointer.split("/")[1:]
    return f"/{steps[0]}/{steps[1]}" if len(steps) >= 2 and steps[1].isdigit() else ""


@lru_cache(maxsize=4096)  # all pages of a schema have the same pointers
def pointer_words(pointer: str) -> str:
    """A JSON pointer into the page data in words: ``/teasers/0/label`` is ``section label of the first teaser``."""
    steps = steps_of(pointer)
    told: list[str] = []
    index = 0
    while index < len(steps):
        step = steps[index]
        following = steps[index + 1] if index + 1 < len(steps) else ""
        if following.isdigit():
            number = int(following)
            one = _SINGULAR.get(step, step.removesuffix("s"))
            told.append(f"the {_ORDINALS[number]} {one}" if number < len(_ORDINALS) else f"{one} {number + 1}")
            index += 2
        else:
            word = _WORDS.get(step, step.replace("_", " "))
            told.append(f"the {word}" if index == 0 and len(steps) > 1 else word)
            index += 1
    return " of ".join(reversed(told)).removeprefix("the ")


def _attribute_words(page: Page, element: Element, attribute: str) -> str:
    if element.tag == "meta" and attribute == "content":
        name = element.attr("property") or element.attr("name") or element.attr("itemprop") or "tag"
        return name if ":" in name else f"meta {name}"
    if element.tag == "link" and attribute == "href":
        return f"{element.attr('rel') or 'link'} address"
    words = f"{element.tag} element" if element.tag in _OUTERMOST else _element_words(page, element)
    return f"{_ATTRIBUTES.get(attribute, attribute)} of {words}"


def _element_words(page: Page, element: Element) -> str:
    """What a reader would call an element; looked for once, for the texts read may be long."""
    known: dict[Element, str] = page.cache.setdefault("where.words", {})
    if element not in known:
        known[element] = _words(element)
    return known[element]


def _words(element: Element) -> str:
    node: Any = element
    for _ in range(6):
        if not isinstance(node, Element):
            break
        if node.tag == "title":
            return "page title"
        if node.tag == "script":
            return "JSON-LD" if "ld+json" in (node.attr("type") or "") else "script"
        if node.tag in _ELEMENTS and not (node.tag in ("main", "article") and node is not element):
            name = _name(node)
            return f'{_ELEMENTS[node.tag]} "{name}"' if name else _ELEMENTS[node.tag]
        node = node.parent
    return "text"


def _name(element: Element) -> str:
    """What a reader would call a link, button or heading: its label or text, shortened."""
    if element.tag not in _NAMED:
        return ""
    said = element.attr("aria-label") or element.text or element.attr("title") or ""
    text = collapsed(said[:_NAME].lstrip() or said.lstrip()[:_NAME])
    return shortened(text, 40)


def part(page: Page, spot: Spot, pointer: str = "", *, named: bool = False) -> str:
    """The same on every page that one template made: the pointer without numbers, else the last steps of the path.

    Ids, positions and generated class names are left out, since they differ from page to page and build to build. Of
    what is ``named`` (see :class:`~layoutcheck.core.rule.Hit`) only the element's name and the attribute count: a
    variable that nobody set shows in every box that prints it.
    """
    suffix = f"@{spot.attribute}" if spot.attribute else ""
    if page.is_dump and (named or not pointer):
        return "text"
    node: Any = spot.node if isinstance(spot.node, Element) else spot.node.parent
    if named:
        return (node.tag if isinstance(node, Element) else "") + suffix
    if pointer:
        return without_numbers(pointer) + suffix
    steps: list[str] = []
    while isinstance(node, Element) and len(steps) < 4 and node.tag not in ("body", "html"):
        steps.append(_step(node))
        node = node.parent
    return ">".join(reversed(steps)) + suffix


@lru_cache(maxsize=4096)
def without_numbers(pointer: str) -> str:
    """A pointer that is the same for each item of a list: ``/teasers/*/label`` of ``/teasers/3/label``."""
    return _NUMBER.sub("/*", pointer)


def _step(element: Element) -> str:
    if element.tag == "meta":
        return f"meta[{element.attr('property') or element.attr('name') or element.attr('itemprop') or ''}]"
    return element.tag + _lasting_classes(element.attr("class") or "")


@lru_cache(maxsize=4096)  # the pages of one site share their class names
def _lasting_classes(said: str) -> str:
    """The first two class names that the next build will have too, as a selector writes them."""
    names = sorted(name for name in said.split() if not _HASHED.search(name))
    return "".join(f".{name}" for name in names[:2])
