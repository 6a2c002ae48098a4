"""What the datelines of many pages have in common: shapes, shares by section, and schema lines that demand them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from layoutcheck.newsroom.dateline.dateline import Dateline
from layoutcheck.newsroom.place.place import letters_form

#: From this share of a section's pages on, a dateline is the rule there.
USUAL = 0.9
_FORMS = {"caps": "CITY", "mixed": "City", "caseless": "City"}


def shape(dateline: Dateline) -> str:
    """The form of a dateline with its words taken out: ``CITY, region (AP) —``."""
    parts = []
    if dateline.places:
        parts.append(_FORMS[letters_form(dateline.places[0])])
    if dateline.date:
        parts.append("date")
    told = ", ".join(parts)
    if dateline.source:
        a, b = dateline.spans.get("source", (0, 0))
        around = dateline.text[max(0, a - dateline.start - 1) : b - dateline.start + 1]
        opens, closes = around[:1], around[-1:]
        source = f"{opens}source{closes}" if opens in "([/（【〔" and closes in ")]/）】〕" else "source"
        first = a <= dateline.spans.get("place", (a, b))[0]
        told = f"{source} {told}".strip() if first else f"{told} {source}"
    return f"{told} {dateline.separator}".strip() if dateline.separator else told


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a shape of dateline in one section."""

    section: str
    shape: str
    style: str
    pages: int
    #: Of the section's pages.
    share: float
    example: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its pages, and the rows of its shapes, the most frequent first; pages without dateline have none."""

    name: str
    pages: int
    with_dateline: int
    rows: tuple[Row, ...]

    @property
    def share(self) -> float:
        """The share of pages with a dateline."""
        return self.with_dateline / self.pages if self.pages else 0.0


def survey(facts: Iterable[tuple[str, str, Dateline | None]]) -> list[Section]:
    """Count datelines: ``facts`` has address, section and dateline of each page. Sections come sorted by name."""
    pages: Counter[str] = Counter()
    found: dict[str, dict[str, list[Dateline]]] = defaultdict(lambda: defaultdict(list))
    for _uri, section, dateline in facts:
        pages[section] += 1
        if dateline is not None:
            found[section][shape(dateline)].append(dateline)
    return [_section(name, pages[name], found.get(name, {})) for name in sorted(pages)]


def _section(name: str, pages: int, found: dict[str, list[Dateline]]) -> Section:
    rows = []
    for form, datelines in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        style = Counter(dateline.style for dateline in datelines).most_common(1)[0][0]
        rows.append(Row(name, form, style, len(datelines), len(datelines) / pages, datelines[0].text))
    return Section(name, pages, sum(row.pages for row in rows), tuple(rows))


def proposed_schema(section: Section, datelines: Iterable[Dateline]) -> str:
    """The lines of a page-structure schema (YAML) that would demand what a section's datelines have; "" for none.

    Demanded is a part that at least :data:`USUAL` of the section's pages have.
    """
    known = list(datelines)
    if not section.pages or len(known) < USUAL * section.pages:
        return ""
    parts = [
        name for name in ("place", "source", "date")
        if sum(bool(getattr(dateline, name)) for dateline in known) >= USUAL * section.pages
    ]  # fmt: skip
    lines = ["required: [dateline]", "properties:", "  dateline:", "    x-kind: dateline"]
    if parts:
        lines.append(f"    required: [{', '.join(parts)}]")
    return "\n".join(lines) + "\n"
