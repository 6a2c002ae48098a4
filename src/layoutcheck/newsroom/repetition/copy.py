"""Lines that stand twice: what makes two lines copies of one, and what one of them lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from layoutcheck.core.fold import fold, fold_unquoted
from layoutcheck.core.rare import rare

_QUOTE = re.compile(r"['\"‘’‚‛“”„‟«»ʼ＇＂`´′″‵‶]")
_INNER = re.compile(r"(?<=\w)['’ʼ＇`´](?=\w)")
_WORD_START = re.compile(r"(?<!\S)\S")
_CJK = rare(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORDS = re.compile(r"[^\W\d_]{2}.*[^\W\d_]{2}")
#: A label before a line is no longer than this; a leaked expression is.
_LABEL = 200
#: Quotes and spaces that one copy lost make it no shorter than by this.
_FOLDED_AWAY = 12


@dataclass(frozen=True, slots=True)
class Copy:
    """How one line repeats another.

    ``start`` is where the copied words begin in the first line: what stands before them is a label. ``lost`` are the
    quotes and apostrophes that the first line lacks, in reading order; ``words`` the words that they belong to, each
    as the first and as the second line have it.
    """

    start: int = 0
    lost: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()


def is_line(text: str) -> bool:
    """Whether a text is long enough to be a line of its own (a headline), not a label, a name or a button."""
    length = len(text)
    if length < 8 or length > 300:
        return False
    if length >= 15 and text.count(" ") >= 2:
        return _WORDS.search(text) is not None
    return is_short_script(text)


def is_short_script(text: str) -> bool:
    """Whether a text is written without spaces or in syllables, so that a headline takes fewer characters."""
    return not text.isascii() and len(_CJK.findall(text)) >= 6


def compare(first: str, second: str) -> Copy | None:
    """How ``first`` repeats ``second``, both with collapsed white space; None when it does not.

    Equal are lines that differ only in Unicode form, quotes, dashes, spaces and case; also when quotes or apostrophes
    were lost, and when the first line has a label before the words of the second.
    """
    if len(first) + _FOLDED_AWAY < len(second):
        return None
    wanted = fold_unquoted(second)
    folded = fold_unquoted(first)
    if folded == wanted:
        return Copy(0, *lost_quotes(first, second))
    if not wanted or not folded.endswith(f" {wanted}"):
        return None
    for match in _WORD_START.finditer(first, 0, min(len(first), _LABEL)):
        core = first[match.start() :]
        if match.start() and fold_unquoted(core) == wanted:
            return Copy(match.start(), *lost_quotes(core, second))
    return None


def has_quotes(text: str) -> bool:
    """Whether a line has quotes or apostrophes of any kind."""
    return _QUOTE.search(text) is not None


def lost_quotes(first: str, second: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The quotes that ``second`` has and ``first`` lacks, and the words they belong to, in both spellings."""
    if len(_QUOTE.findall(first)) >= len(_QUOTE.findall(second)):
        return (), ()
    here, there = first.split(), second.split()
    if len(here) != len(there):  # a quote stood alone between two spaces
        return tuple(_QUOTE.findall(second))[len(_QUOTE.findall(first)) :], ((first, second),)
    lost: list[str] = []
    words = []
    for one, other in zip(here, there, strict=True):
        gone = _QUOTE.findall(other)[len(_QUOTE.findall(one)) :]
        if gone and fold(one) != fold(other):
            lost += gone
            words.append((one, other))
    return tuple(lost), tuple(words)


def what_was_lost(lost: tuple[str, ...], words: tuple[tuple[str, str], ...]) -> str:
    """The lost marks in words: ``an apostrophe``, ``4 quotation marks``."""
    inner = sum(len(_INNER.findall(other)) - len(_INNER.findall(one)) for one, other in words)
    marks = len(lost) - inner
    told = []
    if inner > 0:
        told.append("an apostrophe" if inner == 1 else f"{inner} apostrophes")
    if marks > 0:
        told.append("a quotation mark" if marks == 1 else f"{marks} quotation marks")
    return " and ".join(told)
