"""Which files belong to the repository."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from awkward import Run, finding, pages, written

from layoutcheck.cli import run as run_command
from layoutcheck.core.finding import PageReport
from layoutcheck.report.checkout import Checkout, checkout_root


def test_without_git_it_is_every_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("")
    checkout = Checkout(tmp_path)
    assert checkout("a.html") and checkout(str(tmp_path / "a.html"))
    assert not checkout("b.html") and not checkout("../a.html") and not checkout("/etc/passwd")


def test_with_git_it_is_what_git_tracks(tmp_path: Path) -> None:
    for name in ("tracked file.html", "built.html"):
        (tmp_path / name).write_text("")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "tracked file.html"], cwd=tmp_path, check=True)
    checkout = Checkout(tmp_path)
    assert checkout("tracked file.html")
    assert not checkout("built.html")


def test_the_root_is_where_the_build_server_says_else_where_git_keeps_it(tmp_path: Path) -> None:
    site = tmp_path / "site" / "news"
    site.mkdir(parents=True)
    assert checkout_root({}, site) == (site.as_posix(), "")
    (tmp_path / "site" / ".git").mkdir()
    assert checkout_root({}, site) == ((tmp_path / "site").as_posix(), "news")
    assert checkout_root({"GITHUB_WORKSPACE": str(tmp_path)}, site) == (tmp_path.as_posix(), "site/news")
    assert checkout_root({"GITHUB_WORKSPACE": "/elsewhere"}, site) == ((tmp_path / "site").as_posix(), "news")


def test_is_asked_for_paths_as_seen_from_the_folder_of_the_run(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for name in ("site/a.html", "b.html"):
        (tmp_path / name).write_text("")
    checkout = Checkout(tmp_path, "site")
    assert checkout("a.html") and checkout("../b.html")
    assert not checkout("site/a.html") and not checkout("b.html")


def test_a_run_below_the_root_names_files_as_the_platform_knows_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text('<!doctype html><html lang="en"><title>Ferry {{ title }}</title><p>A ferry</p>')
    monkeypatch.chdir(site)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    run_command(["check", "a.html", "-o", "concise", "-o", "sarif=found.sarif", "--no-config"])
    assert capsys.readouterr().out.startswith("a.html:1:")
    log = json.loads((site / "found.sarif").read_text())
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]
    }
    assert uris == {"site/a.html"}


def test_platforms_get_paths_from_the_root_when_the_run_starts_below_it() -> None:
    run = Run(pages(*(PageReport(uri, (finding(uri, "x"),)) for uri in ("a.html", "../b.html", "/ws/c.html", "-"))))
    told = written("github", run, base="/ws", below="site")
    assert [line.split("file=")[1].split(",")[0] for line in told.splitlines()] == [
        "site/a.html", "b.html", "c.html", "standard-input",
    ]  # fmt: skip
