"""Dates that a template wrote with a part of them lost: ``November , 2026``, ``/11/2026``, ``年11月4日``."""

from __future__ import annotations

import re

from layoutcheck.newsroom.date.months import MONTHS, plain_words

_YEAR = r"(?:19|20)\d\d(?!\d)"
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
#: Within a line: ``Posted on November , 2026 by Jo Moe``, ``November 4, at``, ``4 de  de 2026``.
_INSIDE = (
    re.compile(rf"(?<![^\W_]){_MONTH}\s+,\s*{_YEAR}"),
    re.compile(rf"(?<![^\W_]){_MONTH}\s+\d{{1,2}},\s+(?:at|um|à)\s*$"),
    re.compile(rf"(?<!\w)\d{{1,2}}\s+de\s+de\s+{_YEAR}", re.IGNORECASE),
)
#: How a line ends whose clock is lost.
_OPEN_ENDS = (", at", ", um", ", à")
_LABEL = (
    r"(?:(?:(?:last |first )?(?:posted|published|updated|modified|submitted)(?: on)?|veröffentlicht(?: am)?|"
    r"aktualisiert(?: am)?|erstellt am|stand|publié(?: le)?|mis à jour(?: le)?|publicado(?: el| em)?|"
    r"actualizado(?: el)?|pubblicato(?: il)?|aggiornato(?: il)?|опубликовано|обновлено|"
    r"发布时间|公開|更新|配信|date|datum|fecha)"
    r"\s*[:：]?\s*)?"
)
#: At the beginning of a line: ``, 2026``, ``. November 2026``, ``de noviembre de 2026``.
_AT_BEGIN = re.compile(
    rf"{_LABEL}(?P<rest>,\s*{_YEAR}|\.\s*{_MONTH}\s+{_YEAR}|de\s+(?P<mes>[^\W\d_]{{3,12}})\s+de\s+{_YEAR})",
    re.IGNORECASE,
)
#: All of a line, its clock aside: ``/11/2026``, ``04..2026``, ``//``.
_NUMBERS = re.compile(
    rf"{_LABEL}(?P<rest>(?P<day>\d{{0,2}})(?P<sign>[/.])(?P<number>\d{{0,2}})(?P=sign)(?P<year>(?:19|20)\d\d|))(?:,?\s+\d\d:\d\d)?",
    re.IGNORECASE,
)
_EAST_ASIA = re.compile(rf"{_LABEL}(?P<rest>(?P<year>\d*)年(?P<number>\d*)月(?P<day>\d*)日)", re.IGNORECASE)


def lost_part(line: str) -> tuple[int, int] | None:
    """Where in a line of the header a date stands that has lost its day, month or year; None where none does."""
    if "19" in line or "20" in line:
        begin = _AT_BEGIN.match(line)
        if begin is not None and _is_month(begin["month"] or begin["mes"]):
            return begin.span("rest")
    pattern = _EAST_ASIA if "年" in line else _NUMBERS if "/" in line or ".." in line else None
    numbers = pattern.fullmatch(line) if pattern is not None else None
    if numbers is not None and not all(numbers.group("day", "number", "year")):
        if numbers.groupdict().get("sign") == "." and not numbers["year"]:
            return None  # 4.5., as Germans write a day of this year
        return numbers.span("rest")
    for pattern in _INSIDE if " ," in line or " de " in line or line.endswith(_OPEN_ENDS) else ():
        found = pattern.search(line)
        if found is not None and _is_month(found.groupdict().get("month")):
            return found.span()
    return None


def _is_month(word: str | None) -> bool:
    return word is None or any(plain in MONTHS for plain in plain_words(word))
