# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Whether a sighting is read by anybody, and whether it is a leak there.

A template's expression is no leak in a code sample, in a node that a script in the browser still fills, in a part that is never
shown (:mod:`.surroundings`), or where a sentence quotes it.
"""

from __future__ import annotations

import re
from typing import Any

from turbohtml import Element

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.parse.dump_inline import is_markdown
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page
from layoutcheck.templating.code_sample import labels_code, left_for_debugging, shows_code
from layoutcheck.templating.family import Where
from layoutcheck.templating.quotation import from_a_machine, told_of
from layoutcheck.templating.scanner import Sighting
from layoutcheck.templating.styled import is_styled_away
from layoutcheck.templating.surroundings import is_bound, is_custom, is_framework_page, surroundings

_LABELS = frozenset("h1 h2 h3 h4 h5 h6 button label legend".split())
_EMPHASIS = frozenset("i em b strong q u cite dfn mark".split())
_PICTURES = frozenset("img image area input applet object embed".split())
_TECHNICAL = rare(
    r"(?i)\b(?:templates?|syntax|placeholders?|variables?|shortcodes?|jinja2?|liquid|handlebars|mustache|twig|angular(?:js)?|vue(?:\.js)?|razor|thymeleaf|freemarker|velocity|php|"
    r"javascript|typescript|python|html|css|sql|json|api|compiler|exceptions?|bug|commit|pull request|plugins?|error message|error code|stack ?trace|debug\w*|"
    r"code|function|method|class|proxy|proxies|markup|markdown|regex|string|syntaxe|vorlagen?|platzhalter|fehlermeldung|namespace|directive|c#|\.net|java|ruby|perl)\b"
)
_ON_MARKUP = re.compile(r"(?<![./\w-])(?:HTML|html|XML|xml|tags?|entity|entities|markup|unescap\w*)\b(?!\.)")
#: Rules whose subject a technical article quotes.
_QUOTABLE = frozenset(
    {
        "placeholder-leak",
        "shortcode-leak",
        "stringified-value",
        "engine-error",
        "untranslated-key",
        "markup-as-text",
        "double-escape",
        "machine-name",
        "filler-text",
    }
)


def verdict(page: Page, sighting: Sighting) -> tuple[Severity, str]:
    """How sure a sighting is where it stands, and why; ``OFF`` when it is no leak."""
    family, candidate = sighting.family, sighting.candidate
    if family.id == "replacement-character" and not _replaced_by_author(page, sighting):
        return Severity.OFF, "the file's bytes don't fit its encoding"
    if family.id in {"markdown", "markup-as-text"} and page.is_dump and is_markdown(page.source):
        return Severity.OFF, "the dump is written so"
    if family.id == "local-address" and page.is_dump:
        return Severity.OFF, "the dump's own addresses, of the file that it was made from"
    if family.id == "share-link-sample" and page.is_dump and candidate.text.isupper():
        return Severity.OFF, "a script may look for it, which no dump shows"
    element, where, severity = candidate.element, candidate.where, sighting.severity
    if where & ~Where.TEXT and (told := told_of(page, sighting)):
        return told, "a headline quotes it"
    if element is None or where in (Where.JSONLD, Where.TITLE):
        return _quoted(page, sighting, severity)
    around = surroundings(page, element)
    if around.unread and not (where is Where.URL and element.tag in {"iframe", "object"}):
        return Severity.OFF, "nobody reads this element"
    if around.code or (where is Where.LABEL and labels_code(element)):
        if left_for_debugging(page, sighting):
            return Severity.WARNING, "the page's only sample holds nothing but a dump"
        return Severity.OFF, "a code sample"
    if where & (Where.META | Where.DATE):
        return _quoted(page, sighting, severity)
    if family.client and where is Where.URL and candidate.value.lstrip()[:11].lower() == "javascript:":
        return Severity.OFF, "an argument of a script, which fills it"
    if family.client and (around.client or is_bound(element)):
        return Severity.OFF, "a script fills this node"
    if family.client and around.modal:
        if where is Where.URL:
            return Severity.INFO, "in a part that a script shows"
        return Severity.OFF, "a script fills this part before it is shown"
    if family.client and is_custom(element):
        return Severity.OFF, "a custom element fills this node"
    if around.hidden or is_styled_away(page, element):
        if family.client and where is not Where.URL:
            return Severity.OFF, "a hidden part, which a script may fill"
        return (
            Severity.INFO if where is Where.URL or not around.client else Severity.OFF
        ), "in a part that is not shown"
    if where is Where.LABEL and candidate.name == "alt" and element.tag not in _PICTURES and "-" not in element.tag:
        return Severity.INFO, "browsers show an alt text for pictures only"
    if (
        around.comments
        and where is Where.TEXT
        and family.rule in {"markup-as-text", "double-escape", "filler-text", "untranslated-key", "machine-name"}
        and not (family.rule == "untranslated-key" and element.tag in _LABELS)
    ):
        return Severity.OFF, "readers wrote it"
    if where is Where.TEXT and (told := told_of(page, sighting)):
        return told, "a sentence quotes it"
    severity, why = _quoted(page, sighting, severity)
    if severity is Severity.ERROR and family.client and where is Where.TEXT and is_framework_page(page):
        return Severity.WARNING, "a framework runs on this page and may fill it"
    return severity, why


def _replaced_by_author(page: Page, sighting: Sighting) -> bool:
    """Whether U+FFFD stands in the file itself, or a character was cut; else it is our decoder's."""
    if _has_replacements(page):
        return True
    rest = sighting.candidate.value[sighting.candidate.match.start() :]
    return re.match(r"[^\ufffd]*\ufffd+\s*(?:\.\.\.|…|\[…|$)", rest) is not None


@once_a_page
def _has_replacements(page: Page) -> bool:
    """Whether the file has U+FFFD somewhere, as UTF-8."""
    return b"\xef\xbf\xbd" in page.document.body


def _quoted(page: Page, sighting: Sighting, severity: Severity) -> tuple[Severity, str]:
    """Whether prose quotes it: a technical article, or a sentence that talks about programs; told once of equals."""
    candidate = sighting.candidate
    known: dict[Any, tuple[Severity, str]] = page.cache.setdefault("templating.quoted", {})
    place = candidate.element if candidate.tag in _EMPHASIS else None  # the sentence around it has a say
    key = (sighting.family.rule, candidate.where, severity, candidate.value, candidate.text, place)
    if key not in known:
        known[key] = _judged_prose(page, sighting, severity)
    return known[key]


def _sentence_of(element: Any) -> str:
    """The text of the paragraph in which an inline element stands; "" where it stands in none."""
    if not isinstance(element, Element) or element.tag not in _EMPHASIS:
        return ""
    paragraph = element.closest("p, li, dd, blockquote")
    return paragraph.text.strip() if paragraph is not None else ""


def _judged_prose(page: Page, sighting: Sighting, severity: Severity) -> tuple[Severity, str]:
    candidate = sighting.candidate
    sure = "no healthy page has this" if severity is Severity.ERROR else "it may be meant so"
    if sighting.family.rule not in _QUOTABLE or candidate.where is Where.URL:
        return severity, sure
    value = candidate.value.strip()
    if sighting.family.rule == "stringified-value" and candidate.whole and candidate.where is Where.TEXT:
        value = _sentence_of(candidate.element) or value  # <i>null</i> may be passed to the method
    share = len(candidate.text.strip()) / max(len(value), 1)
    if sighting.family.rule in {"markup-as-text", "double-escape"} and candidate.where & ~Where.TEXT:
        return (
            (Severity.OFF, "a sentence about markup quotes it")
            if _ON_MARKUP.search(re.sub(r"<[^<>]*>", " ", value))
            else (severity, sure)
        )
    prose = (
        re.sub(r"<[^<>]*>", " ", value.replace(candidate.text, " "))
        if "<" in value
        else value.replace(candidate.text, " ")
    )
    if sighting.family.rule in {"markup-as-text", "double-escape"} and share < 0.5 and _ON_MARKUP.search(prose):
        return Severity.OFF, "a sentence about markup quotes it"
    if share < 0.5 and len(value) >= 40 and _TECHNICAL.search(prose) and not from_a_machine(sighting):
        return Severity.OFF, "a sentence about programs quotes it"
    if shows_code(page):
        if share < 0.6:
            return Severity.OFF, "an article with code samples quotes it"
        if severity is Severity.ERROR and candidate.where is Where.TEXT:
            return Severity.WARNING, "the page shows code samples, so this may be one"
    return severity, sure
