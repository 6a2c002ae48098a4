# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""What the element and all around it say of a text: code, hidden, for a script to fill, written by readers.

Each sign counts for the element that carries it and for all below it; signs on ``html`` and ``body`` count for nothing
by themselves, or one class of a framework would silence the whole page, and no more do the names of what holds the story
(:mod:`.story_part`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.core.rare import rare
from layoutcheck.parse.hidden import is_hidden
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page
from layoutcheck.templating.code_sample import CODE_CLASS, CODE_TAGS
from layoutcheck.templating.story_part import holds_story

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


def is_bound(element: Element) -> bool:
    """Whether an element's own attributes say that a script fills it."""
    return any(_FRAMEWORK.match(name) or _SCRIPTED.match(name) for name in element.attrs)


def is_custom(element: Element) -> bool:
    """Whether a custom element is here or just around: it renders what it holds."""
    for node in (element, element.parent):
        if isinstance(node, Element) and "-" in node.tag and not node.tag.startswith(("amp-", "font-", "annotation-")):
            return True
    return False


@once_a_page
def is_framework_page(page: Page) -> bool:
    """Whether a framework's mark stands on ``html`` or ``body``, or an element is named as one to mount an app on."""
    roots = [page.tree.root, page.body]
    if any(_FRAMEWORK.match(name) for root in roots if isinstance(root, Element) for name in root.attrs):
        return True
    return page.tree.select_one("#app, #vue, #vue-app, #vueapp, #angular-app, [data-v-app]") is not None
