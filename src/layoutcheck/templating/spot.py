# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""What a spot holds: the decoded value around it, and what kind of place that is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from turbohtml import Element, Namespace, Text

from layoutcheck.core.rare import rare
from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page
from layoutcheck.templating.family import Where

_LABELS = frozenset(
    "alt title aria-label aria-description aria-placeholder aria-roledescription aria-valuetext placeholder label summary abbr standby "
    "data-title data-caption data-original-title data-tooltip".split()
)
_ADDRESSES = frozenset(
    "href src srcset imagesrcset action formaction poster cite background longdesc data data-src data-srcset data-lazy-src data-lazy-srcset".split()
)
#: Values that are no words: codes of languages, and styles, which load pictures. Read as addresses are.
_CODES = frozenset(("lang", "hreflang", "style"))
#: The types of ``input`` whose value is a button's label, and those whose value stands in a field that readers see.
_BUTTONS = frozenset(("button", "submit", "reset"))
_FIELDS = frozenset(("", "text", "search", "email", "tel", "url", "number"))
#: The attributes of which any element's are read, as the source writes their names.
READ_ATTRIBUTES = frozenset(name.encode() for name in _LABELS | _ADDRESSES | _CODES | {"content", "value", "datetime"})
_ADDRESS_META = re.compile(
    r"(?i)(?:^|[:._-])(?:image|img|url|src|logo|video|audio|player|thumbnail\w*|contenturl|embedurl|sameas|canonical|icon)(?:[:._-](?:url|src|secure_url|stream))?$"
)
_UNREAD_META = rare(
    r"(?i)^(?:viewport|csrf.*|.*(?:verif|token|nonce|csrf).*|theme-color|color-scheme|generator|format-detection|content-security-policy|"
    r"x-ua-compatible|content-type|origin-trial|apple-itunes-app|google-play-app|target|query-input|urltemplate|fb:(?:app_id|admins|pages)|"
    r"msapplication-(?:config|tilecolor|navbutton-color)|next-head-count|p:domain_verify|ratio|regionsallowed)$"
)
#: Relations of ``link`` that neither readers nor crawlers follow.
_TECHNICAL_LINK = frozenset("preconnect dns-prefetch preload prefetch modulepreload search edituri wlwmanifest".split())
_JSON_STRING = re.compile(r'"((?:[^"\\]|\\.)*)(?:"|\Z)(\s*:)?', re.DOTALL)


def is_json_ld(node: Any) -> bool:
    """Whether a node is a JSON-LD script."""
    return isinstance(node, Element) and node.tag == "script" and "ld+json" in (node.attr("type") or "").lower()


@dataclass(frozen=True, slots=True)
class Holding:
    """A decoded value and where it stands: ``value`` begins at ``start`` of the node's text or attribute."""

    node: Any
    attribute: str | None
    start: int
    value: str
    where: Where
    #: The attribute, the meta's name, the JSON key; "" for text.
    name: str
    element: Element | None

    def spot(self, start: int, end: int) -> Spot:
        """The spot of ``value[start:end]``."""
        return Spot(self.node, self.attribute, self.start + start, self.start + end)


def holding(page: Page, spot: Spot) -> Holding | None:
    """The value around ``spot``; None where nobody reads it."""
    if isinstance(spot.node, Text):
        return _text(page, spot)
    element: Element = spot.node
    name = spot.attribute or ""
    where, said = _attribute(element, name)
    value = element.attr(name) or ""
    if not where or (where is Where.URL and value.lstrip()[:5].lower() in {"data:", "blob:", "about"}):
        return None
    return Holding(element, name, 0, value, where, said, element)


def _text(page: Page, spot: Spot) -> Holding | None:
    parent = spot.node.parent
    if not isinstance(parent, Element):
        return None
    if parent.tag == "script":
        return _json(page, spot, parent)
    if parent.tag in {"style", "template"}:
        return None
    if parent.tag == "title":
        if parent.namespace is not Namespace.HTML:
            return None
        return Holding(spot.node, None, 0, spot.node.data, Where.TITLE, "", parent)
    return Holding(spot.node, None, 0, spot.node.data, Where.TEXT, "", parent)


def _attribute(element: Element, name: str) -> tuple[Where, str]:
    tag = element.tag
    if name == "content":
        said = (
            element.attr("property")
            or element.attr("name")
            or element.attr("itemprop")
            or element.attr("http-equiv")
            or ""
        )
        if tag != "meta" and not element.attr("itemprop"):
            return Where.NOWHERE, ""
        if _UNREAD_META.match(said):
            return Where.NOWHERE, ""
        address = _ADDRESS_META.search(said) or re.match(r"\s*(?:https?:)?//", element.attr(name) or "")
        return (Where.URL if address else Where.META), said
    if name in _LABELS:
        if name == "data-title" and tag in {"td", "th"}:
            return Where.NOWHERE, ""
        return Where.LABEL, name
    if name == "value":
        kind = (element.attr("type") or "").lower() if tag == "input" else None
        # What a field holds may be code to copy: it is read as addresses are.
        return (Where.LABEL if kind in _BUTTONS else Where.URL if kind in _FIELDS else Where.NOWHERE), name
    if name == "datetime":
        return Where.DATE, name
    if name in _CODES:
        return Where.URL, name
    if name in _ADDRESSES:
        if tag == "link" and _TECHNICAL_LINK & set((element.attr("rel") or "").lower().split()):
            return Where.NOWHERE, ""
        if tag == "img" and {element.attr("width"), element.attr("height")} & {"0", "1", "0px", "1px"}:
            return Where.NOWHERE, ""  # a tracking pixel
        if name == "data" and tag != "object":
            return Where.NOWHERE, ""
        return Where.URL, name
    return Where.NOWHERE, ""


def _json(page: Page, spot: Spot, script: Element) -> Holding | None:
    """The JSON string around the spot."""
    if not is_json_ld(script):
        return None
    known = page.cache.setdefault("templating.json", {})
    if spot.node not in known:
        data = spot.node.data  # made anew each time that it is asked for
        known[spot.node] = (data, _strings(data), {})
    data, strings, holdings = known[spot.node]
    index = bisect_right(strings, spot.start, key=lambda found: found[0]) - 1
    if index < 0:
        return None
    start, end, key = strings[index]
    if spot.start > end:
        return None
    if index not in holdings:  # a string full of hits is cut out once
        holdings[index] = Holding(spot.node, None, start, data[start:end], Where.JSONLD, key, script)
    found: Holding = holdings[index]
    return found


def _strings(text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    key = ""
    for match in _JSON_STRING.finditer(text):
        if match[2]:
            key = match[1]
        else:
            found.append((match.start(1), match.end(1), key))
    return found
