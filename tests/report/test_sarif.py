"""SARIF: the official schema, and what GitHub's code scanning takes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from awkward import FEW, RUNS, Run, finding, many, pages, written
from jsonschema import Draft4Validator

from layoutcheck.core.finding import PageReport
from layoutcheck.report.path_mapping import PathMapping
from layoutcheck.report.sarif import artifact


def run_of(run: Run, **context: Any) -> dict[str, Any]:
    return json.loads(written("sarif", run, **context))["runs"][0]


@pytest.fixture(scope="session")
def official(contract: Callable[[str], Path]) -> Draft4Validator:
    return Draft4Validator(json.loads(contract("sarif-2.1.0.json").read_text()))


@pytest.mark.parametrize("name", RUNS)
def test_is_valid_by_the_official_schema(name: str, official: Draft4Validator) -> None:
    log = json.loads(written("sarif", RUNS[name]))
    if name == "many":  # the shape of a result is the same in all of them
        log["runs"][0]["results"] = log["runs"][0]["results"][::500]
    assert [error.message for error in official.iter_errors(log)] == []


@pytest.mark.parametrize("name", FEW)
def test_gives_github_all_it_demands(name: str) -> None:
    run = run_of(RUNS[name])
    for rule in run["tool"]["driver"]["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"]
    for result in run["results"]:
        assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith(("http:", "https:", "./"))
        assert " " not in place["artifactLocation"]["uri"]


def test_says_that_columns_count_code_points() -> None:
    run = run_of(RUNS["astral"])
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 7


def test_holds_as_many_results_as_github_takes_the_worst_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layoutcheck.report.sarif.LIMIT", 901)
    monkeypatch.setattr("layoutcheck.report.sarif.SHOWN", 500)
    run = run_of(Run(lambda: many(2_000)))
    levels = [result["level"] for result in run["results"]]
    assert len(levels) == 901
    assert levels.count("error") == 800
    assert "1,100 of 2,000 results are left out" in run["results"][-1]["message"]["text"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 2


def test_marks_known_findings_and_keeps_them() -> None:
    run = run_of(RUNS["mixed"])
    known = [result for result in run["results"] if result.get("baselineState") == "unchanged"]
    assert [result["ruleId"] for result in known] == ["bare-teaser"]
    assert known[0]["suppressions"][0]["kind"] == "external"
    assert known[0]["level"] == "note"


def test_points_at_the_template_when_the_page_is_not_in_the_checkout() -> None:
    for result in run_of(RUNS["template"])["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "templates/card.html"
        assert (place["region"]["startLine"], place["region"]["startColumn"]) == (12, 7)


def test_makes_one_result_at_the_schemas_line_of_a_demand_that_many_pages_miss() -> None:
    (result,) = run_of(RUNS["demand"])["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "schemas/world.json"
    assert place["region"]["startLine"] == 14
    assert result["properties"]["count"] == 3
    assert len(result["relatedLocations"]) == 3
    assert "on 3 pages" in result["message"]["text"]


def test_points_at_the_page_when_it_is_in_the_checkout() -> None:
    run = Run(pages(PageReport("a.html", (finding("a.html", "x", data={"template": "t.html:3"}),))))
    (result,) = run_of(run)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.html"
    (result,) = run_of(run, in_checkout=lambda path: path == "t.html")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "t.html"


def test_tells_the_address_that_a_file_is_published_at_but_points_at_the_file() -> None:
    run = Run(pages(PageReport("build/a.html", (finding("build/a.html", "x"),))))
    (result,) = run_of(run, paths=PathMapping("build", "https://example.org/"))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "build/a.html"
    assert result["properties"]["page"] == "https://example.org/a.html"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/100%.html", "a%20b/100%25.html"),
        ("C:/site/a b.html", "file:///C:/site/a%20b.html"),
        ("c:\\site\\a.html", "file:///C:/site/a.html"),
        ("/srv/a.html", "file:///srv/a.html"),
        ("https://example.org/a", "example.org/a"),
        ("خبر.html", "%D8%AE%D8%A8%D8%B1.html"),
        ("news/caf\udce9.html", "news/caf%E9.html"),
        ("/srv/caf\udce9.html", "file:///srv/caf%E9.html"),
        ("half\ud83d.html", "half%3F.html"),
        ("", "standard-input"),
    ],
)
def test_writes_paths_as_references(path: str, uri: str) -> None:
    assert artifact(path) == uri
