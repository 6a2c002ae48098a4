"""The settings of one page: its paths, its rules and options, each value with its origin."""

from pathlib import Path

import pytest

from layoutcheck.config import load_settings
from layoutcheck.config.settings import relative
from layoutcheck.core.severity import Severity


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(site: Path, text: str):
    (site / "layoutcheck.toml").write_text(text, encoding="utf-8")
    return load_settings(site / "layoutcheck.toml")


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("world/a.html", "world/a.html"),
        ("./world/a.html", "world/a.html"),
        ("deep/../world/a.html", "world/a.html"),
        ("https://news.example/world/a", "news.example/world/a"),
        ("-", "-"),
    ],
)
def test_a_page_is_named_from_the_configurations_folder(site, uri, path):
    assert relative(uri, site) == path


def test_a_page_is_found_from_a_folder_below_and_through_a_link(site, monkeypatch):
    (site / "link").symlink_to(site)
    assert relative(str(site / "link" / "world" / "a.html"), site.resolve()) in ("world/a.html", "link/world/a.html")
    monkeypatch.chdir(site / "deep" / "er")
    assert relative("../../world/a.html", site) == "world/a.html"


def test_a_page_elsewhere_keeps_its_path(site):
    assert relative("/elsewhere/a.html", site) == "elsewhere/a.html"


def test_rules_are_on_with_their_severity_and_options(site):
    found = settings(
        site, '[rules]\nempty-heading = "off"\nfuture-date = { severity = "error", tolerance-hours = 3 }\n'
    )
    rules = {active.loaded.id: active for active in found.for_page("a.html").rules}
    assert "empty-heading" not in rules
    assert (rules["future-date"].severity, rules["future-date"].options.tolerance_hours) == (Severity.ERROR, 3)
    assert rules["duplicate-teaser"].severity is None


def test_options_of_several_tables_are_laid_over_each_other(site):
    found = settings(
        site,
        '[rules.date-disagreement]\ntolerance-days = 2\nseverity = "info"\n'
        '[[pages]]\npaths = ["world/**"]\nrules.date-disagreement.tolerance-minutes = 5\n',
    ).for_page("world/a.html")
    setting = found.rule_settings["date-disagreement"]
    assert {name: (value.value, value.origin) for name, value in setting.options.items()} == {
        "tolerance_days": (2, "layoutcheck.toml:2"),
        "tolerance_minutes": (5, "layoutcheck.toml:6"),
    }
    assert setting.severity is not None and setting.severity.value == "info"


def test_pages_of_the_same_tables_share_their_settings(site):
    found = settings(site, '[[pages]]\npaths = ["world/**"]\nschema = "wire-story"\n')
    assert found.for_page("world/a.html") is found.for_page("world/b.html")
    assert found.for_page("world/a.html") is not found.for_page("sports/a.html")


@pytest.mark.parametrize(
    ("pattern", "page", "matches"),
    [
        ("drafts/", "drafts/a.html", True),
        ("drafts/", "world/drafts/a.html", True),
        ("/drafts/", "world/drafts/a.html", False),
        ("*.txt", "world/a.txt", True),
        ("world/*", "world/a.html", True),
        ("world/**/x.html", "world/a/b/x.html", True),
        ("world", "worldly/a.html", False),
    ],
)
def test_paths_are_written_as_gitignore_has_them(site, pattern, page, matches):
    found = settings(site, f'exclude = ["{pattern}"]\n')
    assert found.is_excluded(page) == matches
    assert (found.excluded_by(page) is not None) == matches
