"""One page by its name: a report, or a failure that says why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from layoutcheck.config import Settings
from layoutcheck.core.errors import PageError
from layoutcheck.pipeline import OUT_OF_MEMORY, RunOptions
from layoutcheck.runner import check_ref as module
from layoutcheck.runner.cache import Cache
from layoutcheck.runner.check_ref import check_ref
from layoutcheck.runner.job import Job
from layoutcheck.runner.worker import MemorySpent
from layoutcheck.sources.page_ref import PageRef

REF = PageRef("a.html", "", "text/html", None, "news", b"<h1>Ok</h1>")


def test_a_page_is_read_checked_and_timed(settings: Settings) -> None:
    report = check_ref(REF, settings, RunOptions())
    assert [finding.message for finding in report.findings] == ["too-short"]
    assert (report.uri, report.section) == ("a.html", "news") and report.seconds > 0


@pytest.mark.parametrize(("error", "text"), [(PageError("no page"), "no page"), (MemoryError(), OUT_OF_MEMORY)])
def test_what_cannot_be_read_is_a_failure(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, error: Exception, text: str
) -> None:
    def read(ref: PageRef) -> None:
        raise error

    monkeypatch.setattr(module, "read", read)
    report = check_ref(REF, settings, RunOptions())
    assert [failure.text for failure in report.failures] == [text] and report.section == "news"


def test_the_cache_gives_the_same_report(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    first = check_ref(REF, settings, RunOptions(), cache)

    def no_check(*args: object, **options: object) -> None:
        raise AssertionError

    monkeypatch.setattr(module, "check_page", no_check)
    assert check_ref(REF, settings, RunOptions(), cache) == first


def test_a_job_tells_that_memory_ran_out_and_how_much_there_was(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Job(settings, RunOptions(), memory=128)(REF).findings

    def read(ref: PageRef) -> None:
        raise MemoryError

    monkeypatch.setattr(module, "read", read)
    for memory, text in ((128, "the page needed more than 128 MB"), (None, OUT_OF_MEMORY)):
        with pytest.raises(MemorySpent) as spent:
            Job(settings, RunOptions(), memory=memory)(REF)
        assert [failure.text for failure in spent.value.result.failures] == [text]
