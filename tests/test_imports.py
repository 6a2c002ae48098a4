"""Start-up is short because little is imported: this holds the list, which no timing on a busy machine could."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

#: Packages that take tens of milliseconds to import.
HEAVY = {
    "ftfy", "hyperscan", "jinja2", "jsonschema", "jsonschema_rs", "lxml", "multiprocessing", "pathspec", "pydantic",
    "re2", "rich", "sqlite3", "turbohtml", "typer", "watchfiles", "yaml",
}  # fmt: skip
#: What one page needs besides the standard library.
CHECKING = {"hyperscan", "jsonschema_rs", "multiprocessing", "re2", "turbohtml", "typer"}
PAGE = "<!doctype html><html lang=en><title>A</title><article><h1>Harbour opens again</h1><p>It did.</article>"
SCRIPT = """
import contextlib, io, json, sys
sys.argv[0] = "layoutcheck"
from layoutcheck.__main__ import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main()
print(json.dumps(sorted(sys.modules)))
"""


def imported(*arguments: str) -> set[str]:
    """The modules that a command has imported when it is done."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_version_is_told_with_nothing_imported() -> None:
    modules = imported("--version")
    assert not HEAVY & modules
    assert {name for name in modules if name.startswith("layoutcheck")} <= {"layoutcheck", "layoutcheck.__main__"}


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help")])
def test_help_comes_without_parser_schemas_and_rules(arguments: tuple[str, ...]) -> None:
    modules = imported(*arguments)
    assert HEAVY & modules <= {"typer"}
    assert not [name for name in modules if name.startswith(("layoutcheck.rules.", "layoutcheck.newsroom."))]


def test_one_page_imports_only_what_checks_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    modules = imported("check", "--no-config", str(page))
    assert HEAVY & modules <= CHECKING
    assert "layoutcheck.report.html" not in modules
    assert not modules & {"layoutcheck.parse.dump", "layoutcheck.newsroom.dump"}  # for plain-text dumps
