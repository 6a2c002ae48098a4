"""``noscript`` in a page's head, which a browser does not parse.

A browser with scripting takes the content of ``noscript`` for text. Parsed as markup, the picture that nearly every
tracker puts there would end the head: what follows - ``meta``, ``link``, ``title`` - would fall into the body, and no
path copied from a browser's developer tools would lead anywhere. In the body its content is parsed: it is what readers
without scripts and crawlers see, and moves nothing.
"""

from __future__ import annotations

import re

_VISIBLE = re.compile(r"\S")
#: Where a head is over; each is looked for when those before it are not there.
_BODY = ("</head", "<body", "</HEAD", "<BODY")
#: What begins and ends stretches in which a tag is none.
_TEXT = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))


def without_noscript_in_head(source: str) -> str:
    """``source`` with spaces for what stands in ``noscript`` before the body begins: all else keeps its place."""
    end = next((at for mark in _BODY if (at := source.find(mark)) >= 0), 0)
    begin = source.find("<noscript", 0, end)
    masked: list[str] = []
    done = 0
    text = _Text(source)
    while begin >= 0:
        opened = source.find(">", begin, end) + 1
        close = source.find("</noscript", opened, end)
        if not opened or close < 0:
            break
        behind = begin + 1
        if not text.holds(begin):
            masked += (source[done:opened], _VISIBLE.sub(" ", source[opened:close]))
            done = behind = close
        begin = source.find("<noscript", behind, end)
    return "".join((*masked, source[done:])) if done else source


class _Text:
    """The comments, scripts and styles of a source, read along it once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._read = 0
        self._latest = dict.fromkeys((mark for pair in _TEXT for mark in pair), -1)

    def holds(self, at: int) -> bool:
        """Whether a tag stands in one of them, and so is none; asked in ascending order."""
        for mark, latest in self._latest.items():
            begin = max(self._read - len(mark), 0)
            self._latest[mark] = max(self._source.rfind(mark, begin, at), latest)
        self._read = at
        return any(self._latest[opened] > self._latest[closed] for opened, closed in _TEXT)
