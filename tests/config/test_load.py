"""The configuration is found upwards, extended, and merged key by key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.config import find_config, load_settings
from layoutcheck.core.errors import UserError


def write(folder: Path, text: str, name: str = "layoutcheck.toml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_nearest_file_upwards_is_found(tmp_path):
    write(tmp_path, "", "layoutcheck.toml")
    write(tmp_path / "site", "[tool.layoutcheck]\n", "pyproject.toml")
    write(tmp_path / "site" / "deep", "[tool.other]\n", "pyproject.toml")
    assert find_config(tmp_path / "site" / "deep") == tmp_path / "site" / "pyproject.toml"
    assert find_config(tmp_path) == tmp_path / "layoutcheck.toml"


def test_bytes_that_are_not_utf_8_are_told_with_their_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "layoutcheck.toml"
    file.write_bytes('schema = "article"\n# für\n'.encode("cp1252"))
    with pytest.raises(UserError) as caught:
        load_settings(file)
    assert str(caught.value).startswith("layoutcheck.toml:2:4: this configuration is not UTF-8: byte 0xFC")
    assert caught.value.remedy == "save it as UTF-8"


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_configuration_that_cannot_be_read_is_told_and_not_passed_over(tmp_path, monkeypatch, kind):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "layoutcheck.toml"
    file.mkdir() if kind == "folder" else file.symlink_to("gone.toml")
    assert find_config(tmp_path) == file
    with pytest.raises(UserError, match=r"the configuration cannot be read") as caught:
        load_settings(file)
    assert caught.value.file == "layoutcheck.toml"


def test_toml_that_is_nested_too_deeply_is_told(tmp_path):
    with pytest.raises(UserError, match="nested too deeply"):
        load_settings(write(tmp_path, f"x = {'[' * 100_000}"))


def test_toml_with_a_number_of_very_many_digits_is_told(tmp_path):
    with pytest.raises(UserError, match="too many digits") as caught:
        load_settings(write(tmp_path, f'schema = "article"\nfail-on = {"9" * 5000}\n'))
    assert (caught.value.line, caught.value.column) == (2, 11)


@pytest.mark.parametrize(
    ("text", "line", "column", "remedy"),
    [
        ('schema = "article', 1, 18, "close the text with its quote"),
        ('schema = "article\nfail-on = "error"', 1, 18, "close the text with its quote"),
        ("fail-on = error", 1, 11, "texts stand in quotes"),
        ('schema = "article"\nschema = "article"\n\n', 2, 19, "keep one of the two"),
        ('exclude = ["C:\\drafts"]', 1, 17, "write paths with /"),
        ("schema: article", 1, 7, "a setting is written: key = value"),
        ("[rules", 1, 7, "[rules]"),
        ('exclude = ["a"', 1, 15, "close the list"),
        ("<html>", 1, 1, "https://toml.io"),
    ],
)
def test_broken_toml_is_told_with_place_and_remedy(tmp_path, text, line, column, remedy):
    with pytest.raises(UserError, match="no valid TOML") as caught:
        load_settings(write(tmp_path, text))
    assert (caught.value.line, caught.value.column) == (line, column)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("glob", "meant"), [(r"build\drafts\**", "build/drafts/**"), (r".\*.html", "./*.html"), (r"a\*.html", "a/*.html")]
)
def test_a_backslash_in_a_path_pattern_is_told(tmp_path, glob, meant):
    for text in (f"exclude = ['{glob}']", f"[[pages]]\npaths = ['{glob}']"):
        with pytest.raises(UserError, match="a backslash parts no folders") as caught:
            load_settings(write(tmp_path, text))
        assert caught.value.remedy == f'write it with /: "{meant}"'


def test_a_backslash_that_escapes_is_none_of_a_path(tmp_path):
    assert load_settings(write(tmp_path, r"exclude = ['\#draft.html', '\!x', 'what\?', 'a\ b']")).exclude


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


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("[tool.layoutcheck]\n", True),
        ("tool.layoutcheck.schema = 'article'\n", True),
        ("[tool.layoutcheck.rules]\n", True),
        ("# see tool.layoutcheck\n[tool.other]\n", False),
        ("[tool.layoutcheck\n", True),
        ("[tool.other\n", False),
    ],
)
def test_a_project_file_counts_when_it_has_our_table(tmp_path, text, is_ours):
    file = write(tmp_path, text, "pyproject.toml")
    assert (find_config(tmp_path) == file) == is_ours


def test_several_files_are_extended_in_order(tmp_path):
    write(tmp_path, 'fail-on = "info"\nexclude = ["a/"]\n[newsroom]\nplaces = ["A"]\n', "a.toml")
    write(tmp_path, 'fail-on = "never"\nexclude = ["b/"]\n[newsroom]\nplaces = ["B"]\n', "b.toml")
    settings = load_settings(write(tmp_path, 'extends = ["a.toml", "b.toml"]\n'))
    assert settings.fail_on.value == "never"
    assert settings.places == ("A", "B")
    assert len(settings.exclude) == 2


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
