"""Reviewdog's format: its schema, and columns in bytes of UTF-8."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from awkward import RUNS, Run, finding, pages, written
from jsonschema import Draft4Validator

from layoutcheck.core.finding import PageReport, Snippet


def diagnostics(run: Run) -> list[dict[str, Any]]:
    return json.loads(written("rdjson", run))["diagnostics"]


@pytest.mark.parametrize("name", RUNS)
def test_is_valid_by_reviewdogs_schema(name: str, contract: Callable[[str], Path]) -> None:
    schema = json.loads(contract("rdjson-diagnostic-result.json").read_text())
    report = json.loads(written("rdjson", RUNS[name]))
    if name == "many":
        report["diagnostics"] = report["diagnostics"][::500]
    assert [error.message for error in Draft4Validator(schema).iter_errors(report)] == []


@pytest.mark.parametrize(
    ("source", "column", "excerpt", "start", "end"),
    [("<p>abc</p>", 4, "abc", 4, 7), ("<p>é🗞️𝔸 x</p>", 9, "x", 18, 19), ("𝔸𝔸", 1, "𝔸𝔸", 1, 9)],
)
def test_counts_columns_in_bytes(source: str, column: int, excerpt: str, start: int, end: int) -> None:
    found = finding("a.html", "x", column=column, excerpt=excerpt, source=source)
    (told,) = diagnostics(Run(pages(PageReport("a.html", (found,)))))
    assert told["location"]["range"] == {"start": {"line": 3, "column": start}, "end": {"line": 3, "column": end}}
    assert source.encode()[start - 1 : end - 1].decode() == excerpt


def test_takes_whole_lines_where_the_line_is_not_known_up_to_the_place() -> None:
    from dataclasses import replace

    found = replace(finding("a.html", "x", column=5000), snippet=Snippet("… cut", 4980))
    (told,) = diagnostics(Run(pages(PageReport("a.html", (found,)))))
    assert told["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}


def test_names_the_other_copy() -> None:
    told = diagnostics(RUNS["mixed"])[1]
    assert told["related_locations"][0]["location"]["range"]["start"]["line"] == 28
