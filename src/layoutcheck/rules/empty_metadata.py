"""Headline, date or title of an article that is empty or half filled where machines read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.newsroom.structured import Path, Structured
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a field that machines read is empty",
    severity=Severity.WARNING,
    messages={
        "empty": "{name} is empty: whoever shares or lists the page finds no {part} there",
        "empty-name": "the name of JSON-LD's {name} is empty: search engines show the story as nobody's",
        "no-headline": 'the title "{text}" begins with what should stand behind the headline',
        "no-site": Message('the title "{text}" ends with what should stand before the site\'s name', Severity.INFO),
        "gap": Message('the title "{text}" has nothing between two of its separators', Severity.INFO),
    },
)
#: What is never left out on purpose. A description or a picture is.
_METAS = {"og:title": "headline", "twitter:title": "headline", "article:published_time": "date"}
_PROPERTIES = {"headline": "headline", "datePublished": "date"}
#: Whose name is never left out on purpose where they are told at all.
_NAMED = ("author", "publisher")
_BEGINS = re.compile(r"[|–—-]\s")
_ENDS = re.compile(r"\s[|–—-]$")
_GAP = re.compile(r"\s([|–—-])\s\1\s")


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look at the title, at Open Graph's and Twitter's fields, and at the article of JSON-LD."""
    if page.is_dump:
        return
    structured = read_article(page).structured
    yield from _metas(structured)
    yield from _linked_data(structured)
    title = page.tree.find("title")
    if title is not None:
        text = text_of(title)
        message = (
            "no-headline"
            if _BEGINS.match(text)
            else "no-site"
            if _ENDS.search(text)
            else "gap"
            if _GAP.search(text)
            else ""
        )
        if message:
            yield Hit(message, spot_of(title), {"text": text}, evidence="title")


def _metas(structured: Structured) -> Iterator[Hit]:
    for name, part in _METAS.items():
        said = [node.attr("content") for node in structured.metas.get(name, ())]
        if said and all(content is not None and not content.strip() for content in said):
            at = Spot(structured.metas[name][0], "content")
            yield Hit("empty", at, {"name": name, "part": part}, evidence=name, cause=name)


def _linked_data(structured: Structured) -> Iterator[Hit]:
    thing = structured.article
    if thing is None:
        return
    for name, part in _PROPERTIES.items():
        if _is_blank(thing.value.get(name, name)):
            at = thing.script.spot((*thing.path, name))
            yield Hit("empty", at, {"name": f"JSON-LD's {name}", "part": part}, evidence=name, cause=name)
    for name in _NAMED:
        if (path := _nameless(thing.value.get(name), (*thing.path, name))) is not None:
            yield Hit("empty-name", thing.script.spot(path), {"name": name}, evidence=name, cause=name)


def _nameless(said: object, path: Path) -> Path | None:
    """Where the first empty name of a person or organization, or of a list of them, stands."""
    if isinstance(said, list):
        found = (_nameless(item, (*path, index)) for index, item in enumerate(said) if isinstance(item, dict))
        return next(filter(None, found), None)
    if isinstance(said, dict) and _is_blank(said.get("name", "name")):
        return (*path, "name")
    return None


def _is_blank(said: object) -> bool:
    return said is None or (isinstance(said, str) and not said.strip())
