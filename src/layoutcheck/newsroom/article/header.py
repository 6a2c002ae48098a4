"""The header of an article as a reader meets it: the short lines around the headline, each with its mark-up's role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from turbohtml import Element, Text

from layoutcheck.parse.block import UNREAD, single_spaced

#: How many texts are read before and behind the headline, and how many paragraphs behind it.
_BEFORE, _AFTER, _PARAGRAPHS = 16, 50, 3
_CLIMB = 6
#: A linked heading that is shorter is no teaser's.
_TEASER = 25
# In all such lists each word begins with its first letter, and what must not stand before it is looked for behind it:
# so a search stops only where one of these letters stands. One word with \b before it makes all three times as dear.
_AUTHOR = re.compile(
    r"by-?line|auth(?:or|er)|autor(?<!\wautor)|auteur|auto(?:re|ri)\b(?<!\wauto..)|writer|contributor|journalist|reporter|redakteur|"
    r"verfasser|"
    r"skribent|forfatter|posted-?by|post-?by|vcard(?<!\wvcard)|fn(?<![\w-]fn)(?![\w-])|firma\b|signature|creator|"
    r"p-name(?<![a-z]p-name)"
)
#: What stands beside a story, and what may also be the name of a row that holds the byline among other things.
_ASIDE = re.compile(
    r"comment(?!-?count)|relat(?:ed|ion)|recommend|sidebar|popular|trending|most-|newsletter|breadcrumb|menu(?<!\wmenu)|"
    r"nav(?<!\wnav)|cookie|consent|"
    r"modal|signup|subscribe|copyright|photo-?credit"
)
#: A row of the article's own, whatever else its name lists: ``entry-meta social-comments``.
OWN_ROW = re.compile(r"(?:entry|post|article|story|node|page-hero)[-_]*(?:meta|header|info)(?![a-z])|by-?line")
_META = re.compile(r"[-_](?:meta|info|byline)(?![a-z])")
#: A footer with the article's facts, which HTML lets stand in its header.
_OWN_FOOTER = re.compile(r"(?:^|\s)(?:meta|byline|info)(?:\s|$)")
_PERHAPS = re.compile(r"share|social|caption|promo|figure|gallery|image-|teaser|widget(?<!elementor-widget)|comment")
_ASIDE_TAGS = frozenset("footer nav figure figcaption form select table dialog".split())
_PERHAPS_TAGS = frozenset(["aside", "button"])
_HEADINGS = frozenset("h2 h3 h4 h5".split())
_STOP = frozenset("html body main".split())
#: Where the name of an element within a block begins, as style guides write it: ``block__element``, ``block--kind``.
_ELEMENT = re.compile(r"__|--|_")


class Role(NamedTuple):
    """What an element's tag, class, id, itemprop and rel say it holds."""

    author: bool
    aside: bool
    #: Whether the name may mean an aside, or a row that the byline shares with other things.
    perhaps: bool
    linked: bool
    headed: bool


class Line(NamedTuple):
    """One text of the header: ``said`` has its white space collapsed, ``author`` is the element marked as byline."""

    text: Text
    said: str
    after: bool
    author: Element | None
    aside: bool
    #: Whether it is a linked heading: that of another story.
    teaser: bool = False


@dataclass(eq=False)
class Header:
    """The lines around a headline."""

    lines: list[Line]
    headline: Element | None = None
    _roles: dict[Element, Role] = field(default_factory=dict)
    #: The elements around the headline; what they are called says nothing of the lines beside it.
    _around: set[Any] = field(default_factory=set)
    _texts: set[Any] = field(default_factory=set)
    _blocks: set[str] = field(default_factory=set)

    def surrounds(self, node: Any) -> bool:
        """Whether an element is one of those around the headline."""
        return node in self._around

    def own_marks_of(self, node: Element) -> str | None:
        """What an element is called within a block that holds the headline; None where it has no such name.

        ``comment-piece__date`` in the ``comment-piece`` that the headline belongs to is a date.
        """
        if not self._blocks:
            around = (holder for holder in self._around if isinstance(holder, Element))
            self._blocks = {"", *(name for holder in around for name in _classes(holder))}
        names = _classes(node)
        own = [_of_block(name, self._blocks) for name in names]
        return " ".join(own) if own != names else None

    def holds(self, text: Any) -> bool:
        """Whether a text node is one of the header's."""
        if not self._texts:
            self._texts = {line.text for line in self.lines}
        return text in self._texts


def read_header(headline: Element | None) -> Header:
    """The header around a headline; empty when there is none."""
    header = Header([], headline)
    if headline is None:
        return header
    header._around = set(headline.ancestors)
    scope = _scope(headline)
    before: list[Line] = []
    for text, data, parent in _read_texts(headline.preceding):
        if len(before) >= _BEFORE or not _within(parent, scope):
            break
        before.append(_line(header, text, data, parent, after=False))
    header.lines += before[::-1]
    paragraphs = 0
    last: Any = None
    for count, (text, data, parent) in enumerate(_read_texts(headline.following)):
        line = _line(header, text, data, parent, after=True)
        if line.teaser:
            break
        header.lines.append(line)
        if len(line.said) > 120 and parent is not last and not line.aside:
            paragraphs += 1
            last = parent
        if count >= _AFTER or paragraphs >= _PARAGRAPHS:
            break
    return header


def _scope(headline: Element) -> Element:
    """The container whose texts before the headline may belong to it."""
    scope = headline
    for _ in range(4):
        parent = scope.parent
        if not isinstance(parent, Element) or parent.tag in _STOP:
            break
        scope = parent
        if scope.tag == "article":
            break
    return scope


def _within(holder: Any, scope: Element) -> bool:
    for _ in range(12):
        if holder is None:
            return False
        if holder is scope:
            return True
        holder = holder.parent
    return False


def _read_texts(nodes: Any) -> Iterator[tuple[Text, str, Element]]:
    """The texts among nodes that a reader may see, each with what it says and the element that holds it."""
    for node in nodes:
        if type(node) is Text:
            data = node.data
            if not data or data.isspace():
                continue
            parent = node.parent
            if isinstance(parent, Element) and parent.tag not in UNREAD:
                yield node, data, parent


def _line(header: Header, text: Text, data: str, parent: Element, *, after: bool) -> Line:
    author: Element | None = None
    aside = linked = headed = False
    holder: Any = parent
    around, roles = header._around, header._roles
    for depth in range(_CLIMB):
        role = roles.get(holder)
        if role is None:
            if not isinstance(holder, Element) or holder in around:
                break
            role = role_of(holder)
            if role.aside and (own := header.own_marks_of(holder)) is not None:
                role = role_called(holder.tag, own)
            roles[holder] = role
        if role.linked:
            linked = True
        elif role.headed:
            headed = True
        if role.author and author is None:
            author = holder
        if role.aside or (role.perhaps and depth < 2 and author is None):
            aside = True
            break
        holder = holder.parent
    said = single_spaced(data)
    teaser = linked and headed and author is None and len(said) >= _TEASER
    return Line(text, said, after, author, aside, teaser)


def role_of(node: Element) -> Role:
    """What an element says of its content."""
    return role_called(node.tag, marks_of(node))


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def role_called(tag: str, names: str) -> Role:
    """What an element of that tag and with those :func:`marks_of` says of its content."""
    author = _AUTHOR.search(names) is not None
    aside = _ASIDE.search(names) is not None and OWN_ROW.search(names) is None
    perhaps = _PERHAPS.search(names) is not None and _META.search(names) is None
    if not is_own_footer(tag, names):
        aside, perhaps = aside or tag in _ASIDE_TAGS, perhaps or tag in _PERHAPS_TAGS
    return Role(author, aside, perhaps, tag == "a", tag in _HEADINGS)


def is_own_footer(tag: str, names: str) -> bool:
    """Whether an element is a footer with the article's facts, which HTML lets stand in its header."""
    return tag == "footer" and (OWN_ROW.search(names) or _OWN_FOOTER.search(names)) is not None


def _classes(node: Element) -> list[str]:
    return (node.attr("class") or "").lower().split()


def _of_block(name: str, blocks: set[str]) -> str:
    """A name without the block that it begins with."""
    cut = _ELEMENT.search(name)
    return name[cut.end() :] if cut is not None and name[: cut.start()] in blocks else name


def marks_of(node: Element) -> str:
    """Class, id, itemprop and rel of an element, lower case, as one string."""
    # Written out, since this is asked of more elements than anything else; most have a class or nothing.
    attributes = node.attrs
    if not (count := len(attributes)):
        return ""
    name = node.attr("class")
    if name is not None and (count == 1 or not ("id" in attributes or "itemprop" in attributes or "rel" in attributes)):
        return name.lower()
    own, prop, rel = node.attr("id"), node.attr("itemprop"), node.attr("rel")
    return " ".join(filter(None, (name, own, prop, rel))).lower()
