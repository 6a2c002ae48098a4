"""The user's mistakes as they are told."""

import pytest

from layoutcheck.core.errors import UserError, near_match


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (UserError("wrong"), "wrong"),
        (UserError("wrong", remedy="do this"), "wrong\n  do this"),
        (UserError("wrong", file="a.toml"), "a.toml: wrong"),
        (UserError("wrong", file="a.toml", line=3, column=7), "a.toml:3:7: wrong"),
        (UserError("wrong", file="a.toml", line=3), "a.toml:3: wrong"),
    ],
)
def test_an_error_says_where_what_and_what_next(error, told):
    assert str(error) == told


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
