"""The stretches of a page's source that are worth scanning: not its scripts, styles and comments."""

from __future__ import annotations

from functools import cache

from layoutcheck.parse.page import Page
from layoutcheck.templating.matcher import Matcher, matcher
from layoutcheck.templating.spot import is_json_ld

#: What opens and closes a stretch to leave out.
_MARKS = ("<script", "</script", "<style", "</style", "<!--", "--!?>")
_SCRIPT, _SCRIPT_END, _STYLE, _STYLE_END, _COMMENT, _COMMENT_END = range(len(_MARKS))
_LENGTHS = [len(mark) for mark in _MARKS]
_ENDS = {_SCRIPT: _SCRIPT_END, _STYLE: _STYLE_END, _COMMENT: _COMMENT_END}


def stretches(page: Page, source: bytes) -> list[tuple[int, int, bool]]:
    """Begin, end and whether it is JSON-LD, of each stretch of ``source`` (see :func:`utf8`) that may be read."""
    cut = _cut(source)
    return _cut_by_tree(page) if cut is None else cut


def utf8(page: Page) -> bytes:
    """The source as UTF-8: the body itself where it is that, which saves encoding it again."""
    body = page.document.body
    if (
        page.encoding == "UTF-8"
        and b"\r" not in body
        and "\ufffd" not in page.source
        and not body.startswith(b"\xef\xbb\xbf")
    ):
        return body
    return page.source.encode("utf-8", "replace")


def _cut(source: bytes) -> list[tuple[int, int, bool]] | None:
    """The stretches outside scripts, styles and comments, and whether they are JSON-LD; by the bytes alone.

    None where only the tree can tell: tags in quotes, scripts in scripts, ends that are missing.
    """
    found: list[tuple[int, int, bool]] = []
    at = 0  # where the stretch begins that is being read
    waiting = -1  # for which end, while in something to leave out
    begin = 0  # where that something begins
    json_ld = escaped = False
    for index, last in _marks().scan(source):
        if waiting < 0:
            if index not in _ENDS:
                continue
            start = last - _LENGTHS[index] + 1
            if index == _COMMENT:
                begin = start
            else:
                low = max(at, start - 400)
                if source.rfind(b"<", low, start) > source.rfind(b">", low, start):
                    return None
                begin = source.find(b">", last) + 1
                if not begin:
                    return None
                tag = source[start:begin].lower()
                json_ld = index == _SCRIPT and b"ld" in tag and b"json" in tag  # the plus may be coded
            waiting, escaped = _ENDS[index], False
        elif index == waiting and last >= begin + 2:
            found.append((at, begin, False))
            at = last + 1 if waiting == _COMMENT_END else last - _LENGTHS[index] + 1
            if json_ld:
                found.append((begin, at, True))
            waiting, json_ld = -1, False
        elif index == _COMMENT and last >= begin:
            escaped = True
        elif waiting == _SCRIPT_END and index == _SCRIPT and escaped and last >= begin:
            return None
    if waiting >= 0:
        return None
    found.append((at, len(source), False))
    return found


@cache
def _marks() -> Matcher:
    return matcher([f"(?i){mark}" for mark in _MARKS])


def _cut_by_tree(page: Page) -> list[tuple[int, int, bool]]:
    """The same by the tree."""
    found: list[tuple[int, int, bool]] = []
    elements = [element for tag in ("script", "style") for element in page.tree.select(tag)]
    located = [(location, element) for element in elements if (location := element.source_location)]
    located.sort(key=lambda one: one[0].start_tag.start_offset)
    byte = char = 0

    def encoded(offset: int) -> int:
        nonlocal byte, char
        byte += len(page.source[char:offset].encode("utf-8", "replace"))
        char = offset
        return byte

    at = 0
    for location, element in located:
        if location.start_tag.end_offset < char:
            continue
        begin = encoded(location.start_tag.end_offset)
        end = encoded(location.end_tag.start_offset if location.end_tag else len(page.source))
        found.append((at, begin, False))
        if is_json_ld(element):
            found.append((begin, end, True))
        at = end
    found.append((at, encoded(len(page.source)), False))
    return found
