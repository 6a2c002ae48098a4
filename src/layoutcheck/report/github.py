"""GitHub's workflow commands: annotations on a commit's files."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TextIO

from layoutcheck.core.finding import Cause, Failure, Finding, PageReport, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.core.shortened import shortened
from layoutcheck.report.anchor import Anchor, anchor, page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.told import counted, failure_info, lines

#: GitHub shows this many annotations of a level a step, and drops the others silently.
LIMIT = 10
#: Of how many causes of a level an annotation is kept until the end, when it is known which are the widest.
_CAUSES = 1000
#: GitHub takes a message of 64 KiB; what helps is much shorter.
_LONGEST = 4000
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


@dataclass(slots=True, eq=False)
class _Annotation:
    """What one annotation says; ``count`` findings share its cause, several causes may be one ``fault`` in words."""

    title: str
    message: str
    at: Anchor
    fault: tuple[str, ...] = ()
    count: int = 1


@dataclass(slots=True)
class _Level:
    """The annotations of one level to choose from: the first ones, and the first of each cause and of some pages."""

    total: int = 0
    first: list[_Annotation] = field(default_factory=list)
    causes: dict[str, _Annotation] = field(default_factory=dict)
    pages: dict[str, _Annotation] = field(default_factory=dict)

    def wants(self, key: str, page: str) -> bool:
        """Whether the next finding, of this cause on this page, may be among those that are chosen."""
        new_cause = key not in self.causes and len(self.causes) < _CAUSES
        new_page = page not in self.pages and len(self.pages) < LIMIT
        return len(self.first) < LIMIT or new_cause or new_page

    def count(self, key: str) -> None:
        """Count a finding in."""
        self.total += 1
        if key in self.causes:
            self.causes[key].count += 1

    def keep(self, key: str, page: str, annotation: _Annotation) -> None:
        """Count a finding in, and keep its annotation."""
        self.count(key)
        if len(self.first) < LIMIT:
            self.first.append(annotation)
        if len(self.causes) < _CAUSES:
            self.causes.setdefault(key, annotation)
        if len(self.pages) < LIMIT:
            self.pages.setdefault(page, annotation)

    def chosen(self, ranks: Mapping[str, int]) -> list[_Annotation]:
        """All where they fit; else one of each fault, the widest causes (by ``ranks``) first, then other pages.

        So one broken template hides no other fault, and one page no other page.
        """
        if self.total <= LIMIT:
            return self.first
        causes = sorted(self.causes, key=lambda key: ranks.get(key, -1))  # failures have no rank
        waiting = [*map(self.causes.__getitem__, causes), *self.pages.values(), *self.first]
        chosen: list[_Annotation] = []
        for differs in (_in_fault, _in_page, _in_itself):
            seen = set(map(differs, chosen))
            for annotation in waiting:
                if len(chosen) < LIMIT - 1 and differs(annotation) not in seen and annotation not in chosen:
                    seen.add(differs(annotation))
                    chosen.append(annotation)
        return chosen


def _in_fault(annotation: _Annotation) -> Hashable:
    return annotation.fault


def _in_page(annotation: _Annotation) -> Hashable:
    return annotation.at.path


def _in_itself(annotation: _Annotation) -> Hashable:
    return id(annotation)


class GithubReporter:
    """At the end, at most ten ``::error``, ``::warning`` and ``::notice`` commands each, the last one saying what is
    left out."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; files are those of the checkout (see :func:`layoutcheck.report.anchor.anchor`)."""
        self._out = out
        self._context = context
        self._levels = {name: _Level() for name in _LEVELS.values()}

    def start(self, facts: RunFacts) -> None:
        """Say nothing."""

    def page(self, report: PageReport) -> None:
        """Count one page's failures and findings in."""
        for failure in report.failures:
            self._failure(failure, report.uri)
        for finding in report.findings:
            if not finding.known:  # what is accepted needs no annotation; the last line counts it
                self._finding(finding, report.uri)

    def _failure(self, failure: Failure, uri: str) -> None:
        info = failure_info(failure)
        at = Anchor("page", page_path(uri, self._context), 1)
        fault = info.id, failure.text
        self._levels["error"].keep(" ".join(fault), uri, _Annotation(info.id, visible(failure.text), at, fault))

    def _finding(self, finding: Finding, uri: str) -> None:
        level = _LEVELS[finding.severity]
        key = finding.cause or f"{finding.rule} {finding.message}"
        kept = self._levels[level]
        if not kept.wants(key, uri):
            kept.count(key)
            return
        at = anchor(finding, uri, self._context)
        message = "\n".join(lines(finding, uri, at, self._context))
        fault = finding.rule, finding.message, finding.text
        kept.keep(key, uri, _Annotation(finding.rule, message, at, fault))

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the annotations, the notes' among them."""
        for note in notes:
            self._finding(note, note.place.uri)
        ranks = {cause.id: rank for rank, cause in enumerate(causes)}
        for name, level in self._levels.items():
            chosen = level.chosen(ranks)
            for annotation in chosen:
                count = annotation.count if level.total > LIMIT else 1
                more = f" ({count:,} of this cause)" if count > 1 else ""
                self._command(name, annotation.title + more, annotation.message, annotation.at)
            if level.total > LIMIT:
                left = level.total - len(chosen)
                told = f"{left:,} more of {level.total:,} are not shown here: GitHub shows {LIMIT} a step"
                self._command(name, "layoutcheck", f"{told}. The job summary has every cause, the JSON report all.")
        if summary.known:
            self._out.write(f"layoutcheck: {counted(summary.known, 'known finding')} without an annotation\n")

    def _command(self, name: str, title: str, message: str, at: Anchor | None = None) -> None:
        told = [f"title={visible(title).translate(_PROPERTY)}"]
        if at is not None:
            end = max(at.end_line, at.line)
            told = [f"file={visible(at.path).translate(_PROPERTY)}", f"line={at.line}", f"endLine={end}", *told]
            if at.column and end == at.line:  # GitHub takes no columns for a stretch of several lines
                told[3:3] = [f"col={at.column}", f"endColumn={max(at.end_column, at.column)}"]
        self._out.write(f"::{name} {','.join(told)}::{shortened(message, _LONGEST).translate(_DATA)}\n")
