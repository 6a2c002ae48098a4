"""One page by its name: read it, check it."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from layoutcheck.config import Settings
from layoutcheck.core import stopwatch
from layoutcheck.core.errors import PageError
from layoutcheck.core.finding import Failure, PageReport
from layoutcheck.pipeline import OUT_OF_MEMORY, RunOptions, check_page
from layoutcheck.runner.cache import Cache
from layoutcheck.sources.files import read
from layoutcheck.sources.page_ref import PageRef


def check_ref(ref: PageRef, settings: Settings, options: RunOptions, cache: Cache | None = None) -> PageReport:
    """Read and check one page, or take its report from the cache; an unreadable page becomes a failure.

    The report says how long that took.
    """
    started = perf_counter()
    report = _report(ref, settings, options, cache)
    return replace(report, seconds=perf_counter() - started)


def _report(ref: PageRef, settings: Settings, options: RunOptions, cache: Cache | None) -> PageReport:
    try:
        document = read(ref)
    except PageError as error:
        return PageReport(ref.uri, failures=(Failure(ref.uri, str(error)),), section=ref.section)
    except MemoryError:
        return PageReport(ref.uri, failures=(Failure(ref.uri, OUT_OF_MEMORY),), section=ref.section)
    stopwatch.lap("read")
    chosen = settings.for_page(ref.uri)
    if cache is None:
        return check_page(document, chosen, section=ref.section, options=options)
    key = cache.key(document, chosen, options)
    report = cache.load(key, ref.section, outline=options.outline)
    stopwatch.lap("cache")
    if report is None:
        report = check_page(document, chosen, section=ref.section, options=options)
        cache.save(key, report, outline=options.outline)
        stopwatch.lap("cache")
    return report
