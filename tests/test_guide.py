"""What the guide shows is what the tool reads."""

from __future__ import annotations

import inspect
import json
import re
import shlex
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import layoutcheck
from layoutcheck.cli import run
from layoutcheck.config import load_settings
from layoutcheck.core.document import Document
from layoutcheck.model.load import schema_faults
from layoutcheck.model.shipped import schema_text
from layoutcheck.parse.parser import parse
from layoutcheck.plugins import LoadedRule
from layoutcheck.report.formats import FORMATS
from layoutcheck.suppress.entry import entry_line, entry_of
from layoutcheck.testing import check_example, examples, told

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
    """What the guide's commands speak of: built sites, an editor's decisions."""
    for folder, page in (("build/world", BAD), ("build/sport", GOOD), ("production/world", BAD), ("staging", BAD)):
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


def test_the_configuration_of_the_page_is_one(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("")
    (tmp_path / "site").mkdir()
    (block,) = blocks("configuration.md", "toml")
    (tmp_path / "site" / "layoutcheck.toml").write_text(block)
    settings = load_settings(tmp_path / "site" / "layoutcheck.toml")
    page = settings.for_page(str(tmp_path / "site" / "build" / "world" / "a.html"))
    assert (page.schema.value, len(settings.patterns), len(settings.ignores)) == ("wire-story", 1, 1)


def test_the_schema_of_the_page_is_one(tmp_path: Path) -> None:
    schema, tests = blocks("schemas.md", "yaml")
    (schematron,) = blocks("schemas.md", "xml")
    (tmp_path / "rules.sch").write_text(schematron)
    (tmp_path / "site.yaml").write_text(f"{schema}x-schematron: rules.sch\n{tests}")
    assert schema_faults(str(tmp_path / "site.yaml")) == []


def test_every_keyword_and_kind_of_the_dialect_is_on_the_page() -> None:
    text = (GUIDE / "schemas.md").read_text(encoding="utf-8")
    dialect = json.loads(schema_text("page-structure.schema.json"))["properties"]
    assert all(f"`{name}`" in text for name in (*dialect, *dialect["x-kind"]["enum"]))


@pytest.mark.parametrize("page", sorted((GUIDE.parent).rglob("*.md")), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_the_python_of_the_page_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(GUIDE.parents[1])
    names: dict[str, object] = {}
    for block in blocks("python.md", "python"):
        exec(block, names)
    assert "placeholder" in capsys.readouterr().out
    check, options = names["check"], names["Options"]
    assert callable(check) and callable(options)
    read = parse(Document("p.html", b"<h1>THE HARBOUR WALL LEAKS</h1><h1>SHORT</h1>"))
    (hit,) = check(read, options())
    assert hit.data == {"text": "THE HARBOUR WALL LEAKS"}
    (page,) = re.findall(r"````markdown\n(.*?)````", (GUIDE / "python.md").read_text("utf-8"), re.DOTALL)
    loaded = LoadedRule("shouting-headline", names["rule"], check, ModuleType("shouting_headline"))  # type: ignore[arg-type]
    told_of = [(told(check_example(loaded, example)), example.findings or "") for example in examples(page)]
    assert len(told_of) == 2 and all(found == expected for found, expected in told_of)


def test_the_functions_of_the_page_take_what_it_says() -> None:
    text = (GUIDE / "python.md").read_text(encoding="utf-8")
    for name in ("check", "check_html", "extract", "load_schema"):
        parameters = inspect.signature(getattr(layoutcheck, name)).parameters
        shown = re.search(rf"`{name}\(([^)]*)\)`", text)
        assert shown and [part.strip() for part in shown[1].split(",") if part.strip() != "*"] == list(parameters)
