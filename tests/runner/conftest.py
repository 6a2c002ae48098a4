from __future__ import annotations

import json
from pathlib import Path

import pytest

from layoutcheck.config import Layer, RuleSetting, Settings, Value
from layoutcheck.core.severity import Severity
from layoutcheck.plugins import rule_ids

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
    """Settings with a small schema of selectors only, and no rule but the schema's own."""
    file = tmp_path / "small.schema.json"
    file.write_text(json.dumps(SCHEMA), encoding="utf-8")
    off = RuleSetting(Value(Severity.OFF, "test"))
    rules = {rule_id: off for rule_id in rule_ids() if rule_id != "page-structure"}
    return Settings(layers=(Layer(Value(str(file), "test"), rules),))
