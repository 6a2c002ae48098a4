"""Rules of other packages, through the entry point ``layoutcheck.rules``; one of them wants lxml's tree."""

import sys
from importlib import metadata
from pathlib import Path

import pytest

import layoutcheck
from layoutcheck import plugins
from layoutcheck.core.errors import UserError

EXAMPLE = Path(__file__).parent / "example_plugin"


@pytest.fixture
def installed(monkeypatch):
    """The example plugin as if it were installed."""
    monkeypatch.syspath_prepend(str(EXAMPLE))
    caches = (plugins.rule_ids, plugins.load_rule, plugins._foreign)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()
    for name in [name for name in sys.modules if name.startswith("newsdesk_rules")]:
        del sys.modules[name]


def test_a_foreign_rule_is_found_and_run(installed):
    assert "shouting-headline" in plugins.rule_ids()
    page = "<title>t</title><h1>HARBOUR WALL LEAKS AGAIN</h1>"
    (finding,) = [f for f in layoutcheck.check_html(page).findings if f.rule == "shouting-headline"]
    assert (finding.place.line, finding.place.column) == (1, 17)
    assert finding.text == 'the headline "HARBOUR WALL LEAKS AGAIN" is all in capitals'


def test_a_foreign_rule_brings_its_page(installed):
    assert plugins.load_rule("shouting-headline").page.startswith("# shouting-headline")


def test_a_rule_that_crashes_is_named_and_the_others_go_on(installed, monkeypatch):
    module = plugins.load_rule("shouting-headline").module

    def crash(page, options):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(module, "check", crash)
    plugins.load_rule.cache_clear()
    report = layoutcheck.check_html("<title>t</title><h1>A quiet headline</h1><p>{{ leak }}</p>")
    (failure,) = report.failures
    assert failure.rule == "shouting-headline"
    assert "oops" in failure.text
    assert "placeholder-leak" in [finding.rule for finding in report.findings]


def test_a_foreign_rule_that_cannot_be_imported_is_the_users_affair(monkeypatch):
    point = metadata.EntryPoint("broken-rule", "no_such_module_anywhere", plugins.GROUP)
    monkeypatch.setattr(plugins, "_foreign", lambda: {"broken-rule": point})
    plugins.load_rule.cache_clear()
    with pytest.raises(UserError, match="cannot be imported"):
        plugins.load_rule("broken-rule")
