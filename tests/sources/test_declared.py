"""What a caller declares of pages is held to what there is."""

from __future__ import annotations

import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.sources.declared import declared_charset, declared_media_type


@pytest.mark.parametrize(("value", "known"), [("text/html", "text/html"), (" TEXT/Plain ", "text/plain"), ("", ""), (None, ""), ("application/xhtml+xml", "application/xhtml+xml")])  # fmt: skip
def test_media_types_that_pages_have(value: str | None, known: str) -> None:
    assert declared_media_type(value, "--media-type") == known


@pytest.mark.parametrize(("value", "remedy"), [("text/htm", "text/html"), ("image/png", "one of: text/html")])
def test_another_media_type_is_a_mistake(value: str, remedy: str) -> None:
    with pytest.raises(UserError) as raised:
        declared_media_type(value, "--media-type")
    assert f'--media-type cannot be "{value}"' in str(raised.value) and remedy in str(raised.value)


@pytest.mark.parametrize("value", ["utf-8", "UTF8", "latin1", "windows-1252", "shift_jis", "iso-8859-15"])
def test_labels_of_the_encoding_standard_are_kept(value: str) -> None:
    assert declared_charset(value, "--charset") == value


def test_no_label_is_none() -> None:
    assert declared_charset(None, "--charset") is None
    assert declared_charset("", "--charset") is None


@pytest.mark.parametrize(
    ("value", "remedy"), [("utf-9", "utf-8"), ("latin-one", "latin1"), ("xyzzy", "names-and-labels")]
)
def test_another_label_is_a_mistake_with_the_near_match(value: str, remedy: str) -> None:
    with pytest.raises(UserError) as raised:
        declared_charset(value, "charset=")
    assert f'charset= cannot be "{value}"' in str(raised.value) and remedy in str(raised.value)
