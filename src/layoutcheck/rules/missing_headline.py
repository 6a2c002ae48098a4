"""A story without a headline that readers can see."""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml import Element

from layoutcheck.core.fold import skeleton
from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import is_called_story, is_story, read_article
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the story has no headline that readers can see",
    severity=Severity.WARNING,
    messages={
        "unseen": 'machines are told the headline "{headline}", readers see none above the story',
        "hidden": 'the headline "{headline}" is hidden from readers',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell a headline that only machines get; nothing where a text or picture anywhere on the page says it."""
    if page.is_dump or not is_story(page):
        return
    article = read_article(page)
    headline, node = article.headline, article.headline_node
    if headline is None or article.body is None:
        return
    first = article.body.value[0].spot
    if first is None:
        return
    if node is None:
        # A title alone may be the site's or the section's: what the headline is nobody knows.
        if headline.source == "title" or not is_called_story(page) or _is_said(page, str(headline.value)):
            return
        also = (headline.spot,) if headline.spot else ()
        yield Hit("unseen", first, {"headline": headline.value}, also, evidence="headline")
        return
    hidden = _hidden_around(node)
    if hidden is not None and hidden not in first.node.ancestors and not _is_said(page, str(headline.value)):
        yield Hit("hidden", headline.spot or spot_of(node), {"headline": headline.value}, evidence="headline")


def _hidden_around(node: Element) -> Element | None:
    """The nearest element around one, or itself, that the page says is not shown."""
    around: object = node
    while isinstance(around, Element):
        if is_hidden(around):
            return around
        around = around.parent
    return None


def _is_said(page: Page, headline: str) -> bool:
    """Whether a text or a picture that readers see says the headline."""
    wanted = skeleton(headline)
    if not wanted:
        return True
    for block in page.blocks:
        if wanted in skeleton(block.text) and _hidden_around(block.node) is None:
            return True
    # A heading of links or spans is several blocks for us, and one line for readers.
    if any(
        wanted in skeleton(text_of(node)) and _hidden_around(node) is None for node in page.tree.select("header")[:8]
    ):
        return True
    return any(wanted in skeleton(picture.attr("alt") or "") for picture in page.tree.select("img"))
