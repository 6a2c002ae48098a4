"""What would be the story's dateline if a value in it were not missing; read once a page, two rules ask for it."""

from __future__ import annotations

from layoutcheck.newsroom.dateline.fault import Fault, half_filled
from layoutcheck.newsroom.dateline.finder import names_for
from layoutcheck.newsroom.dateline.opening import read_opening
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page


@once_a_page
def broken_openings(page: Page) -> list[tuple[Fault, TextBlock]]:
    """The faults of the story's first two paragraphs that begin with such a dateline, each with its paragraph."""
    names = names_for(page)
    paragraphs = read_opening(page).paragraphs[:2]
    return [(fault, block) for block in paragraphs if (fault := half_filled(block.text, names)) is not None]
