"""Bylines that a template filled by half: ``By``, ``Von und``, ``By Jo Moe and``, ``By Jo undefined``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from turbohtml import Element, Text

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.byline.names import BY, may_lead
from layoutcheck.newsroom.date.dates import written_dates
from layoutcheck.newsroom.dateline.opening import read_opening
from layoutcheck.parse.block import UNREAD, TextBlock, collapsed
from layoutcheck.parse.page import Page

#: A longer block is no byline.
_LONGEST = 120
#: Words that ask for a name, and are no heading of their own as "Interview by" may be.
_BY = (
    r"(?:(?:written|posted|published|submitted|reported|story|words|text|article|reporting)\s+by|text\s+von|écrit\s+par|"
    rf"escrito\s+por|{BY})"
)
_AND = r"(?:and|und|et|y|e|en|og|och|oraz|и|dan|with|mit|avec|con|&|,)"
_VALUE = r"(?:undefined|null|None|NaN|nil|\[object Object\])"
#: What may stand before a date.
_DATED = (
    r"(?:(?:last )?(?:published|posted|updated)|veröffentlicht|aktualisiert|erstellt|publié|mis à jour|publicado|"
    r"actualizado|pubblicato|aggiornato|on|at|am|le|el|il|op|den)"
)
_ALONE = re.compile(rf"{_BY}\s*:?", re.IGNORECASE)
#: What stands for a name that was not looked up.
_NUMBERED = r"(?:(?!(?:19|20)\d\d$)\d+|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"
#: ``Von und``, ``By and Jo Moe``, ``By , Transport Editor``, ``By | 3 May``, ``By 4711``.
_NAMELESS = rare(
    rf"{_BY}\s*:?\s*(?:{_AND}\s*$|(?-i:(?:and|und|et|og|och|&)\s(?=[^\W\d_a-zà-ÿ]))|[,;|·•/]\s?.*"
    rf"|(?:\[[\]\"' ]*\]|\{{\}}|\(\s*\)|[–—-]|n/a|{_NUMBERED})$)",
    re.IGNORECASE,
)
#: ``Written by on July 27``, ``von Veröffentlicht am 1. Mai``, ``By - 6 November 2023``: what stands before a date.
_BEFORE_DATE = rare(rf"(?P<by>{_BY})\s*[:–—-]?\s+(?=\D{{0,40}}\d)(?:{_DATED}\s*:?\s+)*", re.IGNORECASE)
#: ``By Jo Moe and - 6 November 2023``.
_OPEN_BEFORE_DATE = rare(
    rf"{_BY}\s+(?-i:(?=[^\W\d_a-zà-ÿ]))[^,;|\d]{{3,60}}?\s(?P<and>and|und|et|og|och|oraz)(?![^\W\d_])\s*(?:[,|·•–—-]\s*)?"
    rf"(?=\D{{0,40}}\d)(?:{_DATED}\s*:?\s+)*",
    re.IGNORECASE,
)
#: ``By Jo Moe, , Bo Quay``, ``By Jo Moe and and Bo Quay``, ``By Jo Moe ()``.
_LOST_BETWEEN = rare(
    rf"{_BY}\s+(?-i:(?=[^\W\d_a-zà-ÿ]))[^,;|]{{3,60}}?"
    r"(?:(?P<comma>,)\s*,|\s(?P<and>and|und|et|og|och)\s+(?P=and)\s|\s(?P<brackets>\(\s*\)))",
    re.IGNORECASE,
)
_OPEN = rare(
    rf"{_BY}\s+(?-i:(?=[^\W\d_a-zà-ÿ]))[^,;|]{{3,60}}?\s*(?P<and>\s(?:and|und|et|og|och|oraz)|&|,)", re.IGNORECASE
)
_UNFILLED = rare(rf"(?i:{_BY})\s+(?=.*[^\W\d_]).*?(?<![\w-])(?P<value>{_VALUE})(?![\w-])")
_TWICE = re.compile(
    r"(?:(?:written|posted|published|submitted)\s)?(by|von|par|por|oleh|door|przez)\s*:?\s+\1\s(?=\S)", re.IGNORECASE
)
#: ``By Jo Moe Jo Moe``, ``By Jo Moe and Jo Moe``, ``Von Jo Moe Von Jo Moe``.
_SAME_NAME = rare(
    rf"(?P<by>{_BY})\s+(?-i:(?P<name>(?=[^\W\d_a-zà-ÿ])\S+(?:\s(?!(?:and|und|et|y|e)\s)[^\s,|;]+){{1,4}}))"
    r"(?:\s*,|\s(?:and|und|et|y|e|en|og|och|&|(?P=by)))*\s+(?P=name)(?=\s*(?:$|[,|·•]))",
    re.IGNORECASE,
)
_BY_AT_END = ("by", "von", "par", "por")
#: ``3 May 2026 by``: the line ends where a name should stand.
_ENDS_IN_BY = rare(r"(?=.*\d).*[\s\d,|·•–—-](?P<by>by|von|par|por)\s*[:|·•]?\s*", re.IGNORECASE)
#: So a name may go on in the next block.
_NAME = re.compile(r"[^\W\d_a-z]\S*(?:\s\S+){0,9}|[\w/@.-]{3,30}")
#: ``Jo Moe and``, in an element whose class says who that is.
_NAME_AND = rare(r"(?P<name>[^\W\d_a-z]\S*(?:\s[^\s,|]+){1,4}),?\s(?P<and>and|und|et|og|och|oraz)")
#: Words of names and of what stands for one that have no capital.
_SMALL = frozenset(
    "de del della der den di da das do dos du la le van von vom zu zur ten ter al el bin ibn y e and und et of for the "
    "staff writer writers reporter reporters editor editors correspondent team desk news contributor agencies in "
    "with und og och oraz".split()
)
#: What a bar of controls begins with.
_CONTROLS = frozenset(
    "share shares facebook twitter tweet whatsapp linkedin pinterest reddit email e-mail print comment comments follow "
    "listen save teilen drucken merken partager compartir imprimir condividi".split()
)
#: Behind a date these are more than its clock and zone.
_WORDS = re.compile(r"[^\W\d_]{5,}")
_NUMBER = re.compile(r"(?<!\w)\d")
#: What may show a name without a text: a picture, or an empty element into which styles or scripts put a logo.
_PICTURES = frozenset("img svg picture canvas object iframe video".split())
_LOGO = re.compile(r"logo|brand|sponsor|icon|sprite|avatar|badge|image|photo", re.IGNORECASE)
#: Cells and items go on in the next one.
_CELLS = frozenset("li td th dt".split())


class Fault(NamedTuple):
    """What is wrong with a byline: the rule's message, and the word that it is about."""

    message: str
    detail: str


def half_filled(text: str, following: str = "") -> Fault | None:
    """What a byline lacks, None for a whole one and for other text.

    ``text`` is a block of the header, ``following`` the block behind it: a name may stand in an element of its own.
    """
    if len(text) > _LONGEST:
        return None
    ended = _ENDS_IN_BY.fullmatch(text) if text.rstrip(" :|·•").lower().endswith(_BY_AT_END) else None
    if ended is not None and not _may_be_name(following) and next(written_dates(text), None) is not None:
        return Fault("nameless", ended["by"])
    named = _NAME_AND.fullmatch(text)
    if named is not None and _may_be_name(named["name"]) and not _may_be_name(following):
        return Fault("open", named["and"])
    if not may_lead(text):
        return None
    unfilled = _UNFILLED.match(text)
    if unfilled is not None and text[: unfilled.start("value")].split()[1:]:
        return Fault("unfilled", unfilled["value"])
    if (twice := _TWICE.match(text)) is not None:
        return Fault("twice", twice[1])
    if (same := _SAME_NAME.match(text)) is not None:
        return Fault("twice", same["name"])
    if (joined := _OPEN_BEFORE_DATE.match(text)) is not None and _is_date(text[joined.end() :]):
        return Fault("open", joined["and"])
    if (lost := _LOST_BETWEEN.match(text)) is not None:
        return Fault("open", lost["comma"] or lost["and"]) if lost["brackets"] is None else Fault("empty", "()")
    if _may_be_name(following):
        return None
    if _ALONE.fullmatch(text) is not None:
        return Fault("nameless", text.rstrip(" :"))
    if (by := _BEFORE_DATE.match(text)) is not None and _is_date(text[by.end() :]):
        return Fault("nameless", by["by"])
    nameless = _NAMELESS.match(text)
    if nameless is not None:
        return Fault("nameless", text.split()[0].rstrip(" :,;|·•/"))
    unended = _OPEN.fullmatch(text)
    return Fault("open", unended["and"].strip()) if unended is not None else None


def half_filled_lines(page: Page) -> Iterator[tuple[TextBlock, Fault]]:
    """The bylines between headline and story that lack something; a picture may say who it was."""
    lines = read_opening(page).header
    for index, block in enumerate(lines):
        fault = half_filled(block.text, lines[index + 1].text if index + 1 < len(lines) else "")
        if fault is None or (fault.message == "nameless" and block.node.select_one("img, svg") is not None):
            continue
        if fault.message in ("nameless", "open") and is_named_behind(block):
            continue
        yield block, fault


def _is_date(text: str) -> bool:
    """Whether a text is a day with its year, and perhaps a clock and a zone behind it."""
    found = next(written_dates(text), None)
    return found is not None and found.start == 0 and not _WORDS.search(text[found.end :])


def _may_be_name(following: str) -> bool:
    if len(following) > 60 or _NUMBER.search(following) is not None:
        return False
    if may_lead(following):
        return True
    first, *others = following.split() or [""]
    if _NAME.fullmatch(following) is None or first.rstrip(":").lower() in _CONTROLS:
        return False
    return not any(word.islower() and word not in _SMALL and "@" not in word for word in others)


def is_named_behind(block: TextBlock) -> bool:
    """Whether a name may stand behind a block whose text ends with "By" or "and", in the same box, row or list.

    It may stand in a block of its own (a member's menu, the next item), in a link, or be drawn: a picture, a logo.
    """
    box = block.node.parent if block.tag in _CELLS and isinstance(block.node.parent, Element) else block.node
    end = next(box.following, None)
    for node in block.pieces[-1].following:
        if node is end:
            return False
        if isinstance(node, Element):
            if node.tag in _PICTURES or (_LOGO.search(node.attr("class") or "") and not node.text.strip()):
                return True
        elif isinstance(node, Text) and not node.data.isspace():
            parent = node.parent
            if isinstance(parent, Element) and parent.tag not in UNREAD:
                said = collapsed(node.data)
                linked = parent.closest("a[href]") is not None
                return _may_be_name(said) or (linked and next(written_dates(said), None) is None)
    return False
