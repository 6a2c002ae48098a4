"""What is not UTF-8 is told with its place."""

import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.core.utf8 import utf8_text


@pytest.mark.parametrize(
    ("body", "line", "column", "told"),
    [
        ('a = "é"\nb = "'.encode() + b'\xe9"\n', 2, 6, 'byte 0xE9; in Windows-1252 it is "é"'),
        ("\ufeffé".encode() + b"\xe9", 1, 2, "byte 0xE9"),
        (b"\x81", 1, 1, r"byte 0x81\n"),  # which Windows-1252 has not, either
        (b"a\rb\r\n\xe9", 3, 1, "byte 0xE9"),
        (b"\n\nok\xe2\x82", 3, 3, "byte 0xE2"),
        ("x".encode("utf-16"), 1, 1, "is UTF-16"),
    ],
)
def test_the_first_wrong_byte_is_told(body: bytes, line: int, column: int, told: str) -> None:
    with pytest.raises(UserError, match=told) as caught:
        utf8_text(body, "site.toml", "configuration")
    error = caught.value
    assert (error.file, error.line, error.column) == ("site.toml", line, column)
    assert "UTF-8" in error.remedy


def test_marks_and_line_ends_are_taken_off() -> None:
    assert utf8_text("\ufeffa\r\nb\rc".encode(), "f", "file") == "a\nb\nc"
