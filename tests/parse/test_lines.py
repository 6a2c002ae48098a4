"""Offsets to lines and columns, and back."""

from __future__ import annotations

import pytest

from layoutcheck.parse.lines import Lines

SOURCE = "ab\ncd\n\nef"


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (6, (3, 1)), (7, (4, 1)), (9, (4, 3))]
)
def test_an_offset_has_a_line_and_a_column(offset: int, place: tuple[int, int]) -> None:
    assert Lines(SOURCE).at(offset) == place
    assert Lines(SOURCE).offset(*place) == offset


def test_what_is_told_is_believed() -> None:
    lines = Lines("x" * 5 + "\n" + "y" * 5)
    lines.learn(8, 2)
    assert lines.at(8) == (2, 3) and lines.at(4) == (1, 5) and lines.offset(2, 1) == 6


def test_a_line_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError, match="no line 5"):
        Lines(SOURCE).offset(5, 1)
    with pytest.raises(IndexError):
        Lines("").offset(2, 1)


def test_far_offsets_are_kept_and_agree() -> None:
    source = "line\n" * 3000
    lines = Lines(source)
    assert [lines.at(offset) for offset in (14_999, 5, 7_502, 14_998)] == [(3000, 5), (2, 1), (1501, 3), (3000, 4)]
