"""``noscript`` in a page's head, which a browser does not parse.

A browser with scripting takes the content of ``noscript`` for text. Parsed as markup, the picture that nearly every
tracker puts there would end the head: what follows - ``meta``, ``link``, ``title`` - would fall into the body, and no
path copied from a browser's developer tools would lead anywhere. In the body its content is parsed: it is what readers
without scripts and crawlers see, and moves nothing.
"""

from __future__ import annotations

import re

_VISIBLE = re.compile(r"\S+")
#: Where a head is over.
_BODY = re.compile(r"</head|<body", re.IGNORECASE)
#: The same and what is looked for in it: one look takes half as long as one for each.
_MARK = re.compile(rf"{_BODY.pattern}|<noscript", re.IGNORECASE)
#: What begins and ends stretches in which a tag is none.
_TEXT = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))


def without_noscript_in_head(source: str) -> str:
    """``source`` with spaces for what stands in ``noscript`` before the body begins: all else keeps its place."""
    masked: list[str] = []
    done = at = close = 0
    text = _Text(source)
    while (mark := _MARK.search(source, at)) is not None and not _BODY.match(mark[0]):
        begin, at = mark.span()
        opened = source.find(">", at) + 1
        if close < opened:
            close = source.find("</noscript", opened)
        if not opened or close < 0:
            break
        if text.holds(begin):
            continue
        if _BODY.search(source, opened, close):
            break
        masked += (source[done:opened], _VISIBLE.sub(_spaces, source[opened:close]))
        done = at = close
    return "".join((*masked, source[done:])) if done else source


def _spaces(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


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
