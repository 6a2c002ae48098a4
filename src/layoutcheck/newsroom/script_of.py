"""In which script a text is written, and whether a language is written in it."""

from __future__ import annotations

from layoutcheck.core.rare import rare

#: Script -> its letters, and the languages written in it (ISO 639-1); Latin is everything else.
_SCRIPTS = {
    "Cyrillic": (
        rare("[\u0400-\u04ff]"),
        frozenset("ru uk bg be mk sr kk ky tg mn tt ba cv ce os sah bs cnr".split()),
    ),
    "Greek": (rare("[\u0370-\u03ff]"), frozenset(["el", "grc"])),
    "Arabic": (
        rare("[\u0600-\u06ff]"),
        frozenset("ar fa ur ps ckb ku ug sd dv az pa ks he-ar prs arz ary".split()),
    ),
    "Hebrew": (rare("[\u0590-\u05ff]"), frozenset("he iw yi".split())),
    "Devanagari": (rare("[\u0900-\u097f]"), frozenset("hi mr ne sa kok mai bho sd ks".split())),
    "Bengali": (rare("[\u0980-\u09ff]"), frozenset("bn as mni".split())),
    "Thai": (rare("[\u0e00-\u0e7f]"), frozenset(["th"])),
    "Hangul": (rare("[\uac00-\ud7a3]"), frozenset(["ko"])),
    "Japanese kana": (rare("[\u3040-\u30ff]"), frozenset(["ja"])),
    "Chinese characters": (rare("[\u4e00-\u9fff]"), frozenset("zh ja yue wuu nan ko".split())),
    "Latin": (rare("[A-Za-z\u00c0-\u024f]"), frozenset()),
}
_OTHERS = frozenset().union(*(languages for _, languages in _SCRIPTS.values())) - frozenset(
    "sr az ku bs cnr kk uz".split()
)


_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())


def _count_latin(text: str) -> int:
    """The letters from A to z."""
    return len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))


def script_name(text: str) -> str:
    """The script of most of the text's letters: ``Cyrillic``, ``Latin`` …; "" when it has none."""
    counts = {name: len(letters.findall(text)) for name, (letters, _) in _SCRIPTS.items()}
    name, most = max(counts.items(), key=lambda pair: pair[1])
    return name if most * 10 >= len(text) * 4 else ""


def script_fits(text: str, language: str) -> bool:
    """Whether the language (its primary subtag) may be written in the text's script; True where nothing is known."""
    if language not in _OTHERS and (text.isascii() or 2 * _count_latin(text) > len(text)):
        return True  # Latin beyond doubt, or no script at all
    name = script_name(text)
    if not name:
        return True
    if name == "Latin":
        return language not in _OTHERS
    return language in _SCRIPTS[name][1]


def own_letters(text: str, language: str) -> int:
    """How many letters of a text belong to the scripts in which the language is written, Latin aside."""
    return sum(len(own.findall(text)) for own, languages in _SCRIPTS.values() if language in languages)
