"""docs/guide/exit-codes.md: each row of its table is a test here, and each test a row."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from layoutcheck.cli import run
from layoutcheck.config import settings
from layoutcheck.core.rule import Hit, NoOptions
from layoutcheck.parse.page import Page
from layoutcheck.plugins import load_rule

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs" / "guide" / "exit-codes.md"
GOOD = ROOT / "samples" / "pages" / "good-wire-story" / "page.html"
BAD = ROOT / "samples" / "pages" / "spanish-template" / "page.html"
ROW = re.compile(r"^\| (?P<situation>.*?[^\\ ]) +\| (?P<code>\d+) +\|", re.MULTILINE)
CODES = {
    match["situation"].replace("\\|", "|"): int(match["code"])
    for match in ROW.finditer(TABLE.read_text(encoding="utf-8").partition("| situation")[2])
}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


Check = Callable[..., Done]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(GOOD, tmp_path / "good.html")
    shutil.copy(BAD, tmp_path / "bad.html")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path


@pytest.fixture
def layoutcheck(site: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """The command, run in this process."""

    def call(*arguments: str) -> Done:
        code = run(list(arguments))
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return call


def process(site: Path, *arguments: str, stdout: Any = subprocess.PIPE) -> Done:
    """The command, run in a process of its own."""
    command = [sys.executable, "-m", "layoutcheck", *arguments]
    done = subprocess.run(
        command, cwd=site, stdout=stdout, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=120, check=False
    )
    return Done(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())


def test_every_row_is_tested_and_every_test_has_its_row() -> None:
    tested = set(re.findall(r'CODES\["([^"]+)"\]', Path(__file__).read_text(encoding="utf-8")))
    assert tested == set(CODES)


def test_clean(layoutcheck: Check, site: Path) -> None:
    done = layoutcheck("check", "good.html")
    assert done.code == CODES["no finding at or above `--fail-on`"]
    assert "0 errors" in done.out


def test_nothing_named_and_nothing_piped(site: Path) -> None:
    done = process(site, "check")
    assert done.code == CODES["no page named, and nothing on standard input"]
    assert "nothing comes in on standard input" in done.err


def test_below(layoutcheck: Check, site: Path) -> None:
    done = layoutcheck("check", "bad.html", "--fail-on", "never")
    assert done.code == CODES["findings, with `--fail-on never`"]
    assert "1 error" in done.out


def test_findings(layoutcheck: Check, site: Path) -> None:
    assert layoutcheck("check", "bad.html").code == CODES["findings at or above `--fail-on`"]


def test_known(layoutcheck: Check, site: Path) -> None:
    assert layoutcheck("baseline", "write", "bad.html", "-b", "known.jsonl").code == 0
    done = layoutcheck("check", "bad.html", "-b", "known.jsonl")
    assert done.code == CODES["findings that the baseline knows"]
    assert " known" in done.out and "bad.html" not in done.out
    assert "(known)" in layoutcheck("check", "bad.html", "-b", "known.jsonl", "--verbose").out


@pytest.mark.parametrize("what", ["empty", "none-*.html"])
def test_no_page(layoutcheck: Check, site: Path, what: str) -> None:
    done = layoutcheck("check", what, "good.html")
    assert done.code == CODES["an empty folder, or a glob that matches no page"]
    assert what in done.err


def test_excluded(layoutcheck: Check, site: Path) -> None:
    (site / "layoutcheck.toml").write_text('exclude = ["*.html"]\n')
    assert layoutcheck("check", "good.html").code == CODES["every page is excluded"]
    done = layoutcheck("check", "good.html", "--allow-excluded")
    assert done.code == CODES["every page is excluded, with `--allow-excluded`"]
    assert "0 pages checked" in done.out


def test_missing_path(layoutcheck: Check, site: Path) -> None:
    for paths in (("gone.html", "bad.html"), ("bad.html", "gone.html")):
        done = layoutcheck("check", *paths)
        assert done.code == CODES["a path that is not there"]
        assert 'there is no file or folder "gone.html"' in done.err and not done.out


def test_broken_config(layoutcheck: Check, site: Path) -> None:
    (site / "layoutcheck.toml").write_text('schema = "article"\nfail-onn = "error"\n')
    done = layoutcheck("check", "good.html")
    assert done.code == CODES["a broken configuration"]
    assert "layoutcheck.toml:2:1" in done.err and "fail-on" in done.err


def test_broken_configuration_and_what_it_extends(layoutcheck: Check, site: Path) -> None:
    (site / "layoutcheck.toml").write_text('extends = "base.toml"\n\nfail-onn = "error"\n')
    (site / "base.toml").write_text('schema = "artcle"\n')
    done = layoutcheck("check", "good.html")
    assert done.code == CODES["a broken configuration"]
    assert [line.split(":")[2] for line in done.err.splitlines() if "error:" in line] == [
        " layoutcheck.toml",
        " base.toml",
    ]


def test_broken_schema(layoutcheck: Check, site: Path) -> None:
    (site / "s.json").write_text('{"properties": {"headline": {"x-selct": "h1"}}}')
    done = layoutcheck("check", "good.html", "--schema", "s.json")
    assert done.code == CODES["a broken page-structure schema"]
    assert "s.json:1:" in done.err and "x-select" in done.err


def test_bad_option(layoutcheck: Check, site: Path) -> None:
    done = layoutcheck("check", "good.html", "--output-format", "sarfi")
    assert done.code == CODES["an option or value that does not exist"]
    assert 'did you mean "sarif"?' in done.err


def test_broken_baseline(layoutcheck: Check, site: Path) -> None:
    (site / "known.jsonl").write_text("<<<<<<< HEAD\n")
    done = layoutcheck("check", "good.html", "-b", "known.jsonl")
    assert done.code == CODES["a broken baseline"]
    assert "known.jsonl:1:1: a merge conflict" in done.err


@pytest.mark.parametrize("option", ["--config", "--schema", "--baseline", "--cache", "--output-format"])
def test_forbidden(layoutcheck: Check, site: Path, option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs this may be root, to whom nothing is forbidden: so the system's answer is played."""
    real = Path.stat

    def stat(path: Path, **more: bool) -> os.stat_result:
        if "forbidden" in path.parts:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **more)

    monkeypatch.setattr(Path, "stat", stat)
    value = "json=forbidden/x.json" if option == "--output-format" else "forbidden/x"
    done = layoutcheck("check", "good.html", option, value)
    assert done.code == CODES["a file or folder that may not be used (configuration, schema, baseline, report)"]
    assert "permission denied" in done.err and "Traceback" not in done.err


def test_unreadable_folder(layoutcheck: Check, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "all" / "closed").mkdir(parents=True)
    shutil.copy(GOOD, site / "all")
    real = os.scandir

    def scandir(path: Any = ".") -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    done = layoutcheck("check", "all", "--fail-on", "never")
    assert done.code == CODES["a folder that may not be read, below one that is checked"]
    assert "all/closed/*" in done.out and "the folder cannot be read" in done.out
    (site / "layoutcheck.toml").write_text('exclude = ["closed/"]\n')
    assert layoutcheck("check", "all").code == 0


def test_an_output_over_a_page(layoutcheck: Check, site: Path) -> None:
    before = (site / "good.html").read_bytes()
    done = layoutcheck("check", "bad.html", "good.html", "-o", "html=./good.html")
    assert done.code == CODES["an output that is a page to check"]
    assert (site / "good.html").read_bytes() == before


def test_nothing_to_prune(layoutcheck: Check, site: Path) -> None:
    assert layoutcheck("baseline", "prune", "good.html").code == CODES["`baseline prune` without a baseline"]


def test_unreadable_page(layoutcheck: Check, site: Path) -> None:
    (site / "good.html").unlink()
    (site / "good.html").symlink_to("good.html")
    (site / "fine.html").write_bytes(GOOD.read_bytes())
    done = layoutcheck("check", ".", "--fail-on", "never")
    assert done.code == CODES["a page that cannot be read or parsed"]
    assert "failed" in done.out and "3 pages checked" in done.out


def test_crashed_rule(layoutcheck: Check, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(page: Page, options: NoOptions) -> Iterator[Hit]:
        raise KeyError("a mistake of the rule")
        yield

    broken = replace(load_rule("empty-heading"), check=crash)
    monkeypatch.setattr(settings, "load_rule", lambda rule: broken if rule == broken.id else load_rule(rule))
    done = layoutcheck("check", "good.html", "--workers", "1")
    assert done.code == CODES["a rule that crashes"]
    assert "the rule empty-heading crashed" in done.out


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(site: Path, sent: signal.Signals) -> None:
    for number in range(200):
        (site / "empty" / f"{number}.html").write_bytes(BAD.read_bytes() * 8)
    running = subprocess.Popen(
        [sys.executable, "-m", "layoutcheck", "check", "empty", "-o", "concise", "-j", "1"], cwd=site,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout is not None
    first = running.stdout.readline()
    running.send_signal(sent)
    rest, errors = running.communicate(timeout=60)
    assert running.returncode == CODES["interrupted (Ctrl-C, or a build server's SIGTERM)"]
    assert "empty/" in first and "Traceback" not in errors + rest


def test_closed_pipe(site: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = process(site, "check", "bad.html", stdout=writing)
    finally:
        os.close(writing)
    assert done.code == CODES["a closed pipe (`| head`)"]
    assert done.err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is not on this system")
def test_full_disk(layoutcheck: Check, site: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process(site, "check", "good.html", "-o", "json", stdout=full)
    for one in (done, layoutcheck("check", "good.html", "-o", "json=/dev/full")):
        assert one.code == CODES["a full disk"]
        assert "no space left on device" in one.err and "Traceback" not in one.err


def test_closed_streams(site: Path) -> None:
    command = f"exec {shlex.quote(sys.executable)} -m layoutcheck check bad.html -o json=out.json <&- >&- 2>&-"
    done = subprocess.run(["sh", "-c", command], cwd=site, timeout=120, check=False)
    assert done.returncode == CODES["no standard streams at all (a daemon)"]
    assert json.loads((site / "out.json").read_text())["summary"]["error"]


def test_interrupted_baseline(site: Path, monkeypatch: pytest.MonkeyPatch, layoutcheck: Check) -> None:
    def interrupted(*_: Any, **__: Any) -> Iterator[Any]:
        raise KeyboardInterrupt
        yield

    (site / "known.jsonl").write_text('{"fingerprint": "abc", "uri": "bad.html"}\n')
    monkeypatch.setattr("layoutcheck.runner.run.check_all", interrupted)
    for command in ("write", "prune"):
        done = layoutcheck("baseline", command, "bad.html", "-b", "known.jsonl")
        assert done.code == CODES["`baseline write` or `prune`, interrupted"]
    assert "abc" in (site / "known.jsonl").read_text() and "stays as it was" in done.err


def test_baseline_from_another_folder(layoutcheck: Check, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layoutcheck("baseline", "write", "bad.html", "-b", "known.jsonl")
    before = (site / "known.jsonl").read_text()
    monkeypatch.chdir(site / "empty")
    for command in ("write", "prune"):
        done = layoutcheck("baseline", command, "../bad.html", "-b", "../known.jsonl")
        assert done.code == CODES["`baseline write` or `prune` from another folder"]
        assert 'knows the page "bad.html", which this run calls "../bad.html"' in done.err
    assert (site / "known.jsonl").read_text() == before


def test_baseline_of_an_unreadable_page(layoutcheck: Check, site: Path) -> None:
    (site / "empty.html").write_text("")
    assert layoutcheck("baseline", "write", "bad.html").code == CODES["`baseline write` or `prune`"]
    done = layoutcheck("baseline", "write", "bad.html", "empty.html")
    assert done.code == CODES["`baseline write` or `prune` with a page that cannot be checked"]
    assert "1 failure" in done.err


def test_diff(layoutcheck: Check, site: Path) -> None:
    for page, file in (("good.html", "old.json"), ("bad.html", "new.json")):
        layoutcheck("check", page, "-o", f"json={file}", "--fail-on", "never")
    assert layoutcheck("diff", "old.json", "old.json").code == CODES["`diff` with nothing new"]
    assert layoutcheck("diff", "new.json", "old.json").code == CODES["`diff` with nothing new"]
    done = layoutcheck("diff", "old.json", "new.json")
    assert done.code == CODES["`diff` with new findings"]
