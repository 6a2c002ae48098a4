"""Suppressions in comments of the page or its template.

``<!-- layoutcheck-disable-next duplicate-teaser: reason -->`` covers what follows up to the end of the next element;
``<!-- layoutcheck-disable machine-value: reason -->`` all that follows, up to
``<!-- layoutcheck-enable machine-value -->`` or the end; ``<!-- layoutcheck-disable-page missing-byline: reason -->``
the page. Several rules are separated by commas; without a rule, all are meant.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Iterator
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
_ADDRESSED = re.compile(rf"<!--\s*{ADDRESS}")
_DIRECTIVES = ("disable", "disable-next", "disable-page", "enable")
#: So many suppressions of a page are told what may have been meant; to find that takes longer than all else of them.
_HINTS = 1_000
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
    open_: dict[str, list[int]] = {}
    ends: dict[Comment, int] = {}
    for directive in _directives(page, comments):
        place = _place(page, directive)
        if directive.word == "enable":
            _close(found, open_, directive)
            continue
        ranges = _ranges(page, directive, ends)
        for rule in directive.rules or ("",):
            made = Suppression(
                f"comment {directive.word} {rule}: {directive.reason}",
                f"{ADDRESS}{directive.word} {rule}".strip(),
                (rule,) if rule else (),
                place,
                ranges,
                _fault(directive, rule, known, near_match if len(found) < _HINTS else _no_hint),
            )
            if directive.word == "disable":
                open_.setdefault(rule, []).append(len(found))
            found.append(made)
    return found


def _close(found: list[Suppression], open_: dict[str, list[int]], directive: _Directive) -> None:
    """End the open suppressions that an ``enable`` names, all where it names none."""
    for rule in directive.rules or tuple(open_):
        for index in open_.pop(rule, ()):
            made = found[index]
            found[index] = replace(made, ranges=((made.ranges[0][0], directive.start),))


def _ranges(page: Page, directive: _Directive, ends: dict[Comment, int]) -> tuple[tuple[int, int], ...]:
    if directive.word == "disable-page":
        return ((0, _OPEN),)
    if directive.word == "disable":
        return ((directive.end, _OPEN),)
    if directive.word == "disable-next":
        return ((directive.end, _end_of_next(page, directive.node, ends)),)
    return ()


def _end_of_next(page: Page, comment: Comment, ends: dict[Comment, int]) -> int:
    """The end of the element that follows a comment; of the element around it where none follows.

    ``ends`` keeps it for the comments in between, or each of a long row would look for it anew.
    """
    if comment in ends:
        return ends[comment]
    following: Element | None = None
    row = [comment]
    for sibling in comment.next_siblings:
        if isinstance(sibling, Element):
            following = sibling
            break
        if isinstance(sibling, Comment):
            row.append(sibling)
    if following is None and isinstance(comment.parent, Element):
        following = comment.parent
    end = len(page.source) if following is None else stretch(page, following)[1]
    ends.update(dict.fromkeys(row, end))
    return end


def _fault(
    directive: _Directive, rule: str, known: Collection[str], hint: Callable[[str, Collection[str]], str]
) -> str:
    if directive.word not in _DIRECTIVES:
        remedy = hint(directive.word, _DIRECTIVES) or f"known are {', '.join(_DIRECTIVES)}"
        return f'"{ADDRESS}{directive.word}" is no directive, {remedy}'
    if rule and known and rule not in known:
        return f'there is no rule "{rule}", {hint(rule, known)}'.rstrip(", ")
    return ""


def _no_hint(word: str, known: Collection[str]) -> str:
    return ""


def _directives(page: Page, comments: list[Comment]) -> Iterator[_Directive]:
    """The comments that speak to us, each with its stretch of the source, in the source's order."""
    stretches = _stretches(page.source, {node.data for node in comments})
    behind = 0
    for node in comments:
        if not (match := _DIRECTIVE.match(node.data)):
            continue
        alike = stretches[node.data]
        while alike:
            start, end = alike.popleft()
            # What looks like a comment inside a script or an attribute is text there.
            if start >= behind and page.spot_at(start) is None:
                behind = end
                rules = tuple(dict.fromkeys(filter(None, re.split(r"[,\s]+", match[2]))))
                yield _Directive(node, match[1], rules, " ".join((match[3] or "").split()), start, end)
                break


def _stretches(source: str, texts: Collection[str]) -> dict[str, deque[tuple[int, int]]]:
    """Where comments of these texts may stand in the source, in order; a text is cut out only where its length fits."""
    found: dict[str, deque[tuple[int, int]]] = {text: deque() for text in texts}
    lengths = set(map(len, texts))
    end = 0
    for match in _ADDRESSED.finditer(source):
        start = match.start()
        if end < match.end():  # else it stands in what looks like a comment already: both end there
            end = source.find("-->", match.end())
            if end < 0:
                break
        if end - start - 4 in lengths and (text := source[start + 4 : end]) in found:
            found[text].append((start, end + 3))
    return found


def _place(page: Page, directive: _Directive) -> Place:
    line, column = page.lines.at(directive.start)
    end_line, end_column = page.lines.at(directive.end)
    return Place(page.uri, line, column, end_line, end_column)
