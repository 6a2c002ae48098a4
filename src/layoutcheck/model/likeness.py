"""How alike two names of a template are: ``dateline``, ``date-line`` and ``c-dateline_x7f3`` name one thing."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

#: From here on two names are alike.
ALIKE = 0.6
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+")
_CUT = re.compile(r"[\W_]+")
#: What a build tool writes behind a name: letters and digits mixed (``x7f3``, ``1q2w3e``), unlike ``header2018``.
_HASH = re.compile(r"(?=.*\d)(?=.*[a-zA-Z])(?!.*[a-zA-Z]{4})\w{4,}")
#: Words that say where a thing stands or that it is one, not what it is.
_COMMON = frozenset(
    "article articles story post entry page content main news text item items list inner outer wrapper wrap container "
    "block box module component section area block body header footer title top bottom left right c l u o js is has "
    "the of el tpl site single node field view row col".split()
)
#: Shorter names, and shorter words of names, are alike to too many.
_SHORTEST_NAME = 3
_SHORTEST = 4
_TYPO = 0.85


@lru_cache(maxsize=4096)  # a page's elements share their names
def likeness(wanted: str, there: str) -> float:
    """From 0 (two names) to 1 (the same name); what is no less than :data:`ALIKE` is worth a question."""
    if wanted == there:
        return 1.0
    mine, theirs = _words(wanted), _words(there)
    whole, other = "".join(mine), "".join(theirs)
    if not whole or not other:
        return 0.0
    if whole == other:
        return 0.98
    if (told := _without_numbers(mine)) and told == _without_numbers(theirs):  # another version, or another of many
        return 0.62
    if len(whole) >= _SHORTEST_NAME and _run(whole, theirs):
        return max(0.75, 0.93 - 0.03 * (len(theirs) - len(mine)))
    if len(other) >= _SHORTEST and (kept := _run(other, mine)) and not _COMMON.issuperset(theirs):
        # what the last word names: an article-dateline is a dateline, a search-button is no search
        return 0.6 + 0.3 * len(other) / len(whole) if kept == len(mine) or _COMMON.issuperset(mine[kept:]) else 0.0
    if min(len(whole), len(other)) > _SHORTEST and (ratio := _ratio(whole, other)) >= _TYPO:
        return 0.98 * ratio
    return _by_words(mine, theirs)


def _by_words(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Names of several words that share those which say what the thing is."""
    told = [word for word in mine if word not in _COMMON and len(word) > 1]
    there = [word for word in theirs if word not in _COMMON and len(word) > 1]
    shared = [word for word in told if len(word) >= _SHORTEST and any(_same(word, other) for other in there)]
    if not shared:
        return 0.0
    letters = sum(map(len, shared))
    return 0.3 + 0.5 * letters / max(len("".join(told)), len("".join(there)))


def _same(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) > _SHORTEST and _ratio(word, other) >= _TYPO)


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _TYPO else 0.0


def _run(whole: str, words: tuple[str, ...]) -> int:
    """Behind which of the words ends a run that is ``whole`` when written together; 0 where there is none."""
    for start in range(len(words)):
        told = ""
        for end, word in enumerate(words[start:], start + 1):
            told += word
            if told == whole:
                return end
            if len(told) >= len(whole):
                break
    return 0


def _without_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if not word.isdigit())


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    parts = [part for part in _CUT.split(name[:200]) if part]
    kept = [part for part in parts if not _HASH.fullmatch(part)] or parts
    return tuple(word.lower() for part in kept for word in _WORD.findall(part))
