"""Pointers there and back."""

import pytest

from layoutcheck.core.pointer import pointer_to, steps_of


@pytest.mark.parametrize(
    ("path", "pointer"),
    [((), ""), (("teasers", 0, "url"), "/teasers/0/url"), (("a/b", "m~n", "~1"), "/a~1b/m~0n/~01"), (("",), "/")],
)
def test_pointer_leads_where_its_path_does(path, pointer):
    assert pointer_to(path) == pointer
    assert steps_of(pointer) == [str(step) for step in path]
