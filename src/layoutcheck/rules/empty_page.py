"""A page on which there is nothing to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Element

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.article.lost import lost_story
from layoutcheck.newsroom.dateline.opening import is_paragraph
from layoutcheck.newsroom.reading import names_of, texts
from layoutcheck.parse.block import single_spaced
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page

rule = Rule(
    summary="there is nothing to read on the page",
    severity=Severity.ERROR,
    messages={
        "empty": "the page shows its readers nothing: no text, no picture",
        "script": Message(
            "without scripts the page shows its readers nothing: the story is not in its HTML", Severity.WARNING
        ),
        "story": Message(
            "JSON-LD calls the page a {type}, and no text on it is as long as a paragraph", Severity.WARNING
        ),
        "unfilled": Message("the story is missing: the place for it ({place}) is empty", Severity.WARNING),
    },
)
#: What stands there until a script has worked.
_WAITING = re.compile(
    r"(?:please wait|loading|laden|wird geladen|chargement(?: en cours)?|cargando|caricamento|carregando|bitte warten|"
    r"загрузка|読み込み中|加载中|로딩 ?중)\W{0,5}",
    re.IGNORECASE,
)
_LONGEST = 40
#: A shorter text is a caption or a teaser, but so many of them are a live blog.
_PARAGRAPH, _POSTS = 120, 3
_ELSEWHERE = "footer, aside, nav, form, a"
#: More pictures may be a story of their own, and so may so many with captions.
_GALLERY, _CAPTIONS = 10, 3
#: What shows something without text, and may be asked for one by one.
_SHOWS = ("img", "picture", "video", "audio", "iframe", "object", "embed", "canvas", "input", "select", "textarea")
#: A page that sends its readers on.
_GOES_ON = re.compile(r"\blocation\s*(?:\.href\s*)?=(?!=)|\blocation\.(?:replace|assign)\(")
#: Longer scripts do more than that.
_SHORT = 4000
#: What stands in a shadow root is shown, and no part of the page's tree.
_SHADOW = re.compile(r"<template[^>]{0,200}\sshadowrootmode\b", re.IGNORECASE)
#: More text in ``noscript`` is a page's own, whose element is not closed where its author thinks.
_NOTE = 500


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell a page without anything to see; one that scripts fill, or with all but the story, is a lesser fault."""
    if page.is_dump or page.body.tag == "frameset":
        return
    if (box := lost_story(page)) is not None:
        names = " ".join(names_of(box).split()) or box.tag
        yield Hit("unfilled", Spot(box), {"place": names}, evidence="story")
        return
    article = read_article(page)
    if article.body is not None:
        return
    thing, headline = article.structured.article, article.headline
    if thing is not None and thing.types and headline is not None and _is_bare(page):
        yield Hit("story", headline.spot or Spot(page.body), {"type": thing.types[0]}, evidence="story")
        return
    if _says_something(page) or _shows_something(page) or _sends_on(page):
        return
    scripted = any(_runs(script) for script in page.tree.select("script"))
    yield Hit("script" if scripted else "empty", Spot(page.body), evidence="")


def _is_bare(page: Page) -> bool:
    """Whether a page has some text and nothing that can be a story: no paragraph, no live blog, no film, no gallery."""
    films = [node for tag in ("video", "audio", "iframe", "object") for node in page.tree.select(tag)]
    if any(node.closest("noscript") is None for node in films) or len(page.tree.select("img")) > _GALLERY:
        return False
    if not page.blocks or any(len(block.text) >= _PARAGRAPH for block in page.blocks):
        return False
    lines = (block for block in page.blocks if is_paragraph(block) or (block.tag == "p" and len(block.text) > _LONGEST))
    posts = [block for block in lines if block.node.closest(_ELSEWHERE) is None]
    return len(posts) < _POSTS and len(page.tree.select("figcaption")) < _CAPTIONS


def _says_something(page: Page) -> bool:
    said = ""
    for text in texts(page.body):
        said = f"{said} {text.data}".strip()
        if len(said) > _LONGEST:
            return True
    if said and not _WAITING.fullmatch(single_spaced(said)):
        return True
    return any(len(node.text) > _NOTE for node in page.tree.select("noscript"))


def _shows_something(page: Page) -> bool:
    for tag in _SHOWS:
        for node in page.tree.select(tag):
            if node.closest("noscript, template, head") is None and not _is_pixel(node):
                return True
    return _SHADOW.search(page.source) is not None


def _is_pixel(node: Element) -> bool:
    """Whether an element is there for counting, not for seeing."""
    if node.tag == "input" and (node.attr("type") or "").lower() == "hidden":
        return True
    sizes = {(node.attr(name) or "").strip() for name in ("width", "height")}
    return bool(sizes & {"0", "1", "0px", "1px"}) or is_hidden(node)


def _sends_on(page: Page) -> bool:
    """Whether a page only leads to another."""
    if any((meta.attr("http-equiv") or "").strip().lower() == "refresh" for meta in page.tree.select("meta")):
        return True
    scripts = [script.text for script in page.tree.select("script")]
    return sum(map(len, scripts)) < _SHORT and any(map(_GOES_ON.search, scripts))


def _runs(script: Element) -> bool:
    kind = (script.attr("type") or "").strip().lower()
    return (not kind or "javascript" in kind or kind == "module") and (
        script.attr("src") is not None or bool(script.text.strip())
    )
