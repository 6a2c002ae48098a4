"""From a block's beginning to drafts of a dateline: where it may end, and what stands before that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.agency import SourceGrade, is_bare_source
from layoutcheck.newsroom.dateline.date import date_start, months_of
from layoutcheck.newsroom.dateline.draft import Draft
from layoutcheck.newsroom.dateline.peel import bare, peel_begin, peel_end
from layoutcheck.newsroom.place.place import Grade, PlaceNames, PlaceReading, read_places, trimmed
from layoutcheck.newsroom.place.region import is_abbreviated

_SAME_LENGTH: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},  # full-width forms
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000\t\n\r\f"), " "),
    **dict.fromkeys(map(ord, "―‒−﹘"), "–"),
    ord("،"): ",",
    ord("、"): ",",
    ord("ـ"): "–",
    ord("\u0a83"): ":",
    ord("ः"): ":",
}
_REPLACED = re.compile(f"[{re.escape(''.join(map(chr, _SAME_LENGTH)))}]")
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e")
#: What can end a dateline, each with the space before it; the first alternative that matches is the kind.
_END = re.compile(
    r"(?=\s{0,3}[.:,—–\-=_|·•∙●■▪।։?\ufffd\"“])(?:"  # which spares most places the rest
    r"(?P<dash>[ .:,]{0,3}(?:[—–]+|--+)"
    r"|(?:(?<=[)\]/.:])|\s|[.:]\s?)-+(?=\s|$|[\"“«'‘]|[A-ZÀ-ÞА-Я\u0600-\u06ff])|-(?=\s)"
    r"|(?<=[)\]/])\s?=+|\s_+(?=\s)|\s=+(?=\s))"
    r"|(?P<lost>\s?\ufffd{1,4}|(?<=\))(?:\s?[\"“]|\s\?\s?)(?=[A-ZÀ-Þ]))"
    r"|(?P<colon>\s?:(?=\s|$|[\"“«])|(?<=[\u0900-\u0dff\u0600-\u06ff]):)"
    r"|(?P<stop>\.(?=\s|$|[\"“„«»])|\s?।|։)"
    r"|(?P<bar>\s?[|·•∙●■▪](?=\s|$|[\u0d00-\u0d7f]))"
    r"|(?P<comma>,(?=\s|$)))"
    r"|(?P<close>(?:(?<=[)\]])|(?<=[^\W\d_]/)(?=\s)|(?<=\w\s/)(?=\s))(?=\s?[^\s\-–—.,:=_/]))"
)
#: What each of them has, or has directly before it; most first sentences have none of it in time.
_MARK = re.compile(r"[.:,—–\-=_|·•∙●■▪।։?\ufffd\"“)\]/]")
#: So many spaces may an end have before it.
_BEFORE_MARK = 3
#: Letters that are neither small nor capital are of scripts that begin behind the Armenian one.
_CASELESS = rare(r"[\u0590-\u1fff\u2c00-\U0010ffff]")
_DASH_BEHIND = re.compile(r"\s?[—–]+|\s?--?(?=\s)")
_MAX_ENDS = 16
#: An end that begins where one may still be is no longer than this.
_REST = 20
#: Words in small letters; a dateline has few (``dpa``, ``juillet``, ``am Main``), a sentence soon has more.
_SMALL = re.compile(r"(?<!\S)[a-zß-öø-ÿа-яё]{3,}")
_MOST_SMALL = 4
_PLACE_ALONE = re.compile(r"\(([^\W\d_][^()\d]{1,40})\)(?:\s?([–—]|--?)(?=\s)|(?=\s[\"“«'‘A-ZÀ-Þ]))")
_LAST_WORD = re.compile(r"[^\W\d_]{3,9}$")
_SLASHED = re.compile(r"([^/]{2,60}?) / ([^/]{3,30}?) / ([^/]{5,25}?) /(?=\s)")
_WRITER = rare(r"(?:by|von|por|par|di|door|av|af|oleh|przez|yazan|от|foto|photo|story by)[\s:]", re.IGNORECASE)
_REPORTER_JOINT, _HEADER_JOINT = re.compile(r",\s?"), re.compile(r"\s?[|]\s?|\s[-–—]\s|,\s?")
_WORD = re.compile(r"\S+")


def plain(text: str, reach: int) -> tuple[str, Sequence[int]]:
    """The first ``reach`` characters, one kind of space and dash, invisible ones dropped; and each one's offset."""
    head = text[:reach]
    # What is printable has no character to drop and no space but the plain one; others to replace are rare.
    if head.isprintable() and (head.isascii() or _REPLACED.search(head) is None):
        return head, range(len(head))
    if _DROPPED.isdisjoint(head):
        return head.translate(_SAME_LENGTH), range(len(head))
    kept = [(char, offset) for offset, char in enumerate(head) if char not in _DROPPED]
    return "".join(char for char, _ in kept).translate(_SAME_LENGTH), [offset for _, offset in kept]


def drafts(text: str, names: PlaceNames, sources: frozenset[str], own_line: bool) -> Iterator[Draft]:
    """Each way in which the beginning of ``text`` may be read as a dateline, shorter ones first."""
    start = len(text) - len(text.lstrip(" .…*•>"))
    if own_line:
        end = len(text.rstrip(" .:-–—|=_"))
        draft = None if _WRITER.match(text, start) else _read_head(text, start, end, names, sources, own_line)
        if draft:
            draft.separator_kind, draft.end = "end", len(text.rstrip())
            end = max(end, draft.place[1]) if draft.place else end
            if end < draft.end:
                draft.separator_at, draft.separator = (end, draft.end), text[end : draft.end].strip()
            yield draft
        return
    if text.startswith("(", start) and (draft := _place_alone(text, start, names)) is not None:
        yield draft
        if draft.place_grade >= Grade.SHARED:
            return
    if (draft := _slashed(text, start, names, sources)) is not None:
        yield draft
        return
    last = _prose(text, start)
    mark = _MARK.search(text, start, last + _REST)
    if mark is None:
        return
    for count, match in enumerate(_END.finditer(text, max(start, mark.start() - _BEFORE_MARK), last + _REST)):
        if count >= _MAX_ENDS or match.start() > last:
            return
        if match.start() <= start or (match.lastgroup == "comma" and _is_plain_comma(text, start, match.end())):
            continue
        if match.lastgroup == "stop" and _goes_on_with_day(text, start, match.start(), match.end()):
            continue
        draft = _read_head(text, start, match.start(), names, sources, own_line)
        if draft is not None:
            kind = str(match.lastgroup)
            yield _ended(draft, text, match.start(), match.end(), "none" if kind == "close" else kind)


def _place_alone(text: str, start: int, names: PlaceNames) -> Draft | None:
    """``(Montréal) Le conseil``, as Quebec's papers write it; ``(New York) – The`` in statements of organisations."""
    match = _PLACE_ALONE.match(text, start)
    reading = read_places(text, *match.span(1), names) if match else None
    if match is None or reading is None:
        return None
    draft = Draft(start, match.end(), match.span(1), separator_kind="paren")
    if match[2]:
        draft.separator_kind, draft.separator, draft.separator_at = "dash", match[2], match.span(2)
    _take_reading(draft, reading)
    return draft


def _slashed(text: str, start: int, names: PlaceNames, sources: frozenset[str]) -> Draft | None:
    """``LONDON / ACCESSWIRE / March 4, 2026 / The company``, as that distributor writes it."""
    match = _SLASHED.match(text, start)
    if match is None or not is_bare_source(match[2], sources) or date_start(text, *match.span(3)) != match.start(3):
        return None
    reading = read_places(text, *match.span(1), names)
    if reading is None:
        return None
    draft = Draft(start, match.end(), match.span(1), date=match.span(3), source=match.span(2))
    draft.source_grade = SourceGrade.KNOWN
    draft.separator_kind, draft.separator, draft.separator_at = "dash", "/", (match.end() - 1, match.end())
    _take_reading(draft, reading)
    return draft


def _take_reading(draft: Draft, reading: PlaceReading) -> None:
    """Give a draft what its place was read as."""
    draft.places, draft.region = reading.places, reading.region
    draft.place_grade, draft.place_form = reading.grade, reading.form


def _prose(text: str, start: int) -> int:
    """Where at the latest a dateline has to end: before the words become those of a sentence."""
    small = next(islice(_SMALL.finditer(text, start), _MOST_SMALL, None), None)
    return min(start + 120, small.start() + 2) if small else start + 120


def _is_plain_comma(text: str, start: int, end: int) -> bool:
    """Whether a comma ends no dateline: only in scripts without capitals does one, or with a dash behind it."""
    return _CASELESS.search(text, start, end) is None and _DASH_BEHIND.match(text, end) is None


def _goes_on_with_day(text: str, start: int, end: int, behind: int) -> bool:
    """Whether a full stop shortens a month before its day: ``Nov. 12``."""
    word = _LAST_WORD.search(text, start, end)
    return word is not None and text[behind:].lstrip()[:1].isdigit() and bool(months_of(word[0]))


def _ended(draft: Draft, text: str, start: int, end: int, kind: str) -> Draft:
    """``draft`` with its separator; a full stop or colon before a dash belongs to the dash."""
    draft.separator_kind = kind
    after = _DASH_BEHIND.match(text, end) if kind in ("stop", "comma", "colon") else None
    if after:
        draft.separator_kind, end = "dash", after.end()
    region = draft.region
    if region and region[1] == start and text[start] == "." and is_abbreviated(text[slice(*region)]):
        draft.region, start = (region[0], start + 1), start + 1  # "Calif." keeps its full stop
    while start < end and text[start] == " ":
        start += 1
    draft.end = end
    if end > start:
        draft.separator_at, draft.separator = (start, end), text[start:end].replace(" ", "")
    following = text[end : end + 1]
    glues_well = kind == "dash" and draft.separator.endswith(("—", "–", "--"))
    draft.glued = bool(following) and not following.isspace() and not glues_well and kind in ("none", "colon", "dash")
    return draft


def _read_head(
    text: str, start: int, end: int, names: PlaceNames, sources: frozenset[str], own_line: bool
) -> Draft | None:
    """Read ``text[start:end]`` whole; None when something in it is no part of a dateline."""
    draft = Draft(start, end)
    begin = peel_begin(text, start, end, draft, sources, own_line)
    stop = peel_end(text, begin, end, draft, sources)
    begin, stop = bare(text, begin, stop)
    if stop <= begin:
        return draft if draft.source or draft.date else None
    return _with_place(text, begin, stop, draft, names, own_line)


def _with_place(text: str, begin: int, stop: int, draft: Draft, names: PlaceNames, own_line: bool) -> Draft | None:
    reading = read_places(text, begin, stop, names)
    if reading is not None and reading.region and reading.form == "caseless" and reading.grade is Grade.LIKELY:
        return _reporter_and_place(text, begin, stop, draft, names, own_line)
    if reading is not None and reading.grade is Grade.SHAPED and draft.source and draft.date:
        reading = None if _behind_junk(text, begin, stop, names) else reading
    if reading is None:
        junk = _behind_junk(text, begin, stop, names) if draft.source and draft.date else None
        if junk is None:
            return _reporter_and_place(text, begin, stop, draft, names, own_line)
        begin, reading = junk, read_places(text, junk, stop, names)
        if reading is None:
            return None
        draft.problems.append("desk-mark")
    draft.place = trimmed(text, begin, stop)
    if (
        text[draft.place[1] : draft.place[1] + 1] == "."
        and reading.region
        and is_abbreviated(text[slice(*reading.region)])
    ):
        draft.place = (draft.place[0], draft.place[1] + 1)
    _take_reading(draft, reading)
    return draft


def _reporter_and_place(
    text: str, begin: int, stop: int, draft: Draft, names: PlaceNames, own_line: bool
) -> Draft | None:
    """``REPORTER, PLACE:`` in scripts without capitals, as Indian papers write it; in headers ``Reporter | Place``."""
    if draft.source is not None or not (own_line or _is_caseless(text[begin])):
        return None
    joint = (_HEADER_JOINT if own_line else _REPORTER_JOINT).search(text, begin, stop)
    if joint is None:
        return None
    if ":" in text[begin : joint.start()]:
        return None  # a fact's label, no reporter
    caseless = all(map(_is_caseless, text[begin : joint.start()]))
    reading = read_places(text, joint.end(), stop, names)
    if not (caseless or own_line) or reading is None or len(text[begin : joint.start()].split()) > 4:
        return None
    if reading.grade < (Grade.VILLAGE if caseless else Grade.CITY):
        return None
    if caseless:
        draft.source, draft.source_grade, draft.source_first = (begin, joint.start()), SourceGrade.PLAIN, True
    else:
        draft.start = joint.end()
    draft.place, draft.places = trimmed(text, joint.end(), stop), reading.places
    draft.place_grade, draft.place_form, draft.region = reading.grade, reading.form, reading.region
    return draft


def _is_caseless(char: str) -> bool:
    return not (char.isupper() or char.islower())


def _behind_junk(text: str, begin: int, stop: int, names: PlaceNames) -> int | None:
    """Where a known place begins behind a byline or desk marks that are glued in front of it."""
    words = [match.start() for match in _WORD.finditer(text[begin:stop])]
    for at in words[1:][-4:]:
        reading = read_places(text, begin + at, stop, names)
        if reading is not None and reading.grade >= Grade.VILLAGE:
            return begin + at
    return None
