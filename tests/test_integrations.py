"""The integrations' own words: they are read as their platforms read them, and their commands are run."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "samples" / "pages"
GOOD, BAD = PAGES / "good-wire-story" / "page.html", PAGES / "spanish-template" / "page.html"


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script as a build server's shell runs it, with the installed command on its path."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI", "LAYOUTCHECK_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env={**clean, "PATH": path, **environment}, capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip


class TestPreCommit:
    HOOKS: ClassVar = {hook["id"]: hook for hook in read(".pre-commit-hooks.yaml")}

    def test_hooks_have_all_that_pre_commit_demands(self) -> None:
        for hook in self.HOOKS.values():
            assert {"id", "name", "entry", "language"} <= set(hook)
            assert hook["language"] == "python"
        assert self.HOOKS["layoutcheck"]["require_serial"] is True

    @pytest.mark.parametrize(("page", "code"), [(GOOD, 0), (BAD, 1)])
    def test_the_page_hook_judges_the_files_it_is_given(self, page: Path, code: int, tmp_path: Path) -> None:
        entry = self.HOOKS["layoutcheck"]["entry"]
        assert run(f"{entry} {shlex.quote(str(page))}", tmp_path).returncode == code

    def test_the_schema_hook_judges_schemas(self, tmp_path: Path) -> None:
        hook = self.HOOKS["layoutcheck-schema"]
        assert re.search(hook["files"], "schemas/world.layoutcheck.yaml")
        (tmp_path / "w.layoutcheck.json").write_text('{"properties": {"headline": {"x-selct": "h1"}}}')
        done = run(f"{hook['entry']} w.layoutcheck.json", tmp_path)
        assert done.returncode == 2 and "x-select" in done.stdout + done.stderr


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

    def test_passes_a_clean_site_and_fails_an_empty_one(self, tmp_path: Path) -> None:
        (tmp_path / "build").mkdir()
        assert self.check(tmp_path, paths="build").returncode == 2
        (tmp_path / "build" / "a.html").write_bytes(GOOD.read_bytes())
        assert self.check(tmp_path, paths="build", schema="wire-story", fail_on="error").returncode == 0

    def test_runs_no_input_as_code(self, tmp_path: Path) -> None:
        evil = '$(touch owned); `touch owned`; "; touch owned; #'
        for name in ("paths", "schema", "args", "baseline", "sarif_file"):
            self.check(tmp_path, **{"paths": "x", name: evil})
        assert not (tmp_path / "owned").exists()


class TestGitlab:
    JOB = read("ci/gitlab/layoutcheck.yml")["layoutcheck"]

    def test_its_command_writes_the_reports_that_it_declares(self, tmp_path: Path) -> None:
        (tmp_path / "public").mkdir()
        (tmp_path / "public" / "a.html").write_bytes(BAD.read_bytes())
        done = run("\n".join(self.JOB["script"]), tmp_path, **self.JOB["variables"])
        assert done.returncode == 1, done.stderr
        reports = self.JOB["artifacts"]["reports"]
        assert json.loads((tmp_path / reports["codequality"]).read_text())[0]["location"]["path"] == "public/a.html"
        assert "<failure " in (tmp_path / reports["junit"]).read_text()
        assert self.JOB["artifacts"]["when"] == "always"


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
