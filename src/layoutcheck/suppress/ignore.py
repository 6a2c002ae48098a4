"""Suppressions in the configuration: ``[[ignore]]`` tables with rules, paths and a selector."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import Place
from layoutcheck.core.origin import file_and_line
from layoutcheck.parse.page import Page
from layoutcheck.suppress.stretch import stretch
from layoutcheck.suppress.suppression import Suppression


class Ignore(Protocol):
    """What an ``[[ignore]]`` table says; its paths have been compared with the page's already."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules whose findings are switched off; none means all."""

    @property
    def selector(self) -> str:
        """A CSS selector: only findings inside the elements that it matches; "" means the whole page."""

    @property
    def origin(self) -> str:
        """File and line of the table."""


def setting_suppressions(page: Page, ignores: Iterable[Ignore]) -> list[Suppression]:
    """What the tables whose paths match the page switch off on it.

    Raises :class:`~layoutcheck.core.errors.UserError` at the table whose selector cannot be read.
    """
    return [_suppression(page, ignore) for ignore in ignores]


def _suppression(page: Page, ignore: Ignore) -> Suppression:
    file, line = file_and_line(ignore.origin)
    place = Place(file, max(line, 1), 1, max(line, 1), 1)
    ranges: tuple[tuple[int, int], ...] = ((0, len(page.source) + 1),)
    if ignore.selector:
        try:
            ranges = tuple(stretch(page, element) for element in page.tree.select(ignore.selector))
        except Exception as error:  # the parser has several kinds of errors for what it cannot read
            told = f'this is no selector: "{ignore.selector}" ({error})'
            raise UserError(told, file=file, line=line) from None
    told = "[[ignore]]" + (f" of {', '.join(ignore.rules)}" if ignore.rules else "")
    told += f" in {ignore.selector}" if ignore.selector else ""
    return Suppression(f"setting {ignore.origin}", told, ignore.rules, place, ranges)
