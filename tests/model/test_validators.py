"""The compiled validator and the reference implementation find the same places wrong, by the same keywords."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from layoutcheck.model.fault import data_faults
from layoutcheck.model.load import load_schema
from layoutcheck.model.schema import PageSchema, plain_schema

SCHEMA = {
    "required": ["headline", "body"],
    "properties": {
        "headline": {"x-select": "h1", "type": "string", "minLength": 3, "maxLength": 6, "pattern": "^[A-Z]"},
        "body": {"x-select": "p", "type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "string"}},
        "published": {"x-select": "time", "format": "date"},
        "section": {"x-select": ".s", "enum": ["News", "Sport"]},
        "dateline": {
            "x-select": ".d",
            "anyOf": [
                {"type": "string", "minLength": 2},
                {"required": ["place"], "properties": {"place": {"const": 1}}},
            ],
        },
        "byline": {"$ref": "#/$defs/name"},
        "label": {"x-select": ".l", "not": {"type": "integer"}},
    },
    "$defs": {"name": {"x-select": ".b", "type": "string", "minLength": 2}},
    "if": {"required": ["section"]},
    "then": {"required": ["label"], "maxProperties": 4},
}
VALUES = st.one_of(st.sampled_from(["", "A", "Ab", "abc", "Harbour!", "2026-01-31", "News", 1, None]),
                   st.lists(st.sampled_from(["x", 1]), max_size=3),
                   st.dictionaries(st.sampled_from(["place", "x"]), st.sampled_from([1, "x"]), max_size=2))  # fmt: skip
DATA = st.dictionaries(st.sampled_from(sorted(SCHEMA["properties"])), VALUES)  # type: ignore[call-overload]


def judged(schema: PageSchema, data: dict[str, Any]) -> set[tuple[str, str]]:
    """The places and keywords that the reference implementation tells."""
    registry: Any = Registry().with_resources(
        (uri, DRAFT202012.create_resource(plain_schema(document))) for uri, document in schema.documents.items()
    )
    judge = jsonschema.Draft202012Validator(
        plain_schema(schema.document), registry=registry, format_checker=jsonschema.FormatChecker()
    )
    return {
        ("/".join(map(str, leaf.absolute_path)), str(leaf.validator))
        for error in judge.iter_errors(data)
        for leaf in _leaves(error)
    }


def _leaves(error: Any) -> list[Any]:
    branches: dict[Any, list[Any]] = {}
    for below in error.context or ():
        branches.setdefault(below.schema_path[0], []).append(below)
    if error.validator not in ("anyOf", "oneOf") or not branches:
        return [error]
    nearest = min(branches.values(), key=lambda errors: (len(errors), -max(len(e.path) for e in errors)))
    return [leaf for below in nearest for leaf in _leaves(below)]


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> PageSchema:
    file: Path = tmp_path_factory.mktemp("schema") / "site.json"
    file.write_text(json.dumps(SCHEMA), encoding="utf-8")
    return load_schema(str(file))


@given(DATA)
def test_they_find_the_same_faults(schema: PageSchema, data: dict[str, Any]) -> None:
    told = {("/".join(map(str, fault.path)), fault.keyword) for fault in data_faults(schema, data)}
    assert told == judged(schema, data)
    assert schema.is_valid(data) == (not told)


@pytest.mark.parametrize("name", ["article", "wire-story"])
@given(data=DATA)
def test_they_find_the_same_faults_by_the_shipped_schemas(name: str, data: dict[str, Any]) -> None:
    schema = load_schema(name)
    told = {("/".join(map(str, fault.path)), fault.keyword) for fault in data_faults(schema, data)}
    assert told == judged(schema, data)
