"""A JSON report read back: what is none, or broken, is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from awkward import Run, finding, pages, written
from hypothesis import given, settings
from hypothesis import strategies as st

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import PageReport
from layoutcheck.report.saved import read_report


def told_report() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(written("json", Run(pages(PageReport("a.html", (finding("a.html", "x"),))))))
    return told


def test_a_report_that_was_cut_or_edited_is_told(tmp_path: Path) -> None:
    told = told_report()
    del told["pages"][0]["findings"][0]["cause"]
    (tmp_path / "r.json").write_text(json.dumps(told))
    with pytest.raises(UserError, match=r'this report is broken at pages/0/findings/0: "cause" is a required property'):
        read_report(tmp_path / "r.json")


@settings(max_examples=40)
@given(st.none() | st.integers() | st.text() | st.lists(st.none()) | st.dictionaries(st.text(), st.integers()))
def test_any_json_is_a_report_or_a_users_error(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    told = told_report()
    told["pages"][0]["findings"][0]["place"] = value
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_text(json.dumps(told))
    with pytest.raises(UserError):
        read_report(file)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "no valid JSON"),
        ("[]", "no JSON report of layoutcheck"),
        ("[" * 100_000, "nested too deeply"),
        ("{}", "no JSON report"),
    ],
)
def test_judges_what_is_no_report(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(text)
    with pytest.raises(UserError, match=told):
        read_report(tmp_path / "r.json")
    with pytest.raises(UserError, match="there is no report"):
        read_report(tmp_path / "none.json")
