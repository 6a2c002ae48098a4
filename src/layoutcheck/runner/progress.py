"""A progress bar for people: on a terminal, not in CI, not for runs that are over before one could read it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from functools import partial
from time import monotonic
from typing import Any, TextIO

from layoutcheck.core.finding import PageReport
from layoutcheck.runner.run import Request
from layoutcheck.sources.files import count_pages
from layoutcheck.sources.own_reports import OwnReports

#: Seconds before the bar appears, and between two looks of it.
AFTER = 1.0
EVERY = 0.1
#: Variables by which CI systems and plain terminals say what they are.
_QUIET = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "TF_BUILD", "BUILDKITE")


def wants_progress(err: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether somebody looks at ``err`` who could like a bar."""
    quiet = any(environment.get(name) for name in _QUIET) or environment.get("TERM") == "dumb"
    return not quiet and err.isatty()


def with_progress(request: Request) -> Callable[[Iterator[PageReport]], Iterator[PageReport]]:
    """What the reports of a run may pass through: a bar, where somebody looks at standard error."""
    if not wants_progress(sys.stderr):
        return iter
    counted = partial(
        count_pages, request.arguments, charset=request.charset, is_excluded=request.settings.is_excluded,
        own=OwnReports(request.written, request.arguments),
    )  # fmt: skip
    return partial(show_progress, count=counted)


def show_progress(
    reports: Iterator[PageReport],
    *,
    count: Callable[[], int | None] = lambda: None,
    err: TextIO | None = None,
    clock: Callable[[], float] = monotonic,
) -> Generator[PageReport, None, None]:
    """Give the reports on and show on ``err`` how far they are.

    ``count`` is asked once for the number of pages, and only when the bar appears; None shows no end. The bar is taken
    away before a report with something to say is given on, so that it never stands between other output.
    """
    err = err or sys.stderr
    bar: Any = None
    begun = looked = clock()
    pages = faulty = 0
    try:
        for report in reports:
            pages += 1
            says = bool(report.findings or report.failures)
            faulty += says
            if bar is not None and says and sys.stdout.isatty():
                bar.stop()
            yield report
            now = clock()
            if now - begun < AFTER or now - looked < EVERY:
                continue
            looked = now
            if bar is None:
                bar = _bar(err, count())
            bar.start()
            bar.update(bar.task_ids[0], completed=pages, faulty=faulty, refresh=True)
    finally:
        if bar is not None:
            bar.stop()
        close = getattr(reports, "close", None)
        if close is not None:
            close()


def _bar(err: TextIO, total: int | None) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    # No thread of its own: workers may be forked at any time, and a fork with threads is no good.
    bar = Progress(
        TextColumn("checking"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages, {task.fields[faulty]} with findings"),
        TimeRemainingColumn(),
        console=Console(file=err),
        auto_refresh=False,
        transient=True,
    )
    bar.add_task("checking", total=total, faulty=0)
    return bar
