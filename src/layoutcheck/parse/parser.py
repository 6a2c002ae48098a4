"""A document to a page: the one door to the parsers."""

from __future__ import annotations

import re

import turbohtml

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.parse.decode import decode_and_tell, decode_plain, known_charset
from layoutcheck.parse.dump import parse_dump
from layoutcheck.parse.page import Page

#: Larger bodies are refused: no article page comes near, and a tree takes six times its source.
LARGEST = 64 * 1024 * 1024
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|[a-z][a-z0-9-]*[\s>])",
                     re.IGNORECASE | re.DOTALL)  # fmt: skip


def looks_like_html(body: bytes) -> bool:
    """Whether bytes without a telling name are HTML: they begin with a tag (WHATWG MIME Sniffing, 7.1, in spirit)."""
    return _MARKUP.match(body[:1024].removeprefix(b"\xef\xbb\xbf")) is not None


def parse(document: Document) -> Page:
    """Parse a page.

    Raises :class:`~layoutcheck.core.errors.PageError` for an empty or oversized body and for a dump that is no text.
    """
    if not document.body.strip():
        raise PageError("the page is empty")
    if len(document.body) > LARGEST:
        raise PageError(f"the page is larger than {LARGEST >> 20} MiB")
    if document.media_type == "text/plain":
        source, encoding = decode_plain(document.body, document.charset)
        page = Page(document, source, turbohtml.parse(""), encoding)
        parse_dump(page)
        return page
    charset = known_charset(document.charset)
    tree = turbohtml.parse(document.body, encoding=charset, detect_encoding=charset is None, source_locations=True)
    encoding = tree.encoding or "UTF-8"
    source, fits = decode_and_tell(document.body, encoding)
    return Page(document, source, tree, encoding, fits)
