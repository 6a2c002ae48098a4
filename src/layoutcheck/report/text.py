"""The format ``text``, for people at a terminal: pages, what is wrong there with the source line, and a summary."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from layoutcheck.core.finding import Cause, Failure, Finding, PageReport, Place, RunFacts, Summary
from layoutcheck.report.brevity import Brevity, Left, Told
from layoutcheck.report.context import Detail, ReportContext
from layoutcheck.report.neutral import line_start, visible
from layoutcheck.report.paint import COLOURS, FAILED, FAINT, TITLE, begun, ended, painter, width
from layoutcheck.report.path_mapping import is_address
from layoutcheck.report.text_summary import FAILURES, cause_lines, failure_lines, left_lines, note_lines, totals
from layoutcheck.report.told import ADVICE, some

#: How many places of a cause a page names besides those that it shows.
_PLACES = 5
#: Columns of a source line that are worth showing.
_NARROWEST = 20


class TextReporter:
    """Findings grouped by page, as much of each as is new (see :mod:`layoutcheck.report.brevity`); the causes at the
    end."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; ``context.colour`` says whether with colour, ``context.paths`` pages' addresses,
        ``context.detail`` and ``context.least`` how much."""
        self._out = out
        self._context = context
        self._paint = painter(context.colour)
        self._brevity = Brevity(context.detail, context.least)
        #: What was not checked, as much as the summary names.
        self._failures: list[Failure] = []
        #: How many pages each section has.
        self._sections: Counter[str] = Counter()
        #: Engine, cause and fix, and where they are told.
        self._explained: dict[tuple[str, ...], Place] = {}

    def start(self, facts: RunFacts) -> None:
        """Say nothing: the findings come first."""

    def page(self, report: PageReport) -> None:
        """Write one page's failures and findings; a page of which nothing new is to be said is not mentioned."""
        told = self._brevity.page(report)
        self._sections[report.section] += 1
        self._failures += report.failures[: FAILURES - len(self._failures)]
        if not told:
            return
        name = self._context.paths.name(report.uri)
        address = f"  {self._paint(visible(name), FAINT)}" if name != report.uri and is_address(name) else ""
        self._line(self._paint(line_start(report.uri), TITLE) + address)
        for failure in told.failures:
            self._line(f"  {self._paint('failed', FAILED)}  {visible(failure.text)}")
        for one in told.findings:
            if one.above is None:
                self._whole(one, report.uri)
            else:
                self._short(one, one.above, report.uri)
        self._left(told.left)
        self._line()

    def _line(self, text: str = "") -> None:
        self._out.write(f"{text}\n")

    def _head(self, finding: Finding) -> str:
        place = finding.place
        at = self._paint(f"{place.line}:{place.column}", FAINT)
        known = self._paint(" (known)", FAINT) if finding.known else ""
        severity = self._paint(str(finding.severity), COLOURS[finding.severity])
        return f"  {at}  {severity}{known}  {visible(finding.text)}  {self._paint(finding.rule, FAINT)}"

    def _short(self, told: Told, above: Place, uri: str) -> None:
        """A finding whose cause was told on a page before: a line."""
        counted = "; further ones are only counted" if told.last else ""
        more = f", and at {_places(told.more)}" if told.more else ""
        self._line(self._head(told.finding) + self._paint(f"  as at {_at(above, uri)}{more}{counted}", FAINT))

    def _whole(self, told: Told, uri: str) -> None:
        finding, place = told.finding, told.finding.place
        self._line(self._head(finding))
        self._source(finding)
        if place.where:
            self._line(f"      {self._paint('in', FAINT)} {visible(place.where)}")
        for also in finding.also:
            self._line(f"      {self._paint('also', FAINT)} {_at(also, uri)}")
        self._explanation(finding, uri)
        if finding.data.get("schema"):
            self._line(f"      {self._paint('schema:', FAINT)} {visible(str(finding.data['schema']))}")
        if told.more:
            self._line(f"      {self._paint('and the same at', FAINT)} {_places(told.more)}")

    def _explanation(self, finding: Finding, uri: str) -> None:
        """Engine, cause and fix; where they are those of a finding before, its place."""
        told = {key: visible(str(finding.data[key])) for key in ADVICE if finding.data.get(key)}
        if not told:
            return
        above = self._explained.setdefault(tuple(told.values()), finding.place)
        if above is not finding.place and self._context.detail is not Detail.ALL:
            self._line(f"      {self._paint(', '.join(told) + ':', FAINT)} as at {_at(above, uri)}")
            return
        for name, text in told.items():
            self._line(f"      {self._paint(f'{name}:', FAINT)} {text}")

    def _source(self, finding: Finding) -> None:
        snippet, place = finding.snippet, finding.place
        if snippet is None or not snippet.text.strip():
            return
        begin = place.column - snippet.column
        end = place.end_column - snippet.column if place.end_line == place.line else len(snippet.text)
        before, marked = visible(snippet.text[:begin]), visible(snippet.text[begin:end])
        after = visible(snippet.text[max(begin, end) :])
        number = str(place.line)
        if self._context.columns:
            before, marked, after = _fitted(
                before, marked, after, self._context.columns - len(number) - len("       | ")
            )
        bar = self._paint("|", FAINT)
        whole = visible(before + marked + after)  # an order to a build server may be harmless in parts only
        self._line(f"      {self._paint(number, FAINT)} {bar} {whole}")
        caret = self._paint("^" * max(1, width(marked)), COLOURS[finding.severity])
        self._line(f"      {' ' * len(number)} {bar} {' ' * width(before)}{caret}")

    def _left(self, left: Left) -> None:
        """What this page has besides."""
        told = [f"{left.above:,} more of causes shown above"] if left.above else []
        told += [f"{left.known:,} known"] if left.known else []
        if told:
            self._line(self._paint(f"  … and {', '.join(told)}", FAINT))

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the notes, the causes and the counts."""
        least, brief = self._context.least, self._context.detail is Detail.SUMMARY
        said = {note.cause for note in notes}
        told = [
            cause
            for cause in causes
            if cause.findings > cause.known and cause.id not in said and cause.severity.reaches(least)
        ]
        shown = [note for note in notes if note.severity.reaches(least)]
        self._brevity.left.lesser += len(notes) - len(shown)
        if summary.pages == 1 and not brief:
            told = []  # they stand right above
        failures = self._failures if told and not brief else []  # else they stand right above, too
        # Beside a watched folder only the pages that changed were seen, so that nobody knows all of a section.
        sections = self._sections if self._sections.total() == summary.pages else _some(causes)
        lines = [
            *note_lines(shown, self._paint),
            *failure_lines(failures, summary.failures, self._paint),
            *cause_lines(told, self._brevity.first, sections, self._paint, explained=brief),
            *left_lines(self._brevity.left, least),
            totals(summary, self._paint),
        ]
        for line in lines:
            self._line(line)


def _some(causes: list[Cause]) -> dict[str, int]:
    """The sections that are heard of, without a number."""
    return {section: 0 for cause in causes for section in cause.sections}


def _fitted(before: str, marked: str, after: str, columns: int) -> tuple[str, str, str]:
    """A source line cut to what a terminal holds: folded, its mark would stand under another part of it."""
    columns = max(columns, _NARROWEST)
    before = ended(before, max(columns // 3, columns - width(marked + after)))
    marked = begun(marked, columns - width(before))
    return before, marked, begun(after, columns - width(before + marked))


def _at(place: Place, uri: str) -> str:
    """A place, as told on the page ``uri``."""
    elsewhere = f"{visible(place.uri)}:" if place.uri and place.uri != uri else ""
    return f"{elsewhere}{place.line}:{place.column}"


def _places(places: list[Place]) -> str:
    """Where else on the page, as many as fit."""
    return some([f"{place.line}:{place.column}" for place in places], _PLACES)
