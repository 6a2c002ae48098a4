"""``rules``, ``explain`` and ``init``."""

import re
import tomllib

from layoutcheck.config import load_settings
from layoutcheck.plugins import load_rule, rule_ids


def test_rules_lists_every_rule(layoutcheck, file_regression):
    out = layoutcheck("rules").out
    assert [line.split()[0] for line in out.splitlines()] == list(rule_ids())
    file_regression.check(out, encoding="utf-8")


def test_explain_prints_a_rules_page(layoutcheck):
    done = layoutcheck("explain", "duplicate-teaser")
    assert done.code == 0
    assert done.out == load_rule("duplicate-teaser").page + "\n"


def test_explain_offers_what_begins_alike(layoutcheck):
    assert 'did you mean "duplicate-' in layoutcheck("explain", "dupl").err


def test_explain_offers_the_near_match(layoutcheck):
    done = layoutcheck("explain", "duplicate-tease")
    assert (done.code, done.out) == (2, "")
    assert 'did you mean "duplicate-teaser"?' in done.err


def test_init_writes_a_configuration_that_changes_nothing(layoutcheck, tmp_path):
    assert layoutcheck("init", cwd=tmp_path).code == 0
    settings = load_settings(tmp_path / "layoutcheck.toml")
    assert (settings.for_page("a.html").schema.value, settings.fail_on.value) == ("article", "error")
    assert not settings.for_page("a.html").rule_settings


def test_all_that_init_comments_out_is_good_as_well(layoutcheck, tmp_path):
    layoutcheck("init", cwd=tmp_path)
    file = tmp_path / "layoutcheck.toml"
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"^# (?=\[\[?[a-z]+\]\]?$|[a-z-]+ = )", "", text, flags=re.MULTILINE)
    assert {"pages", "newsroom", "patterns", "rules"} <= set(tomllib.loads(text))
    file.write_text(text, encoding="utf-8")
    settings = load_settings(file)
    assert settings.for_page("build/world/a.html").schema.value == "wire-story"
    assert [pattern.name for pattern in settings.patterns] == ["cms-token"]


def test_init_overwrites_nothing_unless_told(layoutcheck, tmp_path):
    (tmp_path / "layoutcheck.toml").write_text("# mine\n", encoding="utf-8")
    done = layoutcheck("init", cwd=tmp_path)
    assert done.code == 2 and "--force" in done.err
    assert (tmp_path / "layoutcheck.toml").read_text(encoding="utf-8") == "# mine\n"
    assert layoutcheck("init", "--force", cwd=tmp_path).code == 0
    assert layoutcheck("init", "no/such/folder", cwd=tmp_path).code == 2


def test_init_says_what_is_no_folder(layoutcheck, tmp_path):
    done = layoutcheck("init", "site", cwd=tmp_path)
    assert done.code == 2
    assert 'cannot be written: no such file or directory\n  "site" is no folder: make it first' in done.err
