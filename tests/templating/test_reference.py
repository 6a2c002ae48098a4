"""Coded punctuation is read as what it stands for, with the way back."""

from __future__ import annotations

import re

import pytest

from layoutcheck.templating.reference import CODED, Decoded


@pytest.mark.parametrize(
    ("coded", "read"),
    [
        (b"&#123;&#123; x &#125;&#125;", b"{{ x }}"), (b"&lbrace;x&lcub;", b"{x{"), (b"&#x7B;x&#X7d;", b"{x}"), (b"&#91;x&lbrack;", b"[x["),
        (b"&percnt;&dollar;&num;", b"%$#"), (b"&#60;% x", b"&lt;% x"), (b"&#38;amp", b"&amp;amp"), (b"&#34;&#39;", b"&#34;&#39;"),
        (b"&eacute; &amp; &nbsp;", b"&eacute; &amp; &nbsp;"), (b"&#233;", b"&#233;"), (b"&#10;", b"&#10;"), (b"", b""),
    ],
)  # fmt: skip
def test_marks_are_read_and_what_would_be_markup_stays_coded(coded: bytes, read: bytes) -> None:
    assert Decoded(coded).data == read


@pytest.mark.parametrize("data", [b"&#123; x &lbrace;y", b"plain", b"&#123;&#123;a&#125;&#125;b", b"a&#60;b&#123;c"])
def test_each_byte_leads_back(data: bytes) -> None:
    decoded = Decoded(data)
    for offset, byte in enumerate(decoded.data):
        original = decoded.original(offset)
        assert 0 <= original <= len(data)
        if chr(byte).isalpha() and b"&lt;" not in decoded.data[max(0, offset - 3) : offset + 3]:
            assert data[original] == byte
    assert decoded.original(len(decoded.data)) == len(data)


@pytest.mark.parametrize(("text", "coded"), [("&#123;", True), ("&#0123;", True), ("&#x7b;", True), ("&lbrace;", True), ("&#35;", True), ("&amp;", False), ("&#65;", False)])  # fmt: skip
def test_the_scan_looks_for_opening_marks(text: str, coded: bool) -> None:
    assert (re.search(CODED, text) is not None) is coded
