from __future__ import annotations

import json
from pathlib import Path

import pytest

from layoutcheck.config import Layer, Settings, Value

SCHEMA = {
    "$schema": "https://layoutcheck.dev/schemas/page-structure",
    "required": ["headline"],
    "properties": {
        "headline": {"x-select": ["h1", "h2"], "type": "string", "minLength": 5},
        "items": {"x-select": "li", "type": "array", "items": {"type": "string"}},
    },
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a small schema of selectors only."""
    file = tmp_path / "small.schema.json"
    file.write_text(json.dumps(SCHEMA), encoding="utf-8")
    return Settings(layers=(Layer(Value(str(file), "test")),))
