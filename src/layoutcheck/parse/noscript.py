"""``noscript`` in a page's head, which a browser does not parse.

A browser with scripting takes the content of ``noscript`` for text. Parsed as markup, the picture that nearly every
tracker puts there would end the head: what follows - ``meta``, ``link``, ``title`` - would fall into the body, and no
path copied from a browser's developer tools would lead anywhere. In the body its content is parsed: it is what readers
without scripts and crawlers see, and moves nothing.
"""

from __future__ import annotations

import re

_VISIBLE = re.compile(rb"[^\s]")
#: Where a head is over; each is looked for when those before it are not there.
_BODY = (b"</head", b"<body", b"</HEAD", b"<BODY")
#: What begins and ends stretches in which a tag is none.
_TEXT = ((b"<!--", b"-->"), (b"<script", b"</script"), (b"<style", b"</style"))


def without_noscript_in_head(body: bytes) -> bytes:
    """``body`` with spaces for what stands in ``noscript`` before the body begins: all else keeps its place."""
    end = next((at for mark in _BODY if (at := body.find(mark)) >= 0), 0)
    begin = body.find(b"<noscript", 0, end)
    if begin < 0 or body.startswith((b"\xff\xfe", b"\xfe\xff")):  # none, or UTF-16
        return body
    masked = bytearray()
    done = 0
    while begin >= 0:
        opened = body.find(b">", begin, end) + 1
        close = body.find(b"</noscript", opened, end)
        behind = begin + 1
        if opened and close >= 0 and not _is_text(body, begin):
            masked += body[done:opened] + _VISIBLE.sub(b" ", body[opened:close])
            done = behind = close
        begin = body.find(b"<noscript", behind, end)
    return bytes(masked) + body[done:] if done else body


def _is_text(body: bytes, at: int) -> bool:
    """Whether a tag stands in a comment, a script or a style, and so is none."""
    return any(body.rfind(opened, 0, at) > body.rfind(closed, 0, at) for opened, closed in _TEXT)
