"""Whole numbers that pages and files write. Python refuses those of very many digits (:func:`int`: 4,300)."""

from __future__ import annotations


def whole_number(text: str) -> int | None:
    """The number that ASCII digits write, a minus before them or not; None for any other text, and for one too long."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        return None
    try:
        return int(text)
    except ValueError:
        return None


def json_number(digits: str) -> int | float:
    """A whole number of a JSON text, for the reader's ``parse_int``: one too long is infinite, as in JavaScript."""
    number = whole_number(digits)
    return float(digits) if number is None else number
