"""Datelines that a template has filled by half: ``OSLO, None AP -``, ``, Jan 24 AAP -``, ``OSLO ( ) —``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.agency import SourceGrade, grade_source
from layoutcheck.newsroom.dateline.date import months_of, read_date
from layoutcheck.newsroom.dateline.dateline import Dateline
from layoutcheck.newsroom.dateline.finder import Names
from layoutcheck.newsroom.place.place import Grade
from layoutcheck.newsroom.place.region import is_region

_UNFILLED = rare(
    r"\b(?:None|null|NULL|undefined|NaN|N/A|nil|Unknown|UNKNOWN|[Ii]nvalid [Dd]ate(?:[Tt]ime)?)\b"
    r"|\(null\)|\[object Object\]|\[(?i:city|town|place|location|dateline|state|date|source|agency)\]"
    r"|^CITY(?:, (?:STATE|State|ST))?\b"
    r"|\$?\{{1,2}\s?[a-z][\w.]{1,40}\s?\}{1,2}|%[a-z][a-z_]{2,30}%"
)
#: What code prints for nothing, alone before a dash.
_NOTHING = re.compile(
    r"(?:(?:None|null|NULL|undefined|NaN|nil|[Ii]nvalid [Dd]ate|\[object Object\])(?:\s(?:--?|[—–])|[—–])"
    r"|\(?(?:undefined|\[object Object\])\)?[.:])(?=\s?[\"“„]?[A-ZÀ-ÞА-Я])"
)
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|/\s*/(?=[\s.])")
#: ``【＝共同】``, ``(서울=)``: one side of East Asia's equals sign.
_ONE_SIDED = rare(
    r"[(\[【（［]\s?(?:[=＝]\s?[^()\[\]【】（）［］]{2,20}|(?P<place>[^()\[\]【】（）［］=＝]{1,16})[=＝]\s?)[)\]】）］]"
)
#: ``新华社北京月日电``, ``［東京 日 ロイター］``.
_UNDATED = rare(
    r"[\u4e00-\u9fff]{2,8}月日[电電讯訊]|[\[［【][\u3040-\u30ff\u4e00-\u9fff]{2,12}\s(?:月\s?)?日\s[^\]］】\d]{2,12}[\]］】]"
)
#: ``(서울=연합뉴스)  기자 =``.
_UNSIGNED = rare(r"[(\[【][^()\[\]【】]{2,24}[)\]】]\s+(?:기자|특파원|통신원)\s?=")
_UNCLOSED = re.compile(r"\(([^()]{2,40}?)\s?(?=(?:--?|[–—])\s)")
_UNOPENED = re.compile(r"(?<=[\s,])([^\s(),]{2,24})\)(?=\s?(?:--?|[–—])\s)")
#: ``OSLO (AP) (AP) —``: template and feed each write the source.
_TWICE = re.compile(r"(?P<source>\([^\W\d_][^()]{1,24}\))\s*(?P=source)(?=\s?\.?[-–—])")
_BEFORE_NOTHING = (",", ";", "/")
_DASH = re.compile(r"\s?(?:[–—]|\.?--?)(?=\s)")
_TWO_DASHES = re.compile(r"[-–—]\s+[-–—]")
#: ``OSLO, , (AP) —``, ``ROMA, -``, ``Berlin/ (dpa)``: what stood behind the comma or slash is gone.
_LOST_PART = re.compile(r"[-–—]\s*,|,\s*(?:[,\-–—]|\.(?=\s))|(?<=\w)/(?=\s*\()")
#: ``OSLO, (Reuters) -``: mostly the date.
_LOST_DATE = re.compile(rf"{_LOST_PART.pattern}|,\s*(?=[(\[/])")
#: Agencies that write a comma before their bracket: ``ANKARA, (DHA)``.
_COMMAS = frozenset({"DHA"})
#: ``Madrid, mar (EFE)``, ``Berlin, 26. (dpa)``: a month without its day, a day without its month.
_HALF_DATE = re.compile(r",\s+(?:(?P<month>[^\W\d_]{3,12})|(?P<day>\d{1,2}))\.?(?=\s*[(\[/])")
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
        if read is not None and (not read.is_possible or read.is_epoch):
            found.append(Fault("impossible-date", start, end, dateline.text, dateline.date))
    if dateline.glued:
        following = re.match(r"\S+", text[dateline.end :])
        detail = following[0] if following else ""
        found.append(Fault("glued", dateline.start, dateline.end + len(detail), dateline.text, detail))
    missing = _missing(text, dateline)
    if missing:
        found.append(Fault("half-filled", dateline.start, dateline.end, dateline.text, missing))
    if (
        (dateline.place or dateline.date)
        and not (dateline.region and dateline.source)
        and dateline.source not in _COMMAS
    ):
        gap = (_LOST_PART if dateline.date else _LOST_DATE).search(text, dateline.start, dateline.end)
        if gap is not None:
            found.append(Fault("lost-part", dateline.start, dateline.end, dateline.text, gap[0].strip()))
    if dateline.separator and (dateline.separator[0] == "\ufffd" or dateline.separator in '"“?'):
        a, b = dateline.spans["separator"]
        found.append(Fault("lost-dash", a, b, dateline.text[: a - dateline.start].strip(), dateline.separator))
    return found


def _missing(text: str, dateline: Dateline) -> str:
    """What is missing in a dateline that could be read, in words; "" for a whole one."""
    if dateline.region and months_of(dateline.region) and not is_region(dateline.region):
        return f'"{dateline.region}" has no day'
    behind = max((end for name, (_, end) in dateline.spans.items() if name != "separator"), default=dateline.end)
    if _TWO_DASHES.search(text, behind, dateline.end):
        return "nothing stands between the dashes"
    return ""


def half_filled(text: str, names: Names) -> Fault | None:
    """The fault of a block that would begin with a dateline if a value in it were not missing."""
    head = text[:_REACH]
    nothing = _NOTHING.match(head)
    if nothing is not None:
        return Fault("unfilled", 0, nothing.end(), nothing[0], nothing[0].strip(" -–—.:()"))
    if not head.isascii() and (fault := _east_asian(head)) is not None:
        return fault
    if (fault := _unbalanced(text, head, names)) is not None:
        return fault
    if (twice := _TWICE.search(head)) is not None:
        return Fault("twice", 0, twice.end(), text[: twice.end()], twice["source"])
    unfilled = _UNFILLED.search(head)
    if unfilled is not None:
        begin, stop = _with_brackets(text, *unfilled.span())
        end = _ends_without(text, begin, stop, names)
        numbered = len(head[:begin].rstrip(" 0123456789"))  # "4 undefined" leaves a number behind
        end = end or _ends_without(text, numbered, stop, names)
        if not end and stop > unfilled.end():
            end = _place_before(text, begin, stop, names)
        if end:
            return Fault("unfilled", 0, end, text[:end].strip(), unfilled[0])
    empty = _EMPTY.search(head)
    if empty is not None:
        end = _ends_without(text, empty.start(), empty.end(), names) or _place_before(text, *empty.span(), names)
        if not end and not text[: empty.start()].strip() and (dash := _DASH.match(text, empty.end())) is not None:
            end = dash.end()  # nobody opens a sentence so
        if end:
            return Fault("half-filled", 0, end, text[:end].strip(), f'"{empty[0]}" is empty')
    alone = _HALF_DATE.search(head)
    if alone is not None and (alone["day"] or (months_of(alone["month"]) and not is_region(alone["month"]))):
        end = _ends_without(text, alone.start(alone.lastgroup or ""), alone.end(), names)
        if end and names.recognise(text) is None:
            lacks = f'"{alone["day"]}" has no month' if alone["day"] else f'"{alone["month"]}" has no day'
            return Fault("half-filled", 0, end, text[:end].strip(), lacks)
    if head[:1] in _BEFORE_NOTHING or head.startswith((". ", "- ", "— ")):
        rest = text.lstrip(" ,;.-—/")
        dateline = names.recognise(rest)
        if dateline is not None and (dateline.date or dateline.source):
            end = dateline.end + len(text) - len(rest)
            if not dateline.place:
                return Fault("half-filled", 0, end, text[:end].strip(), "the place is missing")
            if head[0] in _BEFORE_NOTHING:
                return Fault("half-filled", 0, end, text[:end].strip(), f'nothing stands before "{head[0]}"')
    return None


def _east_asian(head: str) -> Fault | None:
    if (undated := _UNDATED.match(head)) is not None:
        return Fault("half-filled", 0, undated.end(), undated[0], "the date is missing")
    if (unsigned := _UNSIGNED.match(head)) is not None:
        return Fault("half-filled", 0, unsigned.end(), unsigned[0], "the reporter's name is missing")
    one = _ONE_SIDED.match(head)
    if one is None or one[0].isascii():
        return None
    return Fault("half-filled", 0, one.end(), one[0], f"the {'source' if one['place'] else 'place'} is missing")


def _unbalanced(text: str, head: str, names: Names) -> Fault | None:
    """``OSLO (Reuters - The`` and ``OSLO Reuters) - The``: a bracket around a known source is open."""
    if ("(" in head) == (")" in head):
        return None
    match = (_UNCLOSED if "(" in head else _UNOPENED).search(head)
    if match is None or grade_source(match[1], names.sources) is not SourceGrade.KNOWN:
        return None
    a, b = match.span(1)
    dateline = names.recognise(f"{text[: match.start()]}({text[a:b]}){text[match.end() :]}")
    if dateline is None or dateline.source != match[1] or not dateline.place:
        return None
    return Fault("unbalanced", 0, dateline.end - 1, text[: dateline.end - 1].strip(), match[1])


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the brackets around it, where nothing else stands between them: ``OSLO (undefined) —``."""
    return (start - 1, end + 1) if text[:start].endswith("(") and text[end:].startswith(")") else (start, end)


def _place_before(text: str, start: int, end: int, names: Names) -> int:
    """Where the dash behind brackets ends, before which a place stands that proves nothing by itself: Paris."""
    dash = _DASH.match(text, end)
    place = names.places.grade(text[:start].strip(" ,"))
    return dash.end() if dash is not None and place >= Grade.SHARED else 0


def _ends_without(text: str, start: int, end: int, names: Names) -> int:
    """Where the dateline ends that is read once ``text[start:end]`` is taken out; 0 when none is."""
    before = text[:start].rstrip(" ,")
    after = text[end:].lstrip(",")
    if before and not after.startswith((" ", ".")):
        after = f" {after}"
    dateline = names.recognise(f"{before}{after}" if before else after.lstrip())
    alone = not before and dateline is not None and dateline.source and dateline.separator
    if dateline is None or not (dateline.place or (dateline.date and dateline.source) or alone):
        return 0
    stop = len(text) - (len(before) + len(after) - dateline.end if before else len(after.lstrip()) - dateline.end)
    return stop if stop > start else 0
