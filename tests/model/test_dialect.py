"""Keywords and values of a schema file: everything that is none is told where it stands, in JSON and in YAML."""

import json

import pytest
import yaml

from layoutcheck.core.located import LocatedData
from layoutcheck.model.dialect import JSON_SCHEMA, faults, own_keywords, subschemas
from layoutcheck.model.shipped import schema_text

#: A schema in YAML, and the line, column, words and near match of each of its faults.
FAULTS = [
    ("x-selct: h1\n", [(1, 1, '"x-selct" is no keyword', '"x-select"')]),
    (
        "properties:\n  cards:\n    items:\n      properties:\n        url: {x-select: a, minLenght: 3}\n",
        [(5, 28, '"minLenght" is no keyword', '"minLength"')],
    ),
    ("allOf:\n- not:\n    if: {thn: 1}\n", [(3, 10, '"thn" is no keyword', '"then"')]),
    ("$defs:\n  a: {x-kynd: lead}\n", [(2, 7, '"x-kynd" is no keyword', '"x-kind"')]),
    ("title: a\nx-knd: b\nrequird: []\n", [(2, 1, "no keyword", "x-kind"), (3, 1, "no keyword", "required")]),
    ("properties:\n  a: {type: strng}\n", [(2, 7, '"type" cannot be "strng"', '"string"')]),
    ("properties:\n  a: {x-pick: frist, minItems: -1}\n", [
        (2, 7, '"x-pick" cannot be "frist"', '"first"'), (2, 22, '"minItems" cannot be -1', ""),
    ]),
    ("properties:\n  a: {format: emial}\n", [(2, 7, 'there is no format "emial"', '"email"')]),
    ("properties:\n  a: {pattern: '('}\n", [(2, 7, 'this is no regular expression: "("', "")]),
    ("patternProperties:\n  '(': {}\n", [(2, 3, "this is no regular expression", "")]),
    ("x-tests:\n  goood: []\n", [(2, 3, '"goood" is nothing that "x-tests" may say', '"good"')]),
    ("properties:\n  a: {x-agree: []}\n", [(2, 7, "at the root", "")]),
    ("properties:\n  a: 3\n", [(2, 3, "a schema is an object or true or false, not 3", "")]),
    ("properties:\n  a: .b\n", [(2, 3, "a schema is an object", '{"x-select": ".b"}')]),
    ("a: {x-select: b}\n", [(1, 1, '"a" is no keyword', 'below "properties"')]),
    ("properties:\n  a: {x-select: [b, 3]}\n", [(2, 21, '"x-select" wants string, not 3', "")]),
    ("- a\n", [(1, 1, "is an object", "")]),
]  # fmt: skip


def told(text: str, *, is_yaml: bool) -> list[tuple[int, int, str, str]]:
    found = faults(LocatedData(text, "site", yaml=is_yaml))
    return [(fault.told.line, fault.told.column, fault.told.text, fault.told.remedy) for fault in found]


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[text.strip()[:30] for text, _ in FAULTS])
def test_faults_stand_where_they_are_told(text, expected):
    found = told(text, is_yaml=True)
    assert len(found) == len(expected)
    for (line, column, words, remedy), (wanted_line, wanted_column, wanted_words, wanted_remedy) in zip(
        found, expected, strict=True
    ):
        assert (line, column) == (wanted_line, wanted_column)
        assert wanted_words in words and wanted_remedy in remedy


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[text.strip()[:30] for text, _ in FAULTS])
def test_json_has_the_same_faults(text, expected):
    written = json.dumps(yaml.safe_load(text), indent=1)
    found = told(written, is_yaml=False)
    assert [words for _, _, words, _ in found] == [words for _, _, words, _ in told(text, is_yaml=True)]
    if written.startswith("{"):
        for line, column, *_ in found:
            assert written.splitlines()[line - 1][column - 1] in '"3'


def test_every_keyword_of_the_dialect_is_described():
    properties = json.loads(schema_text("page-structure.schema.json"))["properties"]
    assert set(own_keywords()) == set(properties)
    assert all(keyword.startswith("x-") and properties[keyword]["description"] for keyword in properties)
    assert not set(own_keywords()) & JSON_SCHEMA


def test_schemas_inside_a_schema_are_walked_and_values_are_not():
    schema = {"properties": {"a": {"items": {"not": {}}}}, "enum": [{"x": 1}], "anyOf": [{}, True], "const": {"y": 1}}
    paths = ["/".join(map(str, path)) for path, _ in subschemas(schema)]
    assert paths == ["", "properties/a", "properties/a/items", "properties/a/items/not", "anyOf/0", "anyOf/1"]
