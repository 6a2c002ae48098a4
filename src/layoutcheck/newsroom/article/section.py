"""The section label of an article: the kicker by its headline, the last step of its path, or what machines are told."""

from __future__ import annotations

import re
from functools import lru_cache

from turbohtml import Element

from layoutcheck.newsroom.article.header import Header, Line, marks_of
from layoutcheck.newsroom.date.dates import has_digit, written_dates
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.newsroom.structured import Structured

_LABEL = re.compile(
    r"articlesection|kicker|eyebrow|over-?line|section[-_]*(?:label|name|link|title)|article-?_*section|categor|"
    r"rubri|top-?line|"
    r"dachzeile|cat-links?|channel|topic-?label|surtit|label--?section|post-?cat|volanta"
)
#: Lines behind the headline in which a label is looked for, those before it counted.
_NEAR = 20
#: No path of sections has more characters, the white space of its mark-up counted.
_LONGEST = 1500
_LABEL_PLACES = (
    '[itemprop~="articleSection"]:not(meta), [class]:is([class*="kicker" i], [class*="eyebrow" i], '
    '[class*="section-label" i], [class*="section-name" i], [class*="article-section" i], [class*="dachzeile" i], '
    '[class*="topline" i], [class*="overline" i])'
)


#: The first step of a path, which is no section.
_HOME = frozenset(
    "home homepage startseite start inicio portada accueil início página inicial hem forside voorpagina etusivu "
    "главная головна الرئيسية خانه ホーム トップ 首页 首頁 홈".split()
)
#: Between the sections of a story that is in several.
_SEVERAL = re.compile(r"\s*(?:,\s*(?=\S+.*,)|,(?=\S)|;|\|)\s*")
_CONTROLS = frozenset("button input select label svg img".split())


def find_section(header: Header, structured: Structured) -> Found | None:
    """The label that stands near the headline, else what JSON-LD, microdata and Open Graph say."""
    seen: list[Element] = []
    for index, line in enumerate(header.lines):
        if line.after and index > _NEAR:
            break
        if line.aside or line.author is not None or not 2 <= len(line.said) <= 40:
            continue
        node = _labelled(line)
        if node is None or node in seen or len(node.text) > _LONGEST:
            continue
        seen.append(node)
        node = _last_step(node)
        text = text_of(node)
        if has_digit(text) and next(written_dates(text), None) is not None:
            text = ""  # a row that holds the date too
        if 2 <= len(text) <= 40 and text.casefold() not in _HOME:
            return Found(text, Later(spot_of, (node,)), "section label")
    fact = structured.text("articleSection") or structured.meta("article:section", "section", "articlesection")
    if fact is None or len(name := _SEVERAL.split(fact.value[:200])[0].strip()) > 60:
        return None
    return Found(name, fact, fact.source)


def _last_step(node: Element) -> Element:
    """The last link of a path (``Home › World › Asia``); the element itself when it is none."""
    links = [link for link in node.select("a") if link.text.strip()]
    texts = sum(len(link.text.strip()) for link in links)
    return links[-1] if len(links) > 1 and texts * 4 >= len("".join(node.text.split())) * 3 else node


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _is_label(marks: str) -> bool:
    return _LABEL.search(marks) is not None


def _labelled(line: Line) -> Element | None:
    """The element around a line that is marked as a section label."""
    holder = line.text.parent
    for _ in range(3):
        if not isinstance(holder, Element) or holder.tag in ("li", "body", "article", "main"):
            return None
        if _is_label(marks_of(holder)):
            return holder
        holder = holder.parent
    return None


def label_places(headline: Element | None) -> list[Element]:
    """The elements by the headline that are meant for a section label, filled or not."""
    around: list[Element] = []
    holder = headline.parent if headline is not None else None
    while len(around) < 2 and isinstance(holder, Element) and holder.tag not in ("body", "html", "main"):
        around.append(holder)
        holder = holder.parent
    if not around or not around[-1].select(_LABEL_PLACES):
        return []
    found: list[Element] = []
    for holder in around:
        found += [
            node
            for node in holder.select(_LABEL_PLACES)[:8]
            if node not in found and node.tag not in _CONTROLS and node.closest("li, nav, aside, footer") is None
        ]
    return found
