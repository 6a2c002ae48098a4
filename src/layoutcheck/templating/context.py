# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Whether a sighting is read by anybody, and whether it is a leak there.

A template's expression is no leak in a code sample, in a node that a script in the browser still fills, or in a part that
is never shown. Each such sign counts for the element that carries it and for all below it; signs on ``html`` and ``body``
count for nothing by themselves, or one class of a framework would silence the whole page, and no more do the names of what holds
the story (:mod:`.story_part`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.parse.dump_inline import is_markdown
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.page import Page
from layoutcheck.templating.code_sample import CODE_CLASS, CODE_TAGS, labels_code, left_for_debugging
from layoutcheck.templating.family import Where
from layoutcheck.templating.quotation import from_a_machine, told_of
from layoutcheck.templating.scanner import Sighting
from layoutcheck.templating.story_part import holds_story
from layoutcheck.templating.styled import is_styled_away

_UNREAD_TAGS = frozenset("script style template noembed noframes iframe textarea object".split())
#: Attributes by which a framework says that it takes what stands below for its template. What it has rendered bears marks
#: of it too (``ng-version``, ``data-reactroot``), and ``ng-non-bindable`` says the contrary.
_FRAMEWORK = rare(
    r"^(?:(?:data-)?ng-(?!scope$|binding$|star|non-bindable$|version$|server-context$|reflect-|tns)\S+|v-\S+|x-(?:data|text|html|show|if|for|bind|cloak|init|model|on|ref|effect|transition|teleport)\b\S*|"
    r"[:@]\S+|\*ng\S+|\[[\w.-]+\]|\([\w.-]+\)|wire:\S+|hx-\S+|data-(?:vue|svelte|alpine|mustache|handlebars)\S*|data-react-(?:class|component|props)|"
    r"ko-\S+|rv-\S+|dom-(?:if|repeat)|amp-bind\S*)$"
)
#: Attributes that a script's template may bear, or a page that keeps its kind in them (``data-template="article"``).
_SCRIPTED = rare(
    r"^(?:data-bind|data-template\S*|data-tpl|data-tmpl|is|sly|data-each-\S*|data-text|data-html|data-if|data-repeat|data-foreach|data-model)$"
)
_TEMPLATE_NAME = re.compile(
    r"(?i)(?:^|\s)(?:(?:js|hb|hbs|mustache|handlebars|client|vue|ng|x|ko|underscore)[-_]?(?:template|tpl|tmpl)\S*|tpl|tmpl|handlebars|mustache|\S+[-_](?:tpl|tmpl)|v-cloak|ng-cloak|x-cloak)(?=$|\s)"
)
_TEMPLATE_ID = re.compile(r"(?i)(?:template|tpl|tmpl)s?$")
#: A script's template by a name of its own (``rowTemplate``, ``menuTemplateItem``), not the layout of a page.
_TEMPLATE_WORD = re.compile(
    r"(?:^|\s)(?!(?i:page|article|post|main|site|layout|content|master|story|news|single|blog|section))[a-z]\w*Template(?:[A-Z]\w*)?(?=$|\s)"
)
#: Parts that their own script fills: consent managers, WordPress.com's likes and comment forms.
_FILLED = rare(
    r"(?i)cmplz|cookie|consent|onetrust|didomi|usercentrics|borlabs|qc-cmp|gdpr|likes-other-gravatars|comment-form-(?:load|posting|share|guest|wordpress|twitter|facebook)|"
    r"jp-carousel|wpl-|sd-like|likes?-text|jetpack-likes|infinite-(?:scroll|footer)|capture_|janrain|gigya|googtrans|notifications?-template"
)
_MODAL = rare(
    r"(?i)(?:^|[\s_-])(?:modal|popup|pop-up|lightbox|dialog|overlay|fancybox|pswp|toast|drawer|fly-?out|snackbar|off-?canvas|tooltip|popover|autocomplete|typeahead|suggest(?:ions?)?)(?=$|[\s_-])"
)
#: What a page's template writes in its comments, not a reader.
_LABELS = frozenset("h1 h2 h3 h4 h5 h6 button label legend".split())
_EMPHASIS = frozenset("i em b strong q u cite dfn mark".split())
_PICTURES = frozenset("img image area input applet object embed".split())
_HIDDEN_CLASS = frozenset(
    "hidden hide d-none is-hidden invisible u-hidden display-none displaynone uk-hidden js-hidden ng-hide noshow no-display dn nodisplay is-invisible "
    "u-hide hide-element hidden-block visually-none elementor-hidden cmplz-hidden".split()
)
_COMMENTS = rare(
    r"(?i)(?:^|[\s_-])(?:comments?|commentlist|comment-?(?:body|content|text|area)|respond|disqus\w*|replies|reply|forum|guestbook|allowed-tags|postbody|user-?post)(?=$|[\s_-])"
)
#: A box that its own class hides until a script shows it: ``box-hide``, ``meta-no-display``; not ``md-hide``, ``overflow-hidden``.
_HIDDEN_SUFFIX = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?:box|block|content|panel|layer|meta|element|popup|row|field)[_-](?:hide|hidden)|no-?display)(?=$|\s)"
)
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
        "custom-pattern",
    }
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the element and all around it say."""

    code: bool = False
    unread: bool = False
    hidden: bool = False
    #: A script in the browser fills it.
    client: bool = False
    modal: bool = False
    #: Readers wrote it.
    comments: bool = False


_NOTHING = Surroundings()


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
    if family.client and (around.client or _bound(element)):
        return Severity.OFF, "a script fills this node"
    if family.client and around.modal:
        if where is Where.URL:
            return Severity.INFO, "in a part that a script shows"
        return Severity.OFF, "a script fills this part before it is shown"
    if family.client and _custom(element):
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
    if severity is Severity.ERROR and family.client and where is Where.TEXT and _framework_page(page):
        return Severity.WARNING, "a framework runs on this page and may fill it"
    return severity, why


def _replaced_by_author(page: Page, sighting: Sighting) -> bool:
    """Whether U+FFFD stands in the file itself, or a character was cut; else it is our decoder's."""
    known: bool | None = page.cache.get("templating.replaced")
    if known is None:
        known = page.cache["templating.replaced"] = b"\xef\xbf\xbd" in page.document.body
    if known:
        return True
    rest = sighting.candidate.value[sighting.candidate.match.start() :]
    return re.match(r"[^\ufffd]*\ufffd+\s*(?:\.\.\.|…|\[…|$)", rest) is not None


def surroundings(page: Page, element: Element) -> Surroundings:
    """The signs on the element and around it; computed once for each element of a page."""
    known: dict[Any, Surroundings] = page.cache.setdefault("templating.surroundings", {})
    chain: list[Element] = []
    node: Any = element
    while isinstance(node, Element) and node not in known:
        chain.append(node)
        node = node.parent
    around = known[node] if isinstance(node, Element) else _NOTHING
    if chain and not isinstance(node, Element) and chain[-1].tag not in {"html", "frameset"}:
        around = Surroundings(unread=True)  # the content of a template
    for current in reversed(chain):
        around = known[current] = _joined(page, around, current)
    return around


def _joined(page: Page, around: Surroundings, element: Element) -> Surroundings:
    tag = element.tag
    if tag in {"html", "body"}:
        return around
    names, ident = "", ""
    signs: tuple[str, ...] = ()
    if len(attributes := element.attrs):
        ident = element.attr("id") or ""
        names = f"{element.attr('class') or ''} {ident}"
        signs = tuple(attributes)
    own = _own(tag, signs, element.attr("role") or "", _hidden(element, tag))
    named = _named(names, ident, signs)
    if named is not _NOTHING and not holds_story(page, element):
        own = _either(own, named)
    return own if around is _NOTHING else _either(around, own)


@lru_cache(maxsize=4096)  # the pages of one site share their attributes
def _own(tag: str, attributes: tuple[str, ...], role: str, hidden: bool) -> Surroundings:
    """What an element is."""
    return Surroundings(
        code=tag in CODE_TAGS,
        unread=tag in _UNREAD_TAGS,
        hidden=hidden,
        client=any(_FRAMEWORK.match(name) for name in attributes),
        modal=tag == "dialog" or role in {"dialog", "alertdialog", "tooltip", "listbox"},
    )


@lru_cache(maxsize=4096)
def _named(names: str, ident: str, attributes: tuple[str, ...]) -> Surroundings:
    """What an element is called."""
    named = Surroundings(
        code=CODE_CLASS.search(names) is not None,
        client=any(_SCRIPTED.match(name) for name in attributes)
        or any(pattern.search(names) for pattern in (_TEMPLATE_NAME, _TEMPLATE_WORD, _FILLED))
        or _TEMPLATE_ID.search(ident) is not None,
        modal=_MODAL.search(names) is not None,
        comments=_COMMENTS.search(names) is not None,
    )
    return named if named != _NOTHING else _NOTHING


@lru_cache(maxsize=256)
def _either(one: Surroundings, other: Surroundings) -> Surroundings:
    """The signs of both."""
    return Surroundings(*(getattr(one, field.name) or getattr(other, field.name) for field in fields(Surroundings)))


def _hidden(element: Element, tag: str) -> bool:
    if is_hidden(element) or (tag == "dialog" and "open" not in element.attrs):
        return True
    if tag == "input" and (element.attr("type") or "").lower() == "hidden":
        return True
    names = element.attr("class")
    return bool(names) and _is_hidden_name(names or "")


@lru_cache(maxsize=4096)
def _is_hidden_name(names: str) -> bool:
    return not _HIDDEN_CLASS.isdisjoint(names.lower().split()) or _HIDDEN_SUFFIX.search(names) is not None


def _bound(element: Element) -> bool:
    return any(_FRAMEWORK.match(name) or _SCRIPTED.match(name) for name in element.attrs)


def _custom(element: Element) -> bool:
    """A custom element here or just around: it renders what it holds."""
    for node in (element, element.parent):
        if isinstance(node, Element) and "-" in node.tag and not node.tag.startswith(("amp-", "font-", "annotation-")):
            return True
    return False


def _framework_page(page: Page) -> bool:
    """Whether a framework's mark stands on ``html`` or ``body``, or an element is named as one to mount an app on."""
    known: bool | None = page.cache.get("templating.framework")
    if known is None:
        roots = [page.tree.root, page.body]
        known = any(_FRAMEWORK.match(name) for root in roots if isinstance(root, Element) for name in root.attrs)
        known = known or page.tree.select_one("#app, #vue, #vue-app, #vueapp, #angular-app, [data-v-app]") is not None
        page.cache["templating.framework"] = known
    return known


def _technical_page(page: Page) -> bool:
    """Whether the page shows code: then its prose may quote it."""
    known: bool | None = page.cache.get("templating.technical")
    if known is None:
        found = 0
        for element in page.tree.iter_elements(("pre", "code", "kbd", "samp")):
            found += 2 if element.tag == "pre" and len(element.text) > 30 else 1
            if found >= 2:
                break
        known = page.cache["templating.technical"] = found >= 2
    return known


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
    if _technical_page(page):
        if share < 0.6:
            return Severity.OFF, "an article with code samples quotes it"
        if severity is Severity.ERROR and candidate.where is Where.TEXT:
            return Severity.WARNING, "the page shows code samples, so this may be one"
    return severity, sure
