"""Extraction by a schema's own selectors, and the demands that follow."""

import json

import pytest

from layoutcheck.core.document import Document
from layoutcheck.model.extract import extract
from layoutcheck.model.judge import check_demands
from layoutcheck.model.load import load_schema
from layoutcheck.parse.parser import parse

PAGE = """<main>
<h1> Harbour <b>wall</b> leaks </h1>
<p class=lead>It has leaked since spring.</p>
<aside>
<div class=card><h3>One</h3><a href="/one">more</a><span data-n="3">3</span></div>
<div class=card><h3>Two</h3><a href="/two">more</a></div>
</aside></main>"""


def read(tmp_path, schema: dict, source: str = PAGE, media_type: str = "text/html"):
    file = tmp_path / "site.json"
    file.write_text(json.dumps(schema, indent=1), encoding="utf-8")
    loaded = load_schema(str(file))
    page = parse(Document("p.html", source.encode(), media_type, "utf-8"))
    extraction = extract(page, loaded)
    return page, check_demands(page, loaded, extraction)


CARDS = {
    "x-select": "aside .card",
    "type": "array",
    "items": {
        "required": ["headline", "count"],
        "properties": {
            "headline": {"x-select": "h3"},
            "url": {"x-select": "a::attr(href)"},
            "count": {"x-select": "span::attr(data-n)", "type": "integer"},
        },
    },
}


def test_reads_texts_attributes_lists_and_numbers(tmp_path):
    page, _ = read(tmp_path, {"properties": {"headline": {"x-select": "h1"}, "cards": CARDS}})
    assert page.data == {
        "headline": "Harbour wall leaks",
        "cards": [{"headline": "One", "url": "/one", "count": 3}, {"headline": "Two", "url": "/two"}],
    }


@pytest.mark.parametrize(
    ("type_", "said", "value"),
    [("integer", "3", 3), ("integer", "-3", -3), ("integer", "3.5", "3.5"), ("integer", "9" * 5_000, "9" * 5_000),
     ("number", "3.5", 3.5), ("number", "nan", "nan"), ("number", "infinity", "infinity"), ("number", "9" * 400, "9" * 400),
     ("number", "many", "many"), ("boolean", "True", True), ("boolean", "yes", "yes"), ("string", "3", "3")],
)  # fmt: skip
def test_a_text_is_read_as_the_type_that_the_schema_wants_where_json_has_such_a_value(tmp_path, type_, said, value):
    page, _ = read(tmp_path, {"properties": {"count": {"x-select": "p", "type": type_}}}, f"<p>{said}</p>")
    assert page.data == {"count": value}


def test_text_is_what_readers_get_of_an_element(tmp_path):
    source = (
        "<main><h1>港<ruby>壁<rt>かべ</rt></ruby><script>x()</script> <noscript><b>no</b></noscript></h1>"
        "<form>Name <textarea>you</textarea><select><option>a</select></form><title>T<!-- --></title></main>"
    )
    parts = {name: {"x-select": name} for name in ("h1", "form", "rt", "textarea")}
    page, _ = read(tmp_path, {"properties": parts}, source)
    assert page.data == {"h1": "港壁", "form": "Name", "rt": "かべ", "textarea": "you"}
    assert {name: page.text(page.spots[f"/{name}"]) for name in ("form", "rt", "textarea")} == {
        "form": "Name", "rt": "かべ", "textarea": "you",
    }  # fmt: skip


def test_every_value_has_its_place(tmp_path):
    page, _ = read(tmp_path, {"properties": {"headline": {"x-select": "h1"}, "cards": CARDS}})
    place = page.place(page.spots["/headline"])
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 6, 2, 31)
    place = page.place(page.spots["/cards/1/url"])
    assert (place.line, place.column) == (6, 38)
    assert place.xpath.endswith("/@href")


@pytest.mark.parametrize(
    ("select", "value"),
    [
        ("//h1", "Harbour wall leaks"),
        ("//a/@href", "/one"),
        (["h2", "h1"], "Harbour wall leaks"),
        ("h1 b::text", "wall"),
        (".card:nth-of-type(2) h3", "Two"),
    ],
)
def test_selectors_are_css_or_xpath_with_fallbacks(tmp_path, select, value):
    page, _ = read(tmp_path, {"properties": {"a": {"x-select": select, "x-pick": "first"}}})
    assert page.data == {"a": value}


def test_picks_the_last_of_several_where_asked(tmp_path):
    page, demands = read(tmp_path, {"properties": {"a": {"x-select": "h3", "x-pick": "last"}}})
    assert page.data == {"a": "Two"}
    assert not demands


def test_several_matches_where_one_is_meant_are_told(tmp_path):
    _, demands = read(tmp_path, {"properties": {"a": {"x-select": "h3"}}})
    assert [(d.keyword, d.found, d.expected) for d in demands] == [("x-select", 2, "h3")]


def test_what_is_missing_in_a_card_is_told_at_the_card_with_the_schemas_line(tmp_path):
    page, demands = read(tmp_path, {"properties": {"cards": CARDS}})
    (demand,) = demands
    assert (demand.pointer, demand.keyword) == ("/cards/1/count", "required")
    assert page.place(demand.spot).line == 6
    assert demand.schema.endswith("site.json")
    assert demand.schema_line == 7


def test_a_selector_that_lost_its_way_shows_what_it_almost_matched(tmp_path):
    _, (demand,) = read(tmp_path, {"required": ["a"], "properties": {"a": {"x-select": "article h1"}}})
    assert demand.data["near"] == '"article" matches nothing; "h1" alone does, at 2:1'


def test_order_uniqueness_and_agreement_are_demands(tmp_path):
    schema = {
        "x-order": ["lead", "headline"],
        "x-agree": [["/headline", "/lead"]],
        "properties": {
            "headline": {"x-select": "h1"},
            "lead": {"x-select": ".lead"},
            "links": {"x-select": "aside a", "type": "array", "x-unique": "text",
                      "items": {"properties": {"text": {"x-select": "./text()"}}}},
        },
    }  # fmt: skip
    _, demands = read(tmp_path, schema)
    assert {d.keyword for d in demands} >= {"x-order", "x-agree"}


def test_severity_is_that_of_the_nearest_part(tmp_path):
    schema = {
        "required": ["a", "b"],
        "properties": {"a": {"x-select": "h5", "x-severity": "info"}, "b": {"x-select": "h6", "x-severity": "off"}},
    }
    _, demands = read(tmp_path, schema)
    assert [(d.pointer, str(d.severity)) for d in demands] == [("/a", "info")]


def test_the_same_schema_reads_a_dump(tmp_path):
    schema = {
        "properties": {
            "first": {"x-select": "p", "x-pick": "first"},
            "items": {"x-select": "li", "type": "array", "items": {}},
        }
    }
    page, _ = read(tmp_path, schema, "Harbour wall leaks\n\n * One\n * Two\n", "text/plain")
    assert page.data == {"first": "Harbour wall leaks", "items": ["One", "Two"]}


def test_a_backtracking_pattern_in_a_schema_ends(tmp_path):
    schema = {"properties": {"a": {"x-select": "h1", "pattern": "^(a+)+$"}}}
    _, demands = read(tmp_path, schema, f"<h1>{'a' * 60}!</h1>")
    assert [d.keyword for d in demands] == ["pattern"]


SCHEMATRON = """<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="//aside">
<assert test="count(.//h3) &gt; 2" role="warning">the sidebar has <value-of select="count(.//h3)"/> cards, three are wanted</assert>
</rule></pattern></schema>"""


def test_schematron_findings_are_placed_like_all_others(tmp_path):
    from layoutcheck.model.schematron import check_schematron

    (tmp_path / "rules.sch").write_text(SCHEMATRON, encoding="utf-8")
    page, _ = read(tmp_path, {"x-schematron": "rules.sch"})
    (demand,) = check_schematron(page, tmp_path / "rules.sch")
    assert demand.message == "the sidebar has 2 cards, three are wanted"
    assert str(demand.severity) == "warning"
    assert page.place(demand.spot).line == 4


def test_a_dump_is_read_by_kind_where_a_sites_selectors_find_nothing(tmp_path):
    schema = tmp_path / "site.yaml"
    schema.write_text('properties: {headline: {x-kind: headline, x-select: "article h1.top"}}', encoding="utf-8")
    dump = "Harbour wall leaks again\n\nThe wall leaks again, the mayor told the council on Monday evening.\n"
    page = parse(Document("p.txt", dump.encode(), "text/plain"))
    extract(page, load_schema(str(schema)))
    assert page.data["headline"] == "Harbour wall leaks again"
