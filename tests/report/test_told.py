"""The words that platforms show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layoutcheck.core.finding import Failure, Finding, Place
from layoutcheck.core.severity import Severity
from layoutcheck.report.anchor import Anchor
from layoutcheck.report.context import ReportContext
from layoutcheck.report.path_mapping import PathMapping
from layoutcheck.report.rule_info import CRASHED, UNCHECKED
from layoutcheck.report.told import advice, counted, failure_info, lines, spread, told

FINDING = Finding("filler-text", "filler", 'filler "lorem"', Severity.ERROR, Place("a.html", 3, 5, 3, 9))
PAGE = Anchor("page", "a.html", 3)


def test_a_finding_is_told_in_one_harmless_line() -> None:
    assert told(FINDING) == 'filler "lorem"'
    assert (
        told(replace(FINDING, place=replace(FINDING.place, where="headline"), known=True))
        == 'filler "lorem" (in headline) (known)'
    )
    assert "\n" not in told(replace(FINDING, text="a\nb")) and "\x1b" not in told(replace(FINDING, text="\x1b[31m"))


def test_advice_is_what_is_known() -> None:
    assert list(advice(FINDING.data)) == []
    known = replace(FINDING, data={"fix": "fill it", "engine": "Twig", "cause": "", "other": "x"})
    assert list(advice(known.data)) == ["engine: Twig", "fix: fill it"]


def test_the_page_is_named_where_another_file_or_an_address_stands_for_it() -> None:
    assert list(lines(FINDING, "a.html", PAGE, ReportContext())) == ['filler "lorem"']
    assert list(lines(FINDING, "a.html", replace(PAGE, kind="template"), ReportContext()))[-1] == "on a.html"
    mapped = ReportContext(paths=PathMapping("", "https://d.example/"))
    assert list(lines(FINDING, "a.html", PAGE, mapped))[-1] == "on https://d.example/a.html"


def test_failures_stand_for_rules() -> None:
    assert failure_info(Failure("a.html", "x")) is UNCHECKED
    assert failure_info(Failure("a.html", "x", "filler-text")) is CRASHED


@pytest.mark.parametrize(("number", "noun", "plural", "text"), [(1, "page", "", "1 page"), (0, "page", "", "0 pages"), (12000, "page", "", "12,000 pages"), (2, "entry", "entries", "2 entries")])  # fmt: skip
def test_things_are_counted(number: int, noun: str, plural: str, text: str) -> None:
    assert counted(number, noun, plural) == text


@pytest.mark.parametrize(
    ("sections", "whole", "words"),
    [
        ({"live": 3}, {"live": 3, "world": 9}, "every page of live"),
        ({"live": 2}, {"live": 3, "world": 9}, "all in live"),
        ({"live": 2}, {"live": 0, "world": 0}, "all in live"),  # nobody counted
        ({"world": 1, "live": 2}, {"live": 3, "world": 9}, "live 2, world 1"),
        ({"a": 1, "b": 1, "c": 4, "d": 1, "": 1}, {"a": 1, "b": 2}, "c 4, no section 1, a 1 and 2 more sections"),
        ({"live": 3}, {"live": 3}, ""),  # the whole run is one section
        ({"live": 1}, {"live": 3, "world": 9}, ""),  # the page's name says it
        ({"": 2}, {"": 2, "live": 1}, ""),
        ({}, {"live": 3, "world": 9}, ""),
    ],
)
def test_where_on_the_site_a_cause_is(sections: dict[str, int], whole: dict[str, int], words: str) -> None:
    assert spread(sections, whole) == words
