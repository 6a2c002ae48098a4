"""Page text made harmless: what hides, reorders, moves the cursor or ends a line is written out."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """``text`` on one line with each control, zero-width and bidi character written out as ``⟨U+202E⟩``."""
    return _UNSEEN.sub(lambda match: " " if match[0] in "\t\n\r" else f"⟨U+{ord(match[0]):04X}⟩", text)
