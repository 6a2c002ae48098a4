"""Pages and elements from a line of markup."""

from __future__ import annotations

from turbohtml import Element, Text

from layoutcheck.core.document import Document
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse


def page_of(html: str, media_type: str = "text/html") -> Page:
    """A parsed page, or a dump where the media type says so."""
    return parse(Document("page", html.encode(), media_type, "utf-8"))


def element_of(html: str, selector: str) -> Element:
    """The first element that a selector matches."""
    found = page_of(html).tree.select_one(selector)
    assert found is not None, selector
    return found


def text_node(page: Page, said: str) -> Text:
    """The text node that holds these words."""
    return next(node for node in page.tree.descendants if isinstance(node, Text) and said in node.data)
