"""Pages by name to reports: the same in one process and in several, whatever a page does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from layoutcheck.config import ActiveRule, PageSettings, Settings
from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.pipeline import OUT_OF_MEMORY, RunOptions
from layoutcheck.plugins import LoadedRule
from layoutcheck.runner.check_ref import check_ref
from layoutcheck.runner.pool import check_all
from layoutcheck.runner.timings import Timings
from layoutcheck.sources.page_ref import PageRef

OPTIONS = RunOptions()
forking = pytest.mark.skipif(sys.platform != "linux", reason="a monkeypatched rule reaches forked workers only")


def refs(folder: Path, pages: dict[str, str]) -> list[PageRef]:
    found = []
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
        found.append(PageRef(name, str(folder / name), "text/html", None, "news"))
    return found


def story(headline: str) -> str:
    return f"<!doctype html><title>t</title><h1>{headline}</h1><ul><li>one<li>two</ul>"


def mischief(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Do what the page asks for."""
    if "crash-worker" in page.source:
        os.abort()
    if "eat-memory" in page.source:
        swallowed = []
        while True:
            swallowed.append(bytearray(16 << 20))
    if "hang-on" in page.source:
        Event().wait()
    yield from ()


@pytest.fixture
def mischievous(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Settings:
    """Settings whose only rule does what a page asks for."""
    rule = Rule("mischief", Severity.ERROR, {})
    loaded = LoadedRule("mischief", rule, mischief, sys.modules[__name__])
    monkeypatch.setattr(PageSettings, "rules", (ActiveRule(loaded, None, NoOptions()),))
    return settings


def test_workers_find_what_one_process_finds_in_the_same_order(tmp_path: Path, settings: Settings) -> None:
    pages = {f"{i}.html": story("Harbour opens" if i % 3 else "-") for i in range(40)}
    named = [*refs(tmp_path, pages), PageRef("gone.html", str(tmp_path / "gone.html"))]
    here = [check_ref(ref, settings, OPTIONS, None) for ref in named]
    there = list(check_all(named, settings, OPTIONS, workers=2))
    assert there == here
    assert [report.uri for report in there] == [*pages, "gone.html"]
    assert [bool(report.findings) for report in there[:4]] == [True, False, False, True]
    assert there[-1].failures[0].text.startswith("the page cannot be read")
    assert {report.section for report in there[:-1]} == {"news"}


def test_a_page_that_came_with_its_name_is_checked(settings: Settings) -> None:
    ref = PageRef("-", "", "text/html", None, "", b"<h1>Ok</h1>" + b" " * 300_000)
    [report] = check_all([ref], settings, OPTIONS, workers=1)
    assert [finding.message for finding in report.findings] == ["too-short"]


@forking
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    ("mischief", "limit", "told"),  # a limit that is not what the test is about no busy machine may reach
    [
        ("crash-worker", 60, "the page crashed its worker (signal 6, SIGABRT)"),
        ("hang-on", 0.5, "the page took longer than 0.5 s, last in test_pool.py"),
        ("eat-memory", 60, "the page needed more than 128 MB"),
    ],
)
def test_pages_that_crash_hang_and_swallow_memory_fail_and_all_others_are_checked(
    tmp_path: Path, mischievous: Settings, mischief: str, limit: float, told: str
) -> None:
    pages = {f"{i}.html": story(mischief if i == 2 else "Harbour opens") for i in range(8)}
    reports = list(check_all(refs(tmp_path, pages), mischievous, OPTIONS, workers=2, limit=limit, memory=128))
    failures = {report.uri: failure.text for report in reports for failure in report.failures}
    assert [report.uri for report in reports] == list(pages)
    assert failures == {"2.html": told}
    assert {report.section for report in reports} == {"news"}
    assert all(report.schema for report in reports)


def test_timings_of_all_processes_add_up_by_phase_rule_and_selector(tmp_path: Path, settings: Settings) -> None:
    timings = Timings()
    named = refs(tmp_path, {f"{i}.html": story("-") for i in range(6)})
    list(check_all(named, settings, OPTIONS, workers=2, timings=timings))
    table = "\n".join(timings.table(6))
    for word in ("read", "parse", "extract", "selector h1", "demands", "rule page-structure", "place"):
        assert timings.seconds(word) > 0, word
        assert word.partition(" ")[2] in table


def test_the_stopwatch_is_off_when_nobody_asked(tmp_path: Path, settings: Settings) -> None:
    from layoutcheck.core import stopwatch

    (ref,) = refs(tmp_path, {"a.html": story("-")})
    check_ref(ref, settings, OPTIONS, None)
    assert stopwatch.take() == {}


def test_a_report_says_how_long_its_page_took_and_is_the_same_report_all_the_same(tmp_path, settings):
    (ref,) = refs(tmp_path, {"a.html": story("Ferry sails")})
    first, second = (check_ref(ref, settings, OPTIONS, None) for _ in range(2))
    assert first.seconds > 0 and first == second


def test_a_page_that_cannot_be_read_for_want_of_memory_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(ref: PageRef) -> None:
        raise MemoryError

    monkeypatch.setattr("layoutcheck.runner.check_ref.read", read)
    report = check_ref(PageRef("a.html", "a.html"), settings, OPTIONS)
    assert [failure.text for failure in report.failures] == [OUT_OF_MEMORY]
