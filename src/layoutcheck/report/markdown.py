"""A summary in GitHub's Markdown: the verdict, the causes, where to look. Shown at the top of a job."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from layoutcheck.core.finding import Cause, Failure, Finding, PageReport, Place, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.core.shortened import shortened
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.rule_info import info_of
from layoutcheck.report.told import counted

#: GitHub refuses a step's summary of more than 1 MiB as a whole.
ROOM = 900_000
#: How many failures and notes about the run are named.
_FAILURES = _NOTES = 50
_MARKS = {Severity.ERROR: "🔴 error", Severity.WARNING: "🟡 warning", Severity.INFO: "🔵 info"}
_SPECIAL = {ord(char): f"&#{ord(char)};" for char in "\\`*_{}[]()<>#+!|~@$&\"':^="}


def inert(text: str) -> str:
    """Text that Markdown and HTML show as it is: no markup, mention, formula, emoji code or link comes of it."""
    return visible(text).translate(_SPECIAL).replace("www.", "www&#46;")


class MarkdownReporter:
    """Written at the end, of the causes and the counts; the first line says when something had to be left out."""

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``, ``context.summary_size`` bytes of which are there already."""
        self._out = out
        self._context = context
        self._facts = RunFacts("")
        self._failures: list[Failure] = []

    def start(self, facts: RunFacts) -> None:
        """Take the run's facts."""
        self._facts = facts

    def page(self, report: PageReport) -> None:
        """Keep the first failures; findings come back as causes."""
        self._failures += report.failures[: max(0, _FAILURES - len(self._failures))]

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the summary."""
        told = {note.cause for note in notes}
        fresh = [cause for cause in causes if cause.findings > cause.known and cause.id not in told]
        known = [cause for cause in causes if cause.findings == cause.known]
        head = "".join(self._head(summary, exit_code))
        blocks = [*self._failed(summary), *self._notes(notes), *map(self._cause, fresh), *map(self._cause, known)]
        room = ROOM - self._context.summary_size - len(head.encode()) - 500
        kept = []
        for block in blocks:
            room -= len(block.encode("utf-8"))
            if room < 0:
                break
            kept.append(block)
        if len(kept) < len(blocks):
            left = len(blocks) - len(kept)
            self._out.write(
                f"> [!WARNING]\n> {left:,} of {len(blocks):,} sections are left out: "
                "a summary holds 1 MiB. The JSON report has all.\n\n"
            )
        self._out.write(head)
        self._out.writelines(kept)

    def _head(self, summary: Summary, exit_code: int) -> Iterator[str]:
        verdict = {0: "✅ passed", 130: "⏹️ interrupted"}.get(exit_code, "❌ failed")
        yield f"## layoutcheck {verdict}\n\n"
        clean = "without new findings" if summary.known else "clean"
        yield f"| pages | {clean} | errors | warnings | infos | known | suppressed | failures |\n"
        yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        counts = (
            summary.pages, summary.clean, summary.error, summary.warning, summary.info, summary.known,
            summary.suppressed, summary.failures,
        )  # fmt: skip
        yield f"| {' | '.join(f'{count:,}' for count in counts)} |\n\n"
        facts = self._facts
        yield f"Schema {inert(facts.schema)}, fails from {facts.fail_on}, layoutcheck {facts.version}.\n\n"

    def _failed(self, summary: Summary) -> Iterator[str]:
        if not self._failures:
            return
        told = [f"- {self._page(failure.uri)}: {inert(failure.text)}\n" for failure in self._failures]
        if summary.failures > len(self._failures):
            told.append(f"- … and {summary.failures - len(self._failures):,} more\n")
        yield f"### Not checked, or not fully\n\n{''.join(told)}\n"

    def _notes(self, notes: list[Finding]) -> Iterator[str]:
        if notes:
            told = [f"- {self._place(note.place)}: {inert(note.text)}\n" for note in notes[:_NOTES]]
            if len(notes) > _NOTES:
                told.append(f"- … and {len(notes) - _NOTES:,} more; the JSON report has all\n")
            yield f"### About the run\n\n{''.join(told)}\n"

    def _cause(self, cause: Cause) -> str:
        """One cause, its examples folded away."""
        state = " · known" if cause.known == cause.findings else ""
        reach = f"{counted(cause.findings, 'finding')} on {counted(cause.pages, 'page')}"
        if cause.known and not state:
            reach += f", {cause.known:,} of them known"
        lines = [
            f"<details><summary>{_MARKS[cause.severity]}{state}: <b>{inert(shortened(cause.text, 300))}</b>"
            f" — <code>{inert(cause.rule)}</code>, {reach}</summary>\n\n"
        ]
        if cause.where:
            lines.append(f"- in: {inert(cause.where)}\n")
        for key in ("engine", "cause", "fix", "template"):
            if cause.data.get(key):
                lines.append(f"- {key}: {inert(shortened(str(cause.data[key]), 1000))}\n")
        if help_uri := info_of(self._context.rules, cause.rule).help_uri:
            lines.append(f"- [about {cause.rule}]({help_uri})\n")
        for place in cause.examples:
            excerpt = f" — <code>{inert(place.excerpt)}</code>" if place.excerpt else ""
            lines.append(f"- {self._place(place)}{excerpt}\n")
        if cause.findings > len(cause.examples):
            lines.append(f"- … and {cause.findings - len(cause.examples):,} more; the JSON report has all\n")
        return "".join((*lines, "\n</details>\n\n"))

    def _place(self, place: Place) -> str:
        return f"{self._page(place.uri)} {place.line}:{place.column}"

    def _page(self, uri: str) -> str:
        told = f"<code>{inert(self._context.paths.name(uri))}</code>"
        address = self._context.paths.address(uri)
        return f'<a href="{inert(address)}">{told}</a>' if address.startswith(("https://", "http://")) else told
