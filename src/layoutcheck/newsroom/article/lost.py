"""The place of a story in which no story stands: a template's box that was not filled."""

from __future__ import annotations

import re
from itertools import islice

from turbohtml import Element

from layoutcheck.newsroom.article.article import Article, read_article
from layoutcheck.newsroom.emptiness import is_empty
from layoutcheck.newsroom.reading import names_of, text_of
from layoutcheck.newsroom.repetition.body import SHORTEST, long_paragraphs
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page

#: What boxes of stories are called; a word before or behind makes them another box.
_NAME = re.compile(
    r"(?:^|\s)(?:[\w-]*[-_])?(?:article|story|entry|post|blog|news)[-_]{0,2}(?:body|content|text|copy)(?=\s|$)|"
    r"(?:^|\s)(?:article|story)body(?=\s|$)"
)
_BOX_TAGS = frozenset(("div", "section", "article", "main"))
#: So many nodes behind the headline are looked at.
_FAR = 600
_ELSEWHERE = "footer, aside, nav, form"
#: A page with so many long paragraphs has a story, wherever it stands.
_STORY = 3
#: A box with more text than this holds something, if not the story.
_SAYS = 150
_REST = 100
#: What may be the story itself, or bring it.
_BRINGS = "video, audio, iframe, object, embed, img, form, script, noscript, template"


def lost_story(page: Page) -> Element | None:
    """The empty box of the story on a page that says it is an article; None where a story stands, or no such box."""
    article = read_article(page)
    headline = article.headline_node
    if headline is None or _has_paragraphs(page, article) or not _claims_article(article):
        return None
    behind = (node for node in islice(headline.following, _FAR) if isinstance(node, Element))
    boxes = [node for node in behind if node.tag in _BOX_TAGS and _is_story_box(node)]
    outer = {around for node in boxes for around in node.ancestors}
    inner = [node for node in boxes if node not in outer]
    if any(len(text_of(node)) >= _SAYS for node in inner):
        return None
    return next((node for node in inner if not is_hidden(node) and _is_unfilled(node)), None)


def _claims_article(article: Article) -> bool:
    structured = article.structured
    kind = structured.meta("og:type")
    return structured.article is not None or (kind is not None and kind.value.lower().startswith("article"))


def _has_paragraphs(page: Page, article: Article) -> bool:
    story, body = article.story, article.body
    if story is not None and body is not None and story.closest(_ELSEWHERE) is None:
        found = sum(len(paragraph.value) >= SHORTEST for paragraph in body.value)
        if found >= _STORY:
            return True
    own = (node for node, _ in long_paragraphs(page) if node.closest(_ELSEWHERE) is None)
    return len(list(islice(own, _STORY))) == _STORY


def _is_story_box(node: Element) -> bool:
    return _NAME.search(names_of(node)) is not None or "articleBody" in (node.attr("itemprop") or "")


def _is_unfilled(box: Element) -> bool:
    """Whether a box is empty, or holds nothing but empty paragraphs and little else."""
    paragraphs = box.select("p")
    if len(paragraphs) >= _STORY and all(map(is_empty, paragraphs)):
        return len(text_of(box)) < _REST
    return is_empty(box) and box.select_one(_BRINGS) is None
