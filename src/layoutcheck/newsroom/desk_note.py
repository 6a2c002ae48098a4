"""What news desks and wires write to each other around a story: slugs, advisories, embargoes, notes to editors.

The forms are those of the agencies' own guides: IPTC's slugline and edNote ("not intended to be published"),
Reuters' advisory or trash line, AP's ``EDS:`` and ``BC-`` slugs, Yonhap's ``(END)``, dpa's ``Achtung``,
``Sperrfrist`` and ``Notizblock``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.article.header import Line
from layoutcheck.newsroom.found import Found
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
        r"NOTE TO DESKS?\b|"
        r"(?:ACHTUNG|Achtung)[,:]? REDAKTION|\((?:Achtung|ACHTUNG): |Redaktioneller Hinweis:|"
        r"A L'ATTENTION DES R[ÉE]DACTIONS|"
        r"(?:Notizblock|NOTIZBLOCK)\s*$|# ?Notizblock|## (?:Redaktionelle Hinweise|Internet|Orte)\b|"
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
        r"\W{0,3}(?:(?:STRICTLY )?EMBARGO(?:ED)?\b|Embargoed (?:until|for)\b|Embargo:\s|HOLD FOR RELEASE\b|"
        r"NOT FOR (?:PUBLICATION|RELEASE) BEFORE|"
        r"Sperrfrist:?\s|SPERRFRIST\b|Sous embargo jusqu|EMBARGADO HASTA|Embargado hasta)"
    ),
    "slug": re.compile(
        r"(?:BC|AM|PM|AP|US|EU|ML|AS|AF|LT)-{1,2}[A-Z]\w{1,12}(?:--[\w' .-]{2,40}(?:,\s.{0,40})?|"
        r".{0,40}\bLd-?Writethru.{0,20})$|"
        r"[A-Z][A-Z0-9]{1,12}(?:-[A-Z0-9]{2,14}){1,4}(?:/[A-Z0-9 ()]{1,24}){1,3}$|(?:SLUG(?:LINE)?:\s?\S.{0,60}|"
        r"slug(?:line)?:\s\S{2,60})$"
    ),
}
#: A note begins with one of these, with two capitals, or with a mark; few other lines do.
_BEGINNINGS = frozenset("Eds Ach Red Not Rec Emb Spe Sou slu".split())
_MAY_END = re.compile(r"[)]|MTF|ENDITEM|Enditem")
#: A sign-off is no longer than this.
_LONGEST_END = 100
_END = re.compile(
    r"(?:\((?:END|ENDS|FIN|FIM|MORE|FIN/\d{4}[\w/ ]{0,24}|end|mehr)\)\s?[\w/ .-]{0,12}|\bMTF\b|\bENDITEM|Enditem)\s*$"
)


def find_notes(page: Page) -> Iterator[Note]:
    """The desk's notes in the header and in the first and last paragraphs of the story."""
    lines = list(_lines(page))
    seen: set[str] = set()
    for text, holder, _ in lines:
        head = text[:2]
        if head.isalnum() and not head.isupper() and text[:3] not in _BEGINNINGS:
            continue
        for kind, pattern in _START.items():
            if pattern.match(text) and text not in seen and (spot := _spot(holder)):
                seen.add(text)
                yield Note(kind, text if len(text) <= 120 else f"{text[:119]}…", spot)
                break
    for text, holder, last in reversed(lines[-2:]):  # no line comes behind the story's last two
        begin = max(0, len(text.rstrip()) - _LONGEST_END)
        if not last or text in seen or not _MAY_END.search(text, begin):
            continue
        if (match := _END.search(text, begin)) and (spot := _spot(holder)):
            yield Note("sign-off", match[0].strip(), spot)
            return


def _spot(holder: Line | Found) -> Spot | None:
    if isinstance(holder, Found):
        return holder.spot
    data = holder.text.data
    return Spot(holder.text, None, len(data) - len(data.lstrip()), len(data.rstrip()))


def _lines(page: Page) -> Iterator[tuple[str, Line | Found, bool]]:
    """Text, what knows where it stands, and whether it is one of the story's last two paragraphs."""
    if page.is_dump:
        paragraphs = page.data.get("body") or []
        for index, text in enumerate(paragraphs):
            spot = page.spot(f"/body/{index}")
            if spot is not None and isinstance(text, str):
                yield text, Found(text, spot), index >= len(paragraphs) - 2
        return
    article = read_article(page)
    for line in article.header.lines:
        if not line.aside and len(line.said) <= 200:
            yield line.said, line, False
    found = article.body.value if article.body else []
    for index, paragraph in enumerate(found):
        if index < 4 or index >= len(found) - 3:
            yield str(paragraph.value), paragraph, index >= len(found) - 2
