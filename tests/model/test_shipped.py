"""The schemas that ship are there, and say their own addresses."""

from __future__ import annotations

import json

import pytest

from layoutcheck.model.shipped import BASE, SHIPPED, schema_text


@pytest.mark.parametrize("name", [*SHIPPED, "page-structure", "config", "report"])
def test_each_has_its_address(name: str) -> None:
    text = json.loads(schema_text(f"{name}.schema.json"))
    assert text["$id"] == f"{BASE}{name}"


def test_another_name_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        schema_text("gone.schema.json")
