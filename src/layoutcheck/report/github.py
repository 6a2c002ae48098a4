"""GitHub's workflow commands: annotations on a commit's files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TextIO

from layoutcheck.core.finding import Cause, Failure, Finding, PageReport, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.report.anchor import Anchor, anchor, page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.told import counted, cut, failure_info, lines

#: GitHub shows this many annotations of a level a step, and drops the others silently.
LIMIT = 10
#: GitHub takes a message of 64 KiB; what helps is much shorter.
_LONGEST = 4000
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


@dataclass(slots=True, eq=False)
class _Annotation:
    """What one annotation says; ``count`` findings share its cause."""

    title: str
    message: str
    at: Anchor
    count: int = 1


@dataclass(slots=True)
class _Level:
    """The annotations of one level, as many as GitHub shows: the first ones, and the first one of each cause."""

    total: int = 0
    first: list[_Annotation] = field(default_factory=list)
    causes: dict[str, _Annotation] = field(default_factory=dict)

    def chosen(self) -> list[_Annotation]:
        """All where they fit; else one a cause first, so that one broken template does not hide another fault."""
        if self.total <= LIMIT:
            return self.first
        causes = list(self.causes.values())[: LIMIT - 1]
        others = [annotation for annotation in self.first if annotation not in causes]
        return [*causes, *others][: LIMIT - 1]


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
        self._keep("error", f"{info.id} {failure.text}", _Annotation(info.id, visible(failure.text), at))

    def _finding(self, finding: Finding, uri: str) -> None:
        level = _LEVELS[finding.severity]
        key = finding.cause or f"{finding.rule} {finding.message}"
        kept = self._levels[level]
        if len(kept.first) >= LIMIT and (len(kept.causes) >= LIMIT or key in kept.causes):
            kept.total += 1
            if key in kept.causes:
                kept.causes[key].count += 1
            return
        at = anchor(finding, uri, self._context)
        message = "\n".join(lines(finding, uri, at, self._context))
        self._keep(level, key, _Annotation(finding.rule, message, at))

    def _keep(self, name: str, key: str, annotation: _Annotation) -> None:
        level = self._levels[name]
        level.total += 1
        if len(level.first) < LIMIT:
            level.first.append(annotation)
        if key in level.causes:
            level.causes[key].count += 1
        elif len(level.causes) < LIMIT:
            level.causes[key] = annotation

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the annotations, the notes' among them."""
        for note in notes:
            self._finding(note, note.place.uri)
        for name, level in self._levels.items():
            chosen = level.chosen()
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
        self._out.write(f"::{name} {','.join(told)}::{cut(message, _LONGEST).translate(_DATA)}\n")
