"""States, provinces and countries as datelines write them behind a comma: ``Mich.``, ``MO``, ``South Korea``."""

from __future__ import annotations

from functools import lru_cache

from layoutcheck.newsroom.place.gazetteer import PlaceKind, lookup, words
from layoutcheck.newsroom.place.key import place_key

#: Abbreviations of the AP Stylebook and common variants, as keys (no dots).
_ABBREVIATED = frozenset(
    "ala ariz ark calif cal colo conn del fla ga ida ill ind kan kans ky la mass md mich minn miss mo mont neb "
    "nebr nev nh nj nm nmex ny nc nd ndak okla ore oreg pa penn penna ri sc sd sdak tenn tex vt va wash wva wis "
    "wisc wyo dc us usa uk uae pr vi bc alta sask man ont que qc nb ns pei nl nwt nsw qld vic tas wa nt act up mp "
    "hp j&k ap tn wb nz png drc car rok prc rf rfa ddr brd eeuu ee uu rsa bih ".split()
)
#: Two capital letters: postal codes of the United States, Canada and Australia, Brazil's states, cantons, provinces.
_CODES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH "
    "OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU AB BC MB NB NL NS NT NU ON PE QC SK YT UK US AU NZ CH DE "
    "FR AC AP AM BA CE ES GO MA MT MS MG PB PR PI RJ RN RS RO RR SP SE TO DF ZH BE LU UR SZ OW NW GL ZG FR SO BS "
    "BL SH AR AI SG GR AG TG TI VD VS NE GE JU NÖ OÖ ACT NSW QLD VIC TAS ".split()
)


def is_abbreviated(text: str) -> bool:
    """Whether a region is written so that a full stop behind it belongs to it: ``Calif``, ``N.C``."""
    return place_key(text).replace(" ", "") in _ABBREVIATED


@lru_cache(maxsize=4096)
def is_region(text: str) -> bool:
    """Whether ``text`` is a state, province or country, in full or in short."""
    bare = text.strip().strip("()[]").strip()
    if bare.rstrip(".") in _CODES:
        return True
    key = place_key(bare)
    if key in words("regions") or key.replace(" ", "") in _ABBREVIATED:
        return True
    return bool(lookup(bare) & (PlaceKind.COUNTRY | PlaceKind.REGION))
