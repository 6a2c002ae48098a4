"""Text made comparable: what two copies of one line have in common whatever template printed them."""

from __future__ import annotations

import re
import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_SINGLE = dict.fromkeys(map(ord, "‘’‚‛′‵ʼ＇`´"), "'")
_DOUBLE = dict.fromkeys(map(ord, "“”„‟″‶«»＂"), '"')
_GONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
_TABLE = {chr(code): plain or "" for code, plain in {**_DASHES, **_SINGLE, **_DOUBLE, **_GONE, ord("…"): "..."}.items()}
#: A line has few of them: to look for them is faster than to translate each character.
_FOLDED = re.compile(f"[{''.join(_TABLE)}]")
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
_NO_SKELETON = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())


def clean(text: str) -> str:
    """Collapse white space (no-break and zero-width too) and strip; nothing else is changed."""
    return _SPACE.sub(" ", text.translate(_GONE)).strip()


def fold(text: str) -> str:
    """NFKC, one kind of quote and dash, single spaces, case folded: equal for copies of one line."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    told = _FOLDED.sub(lambda match: _TABLE[match[0]], unicodedata.normalize("NFKC", text))
    return " ".join(told.split()).casefold()


def fold_unquoted(text: str) -> str:
    """``fold`` without quotes and apostrophes: equal also when one copy lost them (``worlds`` for ``world's``)."""
    return " ".join(fold(text).replace("'", "").replace('"', "").split())


def skeleton(text: str) -> str:
    """Letters and digits alone, for the loosest comparison."""
    return text.lower().translate(_NO_SKELETON) if text.isascii() else _NOT_WORD.sub("", fold(text))
