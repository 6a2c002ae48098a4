"""A schema is read once, and again when one of its files changes."""

import os
from pathlib import Path

import pytest

from layoutcheck.model.load import schema_by_name


def write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    before = file.stat().st_mtime_ns
    os.utime(file, ns=(before, before + 1_000_000 * len(text)))  # another text, another time, on any file system
    return file


def test_a_shipped_schema_is_read_once():
    assert schema_by_name("article") is schema_by_name("article")


def test_a_file_is_read_again_when_it_changes(tmp_path):
    file = write(tmp_path / "site.yaml", "properties: {a: {x-select: h1}}\n")
    first = schema_by_name(str(file))
    assert schema_by_name(str(file)) is first
    write(file, "properties: {bee: {x-select: h1}}\n")
    assert list(schema_by_name(str(file)).root.properties) == ["bee"]


def test_a_file_is_read_again_when_what_it_refers_to_changes(tmp_path):
    write(tmp_path / "base.yaml", "properties: {a: {x-select: h1}}\n")
    file = write(tmp_path / "site.yaml", "$ref: base.yaml\n")
    assert list(schema_by_name(str(file)).root.properties) == ["a"]
    write(tmp_path / "base.yaml", "properties: {other: {x-select: h1}}\n")
    assert list(schema_by_name(str(file)).root.properties) == ["other"]


@pytest.mark.parametrize("name", ["a%20b #1.yaml", "sch\udce9ma.yaml"])
def test_a_file_may_be_called_anything(tmp_path, name):
    try:
        file = write(tmp_path / name, "$ref: base.yaml\n")
    except OSError:
        pytest.skip("names are text here")
    write(tmp_path / "base.yaml", "properties: {a: {x-select: h1}}\n")
    assert list(schema_by_name(str(file)).root.properties) == ["a"]


def test_the_same_name_in_another_folder_is_another_schema(tmp_path, monkeypatch):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "s.yaml", f"properties: {{{name}: {{x-select: h1}}}}\n")
        monkeypatch.chdir(tmp_path / name)
        assert list(schema_by_name("s.yaml").root.properties) == [name]
