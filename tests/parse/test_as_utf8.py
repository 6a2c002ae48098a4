"""UTF-8 pages are parsed from their text: with the same tree, source and encoding as from their bytes."""

from __future__ import annotations

import pytest
import turbohtml
from hypothesis import example, given
from hypothesis import strategies as st

from layoutcheck.core.document import Document
from layoutcheck.parse.decode import decode
from layoutcheck.parse.parser import parse

PIECES = st.lists(
    st.sampled_from([
        "<meta charset=utf-8>", "<meta charset=' UTF8 '>", "<meta charset=iso-8859-9>", "\r\n", "\r", "\n", "ğü—", "x",
        "<meta http-equiv=content-type content='text/html; charset=utf-8'>", "<p>", "</p>", "<!-- charset=koi8-r -->",
        '<meta http-equiv="Content-Type" content="text/html;charset=windows-1254">', "\0", "\ufeff", "<title>é</title>",
        "<meta http-equiv=x-ua-compatible content='IE=edge'>", "<script>'charset=gbk'</script>", "<pre>\r\n\r\nx</pre>",
        "<?xml version='1.0' encoding='iso-8859-9'?>", "a" * 1100,
    ]),
    max_size=12,
)  # fmt: skip


@given(PIECES, st.sampled_from(["utf-8", "windows-1254"]), st.sampled_from([None, "utf-8", "windows-1254"]))
@example(["\ufeff", "<meta charset=utf-8>", "\r\nx"], "utf-8", None)
def test_the_page_is_the_same_as_from_its_bytes(pieces: list[str], written: str, charset: str | None) -> None:
    body = "".join(["<!doctype html>", *pieces]).encode(written, "replace")
    page = parse(Document("page.html", body, "text/html", charset))
    known = turbohtml.parse(b"", encoding=charset).encoding if charset else None
    tree = turbohtml.parse(body, encoding=known, detect_encoding=known is None, source_locations=True)
    assert page.encoding == tree.encoding
    assert page.source == decode(body, tree.encoding or "")
    assert page.tree.html == tree.html
    assert [e.position for e in page.tree.iter_elements()] == [e.position for e in tree.iter_elements()]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r\nc\r", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa\r\r\n", "a\n\n"),
        (b"\xe2\r\n\xe2\x80\r\n", "\ufffd\n\ufffd\n"),
    ],
)
def test_line_ends_are_mended_before_decoding(body: bytes, text: str) -> None:
    assert decode(body, "UTF-8") == text
