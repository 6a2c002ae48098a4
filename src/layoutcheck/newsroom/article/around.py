"""What stands around a story: its tags, captions, counts, where a template prints them."""

from __future__ import annotations

from typing import Any

from turbohtml import Element

from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.reading import Classed
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: A template closes the story's box, and one around it, before it prints the tags.
_BOXES = 2


@once_a_page
def classed_around(page: Page) -> Classed:
    """The elements with a class in the part of the page that has the story: all of them where nothing is a story.

    The part is the page's ``main``, else what holds story and headline with a box or two more.
    """
    article = read_article(page)
    headline = article.headline_node
    holder: Any = article.story or headline
    if holder is None:
        return Classed(page.body)
    if (main := holder.closest("main, [role=main]")) is not None:
        return Classed(main)
    above = set(headline.ancestors) if headline is not None else ()
    while above and holder not in above and isinstance(holder.parent, Element):
        holder = holder.parent
    for _ in range(_BOXES):
        if isinstance(holder.parent, Element) and holder.tag != "body":
            holder = holder.parent
    return Classed(holder)
