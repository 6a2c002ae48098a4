"""The recognisers behind ``x-kind``: which room of the newsroom finds or reads each kind of part."""

from __future__ import annotations

from turbohtml import Element

from layoutcheck.newsroom import article, dateline_finder, dump, teaser
from layoutcheck.newsroom.found import Found
from layoutcheck.parse.page import Page


def find_kind(page: Page, kind: str) -> Found | None:
    """Find a part of the given kind on an ordinary news page or in a dump of one."""
    if kind == "dateline":
        return dateline_finder.find(page)
    if kind == "teasers":
        return teaser.as_found(page)
    return dump.find(page, kind) if page.is_dump else article.find(page, kind)


def read_kind(page: Page, kind: str, nodes: list[Element]) -> Found | None:
    """Read a part of the given kind from elements that a schema's own selector chose."""
    if kind == "dateline":
        return dateline_finder.read(page, nodes)
    if kind == "teasers":
        return teaser.read(page, nodes)
    return article.read(page, kind, nodes)
