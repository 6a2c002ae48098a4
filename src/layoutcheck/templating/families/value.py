# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Missing values that were turned into words: ``undefined``, ``null``, ``NaN``, ``nil``."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.share_link import shares
from layoutcheck.templating.slot import ANSWERS, is_filled

_JS = ("JavaScript",)
#: Java joins texts with ``null`` as JavaScript does, and divides by zero alike.
_COERCED = ((r"null|NaN", ("JavaScript", "Java")),)
#: Meta names of which "none" or "null" is an ordinary value.
SETTINGS = re.compile(
    r"(?i)robots|bot\b|referrer|viewport|generator|verification|token|csrf|nonce|(?:^|[:_-])(?:status|state|mode|theme|country|pagetype)$"
)
ORDINARY_NEXT = rare(
    r"(?i)^\W*(?:behaviou?rs?|variables?|references?|symbols?|methods?|functions?|index|is|and|or|vs|in|as|on|of|at|to|values?|terms?|propert(?:y|ies)|"
    r"hypothesis|pointers?|objects?|types?|check|bock|toleranz|komma|grad|uhr|matsvinn|und|result|island|object|set|space|cipher|"
    r"modem|geodesic|byte|character|operator|constant|offset|results|safety|route|island|und|oder|acht|prozent|problemo|blir)\b"
)


def _whole(candidate: Candidate) -> Severity | None:  # one question after the other
    """The whole of a value is such a word."""
    word, where = candidate.text.strip(), candidate.where
    if candidate.tag in ANSWERS and where is Where.TEXT:
        return Severity.OFF
    plain = word.strip("()<>'\"")
    if where is Where.JSONLD:
        if candidate.name in {"alternateName", "query-input", "termCode", "name"} and plain in {"null", "nil"}:
            return Severity.WARNING
        return Severity.ERROR
    if where is Where.META:
        if SETTINGS.search(candidate.name):
            return Severity.OFF
        return Severity.ERROR if plain in {"undefined", "null", "NaN", "NULL", "nil"} else Severity.WARNING
    if plain in {"true", "false", "True", "False"}:
        return Severity.OFF
    if where is Where.TEXT:
        if plain in {"nil", "null"} and candidate.tag in {"em", "i", "b", "strong", "a", "span"}:
            return Severity.WARNING
        return Severity.ERROR
    return Severity.ERROR


#: Languages that have such values: their names beside the word make it a subject.
_LANGUAGES = re.compile(r"\b(?:JavaScript|ECMAScript|TypeScript|CoffeeScript|Kotlin|Lua)\b")


def _edge(candidate: Candidate) -> Severity | None:
    """The word stands at the edge of a short label: ``undefined cover image``, ``Link: null``."""
    text, value = candidate.text.strip(), candidate.value.strip()
    word = re.search(r"undefined|null|NaN", text)
    named = candidate.match.groupdict()
    if any(named.get(name) for name in ("leak4", "leak5", "leak6", "leak7")):
        return Severity.ERROR
    if named.get("leak8"):
        return Severity.WARNING if len(value) < 40 else Severity.OFF
    if named.get("leak3"):  # a byline of nobody
        return Severity.ERROR
    if candidate.where is Where.META and "," in value and not re.search(r"[.:] ", value):
        return Severity.OFF  # a list of words
    if word is not None and _LANGUAGES.search(value):
        return Severity.OFF  # "TypeScript basics: undefined" is about the value
    if word is None or candidate.whole or len(value) > 140 or len(value.split()) > 16:
        return Severity.OFF
    rest = value[value.index(word[0]) + len(word[0]) :]
    starts = value.startswith(word[0])
    if starts and (ORDINARY_NEXT.search(rest) or rest.startswith((")", "'", "’", "-", ".", "()", '"'))):
        return Severity.OFF
    if starts and word[0] == "null" and re.match(r"\s+[a-zäöüß]", rest):
        return Severity.OFF  # "null matsvinn", "null bock": zero, in several languages
    if candidate.where is Where.TEXT:
        if (
            candidate.element is not None
            and is_filled(candidate.element)
            and value[:1].isupper()
            and len(value.split()) <= 6
        ):
            return Severity.WARNING  # "Ada Moss and undefined", in a byline
        if starts and word[0] == "NaN" and re.match(r"(?:\s+[a-z]+){3}", rest):
            return Severity.OFF  # a sentence about something of that name
        return (
            Severity.WARNING
            if starts or word[0] == "NaN" or re.search(r"[:|–—-]\s*$", value[: value.index(word[0])])
            else Severity.OFF
        )
    return Severity.ERROR


def _list(candidate: Candidate) -> Severity | None:
    if (
        len(
            set(
                re.findall(
                    r"(?i)\b(?:null|undefined|none|nan|javascript|typescript|python|java|php|sql|programming)\b",
                    candidate.value,
                )
            )
        )
        > 1
    ):
        return Severity.OFF  # words about such values
    return None if candidate.value.count(",") >= 1 and not SETTINGS.search(candidate.name) else Severity.OFF


def address(candidate: Candidate, words: str = "undefined|null|NaN") -> Severity | None:
    """``/undefined``, ``?x=null``: sure as a path's part and where it is shared, of little weight as another parameter."""
    text, value = candidate.text, candidate.value
    word = re.search(words, text)
    if word is None or value.startswith(("javascript:", "data:", "#", "about:", "blob:")):
        return Severity.OFF
    start = candidate.span[0] + word.start()
    before = value[:start]
    if shares(value, start) or re.fullmatch(r"\s*(?:mailto|tel|sms):", before):
        return Severity.ERROR
    if value.startswith("mailto:"):
        return Severity.OFF
    if "/dev/" in before[-5:] or re.search(
        r"(?i)(?:/tags?/|/wiki/|/word/|/dictionary/|/define/|/definition/|github\.com/[\w-]+/|[?&](?:q|s|query|search)=)$",
        before,
    ):
        return Severity.OFF
    if before.endswith("="):
        return Severity.INFO
    if "?" in before or "#" in before:
        return Severity.INFO
    if word[0] == "null" and not re.search(r"/$|^$", before):
        return Severity.OFF
    return Severity.ERROR


FAMILIES = (
    Family(
        id="object-object",
        rule="stringified-value",
        engines=_JS,
        example="[object Object]",
        cause="an object was put where text is wanted",
        fix="use the member that holds the text: `${author.name}`; for debugging JSON.stringify(author)",
        cues=(r"(?:\[|%5[Bb])object(?: |%20|\+)[A-Z]",),
        pattern=r"(?:\[|(?i:%5B))object(?: |%20|\+)[A-Z]\w*(?:\]|(?i:%5D))",
        more=(
            "[object Object] - My Site",
            "politics, [object Object]",
            "[object Promise]",
            "[object HTMLDivElement]",
            "https://news.example/a?b=%5Bobject%20Object%5D",
            "https://news.example/[object%20Object]",
        ),
    ),
    Family(
        id="missing-value",
        rule="stringified-value",
        engines=("JavaScript", "Java", "Ruby", "PHP"),
        tongues=(
            ("undefined", _JS),
            ("NaN", ("JavaScript", "Java")),
            ("nil", ("Ruby", "Go", "Lua")),
            (r"\(null\)", ("C", "Objective-C")),
            ("null", ("JavaScript", "Java")),
            ("NULL", ("PHP", "C", "SQL")),
        ),
        example="undefined",
        cause="the value is missing and was coerced to a word",
        fix='leave the element or attribute out when there is no value: title ?? "", <%= title.to_s %>',
        cues=(r"[>\"'=\s(;\xa0](?:undefined|null|NaN|NULL|nil)[\s<\"')>&\xc2]",),
        pattern=r"\A\s*(?:undefined|null|NaN|NULL|nil|\(null\)|\(NULL\)|(?:undefined|null|NaN)(?:[\s,/:-]+(?:undefined|null|NaN))+)\s*\Z",
        where=Where.READ | Where.DATE,
        judge=_whole,
        more=("NaN", "NULL", "null", "undefined undefined"),
        unlike=("Null", "none", "Undefined"),
    ),
    Family(
        id="spreadsheet-error",
        rule="stringified-value",
        engines=("Excel", "Google Sheets"),
        example="#DIV/0!",
        cause="a formula failed in the sheet that the figures come from, and its error was exported with them",
        fix='mend the formula or catch it: =IFERROR(A1/B1, "")',
        cues=(r"#(?:REF!|DIV/0!|VALUE!|NUM!|NULL!|ERROR!|SPILL!)",),
        pattern=r"\A\s*#(?:REF!|DIV/0!|VALUE!|NUM!|NULL!|ERROR!|SPILL!)\s*\Z",
        where=Where.READ,
        certain=Where.NOWHERE,
        more=("#REF!",),
        unlike=("The curse of #REF! and others", "#NAME"),
    ),
    Family(
        id="missing-value-at-edge",
        rule="stringified-value",
        engines=_JS,
        tongues=_COERCED,
        example="undefined cover image",
        cause="a part of the label is missing and was coerced to a word when the label was put together",
        fix="build the label from what is there: [name, 'cover image'].filter(Boolean).join(' ')",
        cues=(
            r"[>\"'=\s](?:undefined|null|NaN)[ ,:|]",
            r"[ :|/-](?:undefined|null|NaN)\s*[<\"'|]",
            r"[0-9a-z] NaN ",
            r"(?:NaN|undefined) ?(?:%|\xc2\xb0|\xe2\x82\xac)",
            r"\((?:undefined|NaN)\)",
            r"[$\xa3\xac] ?(?:NaN|undefined)\b",
            r"(?:hare|ollow|isit|from|by|ublished|pdated|osted) (?:undefined|null)\b",
        ),
        pattern=r"\A\s*(?:undefined|null|NaN)\b(?=[ :,|])|\A\s*(?i:(?:posted |written |published |reported )?by|von|par|por|di|door|av)\s+(?P<leak3>undefined(?: undefined)?|null null)\s*\Z|\A\s*(?i:by)\s+(?P<leak5>null)\s*\Z|(?:[:|–—]|\s-|\b(?:by|of|and|von|par|por))\s+(?P<leak>undefined|null|NaN)\s*\Z|\b(?:[Ss]hare|[Ff]ollow|[Vv]isit|[Mm]ore (?:from|by)|[Pp]osted by|[Pp]osted|[Pp]ublished|[Uu]pdated)\s+(?P<leak4>undefined|null)(?=\s+on\b|\s*[|·,.]|\s*\Z)|[$€£] ?(?P<leak6>NaN|undefined)\b|\b(?P<leak7>NaN|undefined) ?[%€°]|\((?P<leak8>undefined|NaN)\)\s*\Z|(?:^|[|–—]\s*|\s-\s+)(?P<leak2>undefined)(?=\s*(?:[|–—-]|$))"
        r"|\bNaN\b(?=\s+\w*\s?(?:min|mins|minutes?|hours?|days?|seconds?|views?|likes?|shares?|comments?|stars?|items?|points?|ago|km|kg|%|€|\$|remaining))",
        where=Where.WORDS,
        at=Where.LABEL,
        named="alt",
        judge=_edge,
        more=(
            "undefined (opens in a new tab)",
            "Link: null",
            "Ada Moss - undefined",
            "undefined Area | Docs",
            "0 badges and NaN minutes",
            "Share undefined on Facebook",
            "By null",
            "by undefined",
            "von undefined",
            "$NaN",
            "Harbour Bank $undefined",
        ),
        unlike=(
            "undefined behavior in C",
            "Null Bock",
            "null matsvinn i uken",
            "natural flavors (undefined ingredients)",
        ),
    ),
    Family(
        id="missing-value-in-list",
        rule="stringified-value",
        engines=_JS,
        tongues=_COERCED,
        example="null,Sudan,South Sudan",
        cause="an entry of the list is missing and was coerced to a word",
        fix="filter the list before joining it: tags.filter(Boolean).join(',')",
        cues=(
            r"[\"'=,] ?(?:undefined|null),",
            r", ?(?:undefined|null)\s*[\"']",
            r"[a-z]:(?:null|undefined)[\"',]",
        ),
        pattern=r"(?:\A|,)\s*(?P<leak>undefined|null)(?=\s*(?:,|\Z))|(?<=[a-z]:)(?:null|undefined)(?=\s*(?:,|\Z))",
        where=Where.META | Where.JSONLD,
        at=Where.META,
        named="keywords",
        judge=lambda c: None if c.text[:1].isalpha() and c.before.endswith(":") else _list(c),
        more=("index, follow, noimageindex:null",),
    ),
    Family(
        id="missing-value-in-style",
        rule="stringified-value",
        engines=_JS,
        example="width: NaNpx",
        cause="a length was computed from a value that is missing; browsers ignore the whole declaration",
        fix="set the style only when the number is there: width ? { width: `${width}px` } : {}",
        cues=(r"[:\s(-](?:undefined|NaN|null)(?:px|r?em|v[hw]|deg|m?s|%)",),
        pattern=r"(?<=[:\s(-])(?P<leak>undefined|NaN|null)(?=(?:px|r?em|v[hw]|deg|m?s|%)(?![\w-]))",
        where=Where.URL,
        certain=Where.NOWHERE,
        once=True,
        at=Where.URL,
        named="style",
        judge=lambda c: None if c.name == "style" else Severity.OFF,
        more=("transform: translate(undefinedpx, 0)", "border-radius:undefinedpx"),
    ),
    Family(
        id="missing-value-in-address",
        rule="stringified-value",
        engines=_JS,
        tongues=_COERCED,
        example="https://media.example/photos/645a/w_270/undefined",
        cause="a part of the address is missing and was coerced to a word",
        fix="build the address only when each part is there: slug ? `/news/${slug}` : null, and omit the attribute otherwise",
        cues=(
            r"[/=\"'](?:undefined|NaN)\b",
            r"/null[/\"' ?#]",
            r"[?&;][A-Za-z_]+=null\b",
            r"&#(?:x2[fF]|47);(?:undefined|null|NaN)\b",
            r"[a-z0-9]undefined[\"'/?#]",
            r"/undefined-[0-9]",
        ),
        pattern=r"(?<=//)(?:[\w-]+\.){1,4}[a-z]{2,12}(?P<glued>undefined)(?=$|[/?#])|(?<=/)undefined(?=-\d{2,4}(?:x\d{2,4})?\.\w{3,4}$)|(?:(?<=[/=])|(?<=[/=]\s)|\A\s*)(?:undefined|NaN)(?=$|[/?#&.,;)\s\"'])|(?<=/)null(?=$|[/?#\s,])|(?<==)null(?=$|[&#\s])",
        where=Where.URL | Where.JSONLD,
        at=Where.URL,
        named="src",
        judge=lambda c: (
            Severity.OFF
            if c.where is Where.JSONLD and not re.match(r"\s*(?:(?:https?:)?\\?/|undefined/\w)", c.value)
            else address(c)
        ),
        more=(
            "undefined/api/newsletters",
            "/r/undefined/?f=x",
            "undefined#comments",
            "http://null/a",
            "https://www.facebook.com/sharer.php?u=undefined",
            "https://news.exampleundefined",
            "https://media.example/crane/undefined-800x600.jpg",
            "https://twitter.com/intent/tweet?text=null&url=https%3A%2F%2Fnews.example%2Fcrane",
        ),
        unlike=(
            "#null;",
            "javascript:void(null)",
            "/dev/null",
            "/docs/rules/no-undefined",
            "/wiki/undefined-behaviour",
        ),
    ),
    Family(
        id="missing-value-handed-on",
        rule="stringified-value",
        engines=_JS,
        example="mailto:undefined",
        cause="what the link hands on is missing and was coerced to a word",
        fix="print the link only when there is something to hand on: email ? `mailto:${email}` : null",
        cues=(
            r"(?:mailto|tel|sms):(?:undefined|null|NaN)\b",
            r"(?:href|src|action|content)=[\"']null[\"'/?#]",
            r"%(?:2[fF]|3[aA](?:%20|\+)?|0[aA])(?:undefined|NaN|null)\b",
            r"=(?:undefined|null)(?:%20|\+)",
        ),
        pattern=r"\A\s*(?P<whole>null)(?=\s*\Z|[/?#])|\A\s*(?:mailto|tel|sms):(?P<leak>undefined|null|NaN)(?=$|[?&])|(?i:(?<=%2F))(?P<leak2>undefined|NaN|null)(?=$|[&#]|%2[fF]|%3[fF]|%23)"
        # In words that are shared: a part of "{title} | Harbour Post", or what stands behind a colon or on a line of its own.
        r"|(?<==)(?P<leak3>undefined|null)(?=(?:%20|\+)(?:%7[cC]|[|–-]|%E2%80%9[34]|via(?:%20|\+)))|(?i:(?<=%3A)|(?<=%3A%20)|(?<=%3A\+)|(?<=%0A))(?P<leak4>undefined|null)(?=&|\Z)",
        where=Where.URL,
        at=Where.URL,
        named="href",
        judge=address,
        more=(
            "null",
            "https://www.linkedin.com/shareArticle?url=https%3A%2F%2Fnews.example%2Fundefined",
            "mailto:?subject=undefined%20%7C%20Harbour%20Post",
        ),
        unlike=("#null", "https://news.example/?q=null+and+void"),
    ),
)
