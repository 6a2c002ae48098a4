"""Who wrote it: the byline that a reader sees, checked against the names that machines are told."""

from __future__ import annotations

from collections.abc import Iterable

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.header import Header
from layoutcheck.newsroom.byline.candidate import Candidate
from layoutcheck.newsroom.byline.closing import read_closing
from layoutcheck.newsroom.byline.line import read_agency, read_bare, read_spoken
from layoutcheck.newsroom.byline.marked import read_far, read_marked
from layoutcheck.newsroom.byline.names import fold, is_desk, is_full_name
from layoutcheck.newsroom.byline.seen import find_seen
from layoutcheck.newsroom.byline.site_name import SiteNames, read_site_names
from layoutcheck.newsroom.byline.told import is_person, read_told
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.structured import Structured

#: What it adds that machines and readers are told the same names.
_AGREED = 2.0
#: So sure are the names of people in JSON-LD that no reader sees: more than of nothing, less than of anything seen.
_UNSEEN = 1.1


def find_byline(structured: Structured, header: Header, closing: Iterable[Found] = ()) -> Found | None:
    """The byline of a page: the candidate for which most speaks, those that machines confirm before all others.

    ``closing`` are the lines that end the story; they and the rest of the page are read only where the header shows
    none.
    """
    sites = read_site_names(structured)
    told = list(read_told(structured, sites))
    shown = read_marked(header, structured)
    if not any(_confirmed(line, told) == _AGREED for line in shown):
        shown += [*read_spoken(header), *read_bare(header)]
    if not any(line.sure >= 3.4 or _confirmed(line, told) for line in shown):
        seen = {names: find_seen(structured, names) for names in {line.names for line in told}}
        told = [_seen(line, seen[line.names]) for line in told]
    if not any(line.sure >= 3 for line in shown) and not any(line.sure >= 3.4 for line in told):
        shown += [
            *read_far(structured.page, header),
            *read_closing(closing, sites, header),
            *read_agency(header),
        ]
    best: Candidate | None = None
    for line in (*shown, *told):
        names = _without_sites(line.names, sites) or line.names
        sure = line.sure + _confirmed(line, told if line.visible else shown)
        if all(name in sites for name in names):
            sure = min(sure, 2.3) if line.marked or is_desk(names[0]) else 0.0
        if names and (best is None or sure > best.sure):
            best = Candidate(names, line.at, line.source, sure, line.visible)
    if best is None or best.sure < 1:
        return None
    if not best.visible:
        best = _shown(best, shown)
    return Found(", ".join(best.names), best, best.source)


def _seen(told: Candidate, seen: tuple[tuple[str, ...], Spot] | None) -> Candidate:
    """What machines are told, at the place where readers see it; worth next to nothing where they see it nowhere."""
    if seen is not None:
        return Candidate(seen[0], seen[1], told.source, told.sure, visible=False)
    return Candidate(told.names, told.at, told.source, _UNSEEN if is_person(told) else 0.0, visible=False)


def _shown(told: Candidate, shown: list[Candidate]) -> Candidate:
    """The visible copy of a byline that machines are told, when there is one."""
    wanted = {fold(name) for name in told.names}
    for line in shown:
        if wanted & {fold(name) for name in line.names}:
            return Candidate(told.names, line.at, line.source, told.sure)
    return told


def _confirmed(line: Candidate, others: list[Candidate]) -> float:
    """How far the other side (machines or readers) is told the same names."""
    own = {fold(name) for name in line.names}
    best = 0.0
    for other in others:
        names = {fold(name) for name in other.names}
        if own == names:
            return _AGREED
        if own & names:
            more = line.visible and own > names and is_full_name(line.names)
            best = max(best, 1.9 if more else 1.0)
    return best


def _without_sites(names: tuple[str, ...], sites: SiteNames) -> tuple[str, ...]:
    """Names without that of the site or agency which stands behind a person's: ``Jo Moe, CNN``."""
    people = tuple(name for name in names if not sites.are_said_to_hold(name))
    if len(people) > 1:
        named = tuple(name for name in people if not (name.isupper() and len(name) <= 12 and " " not in name))
        people = named or people
    return people
