"""Whom machines are told as the author: JSON-LD, microdata and meta elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.agency import agency_style
from layoutcheck.newsroom.byline import east_asia
from layoutcheck.newsroom.byline.candidate import Candidate
from layoutcheck.newsroom.byline.names import is_desk, is_full_name, split_names, unique
from layoutcheck.newsroom.byline.site_name import SiteNames
from layoutcheck.newsroom.structured import Fact, Structured
from layoutcheck.parse.block import single_spaced

_META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "article:author", "og:article:author", "cxenseparse:author", "citation_author", "shareaholic:article_author_name",
    "creator", "authors", "og:author", "article.author", "dc.contributor",
)  # fmt: skip
_ADDRESS = re.compile(r"https?:|www\.|^/|\.html?$|@\w")
#: What systems write where they know no author.
_NOBODY = re.compile(r"(?:no author|none|null|undefined|unknown|n/?a|-+)$", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:gmbh|inc|ltd|llc|ag|s\.?a\.?|s\.?r\.?l|kg|verlag|media|copyright|e\.?v)\b\.?|©|"
    r",\s*(?:germany|deutschland|österreich|austria|schweiz|switzerland|usa|uk|france|italy)$",
    re.IGNORECASE,
)
#: What systems and desks write for everybody.
_ANYBODY = re.compile(
    r"(?:wp|wordpress)?-?(?:admin(?:istrator)?|webmaster|editor|editorial|root|user|wordpress|web|redaktion|"
    r"redaction|redacción|redazione|info|author|staff|online|team|news|guest|gast|default|super ?user|agenc(?:y|ies)|"
    r"agencias?|agenturen?|wordpressadmin)$",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"[A-Za-z]+[._][A-Za-z]+$|[a-z]{2,12}\d*$")


def read_told(structured: Structured, sites: SiteNames) -> Iterator[Candidate]:
    """What machines are told, by source; the site's own name signs nothing."""
    by_source: dict[str, list[Fact]] = {}
    for fact in machine_names(structured):
        by_source.setdefault(fact.source, []).append(fact)
    for source, facts in by_source.items():
        names = unique(name for fact in facts for name in split_names(fact.value, machine=True))
        names = tuple(name for name in names if not _NOBODY.match(name))
        people = tuple(name for name in names if name not in sites)
        if not people:
            continue
        if source != "json-ld" and not all(" " in name or east_asia.is_person(name) for name in people):
            whole = single_spaced(facts[0].value)
            names = (whole,) if len(names) > 1 and len(facts) == 1 and len(whole) <= 60 else names
            sure = 0.9
        else:
            sure = 3.4 if source == "json-ld" else 3.0
        if all(_ANYBODY.match(name) for name in names):
            sure = 0.9
        elif all(_LOGIN.match(name) for name in names):
            sure = 1.4
        elif all(agency_style(name) for name in names):
            sure = min(sure, 2.8)
        elif source != "json-ld" and any(_COMPANY.search(fact.value) for fact in facts):
            sure = 0.9  # the publisher or maker of the site, on each of its pages
        yield Candidate(names, facts[0], source, sure, visible=False)


def machine_names(structured: Structured) -> list[Fact]:
    """What JSON-LD, then meta elements, say of the author; addresses left out."""
    found = structured.authors(structured.article) or structured.authors(structured.web_page)
    for name in _META:
        for element in structured.metas.get(name, ()):
            content = (element.attr("content") or "").strip()
            if content:
                found.append(Fact("author", content, name, at=Spot(element, "content")))
    return [fact for fact in found if not _ADDRESS.search(fact.value)]


def is_person(line: Candidate) -> bool:
    """Whether what machines are told is surely people: JSON-LD's authors with first and last name."""
    return (
        line.source == "json-ld"
        and is_full_name(line.names)
        and not any(_COMPANY.search(name) or is_desk(name) for name in line.names)
    )
