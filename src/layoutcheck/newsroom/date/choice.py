"""Which of a page's dates is that of publication or of the last change: the machines' value, the readers' place."""

from __future__ import annotations

from collections.abc import Callable

from layoutcheck.newsroom.date.dates import Moment
from layoutcheck.newsroom.date.statement import DateStatement

#: Names of meta elements that many systems fill with the day on which the page was built.
_LOOSE = frozenset(("date", "dc.date", "dcterms.date", "created", "dat", "pdate", "dc.date.created", "dcterms.created"))

Chosen = tuple[Moment, DateStatement, str]


def choose_date(dates: list[DateStatement], label: str, everywhere: Callable[[], list[DateStatement]]) -> Chosen | None:
    """The moment, the statement at whose place it stands, and its source; None where the page tells none.

    ``label`` is ``published`` or ``modified``; ``everywhere`` gives the dates in all lines of the page, asked
    for only to tell which of two readings of 3/4/2021 is meant.
    """
    told = [d for d in dates if d.label == label and not d.visible and d.source != "time[datetime]"]
    told.sort(key=lambda d: d.source == "json-ld page")
    seen = [d for d in dates if d.visible and not d.near and d.label in (label, "" if label == "published" else label)]
    seen.sort(key=lambda d: (not d.lone, d.label != label, d.source != "text"))
    if told:
        first = told[0]
        if label == "published" and seen and seen[0].lone and _is_built(first, seen):
            return _readers(seen)
        return _reconciled(first, seen or (everywhere() if first.swapped else []))
    if not seen and label == "published":
        # hAtom has "updated" on every date of an entry: where readers see one date and no word for it, it is the day.
        seen = [d for d in dates if d.visible and not d.near and d.lone and not d.worded]
        seen.sort(key=lambda d: d.source != "text")
    return _readers(seen) if seen else None


def _readers(seen: list[DateStatement]) -> Chosen:
    """The readers' own date, as exact as its element tells it."""
    first = seen[0]
    exact = next((d for d in seen if d.source != "text" and d.moment.day == first.moment.day), first)
    return exact.moment, first, exact.source


def _is_built(told: DateStatement, seen: list[DateStatement]) -> bool:
    """Whether machines are told the day of another event: none that readers see, and vaguely, or later than those."""
    gaps = [
        (told.moment.day - day).days for d in seen for day in (d.moment.day, *([d.swapped.day] if d.swapped else []))
    ]
    if told.swapped is not None:
        gaps += [(told.swapped.day - d.moment.day).days for d in seen]
    if any(abs(gap) <= 1 for gap in gaps):
        return False
    if told.source in _LOOSE:
        return True
    return told.source != "json-ld" and all(gap > 1 for gap in gaps) and len({d.moment.day for d in seen}) == 1


def _reconciled(told: DateStatement, seen: list[DateStatement]) -> Chosen:
    """What machines are told, at the visible date of that day; the visible date where machines' UTC hides it."""
    day = told.moment.day
    for shown in seen:
        if shown.moment.day == day or (shown.swapped is not None and shown.swapped.day == day):
            return told.moment, shown, told.source
    for shown in seen:
        if told.swapped is not None and shown.moment.day == told.swapped.day:
            return told.swapped, shown, told.source
    if told.moment.offset == 0:
        for shown in seen:
            if abs((shown.moment.day - day).days) == 1:
                return shown.moment, shown, shown.source
    return told.moment, told, told.source
