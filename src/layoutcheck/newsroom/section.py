"""The section label of an article: the kicker by its headline, the last step of its path, or what machines are told."""

from __future__ import annotations

import re

from turbohtml import Element

from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.header import marks_of
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.newsroom.structured import Structured

_LABELS = (
    '[itemprop~="articleSection"]:not(meta), [class*="kicker" i], [class*="eyebrow" i], [class*="overline" i], '
    '[class*="section-label" i], [class*="section-name" i], [class*="section_name" i], [class*="article-section" i], '
    '[class*="category" i], [class*="rubri" i], [class*="topline" i], [class*="dachzeile" i], [class*="cat-link" i], '
    '[rel~="category"], [class*="channel" i], [class*="topic-label" i], [class*="surtit" i], [class*="label--section" i]'
)
_LABEL_PLACES = (
    '[itemprop~="articleSection"]:not(meta), [class*="kicker" i], [class*="eyebrow" i], [class*="section-label" i], '
    '[class*="section-name" i], [class*="article-section" i], [class*="dachzeile" i], [class*="topline" i], [class*="overline" i]'
)
_LIST = re.compile(r"categories|category-list|menu|nav|widget|related|teaser|sidebar|archive")


def find_section(headline: Element | None, structured: Structured) -> Found | None:
    """The label that stands near the headline, else what JSON-LD, microdata and Open Graph say."""
    if headline is not None:
        found = _near(headline)
        if found is not None:
            return found
    fact = structured.text("articleSection") or structured.meta("article:section", "section", "articlesection")
    return Found(fact.value, fact.spot, fact.source) if fact else None


def label_places(headline: Element | None) -> list[Element]:
    """The elements by the headline that are meant for a section label, filled or not."""
    found: list[Element] = []
    holder = headline.parent if headline is not None else None
    for _ in range(2):
        if not isinstance(holder, Element) or holder.tag in ("body", "html", "main"):
            break
        found += [
            node
            for node in holder.select(_LABEL_PLACES)[:8]
            if node not in found and node.closest("li, nav, aside, footer") is None
        ]
        holder = holder.parent
    return found


def _near(headline: Element) -> Found | None:
    holder = headline.parent
    for _ in range(3):
        if not isinstance(holder, Element) or holder.tag in ("body", "html", "main"):
            return None
        for node in holder.select(_LABELS)[:8]:
            text = text_of(node)
            if 2 <= len(text) <= 40 and not _LIST.search(marks_of(node)) and node.closest("li, nav, aside") is None:
                return Found(text, spot_of(node), "section label")
        holder = holder.parent
    return None
