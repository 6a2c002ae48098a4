"""A text cut to a length."""

from __future__ import annotations


def shortened(text: str, length: int) -> str:
    """``text`` in at most ``length`` characters; the cut shows."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
