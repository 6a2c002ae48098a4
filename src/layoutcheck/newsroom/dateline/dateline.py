"""Datelines: the place, date and source that open a news story, read from one block of text.

No maintained library reads them. Form alone is right in six cases of ten (``SPORT –`` looks like ``PARIS –``), so that
each form must bring the evidence it lacks: a known place, a known source, a region, a date (see ``judge``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.dateline import head, judge, style
from layoutcheck.newsroom.dateline.draft import Draft
from layoutcheck.newsroom.place.place import SHIPPED, PlaceNames

#: Only this much of a block is looked at; the longest dateline seen has 90 characters.
REACH = 160
_EAST_ASIAN = rare("[\u3040-\u9fff\uac00-\ud7a3]")
#: Nothing is a dateline that is longer.
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as printed, and its parts; ``spans`` has the offsets of each part in the text given."""

    text: str
    start: int
    end: int
    #: The place as printed, region included: ``KANSAS CITY, Mo.``, ``Berlin/Frankfurt``; "" when there is none.
    place: str = ""
    #: Each place by itself, without region.
    places: tuple[str, ...] = ()
    region: str = ""
    date: str = ""
    source: str = ""
    #: What stands between dateline and story: ``—``, ``-``, ``.-``, ``:``; "" for none.
    separator: str = ""
    #: Who writes so: an agency's name, else the form (``CITY —``).
    style: str = ""
    own_line: bool = False
    #: The story begins with no space behind the dateline.
    glued: bool = False
    #: ``desk-mark``: a byline or marks of the desk stand glued before the place.
    problems: tuple[str, ...] = ()
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def recognise(
    text: str,
    *,
    places: PlaceNames = SHIPPED,
    sources: frozenset[str] = frozenset(),
    own_line: bool = False,
    language: str = "",
) -> Dateline | None:
    """Read the dateline with which a block of text begins; None when it begins with none.

    ``places`` and ``sources`` (keys, see ``place/key.py``) add to the shipped lists. With ``own_line`` the whole block
    must be the dateline. ``language`` (BCP 47) settles forms that one press uses and another does not. Linear in the
    text, of which only the first :data:`REACH` characters are read.
    """
    plain, offsets = head.plain(text, REACH)
    if len(plain) < 2:
        return None
    chosen = _east_asian(plain, places)
    for draft in () if chosen else head.drafts(plain, places, sources, own_line):
        if judge.accepts(draft, plain, language, own_line):
            chosen = draft
    if chosen is None:
        return None
    spans = {name: (offsets[a], offsets[b - 1] + 1) for name, (a, b) in chosen.spans().items() if b > a}
    start, end = offsets[chosen.start], offsets[chosen.end - 1] + 1

    def part(name: str) -> str:
        return text[slice(*spans[name])].strip() if name in spans else ""

    return Dateline(
        text=text[start:end].strip(),
        start=start,
        end=end,
        place=part("place"),
        places=tuple(plain[a:b] for a, b in chosen.places),
        region=part("region"),
        date=part("date"),
        source=part("source").replace(chosen.dropped, "", 1),
        separator=chosen.separator,
        style=style.style(chosen, plain),
        own_line=own_line,
        glued=chosen.glued,
        problems=tuple(chosen.problems),
        spans=spans,
    )


def _east_asian(plain: str, places: PlaceNames) -> Draft | None:
    """A dateline in the brackets and words of East Asia's press."""
    if plain.isascii() or _EAST_ASIAN.search(plain, 0, 24) is None:
        return None
    from layoutcheck.newsroom.dateline import brackets

    return brackets.read(plain, places)
