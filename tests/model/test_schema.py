"""Schemas: read, judged, built on one another; every fault with its line and near match."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.errors import UserError
from layoutcheck.core.located import LocatedData
from layoutcheck.model.dialect import faults
from layoutcheck.model.load import load_schema
from layoutcheck.model.shipped import SHIPPED, schema_text


def write(folder: Path, text: str, name: str = "site.json") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_schemas_are_good(name):
    assert not faults(LocatedData(schema_text(f"{name}.schema.json"), name, yaml=False))
    assert load_schema(name).root.properties["headline"].kind == "headline"


def test_the_dialect_is_itself_a_valid_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text("page-structure.schema.json")))


@pytest.mark.parametrize(
    ("text", "line", "column", "told", "remedy"),
    [
        ('{\n "properties": {"a": {"x-selct": "h1"}}}', 2, 23, '"x-selct" is no keyword', '"x-select"'),
        ('{\n "properties": {"a": {"minLenght": 3}}}', 2, 23, '"minLenght" is no keyword', '"minLength"'),
        ('{"properties": {"a":\n {"x-kind": "hedline"}}}', 2, 3, '"x-kind" cannot be "hedline"', '"headline"'),
        ('{"properties": {"a":\n {"minLength": "3"}}}', 2, 3, '"minLength" wants integer, not "3"', ""),
        ('{"properties": {"a":\n {"x-select": "h1 >>"}}}', 2, 3, 'is no selector', ""),
        ('{"properties": {"a":\n {"x-select": "//h1["}}}', 2, 3, 'is no selector', ""),
        ('{"properties": {"a":\n {"$ref": "nowhere.json"}}}', 2, 3, 'leads nowhere', "article"),
        ('{"properties": {"a":\n {"x-tests": {}}}}', 2, 3, "at the root", ""),
        ('{"properties": {"a": 3}}', 1, 17, "a schema is an object", ""),
        ("{\n", 2, 1, "no valid JSON", ""),
        ('{"a": 1,\n "a": 2}', 2, 2, '"a" stands twice', ""),
        ("[]", 1, 1, "is an object", ""),
    ],
)  # fmt: skip
def test_faults_are_told_with_line_column_and_near_match(tmp_path, text, line, column, told, remedy):
    with pytest.raises(UserError) as caught:
        load_schema(write(tmp_path, text))
    error = caught.value
    assert (error.line, error.column) == (line, column)
    assert told in error.text
    assert remedy in error.remedy


def test_yaml_is_read_too_and_its_faults_have_lines(tmp_path):
    with pytest.raises(UserError) as caught:
        load_schema(write(tmp_path, "properties:\n  headline:\n    x-slect: h1\n", "site.yaml"))
    assert (caught.value.line, caught.value.column) == (3, 5)


def test_yaml_dates_and_yes_stay_words(tmp_path):
    schema = load_schema(write(tmp_path, "title: 2026-01-21\ndescription: yes\n", "site.yaml"))
    assert schema.document == {"title": "2026-01-21", "description": "yes"}


@pytest.mark.parametrize(("name", "remedy"), [("artcle", '"article"'), ("no/such.json", "shipped schemas")])
def test_a_schema_that_is_not_there_is_told(name, remedy):
    with pytest.raises(UserError) as caught:
        load_schema(name)
    assert remedy in caught.value.remedy


def test_a_file_beside_that_is_called_alike_is_told(tmp_path):
    write(tmp_path, "{}", "site.yaml")
    with pytest.raises(UserError) as caught:
        load_schema(str(tmp_path / "sites.yml"))
    assert caught.value.remedy == 'did you mean "site.yaml"?'


def test_a_site_schema_builds_on_a_shipped_one(tmp_path):
    text = '{"$ref": "article.schema.json", "properties": {"headline": {"x-select": ".head"}}, "required": ["section"]}'
    root = load_schema(write(tmp_path, text)).root
    assert root.properties["headline"].select[0].written == ".head"
    assert root.properties["headline"].kind == "headline"
    assert root.properties["teasers"].kind == "teasers"


def test_a_schema_that_builds_on_the_file_beside_it_judges_by_both(tmp_path):
    (tmp_path / "base.json").write_text(
        '{"properties": {"a": {"x-select": "h1", "type": "string", "minLength": 3}, "b": {"x-select": "h2"}}}'
    )
    schema = load_schema(write(tmp_path, '{"$ref": "base.json", "required": ["b"]}'))
    assert [len(schema.errors(data)) for data in ({"a": "abc", "b": 1}, {"a": "a", "b": 1}, {"a": "a"})] == [0, 1, 2]


@pytest.mark.parametrize(
    "reference", ["article.schema.json", "article", "https://layoutcheck.dev/schemas/article", "base.yaml"]
)
def test_references_are_followed_when_pages_are_checked_wherever_it_runs(tmp_path, monkeypatch, reference):
    (tmp_path / "site").mkdir()
    write(tmp_path, "required: [title]\nproperties: {title: {x-kind: title}}", "site/base.yaml")
    told = f"$id: https://example.org/site\n$ref: {reference}\nproperties: {{a: {{x-select: b}}}}\nrequired: [a]\n"
    schema = load_schema(write(tmp_path, told, "site/site.yaml"))
    monkeypatch.chdir(tmp_path)
    names = {"/".join(map(str, error.evaluation_path)) for error in schema.errors({})}
    assert names == {"required", "$ref/required"}


def test_references_inside_a_file_are_followed(tmp_path):
    text = '{"$defs": {"line": {"x-select": "p", "type": "string"}}, "properties": {"a": {"$ref": "#/$defs/line"}}}'
    assert load_schema(write(tmp_path, text)).root.properties["a"].select[0].written == "p"


def test_entries_of_which_nothing_is_said_are_a_list_all_the_same(tmp_path):
    text = '{"properties": {"a": {"x-select": "li", "items": true}}}'
    assert load_schema(write(tmp_path, text)).root.properties["a"].is_list


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda below: st.lists(below, max_size=3)
    | st.dictionaries(
        st.sampled_from(["properties", "items", "x-select", "x-kind", "type", "required", "$ref", "allOf", "a", "b"]),
        below, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_any_json_is_a_schema_or_told_to_be_none(value):
    told = faults(LocatedData(json.dumps(value, indent=1), "any.json", yaml=False))
    lines = json.dumps(value, indent=1).count("\n") + 1
    assert all(1 <= fault.told.line <= lines for fault in told)
