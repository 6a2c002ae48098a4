"""The page doesn't say in which language it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Element

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.head import is_language
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the page doesn't say its language",
    severity=Severity.WARNING,
    messages={
        "missing": "the html element has no lang: screen readers and translators have to guess the language",
        "empty": "the {name} of the html element is empty: screen readers and translators have to guess the language",
        "only-in-head": Message(
            'the language "{lang}" is told in a meta element only, where not every screen reader and translator looks: '
            "{lack}",
            Severity.INFO,
        ),
        "malformed": 'the lang "{lang}" of the html element is no language',
    },
)
#: What only a whole page has.
_WHOLE = re.compile(r"<(?:!doctype|html|head|body|title|meta|link)\b", re.IGNORECASE)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look at the ``lang`` of the ``html`` element, then of ``body``."""
    if page.is_dump:
        return
    root = page.tree.root
    if root is None:
        return
    said = root.attr("lang") or root.attr("xml:lang") or ""
    if not said.strip():
        body = page.tree.select_one("body[lang]")
        if (body is None or not is_language(body.attr("lang") or "")) and not _is_fragment(page):
            told = _told_in_head(page)
            empty = next((name for name in ("lang", "xml:lang") if root.attr(name) is not None), "")
            if told is not None:
                lang = (told.attr("content") or "").strip()
                lack = f"the {empty} of the html element is empty" if empty else "the html element has no lang"
                data = {"lang": lang, "lack": lack}
                yield Hit("only-in-head", Spot(told, "content"), data, evidence="html", cause=lang)
            elif empty:
                yield Hit("empty", Spot(root, empty), {"name": empty}, evidence="html")
            else:
                yield Hit("missing", Spot(root), evidence="html")
    elif not is_language(said):
        name = "lang" if root.attr("lang") else "xml:lang"
        yield Hit("malformed", Spot(root, name), {"lang": said}, cause=said)


def _told_in_head(page: Page) -> Element | None:
    """The meta element that stands for a missing ``lang`` (HTML, 3.2.6.2: the pragma-set default language)."""
    for node in page.tree.select("meta"):  # by tag: by attribute the parser walks the whole tree
        if (node.attr("http-equiv") or "").lower() == "content-language" and is_language(node.attr("content") or ""):
            return node
    return None


def _is_fragment(page: Page) -> bool:
    """Whether the source is no page but a part of one: nothing in it stands for the page as a whole."""
    return _WHOLE.search(page.source) is None
