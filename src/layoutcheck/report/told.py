"""The words that a platform shows for a finding: its text, the part of the page, cause and fix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from layoutcheck.core.finding import Failure, Finding
from layoutcheck.report.anchor import Anchor
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.path_mapping import is_address
from layoutcheck.report.rule_info import CRASHED, UNCHECKED, RuleInfo

#: What helps, among the values of a finding.
ADVICE = ("engine", "cause", "fix")
#: How many sections are named that a cause is in.
_SECTIONS = 3


def lines(finding: Finding, uri: str, at: Anchor, context: ReportContext) -> Iterator[str]:
    """All that a platform shows of a finding, a line each: its words, the advice, and the page, where another file is
    shown in its place or its readers know it by an address."""
    yield told(finding)
    yield from advice(finding.data)
    name = context.paths.name(uri)
    if at.kind != "page" or is_address(name):
        yield f"on {visible(name)}"


def told(finding: Finding) -> str:
    """The finding in one harmless line; a known one says so."""
    where = f" (in {visible(finding.place.where)})" if finding.place.where else ""
    return f"{visible(finding.text)}{where}{' (known)' if finding.known else ''}"


def advice(data: Mapping[str, Any]) -> Iterator[str]:
    """What else is known of a finding or cause, a line each: the engine, the cause, the fix."""
    for key in ADVICE:
        if data.get(key):
            yield f"{key}: {visible(str(data[key]))}"


def failure_info(failure: Failure) -> RuleInfo:
    """What stands in the place of the rule for a page that was not checked, or not fully."""
    return UNCHECKED if failure.rule is None else CRASHED


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 page``, ``12,000 pages``, ``2 entries``."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def some(names: Sequence[str], most: int) -> str:
    """The first names of a list, and how many more there are: ``a.html, b.html and 3 more``."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most:,} more" if len(names) > most else shown


def spread(sections: Mapping[str, int], whole: Mapping[str, int]) -> str:
    """In which sections a cause is, which says mostly which template broke; "" where that says nothing.

    ``sections`` counts the cause's pages, ``whole`` all pages: ``every page of live``, ``all in live``, ``live 30,
    world 4 and 2 more sections``.
    """
    told = sorted(sections.items(), key=lambda section: (-section[1], section[0]))
    if len(whole) < 2 or not told or sum(sections.values()) < 2:
        return ""
    if len(told) > 1:
        named = ", ".join(f"{visible(name) or 'no section'} {count:,}" for name, count in told[:_SECTIONS])
        rest = len(told) - _SECTIONS
        return f"{named} and {counted(rest, 'more section')}" if rest > 0 else named
    ((name, count),) = told
    return f"{'every page of' if whole.get(name) == count else 'all in'} {visible(name)}" if name else ""
