"""Tables of the configuration whose paths lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from layoutcheck.config import load_settings
from layoutcheck.suppress.aim import aimless


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["world/**"], 'there is no "world"'),
        (["build/wrold/**"], 'there is no "build/wrold"'),
        (["/world", "sport/2026/*"], 'there is no "world"'),
        (["world/**", "!build/world/opinion/**"], 'there is no "world"'),
        (["build/world/**"], ""),
        (["world/**", "build/world/**"], ""),
        (["**/live/**", "world/**"], ""),  # the first may match somewhere
        (["live"], ""),
        (["*.html"], ""),
        (["www.example.org/world/**"], ""),
    ],
)
def test_a_table_is_told_whose_every_path_begins_with_a_folder_that_is_not_there(
    paths: list[str], told: str, tmp_path: Path
) -> None:
    (tmp_path / "build" / "world").mkdir(parents=True)
    file = tmp_path / "layoutcheck.toml"
    file.write_text(
        f"schema = 'article'\n[[pages]]\npaths = {paths}\nschema = 'wire-story'\n[[ignore]]\npaths = {paths}\n"
    )
    settings = load_settings(file)
    for tables, name, line in ((settings.layers, "[[pages]]", 2), (settings.ignores, "[[ignore]]", 5)):
        notes = list(aimless(tables, name))
        assert bool(notes) == bool(told)
        for note in notes:
            assert note.text == f"{name} is in force on no page: {told} beside the configuration"
            place = note.place
            assert (place.uri, place.line, place.column, place.end_line, place.end_column) == (
                str(file),
                line,
                1,
                line,
                1,
            )
