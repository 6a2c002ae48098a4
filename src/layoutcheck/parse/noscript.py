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
#: No head has more of them than this.
_MOST = 100
#: What begins and ends stretches in which a tag is none.
_TEXT = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))


def without_noscript_in_head(source: str) -> str:
    """``source`` with spaces for what stands in ``noscript`` before the body begins: all else keeps its place."""
    masked: list[str] = []
    done = at = 0
    for _ in range(_MOST):
        mark = _MARK.search(source, at)
        if mark is None or _BODY.match(mark[0]):
            break
        begin, at = mark.span()
        opened = source.find(">", at) + 1
        close = source.find("</noscript", opened)
        if not opened or close < 0:
            break
        if _BODY.search(source, opened, close) is None and not _is_text(source, begin):
            masked += (source[done:opened], _VISIBLE.sub(_spaces, source[opened:close]))
            done = at = close
    return "".join((*masked, source[done:])) if done else source


def _spaces(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def _is_text(source: str, at: int) -> bool:
    """Whether a tag stands in a comment, a script or a style, and so is none."""
    return any(source.rfind(opened, 0, at) > source.rfind(closed, 0, at) for opened, closed in _TEXT)
