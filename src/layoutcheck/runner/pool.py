"""Pages to reports, in the order of the input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layoutcheck.config import Settings
from layoutcheck.core.finding import PageReport
from layoutcheck.pipeline import RunOptions
from layoutcheck.runner.check_ref import check_ref
from layoutcheck.sources.page_ref import PageRef


def check_all(refs: Iterable[PageRef], settings: Settings, options: RunOptions, *, workers: int = 1) -> Iterator[PageReport]:
    """Check pages one after the other, in the order of the input."""
    for ref in refs:
        yield check_ref(ref, settings, options)
