"""Datelines in which a value is missing, read once for two rules."""

from __future__ import annotations

from layoutcheck.newsroom.dateline.broken import broken_openings
from made_page import page_of

STORY = "<p>The wall that shelters the old harbour will be raised by half a metre, the council said on Monday.</p>" * 3


def test_a_missing_value_is_told_with_its_paragraph() -> None:
    page = page_of(
        f"<article><h1>Wall leaks</h1><p>undefined (AP) — The wall that shelters the harbour leaks in three places.</p>{STORY}</article>"
    )
    ((fault, block),) = broken_openings(page)
    assert block.text.startswith("undefined (AP)") and fault
    assert broken_openings(page) is broken_openings(page)


def test_whole_ones_and_later_paragraphs_are_left_alone() -> None:
    whole = "<p>LONDON (AP) — The wall that shelters the old harbour leaks in three places.</p>"
    late = "<p>undefined (AP) — The wall that shelters the old harbour leaks in three places.</p>"
    assert broken_openings(page_of(f"<article><h1>Wall leaks</h1>{whole}{STORY}{late}</article>")) == []
