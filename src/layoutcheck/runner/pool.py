"""Pages to reports, in the order of the input, in as many processes as there are cores."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace

from layoutcheck.config import Settings
from layoutcheck.core.document import Document
from layoutcheck.core.finding import Failure, PageReport
from layoutcheck.pipeline import RunOptions, check_page
from layoutcheck.runner.cache import Cache
from layoutcheck.runner.job import Job
from layoutcheck.runner.limits import count_cores, start_method
from layoutcheck.runner.supervisor import Loss, Supervisor
from layoutcheck.runner.timings import Timings
from layoutcheck.sources.page_ref import PageRef

#: Seconds that a page may take.
LIMIT = 10.0
#: Megabytes that a page may take; a tree takes about seven times its source, and the largest source is 64 MB.
MEMORY = 2048


def check_all(
    refs: Iterable[PageRef],
    settings: Settings,
    options: RunOptions,
    *,
    workers: int = 0,
    limit: float = LIMIT,
    memory: int | None = MEMORY,
    cache: Cache | None = None,
    timings: Timings | None = None,
) -> Generator[PageReport, None, None]:
    """Check pages in worker processes; reports come as they are ready, in the order of ``refs``.

    ``workers`` is how many processes (0: one for each core). A page that takes longer than ``limit`` seconds or more
    than ``memory`` megabytes (None: any), or that crashes its process, becomes a failure of that page. ``refs`` is read
    a bounded way ahead; what it raises is raised behind the reports of the pages before.

    On KeyboardInterrupt the workers end, and reports that were ready are given before it is raised on.
    """
    # Compiled settings do not travel, and those of the parent must not hang on what a page made of them.
    job = Job(replace(settings), replace(options, sheltered=True), cache, timings is not None, memory)
    if start_method() == "fork":
        _warm_up(job)
    supervisor = Supervisor(
        job,
        workers=workers or count_cores(),
        limit=limit,
        memory=memory,
        on_times=timings.add if timings else lambda times: None,
    )
    for result in supervisor.run(refs):
        if isinstance(result, Loss):
            yield _lost(result, settings)
        else:
            yield result


#: A page that calls itself a story, so that what most pages need is compiled, and not what tells a server's own pages.
_STORY = b"<!doctype html><meta property=og:type content=article><title>-</title><p>-"


def _warm_up(job: Job) -> None:
    """Do here once what each forked worker would do on its first page: import, compile, read."""
    check_page(Document("", _STORY), job.settings.for_page(""), options=job.options)


def _lost(loss: Loss, settings: Settings) -> PageReport:
    ref: PageRef = loss.name
    schema = str(settings.for_page(ref.uri).schema.value)
    failure = Failure(ref.uri, loss.text, None, loss.trace)
    return PageReport(ref.uri, failures=(failure,), section=ref.section, schema=schema)
