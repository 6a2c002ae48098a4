"""What may stand behind a city's comma: states, provinces, countries, in full and in short."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.place.region import is_abbreviated, is_region


@pytest.mark.parametrize(
    "text",
    ["Mich.", "Mich", "MO", "N.C.", "N.H", "Calif.", "Ont.", "NSW", "South Korea", "Bavaria", "Germany", "(Kan.)", "[MA]", " Texas "],
)  # fmt: skip
def test_knows_regions(text: str) -> None:
    assert is_region(text)


@pytest.mark.parametrize("text", ["Monday", "Harbour", "", "XX", "Jo Moe", "Mayor", "3"])
def test_knows_what_is_none(text: str) -> None:
    assert not is_region(text)


@pytest.mark.parametrize(
    ("text", "abbreviated"),
    [("Calif", True), ("N.C", True), ("N. C.", True), ("Texas", False), ("Utah", False), ("Germany", False), ("", False)],
)  # fmt: skip
def test_knows_to_whom_a_full_stop_belongs(text: str, abbreviated: bool) -> None:
    assert is_abbreviated(text) is abbreviated
