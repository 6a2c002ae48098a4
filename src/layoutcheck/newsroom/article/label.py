"""Labels and separators that a template printed without the value they are for: of credits, of dates, of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import NamedTuple

from turbohtml import Element, Text

from layoutcheck.core.rare import rare
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.caption import captions, is_credit
from layoutcheck.newsroom.byline.names import may_lead
from layoutcheck.newsroom.byline.unfilled import half_filled
from layoutcheck.newsroom.date.half import lost_part
from layoutcheck.newsroom.date.statement import is_ago
from layoutcheck.newsroom.dateline.opening import read_opening
from layoutcheck.newsroom.emptiness import is_shown
from layoutcheck.newsroom.reading import said_texts, spot_of, text_of
from layoutcheck.parse.block import BLOCK, TextBlock, collapsed
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page

_CREDIT = (
    r"photos?|images?|pictures?|picture|foto|bild|imagen|imagem|immagine|source|quelle|fonte|fuente|credits?|crédits?|"
    r"courtesy|illustration|grafik|video|afp|getty images"
)
#: ``Photo:``, ``(Foto: )``, ``(Photo by )``, ``© /``: in brackets, or with a colon, or with "by" behind it.
_CREDIT_ALONE = rare(
    rf"[(\[]\s*(?:(?:{_CREDIT})(?:\s(?:credit|by|von|de|par|courtesy of))?\s*[:/]?|©)?\s*[/,|]?\s*[)\]]|©"
    rf"|(?:{_CREDIT})(?:\scredit|\ssource)?\s*:\s*[/,|©]?"
    r"|(?:photo|image|picture|foto|bild)s?\s(?:by|von|courtesy of)\s*:?",
    re.IGNORECASE,
)
#: The same behind the caption's words, in brackets or with a colon.
_CREDIT_AT_END = rare(
    rf"(?:[(\[]\s*(?:{_CREDIT})(?:\s(?:by|von|de|par|courtesy of)\s*[:/]?|(?:\scredit)?\s*[:/])\s*[)\]]"
    r"|(?<=[\w.!?…\"”’]\s)(?:\(\s*\)|©)|(?<=\s)(?-i:Photo|Image|Picture|Foto)s?\s(?:by|courtesy of)"
    rf"|(?<=[\s.!?…\"”’)])(?:{_CREDIT})(?:\scredit|\ssource)?\s*:\s*[/,|©]?)\s*$",
    re.IGNORECASE,
)
_CREDIT_GOES_ON = re.compile(r":|\bby\s|\bof\s")
#: ``/AP``, ``Jo Moe/``: in a box that holds a credit and nothing else.
_CREDIT_HALF = re.compile(r"(?:[/|,]\s*\w[^/|,]{1,40}|\w[^/|,]{1,40}\s?[/|,])")
#: ``Photo: / AFP``, ``Photo: Photo: Jo Moe``: where a name should stand, the credit goes on.
_CREDIT_OPEN = rare(
    r"\b(?P<label>(?:photo|image|picture|foto|bild|credit|source|quelle|fonte|fuente)(?:\scredit)?s?\s*:"
    r"|(?-i:Photo|Image|Picture|Foto)s?\s(?:by|courtesy of))"
    r"\s*(?:[/|,;·•]\s*(?=\w)|(?=(?P=label)))",
    re.IGNORECASE,
)
_DATE_ALONE = re.compile(
    r"(?:(?:last |first |originally )?(?:updated|published|posted|modified)(?: (?:on|at))?|"
    r"veröffentlicht(?: am)?|(?:zuletzt )?aktualisiert(?: am)?|erschienen am|publié(?: le)?|mis à jour(?: le)?|"
    r"actualizado(?: el| em)?|publicado(?: el| em)?|pubblicato(?: il)?|aggiornato(?: il)?|gepubliceerd(?: op)?|"
    r"publicerad|uppdaterad|опубликовано|обновлено)\s*:?(?:\s*[,|])*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:last |first )?(?:updated|published|posted|modified|aktualisiert|actualizado)\b.*\d", re.IGNORECASE
)
_PREPOSITIONS = (" on", " am", " le", " el", " il", " op")
#: ``By Jo Moe | Published on``.
_DATE_AT_END = rare(
    r"\b(?:(?:last )?(?:updated|published|posted) on|(?:veröffentlicht|aktualisiert|erschienen) am|"
    r"(?:publié|mis à jour) le|"
    r"(?:publicado|actualizado) el|(?:pubblicato|aggiornato) il|gepubliceerd op)\s*:?[\s|]*$",
    re.IGNORECASE,
)
#: ``4 May 2026 at``: its clock is lost.
_CLOCK_AT_END = re.compile(r"(?<=\b(?:19|20)\d\d)(?:,|\s|\s?-)\s?(?:at|um|à|a las|alle|às|om|kl\.?)\s*", re.IGNORECASE)
_ENDS_IN_AT = (" at", " um", " à", " a las", " alle", " às", " om", " kl", " kl.")
#: ``By Jo Moe |  | 4 May``, ``Town, , World``: between two of the same separator nothing stands.
_BETWEEN = re.compile(r"([|•·,;/])(?:\s\1)+(?!\1)|(?<=\w),,(?=\s\w)")
_WORD = re.compile(r"[^\W_]")
#: ``4 May · 0 min read``.
_COUNT_AT_END = rare(
    r"(?<=[|•·]\s)(?:(?:0|-\d{1,3}|Infinity)[ -]?)?min(?:ute)?s?\.? "
    r"(?:read|lesezeit|lesedauer|de lecture|de lectura|di lettura)",
    re.IGNORECASE,
)
_COUNT_ALONE = re.compile(
    r"(?:reading time|read time|lesezeit|lesedauer)\s*:?\s*(?:0\s?)?(?:min(?:utes?|uten)?\.?)?|"
    r"(?:(?:0|-\d{1,3}|Infinity)[ -]?)?min(?:ute)?s?\.? (?:read|lesezeit|lesedauer|de lecture|de lectura|di lettura)|"
    r"(?:\(\s*\)|-\d{1,3})\s*(?:comments?|kommentare?|commentaires?|comentarios?)|"
    r"(?:comments|kommentare|commentaires|comentarios)\s*\(\s*\)",
    re.IGNORECASE,
)
#: Of a credit, and of a line of the header.
_LONGEST, _LONGEST_LINE = 40, 90
#: So many nodes behind a line are looked at for the next text.
_NEXT = 10
#: A longer caption that ends otherwise is not looked at.
_ENDS_OF_CREDITS = (")", "]", ":", "©", "by", "of", "/", "|", ",")
#: So many empty elements of a line are looked at.
_MOST = 60
#: What is drawn, or written into the page by a script, in place of a value.
_DRAWN = "img, svg, script, time, input, select, button"


class LabelAlone(NamedTuple):
    """A label without its value, where it stands, what it says.

    Its kind is what it is for: ``credit``, ``date``, ``time`` or ``count``.
    Of kind ``gap`` are two separators with nothing between them, of kind ``part`` dates without day, month or year.
    """

    kind: str
    at: Spot
    text: str


def labels_alone(page: Page) -> Iterator[LabelAlone]:
    """The labels of captions and of the article's header behind which nothing stands, and separators around nothing."""
    if not page.is_dump:
        yield from _credits(page)
    lines = read_opening(page).header
    for block, following in zip_longest(lines, lines[1:]):
        if len(block.text) > _LONGEST_LINE or (found := _alone(block.text)) is None:
            continue
        kind, start, end = found
        if kind not in ("gap", "part") and following is not None and _may_be_value(following.text):
            continue
        if not _is_all(block) or (kind == "gap" and not _is_plain(block)) or (kind == "time" and _goes_on(block)):
            continue
        yield LabelAlone(kind, block.spot(start, end), block.text[start:end])


def _alone(line: str) -> tuple[str, int, int] | None:
    """What a line's label is for, where it begins and ends; None for another line."""
    end = len(line)
    if _COUNT_ALONE.fullmatch(line):
        return "count", 0, end
    if _DATE_ALONE.fullmatch(line):
        return "date", 0, end
    if (part := lost_part(line)) is not None:
        return "part", *part
    between = _BETWEEN.search(line)
    if between is not None and _WORD.search(line) is not None and half_filled(line) is None:
        return "gap", between.start(), between.end()
    if (count := _COUNT_AT_END.search(line)) is not None and count.end() == end:
        return "count", count.start(), end
    if line.endswith(_ENDS_IN_AT) and (clock := _CLOCK_AT_END.search(line)) is not None and clock.end() == end:
        return "time", 0, end
    at_end = _DATE_AT_END.search(line) if line.rstrip(" :|").lower().endswith(_PREPOSITIONS) else None
    if at_end is not None and not any(letter.isdigit() for letter in line):
        return "date", at_end.start(), end
    return None


def _credits(page: Page) -> Iterator[LabelAlone]:
    """Captions that are a credit of nobody, or end with one."""
    told: set[Text] = set()
    for node in captions(page):
        text = collapsed(node.text)
        ends = text.endswith(_ENDS_OF_CREDITS)
        if not text or (not ends and len(text) > 4 * _LONGEST):
            continue
        found = _CREDIT_ALONE.fullmatch(text) if len(text) <= _LONGEST else None
        if found is None and ends:
            found = _CREDIT_AT_END.search(text)
        if found is None and _CREDIT_GOES_ON.search(text) is not None:
            found = _CREDIT_OPEN.search(text)
        if found is None and is_credit(node):
            found = _CREDIT_HALF.fullmatch(text)
        if found is None or node.select_one(_DRAWN) is not None or is_hidden(node) or _is_beside_value(node):
            continue
        last, said = said_texts(node)[-1]
        if last in told:
            continue
        told.add(last)
        at = said.rfind(found[0].split()[0]) if found[0] != text else -1
        spot = spot_of(node) if at < 0 else Spot(last, None, at, len(said.rstrip()))
        yield LabelAlone("credit", spot, found[0].strip())


def _is_beside_value(node: Element) -> bool:
    """Whether an element is the label of a line in which the value follows: ``<i class=credit>Photo:</i> Jo Moe``."""
    line = node.parent
    if node.tag in BLOCK or not isinstance(line, Element) or line.tag == "figure":
        return False
    return text_of(line).rpartition(text_of(node))[2] != ""


def _is_all(block: TextBlock) -> bool:
    """Whether a block has only its text, and no cell or box beside it in which the value may stand."""
    node = block.node
    if node.tag in ("dt", "th", "td", "label", "summary", "button") or is_hidden(node):
        return False
    return all(drawn.tag == "time" and drawn.text.strip() for drawn in node.select(_DRAWN))


def _is_plain(block: TextBlock) -> bool:
    """Whether a script fills none of a block's empty elements, and styles draw no icon there."""
    return all(is_shown(node) for node in islice(block.node.select(":empty"), _MOST)) and not block.node.select("i, br")


def _goes_on(block: TextBlock) -> bool:
    """Whether the next text, which may be no line of the header's, is a number."""
    behind = (node.data.strip() for node in islice(block.pieces[-1].following, _NEXT) if isinstance(node, Text))
    return next(filter(None, behind), "")[:1].isdigit()


def _may_be_value(text: str) -> bool:
    """Whether a line may be what a label before it is of: no label or byline that brings its own."""
    if may_lead(text) or _LABELLED.match(text) is not None:
        return False
    return any(letter.isdigit() for letter in text[:60]) or is_ago(text) or text.casefold() in ("today", "yesterday")
