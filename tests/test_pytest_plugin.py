"""The pytest plugin, run in a pytest of its own."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

GOOD = Path(__file__).parents[1] / "samples" / "pages" / "good-wire-story" / "page.html"
TEST = '''
def page():
    """What an application would render."""
    return """<!doctype html><html lang="en"><title>Harbour opens</title><body><main><article>
<h1>The harbour opens for {{ visitor.name }} and everybody else</h1><p>By Ann Example</p>
<p>HAVEN (Example News) - The harbour opened.</p></article></main>"""


def test_good(layoutcheck):
    report = layoutcheck.check_file(GOOD)
    assert report.uri == GOOD


def test_bad(layoutcheck):
    layoutcheck.check_html(page(), uri="/harbour/")


def test_lenient(layoutcheck):
    assert layoutcheck.check_html(page(), fail_on="never").findings
'''


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("application")
    (folder / "test_pages.py").write_text(f"GOOD = {str(GOOD)!r}\n{TEST}")
    (folder / "pytest.ini").write_text("[pytest]\nlayoutcheck_schema = article\n")
    named = [] if entry_points(group="pytest11", name="layoutcheck") else ["-p", "layoutcheck.pytest_plugin"]
    command = [sys.executable, "-m", "pytest", *named, "-p", "no:cacheprovider", "-q", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False, timeout=120)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_passes_good_pages_and_fails_bad_ones(told: str) -> None:
    assert "1 failed, 2 passed" in told


def test_fails_with_the_findings_as_its_message_and_no_trace(told: str) -> None:
    assert "placeholder-leak" in told
    assert "<h1>The harbour opens for {{ visitor.name }} and everybody else</h1>" in told
    assert "^^^^^^" in told
    assert "pytest_plugin.py" not in told and "Traceback" not in told


def test_costs_nothing_before_it_is_asked_for() -> None:
    code = "import sys, layoutcheck.pytest_plugin; print([m for m in sys.modules if m.startswith('layoutcheck.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['layoutcheck.pytest_plugin']"
