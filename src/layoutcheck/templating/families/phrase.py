# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""``undefined``, ``null`` and ``NaN`` in a phrase or in front of a sentence that was put together with them."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.value import ORDINARY_NEXT
from layoutcheck.templating.family import Candidate, Family, Where

_WORD = r"(?:undefined|null|NaN)"
_TOLD = r"(?:[Pp]osted|[Pp]ublished|[Uu]pdated|[Cc]reated|[Mm]odified|[Vv]eröffentlicht|[Aa]ktualisiert|[Pp]ublié|[Mm]is à jour|[Pp]ublicado|[Aa]ctualizado|[Pp]ubblicato|[Aa]ggiornato)"
_TONGUES = (("undefined", ("JavaScript",)), ("null", ("JavaScript", "Java")), ("NaN", ("JavaScript",)))


def _phrase(candidate: Candidate) -> Severity | None:
    """The words around it say that a value was meant; behind a sentence only where it is glued to one."""
    named, value = candidate.match.groupdict(), candidate.value.strip()
    if named.get("owner"):
        # "Copyright undefined in this state": talk, where the sign itself is none.
        return Severity.OFF if "©" not in candidate.match[0] and re.match(r"\s+[a-z]", candidate.after) else None
    if named.get("end"):
        return None if value.count(" ") >= 5 else Severity.OFF
    return None if len(value) <= 140 else Severity.OFF


def _front(candidate: Candidate) -> Severity | None:
    """In front of a sentence: glued to it, or a small letter where a sentence begins with the next word."""
    value = candidate.value.strip()
    rest = value[len(candidate.text) :]
    headline = candidate.element is None or candidate.tag in {"h1", "h2", "h3", "title"}
    if len(value) < 40 and not (headline and value.count(" ") >= 2):
        return Severity.OFF
    if not rest[:1].isspace():
        return Severity.ERROR
    if len(value) < 60 or value[-1:] not in '.!?…”"’»':
        return Severity.OFF
    if candidate.text == "null" and ORDINARY_NEXT.search(rest):
        return Severity.OFF
    if candidate.element is not None and candidate.element.tag in {"span", "em", "i", "b", "strong", "a"}:
        return Severity.OFF
    return Severity.ERROR if candidate.text == "undefined" else Severity.WARNING


FAMILIES = (
    Family(
        id="missing-value-in-phrase",
        rule="stringified-value",
        engines=("JavaScript", "Java"),
        tongues=_TONGUES,
        example="© undefined Harbour Post",
        cause="a part of the phrase is missing and was coerced to a word when the phrase was put together",
        fix="put the phrase together only from what is there: year ? `© ${year} ${owner}` : `© ${owner}`, and leave it out otherwise",
        cues=(
            rf"(?:\xc2\xa9|&copy;|&#169;|opyright|\([cC]\))\s(?:\xc2\xa9 )?(?:[0-9]{{4}}\s?(?:-|\xe2\x80\x93)?\s?)?{_WORD}",
            rf"(?:ublished|pdated|osted|odified|reated|ffentlicht|ktualisiert|ubli\xc3\xa9|jour|ctualizado|ubblicato|ggiornato|ublicado)[: a-z]{{1,12}}{_WORD}\b",
            r"(?:undefined|null) (?:ago|mins? |view|read|share|like|km/h|mph|hPa|(?:hour|day|minute)s? ago)",
            r"null ?(?:\xc2\xb0|&deg;)|\snull%",
            rf"[.!?](?:\xe2\x80\x9d)?{_WORD}\s*[<\"']",
            r"(?:elcome|back|ello|Hi|ear|onjour|ola|iao|allo),? (?:undefined|null)\b",
        ),
        pattern=rf"(?:©|\([cC]\)|[Cc]opyright)(?: ©)?\s+(?:\d{{4}}\s?[-–]?\s?)?(?P<owner>{_WORD})\b(?![-'’])"
        rf"|\b{_TOLD}(?::| (?:at|on|am|um|le|el|il|by|in))*\s+(?P<told>{_WORD})(?=\s*(?:\Z|[|·•–—-])|\s(?:ago|at|on|by|um|NaN|undefined|null)\b|[,.;)])"
        r"|\b(?P<counted>undefined|null)(?=\s(?:ago|mins? read|(?:hour|day|minute)s? ago)\b)|\b(?P<number>undefined)(?=\s(?:views|reads|shares|likes|km/h|mph|hPa)\b)"
        r"|\b(?P<unit>null)(?= ?°)|(?<=\s)(?P<part>null)(?=%)"
        rf"|(?<=[.!?”])(?P<end>{_WORD})\s*\Z"
        r"|\A\s*(?:Welcome(?: back)?|Hello|Hi|Dear|Hallo|Bonjour|Hola|Ciao),?\s+(?P<reader>undefined|null)(?=\s*(?:[,!.]|\Z))",
        where=Where.WORDS,
        judge=_phrase,
        more=(
            "© 2019–null Harbour Post",
            "Published at undefined",
            "Updated null ago",
            "Last updated: NaN",
            "Harbour null°C",
            "4 March · undefined min read",
            "The lamps of the old crane will be lit.undefined",
            "Welcome back, undefined!",
        ),
        unlike=(
            "Copyright undefined by this law is a matter for the courts",
            "an updated null hypothesis",
            "It was published null and void",
            "Published under a null licence",
            "Dear null island",
        ),
    ),
    Family(
        id="missing-value-in-front",
        rule="stringified-value",
        engines=("JavaScript", "Java"),
        tongues=_TONGUES,
        example="nullThe lamps of the old crane will be lit from March on.",
        cause="a value that is missing stands in front of the text, and the two were joined",
        fix="join what is there: [kicker, text].filter(Boolean).join(' '), (kicker ?? '') + text",
        cues=(rf"[>\"']\s*{_WORD}\s?(?:[A-Z\xc3]|\xe2\x80\x9c|&[lr]dquo;)",),
        pattern=r"\A\s*(?P<leak>(?:undefined|null)+)(?=[A-ZÀ-Þ“][\w’']*[ ,])|\A\s*(?P<leak2>undefined|null)(?=\s[A-ZÀ-Þ“][\w’']*[ ,])",
        where=Where.TEXT | Where.META | Where.TITLE,
        judge=_front,
        more=("undefined The lamps of the old crane will be lit from March on, the port said.",),
        unlike=(
            "null Bock auf Schule haben die Kinder der Stadt, sagt der Rektor der Schule.",
            "NullPointer checks are dear in most of the languages of today.",
            "undefinedBehavior is the name of a band",
        ),
    ),
)
