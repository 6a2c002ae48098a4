"""The end of the format ``text``: notes about the run, the causes, what is not shown, the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from layoutcheck.core.finding import Cause, Failure, Finding, Place, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.report.brevity import Left
from layoutcheck.report.neutral import line_start, visible
from layoutcheck.report.paint import COLOURS, FAILED, FAINT, STRONG, TITLE, Paint, plain
from layoutcheck.report.told import advice, counted, spread

#: How many faults the summary names, in how many parts of a page each, and how many notes about the run of one rule.
_FAULTS, _PARTS, _NOTES = 20, 3, 10
#: How many failures it names.
FAILURES = 10


def note_lines(notes: list[Finding], paint: Paint) -> Iterator[str]:
    """What the run says of itself."""
    if not notes:
        return
    yield paint("About the run", TITLE)
    told: Counter[str] = Counter()
    for note in notes:
        told[note.rule] += 1
        if told[note.rule] > _NOTES:
            continue
        place = note.place
        severity = paint(str(note.severity), COLOURS[note.severity])
        known = paint(" (known)", FAINT) if note.known else ""
        yield f"  {severity}{known}  {visible(note.text)}  {paint(note.rule, FAINT)}"
        yield f"      {paint('at', FAINT)} {visible(place.uri)}:{place.line}:{place.column}"
    for rule, count in told.items():
        if count > _NOTES:
            yield f"  … and {count - _NOTES:,} more of {paint(rule, FAINT)}; all are in the JSON report"
    yield ""


def failure_lines(failures: list[Failure], count: int, paint: Paint) -> Iterator[str]:
    """The first of ``count`` failures once more: each fails the run, and may stand a thousand lines above."""
    if not failures:
        return
    yield paint("Not checked, or not fully", TITLE)
    for failure in failures:
        yield f"  {paint('failed', FAILED)}  {line_start(failure.uri)}: {visible(failure.text)}"
    if count > len(failures):
        yield f"  … and {count - len(failures):,} more; all are in the JSON report"
    yield ""


def cause_lines(
    causes: list[Cause],
    first: Callable[[str], Place | None],
    sections: Mapping[str, int],
    paint: Paint,
    *,
    explained: bool,
) -> Iterator[str]:
    """The worst and widest causes; those that read alike, in several parts of a page, below one another.

    ``first`` knows where a cause is told in full, if it is; ``sections`` how many pages each section has; ``explained``
    adds engine, cause and fix.
    """
    faults: dict[tuple[str, str, str, Severity], list[Cause]] = {}
    for cause in causes:
        faults.setdefault((cause.rule, cause.message, cause.text, cause.severity), []).append(cause)
    if faults:
        yield paint("Causes", STRONG)
    for (rule, _, text, severity), alike in islice(faults.items(), _FAULTS):
        yield f"  {paint(f'{severity:<7}', COLOURS[severity])} {visible(text)}"
        for cause in alike[:_PARTS]:
            yield f"          {rule}: {_reach(cause, first(cause.id), sections)}"
        if more := alike[_PARTS:]:
            yield f"          … and {counted(sum(cause.findings for cause in more), 'finding')} in other parts of pages"
        if explained:
            yield from (f"          {line}" for line in advice(alike[0].data))
    if rest := sum(map(len, islice(faults.values(), _FAULTS, None))):
        yield f"  … and {counted(rest, 'more cause')}; all are in the JSON report"
    if faults:
        yield ""


def _reach(cause: Cause, first: Place | None, sections: Mapping[str, int]) -> str:
    """How far a cause goes, and one place, by which those that read alike are told apart."""
    place = first or (cause.examples[0] if cause.examples else None)
    part = (place.where if place else "") or cause.where
    at = f"{visible(place.uri)}:{place.line}:{place.column}" if place else ""
    where = f" in {visible(part)}" if part else ""
    if cause.findings == 1 and at:
        return f"at {at}{where}"
    known = f", {cause.known:,} of them known" if cause.known else ""
    there = spread(cause.sections, sections)
    reach = f"{counted(cause.findings, 'finding')} on {counted(cause.pages, 'page')}{known}"
    reach += f" ({there})" if there else ""
    return f"{reach}, such as {at}{where}" if at else f"{reach}{where}"


def left_lines(left: Left, least: Severity) -> Iterator[str]:
    """What is not shown, and how to see it."""
    told = []
    if left.above:
        only = f" ({counted(left.pages, 'page')} with nothing else)" if left.pages else ""
        told.append(f"{counted(left.above, 'more finding')} of causes shown{only}")
    if left.failures:
        told.append(f"{counted(left.failures, 'more failure')} in words shown")
    if left.known:
        told.append(f"{counted(left.known, 'known finding')}")
    ways = ["--verbose shows each in full, -o concise a line each"] if told else []
    if left.lesser:
        told.append(f"{counted(left.lesser, 'finding')} below {least}")
        ways.append("--show info shows them" if len(told) == 1 else "--show info those")
    if told:
        yield f"Not shown: {', '.join(told)}; {'; '.join(ways)}"


def totals(summary: Summary, paint: Paint = plain) -> str:
    """The counts of a run in one line."""
    new = "new " if summary.known else ""  # beside known ones, those that count are called new
    counts = [
        paint(counted(summary.error, f"{new}error"), COLOURS[Severity.ERROR] if summary.error else FAINT),
        paint(counted(summary.warning, f"{new}warning"), COLOURS[Severity.WARNING] if summary.warning else FAINT),
        counted(summary.info, f"{new}info"),
    ]
    if summary.known:
        counts.append(f"{summary.known:,} known")
    if summary.suppressed:
        counts.append(f"{summary.suppressed:,} suppressed")
    clean = "without new findings" if summary.known else "clean"
    told = f"{counted(summary.pages, 'page')} checked, {summary.clean:,} {clean}: {', '.join(counts)}"
    if summary.failures:
        told += f"; {paint(counted(summary.failures, 'failure'), FAILED)}"
    return f"interrupted; {told}" if summary.interrupted else told
