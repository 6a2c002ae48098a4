"""``FORMAT[=FILE]``: what is understood, what is refused, what surroundings add."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import RunFacts, Summary
from layoutcheck.report.context import ReportContext
from layoutcheck.report.formats import FORMATS, Choice, automatic, choices_of, opened, reporter_class
from layoutcheck.report.output import is_writable


def test_understands_formats_with_and_without_a_file() -> None:
    assert choices_of([]) == [Choice("text")]
    assert choices_of(["text", "sarif=out/a=b.sarif"]) == [Choice("text"), Choice("sarif", "out/a=b.sarif")]
    assert choices_of(["json=-"]) == [Choice("json")]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["sarfi"], 'there is no output format "sarfi"\n  did you mean "sarif"'),
        (["json="], "names no file"),
        (["sarif=out/"], '"sarif=out/" names a folder, and sarif goes to a file\n  write sarif=FILE'),
        (["html"], "needs a folder or a file"),
        (["json=a", "sarif=./a"], "two outputs go to"),
        (["json", "text"], "json and text both go to standard output\n  give one a file: json=FILE"),
        (["text", "gitlab"], "gitlab and text both go to standard output"),
    ],
)
def test_refuses_what_makes_no_sense(texts: list[str], told: str) -> None:
    with pytest.raises(UserError) as raised:
        choices_of(texts)
    assert told in str(raised.value)


def test_adds_annotations_and_a_summary_on_github() -> None:
    here = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "/tmp/summary"}
    assert automatic([Choice("text")], here) == [
        Choice("text"), Choice("github"), Choice("markdown", "/tmp/summary", added=True),
    ]  # fmt: skip
    assert Choice("github") not in automatic([Choice("json")], here)
    assert automatic([Choice("github"), Choice("markdown", "x.md")], here) == [
        Choice("github"),
        Choice("markdown", "x.md"),
    ]
    assert automatic([Choice("text")], {}) == [Choice("text")]


def test_a_summary_that_cannot_be_written_fails_no_run(tmp_path: Path) -> None:
    here = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "not" / "there")}
    assert automatic([Choice("text")], here) == [Choice("text"), Choice("github")]
    assert not is_writable(tmp_path / ("x" * 300) / "y")


@pytest.mark.parametrize("name", FORMATS)
def test_every_name_has_its_reporter(name: str) -> None:
    assert reporter_class(name).__name__.endswith("Reporter")


def test_imports_no_format_that_is_not_asked_for() -> None:
    code = "import sys, layoutcheck.report.formats; print([m for m in sys.modules if 'layoutcheck.report' in m])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not any(f"report.{name}'" in told for name in FORMATS)
    assert "xml" not in told


def test_writes_several_formats_at_once(tmp_path: Path) -> None:
    screen = io.StringIO()
    choices = choices_of(["text", f"sarif={tmp_path}/o/a.sarif", f"gitlab={tmp_path}/o/b.json"])
    choices.append(Choice("markdown", str(tmp_path / "summary.md"), added=True))
    (tmp_path / "summary.md").write_text("before\n")
    with opened(choices, ReportContext(colour=True), screen) as reporters:
        for reporter in reporters:
            reporter.start(RunFacts("1"))
            reporter.finish(Summary(), [], [], 0)
        assert not (tmp_path / "o" / "a.sarif").exists()
    assert (tmp_path / "o" / "a.sarif").read_text().startswith('{"$schema"')
    assert (tmp_path / "o" / "b.json").read_text() == "[]\n"
    assert (tmp_path / "summary.md").read_text().startswith("before\n## layoutcheck")
    assert "0 pages checked" in screen.getvalue()
