"""The configuration: found, judged with file, line, column and near match, merged key by key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.config import find_config, load_settings
from layoutcheck.core.errors import UserError
from layoutcheck.core.toml_lines import key_lines


def write(folder: Path, text: str, name: str = "layoutcheck.toml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "line", "column", "told", "remedy"),
    [
        ('schema = "article"\nshema = "x"\n', 2, 1, '"shema" is no setting', '"schema"'),
        ('[rules]\nduplicate-teasr = "off"\n', 2, 1, 'no rule "duplicate-teasr"', '"duplicate-teaser"'),
        ('[rules]\npage-structure = "eror"\n', 2, 1, 'a severity cannot be "eror"', '"error"'),
        ('[rules]\npage-structure = { sevrity = "off" }\n', 2, 20, '"sevrity" is no setting', '"severity"'),
        ('fail-on = "erro"\n', 1, 1, '"fail-on" cannot be "erro"', '"error"'),
        ('[[pages]]\nschema = "article"\n', 1, 3, 'needs "paths"', ""),
        ('[[pages]]\npaths = ["a"]\n\n[[pages]]\npath = ["b"]\n', 5, 1, '"path" is no setting', '"paths"'),
        ("schema = \n", 1, 10, "no valid TOML", ""),
        ('rules = "off"\n', 1, 1, '"rules" is a table', "[rules]"),
        ('extends = "gone.toml"\n', 1, 1, '"extends" names no file', ""),
        ('extends = "layoutcheck.toml"\n', 1, 1, "in a circle", ""),
        ('[[ignore]]\nreason = "x"\n', 1, 3, 'needs "rules"', ""),
        ('[[patterns]]\nname = "x"\n', 1, 3, '"regex" is missing', ""),
        ("exclude = 3\n", 1, 1, "is a list of texts", ""),
    ],
)  # fmt: skip
def test_mistakes_are_told_where_they_stand(tmp_path, text, line, column, told, remedy):
    with pytest.raises(UserError) as caught:
        load_settings(write(tmp_path, text))
    error = caught.value
    assert told in error.text
    assert (error.line, error.column) == (line, column)
    assert remedy in error.remedy
    assert error.file.endswith("layoutcheck.toml")


def test_the_nearest_file_upwards_is_found(tmp_path):
    write(tmp_path, "", "layoutcheck.toml")
    write(tmp_path / "site", "[tool.layoutcheck]\n", "pyproject.toml")
    write(tmp_path / "site" / "deep", "[tool.other]\n", "pyproject.toml")
    assert find_config(tmp_path / "site" / "deep") == tmp_path / "site" / "pyproject.toml"
    assert find_config(tmp_path) == tmp_path / "layoutcheck.toml"


def test_the_last_table_that_matches_wins_key_by_key(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = load_settings(
        write(
            tmp_path,
            'schema = "article"\nrules.page-structure = "warning"\n'
            '[[pages]]\npaths = ["world/**"]\nschema = "wire-story"\n'
            '[[pages]]\npaths = ["world/*", "!world/keep*"]\nrules = { page-structure = "off" }\n',
        )
    )
    world = settings.for_page("world/a.html")
    assert (world.schema.value, world.schema.origin) == ("wire-story", "layoutcheck.toml:5")
    assert world.severity("page-structure").value == "off"
    assert settings.for_page("world/keep.html").severity("page-structure").value == "warning"
    assert settings.for_page("sports/a.html").schema.value == "article"


def test_a_file_lies_over_what_it_extends(tmp_path):
    write(tmp_path, 'fail-on = "info"\nrules.page-structure = "info"\n', "base.toml")
    settings = load_settings(write(tmp_path, 'extends = "base.toml"\n[rules]\npage-structure = "off"\n'))
    assert settings.fail_on.value == "info"
    assert settings.for_page("a.html").severity("page-structure").value == "off"


def test_exclude_takes_pages_out(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = load_settings(write(tmp_path, 'exclude = ["drafts/"]\n'))
    assert settings.is_excluded("drafts/a.html")
    assert not settings.is_excluded("world/a.html")


def test_lines_of_nested_and_inline_keys_are_found():
    lines = key_lines('a.b = 1\n[x]\ny = { z = 2 }\n[[p]]\nq = 1\n[[p]]\n"r s" = 2\n')
    assert lines[("a", "b")] == (1, 1)
    assert lines[("x", "y", "z")] == (3, 7)
    assert lines[("p", "1", "r s")] == (7, 1)


@given(st.text(max_size=120))
def test_any_text_is_a_configuration_or_told_to_be_none(text):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "layoutcheck.toml")
        file.write_text(text, encoding="utf-8", newline="")
        try:
            load_settings(file)
        except UserError as error:
            assert 0 <= error.line <= text.count("\n") + text.count("\r") + 1


def test_the_schema_for_editors_is_what_the_rules_say(file_regression):
    import json

    from layoutcheck.config.schema import config_schema

    told = json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"
    file = Path(__file__).parents[1] / "schemas" / "config.schema.json"
    file_regression.check(told, fullpath=file, encoding="utf-8")
