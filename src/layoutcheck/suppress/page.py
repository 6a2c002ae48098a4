"""Switch findings of one page off, and know at the end of the run what switched nothing off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, compress
from operator import not_
from typing import Any

from layoutcheck.core.finding import Finding, PageReport, Place
from layoutcheck.core.identity import identity
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.suppress.comment import comment_suppressions
from layoutcheck.suppress.ignore import Ignore, setting_suppressions
from layoutcheck.suppress.suppression import Suppression

#: The rule under which suppressions that do nothing are told; also the key of their fact in ``PageReport.facts``.
UNUSED = "unused-suppression"
_HELP = "https://layoutcheck.dev/guide/suppressions"


def suppress(page: Page, report: PageReport, ignores: Iterable[Ignore] = (), known: Collection[str] = ()) -> PageReport:
    """Move the findings that comments of the page or ``ignores`` switch off to ``report.suppressed``.

    ``ignores`` are the ``[[ignore]]`` tables whose paths match the page, ``known`` the rules that there are. What each
    suppression did is left in ``report.facts`` for :func:`unused_suppressions`.
    """
    found = [*comment_suppressions(page, known), *setting_suppressions(page, ignores)]
    if not found:
        return report
    begins = (page.lines.offset(finding.place.line, finding.place.column) for finding in report.findings)
    off = _switched_off(found, list(zip((finding.rule for finding in report.findings), begins, strict=True)))
    facts: dict[str, dict[str, Any]] = {}
    for one in found:  # two equal comments of one page count as one: both are the same line of a template
        fact = facts.setdefault(one.key, {**one.fact, "covers": []})
        fact["used"] = max(fact["used"], one.used)
        if any(not one.rules or rule in one.rules for rule in report.facts):  # such a rule speaks at the run's end
            ends = [(start, min(end, len(page.source))) for start, end in one.ranges]
            fact["covers"] += [[*page.lines.at(start), *page.lines.at(end)] for start, end in ends]
    return replace(
        report,
        findings=tuple(compress(report.findings, map(not_, off))),
        suppressed=(*report.suppressed, *compress(report.findings, off)),
        facts={**report.facts, UNUSED: facts},
    )


def _switched_off(found: Iterable[Suppression], findings: Sequence[tuple[str, int]]) -> list[bool]:
    """Which findings, told by rule and offset, are switched off; counts in each suppression what it did.

    A page can have thousands of both: so each suppression looks up where its ranges begin and end among the findings in
    order, and each finding how many ranges are open there.
    """
    order = sorted(range(len(findings)), key=lambda index: findings[index][1])
    by_rule: dict[str, list[int]] = {"": order}  # "" for all rules
    for index in order:
        by_rule.setdefault(findings[index][0], []).append(index)
    starts = {rule: [findings[index][1] for index in indexes] for rule, indexes in by_rule.items()}
    opened = {rule: [0] * (len(indexes) + 1) for rule, indexes in by_rule.items()}
    for one in found:
        for rule in set(one.rules or ("",)) & starts.keys():
            reach = 0
            for start, end in sorted(one.ranges):
                first = max(bisect_left(starts[rule], start), reach)
                reach = max(bisect_left(starts[rule], end), first)
                one.used += reach - first
                opened[rule][first] += 1
                opened[rule][reach] -= 1
    off = [False] * len(findings)
    for rule, indexes in by_rule.items():
        for index, depth in zip(indexes, accumulate(opened[rule]), strict=False):
            off[index] |= depth > 0
    return off


def covered(finding: Finding, page_facts: Mapping[str, dict[str, Any]]) -> bool:
    """Whether a suppression of its page switches a finding off that came up at the run's end; it then did something."""
    at = finding.place.line, finding.place.column
    covering = [
        fact for fact in page_facts.values()
        if (not fact["rules"] or finding.rule in fact["rules"])
        and any((line, column) <= at < (end_line, end_column) for line, column, end_line, end_column in fact["covers"])
    ]  # fmt: skip
    for fact in covering:
        fact["used"] += 1
    return bool(covering)


def unused_suppressions(
    facts: Iterable[tuple[str, Mapping[str, Any]]], ran: Callable[[str], bool] = lambda rule: True
) -> Iterator[Finding]:
    """What switched nothing off on any page of the run, once for each, at its first place.

    ``facts`` are pages' addresses with their fact :data:`UNUSED`. A comment in a template stands on every page and does
    its work on some: so that is judged over the run, not page by page. ``ran`` says whether a rule was run at all;
    suppressions of others are not judged.
    """
    merged: dict[str, dict[str, Any]] = {}
    for _, page_facts in facts:
        for key, fact in page_facts.items():
            known = merged.setdefault(key, {**fact, "used": 0, "pages": 0})
            known["used"] += fact["used"]
            known["pages"] += 1
    for key, fact in merged.items():
        if not fact["used"] and (fact["fault"] or all(map(ran, fact["rules"]))):
            yield _finding(key, fact)


def _finding(key: str, fact: Mapping[str, Any]) -> Finding:
    pages = f" on any of {fact['pages']:,} pages" if fact["pages"] > 1 else ""
    told = f'"{fact["told"]}" suppresses nothing{pages}'
    text = f"{told}: {fact['fault']}" if fact["fault"] else told
    uri, line, column, end_line, end_column = fact["at"]
    known_by = identity(key)
    return Finding(
        UNUSED,
        "fault" if fact["fault"] else "unused",
        text,
        Severity.WARNING if fact["fault"] else Severity.INFO,
        Place(uri, line, column, end_line, end_column),
        data={"pages": fact["pages"]},
        help=_HELP,
        fingerprint=known_by,
        cause=known_by,
    )
