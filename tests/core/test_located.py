"""JSON and YAML that still know where their parts stand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.errors import UserError
from layoutcheck.core.located import LocatedData

JSON = '{\n\t"a": {"b": [1,\n  {"c": 2}]},\n "d": "x"\n}'
BOMB = "a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12)
)
LONG = "9" * 5_000
YAML = 'a:\n  b:\n    - 1\n    - c: 2\nd: "x"\n'


@pytest.mark.parametrize(
    ("path", "json_place", "yaml_place"),
    [
        ([], (1, 1), (1, 1)),
        (["a"], (2, 2), (1, 1)),
        (["a", "b"], (2, 8), (2, 3)),
        (["a", "b", 0], (2, 14), (3, 7)),
        (["a", "b", 1, "c"], (3, 4), (4, 7)),
        (["d"], (4, 2), (5, 1)),
        (["a", "b", 9, "gone"], (2, 8), (2, 3)),
    ],
)
def test_parts_stand_where_they_are_told(path, json_place, yaml_place):
    assert LocatedData(JSON, "a.json", yaml=False).at(path) == json_place
    assert LocatedData(YAML, "a.yaml", yaml=True).at(path) == yaml_place


def test_parts_of_json_stand_where_they_are_told_behind_letters_written_as_two_halves():
    assert LocatedData('{"a": "\\ud83d\\ude00",\n "b": 1}', "a.json", yaml=False).at(["b"]) == (2, 2)


def test_half_a_letter_crashes_nothing():
    assert LocatedData('{"a": "\ud83d",\n "b": 1}', "a.json", yaml=False).at(["b"]) == (2, 2)


@pytest.mark.parametrize(
    ("text", "is_yaml", "line", "column", "told"),
    [
        ('{"a": 1,}', False, 1, 9, "no valid JSON"),
        ('{"a": {"b": 1,\n "b": 2}}', False, 2, 2, 'the key "b" stands twice'),
        ("a: 1\nb: [\n", True, 3, 1, "no valid YAML"),
        ("a: 1\na: 2\n", True, 2, 1, 'the key "a" stands twice'),
        ("a: *gone\n", True, 1, 4, "no valid YAML"),
        ("a: &a [*a]\n", True, 1, 4, "an alias leads to what it stands in"),
        ("a: &a\n  b: *a\n", True, 1, 4, "an alias leads to what it stands in"),
        (BOMB, True, 6, 5, "stand for too many parts"),
        ("a: 1\n2: x\n", True, 2, 1, "a key is a text here"),
        ("? [a, b]\n: c\n", True, 1, 3, "a key is a text here"),
        ("a:\n\t- b\n", True, 2, 1, "indented with spaces, never with tabs"),
        ("a: 1\n", False, 1, 1, "YAML files end in .yaml or .yml"),
        ("a: !!python/object:os.system x\n", True, 1, 4, "no valid YAML"),
        (f'{{"a": 1,\n "b": {LONG}}}', False, 2, 7, "this number has too many digits"),
        (f"a: 1\nb: {LONG}\n", True, 2, 4, "this is no int that can be read"),
        ("a: 1\nb: !!int x\n", True, 2, 4, 'this is no int that can be read: "x"'),
        ("a: !!bool maybe\n", True, 1, 4, "this is no bool that can be read"),
        ("a: !!timestamp x\n", True, 1, 4, "JSON has no timestamp"),
        ("a: 1\nb: !!set {x}\n", True, 2, 4, "JSON has no set"),
        ('a: "\\U99999999"\n', True, 0, 0, "no valid YAML"),
        ("[" * 700, True, 0, 0, "this YAML is nested too deeply"),
        ("[" * 100_000, False, 0, 0, "this JSON is nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_told_where(text, is_yaml, line, column, told):
    with pytest.raises(UserError) as caught:
        LocatedData(text, "a", yaml=is_yaml)
    assert told in str(caught.value)
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: yes", {"a": "yes"}),
        ("a: off", {"a": "off"}),
        ("a: true", {"a": True}),
        ("a: 2026-01-21", {"a": "2026-01-21"}),
        ("a: 1.5\nb: 3\nc: null", {"a": 1.5, "b": 3, "c": None}),
        ("a: &x {b: 1}\nc: *x", {"a": {"b": 1}, "c": {"b": 1}}),
    ],
)
def test_yaml_says_what_json_could(text, value):
    assert LocatedData(text, "a.yaml", yaml=True).value == value


VALUES = st.recursive(
    st.integers() | st.text(max_size=4) | st.booleans(),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), below, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_each_part_of_any_json_is_at_its_key_or_value(value):
    text = json.dumps(value, indent=1)
    located = LocatedData(text, "a.json", yaml=False)
    lines = text.split("\n")

    def look(below, path):
        line, column = located.at(path)
        if path and isinstance(path[-1], str):
            assert lines[line - 1][column - 1 :].startswith(json.dumps(path[-1]))
        if isinstance(below, dict):
            for key, inner in below.items():
                look(inner, [*path, key])
        elif isinstance(below, list):
            for index, inner in enumerate(below):
                look(inner, [*path, index])

    look(value, [])
