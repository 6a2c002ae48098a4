"""The integrations' own words: they are read as their platforms read them, and their commands are run."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator, ValidationError

from layoutcheck.cli import run as run_command

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "samples" / "pages"
GOOD, BAD = PAGES / "good-wire-story" / "page.html", PAGES / "spanish-template" / "page.html"


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script as a build server's shell runs it, with the installed command on its path."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI", "LAYOUTCHECK_"))}
    path = os.pathsep.join((str(folder), str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env={**clean, "PATH": path, **environment}, capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip


def command(entry: str, *arguments: str) -> int:
    """A hook's entry, run in this process."""
    name, *words = shlex.split(entry)
    assert name == "layoutcheck"
    return run_command([*words, *arguments])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestPreCommit:
    HOOKS: ClassVar = {hook["id"]: hook for hook in read(".pre-commit-hooks.yaml")}

    def test_hooks_have_all_that_pre_commit_demands(self) -> None:
        for hook in self.HOOKS.values():
            assert {"id", "name", "entry", "language"} <= set(hook)
            assert hook["language"] == "python"
        assert self.HOOKS["layoutcheck"]["require_serial"] is True

    @pytest.mark.parametrize(("page", "code"), [(GOOD, 0), (BAD, 1)])
    def test_the_page_hook_judges_the_files_it_is_given(self, page: Path, code: int, here: Path) -> None:
        assert command(self.HOOKS["layoutcheck"]["entry"], str(page)) == code

    def test_the_page_hook_lets_a_commit_pass_whose_pages_are_all_excluded(self, here: Path) -> None:
        (here / "layoutcheck.toml").write_text('exclude = ["drafts/**"]\n')
        (here / "drafts").mkdir()
        (here / "drafts" / "a.html").write_bytes(BAD.read_bytes())
        assert command(self.HOOKS["layoutcheck"]["entry"], "drafts/a.html") == 0

    def test_the_site_hook_judges_the_folder_in_its_arguments(self, here: Path) -> None:
        hook = self.HOOKS["layoutcheck-site"]
        assert hook["pass_filenames"] is False and hook["always_run"] is True
        (here / "build").mkdir()
        assert command(hook["entry"], "build") == 2
        (here / "build" / "a.html").write_bytes(BAD.read_bytes())
        assert command(hook["entry"], "build") == 1

    def test_the_schema_hook_judges_schemas(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        hook = self.HOOKS["layoutcheck-schema"]
        assert re.search(hook["files"], "schemas/world.layoutcheck.yaml")
        (here / "w.layoutcheck.json").write_text('{"properties": {"headline": {"x-selct": "h1"}}}')
        assert command(hook["entry"], "w.layoutcheck.json") == 2
        assert "x-select" in capsys.readouterr().out


class TestAction:
    ACTION = read("action.yml")
    STEPS = ACTION["runs"]["steps"]

    def check(self, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
        """The action's last step, its inputs in the environment as its ``env`` puts them there."""
        (step,) = (step for step in self.STEPS if step.get("id") == "check")
        values = {name: str(spec.get("default", "")) for name, spec in self.ACTION["inputs"].items()}
        values |= {name.replace("_", "-"): value for name, value in inputs.items()}
        environment = {
            key: values[re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", told)[1]]
            for key, told in step["env"].items()  # type: ignore[index]
        }
        summary = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
        return run(step["run"], folder, **environment, **summary, GITHUB_OUTPUT=str(folder / "output"))

    def test_is_a_composite_action_with_inputs_that_are_all_used(self) -> None:
        assert self.ACTION["runs"]["using"] == "composite"
        text = (ROOT / "action.yml").read_text()
        for name in self.ACTION["inputs"]:
            assert f"inputs.{name}" in text

    def test_pastes_no_input_into_a_script(self) -> None:
        scripts = [step["run"] for step in self.STEPS if "run" in step]
        assert scripts and not any("${{" in script for script in scripts)
        assert all(step["shell"] == "bash" for step in self.STEPS if "run" in step)

    def test_checks_pages_annotates_and_writes_summary_and_sarif(self, tmp_path: Path) -> None:
        (tmp_path / "a b.html").write_bytes(BAD.read_bytes())
        done = self.check(tmp_path, paths="a b.html\n", sarif_file="out/found.sarif", args="--no-config\n")
        assert done.returncode == 1, done.stderr
        assert "::error file=a b.html,line=" in done.stdout
        assert (tmp_path / "summary.md").read_text().startswith("## layoutcheck ❌ failed")
        assert json.loads((tmp_path / "out" / "found.sarif").read_text())["runs"][0]["results"]
        assert (tmp_path / "output").read_text() == "exit-code=1\nsarif-file=out/found.sarif\n"

    @pytest.mark.parametrize("code", [0, 1, 2, 3, 130])
    def test_ends_as_the_command_ends(self, code: int, tmp_path: Path) -> None:
        self.stand_in(tmp_path, f"exit {code}")
        assert self.check(tmp_path, paths="build").returncode == code
        assert (tmp_path / "output").read_text() == f"exit-code={code}\nsarif-file=\n"

    def test_names_no_sarif_file_that_was_not_written(self, tmp_path: Path) -> None:
        assert self.check(tmp_path, paths="nowhere", sarif_file="found.sarif").returncode == 2
        assert (tmp_path / "output").read_text() == "exit-code=2\nsarif-file=\n"

    def test_hands_each_input_on_as_it_is(self, tmp_path: Path) -> None:
        self.stand_in(tmp_path, "printf '%s\\n' \"$@\"")
        evil = '$(touch owned); `touch owned`; "; touch owned; # *'
        inputs = {name: f"{name} {evil}" for name in ("schema", "config", "baseline", "fail_on", "sarif_file")}
        done = self.check(tmp_path, paths=f"a b\n\n-{evil}\n", args=f"--workers\n{evil}\n", **inputs)
        assert done.stdout.splitlines() == [
            "check", "--output-format", "text", "--schema", f"schema {evil}", "--config", f"config {evil}",
            "--baseline", f"baseline {evil}", "--fail-on", f"fail_on {evil}", "--output-format",
            f"sarif=sarif_file {evil}", "--workers", evil, "--", "a b", f"-{evil}",
        ]  # fmt: skip
        assert not (tmp_path / "owned").exists()

    @staticmethod
    def stand_in(folder: Path, script: str) -> None:
        """A ``layoutcheck`` that does as ``script`` says, in the folder of the run, which comes first on the path."""
        (folder / "layoutcheck").write_text(f"#!/bin/sh\n{script}\n")
        (folder / "layoutcheck").chmod(0o755)


class TestGitlab:
    JOB = read("ci/gitlab/layoutcheck.yml")["layoutcheck"]

    def test_its_command_writes_the_reports_that_it_declares(self, tmp_path: Path) -> None:
        (tmp_path / "public" / "world" / "2026").mkdir(parents=True)
        (tmp_path / "public" / "world" / "2026" / "a.html").write_bytes(BAD.read_bytes())
        variables = {**self.JOB["variables"], "LAYOUTCHECK_PATHS": "public/**/*.html"}
        done = run("\n".join(self.JOB["script"]), tmp_path, **variables)
        assert done.returncode == 1, done.stderr
        reports = self.JOB["artifacts"]["reports"]
        (found, *_) = json.loads((tmp_path / reports["codequality"]).read_text())
        assert found["location"]["path"] == "public/world/2026/a.html"
        assert "<failure " in (tmp_path / reports["junit"]).read_text()
        assert self.JOB["artifacts"]["when"] == "always"


class TestSchemaStore:
    """What its catalogue asks of a schema: a draft that editors know, an address, descriptions, and files that pass."""

    CONFIG = json.loads((ROOT / "schemas" / "config.schema.json").read_text(encoding="utf-8"))
    STRUCTURE = json.loads((ROOT / "schemas" / "page-structure.schema.json").read_text(encoding="utf-8"))

    def test_the_configurations_schema_is_ready_for_it(self) -> None:
        assert self.CONFIG["$schema"] == "http://json-schema.org/draft-07/schema#"
        Draft7Validator.check_schema(self.CONFIG)
        assert all("description" in told or "$ref" in told for told in self.CONFIG["properties"].values())

    def test_configurations_in_the_guide_follow_it(self) -> None:
        text = "".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs" / "guide").glob("*.md")))
        blocks = [tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL)]
        assert len(blocks) >= 2
        for block in blocks:
            if "project" not in block:
                Draft7Validator(self.CONFIG).validate(block)
        with pytest.raises(ValidationError, match="schmea"):
            Draft7Validator(self.CONFIG).validate({"schmea": "article"})

    def test_the_dialects_schema_is_ready_for_it(self) -> None:
        Draft202012Validator.check_schema(self.STRUCTURE)
        for schema in (self.CONFIG, self.STRUCTURE):
            assert schema["$id"].startswith("https://") and schema["title"] and schema["description"]


class TestDocker:
    LINES = (ROOT / "Dockerfile").read_text().splitlines()

    def test_copies_what_is_there_and_all_that_the_package_needs(self) -> None:
        copied = [
            word
            for line in self.LINES
            if line.startswith("COPY") and "--from" not in line
            for word in line.split()[1:-1]
        ]
        assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "schemas", "src"} <= set(copied)
        assert all((ROOT / name).exists() for name in copied)
        allowed = (ROOT / ".dockerignore").read_text().splitlines()
        assert all(f"!{name}" in allowed for name in copied)

    def test_does_not_run_as_root(self) -> None:
        (user,) = (line.split()[1] for line in self.LINES if line.startswith("USER"))
        assert user not in ("root", "0")
        assert self.LINES.index(f"USER {user}") < next(
            i for i, line in enumerate(self.LINES) if line.startswith("ENTRY")
        )
