"""A whole run: arguments to pages, pages to reports, reports to an exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO

from layoutcheck import __version__
from layoutcheck.config import Settings
from layoutcheck.core.errors import UserError, UserErrors
from layoutcheck.core.finding import PageReport, RunFacts, Summary
from layoutcheck.core.origin import file_and_line
from layoutcheck.core.tally import Tally
from layoutcheck.model.load import schema_by_name, schema_faults
from layoutcheck.pipeline import RunOptions
from layoutcheck.report.reporter import Reporter
from layoutcheck.runner.aside import Aside
from layoutcheck.runner.cache import Cache
from layoutcheck.runner.closing import Closing
from layoutcheck.runner.limits import calm_signals
from layoutcheck.runner.pool import LIMIT, MEMORY, check_all
from layoutcheck.runner.timings import Timings
from layoutcheck.sources.files import find_pages
from layoutcheck.sources.own_reports import OwnReports
from layoutcheck.sources.page_ref import PageRef
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.recording import Recording


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for."""

    arguments: tuple[str, ...]
    settings: Settings
    options: RunOptions = field(default_factory=RunOptions)
    media_type: str = ""
    charset: str | None = None
    command: tuple[str, ...] = ()
    #: Worker processes; 0 for one a core.
    workers: int = 0
    #: Seconds and megabytes that a page may take; None for any amount of memory.
    limit: float = LIMIT
    memory: int | None = MEMORY
    cache: Cache | None = None
    baseline: Baseline | None = None
    #: Takes the findings that the baseline does not know, for writing a baseline.
    recording: Recording | None = None
    timings: Timings | None = None
    #: The files and folders that the run's reports are written to: no pages, where they lie among them.
    written: tuple[str, ...] = ()
    #: Whether a run passes whose pages are all excluded: a hook names what changed, and cannot know.
    allow_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended."""

    exit_code: int
    summary: Summary
    #: Reports of earlier runs that lay among the pages, and were left out.
    own_reports: tuple[str, ...] = ()


def facts(request: Request) -> RunFacts:
    """The head of the report."""
    layers = request.settings.layers
    schemas = dict.fromkeys(str(layer.schema.value) for layer in layers if layer.schema)
    return RunFacts(
        version=__version__,
        command=request.command,
        schema=", ".join(schemas) or "article",
        config=", ".join(request.settings.files),
        fail_on=str(request.settings.fail_on.value),
        started=request.options.now,
        arguments=request.arguments,
    )


def pages(request: Request, stdin: BinaryIO | None, own: OwnReports) -> Iterator[PageRef]:
    """The pages to check; raises :class:`~layoutcheck.core.errors.UserError` when there is none."""
    found = False
    for ref in find_pages(
        request.arguments, media_type=request.media_type, charset=request.charset,
        is_excluded=request.settings.is_excluded, stdin=stdin, own=own,
    ):  # fmt: skip
        found = True
        yield ref
    if not found and not request.allow_excluded:
        remedy = 'see "exclude" in the configuration; --allow-excluded lets such a run pass'
        raise UserError("every page is excluded", remedy=remedy)


def prepare(settings: Settings) -> None:
    """Read all schemas and patterns that the settings name, so that a broken one is told before any page is checked."""
    if settings.patterns:
        from layoutcheck.templating.user_pattern import check_patterns

        check_patterns(settings.patterns)
    names = {str(layer.schema.value): layer.schema.origin for layer in settings.layers if layer.schema}
    mistakes: list[UserError] = []
    for name, origin in names.items():
        try:
            _prepare_schema(name)
        except UserError as error:
            file, line = file_and_line(origin)
            if error.file:
                mistakes += schema_faults(name) or [error]
            elif line:  # it stands in a configuration
                mistakes.append(UserError(error.text, file=file, line=line, remedy=error.remedy))
            else:
                mistakes.append(error)
    if mistakes:
        raise UserErrors(mistakes)


def _prepare_schema(name: str) -> None:
    for schematron in schema_by_name(name).schematron:
        from layoutcheck.model.schematron import compile_schematron

        compile_schematron(schematron.file)


def run(
    request: Request,
    reporters: list[Reporter],
    stdin: BinaryIO | None = None,
    watch: Callable[[Iterator[PageReport]], Iterator[PageReport]] = iter,
) -> Outcome:
    """Check all pages and report them. ``watch`` may look at the reports as they pass.

    Raises :class:`~layoutcheck.core.errors.UserError` for the user's mistakes. An interruption ends the run with what
    was found so far.
    """
    prepare(request.settings)
    own = OwnReports(request.written, request.arguments)
    refs = pages(request, stdin, own)
    first = [*islice(refs, 1)]  # a missing path is told before any report is begun
    told = facts(request)
    for reporter in reporters:
        reporter.start(told)
    tally = Tally()
    gathered: dict[str, Aside] = {}
    reports = check_all(
        chain(first, refs), request.settings, request.options, workers=request.workers, limit=request.limit,
        memory=request.memory, cache=request.cache, timings=request.timings,
    )  # fmt: skip
    try:
        with calm_signals(), closing(reports):
            for report in watch(reports):
                if request.baseline is not None:
                    report = request.baseline.mark(report)
                if request.recording is not None:
                    request.recording.add(report)
                tally.add(report)
                for rule_id, fact in report.facts.items():
                    gathered.setdefault(rule_id, Aside()).append((report.uri, fact))
                for reporter in reporters:
                    reporter.page(report)
    except KeyboardInterrupt:
        tally.summary.interrupted = True
    if request.cache is not None:
        request.cache.thin_out()
    end = Closing(request.settings, gathered, request.baseline, request.recording)
    notes = list(end.notes())
    for note in notes:
        tally.add_note(note)
    tally.summary.suppressed += end.suppressed
    code = tally.exit_code(str(request.settings.fail_on.value))
    for reporter in reporters:
        reporter.finish(tally.summary, tally.causes(), notes, code)
    return Outcome(code, tally.summary, tuple(own.left))
