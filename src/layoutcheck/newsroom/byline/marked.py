"""Bylines by what their elements are called: class, ``rel`` and ``itemprop``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from turbohtml import Element

from layoutcheck.newsroom.article.header import Header, marks_of
from layoutcheck.newsroom.byline.candidate import Candidate
from layoutcheck.newsroom.byline.names import (
    AND,
    LEAD,
    LEAD_ALONE,
    fold,
    is_desk,
    is_full_name,
    may_lead,
    split_names,
    unique,
)
from layoutcheck.newsroom.byline.place import PROFILE, stands_elsewhere
from layoutcheck.newsroom.found import Later
from layoutcheck.newsroom.place.gazetteer import PlaceKind, lookup
from layoutcheck.newsroom.reading import spot_of, text_of, texts
from layoutcheck.newsroom.structured import Structured
from layoutcheck.parse.block import single_spaced
from layoutcheck.parse.page import Page

#: Elements outside the header that may hold a byline; asked for only when the header holds none.
_FAR = (
    '[rel~="author" i], [class*="byline" i], [class*="author" i], [class*="autor" i], [class*="auteur" i], '
    '[class*="writer" i], [id*="author" i], [class*="fullname" i], [class*="full-name" i]'
)
#: The same and some more, since each alternative is asked of every element of the page.
_PERHAPS_FAR = (
    '[class]:is([class*="byline" i], [class*="aut" i], [class*="writer" i], [class*="full" i]), '
    '[rel~="author" i], [id*="author" i]'
)
#: Names of elements that say something about an author but not the name.
_ABOUT = re.compile(
    r"(?:author|autor|auteur|writer|byline|contributor)\w*?[-_]*(?:designation|title|role|job|bio|disclaimer|date|time|"
    r"desc|position|location|heading|picture|image|img|avatar|photo|twitter|email|social|count|posts|more|link-all)|"
    r"(?:photo|image|picture|foto|bild)[-_]*(?:author|autor|credit)|"
    r"(?<![a-z])(?:categor(?:y|ies)|kategorien?)(?![a-z])"
)
#: What holds an author's name within a byline.
_NAMES = '[rel~="author"], [itemprop~="name"], a[href*="author"], a[href*="/by/"], a[href*="autor"], a[href*="profile"]'
_NAMED = re.compile(
    r"author[-_]?name|autor[-_]?name|post-?author|article-?_*author|entry-?author|authors?\b|writer|full-?name"
)
_NO_HOLDER = frozenset("meta script link input html body main article form section".split())
#: How long an element may be that is marked as a byline.
LONGEST_MARKED = 300
#: What speaks for a byline: that its names lead to their authors' pages, and that it says "By".
_LINKED, _LED = 0.3, 0.6
#: How long a box may be that tells who the author is.
_LONGEST_BOX = 1500
#: How long its title may be, and what it says where it presents somebody else.
_LONGEST_TITLE, _PICTURES = 40, re.compile(r"photo|foto|bild|image|illustr|styl|produc", re.IGNORECASE)
#: More elements than these belong to comments and lists.
_MOST = 20


def read_marked(header: Header, structured: Structured) -> list[Candidate]:
    """Bylines by what their elements are called: in the header, and by ``itemprop`` anywhere."""
    found: list[tuple[Element, Candidate]] = []
    before: Element | None = None
    for node, one in _marked(header, structured):
        last = found[-1][1] if found else None
        if last is not None and _continues(last, one, before, node):
            found[-1] = (found[-1][0], replace(last, names=unique([*last.names, *one.names])))
        else:
            found.append((node, one))
        before = node
    return list(_whole(found))


def _marked(header: Header, structured: Structured) -> Iterator[tuple[Element, Candidate]]:
    seen: set[Any] = set()
    for line in header.lines:
        node = line.author
        if node is None or node in seen or line.aside:
            continue
        seen.add(node)
        found = None if stands_elsewhere(node, header, near=True) else _read_marked(node, near=True)
        if found is not None and not _is_headline(node, header):
            yield node, found
    for node in structured.items.get("author", ())[:_MOST]:
        if node not in seen and node.tag != "meta" and not stands_elsewhere(node, header):
            found = _read_marked(node, near=False)
            if found is not None:
                yield node, found


def _is_headline(node: Element, header: Header) -> bool:
    """Whether an element says the headline: a microformat's name (``fn``) may be that of the story."""
    return header.headline is not None and fold(text_of(header.headline)) == fold(_text_of(node))


def _continues(last: Candidate, one: Candidate, before: Element | None, node: Element) -> bool:
    """Whether two bylines are one: each author of a story has an element of the same kind, side by side."""
    if last.source != one.source or one.sure < 2 or before is None:
        return False
    if last.sure != one.sure and not (0 < last.sure - one.sure <= _LED + _LINKED and is_full_name(one.names)):
        return False  # the first of them may say "By" for all, and not all have a page
    holder: Any = before.parent
    for _ in range(3):
        if isinstance(holder, Element) and (holder == node.parent or holder in node.ancestors):
            return True
        holder = getattr(holder, "parent", None)
    return False


def _whole(found: list[tuple[Element, Candidate]]) -> Iterator[Candidate]:
    """Those bylines of which no other one has all names, and more people beside them.

    An element that holds those of the single authors is as sure as they are.
    """
    for node, whole_line in found:
        line = _without_agency(node, whole_line, found)
        covering = [(other, whole) for other, whole in found if _covers(whole, line)]
        if any(whole.sure >= line.sure or other in node.ancestors for other, whole in covering):
            continue
        parts = [part.sure for below, part in found if _covers(line, part) and node in below.ancestors]
        yield replace(line, sure=max(line.sure, *parts)) if parts else line


def _without_agency(node: Element, line: Candidate, found: list[tuple[Element, Candidate]]) -> Candidate:
    """A byline that runs on behind an element for the name, cut there: ``<span>Jo Moe</span> Associated Press``."""
    if len(line.names) != 1 or line.names[0].count(" ") < 2:
        return line
    for below, part in found:
        if len(part.names) == 1 and line.names[0].startswith(f"{part.names[0]} ") and node in below.ancestors:
            return replace(line, names=part.names) if is_full_name(part.names) else line
    return line


def _covers(whole: Candidate, part: Candidate) -> bool:
    """Whether one byline has all names of another, and more people beside them."""
    more = set(whole.names) - set(part.names)
    return (
        len(more) == len(whole.names) - len(part.names) > 0
        and is_full_name(whole.names)
        and all(lookup(name) is PlaceKind.NONE for name in more)
    )


def _read_marked(node: Element, *, near: bool) -> Candidate | None:
    text = _text_of(node)
    marks = marks_of(node)
    if not 2 <= len(text) <= LONGEST_MARKED or _ABOUT.search(marks):
        return None
    names, linked = _names_within(node, text)
    if not names:
        return None
    sure = 2.4 + _LINKED * linked
    if "by-line" in marks or "byline" in marks:
        sure = 3.2
    elif "author" in (node.attr("itemprop") or "").split() or "author" in (node.attr("rel") or "").lower().split():
        sure = 3.4
    elif _NAMED.search(marks):
        sure = 2.8
    if may_lead(text) and LEAD.match(text):
        sure += _LED
    if not near:
        sure -= 1.0
    if all(is_desk(name) for name in names):
        sure = min(sure, 1.7)  # a desk signs where nobody does
    return Candidate(names, Later(spot_of, (node,)), _source(node), sure)


def _text_of(node: Element) -> str:
    """The text of a byline; names in elements that touch each other are set apart.

    Of a text that is too long for a byline no more is read than shows it.
    """
    found = ""
    length = 0
    for text in texts(node):
        said = text.data
        if found and found[-1].isalpha() and said[:1].isupper():
            before = found.strip()
            if " " in before and LEAD_ALONE.search(before.split()[-1]) is None:
                found += ", "
        found += said
        length += sum(map(len, said.split()))
        if length > LONGEST_MARKED:
            break
    return single_spaced(found)


def read_far(page: Page, header: Header) -> Iterator[Candidate]:
    """Bylines that stand elsewhere on the page, asides and other stories left out."""
    marked = (node for node in page.tree.select(_PERHAPS_FAR) if node.matches(_FAR))
    for node in islice(marked, _MOST * 2):
        if node.tag in _NO_HOLDER or node.tag == "img" or stands_elsewhere(node, header):
            continue
        found = _read_marked(node, near=False) or _read_box(node)
        if found is not None:
            yield Candidate(found.names, found.at, found.source, found.sure - 0.6)


def _read_box(node: Element) -> Candidate | None:
    """The author whom a box presents in running text: the link to their page, which opens it."""
    if not LONGEST_MARKED < len(node.text) <= _LONGEST_BOX:
        return None
    link = next((link for link in node.select("a[href]") if link.text.strip()), None)  # the first is around a picture
    if link is None:
        return None
    name = text_of(link)
    before = text_of(node).partition(name)[0]
    if len(before) > _LONGEST_TITLE or _PICTURES.search(before) is not None:
        return None
    if PROFILE.search(link.attr("href") or "") is None or split_names(name) != (name,) or not is_full_name((name,)):
        return None
    return Candidate((name,), Later(spot_of, (link,)), _source(node), 1.8)


def _names_within(node: Element, text: str) -> tuple[tuple[str, ...], bool]:
    """The names in an element marked as byline, and whether they link to their authors' pages."""
    inner = node.select(_NAMES) if any(isinstance(child, Element) for child in node.children) else ()
    names = unique(name for part in inner for name in split_names(text_of(part)))
    if names and AND.search(f" {text} ") is None:
        return names, True  # the whole cannot hold more names
    whole = split_names(text, led=" " not in text or is_desk(text), marked=True)
    if not names:
        return whole, False
    known = {fold(name) for name in names}
    if len(whole) > len(names) and known <= {fold(name) for name in whole} and is_full_name(whole):
        return whole, True  # not all of them have a page of their own
    return names, True


def _source(node: Element) -> str:
    if "author" in (node.attr("itemprop") or "").split():
        return f"{node.tag}[itemprop=author]"
    if "author" in (node.attr("rel") or "").lower().split():
        return f"{node.tag}[rel=author]"
    return "byline"
