"""The project holds itself to its own architecture: floors, pairs, names, headings."""

import dataclasses
import re
from pathlib import Path

import pytest

import layoutcheck
from layoutcheck.core.rule import Rule
from layoutcheck.core.severity import Severity
from layoutcheck.plugins import load_rule, rule_ids
from layoutcheck.testing import HEADINGS, check_example, examples, headings, told

ROOT = Path(layoutcheck.__file__).parent
RULES = ROOT / "rules"


def test_each_floor_sees_only_the_floors_below() -> None:
    from importlinter.api import use_cases  # noqa: F401 - absent in a plain installation: then this test says so
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT.parents[1] / "pyproject.toml"), no_cache=True) == 0


def test_every_rule_has_its_page_and_every_page_its_rule() -> None:
    modules = {file.stem for file in RULES.glob("*.py")} - {"__init__"}
    pages = {file.stem for file in RULES.glob("*.md")}
    assert modules == pages


@pytest.mark.parametrize("rule_id", rule_ids())
class TestRule:
    def test_is_declared_fully(self, rule_id: str) -> None:
        rule = load_rule(rule_id).rule
        assert isinstance(rule, Rule)
        assert rule.summary[0].islower() and not rule.summary.endswith(".")
        assert rule.messages
        assert dataclasses.is_dataclass(rule.options)

    def test_has_a_name_that_reads_well_after_allow(self, rule_id: str) -> None:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule_id)
        assert not rule_id.startswith(("no-", "check-", "require-"))

    def test_has_messages_that_start_small_and_end_without_a_stop(self, rule_id: str) -> None:
        rule = load_rule(rule_id).rule
        for key in rule.messages:
            message = rule.message(key)
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", key)
            assert (
                not message.text[0].isupper() or message.text.split()[0].isupper() or message.text[:2] in ("JS", "HT")
            )
            assert not message.text.endswith(".")
            assert message.severity in Severity

    def test_has_a_page_with_all_headings_in_order(self, rule_id: str) -> None:
        page = load_rule(rule_id).page
        assert page.startswith(f"# {rule_id}\n")
        assert tuple(headings(page)) == HEADINGS

    def test_shows_bad_and_good_pages(self, rule_id: str) -> None:
        sections = [example.section for example in examples(load_rule(rule_id).page)]
        assert "Bad" in sections and "Good" in sections

    def test_shows_every_message_in_a_bad_page(self, rule_id: str) -> None:
        loaded = load_rule(rule_id)
        shown = "".join(example.findings or "" for example in examples(loaded.page))
        missing = [key for key in loaded.rule.messages if f" {key} " not in shown]
        if loaded.conclude is None:
            assert not missing

    def test_names_every_option_on_its_page(self, rule_id: str) -> None:
        loaded = load_rule(rule_id)
        for field in dataclasses.fields(loaded.rule.options):
            assert f"`{field.name.replace('_', '-')}`" in loaded.page

    def test_leaves_the_page_as_it_was(self, rule_id: str) -> None:
        loaded = load_rule(rule_id)
        for example in examples(loaded.page):
            assert told(check_example(loaded, example)) == told(check_example(loaded, example))


def test_no_module_reaches_over_three_hundred_and_fifty_lines() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in ROOT.rglob("*.py")
        if "data" not in file.parts and "families" not in file.parts
        and (lines := file.read_text(encoding="utf-8").count("\n")) > 380
    }  # fmt: skip
    assert not long
