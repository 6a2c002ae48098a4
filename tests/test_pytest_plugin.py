"""The pytest plugin, run in a pytest of its own."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.pytest_plugin import Layoutcheck

pytest_plugins = ["pytester"]
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


class Response:
    text = "<p>Hello"


def test_response(layoutcheck):
    layoutcheck.check_html(Response())


def test_text_of_response(layoutcheck):
    layoutcheck.check_html(page().replace("{{ visitor.name }}", "all"))


def test_mistakes(layoutcheck):
    try:
        layoutcheck.check_file("nowhere.html")
    except Exception as error:
        assert str(error).startswith("nowhere.html: the page cannot be read: ")
    layoutcheck.check_html(page(), schema="wire-stroy")


def test_summary(layoutcheck):
    html = page().replace('<html lang="en">', "<html>")
    layoutcheck.check_html(html, fail_on="info")
'''


def test_fails_with_the_findings_as_its_message_and_no_trace(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_pages=f"GOOD = {str(GOOD)!r}\n{TEST}")
    pytester.makefile(".toml", layoutcheck='fail-on = "info"\n')
    pytester.makeini(
        "[pytest]\nlayoutcheck_schema = article\nlayoutcheck_config = layoutcheck.toml\nlayoutcheck_fail_on = error\n"
    )
    named = [] if entry_points(group="pytest11", name="layoutcheck") else ["-p", "layoutcheck.pytest_plugin"]
    result = pytester.runpytest_inprocess(*named, "-p", "no:cacheprovider", "-q")
    result.assert_outcomes(passed=3, failed=4)
    told = result.stdout.str()
    assert "placeholder-leak" in told
    assert "<h1>The harbour opens for {{ visitor.name }} and everybody else</h1>" in told
    assert "^^^^^^" in told
    assert "pytest_plugin.py" not in told and "src/layoutcheck" not in told and "Traceback" not in told
    assert 'test_bad - Failed: placeholder "{{ visitor.name }}" was' in told  # the summary names the finding
    assert 'test_summary - Failed: placeholder "{{ visitor.name }}"' in told  # the worst, though not the first
    assert 'UserError: no shipped schema is called "wire-stroy"' in told
    assert "TypeError: a page is text or bytes, such as response.text; this is Response" in told


def test_fails_from_the_severity_of_the_configuration_where_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "layoutcheck.toml").write_text('fail-on = "never"\n')
    page = "<!doctype html><html lang=en><title>Ferry {{ name }}</title><h1>Ferry sails</h1>"
    assert Layoutcheck(config=str(tmp_path / "layoutcheck.toml")).check_html(page).findings
    with pytest.raises(pytest.fail.Exception, match="never filled"):
        Layoutcheck().check_html(page)
    with pytest.raises(UserError, match='fail_on cannot be "eror"'):
        Layoutcheck().check_html(page, fail_on="eror")


def test_costs_nothing_before_it_is_asked_for() -> None:
    code = "import sys, layoutcheck.pytest_plugin; print([m for m in sys.modules if m.startswith('layoutcheck.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['layoutcheck.pytest_plugin']"
