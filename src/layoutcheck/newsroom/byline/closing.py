"""Bylines that stand under the story: ``Text: Jo Moe``, ``(Jo Moe)``, and the source when an agency or the house."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from turbohtml import Element

from layoutcheck.core.rare import rare
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.agency import agency_style
from layoutcheck.newsroom.article.header import Header
from layoutcheck.newsroom.byline.candidate import AGENCY, Candidate
from layoutcheck.newsroom.byline.line import is_somebody
from layoutcheck.newsroom.byline.names import LEAD_ALONE, is_full_name, split_names
from layoutcheck.newsroom.byline.place import PROFILE, stands_elsewhere
from layoutcheck.newsroom.byline.site_name import SiteNames
from layoutcheck.newsroom.found import Found

#: How a line under the story names its authors; "By" needs a colon there, where other stories' teasers begin.
_SIGNED = rare(
    r"(?:\W{0,3}(?:autor(?:en|in|innen)?|authors?|text|bericht|auteurs?|von|by|por|par|redaktion)\s*:\s*|"
    r"(?:autor(?:en|in|innen)|bericht|text)\s+(?=[A-ZÀ-Ý]))(?P<name>\S.*)",
    re.IGNORECASE,
)
_SET_APART = re.compile(r"(?:[–—-]{1,2}\s*(?P<dash>[^()]+)|[(\[](?P<name>[^()\[\]]+)[)\]])[\s.+*]*")
#: A name in brackets behind the last sentence.
_SIGNED_OFF = re.compile(r"[.!?“\"]\s*\((?P<name>[^()]{3,40})\)[\s.+*]*$")
#: What may stand between "Author:" and the name.
_TITLE = re.compile(r"(?:rechtsanw\w+|prof\.?|dr\.?|prof\. dr\.?|dipl\.?-?\w*\.?|redakteur\w*|reporter\w*)", re.I)
#: Agencies of newspapers' own pages, which sign so together with the house: ``(dpa/jm)``, ``(FR mit dpa)``.
_AGENCIES = re.compile(r"\b(?:dpa|afp|apa|sid|epd|kna|rtr|reuters|ap|efe|ansa|ots)\b", re.IGNORECASE)
_SOURCE = re.compile(r"(?:Quelle|Source|Fuente|Fonte|Bron|Источник|Kilde|Källa)\s*:\s*(?P<name>\S.{1,30}?)[\s.)\]]*$")
_LONGEST = 120


def read_closing(lines: Iterable[Found], sites: SiteNames, header: Header) -> Iterator[Candidate]:
    """Bylines in the lines that end the story and follow it."""
    lead = ""
    for line in lines:
        text = f"{lead}{line.value}".strip()
        if lead and _TITLE.fullmatch(str(line.value)):
            continue
        lead = ""
        if line.at is None:
            continue
        if len(text) <= 20 and text.endswith(":") and LEAD_ALONE.fullmatch(text):
            lead = f"{text} "  # the name has an element of its own
            continue
        if ")" in text and (signed := _SIGNED_OFF.search(text)):
            names = split_names(signed["name"])
            if names and is_somebody(names):
                yield Candidate(names, _spot(line), "under the story", 1.3)
            elif _AGENCIES.search(signed["name"]) and agency_style(signed["name"]):
                yield Candidate((signed["name"],), _spot(line), AGENCY, 1.2)
            continue
        if len(text) > _LONGEST:
            continue
        if source := _SOURCE.match(text):
            if source["name"] in sites or agency_style(source["name"]):
                yield Candidate((source["name"],), _spot(line), AGENCY, 1.2)
            continue
        match = _SIGNED.match(text)
        if match is None and (apart := _SET_APART.fullmatch(text)) and not _is_link(_spot(line)):
            match = apart
        names = split_names(match[match.lastgroup or 0], led=True) if match else ()
        if match is None and line.source == "p" and is_full_name((text,)) and split_names(text) == (text,):
            names = (text,) if _is_set_off(_spot(line)) else ()
        if not names or not is_somebody(names):
            continue
        spot = _spot(line)
        if not stands_elsewhere(spot.node.parent, header):
            yield Candidate(names, spot, "under the story", 1.9)


def _spot(line: Found) -> Spot:
    """Where a line stands: looked for last, since hardly any line is a byline."""
    assert line.spot is not None
    return line.spot


def _is_set_off(spot: Spot) -> bool:
    """Whether a paragraph is set in italics, as signatures are; bold lines are headings and products too."""
    parent = spot.node.parent
    return isinstance(parent, Element) and parent.tag in ("em", "i", "font")


def _is_link(spot: Spot) -> bool:
    """Whether a paragraph leads elsewhere, not to somebody's page."""
    parent = spot.node.parent
    link = parent.closest("a[href]") if isinstance(parent, Element) else None
    return link is not None and PROFILE.search(link.attr("href") or "") is None
