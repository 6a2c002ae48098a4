"""Where keys stand in TOML, the standard library's own reading being the judge of which keys there are."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.toml_lines import key_lines

TEXT = """\
title = "a # no comment"
a.b = 1
[x]
"y z" = { z = 2, 'w' = [1, { v = 2 }] }
long = '''
not.a.key = 1
'''
list = [
  "one",  # [no.table]
  "two",
]
[[p]]
q = 1
[p.deep]
r = 1
[[p]]
[[p.inner]]
s = 1
[p.inner.rules]
t = "]"
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("title", (1, 1)),
        ("a.b", (2, 1)),
        ("x", (3, 2)),
        ("x.y z", (4, 1)),
        ("x.y z.z", (4, 11)),
        ("x.y z.w.1.v", (4, 30)),
        ("x.list.1", (10, 3)),
        ("p.0", (12, 3)),
        ("p.0.deep.r", (15, 1)),
        ("p.1.inner.0.s", (18, 1)),
        ("p.1.inner.0.rules.t", (20, 1)),
    ],
)
def test_keys_stand_where_they_are_told(path, place):
    assert key_lines(TEXT)[tuple(path.split("."))] == place


def test_what_stands_in_strings_is_no_key():
    assert ("x", "not", "a", "key") not in key_lines(TEXT)


def paths(value, path=()):
    if isinstance(value, dict):
        for name, below in value.items():
            yield (*path, name)
            yield from paths(below, (*path, name))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from paths(below, (*path, str(index)))


KEY = st.sampled_from(["a", "b-c", '"d e"', "'f'", "a.b"])
SCALAR = st.sampled_from(["1", '"x"', "'#'", '"""\n[t]\n"""', "true", "1979-05-27", "-1.5e3"])
VALUE = st.recursive(
    SCALAR,
    lambda below: (
        st.lists(below, max_size=3).map(lambda v: "[ " + ", ".join(v) + " ]")
        | st.dictionaries(st.sampled_from(["p", "q"]), below, max_size=2).map(
            lambda v: "{ " + ", ".join(f"{key} = {value}" for key, value in v.items()) + " }"
        )
    ),
    max_leaves=5,
)
LINE = st.one_of(
    st.tuples(KEY, VALUE).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    st.sampled_from(["[t]", "[[arr]]", "[arr.sub]", "[t.u]", "# note", ""]),
)


@given(st.lists(LINE, max_size=8))
def test_every_key_of_a_file_has_its_place(lines):
    text = "\n".join(lines)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = key_lines(text)
    for path in paths(data):
        assert any(known[: len(path)] == path for known in found), path
