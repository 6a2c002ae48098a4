"""GitLab's Code Quality: its documented shape, unique fingerprints, paths that the widget can link."""

from __future__ import annotations

import json
from typing import Any

import pytest
from awkward import RUNS, Run, finding, pages, written

from layoutcheck.core.finding import PageReport
from layoutcheck.report.path_mapping import PathMapping


def entries(run: Run, **context: Any) -> list[dict[str, Any]]:
    return json.loads(written("gitlab", run, **context))


@pytest.mark.parametrize("name", RUNS)
def test_has_all_keys_that_the_widget_reads(name: str) -> None:
    told = entries(RUNS[name])
    for entry in told:
        assert entry["description"] and entry["check_name"] and entry["fingerprint"]
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1
        assert entry["location"]["path"] and not entry["location"]["path"].startswith(("./", "http"))
    assert len({entry["fingerprint"] for entry in told}) == len(told)


def test_is_an_empty_array_without_a_byte_order_mark_when_all_is_well() -> None:
    assert written("gitlab", RUNS["no-findings"]) == "[]\n"


def test_keeps_fingerprints_when_lines_move_because_they_are_the_findings_own() -> None:
    found = finding("a.html", "x")
    (entry,) = entries(Run(pages(PageReport("a.html", (found,)))))
    assert entry["fingerprint"] == found.fingerprint


def test_makes_paths_relative_to_the_checkout() -> None:
    uri = "/srv/checkout/build/a.html"
    run = Run(pages(PageReport(uri, (finding(uri, "x"),))))
    assert entries(run, base="/srv/checkout")[0]["location"]["path"] == "build/a.html"
    mapped = entries(run, base="/srv/checkout", paths=PathMapping("/srv/checkout/build/", "public"))
    assert mapped[0]["location"]["path"] == "public/a.html"
