"""Labels that a template printed without the value they are for: of credits, of dates, of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from layoutcheck.core.rare import rare
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.date.statement import is_ago
from layoutcheck.newsroom.dateline.opening import read_opening
from layoutcheck.newsroom.reading import said_texts, spot_of, text_of
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page

_CREDIT = (
    r"photos?|images?|pictures?|picture|foto|bild|imagen|imagem|immagine|source|quelle|fonte|fuente|credits?|crédits?|"
    r"courtesy|illustration|grafik|video|afp|getty images"
)
#: ``Photo:``, ``(Foto: )``, ``(Photo by )``, ``© /``: in brackets, or with a colon, or with "by" behind it.
_CREDIT_ALONE = rare(
    rf"[(\[]\s*(?:(?:{_CREDIT})(?:\s(?:credit|by|von|de|par|courtesy of))?\s*[:/]?|©)\s*[/,|]?\s*[)\]]"
    rf"|(?:{_CREDIT})(?:\scredit|\ssource)?\s*:\s*[/,|]?"
    r"|(?:photo|image|picture|foto|bild)s?\s(?:by|von|courtesy of)\s*:?",
    re.IGNORECASE,
)
#: The same behind the caption's words, in brackets or with a colon.
_CREDIT_AT_END = rare(
    rf"(?:[(\[]\s*(?:{_CREDIT})(?:\s(?:credit|by|von|de|par|courtesy of))?\s*[:/]\s*[)\]]"
    rf"|(?<=[\s.!?…\"”’)])(?:{_CREDIT})(?:\scredit|\ssource)?\s*:\s*[/,|]?)\s*$",
    re.IGNORECASE,
)
_DATE_ALONE = re.compile(
    r"(?:(?:last |first |originally )?(?:updated|published|posted|modified)(?: (?:on|at))?|"
    r"veröffentlicht(?: am)?|(?:zuletzt )?aktualisiert(?: am)?|erschienen am|publié(?: le)?|mis à jour(?: le)?|"
    r"actualizado(?: el| em)?|publicado(?: el| em)?|pubblicato(?: il)?|aggiornato(?: il)?|gepubliceerd(?: op)?|"
    r"publicerad|uppdaterad|опубликовано|обновлено)\s*:?(?:\s*[,|])*",
    re.IGNORECASE,
)
_PREPOSITIONS = (" on", " am", " le", " el", " il", " op")
#: ``By Jo Moe | Published on``.
_DATE_AT_END = rare(
    r"\b(?:(?:last )?(?:updated|published|posted) on|(?:veröffentlicht|aktualisiert|erschienen) am|"
    r"(?:publié|mis à jour) le|"
    r"(?:publicado|actualizado) el|(?:pubblicato|aggiornato) il|gepubliceerd op)\s*:?[\s|]*$",
    re.IGNORECASE,
)
_COUNT_ALONE = re.compile(
    r"(?:reading time|read time|lesezeit|lesedauer)\s*:?\s*(?:0\s?)?(?:min(?:utes?|uten)?\.?)?|"
    r"(?:0[ -]?)?min(?:ute)?s?\.? (?:read|lesezeit|lesedauer|de lecture|de lectura|di lettura)|"
    r"(?:\(\s*\)|-\d{1,3})\s*(?:comments?|kommentare?|commentaires?|comentarios?)|"
    r"(?:comments|kommentare|commentaires|comentarios)\s*\(\s*\)",
    re.IGNORECASE,
)
#: Of a credit, and of a line of the header.
_LONGEST, _LONGEST_LINE = 40, 90
#: So many captions of a page are looked at.
_MOST = 60
#: What is drawn, or written into the page by a script, in place of a value.
_DRAWN = "img, svg, script, time, input, select, button"


class LabelAlone(NamedTuple):
    """A label without its value: what it is for (``credit``, ``date``, ``count``), where it stands, what it says."""

    kind: str
    at: Spot
    text: str


def labels_alone(page: Page) -> Iterator[LabelAlone]:
    """The labels of captions and of the article's header behind which nothing stands."""
    if not page.is_dump:
        yield from _credits(page)
    lines = read_opening(page).header
    for block, following in zip_longest(lines, lines[1:]):
        if len(block.text) > _LONGEST_LINE or (found := _alone(block.text)) is None:
            continue
        if not (following is not None and _may_be_value(following.text)) and _is_all(block):
            kind, start = found
            yield LabelAlone(kind, block.spot(start, len(block.text)), block.text[start:])


def _alone(line: str) -> tuple[str, int] | None:
    """What a line's label is for, and where it begins; None for another line."""
    if _COUNT_ALONE.fullmatch(line):
        return "count", 0
    if _DATE_ALONE.fullmatch(line):
        return "date", 0
    at_end = _DATE_AT_END.search(line) if line.rstrip(" :|").lower().endswith(_PREPOSITIONS) else None
    if at_end is not None and not any(letter.isdigit() for letter in line):
        return "date", at_end.start()
    return None


def _credits(page: Page) -> Iterator[LabelAlone]:
    """Captions that are a credit of nobody, or end with one."""
    for node in page.tree.select("figcaption")[:_MOST]:
        raw = node.text.rstrip()
        if raw[-1:] not in ")]:" and len(raw) > 4 * _LONGEST:
            continue
        text = text_of(node)
        found = _CREDIT_ALONE.fullmatch(text) or _CREDIT_AT_END.search(text)
        if found is None or node.select_one(_DRAWN) is not None or is_hidden(node):
            continue
        last, said = said_texts(node)[-1]
        at = said.rfind(found[0].split()[0]) if found[0] != text else -1
        spot = spot_of(node) if at < 0 else Spot(last, None, at, len(said.rstrip()))
        yield LabelAlone("credit", spot, found[0].strip())


def _is_all(block: TextBlock) -> bool:
    """Whether a block has only its text, and no cell or box beside it in which the value may stand."""
    node = block.node
    if node.tag in ("dt", "th", "td", "label", "summary", "button") or is_hidden(node):
        return False
    return all(drawn.tag == "time" and drawn.text.strip() for drawn in node.select(_DRAWN))


def _may_be_value(text: str) -> bool:
    return any(letter.isdigit() for letter in text[:60]) or is_ago(text) or text.casefold() in ("today", "yesterday")
