"""Colour and width on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from layoutcheck.core.severity import Severity

COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36"}
FAILED, FAINT, TITLE, STRONG = "35;1", "2", "1;4", "1"
#: Text and a code of the terminal's to the text as it is written.
Paint = Callable[[str, str], str]


def painter(colour: bool) -> Paint:
    """What colours a text where the terminal wants it."""
    return _coloured if colour else plain


def plain(text: str, code: str) -> str:
    """The text as it is."""
    return text


def _coloured(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def width(text: str) -> int:
    """Columns that a terminal uses for ``text`` (East Asian wide characters take two)."""
    return sum(map(_width, text))


def begun(text: str, columns: int) -> str:
    """As much of the beginning of ``text`` as ``columns`` hold; the cut shows."""
    if width(text) <= columns:
        return text
    kept, left = 0, columns - 1
    while (left := left - _width(text[kept])) >= 0:
        kept += 1
    return f"{text[:kept]}…" if columns > 0 else ""


def ended(text: str, columns: int) -> str:
    """As much of the end of ``text`` as ``columns`` hold; the cut shows."""
    return begun(text[::-1], columns)[::-1]


def _width(char: str) -> int:
    return 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
