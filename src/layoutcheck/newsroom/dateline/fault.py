"""Datelines that a template has filled by half: ``OSLO, None AP -``, ``, Jan 24 AAP -``, ``OSLO ( ) —``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from layoutcheck.newsroom.dateline.date import read_date
from layoutcheck.newsroom.dateline.dateline import Dateline
from layoutcheck.newsroom.dateline.finder import Names

_UNFILLED = re.compile(r"\b(?:None|null|NULL|undefined|NaN|N/A|\(null\)|nil|Unknown|UNKNOWN)\b")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|/\s*/(?=[\s.])")
_REACH = 70


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a dateline; ``start`` and ``end`` are its offsets in the block's text."""

    message: str
    start: int
    end: int
    text: str
    detail: str = ""


def faults_of(text: str, dateline: Dateline) -> list[Fault]:
    """The faults of a dateline that could be read."""
    found = []
    start, end = dateline.spans.get("date", (0, 0))
    if dateline.date:
        read = read_date(dateline.date)
        if read is not None and not read.is_possible:
            found.append(Fault("impossible-date", start, end, dateline.text, dateline.date))
    if dateline.glued:
        following = re.match(r"\S+", text[dateline.end :])
        detail = following[0] if following else ""
        found.append(Fault("glued", dateline.start, dateline.end + len(detail), dateline.text, detail))
    if dateline.separator and (dateline.separator[0] == "\ufffd" or dateline.separator in '"“'):
        a, b = dateline.spans["separator"]
        found.append(Fault("lost-dash", a, b, dateline.text[: a - dateline.start].strip(), dateline.separator))
    return found


def half_filled(text: str, names: Names) -> Fault | None:
    """The fault of a block that would begin with a dateline if a value in it were not missing."""
    head = text[:_REACH]
    unfilled = _UNFILLED.search(head)
    if unfilled is not None:
        end = _ends_without(text, unfilled.start(), unfilled.end(), names)
        if end:
            return Fault("unfilled", 0, end, text[:end].strip(), unfilled[0])
    empty = _EMPTY.search(head)
    if empty is not None:
        end = _ends_without(text, empty.start(), empty.end(), names)
        if end:
            return Fault("half-filled", 0, end, text[:end].strip(), f'"{empty[0]}" is empty')
    if text[:1] in ",;" or head.startswith((". ", "- ", "— ")):
        rest = text.lstrip(" ,;.-—")
        dateline = names.recognise(rest)
        if dateline is not None and not dateline.place and (dateline.date or dateline.source):
            end = dateline.end + len(text) - len(rest)
            return Fault("half-filled", 0, end, text[:end].strip(), "the place is missing")
    return None


def _ends_without(text: str, start: int, end: int, names: Names) -> int:
    """Where the dateline ends that is read once ``text[start:end]`` is taken out; 0 when none is."""
    before = text[:start].rstrip(" ,")
    after = text[end:].lstrip(",")
    if before and not after.startswith((" ", ".")):
        after = f" {after}"
    dateline = names.recognise(f"{before}{after}" if before else after.lstrip())
    if dateline is None or not (dateline.place or (dateline.date and dateline.source)):
        return 0
    stop = len(text) - (len(before) + len(after) - dateline.end if before else len(after.lstrip()) - dateline.end)
    return stop if stop > start else 0
