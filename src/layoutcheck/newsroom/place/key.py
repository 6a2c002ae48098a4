"""The form in which place names are compared: what every spelling of one name has in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Forms of one letter. A hamza on or below one counts: names in the gazetteer have theirs.
_ARABIC = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه"}
#: Letters that decomposition leaves whole, and marks that say nothing about which place is meant.
_FOLDED = {
    **{ord(letter): plain for letter, plain in _ARABIC.items()},
    **dict.fromkeys(range(0x0300, 0x0370)),  # accents of Latin, Greek and Cyrillic letters
    **dict.fromkeys(range(0x064B, 0x0653)),  # Arabic vowel signs
    **dict.fromkeys(map(ord, "ـ़઼়਼.'’‘`´ʻʼʽʾʿ′·\u200c\u200d\u00ad")),
    ord("ł"): "l",
    ord("ø"): "o",
    ord("đ"): "d",
    ord("ð"): "d",
    ord("ı"): "i",
    ord("æ"): "ae",
    ord("œ"): "oe",
    ord("þ"): "th",
    **dict.fromkeys(map(ord, "-‐‑‒–—_/＝=・"), " "),
}
_ABBREVIATED = re.compile(r"\b(?:saint|sankt|san?kt|st)\b|\b(?:sainte|ste)\b|\b(?:mt|mount)\b|\b(?:ft|fort)\b")
_SHORT = {"saint": "st", "sankt": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=8192)
def place_key(name: str) -> str:
    """``Saint-Étienne`` and ``ST. ETIENNE`` -> ``st etienne``; equal for spellings of one name in one script."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    spaced = " ".join(decomposed.translate(_FOLDED).split())
    return unicodedata.normalize("NFC", _ABBREVIATED.sub(lambda match: _SHORT.get(match[0], match[0]), spaced))
