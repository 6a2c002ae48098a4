# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""``undefined``, ``null`` and ``NaN`` in a phrase or in front of a sentence that was put together with them."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.value import ORDINARY_NEXT
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.slot import is_choice

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


def _capitals(candidate: Candidate) -> Severity | None:
    """``Default: NULL`` may be meant, and is in a table."""
    if len(candidate.value) > 140 or (candidate.element is not None and is_choice(candidate.element)):
        return Severity.OFF
    return Severity.WARNING if candidate.match["leak2"] else None


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
            rf"(?:\xc2\xa9|&copy;|&#169;|opyright|\([cC]\))\s(?:\xc2\xa9 )?(?:[0-9]+\s?(?:-|\xe2\x80\x93)?\s?)?{_WORD}",
            rf"(?:ublished|pdated|osted|odified|reated|ffentlicht|ktualisiert|ubli\xc3\xa9|jour|ctualizado|ubblicato|ggiornato|ublicado)[: a-z]*{_WORD}\b",
            r"(?:undefined|null) (?:ago|mins? |view|read|share|like|comment|km/h|mph|hPa|(?:hour|day|minute)s? ago)",
            r"null ?(?:\xc2\xb0|&deg;)|[\s>]null%",
            rf"[.!?](?:\xe2\x80\x9d)?{_WORD}\s*[<\"']",
            r"(?:elcome|back|ello|Hi|ear|onjour|ola|iao|allo),? (?:undefined|null)\b",
            r"[Bb]y (?:undefined|null)(?:,| [a|&])|(?:and|&amp;) (?:undefined|null)\s*[<\"']",
            r": ?(?:undefined|null) ?/",
            r"(?:bout|ore (?:in|on)|Page|,) (?:undefined|null|NaN)[\s<]|(?:undefined|NaN) of [0-9]|\(null\)\s*<",
        ),
        pattern=rf"(?:©|\([cC]\)|[Cc]opyright)(?: ©)?\s+(?:\d{{4}}\s?[-–]?\s?)?(?P<owner>{_WORD})\b(?![-'’])"
        rf"|\b{_TOLD}(?::| (?:at|on|am|um|le|el|il|by|in))*\s+(?P<told>{_WORD})(?=\s*(?:\Z|[|·•–—-])|\s(?:ago|at|on|by|um|NaN|undefined|null)\b|[,.;)])"
        r"|\b(?P<counted>undefined|null)(?=\s(?:ago|mins? read|(?:hour|day|minute)s? ago)\b)|\b(?P<number>undefined)(?=\s(?:views|reads|shares|likes|comments|km/h|mph|hPa)\b)"
        r"|\A\s*(?P<none>null)(?= comments\b)|\b(?P<unit>null)(?= ?°)|(?<!\w)(?P<part>null)(?=%)"
        rf"|(?<=[.!?”])(?P<end>{_WORD})\s*\Z"
        r"|\A\s*(?:Welcome(?: back)?|Hello|Hi|Dear|Hallo|Bonjour|Hola|Ciao),?\s+(?P<reader>undefined|null)(?=\s*(?:[,!.]|\Z))"
        r"|\A\s*[Bb]y\s+(?P<writer>undefined|null)(?=\s*[,|]\s|\s(?:and|&)\s[A-Z])|\A\s*[Bb]y\s[A-Z][^<>\n]{1,60}\s(?:and|&)\s(?P<other>undefined|null)\s*\Z"
        r"|[\w)]:\s?(?P<credit>undefined|null)(?=\s?/)|\b(?:[Rr]ead more about|[Mm]ore (?:about|in|on))\s(?P<about>undefined|null)\s*\Z"
        rf"|\bPage\s(?P<page>{_WORD})\b|\A\s*(?P<of>undefined|NaN)(?= of \d)"
        r"|\A\s*[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}, (?P<place>undefined|null)\s*\Z|\A\s*[A-Z]\w{2,20} \((?P<count>null)\)\s*\Z",
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
            "By undefined, Staff Writer",
            "By Ada Moss and null",
            "Photo: undefined/Harbour Agency",
            "Page undefined of 3",
            "Perth, undefined",
            "Comments (null)",
        ),
        unlike=(
            "Copyright undefined by this law is a matter for the courts",
            "an updated null hypothesis",
            "It was published null and void",
            "Published under a null licence",
            "Dear null island",
            "By null and void",
            "The word is, well, undefined",
        ),
    ),
    Family(
        id="missing-value-in-capitals",
        rule="stringified-value",
        engines=("SQL", "C"),
        tongues=((r"\(null\)", ("C", "Objective-C")), (r"\(NULL\)", ("C",)), ("NULL", ("SQL",))),
        example="By NULL",
        cause="the value is NULL, and an export or a format wrote that as a word",
        fix="write nothing for it: COALESCE(author, '') in SQL, author ? author : \"\" in C",
        cues=(
            r"(?:[Bb]y|[:|]|\xc2\xa9|&copy;|ublished|pdated|osted)(?: on| at)? (?:NULL|\(null\)|\(NULL\))",
            r"(?:NULL|\(null\)) (?:[|-] |\xe2\x80|\xc2[\xb7\xbb])",
        ),
        pattern=r"\A\s*(?:[Bb]y|[Pp]ublished(?: on| at)?|[Uu]pdated(?: on| at)?|[Pp]osted(?: on| at)?)\s+(?P<leak>NULL|\(null\)|\(NULL\))(?=\s*(?:\Z|[|,]))|[:|]\s+(?P<leak2>NULL|\(null\)|\(NULL\))\s*\Z"
        r"|\A\s*(?P<leak3>NULL|\(null\))(?=\s(?:[|·»–—-])\s)|©\s+(?P<leak4>NULL|\(null\))",
        where=Where.WORDS,
        judge=_capitals,
        more=("NULL | Harbour Post", "Photo: NULL", "By (null)", "Published (null)", "© NULL Harbour Post"),
        unlike=("The NULL of the matter", "Type: NULL pointer"),
    ),
    Family(
        id="missing-value-in-front",
        rule="stringified-value",
        engines=("JavaScript", "Java"),
        tongues=_TONGUES,
        example="nullThe lamps of the old crane will be lit from March on.",
        cause="a value that is missing stands in front of the text, and the two were joined",
        fix="join what is there: [kicker, text].filter(Boolean).join(' '), (kicker ?? '') + text",
        cues=(rf"[>\s\"']{_WORD}\s?(?:[A-Z\xc3]|\xe2\x80\x9c|&[lr]dquo;)",),
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
