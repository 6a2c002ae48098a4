"""Check rendered article pages against a page-structure schema.

The public interface, each name imported when it is first used::

    for report in layoutcheck.check("build/", schema="wire-story"):
        for finding in report.findings:
            print(report.uri, finding.place.line, finding.text)

    report = layoutcheck.check_html(response.text)
    data = layoutcheck.extract(response.text)["data"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from layoutcheck.api import check, check_html, extract, load_schema
    from layoutcheck.core.errors import PageError, UserError
    from layoutcheck.core.finding import Failure, Finding, PageReport, Place
    from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
    from layoutcheck.core.severity import Severity
    from layoutcheck.model.lxml_tree import lxml_tree
    from layoutcheck.parse.page import Page

_HOMES = {
    "check": "api", "check_html": "api", "extract": "api", "load_schema": "api",
    "PageError": "core.errors", "UserError": "core.errors",
    "Failure": "core.finding", "Finding": "core.finding", "PageReport": "core.finding", "Place": "core.finding",
    "Hit": "core.rule", "Message": "core.rule", "NoOptions": "core.rule", "Rule": "core.rule", "Spot": "core.rule",
    "Severity": "core.severity", "lxml_tree": "model.lxml_tree", "Page": "parse.page",
}  # fmt: skip

__all__ = [
    "Failure",
    "Finding",
    "Hit",
    "Message",
    "NoOptions",
    "Page",
    "PageError",
    "PageReport",
    "Place",
    "Rule",
    "Severity",
    "Spot",
    "UserError",
    "__version__",
    "check",
    "check_html",
    "extract",
    "load_schema",
    "lxml_tree",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'layoutcheck' has no attribute {name!r}")
    return getattr(import_module(f"layoutcheck.{_HOMES[name]}"), name)
