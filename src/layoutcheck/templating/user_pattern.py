"""Patterns of the user's own: compiled so that no page can make them slow, judged like the built-in families."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from layoutcheck.core import stopwatch
from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.severity import Severity
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


class OwnPattern(Protocol):
    """What the configuration says of one pattern."""

    @property
    def name(self) -> str:
        """What the user calls it."""

    @property
    def regex(self) -> str:
        """A regular expression in RE2's syntax."""

    @property
    def where(self) -> tuple[str, ...]:
        """Names of :data:`PLACES`; empty for all."""

    @property
    def severity(self) -> str:
        """error, warning or info."""

    @property
    def message(self) -> str:
        """What a finding says; "" for a sentence of ours."""

    @property
    def origin(self) -> str:
        """Where it was written, ``file:line``."""


def own_leaks(page: Page, patterns: tuple[OwnPattern, ...]) -> Iterator[tuple[Leak, OwnPattern]]:
    """What the user's patterns find on the page.

    Raises :class:`~layoutcheck.core.errors.UserError` for a pattern that cannot be compiled, with where it was written.
    """
    if not patterns:
        return
    told = _told(patterns)
    by_id = {f"own-{index}": one for index, one in enumerate(patterns)}
    for leak in find(page, _scanner(told)):
        pattern = by_id[leak.family.id]
        stopwatch.lap(f"pattern {pattern.name}")
        yield leak, pattern


def check_patterns(patterns: tuple[OwnPattern, ...]) -> None:
    """Compile the patterns without a page, so that a run can end before its first page.

    Raises :class:`~layoutcheck.core.errors.UserError` as :func:`own_leaks` does.
    """
    if patterns:
        _scanner(_told(patterns))


def _told(patterns: tuple[OwnPattern, ...]) -> tuple[tuple[str, str, tuple[str, ...], str, str], ...]:
    return tuple((one.name, one.regex, one.where, str(one.severity), one.origin) for one in patterns)


@lru_cache(maxsize=8)
def _scanner(told: tuple[tuple[str, str, tuple[str, ...], str, str], ...]) -> Scanner:
    return Scanner([_family(f"own-{index}", *one) for index, one in enumerate(told)], decoded=True)


def _family(ident: str, name: str, regex: str, where: tuple[str, ...], severity: str, origin: str) -> Family:
    import re2

    options = re2.Options()
    options.log_errors = False
    stem, _, number = origin.rpartition(":")
    file, line = (stem, int(number)) if stem and number.isdigit() else (origin, 0)
    try:
        compiled = re2.compile(regex, options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
        raise UserError(
            f'the pattern "{name}" cannot be used: {reason}', file=file, line=line,
            remedy="patterns are in RE2's syntax: without look-around and back-references no page makes them slow",
        ) from error  # fmt: skip
    if compiled.search("") is not None:
        raise UserError(
            f'the pattern "{name}" matches the empty text, so it would match everywhere', file=file, line=line
        )
    places = Where.NOWHERE
    for place in where:
        if place not in PLACES:
            remedy = near_match(place, PLACES) or f"one of: {', '.join(PLACES)}"
            raise UserError(
                f'the pattern "{name}" names no place of a page: "{place}"', remedy=remedy, file=file, line=line
            )
        places |= PLACES[place]
    level = Severity(severity)

    def judge(candidate: Candidate) -> Severity:
        return level

    return Family(
        id=ident, rule="placeholder-leak", engines=(name,), example="",
        cause=f'the pattern "{name}" of the configuration',
        fix="mend the text, or the pattern", cues=(regex,), pattern=regex,
        where=places or Where.ANY, judge=judge, linear=True,
    )  # fmt: skip
