"""What is cut shows it."""

import pytest

from layoutcheck.core.shortened import shortened


@pytest.mark.parametrize(("text", "length", "short"), [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("", 3, "")])
def test_a_cut_shows(text: str, length: int, short: str) -> None:
    assert shortened(text, length) == short
