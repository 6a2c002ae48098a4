"""JUnit: both published XSDs, and a reader that is not ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import junitparser
import pytest
from awkward import FACTS, FEW, RUNS, Run, finding, pages, written
from lxml import etree

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import PageReport, RunFacts
from layoutcheck.core.severity import Severity

Cases = dict[str, junitparser.TestCase]


def cases(run: Run, **context: str) -> list[junitparser.TestCase]:
    return [
        case for suite in junitparser.JUnitXml.fromstring(written("junit", run, **context).encode()) for case in suite
    ]


@pytest.mark.parametrize("xsd", ["junit-ant.xsd", "junit-jenkins.xsd"])
@pytest.mark.parametrize("name", FEW)
def test_the_strict_dialect_is_valid_by_both_published_schemas(
    name: str, xsd: str, contract: Callable[[str], Path]
) -> None:
    schema = etree.XMLSchema(etree.parse(contract(xsd)))
    schema.assertValid(etree.fromstring(written("junit", RUNS[name], junit_dialect="strict").encode()))


@pytest.mark.parametrize("name", FEW)
def test_a_foreign_reader_counts_what_the_suites_say(name: str) -> None:
    for suite in junitparser.JUnitXml.fromstring(written("junit", RUNS[name]).encode()):
        told = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == told


def test_a_large_run_is_valid_by_the_lenient_schema(contract: Callable[[str], Path]) -> None:
    schema = etree.XMLSchema(etree.parse(contract("junit-jenkins.xsd")))
    text = written("junit", RUNS["many"]).replace(' file="', ' group="')  # what it does not know
    schema.assertValid(etree.fromstring(text.encode()))


@pytest.mark.parametrize("name", FEW)
def test_names_are_unique_and_there_is_a_case_always(name: str) -> None:
    names = Counter(case.name for case in cases(RUNS[name]))
    assert names and max(names.values()) == 1


def test_only_what_fails_the_run_fails_a_test() -> None:
    run = RUNS["mixed"]
    results = {case.name.rpartition(": ")[2]: case.result for case in cases(run) if "harbour" in case.name}
    assert isinstance(results["placeholder-leak"][0], junitparser.Failure)
    assert isinstance(results["duplicate-teaser"][0], junitparser.Skipped)
    assert "known" in results["bare-teaser"][0].message
    assert "suppressed" in results["future-date"][0].message


@pytest.mark.parametrize(("fail_on", "failing"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_follows_fail_on(fail_on: str, failing: int) -> None:
    facts = RunFacts("1.2.3", fail_on=fail_on)
    report = PageReport("a.html", (finding("a.html", "x", severity=Severity.WARNING),))
    results = [case.result[0] for case in cases(Run(pages(report), facts=facts))]
    assert sum(isinstance(result, junitparser.Failure) for result in results) == failing


def test_gives_gitlab_the_file_and_leaves_it_out_of_the_strict_dialect() -> None:
    assert ' file="build/world/harbour.html"' in written("junit", RUNS["mixed"])
    assert " file=" not in written("junit", RUNS["mixed"], junit_dialect="strict")


def test_leaves_clean_pages_out_when_the_file_gets_too_large_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layoutcheck.report.junit._ROOM", 3000)
    reports = [PageReport(f"{number}.html") for number in range(30)]
    reports.append(PageReport("bad.html", (finding("bad.html", "x"),)))
    names = {case.name: case for case in cases(Run(pages(*reports), facts=FACTS))}
    assert "bad.html: placeholder-leak" in names
    assert "pages are left out" in names["run: limit"].result[0].message


def test_judges_the_dialect() -> None:
    with pytest.raises(UserError, match='there is no JUnit dialect "stric"'):
        written("junit", RUNS["mixed"], junit_dialect="stric")
