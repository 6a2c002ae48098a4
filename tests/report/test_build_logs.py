"""Formats that are lines in a build's log, Azure's and TeamCity's, and Checkstyle: escapes and what they cannot say."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from awkward import RUNS, Run, finding, many, one, pages, written

from layoutcheck.core.finding import PageReport
from layoutcheck.core.severity import Severity


def test_azure_escapes_what_would_end_a_property_or_be_read_as_an_escape() -> None:
    (line,) = written("azure", RUNS["spaces-and-percent"]).splitlines()
    assert "sourcepath=build/a b/100%AZP2525 100%AZP25,:%3B'|[x%5D.html;" in line


def test_azure_gets_absolute_paths() -> None:
    told = written("azure", one("build/a.html", "x"), base="/home/agent/s")
    assert "sourcepath=/home/agent/s/build/a.html;" in told


def test_azure_marks_a_run_that_passes_in_spite_of_findings() -> None:
    told = written("azure", one("a.html", "x", severity=Severity.WARNING))
    assert told.splitlines()[-1] == "##vso[task.complete result=SucceededWithIssues;]"
    assert "task.complete" not in written("azure", one("a.html", "x"))
    assert written("azure", RUNS["no-findings"]) == ""


def test_teamcity_escapes_quotes_bars_brackets_and_other_scripts() -> None:
    told = written("teamcity", one("a.html", "a|b 'c' [d] é 𝔸"))
    assert "a||b |'c|' |[d|] |0x00e9 |0xd835|0xdd38" in told
    assert told.isascii()


def test_teamcity_declares_a_rule_once_and_before_its_findings() -> None:
    lines = written("teamcity", Run(lambda: many(100))).splitlines()
    assert [line.startswith("##teamcity[inspectionType ") for line in lines].index(True) == 0
    assert sum(line.startswith("##teamcity[inspectionType ") for line in lines) == 1


def test_teamcity_cuts_what_is_too_long_and_shows_it() -> None:
    (line,) = [
        line for line in written("teamcity", one("a.html", "x" * 9000)).splitlines() if "inspection typeId" in line
    ]
    assert len(line) < 4200 and "|0x2026'" in line


def test_checkstyle_has_what_jenkins_reads() -> None:
    report = PageReport("a&b.html", (finding("a&b.html", 'say "{{ x }}"', known=True), finding("a&b.html", "y")))
    root = ET.fromstring(written("checkstyle", Run(pages(report))))
    assert [file.get("name") for file in root.iter("file")] == ["a&b.html"]
    known, new = root.iter("error")
    assert (known.get("severity"), new.get("severity")) == ("info", "error")
    assert new.get("source") == "layoutcheck.placeholder-leak"
    assert 'say "{{ x }}"' in known.attrib["message"] and known.attrib["message"].endswith("(known)")
