"""Captions and credits, wherever a template prints them around a story."""

from __future__ import annotations

from turbohtml import Element

from layoutcheck.newsroom.article.around import classed_around
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: Captions, and credits in boxes of their own, by what they are or are called: what holds one of them is none.
_CALLED_SO = 'figcaption, [class*="caption" i], [class*="credit" i]'
#: So many of a page are looked at; one with more text holds captions and is none.
_MOST, _LONGEST = 80, 700
#: Where such a name means something else: closed captions, a table's caption, the credit card of a form.
_NO_CAPTION = "video, audio, table, select, form, nav, svg"


@once_a_page
def captions(page: Page) -> list[Element]:
    """The captions and credits of a page, each the innermost element that is called so."""
    called = classed_around(page).named(("caption", "credit"))
    nodes = dict.fromkeys((*page.tree.select("figcaption")[:_MOST], *called[:_MOST]))
    return [node for node in nodes if len(node.text) <= _LONGEST and _is_caption(node)]


def is_credit(node: Element) -> bool:
    """Whether a box is called a credit: it holds a name and nothing else."""
    return node.tag != "figcaption" and "credit" in (node.attr("class") or "").lower()


def _is_caption(node: Element) -> bool:
    if node.tag == "figcaption":
        return True
    if node.tag in ("img", "figure") or node.select_one(_CALLED_SO) is not None:
        return False
    return node.closest(_NO_CAPTION) is None
