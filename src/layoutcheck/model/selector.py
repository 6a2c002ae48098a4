"""Selectors as schemas write them: CSS with ``::attr(name)`` and ``::text``, XPath, and fallbacks in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import turbohtml
from turbohtml import Element

_SUFFIX = re.compile(r"\s*::(?:attr\(\s*([^\s)]+)\s*\)|(text))\s*$")
_XPATH = re.compile(r"\.?/|\.$|\(+\s*\.?/")
_XPATH_ATTRIBUTE = re.compile(r"/@([\w:-]+)$")
_XPATH_TEXT = re.compile(r"/text\(\)$")
_PREDICATE = re.compile(r"\[[^\[\]]*\]|\"[^\"]*\"|'[^']*'")
#: What an XPath may not lead to: values have no place of their own unless their element is known.
_XPATH_VALUES = re.compile(r"@|\b(?:text|node|comment|processing-instruction)\(")
_FROM_THE_TOP = re.compile(r"^(\(*\s*)/|(?<=\|)(\s*)/")
#: The parser says again what the selector was.
_ECHO = re.compile(r'^invalid CSS selector ".*": ', re.DOTALL)
_OWN = ("", ":scope", ".")


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector: which elements, and which of their values.

    ``written`` is what the schema says; ``query`` is CSS or XPath, "" for the part itself; ``attribute`` is
    the attribute to take (None: the text). XPath selectors start with ``/`` or ``./``.
    """

    written: str
    query: str
    attribute: str | None
    is_xpath: bool

    def select(self, scope: Any) -> list[Element]:
        """The elements in ``scope`` that match and have the attribute, if one is asked for, in document order."""
        if not self.query:
            found = [scope] if isinstance(scope, Element) else []
            if self.attribute is not None and not _has(found, self.attribute):
                found = scope.select(f"[{self.attribute}]")
        elif self.is_xpath:
            # An XPath below a part is relative to it: //p inside a part means below that part.
            found = scope.xpath(_FROM_THE_TOP.sub(r"\1\2./", self.query) if isinstance(scope, Element) else self.query)
        else:
            found = scope.select(self.query)
        return [node for node in found if self.attribute is None or self.attribute in node.attrs]


def _has(nodes: list[Element], attribute: str) -> bool:
    return any(attribute in node.attrs for node in nodes)


def compile_selector(written: str) -> Selector:
    """Read a selector; raises ValueError with the reason when it is none."""
    text = written.strip()
    if not text:
        raise ValueError("the selector is empty")
    selector = _xpath(written, text) if _XPATH.match(text) else _css(written, text)
    try:
        selector.select(_NOTHING)
    except Exception as error:  # the parser's own errors are of several kinds
        raise ValueError(_ECHO.sub("", str(error))) from None
    return selector


def check_css(written: str) -> None:
    """Make sure that this is plain CSS; raises ValueError with the reason when it is none."""
    try:
        _NOTHING.select(written)
    except Exception as error:  # the parser's own errors are of several kinds
        raise ValueError(_ECHO.sub("", str(error))) from None


def _css(written: str, text: str) -> Selector:
    suffix = _SUFFIX.search(text)
    query = text[: suffix.start()] if suffix else text
    if "::attr" in query or "::text" in query:
        raise ValueError("::attr(name) or ::text stands at its end only; fallbacks are a list of selectors")
    return Selector(written, "" if query in _OWN else query, suffix[1] if suffix else None, False)


def _xpath(written: str, text: str) -> Selector:
    match = _XPATH_ATTRIBUTE.search(text)
    query = text[: match.start()] if match else _XPATH_TEXT.sub("", text)
    bare = query
    while (inner := _PREDICATE.sub("", bare)) != bare:
        bare = inner
    if _XPATH_VALUES.search(bare):
        raise ValueError("an XPath leads to elements, or at its end to one @attribute or to text()")
    return Selector(written, "" if query in _OWN else query, match[1] if match else None, True)


_NOTHING = turbohtml.parse("")
