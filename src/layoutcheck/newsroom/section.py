"""The section label of an article: the kicker by its headline, the last step of its path, or what machines are told."""

from __future__ import annotations

import re

from turbohtml import Element

from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.reading import names_of, spot_of, text_of
from layoutcheck.newsroom.structured import Structured

_LABELS = (
    '[itemprop~="articleSection"]:not(meta), [class*="kicker" i], [class*="eyebrow" i], [class*="overline" i], '
    '[class*="section-label" i], [class*="section-name" i], [class*="section_name" i], [class*="article-section" i], '
    '[class*="category" i], [class*="rubri" i], [class*="topline" i], [class*="dachzeile" i], [class*="cat-link" i], '
    '[rel~="category"], [class*="channel" i], [class*="topic-label" i], [class*="surtit" i], [class*="label--section" i]'
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


def _near(headline: Element) -> Found | None:
    holder = headline.parent
    for _ in range(3):
        if not isinstance(holder, Element) or holder.tag in ("body", "html", "main"):
            return None
        for node in holder.select(_LABELS)[:8]:
            text = text_of(node)
            if 2 <= len(text) <= 40 and not _LIST.search(names_of(node)) and node.closest("li, nav, aside") is None:
                return Found(text, spot_of(node), "section label")
        holder = holder.parent
    return None
