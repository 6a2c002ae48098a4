"""What the head of a page says: title, canonical address, language, description."""

from __future__ import annotations

import re

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.newsroom.structured import Structured
from layoutcheck.parse.page import Page

#: A part of one letter or digit begins an extension and needs another behind it: ``utf-8`` is no language.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:[-_](?:x[-_][a-z0-9]|[a-z0-9][-_][a-z0-9]{2}|[a-z0-9]{2})[a-z0-9]{0,7})*$", re.IGNORECASE
)


def is_language(text: str) -> bool:
    """Whether a value has the form of a language tag (BCP 47); an underscore for the hyphen is let pass."""
    return _LANGUAGE.match(text.strip()) is not None


def primary_language(text: str) -> str:
    """The language of a tag without its region: ``en`` of ``en-GB``; Norwegian and its two forms are one."""
    first = re.split(r"[-_]", text.strip().lower(), maxsplit=1)[0]
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi"}.get(first, first)


def find_title(page: Page) -> Found | None:
    """The ``title`` element."""
    node = page.tree.select_one("title")
    if node is None:
        return None
    text = text_of(node)
    return Found(text, Later(spot_of, (node,)), "title") if text else None


def find_canonical(page: Page, structured: Structured) -> Found | None:
    """The canonical address: of the link element, else Open Graph's; looked for once."""
    if "canonical" not in page.cache:
        page.cache["canonical"] = _canonical(page, structured)
    found: Found | None = page.cache["canonical"]
    return found


def _canonical(page: Page, structured: Structured) -> Found | None:
    for node in page.tree.select("link"):  # the parser keeps an index by tag; by attribute it has to walk the tree
        if "canonical" in (node.attr("rel") or "").lower().split() and (address := node.attr("href")) is not None:
            if address.strip():
                return Found(address.strip(), Spot(node, "href"), "link[rel=canonical]")
            break
    fact = structured.meta("og:url")
    return Found(fact.value, fact, fact.source) if fact else None


def find_language(page: Page, structured: Structured) -> Found | None:
    """The language of the page, BCP 47: the ``lang`` of ``html`` or ``body``, else what meta elements say."""
    for tag in ("html", "body", "frameset"):
        for node in page.tree.select(tag)[:1]:
            for name in ("lang", "xml:lang"):
                said = (node.attr(name) or "").strip()
                if _LANGUAGE.match(said):
                    return Found(said.replace("_", "-"), Spot(node, name), f"{node.tag}[{name}]")
    fact = structured.meta("content-language", "dc.language", "og:locale", "inlanguage")
    if fact is None or not _LANGUAGE.match(fact.value):
        fact = structured.text("inLanguage")
    if fact is None or not _LANGUAGE.match(fact.value):
        return None
    return Found(fact.value.replace("_", "-"), fact, fact.source)


def find_description(structured: Structured) -> Found | None:
    """The description for search engines and shares."""
    fact = structured.meta("description", "og:description", "twitter:description")
    return Found(fact.value, fact, fact.source) if fact else None
