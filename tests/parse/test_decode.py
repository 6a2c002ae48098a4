"""Encodings as browsers sniff them."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.parse.decode import known_charset
from layoutcheck.parse.parser import parse


@pytest.mark.parametrize(
    ("body", "charset", "encoding", "text"),
    [
        ("<p>Erdoğan".encode(), None, "UTF-8", "Erdoğan"),
        ("<meta charset=windows-1254><p>İyi ğ".encode("cp1254"), None, "windows-1254", "İyi ğ"),
        ("<meta charset=iso-8859-9><p>“ş”".encode("cp1254"), None, "windows-1254", "“ş”"),
        (b"\xef\xbb\xbf<meta charset=latin1><p>\xc3\xa9", None, "UTF-8", "é"),
        ("<p>é".encode("latin1"), "iso-8859-1", "windows-1252", "é"),
        ("<meta charset=utf-8><p>é".encode("latin1"), "ISO-8859-1", "windows-1252", "é"),
        ("<p>é".encode("utf-16"), None, "UTF-16LE", "é"),
        ("<meta charset=utf-16><p>é".encode(), None, "UTF-8", "é"),
        ("<p>é".encode(), "no-such-charset", "UTF-8", "é"),
    ],
)
def test_decodes_as_a_browser_does(body, charset, encoding, text):
    page = parse(Document("p.html", body, "text/html", charset))
    assert page.encoding == encoding
    assert page.tree.select_one("p").text == text
    assert text in page.source


def test_malformed_bytes_become_replacement_characters():
    assert "a\ufffdb" in parse(Document("p.html", b"<meta charset=utf-8><p>a\xffb")).source


def test_unknown_charset_labels_are_ignored():
    assert known_charset("klingon") is None
    assert known_charset("latin1") == "windows-1252"


@pytest.mark.parametrize(("body", "told"), [(b"", "empty"), (b" \n\t", "empty")])
def test_a_page_without_content_is_told(body, told):
    with pytest.raises(PageError, match=told):
        parse(Document("p.html", body))


def test_a_dump_of_nul_bytes_is_no_text():
    with pytest.raises(PageError, match="NUL"):
        parse(Document("p.txt", b"\0\1\2", "text/plain"))


def test_a_dump_may_be_in_an_old_encoding():
    assert parse(Document("p.txt", "café".encode("latin1"), "text/plain", "latin1")).source == "café"
