"""What editors write into a text for each other while they work on it: orders, and what is still to come.

``[CHECK SPELLING]``, ``--ADD QUOTE HERE--``, ``(xx check this with legal xx)``, ``[NACHFRAGEN]``, ``à compléter``.
A note is known by two things together, since each alone occurs in stories: what it says (an order to a colleague, or a
part of the page that is missing) and how it is set off (brackets, dashes, capitals, a paragraph of its own). What is
told to readers is none: ``more to come`` in a live blog, ``[sic]``, ``(photo)``, ``(check out our guide)``,
``(Anm. d. Red.: …)``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from layoutcheck.core.rare import rare

_TAIL = r"[\s.!?…:-]*"
#: What a colleague is asked to look at or to add, by language.
_EN = (
    r"(?:SPELLINGS?|(?:FIRST |LAST )?NAMES?|AGES?|TITLES?|FACTS?|FIGURES?|NUMBERS?|QUOTES?|SOURCES?|CAPTIONS?|BYLINES?|"
    r"(?:PHOTO |PIC )?CREDITS?|ATTRIBUTIONS?|PHOTOS?|PICS?|PICTURES?|IMAGES?|LINKS?|GRAPHICS?|BACKGROUND|DETAILS?|"
    r"REACTIONS?|RESPONSE|CONTEXT|PAR(?:A|AGRAPH)?S?|GRAFS?|INTRO|LEDE?|HED|HEADLINE|DEK|STANDFIRST|COPY|LOCATION)"
)
_DE = (
    r"(?:(?:VOR|NACH)?NAMEN?|ZITATE?|ZAHL(?:EN)?|FOTOS?|BILD(?:ER)?|QUELLEN?|ALTER|SCHREIBWEISE|TITEL|BU|BILDUNTERSCHRIFT|"
    r"BILDNACHWEIS|STIMMEN?|REAKTION(?:EN)?|STATEMENT|FREIGABE|AUTORISIERUNG|GRAFIK|LINK|ORTSMARKE|FAKTEN)"
)
_FR = (
    r"(?:PHOTOS?|CITATIONS?|L[ÉE]GENDES?|NOMS?|CHIFFRES?|[ÂA]GE|SOURCES?|LIENS?|TITRE|CHAP[ÔO]|CR[ÉE]DITS?|ORTHOGRAPHE)"
)
_ES = (
    r"(?:(?:LAS?|LOS|EL|UNA?) )?(?:FOTOS?|CITAS?|NOMBRES?|DATOS?|T[ÍI]TULO|TITULAR|PIE(?: DE FOTO)?|CR[ÉE]DITOS?|"
    r"FUENTES?|ENLACES?|EDAD|CIFRAS?|FIRMA|ENTRADILLA|DECLARACI(?:[ÓO]N|ONES))"
)
_IT = (
    r"(?:(?:LA|IL|LE|I|GLI|UNA?) )?(?:FOTO|CITAZION[EI]|NOM[EI]|DAT[OI]|FONT[EI]|TITOLO|DIDASCALI[AE]|FIRMA|LINK|"
    r"VIRGOLETTAT[OI]|OCCHIELLO|SOMMARIO)"
)
_PT = (
    r"(?:(?:AS?|OS?|UMA?) )?(?:FOTOS?|CITA(?:ÇÃO|ÇÕES)|NOMES?|DADOS?|LEGENDAS?|CR[ÉE]DITOS?|FONTES?|IDADE|T[ÍI]TULO|"
    r"ASPAS|IMAGEM|OLHO)"
)
#: "not to be published" and what else nobody says to readers.
_SECRET = (
    r"(?:DO NOT|DON['’]T) PUBLISH|NOT FOR PUBLICATION|NICHT VER[ÖO]FFENTLICHEN|NE PAS PUBLIER|NO PUBLICAR|"
    r"NON PUBBLICARE|N[ÃA]O PUBLICAR"
)
_LAWYERS = (
    r"WITH (?:LEGAL|(?:THE )?(?:LAWYERS?|NEWS ?DESK|DESK|EDITORS?|SUBS|REPORTER|AUTHOR|PRESS OFFICE|[A-Z]+ DESK))"
)
#: Orders that may be written in small letters and still are nobody's prose when they stand alone.
_PLAIN = (
    rf"(?:(?:PLEASE|PLS|PLZ) )?(?:DOUBLE[- ]?)?CHECK (?:SPELLINGS?|NAMES?|AGES?|FIGURES|QUOTES?|CAPTIONS?|CREDITS?|"
    rf"ATTRIBUTIONS?|(?:THIS |THAT )?{_LAWYERS})"
    r"|(?:PLS|PLZ) (?:CHECK|CONFIRM|VERIFY|ADD|FIX)\b.{0,60}"
    r"|(?:PHOTOS?|PICS?|PICTURES?|QUOTES?|CAPTION|LINK|BYLINE|CREDIT|REACTION|GRAPHIC) (?:TO COME|TK|MISSING)"
    r"|(?:ADD|INSERT|NEEDS?) (?:A |THE |MORE )?(?:QUOTES?|BYLINE|CAPTION|PHOTO CREDIT|REACTION)"
    r"(?: HERE| FROM .{1,40})?"
    r"|.{0,40}\bBITTE (?:NOCH )?(?:(?:ÜBER|NACH|GEGEN)?PRÜFEN|(?:GEGEN)?CHECKEN|GEGENLESEN|NACHFRAGEN|KLÄREN)"
    r"|(?:ZITAT|FOTO|BILD|NAME|QUELLE|BU|BILDUNTERSCHRIFT|FREIGABE) (?:FEHLT|FOLGT)(?: NOCH)?"
    rf"|{_FR} (?:[ÀA] VENIR|[ÀA] AJOUTER|[ÀA] V[ÉE]RIFIER|[ÀA] COMPL[ÉE]TER|MANQUANTE?S?)"
    r"|FALTAN? (?:(?:LA|EL|UNA?|A|O) )?(?:FOTOS?|CITAS?|NOMBRE|PIE DE FOTO|TITULAR|FIRMA|LEGENDA|CR[ÉE]DITO|ASPAS)"
    rf"|MANCA (?:(?:LA|IL|UNA?) )?(?:FOTO|CITAZIONE|DIDASCALIA|TITOLO|FIRMA|VIRGOLETTATO)|{_SECRET}"
)
#: The same for what is said in prose too, with something behind it: it must be a note's whole text, not in brackets
#: round a remark.
_ALONE = (
    r"[ÀA] (?:V[ÉE]RIFIER|COMPL[ÉE]TER|RELIRE|REPRENDRE|SOURCER)|"
    r"DA (?:VERIFICARE|COMPLETARE|CONTROLLARE|INSERIRE)"
)
_SHOUTED = (
    rf"(?:(?:PLEASE|PLS|PLZ) )?(?:DOUBLE[- ]?)?CHECK (?:{_EN}|{_LAWYERS}|IF|WHETHER|THIS(?! OUT)|THAT)\b.{{0,60}}"
    rf"|(?:ADD|INSERT|NEEDS?|MISSING(?! LINK)|CONFIRM|VERIFY) (?:A |AN |THE |MORE |ALL )?{_EN}\b.{{0,60}}"
    rf"|{_EN} (?:TO COME|TO FOLLOW|TK|MISSING|NEEDED)|LEGAL (?:TO )?CHECK|LEGAL READ"
    r"|NACHFRAGEN|NACHTRAGEN|NACHPRÜFEN|ÜBERPRÜFEN|GEGENCHECKEN|GEGENLESEN|PRÜFEN|CHECKEN|KLÄREN"
    r"|(?:BITTE |NOCH ){1,2}(?:\w+ ){0,3}(?:PRÜFEN|CHECKEN|KLÄREN|ERGÄNZEN|EINFÜGEN|NACHTRAGEN|GEGENLESEN|NACHFRAGEN)"
    rf"|{_DE} (?:BITTE )?(?:NOCH )?(?:PRÜFEN|CHECKEN|ERGÄNZEN|EINFÜGEN|NACHREICHEN|KLÄREN|FEHLT|FEHLEN|FOLGT|FOLGEN"
    r"|STEHT AUS)(?: NOCH)?"
    rf"|[ÀA] (?:CONFIRMER|PR[ÉE]CISER|CORRIGER|L[ÉE]GENDER)|V[ÉE]RIFIER(?: (?:LES? |LA |L['’])?{_FR})?"
    rf"|MANQUE (?:LES? |LA |UNE? )?{_FR}|(?:AJOUTER|INS[ÉE]RER) (?:LES? |LA |UNE? )?{_FR}"
    rf"|FALTAN? {_ES}|(?:COMPROBAR|VERIFICAR|REVISAR|CONFIRMAR)(?: {_ES})?|(?:AÑADIR|METER|PONER|INSERTAR) {_ES}"
    rf"|(?:DA )?(?:VERIFICARE|CONTROLLARE)(?: {_IT})?|MANCA(?:NO)? {_IT}|(?:AGGIUNGERE|INSERIRE|METTERE) {_IT}"
    rf"|FALTAM? {_PT}|(?:CHECAR|CONFERIR)(?: {_PT})?|(?:INSERIR|ADICIONAR|INCLUIR|COLOCAR) {_PT}"
)
_PLAIN_NOTE = rare(rf"(?:{_PLAIN}){_TAIL}", re.IGNORECASE)
_ALONE_NOTE = rare(rf"(?:{_PLAIN}|{_ALONE}){_TAIL}", re.IGNORECASE)
_SHOUTED_NOTE = rare(rf"(?:{_SHOUTED}|{_PLAIN}|{_ALONE}){_TAIL}")
#: A note that says to whom it is: to desks, sub-editors, the editor on duty.
_ADDRESSED = rare(
    r"(?:ATTN|EDS|SUBS|DESK|NOTE TO (?:SUBS|DESK|EDS?|EDITORS?))\b\s?[:,–-]\s?\S|Note to (?:subs|desk|eds?)\b|OJO[:!]|"
    r"Anm(?:\.|erkung) ?d(?:\.|er) ?Red(?:\.|aktion)?\s?:.{0,60}\b(?:bitte|noch)\b.{0,40}"
    r"\b(?:prüfen|checken|klären|ergänzen|nachfragen|einfügen)\b|[xX]{2,4}\s\S.{0,100}\s[xX]{2,4}$"
)
#: ``(xx`` or ``??`` before an order, as subs mark what they are not sure of.
_MARKED = re.compile(r"(?:[xX]{2,4}|\?{2,4})[\s:,-]+(?=\S)")
#: What the rule filler-text tells.
_FILLER = rare(
    r"(?i)(?:insert|add)(?: an?| the| your)? (?:\w+ )?(?:link|url|photo|image|picture|caption|quote|headline|byline|"
    r"embed|video|graphic|chart|map|credit|source)(?: here)?|tk"
)
_UNKNOWN = "XX"
#: What a note begins with, and its pattern: brackets, marks, and a year or share that nobody filled in.
_MARKS = tuple(
    (begin, re.compile(pattern))
    for begin, pattern in (
        ("[", r"\[([^\[\]\n]{2,120})\]"),
        ("(", r"\(([^()\n]{2,120})\)"),
        ("--", r"(?<![\w-])-{2,3} ?(\w[^\n]{2,60}?) ?-{2,3}(?![\w-])"),
        ("**", r"(?<!\*)\*{2,3} ?(\w[^\n*]{2,60}?) ?\*{2,3}"),
        ("##", r"(?<!#)#{2,3} ?(\w[^\n#]{2,60}?) ?#{2,3}"),
        ("<<", r"<{2,3} ?(\w[^\n<>]{2,60}?) ?>{2,3}"),
        (">>", r">{2,3} ?(\w[^\n<>]{2,60}?) ?<{2,3}"),
        (
            _UNKNOWN,
            r"(?<![\w\"“„«'‘$£€-])X{2,4}(?:[- ]year[- ]old\b|-jährige[nrs]?\b| Jahre alt\b|"
            r" ?%| (?:percent|per cent|Prozent|pour cent|p[eo]r cento|por ciento)\b)",
        ),
    )
)
#: What a form asks of its reader, in capitals too.
_BUTTON = re.compile(r"CONFIRM|VERIFY|MISSING|(?:ADD|CHECK) (?:DETAILS?|PHOTOS?|IMAGES?|LINKS?)$")
_QUOTES = "\"“”„‟«»‘‚'‹›「『"
#: Behind these, or at the beginning, a bracket does not belong to a sentence.
_STOPS = '.!?…:"”»'
#: A line longer than this is no note of its own.
_LONGEST_LINE = 80


def marked_notes(texts: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where notes stand in lines and paragraphs that are more than the note: which text, start and end.

    The texts are searched as one: most hold none of the marks that set a note off, and to look into each costs.
    """
    whole = "\n".join(texts)
    begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for begin, pattern in _MARKS:
        if begin[0] in whole and begin in whole:  # one character is told to be absent in no time
            for match in pattern.finditer(whole):
                if begin is _UNKNOWN or _is_note(whole, match, begin):
                    index = bisect_right(begins, match.start()) - 1
                    yield index, match.start() - begins[index], match.end() - begins[index]


def is_note(text: str) -> bool:
    """Whether a paragraph or caption is a note, with or without marks around it."""
    if len(text) > _LONGEST_LINE:
        return False
    bare = text.strip(" .!*#-–—<>")
    if bare.isupper():  # one word may be a heading, and some orders are buttons
        return " " in bare and not _BUTTON.match(bare) and _SHOUTED_NOTE.fullmatch(bare) is not None
    return _ALONE_NOTE.fullmatch(bare) is not None


def _is_note(text: str, match: re.Match[str], begin: str) -> bool:
    """Whether what stands in brackets or between marks is a note: in capitals anywhere, else where it stands apart."""
    said = match[1].strip()
    if begin == "[" and _FILLER.fullmatch(said):
        return False
    first = said[:1]
    marked = _MARKED.match(said) if first in "xX?" else None
    addressed = first in "ADENOSxX" and _ADDRESSED.match(said) is not None
    before = text[max(0, match.start() - 3) : match.start()].rpartition("\n")[2].rstrip()
    behind = text[match.end() : match.end() + 3].partition("\n")[0]
    if not (marked or addressed or said.isupper()):
        apart = (not before or before[-1] in _STOPS) and not behind.lstrip()[:1].islower()
        return apart and (_PLAIN_NOTE if begin == "(" else _ALONE_NOTE).fullmatch(said) is not None
    if before and before[-1] in _QUOTES and behind[:1] in _QUOTES:  # somebody speaks of a note
        return False
    if addressed:
        return True
    if marked:
        said = said[marked.end() :].rstrip("xX? ")
    if said.isupper():
        return _SHOUTED_NOTE.fullmatch(said) is not None
    return (_PLAIN_NOTE if begin == "(" else _ALONE_NOTE).fullmatch(said) is not None
