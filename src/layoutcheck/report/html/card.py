"""A finding, ready to be shown: its evidence, what was expected, who made it and how it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layoutcheck.report.html.evidence import Evidence, Source
from layoutcheck.report.html.preview import mark_id
from layoutcheck.report.html.record import Found
from layoutcheck.report.html.safe import cut

#: Other places shown with a finding.
ALSO = 3
#: Keys of a finding's data that the report shows in places of their own.
_TOLD = frozenset({"engine", "engines", "cause", "fix", "certainty", "expected", "found", "template"})
#: The same where a certainty is told.
_CERTAIN = frozenset({"why", "family", "expression"})


@dataclass(frozen=True, slots=True)
class Background:
    """What a message's data tells of the root: engine, cause, fix, template. Empty strings where it does not."""

    engines: str
    cause: str
    fix: str
    certainty: str
    #: Why it is that certain.
    why: str
    expected: str
    found: str
    template: str

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Background:
        """Read the data of a finding or a cause; whatever the values are, words come out."""
        engines = data.get("engines") or data.get("engine") or ""
        return cls(
            engines=", ".join(map(str, engines)) if isinstance(engines, list | tuple) else str(engines),
            cause=_words(data.get("cause")),
            fix=_words(data.get("fix")),
            certainty=_words(data.get("certainty")),
            why=_words(data.get("why")) if data.get("certainty") else "",
            expected=_words(data.get("expected")),
            found=_words(data.get("found")),
            template=_template(data.get("template")),
        )


@dataclass(frozen=True, slots=True)
class Also:
    """Another place of the fault. ``elsewhere`` is the other page's address, "" for the same page."""

    place: Mapping[str, Any]
    evidence: Evidence
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that is shown of one finding."""

    found: Found
    evidence: Evidence
    also: tuple[Also, ...]
    more_also: int
    background: Background
    #: Further values of the message, as words.
    values: tuple[tuple[str, str], ...]
    #: The id of its mark in the preview, "" where the page has none.
    mark: str = ""


def card(found: Found, source: Source, *, previewed: bool = False, snippets: bool = True) -> Card:
    """The card of a finding on a page with this source; ``snippets`` may stand in for a source that is not at hand."""
    also = found.also
    others = []
    for place in also[:ALSO]:
        elsewhere = str(place.get("uri", ""))
        elsewhere = "" if elsewhere == found.page.uri else elsewhere
        others.append(Also(place, (Source(None) if elsewhere else source).evidence(place, context=0), elsewhere))
    data = found.data
    told = _TOLD | _CERTAIN if data.get("certainty") else _TOLD
    values = tuple(
        (key.replace("_", " "), _words(value)) for key, value in data.items() if key not in told and _words(value)
    )
    return Card(
        found, source.evidence(found.place, snippet=found.snippet if snippets else None), tuple(others),
        max(0, len(also) - ALSO), Background.of(data),
        values[:12], mark_id(found.anchor) if previewed else "",
    )  # fmt: skip


def _words(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list | tuple):
        return cut(", ".join(filter(None, map(_words, value[:20]))), 600)
    if isinstance(value, Mapping):
        return cut(", ".join(f"{key}: {_words(inner)}" for key, inner in list(value.items())[:20]), 600)
    return cut(str(value), 600)


def _template(value: object) -> str:
    """``file:line`` of the template, whether it was given as a text or as an object."""
    if isinstance(value, Mapping):
        file = str(value.get("file") or value.get("path") or value.get("name") or "")
        line = value.get("line")
        return f"{file}:{line}" if file and line else file
    return _words(value)
