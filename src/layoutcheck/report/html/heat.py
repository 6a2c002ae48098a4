"""Rules by sections: on how many pages, and what share of the section that is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from layoutcheck.report.html.record import SEVERITIES
from layoutcheck.report.html.run import Run

#: The widest and longest the table gets; what is left is summed up in a last column, or counted below.
_SECTIONS = 9
_RULES = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """One rule in one section. ``heat`` is 0 (none) to 5 (on more than half of the pages)."""

    section: str
    pages: int
    of: int
    heat: int

    @property
    def findable(self) -> bool:
        """Whether a search can ask for the section: it has a name, short and without quotes."""
        return 0 < len(self.section) <= 40 and '"' not in self.section


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One rule; ``cells`` stand in the order of the table's sections, ``whole`` is over all of them."""

    rule: str
    severity: str
    cells: tuple[Cell, ...]
    whole: Cell


@dataclass(frozen=True, slots=True)
class Heat:
    """The table. ``others`` is how many sections the last column sums up, ``cut`` how many rules are left out."""

    sections: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    others: int
    cut: int


def heat(run: Run) -> Heat:
    """Count new findings' pages by rule and section, worst and widest rule first."""
    pages: dict[str, Counter[str]] = defaultdict(Counter)
    worst: dict[str, str] = {}
    for page in run.pages:
        for rule in {one.rule for one in page.fresh}:
            pages[rule][page.section] += 1
        for one in page.fresh:
            worst[one.rule] = min(worst.get(one.rule, "info"), one.severity, key=SEVERITIES.index)
    touched = Counter(dict.fromkeys(run.sections, 0))
    for counts in pages.values():
        touched.update(counts)
    ranked = sorted(touched, key=lambda section: (-touched[section], section))
    named = tuple(ranked) if len(ranked) <= _SECTIONS else tuple(ranked[: _SECTIONS - 1])
    rest = ranked[len(named) :]
    total = sum(run.sections.values())
    rows = []
    for rule in sorted(pages, key=lambda rule: (SEVERITIES.index(worst[rule]), -pages[rule].total(), rule)):
        counts = pages[rule]
        cells = [_cell(section, counts[section], run.sections[section]) for section in named]
        if rest:
            cells.append(_cell("", sum(counts[s] for s in rest), sum(run.sections[s] for s in rest)))
        rows.append(HeatRow(rule, worst[rule], tuple(cells), _cell("", counts.total(), total)))
    return Heat(named, tuple(rows[:_RULES]), len(rest), max(0, len(rows) - _RULES))


def _cell(section: str, pages: int, of: int) -> Cell:
    share = pages / of if of else 0.0
    level = sum(share > step for step in (0, 0.01, 0.05, 0.2, 0.5))
    return Cell(section, pages, of, level)
