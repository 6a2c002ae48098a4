"""What fits a terminal."""

import pytest

from layoutcheck.report.paint import begun, ended, painter, width


@pytest.mark.parametrize(
    ("text", "columns", "beginning", "end"),
    [
        ("harbour", 7, "harbour", "harbour"),
        ("harbour", 4, "har…", "…our"),
        ("harbour", 1, "…", "…"),
        ("harbour", 0, "", ""),
        ("東京駅", 6, "東京駅", "東京駅"),
        ("東京駅", 5, "東京…", "…京駅"),
        ("東京駅", 4, "東…", "…駅"),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301", "e\u0301te\u0301"),
        ("", 0, "", ""),
    ],
)
def test_a_text_is_cut_to_columns_and_the_cut_shows(text: str, columns: int, beginning: str, end: str) -> None:
    assert (begun(text, columns), ended(text, columns)) == (beginning, end)
    assert width(beginning) <= columns and width(end) <= columns


def test_colour_is_put_on_where_it_is_wanted() -> None:
    assert painter(True)("x", "31") == "\x1b[31mx\x1b[0m" and painter(False)("x", "31") == "x"
