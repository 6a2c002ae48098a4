"""A dateline where none belongs: in a caption, or behind the story's first paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turbohtml import Element

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.dateline.finder import caption_datelines, find_dateline
from layoutcheck.newsroom.dateline.opening import read_opening
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """Options of misplaced-dateline."""

    #: How many paragraphs may stand before the dateline, since many templates print the standfirst as one.
    standfirsts: int = 1
    #: Longer than this many characters, what stands before it is no standfirst but the story.
    longest_standfirst: int = 450


#: A dump does not tell the lead picture's lines from paragraphs.
_CAPTION_AND_CREDIT = 2

rule = Rule(
    summary="a dateline stands in a caption or inside the story",
    severity=Severity.WARNING,
    messages={
        "in-caption": 'dateline "{text}" stands in a caption, the story has none',
        "in-story": 'dateline "{text}" opens paragraph {paragraph} of the story',
    },
    options=Options,
)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Tell a dateline that opens a later paragraph, and one in a caption where the story has none."""
    found = find_dateline(page)
    if found is None:
        if not page.is_dump:
            for caption in caption_datelines(page):
                spot = caption.block.spot(caption.dateline.start, caption.dateline.end)
                yield Hit("in-caption", spot, {"text": caption.dateline.text})
        return
    opening = read_opening(page)
    index = found.paragraph - opening.standfirsts
    before = opening.paragraphs[opening.standfirsts : found.paragraph]
    index -= sum(_is_set_apart(block) for block in before)
    long = any(len(block.text) > options.longest_standfirst for block in before)
    standfirsts = options.standfirsts + (_CAPTION_AND_CREDIT if page.is_dump else 0)
    if found.where == "story" and found.dateline.place and index > 0 and (index > standfirsts or long):
        spot = found.block.spot(found.dateline.start, found.dateline.end)
        yield Hit("in-story", spot, {"text": found.dateline.text, "paragraph": len(before) + 1})


def _is_set_apart(block: TextBlock) -> bool:
    """Whether all of a paragraph is bold, italic or centred: a release's headlines and notes before its text."""
    align = (block.node.attr("align") or "").lower()
    if align == "center" or _CENTRED.search(block.node.attr("style") or ""):
        return True
    return all(_is_emphasised(piece.parent, block.node) for piece in block.pieces if not piece.data.isspace())


def _is_emphasised(holder: object, block: Element) -> bool:
    while isinstance(holder, Element) and holder != block:
        if holder.tag in ("b", "strong", "i", "em", "u", "center"):
            return True
        holder = holder.parent
    return False
