"""The CSS selector of an element, as a browser's developer tools write it."""

from __future__ import annotations

import re
from typing import Any

import turbohtml
from turbohtml import Element

#: An id that a selector writes as it is.
_IDENTIFIER = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
#: A path whose names a selector writes as they are.
_PATH = re.compile(r"/html(?:/[a-z][a-z0-9-]*(?:\[\d+\])?)*")
_NUMBER = re.compile(r"\[(\d+)\]")


class Selectors:
    """The selectors of elements of one tree: from the nearest element around with an id of its own, else from ``html``.

    The parser's own ``css_path`` says the same, but first reads the ids of the whole tree, of which few are asked for.
    """

    def __init__(self, tree: turbohtml.Document) -> None:
        self._tree = tree
        self._own: dict[str, bool] = {}

    def path(self, element: Element, xpath: str) -> str:
        """The selector of an element whose XPath is known."""
        if not _PATH.fullmatch(xpath):
            return element.css_path()
        steps = xpath.split("/")[1:]
        lead = ""
        node: Any = element
        for index in range(len(steps) - 1, -1, -1):
            ident = node.attr("id")
            if ident:
                if not _IDENTIFIER.fullmatch(ident):
                    return element.css_path()
                if self._is_own(ident):
                    lead, steps = f"#{ident}", steps[index + 1 :]
                    break
            node = node.parent
        return " > ".join(filter(None, (lead, *(_NUMBER.sub(r":nth-of-type(\1)", step) for step in steps))))

    def _is_own(self, ident: str) -> bool:
        """Whether no other element has the id."""
        if ident not in self._own:
            self._own[ident] = len(self._tree.select(f"#{ident}")) == 1
        return self._own[ident]
