"""The project holds itself to its own architecture: floors, pairs, names, headings."""

from __future__ import annotations

import ast
import dataclasses
import re
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import layoutcheck
from layoutcheck.config import Layer, PageSettings, Settings, Value
from layoutcheck.core.document import Document
from layoutcheck.core.finding import Finding
from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.pipeline import check_page
from layoutcheck.plugins import LoadedRule, load_rule, rule_ids
from layoutcheck.testing import HEADINGS, Example, OneRule, check_example, examples, headings

ROOT = Path(layoutcheck.__file__).parent
REPOSITORY = ROOT.parents[1]
RULES = ROOT / "rules"
SAMPLES = REPOSITORY / "samples" / "pages"
#: Messages of pages that are too long to show, and of such as are no UTF-8, which all examples are.
NOT_SHOWN = {"too-many", "unfit-bytes"}
_VALUE = re.compile(r"\{(\w+)[^}]*\}")


def test_each_floor_sees_only_the_floors_below() -> None:
    from importlinter.api import use_cases  # noqa: F401 - absent in a plain installation: then this test says so
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(REPOSITORY / "pyproject.toml"), no_cache=True) == 0


def test_the_architecture_shows_the_floors_of_the_contract() -> None:
    contract = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    told = (REPOSITORY / "docs/architecture.md").read_text(encoding="utf-8")
    assert "```\n" + "\n".join(contract["layers"]) + "\n```" in told


def test_every_decision_has_its_number_its_status_and_its_line_in_the_index() -> None:
    folder = REPOSITORY / "docs/decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^- \[(\d+)\. (.+)\]\((.+)\)$", index, re.MULTILINE)
    told = []
    for file in sorted(folder.glob("[0-9]*.md")):
        title, _, status = file.read_text(encoding="utf-8").splitlines()[:3]
        number, _, words = title.removeprefix("# ").partition(". ")
        assert file.name.startswith(f"{int(number):04}-") and status.startswith("Status: ")
        told.append((number, words, file.name))
    assert listed == told


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
        missing = [key for key in loaded.rule.messages if f" {key} " not in shown and key not in NOT_SHOWN]
        if loaded.conclude is None:
            assert not missing

    def test_names_every_option_on_its_page(self, rule_id: str) -> None:
        loaded = load_rule(rule_id)
        for field in dataclasses.fields(loaded.rule.options):
            assert f"`{field.name.replace('_', '-')}`" in loaded.page

    def test_fills_every_value_of_its_messages(self, rule_id: str) -> None:
        loaded = load_rule(rule_id)
        for example in examples(loaded.page):
            report = check_example(loaded, example)
            assert not report.failures
            for finding in report.findings:
                assert set(_VALUE.findall(loaded.rule.message(finding.message).text)) <= set(finding.data)

    def test_says_what_it_has_no_options_for(self, rule_id: str) -> None:
        loaded = load_rule(rule_id)
        section = loaded.page.partition("## Options\n")[2].partition("\n## ")[0]
        told = set(re.findall(r"^[-*|] *`([a-z-]+)`", section, re.MULTILINE))
        known = {field.name.replace("_", "-") for field in dataclasses.fields(loaded.rule.options)} | {"severity"}
        assert told <= known
        assert section.strip()

    def test_shows_bad_pages_with_their_findings_and_good_ones_without(self, rule_id: str) -> None:
        for example in examples(load_rule(rule_id).page):
            assert (example.findings is not None) == (example.section == "Bad")
            assert example.findings != ""

    def test_leaves_the_page_as_it_was(self, rule_id: str) -> None:
        loaded = load_rule(rule_id)
        for example in examples(loaded.page):
            page, options = page_of(loaded, example)
            before = (page.tree.serialize(), deepcopy(page.data), dict(page.spots), list(page.demands))
            first = list(loaded.check(page, options))
            assert (page.tree.serialize(), page.data, page.spots, list(page.demands)) == before
            assert list(loaded.check(page, options)) == first

    def test_sees_no_files_clock_or_surroundings(self, rule_id: str) -> None:
        tree = ast.parse(Path(load_rule(rule_id).module.__file__ or "").read_text(encoding="utf-8"))
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        outside = {"os", "pathlib", "sys", "time", "socket", "urllib.request", "subprocess", "random", "io", "tempfile"}
        assert not imported & outside
        assert not {name for name in imported if name.startswith(("layoutcheck.config", "layoutcheck.pipeline"))}
        called = {
            node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and hasattr(node.func, "attr")
        }
        assert not called & {"now", "today", "utcnow"}


def page_of(loaded: LoadedRule, example: Example) -> tuple[Page, Any]:
    """An example's page, read as for the rule; and the rule's options there."""
    seen: list[tuple[Page, Any]] = []

    def look(page: Page, options: Any) -> Iterator[Hit]:
        seen.append((page, options))
        return iter(())

    check_example(dataclasses.replace(loaded, check=look), example)
    return seen[0]


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*/page.*")), ids=lambda file: file.parent.name)
def test_each_rule_alone_and_in_any_order_finds_the_same(file: Path) -> None:
    document = Document("page", file.read_bytes(), "text/plain" if file.suffix == ".txt" else "text/html")
    settings = Settings((Layer(Value("wire-story", "test")),)).for_page("page")
    together = check_page(document, settings)
    rules = settings.rules
    reversed_ = PageSettings(Settings(), [Layer(Value("wire-story", "test"))])
    reversed_.__dict__["rules"] = rules[::-1]
    assert {told(f) for f in check_page(document, reversed_).findings} == {told(f) for f in together.findings}
    for active in rules:
        alone = {told(finding) for finding in check_page(document, OneRule(active, "wire-story")).findings}
        assert alone == {told(finding) for finding in together.findings if finding.rule == active.loaded.id}


def told(finding: Finding) -> tuple[str, str, int, int, str]:
    return finding.rule, finding.message, finding.place.line, finding.place.column, finding.text


def test_no_module_is_longer_than_can_be_read_in_one_go() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in ROOT.rglob("*.py")
        if "data" not in file.parts and "families" not in file.parts
        and (lines := file.read_text(encoding="utf-8").count("\n")) > 360
    }  # fmt: skip
    assert not long
