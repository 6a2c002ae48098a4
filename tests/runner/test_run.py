"""A run before its first page."""

from pathlib import Path

import pytest

from layoutcheck.config import load_settings
from layoutcheck.core.errors import UserError
from layoutcheck.runner.run import prepare


def test_all_that_is_wrong_with_the_schemas_is_told_before_any_page(tmp_path: Path) -> None:
    (tmp_path / "layoutcheck.toml").write_text(
        'schema = "a.yaml"\n[[pages]]\npaths = ["live/**"]\nschema = "b.yaml"\n', encoding="utf-8"
    )
    (tmp_path / "a.yaml").write_text("properties:\n  a: {x-selct: h1}\n  b: {x-select: 'h1 >>'}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("$ref: gone.yaml\n", encoding="utf-8")
    with pytest.raises(UserError) as raised:
        prepare(load_settings(tmp_path / "layoutcheck.toml"))
    places = [f"{Path(one.file).name}:{one.line}" for one in raised.value.mistakes]
    assert places == ["a.yaml:2", "a.yaml:3", "b.yaml:1"]
