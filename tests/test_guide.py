"""What the guide shows is what the tool reads."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from layoutcheck.cli import run
from layoutcheck.config import load_settings
from layoutcheck.report.formats import FORMATS
from layoutcheck.suppress.entry import entry_line, entry_of

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide"
GOOD, BAD = (ROOT / "samples" / "pages" / name / "page.html" for name in ("good-wire-story", "spanish-template"))


def blocks(page: str, language: str) -> list[str]:
    text = (GUIDE / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_entries_of_the_baseline_page_are_entries_as_they_are_written() -> None:
    lines = [line for block in blocks("baseline.md", "json") for line in block.splitlines()]
    assert len(lines) == 2
    assert [entry_line(entry_of(line, "baseline.md", 1)).rstrip("\n") for line in lines] == lines


@pytest.mark.parametrize("page", ["suppressions.md"])
def test_settings_on_the_page_are_settings(page: str, tmp_path: Path) -> None:
    for block in blocks(page, "toml"):
        assert tomllib.loads(block)
        (tmp_path / "layoutcheck.toml").write_text(block)
        assert load_settings(tmp_path / "layoutcheck.toml").ignores


def test_pipelines_are_yaml() -> None:
    assert all(yaml.safe_load(block) for block in blocks("ci.md", "yaml"))
    assert len(blocks("ci.md", "yaml")) >= 4


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the guide's commands speak of: two built sites, an editor's decisions."""
    for folder, page in (("build/world", BAD), ("build/sport", GOOD), ("production/world", BAD)):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_bytes(page.read_bytes())
    (tmp_path / "triage.jsonl").write_text('{"fingerprint": "abc", "verdict": "accepted"}\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", ["formats.md", "baseline.md", "ci.md"])
def test_commands_run_as_written(page: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other, as a reader types them; what needs a program that isn't ours is cut at its pipe."""
    lines = [line for block in blocks(page, "(?:sh|groovy|yaml)") for line in block.splitlines()]
    found = [re.search(r"(?:^|sh '|script: )layoutcheck ([^|'#]+)", line) for line in lines]
    commands = [shlex.split(match[1]) for match in found if match]
    assert commands
    for command in commands:
        code = run([*command, "--no-config"] if command[0] == "check" else command)
        assert code in (0, 1), (command, capsys.readouterr().err)


def test_every_format_is_in_the_table() -> None:
    text = (GUIDE / "formats.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in FORMATS)
