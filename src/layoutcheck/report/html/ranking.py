"""The causes of the first screen: the worst, with room for more than one rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from layoutcheck.report.html.record import Root

#: Causes on the first screen, and those of one rule among them: twenty times the same fault would hide the second one.
TOP_CAUSES, OF_ONE_RULE = 20, 4


@dataclass(frozen=True, slots=True)
class Rest:
    """Further causes of a rule, told in one line. ``pages`` is on how many pages they are."""

    rule: str
    causes: int
    pages: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """The entries of the first screen in their order, and how many causes they are."""

    rows: tuple[Root | Rest, ...]
    shown: int


def ranking(roots: Sequence[Root]) -> Ranking:
    """The first causes of ``roots``, which are ranked already; a rule's surplus is summed up behind its last one."""
    of_rule: dict[str, list[Root]] = {}
    for root in roots:
        of_rule.setdefault(root.rule, []).append(root)
    rows: list[Root | Rest] = []
    told: Counter[str] = Counter()
    for root in roots:
        siblings = of_rule[root.rule]
        # A surplus of one is shown as it is: its line would take the same room.
        room = OF_ONE_RULE if len(siblings) > OF_ONE_RULE + 1 else len(siblings)
        if told[root.rule] == room:
            continue
        told[root.rule] += 1
        rows.append(root)
        if told[root.rule] == room < len(siblings):
            rest = siblings[room:]
            rows.append(Rest(root.rule, len(rest), len({one.page.file for other in rest for one in other.found})))
        if told.total() == TOP_CAUSES:
            break
    return Ranking(tuple(rows), told.total())
