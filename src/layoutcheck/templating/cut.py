"""The stretches of a page's source that are worth scanning: not its scripts and styles."""

from __future__ import annotations

import re

from layoutcheck.parse.page import Page
from layoutcheck.templating.landmark import MARKS, encoded, read_landmarks
from layoutcheck.templating.spot import is_json_ld

_SCRIPT, _SCRIPT_END = 0, 1
_LENGTHS = [len(mark) for mark in MARKS]

#: ``<script type=application/ld+json>`` is longer.
_PLAIN = 32
#: A script of fewer bytes stays in: most of these are empty.
_SHORT = 12
_REPLACEMENT = "\ufffd".encode()
#: A replacement character that the decoder put, not where the author's program cut a text: nothing to tell of.
_OURS = re.compile(rb"\xef\xbf\xbd(?!(?:\xef\xbf\xbd){0,8}\s{0,8}(?:\.\.\.|\[?\xe2\x80\xa6|[<\"']))")
#: Another character of as many bytes.
_NEITHER = "\ufffc".encode()

#: Begin, end and whether it is JSON-LD.
Stretch = tuple[int, int, bool]


def cut(page: Page) -> tuple[bytes, list[Stretch]]:
    """The source as UTF-8, and its stretches that may be read.

    Comments stay in: there are many, few of them hold anything, and the tree knows them.
    """
    source, marks, *_ = read_landmarks(page)
    if not page.fits and _REPLACEMENT not in page.document.body:
        source = _OURS.sub(_NEITHER, source)
    found = _cut(source, marks)
    return (source, found) if found is not None else _cut_by_tree(page)


def _cut(source: bytes, marks: list[tuple[int, int]]) -> list[Stretch] | None:
    """The stretches outside scripts and styles, by the bytes alone.

    None where only the tree can tell: tags in quotes, scripts in scripts, ends that are missing.
    """
    found: list[Stretch] = []
    find, rfind = source.find, source.rfind  # a page has scores of marks
    at = 0  # where the stretch begins that is being read
    waiting = -1  # for which end, while in something to leave out
    start = begin = 0  # where that something's tag and its content begin
    passed = 0  # marks before this one stand in a comment, or were looked at
    for index, behind in marks:
        if waiting < 0:
            if index & 1 or behind < passed:
                continue
            start = behind - _LENGTHS[index]
            low = max(at, start - 400)
            if rfind(b"<", low, start) > rfind(b">", low, start):  # inside a tag
                passed = find(b"-->", start) if source.startswith(b"<!--", rfind(b"<", at, start)) else -1
                if passed < 0:  # in quotes, or a comment without end
                    return None
                found.append((at, start, False))
                at = passed
                continue
            begin = passed = find(b">", behind) + 1
            if not begin:
                return None
            waiting = index + 1
        elif behind < begin:
            continue
        elif index == waiting:
            end = behind - _LENGTHS[index]
            json_ld = begin - start > _PLAIN and waiting == _SCRIPT_END and _says_json_ld(source[start:begin])
            if json_ld or end - begin > _SHORT:
                found.append((at, begin, False))
                if json_ld:
                    found.append((begin, end, True))
                at = end
            waiting = -1
        elif index == _SCRIPT and waiting == _SCRIPT_END:
            if find(b"<!--", passed, behind) >= 0 or (passed == begin and _in_comment(source, at, start)):
                return None  # either script may be the real one
            passed = behind
    if waiting >= 0:
        return None
    found.append((at, len(source), False))
    return found


def _says_json_ld(tag: bytes) -> bool:
    tag = tag.lower()
    return b"json" in tag and b"ld" in tag  # the plus may be coded


def _in_comment(source: bytes, low: int, offset: int) -> bool:
    return source.rfind(b"<!--", low, offset) > source.rfind(b"-->", low, offset)


def _cut_by_tree(page: Page) -> tuple[bytes, list[Stretch]]:
    """The same by the tree."""
    found: list[Stretch] = []
    elements = [element for tag in ("script", "style") for element in page.tree.select(tag)]
    located = [(location, element) for element in elements if (location := element.source_location)]
    located.sort(key=lambda one: one[0].start_tag.start_offset)
    byte = char = 0

    def bytes_to(offset: int) -> int:
        nonlocal byte, char
        byte += len(encoded(page.source[char:offset]))
        char = offset
        return byte

    at = 0
    for location, element in located:
        if location.start_tag.end_offset < char:
            continue
        begin = bytes_to(location.start_tag.end_offset)
        end = bytes_to(location.end_tag.start_offset if location.end_tag else len(page.source))
        found.append((at, begin, False))
        if is_json_ld(element):
            found.append((begin, end, True))
        at = end
    found.append((at, bytes_to(len(page.source)), False))
    return encoded(page.source), found
