"""Sources of datelines: news agencies, newspapers, stations; and what looks like one."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache
from importlib import resources
from itertools import chain

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.place.key import place_key


class SourceGrade(IntEnum):
    """How sure it is that a text names a source."""

    NONE = 0
    PLAIN = 1  # short enough to be one
    LIKELY = 2  # a call sign, a domain, a short word in capitals, the service code of an agency
    KNOWN = 3


_DOMAIN = rare(
    r"(?:[\w-]{2,30}\.)+(?:com|net|org|info|de|at|ch|cr|es|it|fr|ru|ua|by|kz|kg|uz|am|az|ge|md|id|co|tv|news|in|pk|bd|lk|np|"
    r"vn|th|my|ph|cn|tw|hk|jp|kr|br|ar|mx|cl|pe|ve|pt|pl|cz|sk|hu|ro|bg|rs|hr|ba|mk|gr|tr|ir|il|sa|ae|za|ng|ke|gh|uk|ie|"
    r"au|nz|ca|us|eu|nl|be|dk|se|no|fi|is|ee|lv|lt|ру|рф|укр|бел)(?:\.[a-z]{2})?",
    re.IGNORECASE,
)
_CALL_SIGN = re.compile(r"(?:[KWC][A-Z]{2,3}|DZ[A-Z]{2})(?:[- ]?(?:TV|FM|AM|DT|LD))?(?:/[A-Z]{2,4})?$")
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-ЯΑ-Ω][A-ZÀ-ÞА-ЯΑ-Ω0-9&]{1,6}$")
_SHORT = re.compile(r"[a-zäöü]{2,6}$")
_PARTS = re.compile(r"\s*[/&+,|、／]\s*|\s+-\s+|-|\s+(?:and|und|y|et|e|и)\s+|\s+")
#: The words of a line, between white space, commas, bars and colons.
_WORD = re.compile(r"[^\s,|:]+")
_NO_SOURCE = frozenset(
    "pictured above below left right center centre video photo photos file archive archiv foto fotos bild symbolbild "
    "symbolfoto update updated live eng en de es fr sic pdf audio corrected correction advance part see picture watch "
    "list map maps graphic exclusive opinion analysis free new old "
    "fsk cdu csu spd fdp npd afd gop dem rep lib lab con snp psoe pp psc pdl pd fc sv tsv vfl vfb".split()
)


@cache
def _styles() -> dict[str, tuple[str, frozenset[str]]]:
    """Key of a name -> its style and the spellings listed."""
    text = resources.files("layoutcheck.newsroom").joinpath("data/agencies.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, set[str]]] = {}
    for line in text.splitlines():
        style, colon, names = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        for name in (written.strip() for written in names.split(",")):
            key = place_key(name)
            if key:
                found.setdefault(key, (style.strip(), set()))[1].add(name)
    return {key: (style, frozenset(spellings)) for key, (style, spellings) in found.items()}


@cache
def _spellings() -> frozenset[str]:
    """Every name as it is listed."""
    return frozenset(name for _, spellings in _styles().values() for name in spellings)


@lru_cache(maxsize=256)  # machines are told one author in several places
def agency_style(source: str) -> str:
    """The style of a known source (``AP``, ``dpa``, ``Xinhua``); of several, the first known one's; "" for none."""
    styles = _styles()
    for name in chain((source,), filter(None, _PARTS.split(source))):
        if (known := styles.get(place_key(name))) is not None:
            return known[0]
    return ""


def grade_source(text: str, extra: frozenset[str] = frozenset()) -> SourceGrade:
    """How sure it is that ``text``, found in brackets, names a source; ``extra`` holds keys of the user's own."""
    bare = text.strip().strip("©").strip()
    if not bare or len(bare) > 60 or not any(char.isalpha() for char in bare):
        return SourceGrade.NONE
    key = place_key(bare)
    if key in extra or key in _styles():
        return SourceGrade.KNOWN
    parts = [part for part in _PARTS.split(bare) if part]
    if parts and (is_bare_source(parts[0], extra) or is_bare_source(" ".join(parts[:2]), extra)):
        return SourceGrade.KNOWN if len(bare) <= 40 else SourceGrade.LIKELY
    if len(parts) == 2 and is_bare_source(parts[1], extra):
        return SourceGrade.LIKELY
    if key in _NO_SOURCE or (any(char.isdigit() for char in bare) and len(bare) < 4):
        return SourceGrade.NONE
    if _DOMAIN.fullmatch(bare) or _CALL_SIGN.fullmatch(bare) or _CAPITALS.fullmatch(bare):
        return SourceGrade.LIKELY
    if _SHORT.fullmatch(bare):
        return SourceGrade.LIKELY
    if len(parts) <= 5 and bare[0].isupper() | (not bare[0].islower()) and not re.search(r"[!?;:\"“”]", bare):
        return SourceGrade.PLAIN
    return SourceGrade.NONE


def is_bare_source(text: str, extra: frozenset[str] = frozenset()) -> bool:
    """Whether ``text`` is a source that is known even without brackets: spelt so, or in capitals, or a domain."""
    bare = text.strip()
    if len(bare) < 2:
        return False
    if bare in _spellings():
        return True
    # This is asked of the first and last words of every line: no key is made that could not be found.
    if extra and place_key(bare) in extra:
        return True
    if bare.isupper() and len(bare) > 3 and place_key(bare) in _styles():
        return True
    return is_domain(bare)


def may_begin_source(word: str) -> bool:
    """Whether a source that is known without brackets may begin with a word: most words of a sentence cannot."""
    return word in _outer_words()[0] or _is_shouted_or_dotted(word)


def may_end_source(word: str) -> bool:
    """Whether one may end with a word."""
    return word in _outer_words()[1] or _is_shouted_or_dotted(word)


@cache
def _outer_words() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words of all names as they are listed."""
    words = [_WORD.findall(name) for name in _spellings()]
    return frozenset(each[0] for each in words), frozenset(each[-1] for each in words)


def _is_shouted_or_dotted(word: str) -> bool:
    return "." in word or word.upper() == word


def is_domain(text: str) -> bool:
    """Whether ``text`` is a site's name written as its address (``KOMPAS.com``)."""
    return "." in text and _DOMAIN.fullmatch(text.strip()) is not None
