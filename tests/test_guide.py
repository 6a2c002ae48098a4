"""What the guide shows is what the tool reads."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from layoutcheck.config import load_settings
from layoutcheck.report.formats import FORMATS
from layoutcheck.suppress.entry import entry_line, entry_of

GUIDE = Path(__file__).parents[1] / "docs" / "guide"


def blocks(page: str, language: str) -> list[str]:
    text = (GUIDE / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_entries_of_the_baseline_page_are_entries_as_they_are_written() -> None:
    lines = [line for block in blocks("baseline.md", "json") for line in block.splitlines()]
    assert len(lines) == 2
    assert [entry_line(entry_of(line, "baseline.md", 1)).rstrip("\n") for line in lines] == lines


@pytest.mark.parametrize("page", ["suppressions.md"])
def test_settings_on_the_page_are_settings(page: str, tmp_path: Path) -> None:
    for block in blocks(page, "toml"):
        assert tomllib.loads(block)
        (tmp_path / "layoutcheck.toml").write_text(block)
        assert load_settings(tmp_path / "layoutcheck.toml").ignores


def test_pipelines_are_yaml() -> None:
    assert all(yaml.safe_load(block) for block in blocks("ci.md", "yaml"))
    assert len(blocks("ci.md", "yaml")) >= 4


def test_every_format_is_in_the_table() -> None:
    text = (GUIDE / "formats.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in FORMATS)
