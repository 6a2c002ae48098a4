"""Selectors as schemas write them: CSS with ``::attr(name)`` and ``::text``, XPath, and fallbacks in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import turbohtml
from turbohtml import Element

_SUFFIX = re.compile(r"\s*::(?:attr\(\s*([^\s)]+)\s*\)|(text))\s*$")
_XPATH_ATTRIBUTE = re.compile(r"/@([\w:-]+)$")
_XPATH_TEXT = re.compile(r"/text\(\)$")


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector: which elements, and which of their values.

    ``written`` is what the schema says; ``query`` is CSS or XPath for elements; ``attribute`` is the attribute to take
    (None: the text). XPath selectors start with ``/`` or ``./``.
    """

    written: str
    query: str
    attribute: str | None
    is_xpath: bool

    def select(self, scope: Any) -> list[Element]:
        """The matching elements below ``scope``, in document order."""
        if self.is_xpath:
            # An XPath below a part is relative to it: //p inside a part means below that part.
            query = f".{self.query}" if self.query.startswith("/") and isinstance(scope, Element) else self.query
            found = scope.xpath(query)
            return [node for node in found if isinstance(node, Element)] if isinstance(found, list) else []
        return list(scope.select(self.query))


def compile_selector(written: str) -> Selector:
    """Read a selector; raises ValueError with the reason when it is none."""
    text = written.strip()
    if not text:
        raise ValueError("the selector is empty")
    if text.startswith(("/", "./", "(")):
        match = _XPATH_ATTRIBUTE.search(text)
        attribute = match[1] if match else None
        query = text[: match.start()] + f"[@{attribute}]" if match else _XPATH_TEXT.sub("", text)
        selector = Selector(written, query, attribute, True)
    else:
        suffix = _SUFFIX.search(text)
        query = text[: suffix.start()] if suffix else text
        selector = Selector(written, query or "*", suffix[1] if suffix else None, False)
    try:
        selector.select(_NOTHING)
    except Exception as error:  # the parser's own errors are of several kinds
        raise ValueError(f"{error}") from None
    return selector


_NOTHING = turbohtml.parse("")
