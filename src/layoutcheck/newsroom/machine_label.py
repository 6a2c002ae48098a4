"""Section labels that are a machine's names: ``NEWS_LOCAL``, ``section-17``, ``tax:local``, ``category.name``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.teaser.finder import find_teasers
from layoutcheck.parse.page import Page

#: What systems call the thing that a label names, and what holds it.
_THING = r"(?:sections?|categor(?:y|ies)|channels?|ressorts?|rubriks?|topics?|kicker|taxonomy|terms?|nodes?)"
_OWNER = r"(?:article|page|story|post|content|item|model|entity)"
_NAME = rare(
    rf"(?i:(?:{_THING}|{_OWNER}|cat|tax|tag|folder|id)[-_/#:= ]?\d+"  # section-17
    rf"|(?:{_THING}|tax|tag|iptc|medtop|subject)[:/][\w:/-]+"  # tax:local
    rf"|(?:{_THING}|{_OWNER})(?:\.[a-z]\w*)+|(?:[a-z]\w*\.)+(?:{_THING}|label|name|title|slug))"  # category.name
    rf"|(?:primary|main|parent|{_OWNER}|{_THING})(?:[A-Z][a-z]+)+"  # primarySection
    r"|/[a-z0-9-]{2,}(?:/[a-z0-9-]+)*/?"  # /news/local
    r"|[a-z][a-z0-9-]+:[a-z0-9-]+(?:/[a-z0-9-]+)+"  # news:topics/local
    r"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
#: ``NEWS_LOCAL``; in small letters users of a forum are called so, whose posts look like teasers.
_CAPITALS = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_SNAKE = re.compile(r"[^\W_]+(?:_[^\W_]+)+")
#: What every such name has, and few labels that an editor wrote.
_SIGN = re.compile(r"[_\d:/.]|[a-z][A-Z]")
#: A field's own name, with which a design fills the place.
_FIELDS = frozenset(
    "kicker,eyebrow,overline,spitzmarke,dachzeile,label,section name,section label,category name".split(",")
)


def machine_labels(page: Page) -> Iterator[Found]:
    """The section labels of the article and of its teasers, as readers see them, that no editor wrote."""
    section = read_article(page).section
    if section is not None and section.source == "section label" and _is_name(str(section.value), _SNAKE):
        yield section
    for teaser in find_teasers(page):
        if teaser.label is not None and _is_name(str(teaser.label.value), _CAPITALS):
            yield teaser.label


def _is_name(label: str, joined: re.Pattern[str]) -> bool:
    if _SIGN.search(label) is None:
        return label.casefold() in _FIELDS
    return joined.fullmatch(label) is not None or _NAME.fullmatch(label) is not None
