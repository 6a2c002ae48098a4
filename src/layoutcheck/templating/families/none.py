# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Python's ``None`` where a value is missing; a healthy word of English everywhere else."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.value import SETTINGS, address
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.slot import is_choice, is_filled, line, stands_among_sentences

_ENGINES = ("Jinja", "Django", "Python")
_CAUSE = "the value is None and was printed, which Python writes as a word"
_FIX = "leave the element out ({% if author %}By {{ author }}{% endif %}), or give a default: {{ author or '' }} in Jinja, {{ author|default_if_none:'' }} in Django"
_BY = r"(?i:(?:(?:posted|written|published|reported|photo(?:graph)?) )?by|von|par|por|di|door|av)"
#: What stands before a name; behind "Rating:" or "Side effects:" None is an answer.
_LABELS = r"(?i:(?:photo |image |picture )?(?:credits?|caption|source)|photo(?:graph|grapher)?s?|images?|picture|foto(?:s|graf)?|bild|quelle|crédits?|authors?|(?:written )?by|reporter|byline|published(?: on| at)?|(?:last )?updated(?: on| at)?|posted(?: on| at)?)"
#: What stands between a byline and a date: "By None · 4 March".
_SEPARATES = re.compile(r"[·•|–—,/-]\s?\S|[·•|–—/]\Z")
_INTRODUCES = rare(rf"(?:\A|.*\W){_LABELS}\s?[:/]\Z|\A{_BY}\Z", re.DOTALL)


def _whole(candidate: Candidate) -> Severity | None:  # one kind of place after the other
    """``None`` is all there is: a leak where a template fills a slot, an answer elsewhere."""
    where, element = candidate.where, candidate.element
    if where is Where.JSONLD:
        usual = candidate.name in {"alternateName", "query-input", "termCode", "name"}
        return Severity.WARNING if usual else Severity.ERROR
    if where is Where.META:
        return Severity.OFF if SETTINGS.search(candidate.name) else Severity.ERROR
    if where is Where.LABEL:
        chosen = element is not None and (is_choice(element) or element.text.strip().startswith("None"))
        return Severity.WARNING if candidate.name in {"alt", "title"} and not chosen else Severity.OFF
    if where is not Where.TEXT:
        return Severity.ERROR
    if element is None:
        return Severity.WARNING
    if is_choice(element):
        return Severity.OFF
    before, around, after = line(element)
    if any(is_filled(node) for node in around[:-1] if node.text.strip() == "None"):
        return Severity.WARNING  # <span class="author">None</span> and a date behind it
    if after and not (_SEPARATES.match(after) and _INTRODUCES.match(before[-80:])):
        return Severity.OFF
    if before:
        return Severity.WARNING if _INTRODUCES.match(before[-80:]) else Severity.OFF
    block = around[-1]
    if block.tag == "h1" or any(node.tag == "time" for node in around):
        return Severity.ERROR
    if block.tag in {"h2", "h3", "h4"} or any(is_filled(node) for node in around):
        return Severity.WARNING
    return Severity.WARNING if block.tag == "p" and stands_among_sentences(block) else Severity.OFF


def _part(candidate: Candidate) -> Severity | None:
    """``None`` as a part of what a template put together."""
    named, value = candidate.match.groupdict(), candidate.value.strip()
    if candidate.where is Where.TEXT and candidate.element is not None and is_choice(candidate.element):
        return Severity.OFF
    if named.get("title"):
        if not candidate.where & (Where.TITLE | Where.META):
            return Severity.OFF
        return None if re.match(r"\s[|»·]", candidate.after) else Severity.WARNING  # a film's name may be meant
    if named.get("glued"):
        return None if len(value) >= 40 else Severity.OFF
    return None if len(value) <= 140 else Severity.OFF


FAMILIES = (
    Family(
        id="python-none",
        rule="stringified-value",
        engines=_ENGINES,
        example="None",
        cause=_CAUSE,
        fix=_FIX,
        cues=(r"[>\"'\s\xa0;]None\s*[<\"']",),
        pattern=r"\A\s*None\s*\Z",
        where=Where.READ | Where.DATE,
        judge=_whole,
        named="h1",
        unlike=("none", "NONE"),
    ),
    Family(
        id="python-none-in-part",
        rule="stringified-value",
        engines=_ENGINES,
        example="By None",
        cause=_CAUSE,
        fix=_FIX,
        cues=(
            r"(?i:by|von|par|por|di|door|av|of|hare|ollow|ello|Hi|ear|elcome|back|shed|ated|sted|on|at),? None\b",
            r"[a-z\xa9] ?[:/] ?None\b",
            r"(?:\xc2\xa9|&copy;|opyright|\(c\)) (?:[0-9]{4} )?None\b",
            r"None (?:[|-] |\xe2\x80|\xc2[\xb7\xbb])",
            r"(?:[|\xb7\xbb]|&raquo;|&middot;) None\s*[<\"']",
            r"None (?:ago|min|views|comments|likes|shares|stars|replies|The|A|An|In|On|At)\b",
            r"None ?(?:\xc2\xb0|&deg;)",
            r"[>\s]None[A-Z][a-z]* [a-z]",
        ),
        pattern=rf"\A\s*(?:{_BY}|(?i:(?:last )?(?:published|updated|posted)(?: on| at)?(?=\s+None(?:\s*\Z|\s+by\b))))\s+(?P<by>None)(?=\s*(?:\Z|[|·,])|\s(?:on|in|at|for|by)\b)"
        rf"|(?:\A|(?<=[\s(.])){_LABELS}\s?[:/]\s?(?P<credit>None)(?=\s*(?:\Z|[|·,;)/]))"
        r"|(?:©|\([cC]\)|Copyright)(?: ©)?\s+(?:\d{4}\s)?(?P<owner>None)(?=\s+[A-Z]|\s*(?:\Z|[|·.,]))"
        r"|\A\s*(?P<title>None)(?=\s+[|»·]\s|\s+[–—-]\s+(?:[A-Z]\S*\s*|(?:of|the|and)\s+){1,4}\Z)|(?:\s[|»·]\s+)(?P<site>None)\s*\Z"
        r"|\A\s*(?P<glued>None)(?:(?= (?:The|A|An|In|On|At) [a-z])|(?=(?!Type|Such)[A-Z][a-z]* [a-z]))"
        r"|\b(?P<unit>None)(?=\s(?:ago|min read|mins? read|views)\b| ?°)"
        r"|\b(?:[Ii]mage|[Pp]hoto|[Pp]ortrait|[Pp]icture|[Ff]oto) (?:of|by|von|de)\s+(?P<shown>None)\s*\Z"
        r"|\A\s*(?P<counted>None)(?= (?:comments|likes|shares|stars|replies)\s*\Z)|\A\s*(?:Share|Follow)\s+(?P<shared>None)(?=\s+on\b|\s*\Z)|\A\s*(?:Welcome(?: back)?|Hello|Hi|Dear),?\s+(?P<reader>None)(?=\s*(?:[,!.]|\Z))",
        where=Where.WORDS,
        certain=Where.TITLE | Where.META,
        judge=_part,
        more=(
            "Engineers inspect the bridge. Photo: None",
            "By None | 4 March",
            "© None Harbour Post",
            "Updated None ago",
            "NoneThe lamps of the old crane will be lit from March on.",
            "Hello None,",
            "None comments",
            "Share None",
        ),
        unlike=(
            "By None of these means",
            "Side effects: None",
            "Allergens: None",
            "None of the crew was hurt",
            "Dear None of the above",
            "NoneType has no attribute of that name, says the manual of the language",
            "Photo: None of these",
        ),
    ),
    Family(
        id="python-none-in-address",
        rule="stringified-value",
        engines=_ENGINES,
        example="https://media.example/photos/None",
        cause="a part of the address is None and was written as a word",
        fix='build the address only when each part is there: {% if photo %}<img src="{{ photo.url }}">{% endif %}',
        cues=(
            r"[/=]None[/\"'?#&]",
            r"(?:src|href|content)=[\"']None[\"'/]",
            r"[?&;](?:u|url|text|title|media|subject|body|status|link|description|summary|quote)=None\b",
            r"(?:mailto|tel|sms):None\b",
        ),
        pattern=r"(?:(?<=/)|\A\s*)None(?=$|[/?#\s])|(?<==)None(?=$|[&#])|\A\s*(?:mailto|tel|sms):(?P<leak>None)(?=$|[?&])",
        where=Where.URL,
        at=Where.URL,
        named="src",
        judge=lambda c: Severity.OFF if (found := address(c, "None")) is Severity.INFO else found,
        more=("None", "/media/None/small.jpg", "https://twitter.com/intent/tweet?text=None", "tel:None"),
        unlike=("https://en.wiki.example/wiki/None", "/tag/None"),
    ),
)
