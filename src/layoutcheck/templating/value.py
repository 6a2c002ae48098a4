"""The decoded texts and attribute values of a page's tree: all, or those in which a matcher may find something."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias, cast

from turbohtml import Element, Text

from layoutcheck.parse.page import Page
from layoutcheck.templating.family import Where
from layoutcheck.templating.matcher import ValueMatcher
from layoutcheck.templating.spot import READ_ATTRIBUTES, is_json_ld

#: A text node, or an element and the name of its attribute; and what it says.
Value: TypeAlias = tuple[Any, str | None, str]

_READ = frozenset(name.decode() for name in READ_ATTRIBUTES)
#: Elements whose content nobody reads as text.
_LEFT_OUT = ("script", "style", "template")
#: The places that are texts; all others are attributes.
_TEXTS = Where.TEXT | Where.TITLE | Where.JSONLD
_ATTRIBUTES = Where.LABEL | Where.META | Where.URL | Where.DATE


def all_values(page: Page) -> Iterator[Value]:
    """What anybody reads, in the order of the page."""
    for node in page.tree.descendants:
        if isinstance(node, Text):
            yield from _text(node)
        elif isinstance(node, Element):
            for name in node.attrs:
                yield from _attribute(node, name)


def matching_values(page: Page, matcher: ValueMatcher, where: Where) -> Iterator[Value]:
    """Those of :func:`all_values` in which ``matcher`` may find something and which are of the kind asked for.

    To walk over the tree takes longer than parsing it. Its parser lists texts and attributes, all of them and in the
    order of the page, in a fifth of the time: which of them matter is told from the lists, and where these stand
    is then told by their number. On most pages none does.
    """
    texts = set(matcher.among(page.tree.strings)) if where & _TEXTS else set()
    attributes = set(matcher.among(cast(list[str], page.tree.xpath("//@*")))) if where & _ATTRIBUTES else set()
    if texts or attributes:
        yield from _numbered(page, texts, attributes)


def _numbered(page: Page, texts: Collection[int], attributes: Collection[int]) -> Iterator[Value]:
    """The texts and attributes of these numbers, in the order of the page, as far as anybody reads them."""
    text = attribute = -1
    for node in page.tree.descendants:
        if isinstance(node, Text):
            text += 1
            if text in texts:
                yield from _text(node)
        elif isinstance(node, Element):
            for name in node.attrs:
                attribute += 1
                if attribute in attributes:
                    yield from _attribute(node, name)


def _text(node: Text) -> Iterator[Value]:
    parent, text = node.parent, node.data
    if not text.isspace() and (not isinstance(parent, Element) or parent.tag not in _LEFT_OUT or is_json_ld(parent)):
        yield node, None, text


def _attribute(element: Element, name: str) -> Iterator[Value]:
    if name in _READ:
        yield element, name, element.attr(name) or ""
