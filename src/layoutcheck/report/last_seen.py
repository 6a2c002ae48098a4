"""What each page said when it was last checked, and what went and came since: page by page, since a run need not check
all."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from posixpath import normpath
from typing import Any

SEVERITIES = ("error", "warning", "info")
#: A finding as a page's memory keeps it: its cause and its fingerprint.
Print = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What a run found on one page."""

    prints: frozenset[Print] = frozenset()
    #: The findings that no baseline knows, by severity.
    new: Mapping[str, int] = field(default_factory=dict)
    #: Whether the page could not be checked fully: then what is missing is not known to be gone.
    failed: bool = False

    @classmethod
    def of(cls, page: Mapping[str, Any]) -> SeenPage:
        """A page of a JSON report."""
        found = page["findings"]
        new = Counter(str(told["severity"]) for told in found if not told.get("known"))
        prints = frozenset((str(told["cause"]), str(told["fingerprint"])) for told in found)
        return cls(prints, dict(new), bool(page["failures"]))


@dataclass(frozen=True, slots=True)
class Counts:
    """Pages, and the new findings on them."""

    pages: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0


@dataclass(frozen=True, slots=True)
class Moves:
    """What went and what came since each page was last checked."""

    #: Findings that are no longer on a page that was checked before and now, and those that came to such a page.
    gone: int = 0
    arrived: int = 0
    #: Findings whose pages are no more, and those on pages that no run had checked before.
    gone_with_pages: int = 0
    on_new_pages: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run beside what was known before it."""

    moves: Moves
    #: The pages that this run did not check and that are there still, as far as one can tell: they say what they said.
    unchecked: Counts
    #: The names of pages that are no more.
    vanished: frozenset[str]
    #: The causes that no page has any more: how many findings and pages they had.
    gone_causes: Mapping[str, tuple[int, int]]


def compare(
    before: Mapping[str, SeenPage], now: Mapping[str, SeenPage], is_gone: Callable[[str], bool]
) -> Comparison:  # fmt: skip
    """Compare the pages of a run with what they said ``before``; ``is_gone`` tells a deleted page from one that was
    not checked."""
    vanished = frozenset(name for name in before.keys() - now.keys() if is_gone(name))
    checked = {name: page for name, page in now.items() if not page.failed}
    again = before.keys() & checked.keys()
    kept = before.keys() - checked.keys() - vanished
    moves = Moves(
        gone=sum(len(before[name].prints - checked[name].prints) for name in again),
        arrived=sum(len(checked[name].prints - before[name].prints) for name in again),
        gone_with_pages=sum(len(before[name].prints) for name in vanished),
        on_new_pages=sum(len(page.prints) for name, page in checked.items() if name not in before),
    )
    left = {name: _without(before[name].new, now[name].new if name in now else {}) for name in kept}
    unchecked = Counts(
        len(kept - now.keys()), *(sum(new.get(kind, 0) for new in left.values()) for kind in SEVERITIES)
    )  # fmt: skip
    there = {cause for page in chain(now.values(), (before[name] for name in kept)) for cause, _ in page.prints}
    return Comparison(moves, unchecked, vanished, _gone_causes(before.values(), there))


def _without(counts: Mapping[str, int], told: Mapping[str, int]) -> dict[str, int]:
    """What of ``counts`` is not in ``told``: a page that could not be checked fully may say some of it again."""
    return {kind: max(0, count - told.get(kind, 0)) for kind, count in counts.items()}


def _gone_causes(before: Iterable[SeenPage], there: set[str]) -> dict[str, tuple[int, int]]:
    findings: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    for page in before:
        causes = [cause for cause, _ in page.prints if cause not in there]
        findings.update(causes)
        pages.update(set(causes))
    return {cause: (findings[cause], pages[cause]) for cause in findings}


def vanishing(
    names: Iterable[str], folders: Sequence[str], exists: Callable[[str], bool] = os.path.exists
) -> Callable[[str], bool]:
    """How to tell a page that is deleted from one that a run with the pages ``names`` did not check.

    It is deleted when the run looked through a folder (one of ``folders``) that it was in and did not meet it; or when
    it is not on the disk, as long as pages of the run are: a report may be read far from its pages. Of a folder that
    could not be read, which a run names like a page (``news/*``), nobody knows.
    """
    named = list(names)
    at_hand = any(map(exists, named))
    below = [_inside(normpath(folder)) for folder in folders if folder not in ("", "-")]
    closed = tuple(name[:-1] for name in named if name.endswith("/*"))

    def is_gone(name: str) -> bool:
        if name == "-" or "://" in name or name.startswith(closed):
            return False
        path = normpath(name)
        return any(inside(path) for inside in below) or (at_hand and not exists(name))

    return is_gone


def _inside(folder: str) -> Callable[[str], bool]:
    """Whether a path lies below a folder, by their names."""
    if folder == ".":
        return lambda path: not path.startswith(("/", "../"))
    return lambda path: path.startswith(f"{folder.rstrip('/')}/")
