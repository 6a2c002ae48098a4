"""Page text made harmless."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.report.neutral import line_start, visible


def test_writes_out_what_hides_reorders_or_moves_the_cursor() -> None:
    assert visible("a\x1b[31m\u202eb\u200b\x00c\nd\te") == "a⟨U+001B⟩[31m⟨U+202E⟩b⟨U+200B⟩⟨U+0000⟩c d e"


def test_leaves_letters_of_every_script_alone() -> None:
    for text in ("مرحبا", "שלום", "Straße", "東京", "🗞️ 👩‍👩‍👧", "می‌خواهم", "#1 ## heading"):
        assert visible(text) == text


def test_writes_out_orders_to_build_servers() -> None:
    assert "##" not in visible("x ##vso[task.complete] ##[error] ##teamcity[a]")
    assert line_start(" ::error::x").startswith(":⟨U+003A⟩error")


@given(st.text(st.characters(), max_size=60))
def test_any_text_becomes_one_harmless_line(text: str) -> None:
    told = line_start(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", told)
    assert not re.match(r"\s*::", told) and not re.search(r"##[A-Za-z]{0,12}\[", told)
    assert visible(visible(text)) == visible(text)
