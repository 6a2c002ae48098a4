"""The teasers of a page, found by structure, or read from elements that a schema chose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.teaser.teaser import Teaser
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: The parts of a teaser, as the page data names them.
PARTS = ("label", "headline", "url", "alt", "summary")


@once_a_page
def find_teasers(page: Page) -> list[Teaser]:
    """The teasers of a page in document order, found by structure."""
    if page.is_dump:
        from layoutcheck.newsroom.teaser.dump import read_teasers
    else:
        from layoutcheck.newsroom.teaser.card import read_teasers
    return read_teasers(page)


def as_found(page: Page) -> Found | None:
    """The value of the schema's ``teasers``: a list of mappings with the parts that each teaser has; None for none."""
    return _listed(find_teasers(page), held=not page.is_dump)


def read(page: Page, nodes: Sequence[Any]) -> Found | None:
    """The same from elements that a schema's own selector chose: each is one teaser."""
    from layoutcheck.newsroom.teaser.card import read_card

    return _listed([read_card(page, node) for node in nodes], held=True)


def _listed(teasers: list[Teaser], *, held: bool) -> Found | None:
    """``held`` says whether all of a teaser stands in its element; in a dump its lines stand one below the other."""
    items = []
    for teaser in teasers:
        parts = {name: part for name in PARTS if (part := getattr(teaser, name)) is not None}
        if parts:
            items.append(Found(parts, holder=teaser.node if held else None))
    return Found(items, None, "structure") if items else None
