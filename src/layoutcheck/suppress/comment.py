"""Suppressions in comments of the page or its template.

``<!-- layoutcheck-disable-next duplicate-teaser: reason -->`` covers what follows up to the end of the next element;
``<!-- layoutcheck-disable machine-value: reason -->`` all that follows, up to
``<!-- layoutcheck-enable machine-value -->`` or the end; ``<!-- layoutcheck-disable-page missing-byline: reason -->``
the page. Several rules are separated by commas; without a rule, all are meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from turbohtml import Comment, Element

from layoutcheck.core.errors import near_match
from layoutcheck.core.finding import Place
from layoutcheck.parse.page import Page
from layoutcheck.suppress.stretch import stretch
from layoutcheck.suppress.suppression import Suppression
from layoutcheck.templating.landmark import ADDRESS, read_landmarks

_DIRECTIVE = re.compile(r"\s*layoutcheck-([a-z-]+)([^:]*)(?::(.*))?", re.DOTALL)
_DIRECTIVES = ("disable", "disable-next", "disable-page", "enable")
_OPEN = 1 << 62  # no page is that long: up to the end


@dataclass(frozen=True, slots=True)
class _Directive:
    """A comment that speaks to us, and the source offsets of its first character and behind its last."""

    node: Comment
    word: str
    rules: tuple[str, ...]
    reason: str
    start: int
    end: int


def comment_suppressions(page: Page, known: Collection[str] = ()) -> list[Suppression]:
    """The suppressions that comments of the page make, one for each rule that a comment names.

    ``known`` are the rules that there are; a suppression of any other says so. A dump has no comments.
    """
    if page.is_dump or not read_landmarks(page).addressed:
        return []
    every: Any = page.tree.xpath("//comment()")
    comments: list[Comment] = [node for node in every if ADDRESS in node.data]
    if not comments:
        return []
    found: list[Suppression] = []
    open_: list[int] = []
    for directive in _directives(page, comments):
        place = _place(page, directive)
        if directive.word == "enable":
            open_ = _close(found, open_, directive)
            continue
        for rule in directive.rules or ("",):
            made = Suppression(
                f"comment {directive.word} {rule}: {directive.reason}",
                f"{ADDRESS}{directive.word} {rule}".strip(),
                (rule,) if rule else (),
                place,
                _ranges(page, directive),
                _fault(directive, rule, known),
            )
            if directive.word == "disable":
                open_.append(len(found))
            found.append(made)
    return found


def _close(found: list[Suppression], open_: list[int], directive: _Directive) -> list[int]:
    """End the open suppressions that an ``enable`` names; returns those that stay open."""
    left = []
    for index in open_:
        made = found[index]
        if directive.rules and not set(made.rules) & set(directive.rules):
            left.append(index)
        else:
            found[index] = replace(made, ranges=((made.ranges[0][0], directive.start),))
    return left


def _ranges(page: Page, directive: _Directive) -> tuple[tuple[int, int], ...]:
    if directive.word == "disable-page":
        return ((0, _OPEN),)
    if directive.word == "disable":
        return ((directive.end, _OPEN),)
    if directive.word == "disable-next":
        return ((directive.end, _end_of_next(page, directive.node)),)
    return ()


def _end_of_next(page: Page, comment: Comment) -> int:
    """The end of the element that follows a comment; of the element around it where none follows."""
    for sibling in comment.next_siblings:
        if isinstance(sibling, Element):
            return stretch(page, sibling)[1]
    parent = comment.parent
    return stretch(page, parent)[1] if isinstance(parent, Element) else len(page.source)


def _fault(directive: _Directive, rule: str, known: Collection[str]) -> str:
    if directive.word not in _DIRECTIVES:
        remedy = near_match(directive.word, _DIRECTIVES) or f"known are {', '.join(_DIRECTIVES)}"
        return f'"{ADDRESS}{directive.word}" is no directive, {remedy}'
    if rule and known and rule not in known:
        return f'there is no rule "{rule}", {near_match(rule, known)}'.rstrip(", ")
    return ""


def _directives(page: Page, comments: list[Comment]) -> Iterator[_Directive]:
    """The comments that speak to us, each with its stretch of the source, in the source's order."""
    stretches = list(_stretches(page.source))
    at = 0
    for node in comments:
        if not (match := _DIRECTIVE.match(node.data)):
            continue
        for index in range(at, len(stretches)):
            start, end = stretches[index]
            # What looks like a comment inside a script or an attribute is text there.
            if page.source[start + 4 : end - 3] == node.data and page.spot_at(start) is None:
                at = index + 1
                rules = tuple(dict.fromkeys(re.split(r"[,\s]+", match[2].strip()))) if match[2].strip() else ()
                yield _Directive(node, match[1], rules, " ".join((match[3] or "").split()), start, end)
                break


def _stretches(source: str) -> Iterator[tuple[int, int]]:
    at = source.find(ADDRESS)
    while at >= 0:
        start = source.rfind("<!--", 0, at)
        end = source.find("-->", at)
        if start >= 0 and end >= 0 and not source[start + 4 : at].strip():
            yield start, end + 3
        at = source.find(ADDRESS, at + 1)


def _place(page: Page, directive: _Directive) -> Place:
    line, column = page.lines.at(directive.start)
    end_line, end_column = page.lines.at(directive.end)
    return Place(page.uri, line, column, end_line, end_column)
