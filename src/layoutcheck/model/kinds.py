"""The recognisers behind ``x-kind``: which room of the newsroom finds or reads each kind of part."""

from __future__ import annotations

from turbohtml import Element

from layoutcheck.newsroom.found import Found
from layoutcheck.parse.page import Page


def find_kind(page: Page, kind: str) -> Found | None:
    """Find a part of the given kind on an ordinary news page or in a dump of one."""
    if kind == "dateline":
        from layoutcheck.newsroom.dateline.finder import find

        return find(page)
    if kind == "teasers":
        from layoutcheck.newsroom.teaser.finder import as_found

        return as_found(page)
    if page.is_dump:
        from layoutcheck.newsroom import dump

        return dump.find(page, kind)
    from layoutcheck.newsroom.article.finder import find as find_part

    return find_part(page, kind)


def read_kind(page: Page, kind: str, nodes: list[Element]) -> Found | None:
    """Read a part of the given kind from elements that a schema's own selector chose."""
    if kind == "dateline":
        from layoutcheck.newsroom.dateline.finder import read

        return read(page, nodes)
    if kind == "teasers":
        from layoutcheck.newsroom.teaser.finder import read as read_teasers

        return read_teasers(page, nodes)
    from layoutcheck.newsroom.article.finder import read as read_part

    return read_part(page, kind, nodes)
