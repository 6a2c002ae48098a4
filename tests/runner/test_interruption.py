"""A run that is ended from outside tells what it found, and a page that never comes costs only itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a page that never comes is a named pipe")
PAGE = "<!doctype html><html lang=en><title>A</title><article><h1>Harbour opens again</h1><p>It did.</article>"


def command(folder: Path, *flags: str) -> list[str]:
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    os.mkfifo(folder / "b.html")
    (folder / "c.html").write_text(PAGE, encoding="utf-8")
    names = [str(folder / name) for name in ("a.html", "b.html", "c.html")]
    return [sys.executable, "-m", "layoutcheck", "check", "--no-config", "-o", "jsonl", *flags, *names]


def told(output: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in output.splitlines():
        one = json.loads(line)
        found.setdefault(one["kind"], []).append(one)
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_run_with_what_was_found(tmp_path: Path, number: int) -> None:
    run = command(tmp_path, "--workers", "1", "--limit", "60")
    with (
        subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        (tmp_path / "b.html").open("w"),  # returns when the worker waits for the second page
    ):
        process.send_signal(number)
        output, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors == ""
    lines = told(output)
    assert [page["uri"].rpartition("/")[2] for page in lines["page"]] == ["a.html"]
    assert lines["summary"][0]["interrupted"] is True


def test_a_page_that_never_comes_fails_at_the_limit(tmp_path: Path) -> None:
    run = command(tmp_path, "--workers", "2", "--limit", "0.4")
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=30)
    pages = told(done.stdout)["page"]
    assert [[failure["text"] for failure in page["failures"]] for page in pages] == [
        [],
        ["the page took longer than 0.4 s, last in sources/files.py"],
        [],
    ]
    assert done.returncode == 1
