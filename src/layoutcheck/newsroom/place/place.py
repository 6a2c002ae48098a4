"""Place names: what is known to be one, and what has the shape of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from layoutcheck.newsroom.agency import is_bare_source
from layoutcheck.newsroom.dateline.date import months_of
from layoutcheck.newsroom.place.gazetteer import PlaceKind, is_shared_name, is_topic_word, lookup
from layoutcheck.newsroom.place.key import place_key
from layoutcheck.newsroom.place.region import is_region

#: Small words inside names: ``Rio de Janeiro``, ``Frankfurt am Main``, ``Stratford upon Avon``.
_PARTICLES = frozenset(
    "es de del la las los el do da dos das am an der den im in ob di sur sous les le lès au aux al i y e et of the "
    "and upon on bei pri nad od pod na van aan bij den het ter op ul ben bin du des en by und near off zu zur vor "
    "St. d l ".split()
)
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.'’‘ʻʼ´`\u0300-\u036f-])*", re.UNICODE)
_BETWEEN = re.compile(r"\s*(?:/|／|·|•|\s[-–—]\s|\s(?:and|und|et|y|e|ve|и|та|och|og|ja)\s|\sو)\s*")
_MAY_JOIN = re.compile(r"[\s/／·•]")
_LAND = re.compile(
    r"\b(?:county|parish|township|province|prefecture|district|islands?|village|air (?:force )?base|airport|"
    r"national park|reservation|border|peninsula|valley|refugee camp|beach|heights|springs|falls|city|borough|oblast|"
    r"region|governorate|lake|mount|mt\.?|fort|ft\.?|st\.?|saint|san|santa|camp|port|cape|aboard|near|off)\b",
    re.IGNORECASE,
)
_NOT_IN_NAMES = re.compile(r"[?!;:\"“”„«»…@#%&=+*<>{}|\\^~\d]")
_COMMA, _COMMA_OR_BRACKETS = re.compile("[,،]"), re.compile(r"\s*[,،]\s*|[)\]]\s?[(\[]")
_LAST_BRACKET = re.compile(r"\s?[(\[]([^()\[\]]{2,30}(?:[)\]]\s?[(\[][^()\[\]]{2,30})?)[)\]]$")
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_WORD_GAP = re.compile(r"[\s/]+")
#: Countries that are cities, or share the name with the capital that is meant.
_CITY_STATES = frozenset(
    map(
        place_key,
        "Singapore, Singapur, Singapour, Monaco, Luxembourg, Luxemburg, Kuwait, Panama, Panamá, Djibouti, Guatemala, "
        "San Marino, San Salvador, Mexico City, Hong Kong, Macau, Macao, Vatican City, Città del Vaticano, "
        "Ciudad del Vaticano, Cité du Vatican, Vatikanstadt, Gibraltar, Gaza, Brasília, "
        "Tunis, Alger, Algiers, Palestine, Сингапур, Сінгапур, سنغافورة, الكويت, تونس, الجزائر, シンガポール, "
        "新加坡, 香港, 澳门".split(", "),
    )
)
LONGEST = 64
_CITY, _LANDS = PlaceKind.CITY.value, (PlaceKind.COUNTRY | PlaceKind.REGION).value


class Grade(IntEnum):
    """How sure it is that a name is a place's."""

    NONE = 0  # has not even the shape
    SHAPED = 1  # capitals, few words: no more
    COUNTRY = 2  # a country or state alone: more often a topic than where a report was filed
    SHARED = 3  # a place, and a word or a person's name
    LIKELY = 4  # unknown, but with a known region behind it or a word such as County in it
    VILLAGE = 5
    CITY = 6
    GIVEN = 7  # named in the user's configuration


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """The gazetteer and what a user adds to it."""

    extra: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> PlaceNames:
        """The shipped names and ``names``."""
        return cls(frozenset(key for key in map(place_key, names) if key))

    def grade(self, name: str) -> Grade:
        """How sure it is that ``name`` (one place, without region) is a place."""
        if self.extra and place_key(name) in self.extra:
            return Grade.GIVEN
        if not _has_shape(name):
            return Grade.NONE
        if is_topic_word(name) or months_of(name):
            return Grade.SHAPED
        kind = lookup(name).value  # flags take half a microsecond for what plain numbers do at once
        if kind & _LANDS and place_key(name) not in _CITY_STATES and not _is_famous(name, kind):
            return Grade.LIKELY if " " in name.strip() and _LAND.search(name) else Grade.COUNTRY  # Napa County
        if not kind:
            kind = _lookup_parts(name).value
        if not kind:
            return Grade.LIKELY if " " in name.strip() and _LAND.search(name) else Grade.SHAPED
        if is_shared_name(name):
            return Grade.SHARED
        return Grade.CITY if kind & _CITY else Grade.VILLAGE


#: The gazetteer alone.
SHIPPED = PlaceNames()


def _is_famous(name: str, kind: int) -> bool:
    """Whether a name is that of a state and, foremost, of a city (New York, Washington)."""
    return bool(kind & _CITY) and place_key(name) in _STATE_CITIES


_STATE_CITIES = frozenset(
    "washington,new york,quebec,québec,oklahoma city,kansas city,santiago,san luis potosi,puebla,guanajuato,oaxaca,"
    "chihuahua,durango,zacatecas,queretaro,aguascalientes,colima,campeche,berlin,hamburg,bremen,wien,vienna,geneve,"
    "zurich,zürich,bern,basel,luzern,rio de janeiro,sao paulo,buenos aires,delhi,chandigarh,puducherry,tokyo,osaka,"
    "kyoto,beijing,shanghai,moscow,москва,bangkok,jakarta,houston,los angeles,san diego,san francisco,orange,dallas,"
    "denver,el paso,milwaukee,st louis,philadelphia,honolulu,sacramento,santa barbara,santa cruz,fresno".split(",")
)


_HAS_PARTS = re.compile(r"[\s\-–/市县縣区區]")


def _lookup_parts(name: str) -> PlaceKind:
    """What a longer name is known as once ``City`` or ``Downtown`` is taken off; of doubled names, both."""
    if _HAS_PARTS.search(name) is None:
        return PlaceKind.NONE
    bare = re.sub(
        r"(?i)^(?:city of|near|off|outside|downtown|north|south|east|west|northern|southern|eastern|western|central|"
        r"southwest|southeast|northwest|northeast|upper|lower|greater|old|new|г\.|город|kota|kabupaten)\s+"
        r"|\s+(?:city|town|township|village|stadt|airport|downtown|bei\s.+|\(.*\))$|[市县縣区區]$",
        "",
        name.strip(),
    )
    if bare != name.strip() and bare:
        return lookup(bare)
    halves = [half for half in re.split(r"(?<! )[-–/](?! )", name) if half.strip()]
    if len(halves) == 2:
        kinds = [lookup(half) for half in halves]
        return kinds[0] if all(kinds) else PlaceKind.NONE
    return PlaceKind.NONE


def _has_shape(name: str) -> bool:
    """Few words, each with a capital, or in a script without capitals."""
    bare = name.strip()
    if not 1 < len(bare) <= LONGEST or _NOT_IN_NAMES.search(bare):
        return False
    words = [word.strip("'’.-") for word in bare.replace("/", " ").split()]
    if not 0 < len(words) <= 6:
        return False
    proper = 0
    for index, word in enumerate(words):
        if not word:
            continue
        if word[0].islower():
            if (word not in _PARTICLES and word[:2] not in ("d'", "l'", "d’", "l’", "al")) or index == 0:
                return False
        elif not _WORD.match(word):
            return False
        else:
            proper += 1
    return proper > 0 and words[-1] not in _PARTICLES


def letters_form(text: str) -> str:
    """``caps``, ``mixed`` or ``caseless``: how a name's letters are written."""
    big = sum(map(str.isupper, text))
    if not big and not any(map(str.islower, text)):
        return "caseless"
    if big < 2:
        return "mixed"
    words = [word for word in _WORD_GAP.split(text) if word not in _PARTICLES]
    small = sum(map(str.islower, "".join(words)))
    return "caps" if small <= max(2, big // 6) and not (small and big <= small * 2) else "mixed"


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A stretch of text read as one or several places with their region; offsets into the text given."""

    places: tuple[tuple[int, int], ...]
    region: tuple[int, int] | None
    grade: Grade
    form: str


def read_places(text: str, start: int, end: int, names: PlaceNames) -> PlaceReading | None:
    """Read ``text[start:end]`` as a list of places; None when it has not the shape of one."""
    start, end = trimmed(text, start, end)
    if end - start < 2 or end - start > LONGEST:
        return None
    whole = text[start:end]
    region = _region(text, start, end)
    stop = region[0] if region else end
    begin, stop = trimmed(text, start, _before_bracket(text, start, stop))
    listed = text[begin:stop]
    if not names.extra and (listed[:1].islower() or _NOT_IN_NAMES.search(listed)):
        return None  # as the beginnings of most sentences
    joined = _MAY_JOIN.search(listed) and _BETWEEN.search(listed)
    if not joined or (lookup(listed) and not _SPACED_DASH.search(listed)):
        spans = [(begin, stop)]
    else:
        spans = _listed(text, begin, stop)
    if len(spans) > 1 and any(is_bare_source(text[a:b]) for a, b in spans):
        return None
    grades = [names.grade(text[a:b]) for a, b in spans]
    if not grades or min(grades) is Grade.NONE:
        return None
    grade = max(grades) if len(spans) > 1 and min(grades) >= Grade.SHAPED else grades[0]
    known = sum(g >= Grade.COUNTRY for g in grades)
    if (known * 2 < len(spans) and len(spans) > 1) or (known < len(spans) and _SPACED_DASH.search(listed)):
        return None  # a spaced dash joins known places only; else it is where the dateline ends
    if region and grade in (Grade.SHAPED, Grade.SHARED, Grade.COUNTRY):
        written = text[region[0] : region[1]].strip("()[] ")
        if all(
            is_region(part) or names.grade(part) >= Grade.VILLAGE for part in re.split(r",\s*|[)\]]\s?[(\[]", written)
        ):
            grade = Grade.LIKELY
    if region and not _plausible_region(text[region[0] : region[1]]):
        return None
    return PlaceReading(tuple(spans), region, grade, letters_form(listed if len(listed) > 1 else whole))


def _listed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], start
    for match in _BETWEEN.finditer(text, start, end):
        if match.start() > at:
            spans.append((at, match.start()))
        at = match.end()
    spans.append((at, end))
    return [trimmed(text, a, b) for a, b in spans if text[a:b].strip()]


def _region(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The region behind the first comma or in brackets at the end."""
    comma = _COMMA.search(text, start, end)
    if comma:
        return trimmed(text, comma.end(), end)
    bracket = _LAST_BRACKET.search(text, start, end) if text[end - 1] in ")]" else None
    return (bracket.start(1), bracket.end(1)) if bracket else None


def _before_bracket(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in " ([,،":
        stop -= 1
    return stop


def _plausible_region(region: str) -> bool:
    parts = _COMMA_OR_BRACKETS.split(region)
    return len(parts) <= 2 and all(is_region(part) or _has_shape(part) for part in parts if part)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and stray commas at its ends."""
    while start < end and text[start] in " ,،\t":
        start += 1
    while end > start and text[end - 1] in " ,،\t":
        end -= 1
    return start, end
