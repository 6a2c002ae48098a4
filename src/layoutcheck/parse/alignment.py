"""A text beside the source that it was read from: where each of its characters stands."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?")
_TAG_OR_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<[/!?A-Za-z][^>]*(?:>|\Z)", re.DOTALL)
#: Source that can only stand for itself.
_PLAIN = re.compile(r"[^&<\0]+")


def align(raw: str, text: str) -> Sequence[int] | None:
    """Where in ``raw`` each character of ``text`` stands, and where the last one ends: ``len(text) + 1`` offsets.

    ``raw`` is source from the text's first character on (it may go on behind it); in between there may be character
    references, dropped NULs, and tags that the tree builder ignored. None when the two do not fit together.
    """
    if raw.startswith(text) and "&" not in text:
        return range(len(text) + 1)
    offsets: list[int] = []
    at, done = 0, 0
    while done < len(text):
        if plain := _PLAIN.match(raw, at, at + len(text) - done):
            if text.startswith(plain[0], done):
                offsets += range(at, plain.end())
                at, done = plain.end(), done + plain.end() - at
            elif at == 0 and raw[0] == "\n":  # the one behind a pre's start tag
                at = 1
            else:
                return None
            continue
        if at >= len(raw):
            return None
        char = raw[at]
        if char == "&" and (match := _REFERENCE.match(raw, at)):
            value = html.unescape(match[0])
            if text.startswith(value, done) and value != match[0]:
                # A name without its semicolon may end early (&notit -> ¬it): the rest stands for itself.
                tail = _literal_tail(match[0], value)
                head = len(value) - tail
                offsets += [at] * head
                offsets += range(match.end() - tail, match.end())
                at, done = match.end(), done + len(value)
                continue
        if char == text[done] or (char == "\0" and text[done] == "\ufffd"):
            offsets.append(at)
            at, done = at + 1, done + 1
        elif char == "\0":
            at += 1
        elif match := _TAG_OR_COMMENT.match(raw, at):
            at = match.end()
        else:
            return None
    return [*offsets, at]


def _literal_tail(reference: str, value: str) -> int:
    tail = 0
    while tail < len(value) - 1 and reference[-1 - tail] == value[-1 - tail]:
        tail += 1
    return tail
