"""Bytes to text, as a browser would: byte-order mark, transport, ``meta``, then what the bytes look like."""

from __future__ import annotations

import re

import turbohtml
import turbohtml.detect

from layoutcheck.core.errors import PageError

#: A declaration is looked for among so many bytes; browsers that find one later parse again.
_PRESCAN = 4096
_DECLARES_UTF8 = re.compile(
    rb"""<meta\s(?:charset\s*=\s*["']?|[^<>]*?\bcontent\s*=\s*["'][^"'<>]*\bcharset\s*=\s*)utf-?8["'\s/>;]""",
    re.IGNORECASE,
)


def decode(body: bytes, encoding: str) -> str:
    """Decode ``body`` by a WHATWG encoding name, with CR LF and CR made LF and the byte-order mark taken off.

    Malformed bytes become U+FFFD as the Encoding Standard says, so nothing raises. Offsets into the result are the
    offsets that the parser gives.
    """
    text = body.decode("utf-8", "replace") if encoding == "UTF-8" else body.decode(f"whatwg-{encoding}")
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def known_charset(charset: str | None) -> str | None:
    """``charset`` when the Encoding Standard knows the label, else None: an HTTP header may say anything."""
    if not charset:
        return None
    try:
        return turbohtml.parse(b"", encoding=charset.strip()).encoding
    except LookupError:
        return None


def says_utf8(body: bytes) -> bool:
    """Whether the first declaration of an encoding, where browsers look for it, is one of UTF-8.

    A False leaves the question to the parser, which sniffs as the HTML Standard says (13.2.3.2).
    """
    at = body.find(b"charset", 0, _PRESCAN)
    tag = body.rfind(b"<", 0, max(at, 0))
    if tag < 0 or _DECLARES_UTF8.match(body, tag) is None or body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return body.rfind(b"<!--", 0, tag) <= body.rfind(b"-->", 0, tag)


def decode_plain(body: bytes, charset: str | None) -> tuple[str, str]:
    """Decode a plain-text dump; returns the text and the encoding's name.

    A byte-order mark wins, then ``charset``, then UTF-8 where the bytes are valid UTF-8, then detection.
    Raises :class:`~layoutcheck.core.errors.PageError` for bytes that are no text (NULs without a UTF-16 mark).
    """
    marked = body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    if not marked and b"\0" in body[:8192]:
        raise PageError("the file holds NUL bytes and is no text")
    if marked:
        encoding = {b"\xff\xfe": "UTF-16LE", b"\xfe\xff": "UTF-16BE"}.get(body[:2], "UTF-8")
    elif declared := known_charset(charset):
        encoding = declared
    else:
        try:
            body.decode("utf-8")
            encoding = "UTF-8"
        except UnicodeDecodeError:
            encoding = turbohtml.detect.detect(body).encoding or "windows-1252"
    return decode(body, encoding), encoding
