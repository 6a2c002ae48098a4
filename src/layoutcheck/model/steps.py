"""A selector taken apart: the steps on its way through the page, and the names that each of them asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from layoutcheck.model.selector import Selector

_NAME = r"(?:\\.|[\w-]|[^\x00-\x7f])+"
_SIMPLE = re.compile(
    rf"(?P<tag>\*|{_NAME})|\.(?P<class>{_NAME})|\#(?P<id>{_NAME})"
    rf"|\[\s*(?P<attribute>{_NAME})\s*(?:[~|^$*]?=\s*(?P<value>\"[^\"]*\"|'[^']*'|{_NAME})\s*[iIsS]?\s*)?\]"
    rf"|(?P<pseudo>::?{_NAME})"
)
_COMBINATOR = re.compile(r"\s*([>+~,])\s*|\s+")
_ESCAPE = re.compile(r"\\(.)")

_AXIS = re.compile(r"\.?(//?)")
_XPATH_STEP = re.compile(r"(\*|[\w-]+)((?:\[[^\[\]]*\])*)")
_PREDICATES = (
    (re.compile(r"@([\w:-]+)"), "[{0}]"),
    (re.compile(r"@([\w:-]+)\s*=\s*(\"[^\"]*\"|'[^']*')"), "[{0}={1}]"),
    (re.compile(r"contains\(\s*@([\w:-]+)\s*,\s*(\"[^\"]*\"|'[^']*')\s*\)"), "[{0}*={1}]"),
    (
        re.compile(
            r"contains\(\s*concat\(\s*['\"] ['\"]\s*,\s*(?:normalize-space\(\s*)?@(class)\s*\)?\s*,\s*['\"] ['\"]\s*\)"
            r"\s*,\s*['\"] ([\w-]+) ['\"]\s*\)"
        ),
        "[{0}~='{1}']",
    ),
)


@dataclass(frozen=True, slots=True)
class Name:
    """One thing that a step asks of an element; ``kind`` is tag, class, id, attribute or pseudo."""

    kind: str
    name: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a selector: how it leads on (" ", ">", "+", "~"), what it asks for, and where it is written."""

    combinator: str
    css: str
    names: tuple[Name, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Way:
    """One alternative of a selector, step by step; ``written`` is the text that the steps' offsets count in."""

    written: str
    steps: tuple[Step, ...]

    def css(self, start: int, end: int) -> str:
        """The steps from ``start`` up to ``end`` as CSS."""
        parts = [f"{step.combinator} {step.css}" for step in self.steps[start:end]]
        return "".join(parts)[1:].strip() if start or self.steps[0].combinator != ">" else ":scope " + "".join(parts)

    def words(self, start: int, end: int) -> str:
        """The steps from ``start`` up to ``end`` as the schema writes them."""
        told = self.written[self.steps[start].start : self.steps[end - 1].end]
        return told.lstrip("/") if start else told

    def from_root(self) -> Way:
        """The way as it begins in a document, whose only child is its root."""
        first = self.steps[0]
        if first.combinator != ">":
            return self
        return Way(self.written, (replace(first, combinator=" ", css=f"{first.css}:root"), *self.steps[1:]))


def ways(selector: Selector) -> tuple[Way, ...]:
    """The alternatives of a selector, each with its steps; none where it says more than names and ways."""
    try:
        found = [_xpath(selector.query)] if selector.is_xpath else list(_css(selector.query))
    except ValueError:
        return ()
    return tuple(Way(selector.query, tuple(steps)) for steps in found if steps)


def _css(text: str) -> Iterator[list[Step]]:
    steps: list[Step] = []
    at, combinator = 0, " "
    while at < len(text):
        start = at
        names: list[Name] = []
        while at < len(text) and (simple := _SIMPLE.match(text, at)) is not None:
            at = simple.end()
            kind = simple.lastgroup if simple.lastgroup != "value" else "attribute"
            if kind == "pseudo" and text[at : at + 1] == "(":
                at = _behind_brackets(text, at)
            if simple[0] != "*":
                names.append(_name(str(kind), simple))
        if at == start:
            raise ValueError
        steps.append(Step(combinator, text[start:at], tuple(names), start, at))
        between = _COMBINATOR.match(text, at)
        if between is None:
            break
        at = between.end()
        combinator = between[1] or " "
        if combinator == ",":
            yield steps
            steps, combinator = [], " "
    if at < len(text):
        raise ValueError
    yield steps


def _name(kind: str, simple: re.Match[str]) -> Name:
    value = (simple["value"] or "").strip("\"'")
    return Name(kind, _ESCAPE.sub(r"\1", simple[kind] if kind != "pseudo" else simple[0]), value)


def _behind_brackets(text: str, at: int) -> int:
    depth, quote = 0, ""
    for index in range(at, len(text)):
        char = text[index]
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "()":
            depth += 1 if char == "(" else -1
            if not depth:
                return index + 1
    raise ValueError


def _xpath(text: str) -> list[Step]:
    steps = []
    at = 0
    while at < len(text):
        axis = _AXIS.match(text, at)
        step = _XPATH_STEP.match(text, axis.end()) if axis else None
        if axis is None or step is None:
            raise ValueError
        predicates = re.findall(r"\[([^\[\]]*)\]", step[2])
        css = step[1]
        if predicates and predicates[0].isdigit() and css != "*":  # counts the elements of that tag in each parent
            css += f":nth-of-type({predicates.pop(0)})"
        css += "".join(map(_predicate, predicates))
        (read,) = _css(css)
        steps.append(Step(">" if axis[1] == "/" else " ", css, read[0].names, axis.start(), step.end()))
        at = step.end()
    return steps


def _predicate(written: str) -> str:
    for pattern, css in _PREDICATES:
        if match := pattern.fullmatch(written.strip()):
            return css.format(*match.groups())
    raise ValueError
