"""Names in bylines: cut out of the words around them, in the press's languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from layoutcheck.core import fold as folding

fold = lru_cache(maxsize=256)(folding.fold)

_BY_STRONG = (
    r"(?:written|posted|published|reported|story|words|text|article|reporting|submitted|created|interview|"
    r"photography|report)"
    r"\s+by|"
    r"(?:text|bericht|artikel|beitrag|verfasst|geschrieben|erstellt|veröffentlicht|interview|kommentar|"
    r"gastbeitrag|essay|"
    r"analyse|redaktion|analyse|kolumne)\s+von|"
    r"publicado por|escrito por|redactado por|scritto da|pubblicato da|a cura di|propos recueillis par|"
    r"écrit par|publié par|"
    r"geschreven door|skrevet av|napisał|opublikował|yazan|oleh|penulis|ditulis oleh"
)
_BY_FIELD = (
    r"author|authors|autor|autorin|autor:in|autoren|auteur|auteurs|autore|autori|autora|verfasser|text|texte|"
    r"interview|text und interview|"
    r"texto|testo|tekst|"
    r"автор|авторы|текст|redakteur|writer|journalist|byline|escribe|words|von|by|by:|文|作者|記者|记者|责任编辑|编辑|"
    r"رأي|بقلم|كتب|लेखक|yazar|autor textu|pisze|penulis|skribent|forfatter|skrevet av|door"
)
_BY_SHORT = r"by|von|par|por|di|door|av|af|przez|od|oleh|от|von:"
LEAD = re.compile(
    rf"(?:(?:ein(?:e)?\s+(?:\w+\s+)?)?(?:{_BY_STRONG})\s*:?\s+|(?:{_BY_FIELD})\s*[:：/／]\s*|(?:{_BY_SHORT})\s+)+",
    re.IGNORECASE,
)
LEAD_ALONE = re.compile(
    rf"(?:(?:ein(?:e)?\s+(?:\w+\s+)?)?(?:{_BY_STRONG})|{_BY_SHORT}|{_BY_FIELD})\s*[:：]?$", re.IGNORECASE
)
#: The words that a line may begin with to say "By"; a line that begins with none of them need not be looked at.
_FIRST_WORDS = frozenset(re.findall(r"[^\W\d_]{2,}", f"{_BY_STRONG} {_BY_FIELD} {_BY_SHORT} ein eine")) | {"文"}
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = ("文", "作者", "記者", "记者", "责任编辑", "编辑")


def may_lead(line: str) -> bool:
    """Whether a line may begin with "By" in some language; a cheap look before the patterns."""
    match = _FIRST_WORD.match(line)
    return match is not None and (match[0].lower() in _FIRST_WORDS or line.startswith(_UNSPACED))


INSIDE = re.compile(
    r"(?:(?<=[|·•–—\-,;\d])|(?<=Uhr)|(?<=[ap]m))\s*(?:von|by|par|por)\s*:?\s+(?=[^\W\d_])|\s[|·•]\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*(?:[|·•●–—;\n\t\u2003\u2022<>›»]|\s-\s|\s/\s|\(|\bon\s(?=\S*\d|\w+day|\w{3,9}\s\d)|\bam\s(?=\d)|"
    r"\bpublished\b|\bupdated\b|"
    r"\bposted\b|\bvor\s\d|\bis\s(?:a|an|the)\b|\bist\s|\bin\s(?=[A-Z])|\s@|\s\d|\bvom\s|\bstand\b|\bdatum\b|"
    r"\bveröffentlicht|\berstellt|"
    r"\billustration\b|\bfotos?\b|\bphotos?\b|\bbilder?\b|\bfür\b|\bfor\s(?=[A-Z]))\s*",
    re.IGNORECASE,
)
AND = re.compile(
    r"\s*(?:,|;|&|、|，|\+|\||\sand\s|\sund\s|\set\s|\sy\s|\se\s|\sog\s|\soch\s|\si\s|\sи\s|\sve\s|\sdan\s|\swith\s)\s*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\d|@|https?:|www\.|\.(?:com|org|net|de|co)\b|[?!=*#{}]|\b(?:reporters?|editors?|writers?|correspondents?|"
    r"contributors?|staff|"
    r"journalist|columnist|read|share|follow|comments?|updated|published|posted|min|minutes|ago|subscribe|view|"
    r"more|about|"
    r"posts?|articles?|all|photos?|images?|foto|bild|copyright|redakteur(?:in)?|chefredakteur(?:in)?|ressort|"
    r"twitter|facebook|"
    r"email|last|modified|update|creative commons|licen[cs]e|zur|rechtsanwalt|stand|datum|e-mail|january|"
    r"february|march|"
    r"april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|est|edt|gmt|utc|professor|director|profile|bio|"
    r"uhr|kommentare?|alle|mehr|beiträge|artikel|lesezeit|aktualisiert|zum|über|erforderlich|pflichtfeld|cookies?|"
    r"sign|login|log|download|name|url|website|required|press release|pressemitteilung|categor(?:y|ies)|tags?|topics?|"
    r"contact|kontakt|impressum|newsletter|sagt|says|said|schreibt|writes|autor(?:in|en|info)?|author|archive?)\b|©",
    re.IGNORECASE,
)
#: A desk that signs for its people, after a "By".
_DESK = re.compile(
    r"(?:the )?(?:[\w&.]+ ){0,4}(?:editors?|editorial (?:team|board|staff)|staff|reporter|newsroom|news ?desk|"
    r"redaktion|"
    r"redacci[oó]n|r[ée]daction|redazione|redactie)",
    re.IGNORECASE,
)
#: The name of an organisation behind a person's, with nothing between them: ``Bart Jansen USA TODAY``.
_SHOUTED = re.compile(r"^((?:[A-Z][\w'’.-]*[a-z] ?){2,3}) [A-Z]{2,}(?: [A-Z]{2,})*$")
_TITLE_WORD = re.compile(
    r"(?:,\s*)?\b(?:ph\.?\s?d\.?|m\.?d\.?|rd|cpa|jr\.|esq\.?|ceo|cto|phd|msc|mba)\b\.?$", re.IGNORECASE
)
#: Two to four words with capital letters: nearly all of the names that there are in Latin script.
_PLAIN = re.compile(r"[A-Z][a-zà-ÿ]+(?: (?:[A-Z][a-zà-ÿ]+|[A-Z]\.)){1,3}")
_LETTER = re.compile(r"[^\W\d_]")
PARTICLES = frozenset(
    "de da di del della der den van von zu zur la le el bin al ibn y e dos das du ten ter af av of the und and "
    "mit".split()
)


def split_names(text: str, *, machine: bool = False) -> tuple[str, ...]:
    """The names in a byline: ``By Jo Moe and Ann Lee, Staff Writers | 3 May`` gives two."""
    said = " ".join(text.split())
    if _PLAIN.fullmatch(said) and not _NO_NAME.search(said) and not LEAD.match(said):
        return (said,)
    lead = LEAD.match(said)
    if lead:
        said = said[lead.end() :]
        if _DESK.fullmatch(said):
            return (said,)
    elif LEAD_ALONE.fullmatch(said):
        return ()
    pieces = [part for part in _BREAK.split(said) if part.strip(" .:-")]
    names = _names_in(pieces[0], machine=machine) if pieces else ()
    if machine and len(pieces) == 2 and len(names) == 1 and len(names[0].split()) == 1:
        return names + _names_in(pieces[1], machine=True)  # the site's name before the author's
    return names


def _names_in(piece: str, *, machine: bool) -> tuple[str, ...]:
    names: list[str] = []
    for part in AND.split(_TITLE_WORD.sub("", piece.strip())):
        name = _TITLE_WORD.sub("", part.strip(" .:()[]\"'“”„,-_/")).strip(" ,")
        name = _SHOUTED.sub(r"\1", name)
        if is_name(name, machine=machine):
            names.append(name)
        elif names:
            break  # behind the first piece that is no name come roles and places
    return unique(names)


def is_name(text: str, *, machine: bool = False) -> bool:
    """Whether a piece of a byline can be somebody's name."""
    words = text.split()
    if not 1 <= len(words) <= (8 if machine else 5) or not 2 <= len(text) <= 60 or not _LETTER.search(text):
        return False
    if machine:
        return not text.startswith(("http", "@"))
    if _NO_NAME.search(text) or LEAD_ALONE.fullmatch(text):
        return False
    if len(words) == 1:
        return not text.islower() or len(text) > 3
    return all(
        not word[0].islower() or word.casefold() in PARTICLES or word[:2] in ("d'", "d’", "al") for word in words
    )


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names without those that are the same once folded."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return tuple(found.values())
