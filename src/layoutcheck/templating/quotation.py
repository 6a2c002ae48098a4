"""Whether a sentence puts something into quotation marks: then it talks about it."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.parse.block import single_spaced
from layoutcheck.parse.page import Page
from layoutcheck.templating.family import Where
from layoutcheck.templating.scanner import Sighting, block_of

#: Rules whose subject a story tells of in quotation marks. A placeholder there is more likely the quotation's own.
_TOLD_OF = frozenset({"stringified-value", "engine-error", "impossible-date", "filler-text"})
#: Of these, what headlines tell of in few words; a value in quotation marks is all that a headline's quotation lost.
_IN_HEADLINES = frozenset({"engine-error", "filler-text"})
#: What no story quotes: where in the program it happened.
_FROM_A_MACHINE = re.compile(
    r"\b(?:on|at|in|template) line \d|\(line \d+: col |\bline:\d+, col:\d|Stack trace|#0 "
    r"|[\w/]\.(?:php|java|py|js|cs|rb|p[lm]|html|twig|ftl|vm|tpl|tmpl|gohtml)\b"
)
#: Opening marks, and by what each is closed.
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", "「": "」", "『": "』"}
_HEADING = re.compile(r"h[1-6]")
_OPENING = re.compile(f"[{''.join(_CLOSED_BY)}]")
#: A sentence says at least this much outside of its quotation, in characters.
_SAID = 25
#: A headline says at least two words: “Error establishing a database connection”: inside the outage.
_SAID_IN_HEADLINE = re.compile(r"[^\W\d_]+\W+[^\W\d_]+")
#: A longer text is no paragraph of a story.
_LONGEST = 4000


def from_a_machine(sighting: Sighting) -> bool:
    """Whether a program's own words are all there is: a message that fills its line, a dump of an object."""
    candidate = sighting.candidate
    start, end = candidate.span
    if sighting.family.message == "object-dump":  # which fills it to its last bracket
        return not candidate.value[:start].strip() and candidate.value.rstrip()[-1:] in (")", "}", "]", ">")
    if sighting.family.rule != "engine-error":
        return False
    before, rest = candidate.value[:start].rstrip(" \t"), candidate.value[end:].lstrip(" ")
    if before.strip():
        return before.endswith("\n") and _FROM_A_MACHINE.search(candidate.text) is not None
    return not rest or rest[0] in "\r\n" or _FROM_A_MACHINE.search(candidate.text) is not None


def told_of(page: Page, sighting: Sighting) -> Severity | None:
    """``OFF`` where a sentence tells of a sighting in quotation marks; info for a value, which the quotation may lack.

    None where no sentence does.
    """
    family, candidate = sighting.family, sighting.candidate
    if family.rule not in _TOLD_OF or _FROM_A_MACHINE.search(candidate.text):
        return None
    in_words = family.rule in _IN_HEADLINES
    if candidate.where is not Where.TEXT and not in_words:
        return None
    text, start = candidate.value, candidate.span[0]
    inside = _quotation_around(text, start)
    is_headline = in_words and (candidate.where is not Where.TEXT or _HEADING.fullmatch(candidate.tag) is not None)
    if (
        inside is None
        and candidate.where is Where.TEXT
        and (block := block_of(page, sighting.spot.node)) is not None
        and len(block.text) <= _LONGEST
    ):
        text = block.text
        start = text.find(single_spaced(candidate.text))
        inside = _quotation_around(text, start) if start >= 0 else None
        if inside is None and start >= 0 and candidate.element.closest("q") is not None:
            inside = start, start + len(candidate.text)
    if inside is None or not _talks_around(text, inside, is_headline):
        return None
    return Severity.INFO if family.rule == "stringified-value" else Severity.OFF


def _quotation_around(text: str, start: int) -> tuple[int, int] | None:
    """The inside of the quotation in ``text`` in which ``start`` lies; None where it lies in none that ends."""
    if len(text) > _LONGEST:
        return None
    before = text[:start]
    if before.count('"') % 2:
        closed = text.find('"', start)
        return (before.rindex('"') + 1, closed) if closed >= 0 else None
    for match in reversed(list(_OPENING.finditer(before))):
        closing = _CLOSED_BY[match[0]]
        if any(mark in before[match.end() :] for mark in closing):
            continue
        ends = [at for mark in closing if (at := text.find(mark, start)) >= 0]
        if ends:
            return match.end(), min(ends)
    return None


def _talks_around(text: str, inside: tuple[int, int], is_headline: bool) -> bool:
    """Whether ``text`` is a sentence or a headline around the quotation, not the quotation alone or a label."""
    start, end = inside
    said = (text[: max(start - 1, 0)] + " " + text[end + 1 :]).strip()
    if is_headline and _SAID_IN_HEADLINE.search(said) is not None:
        return True
    return len(said) >= _SAID and any(char.isalpha() and not char.isupper() for char in said)
