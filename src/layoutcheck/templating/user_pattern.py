"""Patterns of the user's own: compiled so that no page can make them slow, judged like the built-in families."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from layoutcheck.core import stopwatch
from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.origin import file_and_line
from layoutcheck.core.severity import Severity
from layoutcheck.core.site import Pattern
from layoutcheck.parse.page import Page
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.leak import Leak, find
from layoutcheck.templating.scanner import Scanner

#: The names by which the configuration calls places.
PLACES = {
    "text": Where.TEXT,
    "title": Where.TITLE,
    "label": Where.LABEL,
    "meta": Where.META,
    "url": Where.URL,
    "json-ld": Where.JSONLD,
    "date": Where.DATE,
}


def own_leaks(page: Page, patterns: tuple[Pattern, ...]) -> Iterator[tuple[Leak, Pattern]]:
    """What the user's patterns find on the page.

    Raises :class:`~layoutcheck.core.errors.UserError` for a pattern that cannot be compiled, with where it was written.
    """
    if not patterns:
        return
    by_id = {f"own-{index}": one for index, one in enumerate(patterns)}
    for leak in find(page, _scanner(patterns)):
        pattern = by_id[leak.family.id]
        stopwatch.lap(f"pattern {pattern.name}")
        yield leak, pattern


def check_patterns(patterns: tuple[Pattern, ...]) -> None:
    """Compile the patterns without a page, so that a run can end before its first page.

    Raises :class:`~layoutcheck.core.errors.UserError` as :func:`own_leaks` does.
    """
    if patterns:
        _scanner(patterns)


@lru_cache(maxsize=8)
def _scanner(patterns: tuple[Pattern, ...]) -> Scanner:
    return Scanner([_family(f"own-{index}", one) for index, one in enumerate(patterns)], decoded=True)


def _family(ident: str, own: Pattern) -> Family:
    import re2

    options = re2.Options()
    options.log_errors = False
    file, line = file_and_line(own.origin)
    try:
        compiled = re2.compile(own.regex, options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
        raise UserError(
            f'the pattern "{own.name}" cannot be used: {reason}', file=file, line=line,
            remedy="patterns are in RE2's syntax: without look-around and back-references no page makes them slow",
        ) from error  # fmt: skip
    if compiled.search("") is not None:
        raise UserError(
            f'the pattern "{own.name}" matches the empty text, so it would match everywhere', file=file, line=line
        )
    places = Where.NOWHERE
    for place in own.where:
        if place not in PLACES:
            remedy = near_match(place, PLACES) or f"one of: {', '.join(PLACES)}"
            raise UserError(
                f'the pattern "{own.name}" names no place of a page: "{place}"', remedy=remedy, file=file, line=line
            )
        places |= PLACES[place]

    def judge(candidate: Candidate) -> Severity:
        return own.severity

    return Family(
        id=ident, rule="placeholder-leak", engines=(own.name,),
        cause=f'the pattern "{own.name}" of the configuration',
        fix="mend the text, or the pattern", cues=(own.regex,), pattern=own.regex,
        where=places or Where.ANY, judge=judge, linear=True,
    )  # fmt: skip
