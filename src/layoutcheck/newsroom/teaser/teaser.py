"""A teaser: a link to another story around an article, in a list or card, with its parts."""

from __future__ import annotations

from typing import Any, NamedTuple

from layoutcheck.newsroom.found import Found


class Teaser(NamedTuple):
    """One teaser: which list it stands in, the element that holds it, and its parts, each with its spot.

    ``block`` numbers the lists of a page from 0 in document order. ``headline`` is the line that a reader clicks,
    ``label`` the section label above it, ``alt`` the picture's text, ``summary`` the sentence below.
    """

    block: int
    node: Any
    label: Found | None = None
    headline: Found | None = None
    url: Found | None = None
    alt: Found | None = None
    summary: Found | None = None
