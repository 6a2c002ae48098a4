"""The one door to the parsers: what comes in, and what is turned away."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.parse.parser import LARGEST, looks_like_html, no_text, parse


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n...", "a PDF"),
        (b"\x1f\x8b\x08\0\0", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(32)) * 9, "binary data"),
        (b"a" * (LARGEST + 1), "larger than 64 MiB"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:12]),
)
@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_what_is_no_page_is_told(body, told, media_type):
    with pytest.raises(PageError, match=told):
        parse(Document("p", body, media_type))


@pytest.mark.parametrize(
    "body",
    [
        b"<p>one \x01 two \x00",
        "<p>x".encode("utf-16"),
        "<p>x</p>".encode("utf-16-le"),
        "\ufeffwords".encode("utf-16-be"),
        b"\x1b[1mbold\x1b[0m words of a terminal",
        "港の新しい灯台".encode("shift_jis"),
    ],
)
def test_text_with_odd_bytes_is_a_page(body):
    assert no_text(body) == ""


@pytest.mark.parametrize(
    ("body", "is_html"),
    [
        (b"<!doctype html>", True),
        (b"\xef\xbb\xbf\n <html>", True),
        (b"<!-- c --><div class=x>", True),
        (b"<article>", True),
        (b"<?xml version='1.0'?><rss>", False),
        (b"{'a': 1}", False),
        (b"a < b", False),
        (b"", False),
    ],
)
def test_pages_without_a_telling_name_are_known_by_their_first_tag(body, is_html):
    assert looks_like_html(body) == is_html
