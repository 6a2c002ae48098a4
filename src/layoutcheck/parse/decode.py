"""Bytes to text, as a browser would: byte-order mark, transport, ``meta``, then what the bytes look like."""

from __future__ import annotations

import re

import turbohtml
import turbohtml.detect

from layoutcheck.core.errors import PageError

_LONE_CR = re.compile(rb"\r(?!\n)")
_LINE_END = re.compile(rb"\r\n?")


def decode(body: bytes, encoding: str) -> str:
    """Decode ``body`` by a WHATWG encoding name, with CR LF and CR made LF and the byte-order mark taken off.

    Malformed bytes become U+FFFD as the Encoding Standard says, so nothing raises. Offsets into the result are the
    offsets that the parser gives.
    """
    return decode_and_tell(body, encoding)[0]


def decode_and_tell(body: bytes, encoding: str) -> tuple[str, bool]:
    """The same, and whether all bytes fit the encoding."""
    if encoding == "UTF-8":
        try:
            return decode_utf8(body, "strict"), True
        except UnicodeDecodeError:
            return decode_utf8(body, "replace"), False
    text = body.decode(f"whatwg-{encoding}")
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, "\ufffd" not in text


def decode_utf8(body: bytes, errors: str) -> str:
    """The same for UTF-8, in which the line ends can be mended before; raises UnicodeDecodeError with ``strict``."""
    if b"\r" in body:
        # One byte is taken out much faster than two are replaced by one.
        body = body.replace(b"\r", b"") if _LONE_CR.search(body) is None else _LINE_END.sub(b"\n", body)
    return body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors)


def known_charset(charset: str | None) -> str | None:
    """``charset`` when the Encoding Standard knows the label, else None: an HTTP header may say anything."""
    if not charset:
        return None
    try:
        return turbohtml.parse(b"", encoding=charset.strip()).encoding
    except LookupError:
        return None


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
