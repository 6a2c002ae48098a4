"""Values in the form of machines, in places where readers read: ``date 2026-01-21``, ``1769000000``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.emptiness import is_shown
from layoutcheck.parse.page import Page

_ISO_DATE = r"\d{4}-\d{2}-\d{2}"
_ISO_TIME = rf"{_ISO_DATE}T\d{{2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d{{1,9}})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?"
#: Names that fields of content systems have and sentences have not: in lower case, alone or joined.
_FIELD_DATE = re.compile(
    rf"(?:date|datetime|pubdate|pub_date|publishdate|published_at|created_at|updated_at|modified_at|timestamp|lastmod|"
    rf"date_?published|date_?modified|[a-z]+(?:_[a-z]+)*_(?:date|time|at|on)|[a-z]+(?:Date|Time|At|"
    rf"On))\s*[:=]?\s*(?:{_ISO_TIME}|{_ISO_DATE})"
)
_FIELD_VALUE = re.compile(
    r"(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]+(?:[A-Z][a-z]+)*(?:Id|Date|Name|Type|Title|Slug|Url))\s?[:=]\s?\S.{0,80}$"
)
#: No value for machines goes without one of these.
_LOOK = re.compile(r"[\d_]")
#: As JavaScript, Java, Python and Ruby print a moment that nobody formatted.
_PRINTED = (
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d\d (?:\d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}(?: \([^()]{3,60}\))?|"
    r"\d\d:\d\d:\d\d [A-Z]{3,4} \d{4})"
    rf"|{_ISO_DATE} \d{{2}}:\d{{2}}:\d{{2}}(?:\.\d{{1,9}})?(?:[+-]\d{{2}}:\d{{2}}| (?:UTC|[+-]\d{{4}})(?: UTC)?)"
)
_RAW = re.compile(rf"(?<![\w/=-])(?:{_ISO_TIME}|{_PRINTED})(?![\w/])")
_TIMESTAMP = re.compile(r"1[0-9]{9}(?:\d{3})?$")
#: How an element says that a script writes its date anew: a name of its class, or an attribute that holds the moment or
#: the form that it shall have.
_REWRITTEN = re.compile(
    r"\b(?:time-?ago|(?:local|relative|human|js|moment)-?_?(?:date|time|datetime)|from-?now|locali[sz]ed?)\b",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"1[0-9]{9}(?:\d{3})?|(?=.*[yY]{2})(?=.*[hHdDmM])[yYmMdDhHsSaAtTzZnN ,./:'-]{4,40}")


@dataclass(frozen=True, slots=True)
class MachineText:
    """A value for machines: what kind, where, its text, and what makes it one cause on all pages."""

    kind: str
    spot: Spot
    text: str
    cause: str = ""


def find_machine_texts(page: Page) -> Iterator[MachineText]:
    """Raw dates, timestamps and field names in the title and around the headline."""
    if page.is_dump:
        yield from _in_dump(page)
        return
    article = read_article(page)
    title = page.tree.select_one("head > title")
    texts: list[Any] = [child for child in title.children if isinstance(child, Text)] if title is not None else []
    if article.headline_node is not None:
        texts += [node for node in article.headline_node.descendants if isinstance(node, Text)]
    texts += [
        line.text
        for line in article.header.lines
        if not line.aside and len(line.said) <= 160 and _LOOK.search(line.said) is not None
    ]
    seen: set[Any] = set()
    for text in texts:
        if text not in seen:
            seen.add(text)
            yield from _in_text(text)


def _in_dump(page: Page) -> Iterator[MachineText]:
    from layoutcheck.newsroom.dump import read_dump

    dump = read_dump(page)
    lines = [dump.title, *dump.header] if dump.title is not None else list(dump.header)
    seen: set[str] = set()
    for block in lines:
        if block is None or block.text in seen:
            continue
        seen.add(block.text)
        found = _judge(block.text, first=block is dump.title)
        if found is not None:
            kind, start, end, cause = found
            yield MachineText(kind, block.spot(start, end), block.text[start:end], cause)


def _in_text(text: Text) -> Iterator[MachineText]:
    data = text.data
    start = len(data) - len(data.lstrip())
    parent = text.parent
    inside = isinstance(parent, Element) and (parent.tag in ("code", "pre", "kbd", "samp"))
    found = None if inside else _judge(data.strip(), first=False)
    if found is not None and is_shown(parent):
        kind, begin, end, cause = found
        if kind == "raw-date" and isinstance(parent, Element) and _is_rewritten(parent):
            kind = "unformatted"
        yield MachineText(kind, Spot(text, None, start + begin, start + end), data[start + begin : start + end], cause)


def _is_rewritten(element: Element) -> bool:
    """Whether a script writes the date of an element anew: a ``time``, or one that carries what the script needs."""
    if element.closest("time") is not None or _REWRITTEN.search(element.attr("class") or "") is not None:
        return True
    return any(_MOMENT.fullmatch((element.attr(name) or "").strip()) is not None for name in element.attrs)


def _judge(said: str, *, first: bool) -> tuple[str, int, int, str] | None:
    """Kind, start, end and cause of the machine's value in one line."""
    if _LOOK.search(said) is None:
        return None
    if match := _FIELD_DATE.match(said):
        return "field", 0, match.end(), re.split(r"[\s:=]", said, maxsplit=1)[0]
    if first and (found := _machine_prefix(said)) is not None:
        return found
    if _FIELD_VALUE.match(said):
        return "field", 0, len(said), re.split(r"[\s:=]", said, maxsplit=1)[0]
    if match := _RAW.search(said):
        return "raw-date", match.start(), match.end(), "date"
    if _TIMESTAMP.match(said):
        return "timestamp", 0, len(said), "timestamp"
    return None


def _machine_prefix(said: str) -> tuple[str, int, int, str] | None:
    """A field's name and a date before a dump's title."""
    from layoutcheck.newsroom.dump import MACHINE_PREFIX

    prefix = MACHINE_PREFIX.match(said)
    if prefix is None or not prefix["name"] or not prefix["name"].islower():
        return None
    return "field", 0, prefix.end("date"), prefix["name"]
