"""Whether a sentence puts a stretch of its text into quotation marks: then it talks about it."""

from __future__ import annotations

import re

#: Opening marks, and by what each is closed.
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", "「": "」", "『": "』"}
_OPENING = re.compile(f"[{''.join(_CLOSED_BY)}]")
#: A sentence says at least this much outside of its quotation, in characters.
_SAID = 25


def quotation_around(text: str, start: int) -> tuple[int, int] | None:
    """The inside of the quotation in ``text`` in which ``start`` lies; None where it lies in none that ends."""
    before = text[:start]
    if before.count('"') % 2:
        closed = text.find('"', start)
        return (before.rindex('"') + 1, closed) if closed >= 0 else None
    for match in reversed(list(_OPENING.finditer(before))):
        closing = _CLOSED_BY[match[0]]
        inside = before[match.end() :]
        if any(mark in inside for mark in closing):
            continue
        ends = [at for mark in closing if (at := text.find(mark, start)) >= 0]
        if ends:
            return match.end(), min(ends)
    return None


def talks_around(text: str, inside: tuple[int, int]) -> bool:
    """Whether ``text`` is a sentence around the quotation, not the quotation alone or a label before it."""
    start, end = inside
    said = (text[: max(start - 1, 0)] + " " + text[end + 1 :]).strip()
    return len(said) >= _SAID and any(char.isalpha() and not char.isupper() for char in said)
