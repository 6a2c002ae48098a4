"""Names in bylines: cut out of the words around them, in the press's languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from layoutcheck.core import fold as folding
from layoutcheck.newsroom.agency import is_bare_source
from layoutcheck.newsroom.byline import east_asia
from layoutcheck.newsroom.date.dates import written_dates
from layoutcheck.newsroom.date.months import MONTHS, plain_letters
from layoutcheck.newsroom.place.gazetteer import PlaceKind, lookup

fold = lru_cache(maxsize=256)(folding.fold)

_BY_STRONG = (
    r"(?:written|posted|published|reported|story|words|text|article|reporting|submitted|created|interview|"
    r"photography|report)"
    r"\s+by|"
    r"(?:text|bericht|artikel|beitrag|verfasst|geschrieben|erstellt|veröffentlicht|interview|kommentar|"
    r"gastbeitrag|essay|"
    r"analyse|redaktion|analyse|kolumne)\s+von|"
    r"von unsere[mnr]?\s(?:\w+\s)?\w*(?:redakteur|korrespondent|mitarbeiter|reporter|autor)(?:in)?|"
    r"by our (?:own )?(?:\w+ )?(?:correspondent|reporter)|"
    r"publicado por|escrito por|redactado por|scritto da|pubblicato da|a cura di|propos recueillis par|"
    r"écrit par|publié par|"
    r"geschreven door|skrevet av|napisał|opublikował|yazan|oleh|penulis|ditulis oleh"
)
_BY_FIELD = (
    r"author|authors|autor|autorin|autor:in|autoren|auteur|auteurs|autore|autori|autora|verfasser|text|texte|"
    r"interview|text (?:und|&|and|et|y) \w+|"
    r"texto|testo|tekst|"
    r"автор|авторы|текст|redakteur|writer|journalist|byline|escribe|words|von|by|by:|文|作者|記者|记者|责任编辑|编辑|"
    r"رأي|بقلم|كتب|كتبت|लेखक|yazar|haber|取材|autor textu|pisze|penulis|skribent|forfatter|skrevet av|door"
)
#: "By" alone.
BY = r"by|von|par|por|di|door|av|af|przez|oleh|от|بقلم"
_BY_SHORT = rf"{BY}|od|nga"  # the last two say "from" as often
LEAD = re.compile(
    rf"(?:(?:ein(?:e)?\s+(?:\w+\s+)?)?(?:{_BY_STRONG})\s*:?\s+|(?:{_BY_FIELD})\s*[:：/／・＝●]\s*|"
    rf"(?:{_BY_SHORT})(?:\s+|\s*[:：]\s*))+",
    re.IGNORECASE,
)
LEAD_ALONE = re.compile(
    rf"(?:(?:ein(?:e)?\s+(?:\w+\s+)?)?(?:{_BY_STRONG})|{_BY_SHORT}|{_BY_FIELD})\s*[:：]?$", re.IGNORECASE
)
#: The words that a line may begin with to say "By"; a line that begins with none of them need not be looked at.
_FIRST_WORDS = frozenset(re.findall(r"[^\W\d_]{2,}", f"{_BY_STRONG} {_BY_FIELD} {_BY_SHORT} ein eine")) | {"文", "a"}
_FIRST_WORD = re.compile(r"[^\W\d_]+")
#: Those that run into what follows, or whose vowel signs no pattern takes for letters.
_UNSPACED = ("文", "取材", "作者", "記者", "记者", "责任编辑", "编辑", "लेखक")


def may_lead(line: str) -> bool:
    """Whether a line may begin with "By" in some language; a cheap look before the patterns."""
    match = _FIRST_WORD.match(line)
    if match is None:
        return False
    return match[0].lower() in _FIRST_WORDS or (not line.isascii() and line.startswith(_UNSPACED))


INSIDE = re.compile(
    r"(?:(?<=[|·•–—\-,;\d])|(?<=Uhr)|(?<=[ap]m)|(?<=[CEIMP][SD]T)|(?<=GMT)|(?<=UTC))\s*(?:von|by|par|por)\s*:?\s+(?=[^\W\d_])|\s[|·•]\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
#: Where the names end and something else begins, in every byline: signs, and words, looked for where one begins.
_ANY_SIGN = (
    r"[|·•●–—;\n\t\u2003\u2022<>›»]|\s-\s|\s/\s|\(|\s@|\s\d|"
    r"(?:责任编辑|責任編輯|责编|编辑|編輯|校对|审核|来源|來源|摄影|翻译|(?:发布|更新)?时间)\s*[：:]"
)
_ANY_WORD = r"published\b|updated\b|posted\b|veröffentlicht|erstellt"
#: The same in a line for readers, which goes on with dates, places, roles and departments.
_LINE_SIGN = (
    r"\s(?=[^\W\d_]{3,9}\.?\s\d{1,2},?\s\d{4}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,)|"
    r"\s*(?:关注|關注|订阅|訂閱|追蹤)$"
)
_LINE_WORD = (
    r"on\s(?=\S*\d|\w+day|\w{3,9}\s\d)|(?:am|on|at|um|le|el|il)\s*(?=\d|$)|vor\s\d|is\s(?:a|an|the)\b|ist\s|"
    r"in\s(?=[A-Z])|(?:under|unter|filed)(?=\s|$)|vom\s|stand\b(?=\s*[:\d]|$)|datum\b|"
    r"illustration\b|fotos?\b|photos?\b|bilder?\b|für\b|for\s(?=[A-Z])"
)
_BREAK = re.compile(rf"\s*(?:{_ANY_SIGN}|{_LINE_SIGN}|\b(?:{_ANY_WORD}|{_LINE_WORD}))\s*", re.IGNORECASE)
_MACHINE_BREAK = re.compile(rf"\s*(?:{_ANY_SIGN}|\b(?:{_ANY_WORD}))\s*", re.IGNORECASE)
#: Signs, words, beginnings of words and ends of lines of which one is in every break: most lines have none.
_BREAK_SIGN = re.compile(r"[|·•●–—;<>›»(@/\d：]| - ")
_BREAK_WORDS = frozenset(
    "published updated posted on am at um le el il vor is ist in under unter filed vom stand datum illustration "
    "foto fotos photo photos bild bilder für for".split()
)
_BREAK_BEGINNINGS = ("veröffentlicht", "erstellt")
_BREAK_ENDS = ("关注", "關注", "订阅", "訂閱", "追蹤")
#: An organisation's name goes on with what it is for: ``Institute for Legislative Action``.
_FOR_WHAT = re.compile(
    r"(?:institut\w*|cent(?:er|re)s?|zentrum|society|gesellschaft|association|verband|verein|council|rat|foundation|"
    r"stiftung|coalition|b[üu]ndnis|committee|ausschuss|campaign|network|netzwerk|alliance|campaign|bureau|amt|office|"
    r"department|ministry|ministerium|anstalt|union|fund|fonds|agency|agentur|partnership|initiative|academy|akademie)"
    r"\s+(?:for|für)\s"
)
#: A line that begins so names who took a picture.
_PICTURE = re.compile(
    r"(?:©|\(c\)|(?:fotos?|photos?|bilder|bild|pictures?|images?|grafik|illustration|symbolbild|bildquelle|bildrechte)"
    r"\s*(?:[:/©]|by\b|von\b|courtesy\b))",
    re.IGNORECASE,
)
#: A pen name with a number in it, as communities have them; only behind a "By".
_USER = re.compile(r"[^\W\d_][^\W\d_]{1,20}\d{1,4}[^\W\d_]{0,12}")
#: What a person shares a byline with: ``Jo Moe mit dpa``, ``Jo Moe with wires``, ``Jo Moe / EFE``, ``Jo Moe (dpa)``.
_SHARED = re.compile(
    r"(?:,?\s+(?:mit|with|avec|con|com|met|med|und|and|et|y|e)\s+(?:l['’]|(?:the|der|files from|material von)\s)?|"
    r"\s*,\s*|\s*/\s*|\s+\()(?P<source>[^,|/()]{2,40})\)?$",
    re.IGNORECASE,
)
#: What stands between the persons before.
_JOINED = re.compile(r"[,;&]|\sund?\s|\sand\s")
_WIRES = re.compile(
    r"(?:news )?(?:wires?|agenc(?:y|ies)|wire services)(?: reports)?|agenturen|agences|agencias|agenzie", re.I
)
_MAIL = re.compile(r"\s*[|(<]?\s?\S+@\S+\.[a-z]{2,}[)>]?$", re.IGNORECASE)
AND = re.compile(
    r"\s*(?:,|;|&|、|，|\+|\||\sand\s|\sund\s|\set\s|\sy\s|\se\s|\sog\s|\soch\s|\si\s|\sи\s|\sve\s|\sdan\s|\swith\s)\s*",
    re.IGNORECASE,
)
#: What no name holds: signs, words, and the ends of words.
_NO_NAME_SIGN = re.compile(
    r"[\d@?!=*#{}©【】。！？：]|https?:|www\.|\.(?:com|org|net|de|co)\b|"
    r"\b(?:creative commons|press release|e-mail|privacy policy|user agreement|create account|the end)\b",
    re.IGNORECASE,
)
_NO_NAME_WORDS = frozenset(
    "reporter reporters editor editors writer writers correspondent correspondents contributor contributors staff "
    "journalist columnist read share follow comment comments updated published posted min minutes ago subscribe view "
    "more about post posts article articles all photo photos image images foto bild copyright redakteur redakteurin "
    "chefredakteur chefredakteurin ressort twitter facebook email last modified update licence license zur "
    "rechtsanwalt stand datum monday tuesday wednesday thursday friday saturday sunday est edt gmt utc professor "
    "director profile bio uhr kommentar kommentare alle mehr beiträge artikel lesezeit aktualisiert zum über "
    "erforderlich pflichtfeld cookie cookies sign login log download name url website required pressemitteilung "
    "category categories tag tags topic topics contact kontakt impressum newsletter sagt says schreibt writes autor "
    "autorin autoren autorinfo author archiv archive publicado publié pubblicato veröffentlicht executive manager "
    "weitere taboola outbrain publish date stories contents autorenseite rss feed edition special".split()
)
_NO_NAME_END = re.compile(r"(?:leiter|korrespondent|sprecher|expert|wissenschaftler)(?:in|innen|e)?\b")
_WORD = re.compile(r"\w+")
#: A sign before the words of a line: icons are letters of a font.
_ICON = re.compile("[\u2190-\u2bff\ue000-\uf8ff\ufe0f\U0001f000-\U0001faff]+\\s*")
#: A desk that signs for its people, after a "By".
_DESK = re.compile(
    r"(?:the )?(?:[\w&.]+ ){0,4}(?:(?:staff|wire|news)(?: and (?:wire|news))? (?:services?|reports?)|editors?|"
    r"editorial (?:team|board|staff)|staff|reporter|newsroom|news ?desk|"
    r"redaktion|"
    r"redacci[oó]n|r[ée]daction|redazione|redactie)(?: [A-Z]\w+){0,2}",
    re.IGNORECASE,
)
#: The name of an organisation behind a person's, with nothing between them: ``Bart Jansen USA TODAY``.
_SHOUTED = re.compile(r"^((?:[A-Z][\w'’.-]*[a-z] ?){2,3}) (?!(?:I{2,3}|IV|VI{0,3})$)[A-Z]{2,}(?: [A-Z]{2,})*$")
_TITLE_WORD = re.compile(
    r"(?:,\s*)?\b(?:ph\.?\s?d\.?|m\.?d\.?|rd|cpa|jr\.|esq\.?|ceo|cto|phd|msc|mba)\b\.?$", re.IGNORECASE
)
#: Two to four words with capital letters: nearly all of the names that there are in Latin script.
_PLAIN = re.compile(r"[A-Z][a-zà-ÿ]+(?: (?:[A-Z][a-zà-ÿ]+|[A-Z]\.)){1,3}")
_LETTER = re.compile(r"[^\W\d_]")
#: How desks and agencies sign in small letters.
_SHORT_SIGNS = frozenset("red apa dpa afp sid epd kna ots rnd ag".split())
#: Up to four words without marks, as a name may be that an element of its own calls one.
_PEN_NAME = re.compile(r"[\w'’.-]{2,}(?: [\w'’.-]+){0,3}")
#: No byline has more characters.
_LONGEST = 600
#: Words of the labels that may stand where a name is lost.
_LABEL = re.compile(
    r"\b(?:last|updated?|publish(?:ed)?|dates?|posted|stories|by|von|minutes?|min|read|share)\b", re.IGNORECASE
)
PARTICLES = frozenset(
    "de da di del della der den van von zu zur la le el bin al ibn y e dos das du ten ter af av of the und and "
    "mit for für".split()
)


@lru_cache(maxsize=256)  # the same few lines of a page are read for one reason after another
def split_names(text: str, *, machine: bool = False, led: bool = False, marked: bool = False) -> tuple[str, ...]:
    """The names in a byline: ``By Jo Moe and Ann Lee, Staff Writers | 3 May`` gives two.

    ``machine`` trusts a field for machines more than a line; ``led`` tells that the "By" stands before ``text``,
    ``marked`` that its element is called a byline.
    """
    said = " ".join(text[:_LONGEST].replace("\xad", "").split())
    if _is_plain_name(said):
        return (said,)
    if not said.isascii():
        said = said[icon.end() :] if (icon := _ICON.match(said)) is not None else said
        if person := east_asia.person_with_role(said):
            return (person,)
    leads = may_lead(said)
    lead = LEAD.match(said) if leads else None
    if lead:
        said = said[lead.end() :]
    elif (leads and LEAD_ALONE.fullmatch(said)) or (not machine and _PICTURE.match(said)):
        return ()
    if (lead or led) and (is_desk(said) or _USER.fullmatch(said)):
        return (said,)
    if not machine:
        said = _person_alone(said)
    pieces = (
        part for part in _broken(said, machine=machine) if part.strip(" .:-") and part.strip() not in east_asia.UNKNOWN
    )
    first = next(pieces, None)
    if first is None:
        return ()
    dated = plain_letters(first.strip()) in MONTHS and said[len(first) :].lstrip()[:1].isdigit()
    names = () if dated else _names_in(first, machine=machine, led=led or lead is not None)
    if marked and not names and (date := next(written_dates(said), None)) is not None and date.start == 0:
        behind = split_names(said[date.end :].lstrip(" |·•,–—-"), marked=True)
        return behind if is_full_name(behind) else ()
    if not names and is_desk(first) and (marked or " " in first):
        return (first,)
    if (
        (machine or marked)
        and not lead
        and len(names) == 1
        and " " not in names[0]
        and len(others := list(pieces)) == 1
    ):
        more = _names_in(others[0], machine=machine)
        if machine:
            return names + more  # the site's name before the author's
        if len(more) > 1 and is_full_name(more) and all(lookup(name) is PlaceKind.NONE for name in more):
            return more  # the section before them
    return names


def _person_alone(said: str) -> str:
    """A byline without the agency that a person shares it with, and without a mail address."""
    if "@" in said:
        said = _MAIL.sub("", said)
    shared = _SHARED.search(said)
    if shared is None or " " not in _JOINED.split(said[: shared.start()])[-1].strip():
        return said
    source = shared["source"].strip()
    if said[shared.start() :].lstrip()[:1] == "," and not source.islower():
        return said  # "Jo Moe, Associated Press" signs with both
    return said[: shared.start()] if is_bare_source(source) or _WIRES.fullmatch(source) else said


@lru_cache(maxsize=256)  # one name is read from lines, links and what machines are told
def _is_plain_name(said: str) -> bool:
    """Whether a text is surely one name, in whatever field or line it stands."""
    return (
        _PLAIN.fullmatch(said) is not None
        and not says_no_name(said)
        and not (may_lead(said) and LEAD.match(said) is not None)
    )


def _broken(said: str, *, machine: bool) -> Iterable[str]:
    """The pieces of a byline, cut where names end and something else begins."""
    said_low = said.lower()
    if (
        _BREAK_SIGN.search(said) is None
        and _BREAK_WORDS.isdisjoint(_WORD.findall(said_low))
        and not any(word in said_low for word in _BREAK_BEGINNINGS)
        and not said.endswith(_BREAK_ENDS)
    ):
        return (said,)
    return _cut(_MACHINE_BREAK if machine or _FOR_WHAT.search(said_low) else _BREAK, said)


def _cut(separator: re.Pattern[str], text: str) -> Iterator[str]:
    """What ``split`` gives, piece by piece: of a long line hardly anybody asks for the second."""
    at = 0
    for found in separator.finditer(text):
        yield text[at : found.start()]
        at = found.end()
    yield text[at:]


def says_no_name(text: str) -> bool:
    """Whether there is a sign or word in ``text`` that no name holds."""
    if _NO_NAME_SIGN.search(text) is not None:
        return True
    low = text.lower()
    return (
        not _NO_NAME_WORDS.isdisjoint(_WORD.findall(low))
        or _NO_NAME_END.search(low) is not None
        or ("said" in text and "said" in _WORD.findall(text))  # in small letters alone: there are people called Said
    )


def _names_in(piece: str, *, machine: bool, led: bool = False) -> tuple[str, ...]:
    names: list[str] = []
    for part in AND.split(_TITLE_WORD.sub("", piece.strip())):
        name = _TITLE_WORD.sub("", part.strip(" .:()[]\"'“”„,-_/《》")).strip(" ,")
        if name[-2:].isupper():
            name = _SHOUTED.sub(r"\1", name)
        if machine and names and says_no_name(name):
            break  # a role
        if is_name(name, machine=machine, led=led and not names):
            names.append(name)
        elif names:
            break  # behind the first piece that is no name come roles and places
        if len(names) > 1 and " " in names[0] and " " not in name and lookup(name) is not PlaceKind.NONE:
            names.pop()  # where somebody writes from, before the next name
    return unique(names)


def is_name(text: str, *, machine: bool = False, led: bool = False) -> bool:
    """Whether a piece of a byline can be somebody's name; ``led``: behind a "By" small letters do not matter."""
    words = text.split()
    if not 1 <= len(words) <= (8 if machine else 5) or not 2 <= len(text) <= 60 or not _LETTER.search(text):
        return False
    if machine:
        return not text.startswith(("http", "@"))
    if led and _USER.fullmatch(text):
        return True
    if says_no_name(text) or (may_lead(text) and LEAD_ALONE.fullmatch(text)):
        return False
    if not text.isascii() and east_asia.says_nobody(text):
        return False
    last = plain_letters(words[-1])
    if last in MONTHS and not led and (len(words) == 1 or len(last) > 6):
        return False  # "Theresa May" is a name, "News February" is none
    if len(words) == 1:
        return led or not text.islower() or len(text) > 3 or text in _SHORT_SIGNS
    return (led and len(words) == 2 and not text[0].islower()) or all(
        not word[0].islower() or word.casefold() in PARTICLES or word[:2] in ("d'", "d’", "al") for word in words
    )


def is_desk(text: str) -> bool:
    """Whether a text is a desk's or staff's signature: ``Editor``, ``Sports Staff``."""
    return _DESK.fullmatch(text) is not None


def is_pen_name(text: str) -> bool:
    """Whether a text can be a name that follows no rule of names: ``Catch more fish``."""
    return _PEN_NAME.fullmatch(text) is not None and not (_LABEL.search(text) if " " in text else says_no_name(text))


def is_full_name(names: tuple[str, ...]) -> bool:
    """Whether all of ``names`` have two to four words, with capital letters where they should."""
    return all(
        2 <= len(words) <= 4 and all(word[0].isupper() or word in PARTICLES for word in words)
        for words in map(str.split, names)
    )


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names without those that are the same once folded."""
    names = tuple(names)
    if len(names) < 2:
        return names
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return tuple(found.values())
