"""Where in the repository a finding is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from layoutcheck.core.finding import Finding, Place
from layoutcheck.core.severity import Severity
from layoutcheck.report.anchor import Anchor, anchor, page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.path_mapping import PathMapping

PLACE = Place("a.html", 3, 5, 3, 9)


def shown(data: dict[str, Any], *files: str, uri: str = "a.html", **context: Any) -> Anchor:
    finding = Finding("filler-text", "filler", "x", Severity.ERROR, PLACE, data=data)
    is_there: Callable[[str], bool] = set(files).__contains__
    return anchor(finding, uri, ReportContext(in_checkout=is_there, **context))


PAGE = Anchor("page", "a.html", 3, 5, 3, 9)


@pytest.mark.parametrize(
    ("data", "files", "expected"),
    [
        ({"template": "t/card.html:12"}, ["a.html"], PAGE),  # the page itself is there
        ({"template": "t/card.html:12"}, ["t/card.html"], Anchor("template", "t/card.html", 12, 0, 12, 0)),
        ({"template": "t/card.html:12:7"}, [], Anchor("template", "t/card.html", 12, 7, 12, 8)),
        ({"template": "t/card.html"}, [], Anchor("template", "t/card.html", 1, 0, 1, 0)),
        ({"template": "t/card.html:0"}, [], Anchor("template", "t/card.html", 1, 0, 1, 0)),
        ({"schema": "s.yaml:4"}, ["s.yaml"], Anchor("schema", "s.yaml", 4, 0, 4, 0)),
        ({"schema": "s.yaml:4"}, [], PAGE),  # a shipped one
        ({"template": 3}, [], PAGE),
        ({}, [], PAGE),
    ],
)
def test_the_page_else_the_template_else_the_schema(data: dict[str, Any], files: list[str], expected: Anchor) -> None:
    assert shown(data, *files) == expected


@pytest.mark.parametrize(
    ("uri", "context", "path"),
    [
        ("./build/a.html", {}, "build/a.html"),
        ("build/a.html", {"below": "site"}, "site/build/a.html"),
        ("../a.html", {"below": "site/x"}, "site/a.html"),
        ("/repo/build/a.html", {"base": "/repo"}, "build/a.html"),
        ("/other/a.html", {"base": "/repo", "below": "site"}, "/other/a.html"),
        ("C:/a.html", {"below": "site"}, "C:/a.html"),
        ("https://d.example/a?x#y", {"below": "site"}, "d.example/a"),
        ("-", {"below": "site"}, "standard-input"),
        ("build/a.html", {"below": "site", "paths": PathMapping("build", "public")}, "public/a.html"),
    ],
)
def test_a_path_is_told_from_the_checkouts_root(uri: str, context: dict[str, Any], path: str) -> None:
    assert page_path(uri, ReportContext(**context)) == path
