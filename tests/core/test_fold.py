"""Copies of one line are equal once folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.fold import clean, fold, fold_unquoted, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Quoted” line", '"quoted" LINE'),
        ("A – B", "a - b"),
        ("soft\u00adhyphen", "softhyphen"),
        ("wait…", "wait..."),
        ("ﬁnal", "final"),
        ("one\u00a0 two", "one two"),
        ("Straße", "STRASSE"),
    ],
)
def test_folds_what_templates_change(one, other):
    assert fold(one) == fold(other)


def test_unquoted_fold_forgives_lost_apostrophes():
    assert fold_unquoted("the world's 'biggest' plant") == fold_unquoted("the worlds biggest plant")
    assert fold("world's") != fold("worlds")


def test_clean_changes_nothing_but_white_space():
    assert clean(" A\u200b  “b”\n") == "A “b”"


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert skeleton(text) == skeleton(fold(text))
