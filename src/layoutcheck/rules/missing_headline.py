"""A story without a headline that readers can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from turbohtml import Element, Text

from layoutcheck.core.fold import skeleton
from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import Article, is_called_story, is_story, read_article
from layoutcheck.newsroom.article.claim import without_site
from layoutcheck.newsroom.article.header import marks_of
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page

#: Where other stories stand, and ways through the site.
_BESIDE = "aside, nav, footer, select"
_HEADINGS = frozenset("h1 h2 h3 h4".split())
_NAMED = re.compile(r"head(?:line|ing)|title|titul|titre|titel")
#: So many letters a headline has at least.
_TELLING = 14
#: Where a story begins so far from the page's beginning, nobody knows what stands before it.
_FAR = 3000

rule = Rule(
    summary="the story has no headline that readers can see",
    severity=Severity.WARNING,
    messages={
        "unseen": 'machines are told the headline "{headline}", readers see none above the story',
        "hidden": 'the headline "{headline}" is hidden from readers',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell a headline that only machines get; nothing where a text or picture of the article says it."""
    if page.is_dump or not is_story(page):
        return
    article = read_article(page)
    headline, node = article.headline, article.headline_node
    if headline is None or article.body is None:
        return
    first = article.body.value[0].spot
    if first is None:
        return
    if node is None or _stands_elsewhere(node, first.node, article):
        # A title alone may be the site's or the section's: what the headline is nobody knows.
        told = headline if node is None else next(iter(article.claims.facts), None)
        if told is None or (node is None and headline.source == "title") or not is_called_story(page):
            return
        text = without_site(str(told.value), article.claims)
        if _is_said(page, text, first.node if node is not None else None):
            return
        if node is not None and _is_headed(first.node, article):
            return
        also = (told.spot,) if told.spot else ()
        yield Hit("unseen", first, {"headline": text}, also, evidence="headline")
        return
    hidden = _hidden_around(node)
    if hidden is not None and hidden not in first.node.ancestors and not _is_said(page, str(headline.value)):
        yield Hit("hidden", headline.spot or spot_of(node), {"headline": headline.value}, evidence="headline")


def _stands_elsewhere(node: Element, first: Element | Text, article: Article) -> bool:
    """Whether the heading that comes nearest to the headline stands beside the story or behind its first paragraph."""
    if node.closest(_BESIDE) is not None:
        return True
    if node.tag == "h1" and skeleton(text_of(node)) in article.claims.owns:
        return False
    if article.header.holds(first) or node in first.ancestors:
        return False
    return all(before != node for before in islice(first.preceding, _FAR))


def _is_headed(first: Element | Text, article: Article) -> bool:
    """Whether a heading that may be the story's stands before its first paragraph."""
    for count, node in enumerate(chain(islice(first.ancestors, 2), first.preceding)):
        if count > _FAR:
            return True
        if not isinstance(node, Element) or not (node.tag in _HEADINGS or _NAMED.search(marks_of(node))):
            continue
        text = skeleton(text_of(node))
        if (
            len(text) >= (_TELLING if text.isascii() else _TELLING // 2)
            and text not in article.claims.sites
            and node.closest(_BESIDE) is None
        ):
            return True
    return False


def _hidden_around(node: Element) -> Element | None:
    """The nearest element around one, or itself, that the page says is not shown."""
    around: object = node
    while isinstance(around, Element):
        if is_hidden(around):
            return around
        around = around.parent
    return None


def _is_said(page: Page, headline: str, before: Element | Text | None = None) -> bool:
    """Whether a text or a picture that readers see says the headline; with ``before``, one above that node.

    Other stories' lists, and the ways to share one, do not count.
    """
    wanted = skeleton(headline)
    if not wanted:
        return True
    for block in page.blocks:
        if (
            wanted in skeleton(block.text)
            and block.node.closest(_BESIDE) is None
            and _hidden_around(block.node) is None
        ):
            return True
        if before is not None and before in block.pieces:
            break
    # A heading of links or spans is several blocks for us, and one line for readers.
    if any(
        wanted in skeleton(text_of(node)) and _hidden_around(node) is None for node in page.tree.select("header")[:8]
    ):
        return True
    pictures = (picture for picture in page.tree.select("img") if wanted in skeleton(picture.attr("alt") or ""))
    return any(picture.closest(_BESIDE) is None for picture in pictures)
