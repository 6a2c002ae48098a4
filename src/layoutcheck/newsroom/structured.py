"""What a page says of itself to machines: JSON-LD, microdata, Open Graph and meta elements, with exact spots.

JSON-LD is parsed by the standard library's C scanner; the spots of its strings are found by walking the text again
along one path only, skipping everything beside it with that same scanner.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeAlias

from turbohtml import Element, Text, unescape

from layoutcheck.core.fold import skeleton
from layoutcheck.core.number import json_number
from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page

Path: TypeAlias = tuple[str | int, ...]

_WRAPPER = re.compile(r"\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)")
_SPACE = re.compile(r"[ \t\r\n]*")
_LENIENT = json.JSONDecoder(strict=False, parse_int=json_number)
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|OpinionPiece)$")
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage|VideoObject|PodcastEpisode|Event|CreativeWork|AboutPage)$")
#: Properties under which an article stands, not something that it merely mentions.
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 6


@dataclass(eq=False)
class LinkedData:
    """One JSON-LD script: its text, its value, or why it has none."""

    node: Text
    value: Any = None
    error: json.JSONDecodeError | None = None
    #: Where the JSON begins, behind a comment that hides it from ancient browsers.
    start: int = 0

    def spot(self, path: Path) -> Spot:
        """The spot of the value at ``path``: a string without its quotes, anything else whole."""
        text = self.node.data
        at = _skip(text, self.start)
        try:
            for step in path:
                at = _step(text, at, step)
            end = _LENIENT.raw_decode(text, at)[1]
        except (ValueError, LookupError, StopIteration):
            return Spot(self.node)
        quoted = text[at] == '"'
        return Spot(self.node, None, at + quoted, end - quoted)


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of a JSON-LD script."""

    script: LinkedData
    path: Path
    value: dict[str, Any]

    @property
    def types(self) -> tuple[str, ...]:
        """Its types without their vocabulary's address."""
        said = self.value.get("@type", self.value.get("type", ()))
        listed = said if isinstance(said, list) else [said]
        return tuple(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in listed if isinstance(name, str))

    def text(self, name: str) -> Fact | None:
        """The property ``name`` as text (the first of several), or None."""
        found = self.value.get(name)
        path = (*self.path, name)
        while isinstance(found, list) and found:
            found, path = found[0], (*path, 0)
        if isinstance(found, dict) and isinstance(found.get("@value", found.get("name")), str):
            key = "@value" if "@value" in found else "name"
            found, path = found[key], (*path, key)
        if isinstance(found, bool) or not isinstance(found, str | int | float) or not str(found).strip():
            return None
        return Fact(name, _unescaped(str(found)), "json-ld", self, path)


class Fact(NamedTuple):
    """One thing that a page tells machines; ``source`` says where (``json-ld``, ``microdata``, ``og:title`` …)."""

    name: str
    value: str
    source: str
    thing: Thing | None = None
    path: Path = ()
    at: Spot | None = None

    @property
    def spot(self) -> Spot:
        """Where it is said."""
        if self.thing is not None:
            return self.thing.script.spot(self.path)
        assert self.at is not None
        return self.at

    @property
    def within(self) -> Any:
        """The node in which it is said."""
        return self.thing.script.node if self.thing is not None else self.at and self.at.node


@dataclass(eq=False)
class Structured:
    """All machine-readable statements of one page."""

    page: Page
    scripts: list[LinkedData] = field(default_factory=list)
    #: Lower-case name or property of ``meta`` elements -> those elements, in source order.
    metas: dict[str, list[Element]] = field(default_factory=dict)
    #: ``itemprop`` -> elements, in source order.
    items: dict[str, list[Element]] = field(default_factory=dict)
    _facts: dict[str, Fact | None] = field(default_factory=dict)

    def meta(self, *names: str) -> Fact | None:
        """The first non-empty ``meta`` element of the first of ``names`` that the page has."""
        for name in names:
            if name in self.metas and (fact := self._meta(name)) is not None:
                return fact
        return None

    def _meta(self, name: str) -> Fact | None:
        # Several parts of an article are told by the same element, and all of Open Graph is a part of its own.
        if name not in self._facts:
            self._facts[name] = None
            for element in self.metas[name]:
                if content := (element.attr("content") or "").strip():
                    self._facts[name] = Fact(name, content, name, at=Spot(element, "content"))
                    break
        return self._facts[name]

    @cached_property
    def things(self) -> list[Thing]:
        """The objects of all scripts that may be the article or its page, in source order."""
        return [thing for script in self.scripts for thing in _things(script, (), script.value, 0)]

    @cached_property
    def article(self) -> Thing | None:
        """The JSON-LD object that is this page's article, or None."""
        found = [thing for thing in self.things if any(_ARTICLE_TYPE.search(name) for name in thing.types)]
        if len(found) > 1:
            return min(found, key=self._distance)
        return found[0] if found else None

    @cached_property
    def web_page(self) -> Thing | None:
        """The JSON-LD object that is the page around the article, or None."""
        return next((t for t in self.things if any(_PAGE_TYPE.search(name) for name in t.types)), None)

    def text(self, name: str) -> Fact | None:
        """A property of the JSON-LD article."""
        return self.article.text(name) if self.article else None

    def _distance(self, thing: Thing) -> int:
        """How far an article object seems from being this page's own; 0 is nearest."""
        title = self.meta("og:title", "twitter:title")
        headline = thing.text("headline") or thing.text("name")
        if title and headline and skeleton(headline.value) and skeleton(headline.value) in skeleton(title.value):
            return 0
        return 1 if headline and thing.value.get("datePublished") else 2

    def authors(self, thing: Thing | None) -> list[Fact]:
        """The names of an object's authors, references within the script followed."""
        found: list[Fact] = []
        if thing is not None:
            for key in ("author", "creator"):
                _authors(self, thing, thing.value.get(key), (*thing.path, key), found, 0)
                if found:
                    break
        return found

    def by_id(self, script: LinkedData, name: str) -> Thing | None:
        """The object with the given ``@id``, in the same script first."""
        same = [thing for thing in self.things if thing.value.get("@id") == name and len(thing.value) > 1]
        return next((thing for thing in same if thing.script is script), same[0] if same else None)


def read_structured(page: Page) -> Structured:
    """Sort the page's JSON-LD scripts, its ``meta`` elements and those with ``itemprop``."""
    found = Structured(page)
    # The parser keeps an index by tag; by attribute it has to walk the whole tree.
    for node in page.tree.select("script"):
        if "ld+json" in (node.attr("type") or "").lower() and (script := _read_script(node)) is not None:
            found.scripts.append(script)
    for node in page.tree.select("meta"):
        attributes = node.attrs
        for key in ("property", "name", "http-equiv", "itemprop"):
            if key in attributes and (name := (node.attr(key) or "").strip().lower()):
                found.metas.setdefault(name, []).append(node)
    for node in page.tree.select("[itemprop]"):
        for name in (node.attr("itemprop") or "").split():
            found.items.setdefault(name, []).append(node)
    return found


def _read_script(node: Element) -> LinkedData | None:
    text = next((child for child in node.children if isinstance(child, Text)), None)
    if text is None or not text.data.strip():
        return None
    data = text.data
    wrapper = _WRAPPER.match(data)
    script = LinkedData(text, start=wrapper.end() if wrapper else 0)
    at = _skip(data, script.start)
    try:
        script.value, end = _LENIENT.raw_decode(data, at)
        rest = data[end:].strip()
        if rest and not wrapper and rest != ";":
            script.error = json.JSONDecodeError("Extra data", data, end + len(data[end:]) - len(data[end:].lstrip()))
    except json.JSONDecodeError as error:
        # A copy: the error itself holds on to where it was raised, and so to the page.
        script.error = json.JSONDecodeError(error.msg, data, error.pos)
    except RecursionError:
        script.error = json.JSONDecodeError("Nested too deeply", data, at)
    return script


def _things(script: LinkedData, path: Path, value: Any, depth: int) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _things(script, (*path, index), item, depth + 1)
    elif isinstance(value, dict):
        yield Thing(script, path, value)
        for key in _WITHIN:
            if isinstance(value.get(key), dict | list):
                yield from _things(script, (*path, key), value[key], depth + 1)


def _authors(structured: Structured, thing: Thing, said: Any, path: Path, found: list[Fact], depth: int) -> None:
    if depth > 4:
        return
    if isinstance(said, list):
        for index, item in enumerate(said):
            _authors(structured, thing, item, (*path, index), found, depth + 1)
    elif isinstance(said, str):
        if said.strip():
            found.append(Fact("author", _unescaped(said), "json-ld", thing, path))
    elif isinstance(said, dict):
        if "name" in said:
            _authors(structured, thing, said["name"], (*path, "name"), found, depth + 1)
        elif isinstance(said.get("@id"), str):
            other = structured.by_id(thing.script, said["@id"])
            if other is not None and "name" in other.value:
                _authors(structured, other, other.value["name"], (*other.path, "name"), found, depth + 1)


def _unescaped(text: str) -> str:
    return " ".join(unescape(unescape(text) if "&amp;" in text else text).split())


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _step(text: str, at: int, step: str | int) -> int:
    """The offset of one member or item of the JSON value that begins at ``at``."""
    opened = text[at]
    at = _skip(text, at + 1)
    index = 0
    while text[at] not in "]}":
        if opened == "{":
            key, at = scanstring(text, at + 1, False)
            at = _skip(text, _skip(text, at) + 1)
            wanted = key == step
        else:
            wanted = index == step
        if wanted:
            return at
        at = _skip(text, _LENIENT.raw_decode(text, at)[1])
        if text[at] == ",":
            at = _skip(text, at + 1)
        index += 1
    raise LookupError(step)


_NAMES = {"\n": "line break", "\t": "tab", "\r": "line break"}


def control_character(script: LinkedData) -> tuple[int, str] | None:
    """The first bare control character in a string of the script: its offset and its name, or None."""
    try:
        json.loads(script.node.data[script.start :], parse_int=json_number)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Invalid control character"):
            return None
        at = script.start + error.pos
        return at, _NAMES.get(script.node.data[at : at + 1], "control character")
    except RecursionError:
        return None
    return None
