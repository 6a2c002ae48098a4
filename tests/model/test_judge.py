"""Demands between parts, and where a lack is told."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.core.pointer import escaped
from layoutcheck.model.anchor import anchor
from layoutcheck.model.extract import extract
from layoutcheck.model.judge import check_demands
from layoutcheck.model.load import load_schema
from layoutcheck.parse.parser import parse

PAGE = """<!doctype html><title>Harbour wall</title>
<main><p class=kicker>World</p>
<h1>Harbour wall leaks</h1>
<ul class=a><li><a href=/1>One</a><li><a href=/2>Two</a><li><a href=/1>Three</a></ul>
<p class=foot>Harbour Wall leaks</p></main>
"""
PARTS = """
  kicker: {x-select: .kicker}
  headline: {x-select: h1}
  foot: {x-select: .foot}
  list:
    x-select: ul li
    type: array
    items: {properties: {url: {x-select: "a::attr(href)"}, line: {x-select: a}}}
"""


def demands(tmp_path, schema: str, source: str = PAGE, media_type: str = "text/html"):
    file = tmp_path / "site.yaml"
    file.write_text(schema, encoding="utf-8")
    loaded = load_schema(str(file))
    page = parse(Document("p.html", source.encode(), media_type, "utf-8"))
    return page, check_demands(page, loaded, extract(page, loaded))


@pytest.mark.parametrize(
    ("extra", "keyword", "pointer", "line", "also", "schema_line"),
    [
        ("x-order: [headline, kicker]", "x-order", "/kicker", 2, 3, 2),
        ("x-order: [list, headline]", "x-order", "/headline", 3, 4, 2),
        ("x-agree: [[/headline, /kicker]]", "x-agree", "/kicker", 2, 3, 2),
    ],
)
def test_parts_are_held_against_each_other(tmp_path, extra, keyword, pointer, line, also, schema_line):
    page, (demand,) = demands(tmp_path, f"title: t\n{extra}\nproperties:{PARTS}")
    assert (demand.keyword, demand.pointer) == (keyword, pointer)
    assert page.place(demand.spot).line == line
    assert [page.place(spot).line for spot in demand.also] == [also]
    assert demand.source["schema"].endswith(f"site.yaml:{schema_line}")


@pytest.mark.parametrize("name", ["h/1", "h~1", "~1", "2024"])
def test_part_may_have_any_name(tmp_path, name):
    schema = (
        f"x-order: [after, '{name}']\nx-agree: [[/after, '/{escaped(name)}']]\nproperties:\n"
        f"  '{name}': {{x-select: h1, minLength: 99, x-severity: info}}\n  after: {{x-select: .foot, minLength: 1}}\n"
        f"  list: {{x-select: li, type: array, x-unique: '{name}', items: {{properties: {{'{name}': {{x-select: a}}}}}}}}\n"
    )
    page, found = demands(tmp_path, schema, PAGE.replace("Three", "One").replace("Wall leaks", "Wall"))
    told = {demand.keyword: demand for demand in found}
    assert {keyword: demand.pointer for keyword, demand in told.items()} == {
        "minLength": f"/{escaped(name)}", "x-unique": f"/list/2/{escaped(name)}", "x-order": f"/{escaped(name)}",
        "x-agree": f"/{escaped(name)}",
    }  # fmt: skip
    assert (told["minLength"].expected, told["minLength"].severity) == (99, "info")
    assert [page.place(told[keyword].spot).line for keyword in ("minLength", "x-unique", "x-order", "x-agree")] == [
        3,
        4,
        3,
        3,
    ]


@pytest.mark.parametrize("extra", ["x-order: [kicker, headline, list, foot]", "x-agree: [[/headline, /foot]]"])
def test_parts_that_stand_well_are_not_told(tmp_path, extra):
    assert demands(tmp_path, f"{extra}\nproperties:{PARTS}")[1] == []


@pytest.mark.parametrize(("demand", "tag"), [("maxItems: 1", "<a href=/2>"), ("minItems: 4", "<a href=/1>")])
def test_list_of_another_length_is_told_at_an_entry(tmp_path, demand, tag):
    page, (found,) = demands(tmp_path, f"properties:{PARTS}    {demand}\n")
    assert page.source[page.stretch(found.spot)[0] :].startswith(f"<li>{tag}")


def test_list_that_is_too_long_is_told_at_a_text_of_its_first_entry_too_many(tmp_path):
    parts = "properties:\n  list: {x-select: li, type: array, maxItems: 1, items: {properties: {"
    parts += 'url: {x-select: "a::attr(href)"}, line: {x-select: a}}}}'
    page, (found,) = demands(tmp_path, parts)
    assert page.text(found.spot) == "Two"


@pytest.mark.parametrize(
    ("head", "column"), [("<title></title><h1>Wall</h1>", 16), ("<meta charset=utf-8><h1>Wall</h1>", 40)]
)
def test_missing_title_is_told_at_its_empty_element(tmp_path, head, column):
    schema = "required: [title]\nproperties:\n  title: {x-kind: title}\n  headline: {x-kind: headline}\n"
    page, (found,) = demands(tmp_path, schema, f"<!doctype html>{head}")
    assert page.place(found.spot).column == column


def test_missing_headline_is_told_at_its_empty_heading(tmp_path):
    schema = "required: [headline]\nproperties:\n  headline: {x-kind: headline}\n"
    html = "<!doctype html><dialog><h1>Where do you live?</h1></dialog><p>Skip to content</p><h1 class=headline></h1>"
    page, (found,) = demands(tmp_path, schema, html)
    assert page.place(found.spot).column == html.index("<h1 class") + 1


def test_entries_of_a_list_are_compared_by_the_part_that_is_named(tmp_path):
    page, (demand,) = demands(tmp_path, f"properties:{PARTS}    x-unique: url\n")
    assert (demand.pointer, demand.found) == ("/list/2/url", "/1")
    assert page.place(demand.spot).column > page.place(demand.also[0]).column


def test_order_and_uniqueness_are_demanded_at_any_depth(tmp_path):
    schema = (
        "properties:\n  box:\n    properties:\n      list:\n        x-select: ul li\n        x-unique: url\n"
        "        items:\n          x-order: [line, url]\n"
        "          properties: {url: {x-select: './a/@href'}, line: {x-select: a}}\n"
    )
    _, found = demands(tmp_path, schema)
    assert [demand.pointer for demand in found if demand.keyword == "x-unique"] == ["/box/list/2/url"]
    assert [d.pointer for d in found if d.keyword == "x-order"] == [f"/box/list/{i}/url" for i in range(3)]


@pytest.mark.parametrize(
    ("format_", "value"),
    [
        ("uri", "no address"),
        ("date-time", "20 January"),
        ("email", "desk"),
        ("duration", "x"),
        ("uri-reference", "a b"),
    ],
)
def test_every_format_that_fails_is_told(tmp_path, format_, value):
    schema = f"properties:\n  a: {{x-select: h1, format: {format_}}}\n"
    _, (demand,) = demands(tmp_path, schema, f"<h1>{value}</h1>")
    assert (demand.keyword, demand.expected) == ("format", format_)


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_of_alternatives_the_nearest_is_told(tmp_path, keyword):
    schema = f"properties:{PARTS}{keyword}:\n- required: [headline, foot, gone]\n- required: [gone, lost]\n"
    _, found = demands(tmp_path, schema)
    assert [demand.pointer for demand in found] == ["/gone"]


def test_a_dump_cannot_lack_what_stands_in_a_head(tmp_path):
    schema = "required: [title, language, lead]\nproperties: {title: {x-kind: title}, language: {x-kind: language}, lead: {x-select: h6}}\n"
    assert [d.pointer for d in demands(tmp_path, schema, "words", "text/plain")[1]] == ["/lead"]


@pytest.mark.parametrize(
    ("source", "media_type", "pointer", "line"),
    [
        (PAGE, "text/html", "/list/0/summary", 4),
        (PAGE, "text/html", "/nothing", 3),
        ("<p>no headline", "text/html", "/nothing", 1),
        ("words", "text/plain", "/nothing", 1),
        ("<!-- nothing at all -->", "text/html", "/nothing", 1),
    ],
)
def test_what_is_missing_is_told_at_the_part_around_it(tmp_path, source, media_type, pointer, line):
    page, _ = demands(tmp_path, f"properties:{PARTS}", source, media_type)
    assert page.place(anchor(page, pointer)).line == line
