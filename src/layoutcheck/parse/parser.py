"""A document to a page: the one door to the parsers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import turbohtml

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.parse.decode import decode_and_tell, decode_plain, decode_utf8, known_charset
from layoutcheck.parse.nesting import DEEPEST, has_table_too_deep
from layoutcheck.parse.noscript import without_noscript_in_head
from layoutcheck.parse.page import Page

#: Larger bodies are refused: no article page comes near, and a tree takes six times its source.
LARGEST = 64 * 1024 * 1024
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|[a-z][a-z0-9-]*[\s>])",
                     re.IGNORECASE | re.DOTALL)  # fmt: skip

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]+)", re.IGNORECASE)


def looks_like_html(body: bytes) -> bool:
    """Whether bytes without a telling name are HTML: they begin with a tag (WHATWG MIME Sniffing, 7.1, in spirit)."""
    return _MARKUP.match(body[:1024].removeprefix(b"\xef\xbb\xbf")) is not None


#: How files begin that are no text, by what they are (WHATWG MIME Sniffing, section 6).
_NO_TEXT = {
    b"%PDF-": "a PDF", b"\x1f\x8b": "compressed (gzip)", b"PK\x03\x04": "a ZIP archive", b"\x89PNG\r\n": "a picture",
    b"GIF8": "a picture", b"\xff\xd8\xff": "a picture", b"RIFF": "a picture or sound",
    b"\x28\xb5\x2f\xfd": "compressed (zstd)",
}  # fmt: skip
#: Bytes that no text has (the same, section 3: binary data bytes).
_BINARY = bytes((*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def no_text(body: bytes) -> str:
    """What bytes are that are no text; "" for text. A page may hold a stray control character or a few."""
    for begins, what in _NO_TEXT.items():
        if body.startswith(begins):
            return what
    head = body[:1445]
    if head.startswith(_MARKS[1:]) or (b"\0<\0" in head or b"<\0" in head):  # UTF-16
        return ""
    odd = len(head) - len(head.translate(None, _BINARY))
    return "binary data" if odd > 16 and odd * 10 > len(head) else ""


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
    tree = turbohtml.parse(without_noscript_in_head(source), source_locations=True)
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


def parse(document: Document, *, sheltered: bool = False) -> Page:
    """Parse a page.

    ``sheltered`` says that this process may die of a page, which then is not looked at for what crashes the parser.

    Raises :class:`~layoutcheck.core.errors.PageError` for an empty or oversized body, for one that is no
    text, and, unless ``sheltered``, for tables deeper than the parser can bear.
    """
    if not document.body or document.body.isspace() or document.body in _MARKS:
        raise PageError("the page is empty")
    if len(document.body) > LARGEST:
        raise PageError(f"the page is larger than {LARGEST >> 20} MiB")
    if what := no_text(document.body):
        raise PageError(f"the file is no page but {what}")
    if document.media_type == "text/plain":
        from layoutcheck.parse.dump import parse_dump

        source, encoding = decode_plain(document.body, document.charset)
        page = Page(document, source, turbohtml.parse(""), encoding)
        parse_dump(page)
        return page
    if not sheltered and has_table_too_deep(document.body):
        raise PageError(f"the page nests a table in more than {DEEPEST} elements")
    charset = known_charset(document.charset)
    if (quick := _as_utf8(document, charset)) is not None:
        return quick
    tree = turbohtml.parse(document.body, encoding=charset, detect_encoding=charset is None, source_locations=True)
    encoding = tree.encoding or "UTF-8"
    source, fits = decode_and_tell(document.body, encoding)
    seen = without_noscript_in_head(source)
    if seen is not source:
        tree = turbohtml.parse(seen, source_locations=True)
    return Page(document, source, tree, encoding, fits)
