"""A checked page's own source, where it is still at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.report.html.safe import BLACKENED, Redaction

if TYPE_CHECKING:
    from layoutcheck.parse.page import Page

#: Gives the bytes of a page by its address in the report, None where they are not at hand.
PageSource = Callable[[str], bytes | None]
#: Pages beyond this are not read again for the report.
_LARGEST = 16 * 1024 * 1024


def page_files(base: Path, *, anywhere: bool = False) -> PageSource:
    """Read pages from the files below ``base`` that the report names.

    A report may come from anywhere: what lies outside of ``base`` is never read, whatever the report calls a page.
    ``anywhere`` is for a run's own report, whose pages the user named and the run has read already.
    """
    root = base.resolve()

    def read(uri: str) -> bytes | None:
        if not uri or uri == "-" or "://" in uri or "\0" in uri:
            return None
        try:
            path = (root / uri).resolve()
            if not (anywhere or path.is_relative_to(root)) or not path.is_file() or path.stat().st_size > _LARGEST:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None

    return read


def media_type(uri: str, body: bytes) -> str:
    """The media type of a page by its name, and by its bytes where the name does not tell."""
    from layoutcheck.parse.parser import looks_like_html

    name = uri.split("?")[0].lower()
    if name.endswith((".txt", ".text", ".md")):
        return "text/plain"
    if name.endswith((".html", ".htm", ".xhtml")) or "://" in uri:
        return "text/html"
    return "text/html" if looks_like_html(body) else "text/plain"


def parsed(uri: str, body: bytes) -> Page | None:
    """The page's tree and source; None where it cannot be parsed."""
    from layoutcheck.parse.parser import parse

    try:
        return parse(Document(uri, body, media_type(uri, body)))
    except PageError:
        return None


def source_text(uri: str, body: bytes) -> str | None:
    """The page's decoded source alone, without the cost of a tree where its encoding is plain to see."""
    from layoutcheck.parse.decode import decode

    try:
        body.decode("utf-8")
        plain = b"\0" not in body
    except UnicodeDecodeError:
        plain = False
    if plain:
        return decode(body, "UTF-8")
    page = parsed(uri, body)
    return page.source if page else None


def blackened_texts(page: Page, redact: Redaction) -> Mapping[Any, str]:
    """The text nodes that redaction changes, blacked out; a match may go across the borders of elements."""
    from turbohtml import Text

    if not redact:
        return {}
    nodes = [node for node in page.tree.descendants if isinstance(node, Text)]
    whole = "".join(node.data for node in nodes)
    black = bytearray(len(whole))
    for start, end in redact.spans(whole):
        black[start:end] = b"\1" * (end - start)
    changed, at = {}, 0
    for node in nodes:
        data = node.data
        if any(black[at : at + len(data)]):
            changed[node] = "".join(
                BLACKENED if black[at + index] and char != "\n" else char for index, char in enumerate(data)
            )
        at += len(data)
    return changed


def blackened_source(page: Page, redact: Redaction) -> str:
    """The page's source with every match blacked out, in its markup and in the text that the markup stands for."""
    chars = list(redact.text(page.source))
    for node, text in blackened_texts(page, redact).items():
        offsets = page.positions.text(node)
        for index, char in enumerate(text if offsets else ""):
            if char == BLACKENED and offsets:
                for at in range(offsets[index], min(offsets[index + 1], offsets[index] + 40)):
                    chars[at] = chars[at] if chars[at] in "<>\n" else BLACKENED
    return "".join(chars)
