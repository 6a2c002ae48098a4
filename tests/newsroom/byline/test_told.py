"""Whom machines are told as the author."""

from __future__ import annotations

import json

import pytest

from layoutcheck.newsroom.byline.site_name import SiteNames
from layoutcheck.newsroom.byline.told import is_person, machine_names, read_told
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of

SITES = SiteNames(frozenset(["harbourdaily"]))


def linked(*authors: object) -> str:
    data = {"@type": "NewsArticle", "author": [{"name": name} if isinstance(name, str) else name for name in authors]}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def told(html: str) -> list[tuple[tuple[str, ...], str, float]]:
    found = read_told(read_structured(page_of(html)), SITES)
    return [(one.names, one.source, one.sure) for one in found]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (linked("Jo Moe", "Ann Lee"), (("Jo Moe", "Ann Lee"), "json-ld", 3.4)),
        ("<meta name=author content='Jo Moe'>", (("Jo Moe",), "author", 3.0)),
        ("<meta name=author content='Jo Moe and Ann Lee'>", (("Jo Moe", "Ann Lee"), "author", 3.0)),
        ("<meta name=author content=Moebius>", (("Moebius",), "author", 0.9)),
        ("<meta name=author content=admin>", (("admin",), "author", 0.9)),
        (linked("admin"), (("admin",), "json-ld", 0.9)),
        (linked("jo.moe"), (("jo.moe",), "json-ld", 1.4)),
        (linked("Reuters"), (("Reuters",), "json-ld", 2.8)),
        ("<meta name=author content='Quay Press GmbH'>", (("Quay Press GmbH",), "author", 0.9)),
    ],
)
def test_names_have_weight_by_what_they_are(html: str, found: tuple[tuple[str, ...], str, float]) -> None:
    assert told(html) == [found]


@pytest.mark.parametrize(
    "html",
    [linked("Harbour Daily"), linked("undefined"), "<meta name=author content=''>", "<meta name=author content=https://a.example/jo>",
     "<meta name=article:author content=/jo>", "<meta name=author content=jo@a.example>", "<p>x</p>"],
)  # fmt: skip
def test_the_site_nobody_and_addresses_are_no_authors(html: str) -> None:
    assert told(html) == []


def test_json_ld_comes_before_meta_elements_and_each_has_its_place() -> None:
    page = page_of(f"<meta name=author content='Ann Lee'>{linked('Jo Moe')}")
    facts = machine_names(read_structured(page))
    assert [(fact.source, fact.value, page.text(fact.spot)) for fact in facts] == [
        ("json-ld", "Jo Moe", "Jo Moe"), ("author", "Ann Lee", "Ann Lee"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "person"),
    [(linked("Jo Moe"), True), (linked("Moebius"), False), (linked("Staff Reporters"), False), (linked("Moe Media"), False),
     ("<meta name=author content='Jo Moe'>", False)],
)  # fmt: skip
def test_surely_people_are_json_ld_authors_with_two_names(html: str, person: bool) -> None:
    (found,) = read_told(read_structured(page_of(html)), SITES)
    assert is_person(found) is person
