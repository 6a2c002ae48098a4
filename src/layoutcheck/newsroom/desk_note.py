"""What news desks and wires write to each other around a story: slugs, advisories, embargoes, notes to editors.

The forms are those of the agencies' own guides: IPTC's slugline and edNote ("not intended to be published"),
Reuters' advisory or trash line, AP's ``EDS:`` and ``BC-`` slugs, Yonhap's ``(END)``, dpa's ``Achtung``,
``Sperrfrist`` and ``Notizblock``. What editors write for each other into the text itself is read by
:mod:`~layoutcheck.newsroom.working_note`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from turbohtml import Element

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.article.header import Line
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.newsroom.working_note import is_note, marked_notes
from layoutcheck.parse.block import blocks
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the desk: its kind, its text, and where it stands."""

    kind: str
    text: str
    spot: Spot


_START = {
    "editors": re.compile(
        r"\W{0,3}(?:EDS\s?:|Eds\s?:\s|EDITOR'?S(?:'|’)? NOTE FOR DESKS?|(?:ATTENTION|ATTN\.?):?\s+EDITORS\b|"
        r"NOTE TO (?:DESKS?|SUBS|EDS)\b|Note to (?:desks?|subs|eds)\b|"
        r"(?:ACHTUNG|Achtung)[,:]? REDAKTION|\((?:Achtung|ACHTUNG): |Redaktioneller Hinweis:|"
        r"A L'ATTENTION DES R[ÉE]DACTIONS|"
        r"(?:dpa-)?(?:Notizblock|NOTIZBLOCK)\s*$|# ?Notizblock|## (?:Redaktionelle Hinweise|Internet|Orte)\b|"
        r"Recasts? lead\b.{0,40}$)"
    ),
    "advisory": re.compile(
        r"\((?:Adds|ADDS|Recasts|RECASTS|Rewrites|REWRITES|Updates|UPDATES|Corrects|CORRECTS|Refiles|REFILES|"
        r"Repeats|REPEATS|"
        r"Releads|RELEADS|Clarifies|Writethru|WRITETHRU|Edits throughout|Ergänzt|Präzisiert|Neu:|Wiederholung|"
        r"Actualis[ée]|"
        r"Añade|AÑADE|Amplía|Actualiza|Aggiorna|Ricomposta)\b[^()]{0,160}\)\s*$"
    ),
    "embargo": re.compile(
        r"\W{0,3}(?:(?:STRICTLY |SOUS |SOTTO )?EMBARGO(?:ED)?\b|Embargoed (?:until|for)\b|Embargo:\s|"
        r"(?:HOLD|Hold) (?:FOR RELEASE|for release|UNTIL \d|until \d)|"
        r"(?:NOT FOR (?:PUBLICATION|RELEASE)|DO NOT PUBLISH) (?:BEFORE|UNTIL)|"
        r"Sperrfrist:?\s|SPERRFRIST\b|Sous embargo jusqu|Sotto embargo fino|EMBARGADO (?:HASTA|AT[ÉE])|"
        r"Embargado (?:hasta|até))"
    ),
    "slug": re.compile(
        r"(?:BC|AM|PM|AP|US|EU|ML|AS|AF|LT)-{1,2}[A-Z]\w{1,12}(?:--[\w' .-]{2,40}(?:,\s.{0,40})?|"
        r".{0,40}\bLd-?Writethru.{0,20})$|"
        r"[A-Z][A-Z0-9]{1,12}(?:-[A-Z0-9]{2,14}){1,4}(?:/[A-Z0-9 ()]{1,24}){1,3}$|(?:SLUG(?:LINE)?:\s?\S.{0,60}|"
        r"slug(?:line)?:\s\S{2,60})$"
    ),
}
#: A note begins with one of these, with two capitals, or with a mark; few other lines do.
_BEGINNINGS = frozenset("Eds Ach Red Not Rec Emb Spe Sou Sot Hol slu dpa".split())
#: An advisory before the story in one paragraph; one in small letters names what a wire adds or mends.
_ADVISORY_BEFORE = re.compile(
    r"\((?:ATTN:? )?(?:(?:ADDS|RECASTS|REWRITES|UPDATES|CORRECTS|REFILES|REPEATS|RELEADS|WRITETHRU)\b[^()]{0,160}|"
    r"(?:Adds|Recasts|Rewrites|Updates|Corrects|Refiles|Repeats|Releads|Clarifies) (?:[^()]{0,80} )?"
    r"(?:details?|background|quotes?|comments?|byline|dateline|headline|slug|lead|throughout|paragraphs?|paras?|grafs?)\b"
    r"[^()]{0,80})\)\s"
)
_MAY_END = re.compile(r"[)]|MTF|ENDITEM|Enditem|MORE|COME|FOLLOW|-\s*$")
#: A wire's "more to come" is in capitals and alone; in a sentence, or in small letters, it is said to readers.
_MORE = re.compile(r"[\W_]{0,4}MORE TO (?:COME|FOLLOW)[\W_]{0,4}|-{1,3} ?(?:MORE|more|mehr) ?-{1,3}")
#: A sign-off is no longer than this.
_LONGEST_END = 100
_END = re.compile(
    r"(?:\((?:END|ENDS|FIN|FIM|MORE|FIN/\d{4}[\w/ ]{0,24}|end|mehr)\)\s?[\w/ .-]{0,12}|\bMTF\b|\bENDITEM|Enditem)\s*$"
)


class _Said(NamedTuple):
    """A text of header or story, what knows where it stands, and what may be told of it."""

    text: str
    holder: Line | Found
    #: Whether it stands where wires put their slugs and advisories: in the header, or at an edge of the story.
    edge: bool
    #: Whether it is one of the story's last two paragraphs.
    last: bool = False
    #: Whether a note may be all of it: a paragraph or a caption.
    alone: bool = True


def find_notes(page: Page) -> Iterator[Note]:
    """The desk's notes: those of wires in the header and at the story's edges, working notes in all of it."""
    said = list(_texts(page))
    seen: set[str] = set()
    for one in said:
        if one.text not in seen and (note := _whole_note(one)):
            seen.add(one.text)
            yield note
    spots: set[Spot] = set()
    for index, start, end in marked_notes([one.text for one in said]):
        one = said[index]
        if one.text not in seen and (spot := _stretch(one.holder, one.text, start, end)) and spot not in spots:
            spots.add(spot)  # a line of the header may be a piece of the story's first paragraphs
            yield Note("working-note", one.text[start:end], spot)
    for one in reversed(said):  # captions come first, so the story's last two are the last two
        if not one.last:
            break
        begin = max(0, len(one.text.rstrip()) - _LONGEST_END)
        if one.text in seen or not _MAY_END.search(one.text, begin):
            continue
        match = _END.search(one.text, begin) or _MORE.fullmatch(one.text)
        if match and (spot := _spot(one.holder)):
            yield Note("sign-off", match[0].strip(), spot)
            return


def _whole_note(one: _Said) -> Note | None:
    """The note that a text is, or begins with."""
    text = one.text
    if one.alone and is_note(text):
        spot = _spot(one.holder)
        return Note("working-note", text, spot) if spot else None
    head = text[:2]
    if not one.edge or (head.isalnum() and not head.isupper() and text[:3] not in _BEGINNINGS):
        return None
    for kind, pattern in _START.items():
        if pattern.match(text) and (spot := _spot(one.holder)):
            return Note(kind, text if len(text) <= 120 else f"{text[:119]}…", spot)
    if (match := _ADVISORY_BEFORE.match(text)) and (spot := _stretch(one.holder, text, *match.span())):
        return Note("advisory", match[0].rstrip(), spot)
    return None


def _spot(holder: Line | Found) -> Spot | None:
    if isinstance(holder, Found):
        return holder.spot
    data = holder.text.data
    return Spot(holder.text, None, len(data) - len(data.lstrip()), len(data.rstrip()))


def _stretch(holder: Line | Found, text: str, start: int, end: int) -> Spot | None:
    """The spot of a part of a text; that of the whole where the part cannot be found in its blocks."""
    whole = _spot(holder)
    if whole is None or (start, end) == (0, len(text)):
        return whole
    within = holder.within if isinstance(holder, Found) else holder.text.parent
    part = text[start:end]
    before = text.count(part, 0, start)  # the same may stand there earlier
    if isinstance(within, Element):
        for block in blocks(within):
            at = block.text.find(part)
            while at >= 0 and before:
                at, before = block.text.find(part, at + 1), before - 1
            if at >= 0:
                return block.spot(at, at + len(part))
    return whole


def _texts(page: Page) -> Iterator[_Said]:
    """The texts of header, captions and story, the story's in order and last."""
    if page.is_dump:
        paragraphs = page.data.get("body") or []
        for index, text in enumerate(paragraphs):
            spot = page.spot(f"/body/{index}")
            if spot is not None and isinstance(text, str):
                yield _Said(text, Found(text, spot), edge=True, last=index >= len(paragraphs) - 2)
        return
    article = read_article(page)
    if headline := article.headline:
        yield _Said(str(headline.value), headline, edge=False, alone=False)
    for line in article.header.lines:
        if not line.aside and len(line.said) <= 200:
            yield _Said(line.said, line, edge=True, alone=False)
    if article.story is not None:
        for node in article.story.select("figcaption"):
            if text := text_of(node):
                yield _Said(text, Found(text, Later(spot_of, (node,))), edge=False)
    found = article.body.value if article.body else []
    for index, paragraph in enumerate(found):
        edge = index < 4 or index >= len(found) - 3
        yield _Said(str(paragraph.value), paragraph, edge=edge, last=index >= len(found) - 2)
