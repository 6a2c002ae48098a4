"""What changed from one report to another, told to people and to programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TextIO

from layoutcheck.report.comparison import CauseChange, Comparison, Found
from layoutcheck.report.neutral import line_start, visible
from layoutcheck.report.told import advice, counted, spread

#: So many pages that came, and as many that went, are named for people.
_NAMED = 20
#: Of one cause, people are told so many findings that came, and as many that went.
_SHOWN = 10


def comparison_object(comparison: Comparison) -> dict[str, Any]:
    """The comparison as JSON."""

    def told(found: Found) -> dict[str, Any]:
        return {"uri": found.uri, **found.told}

    return {
        "summary": {
            "new": len(comparison.new),
            "gone": len(comparison.gone),
            "gone_with_pages": comparison.gone_with_pages,
            "unchanged": comparison.unchanged,
            "known": comparison.known,
            "unchecked": len(comparison.unchecked),
            "failures": len(comparison.failures),
            "new_pages": len(comparison.new_pages),
            "gone_pages": len(comparison.gone_pages),
        },
        "new": list(map(told, comparison.new)),
        "gone": list(map(told, comparison.gone)),
        "unchecked": list(map(told, comparison.unchecked)),
        "failures": list(comparison.failures),
        "new_pages": comparison.new_pages,
        "gone_pages": comparison.gone_pages,
        "causes": [
            {
                "id": change.id,
                "rule": change.told["rule"],
                "text": change.told["text"],
                "severity": str(change.severity),
                "before": change.before,
                "after": change.after,
                "pages": change.pages,
                "sections": dict(sorted(change.sections.items())),
                "gone_with_pages": change.gone_with_pages,
                "unchecked": change.unchecked,
            }
            for change in comparison.causes
        ],
    }


def write_comparison(comparison: Comparison, out: TextIO) -> None:
    """The comparison for people: findings that came and went, failures, causes and pages that changed, counts."""
    for failure in comparison.failures:
        out.write(f"{line_start(failure['uri'])}: no longer checked: {visible(failure['text'])}\n")
    left = set(comparison.gone_pages)
    out.write("".join(_shortened(comparison.new, lambda found: "new", "new")))
    out.write(
        "".join(
            _shortened(comparison.gone, lambda found: "gone with its page:" if found.uri in left else "gone", "gone")
        )
    )
    if comparison.causes:
        out.write("Causes\n")
    for change in comparison.causes:
        out.writelines(f"{line}\n" for line in _cause(change, comparison.sections))
    if not comparison.strangers:
        out.write("".join(_pages(comparison)))
    told = f"{counted(len(comparison.new), 'new finding')}, {len(comparison.gone):,} gone"
    told += f" ({comparison.gone_with_pages:,} with their pages)" if comparison.gone_with_pages else ""
    told += f", {comparison.unchanged:,} unchanged, {comparison.known:,} known"
    if comparison.unchecked:
        told += f"; {len(comparison.unchecked):,} on pages that could not be checked"
    if comparison.new_pages or comparison.gone_pages:
        told += f"; {counted(len(comparison.new_pages), 'new page')}, {len(comparison.gone_pages):,} gone"
    out.write(told + "\n")
    if comparison.strangers:
        old, new = map(visible, comparison.strangers)
        out.write(
            f'No page is in both reports: the old one has "{old}", the new one "{new}".\n'
            "If they are the same pages, cut what differs: --strip-prefix FRONT, once for each report.\n"
        )


def _shortened(findings: Iterable[Found], state: Callable[[Found], str], what: str) -> Iterator[str]:
    """A line for each finding, the first of each cause, and how many more there are."""
    shown: Counter[str] = Counter()
    for found in findings:
        shown[found.told["cause"]] += 1
        if shown[found.told["cause"]] <= _SHOWN:
            yield _line(found, state(found))
    if more := sum(max(0, count - _SHOWN) for count in shown.values()):
        yield f"… and {more:,} more {what} ones of these causes; --json tells all\n"


def _line(found: Found, state: str) -> str:
    """A finding in a line, at its place in the report that has it."""
    place = found.told["place"]
    at = f"{line_start(found.uri)}:{place['line']}:{place['column']}"
    return f"{at}: {state} {found.severity} {found.told['rule']} {visible(found.told['text'])}\n"


def _cause(change: CauseChange, sections: Mapping[str, int]) -> Iterator[str]:
    """A changed cause, a new one with its fix: what is gone with its page or was not checked is not mended."""
    remains = change.after + change.unchecked
    state = "new" if not change.before else "gone" if not remains else "more" if change.growth > 0 else "fewer"
    counts = f"{change.before:,} -> {change.after:,}"
    if change.after:
        counts += f" on {counted(change.pages, 'page')}"
    if there := spread(change.sections, sections):
        counts += f" ({there})"
    if change.gone_with_pages:
        counts += f", {change.gone_with_pages:,} with their pages"
    if change.unchecked:
        counts += f", {change.unchecked:,} not checked"
    yield f"  {state:<5} {change.severity:<7} {counts}  {change.told['rule']}  {visible(change.told['text'])}"
    if not change.before:
        yield from (f"          {line}" for line in advice(change.told["data"]))


def _pages(comparison: Comparison) -> Iterator[str]:
    """The pages that came and went, the first of each."""
    if comparison.new_pages or comparison.gone_pages:
        yield "Pages\n"
    for state, names in (("new", comparison.new_pages), ("gone", comparison.gone_pages)):
        yield from (f"  {state:<5} {visible(name)}\n" for name in names[:_NAMED])
        if len(names) > _NAMED:
            yield f"  {state:<5} and {len(names) - _NAMED:,} more (--json names them all)\n"
