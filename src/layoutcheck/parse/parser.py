"""A document to a page: the one door to the parsers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import turbohtml

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.parse.decode import decode, decode_plain, decode_utf8, known_charset
from layoutcheck.parse.page import Page

#: Larger bodies are refused: no article page comes near, and a tree takes six times its source.
LARGEST = 64 * 1024 * 1024
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|[a-z][a-z0-9-]*[\s>])",
                     re.IGNORECASE | re.DOTALL)  # fmt: skip

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]+)", re.IGNORECASE)


def looks_like_html(body: bytes) -> bool:
    """Whether bytes without a telling name are HTML: they begin with a tag (WHATWG MIME Sniffing, 7.1, in spirit)."""
    return _MARKUP.match(body[:1024].removeprefix(b"\xef\xbb\xbf")) is not None


def _as_utf8(document: Document, charset: str | None) -> Page | None:
    """The page, where its bytes are UTF-8 and all that speaks of its encoding says so; else None.

    That is nearly every page, and the parser reads a text in two thirds of the time that it takes for bytes, which we
    would have to decode once more besides.
    """
    if charset not in (None, "UTF-8") or document.body.startswith(b"<?x"):
        return None
    try:
        source = decode_utf8(document.body, "strict")
    except UnicodeDecodeError:
        return None
    tree = turbohtml.parse(source, source_locations=True)
    if charset is None and set(_declared(tree)) != {"utf-8"}:
        return None
    return Page(document, source, tree, "UTF-8")


def _declared(tree: turbohtml.Document) -> Iterator[str]:
    """The encodings that a page's ``meta`` elements name, in lower case."""
    for meta in tree.find_all("meta"):
        if (said := meta.attr("charset")) is not None:
            yield said.strip().lower().replace("utf8", "utf-8")
        elif meta.attr("http-equiv") is not None and (match := _CHARSET.search(meta.attr("content") or "")):
            yield match[1].lower().replace("utf8", "utf-8")


def parse(document: Document) -> Page:
    """Parse a page.

    Raises :class:`~layoutcheck.core.errors.PageError` for an empty or oversized body and for a dump that is no text.
    """
    if not document.body.strip():
        raise PageError("the page is empty")
    if len(document.body) > LARGEST:
        raise PageError(f"the page is larger than {LARGEST >> 20} MiB")
    if document.media_type == "text/plain":
        from layoutcheck.parse.dump import parse_dump

        source, encoding = decode_plain(document.body, document.charset)
        page = Page(document, source, turbohtml.parse(""), encoding)
        parse_dump(page)
        return page
    charset = known_charset(document.charset)
    if (quick := _as_utf8(document, charset)) is not None:
        return quick
    tree = turbohtml.parse(document.body, encoding=charset, detect_encoding=charset is None, source_locations=True)
    encoding = tree.encoding or "UTF-8"
    return Page(document, decode(document.body, encoding), tree, encoding)
