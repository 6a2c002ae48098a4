"""What a source yields: the bytes of one page and what was said about them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One page as served or stored, before any parsing.

    ``uri`` is how the user named it (a relative path with ``/``, a URL, or ``-`` for standard input);
    ``charset`` is what the transport declared (an HTTP header, ``--charset``), ``None`` when it said nothing;
    ``media_type`` is ``text/html``, ``application/xhtml+xml`` or ``text/plain``.
    """

    uri: str
    body: bytes
    media_type: str = "text/html"
    charset: str | None = None
