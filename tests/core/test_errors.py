"""The user's mistakes as they are told."""

import pytest

from layoutcheck.core.errors import UserError, UserErrors, near_match


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (UserError("wrong"), "wrong"),
        (UserError("wrong", remedy="do this"), "wrong\n  do this"),
        (UserError("wrong", file="a.toml"), "a.toml: wrong"),
        (UserError("wrong", file="a.toml", line=3, column=7), "a.toml:3:7: wrong"),
        (UserError("wrong", file="a.toml", line=3), "a.toml:3: wrong"),
        (UserError('no file "a\nb"', remedy="do this"), 'no file "a b"\n  do this'),
    ],
)
def test_an_error_says_where_what_and_what_next(error, told):
    assert str(error) == told


def test_several_are_told_at_once_and_each_once():
    one, other = UserError("wrong", file="a.toml", line=1, column=2, remedy="do this"), UserError("bad")
    both = UserErrors([one, other, UserError("bad")])
    assert str(both) == "a.toml:1:2: wrong\n  do this\nbad"
    assert (both.text, both.file, both.line, both.column, both.remedy) == ("wrong", "a.toml", 1, 2, "do this")
    assert [*map(str, both.mistakes)] == [str(one), str(other)] and list(one.mistakes) == [one]


@pytest.mark.parametrize(
    ("word", "match"),
    [
        ("hedline", 'did you mean "headline"?'),
        ("x-selct", 'did you mean "x-select"?'),
        ("fail_on", 'did you mean "fail-on"?'),
        ("head", 'did you mean "headline"?'),
        ("sel", 'did you mean "x-select"?'),
        ("qq-", ""),
        ("x-s", 'did you mean "x-select" or "x-severity"?'),
        ("li", ""),
        ("bod", 'did you mean "body"?'),
        ("lin", 'did you mean "headline"?'),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_is_offered(word, match):
    assert near_match(word, {"headline", "x-select", "x-severity", "fail-on", "body"}) == match
