"""The entries of a baseline: a known finding, or a known cause in a section of the site."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from layoutcheck.core.errors import UserError, near_match

_ID = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-")
#: The order in which a line's keys are written.
_KEYS = {
    "fingerprint": ("uri", "rule", "fingerprint", "text", "where", "since", "until", "why"),
    "cause": ("pages", "rule", "cause", "text", "where", "example", "ceiling", "since", "until", "why"),
}


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One known finding, by its fingerprint: page, rule, part of the page and evidence, never a line number."""

    fingerprint: str
    uri: str = ""
    rule: str = ""
    text: str = ""
    since: str = ""
    until: str = ""
    why: str = ""
    #: The part of the page in words, for readers: several elements of one page may have the same text.
    where: str = ""
    #: The line of the baseline that it stands on; 0 for a new one.
    line: int = field(default=0, compare=False)

    @property
    def order(self) -> tuple[str, ...]:
        """Entries stand in this order."""
        return "1", self.uri, self.rule, self.fingerprint

    @property
    def key(self) -> tuple[str, ...]:
        """What two entries that say the same have in common."""
        return "fingerprint", self.fingerprint


@dataclass(frozen=True, slots=True)
class CauseEntry:
    """A known cause on the pages that a path pattern matches: at most ``ceiling`` findings are known.

    None is no ceiling yet: the next ``prune`` sets it to what it counts.
    """

    cause: str
    pages: str
    ceiling: int | None = None
    rule: str = ""
    text: str = ""
    since: str = ""
    until: str = ""
    why: str = ""
    #: Where its first finding stood, for readers: the part of the page in words, and the page.
    where: str = ""
    example: str = ""
    line: int = field(default=0, compare=False)

    @property
    def order(self) -> tuple[str, ...]:
        """Entries stand in this order, those of causes first."""
        return "0", self.pages, self.rule, self.cause

    @property
    def key(self) -> tuple[str, ...]:
        """What two entries that say the same have in common."""
        return "cause", self.cause, self.pages


Entry = FindingEntry | CauseEntry


def entry_line(entry: Entry) -> str:
    """An entry as a line of the file; what is empty is left out.

    A line with characters that hide or reorder what a review sees is written in ASCII, with JSON's escapes.
    """
    keys = _KEYS["fingerprint" if isinstance(entry, FindingEntry) else "cause"]
    told = {key: value for key in keys if (value := getattr(entry, key)) not in ("", None)}
    line = json.dumps(told, ensure_ascii=False)
    return f"{line if line.isprintable() else json.dumps(told)}\n"


def entry_of(text: str, file: str, line: int) -> Entry:
    """An entry from its line; raises :class:`~layoutcheck.core.errors.UserError` that says what is wrong with it."""

    def error(told: str, column: int = 1, remedy: str = "") -> UserError:
        return UserError(told, file=file, line=line, column=column, remedy=remedy)

    if text.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        raise error("a merge conflict is left in the baseline", remedy="keep the lines of both sides, delete the marks")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as fault:
        column = fault.colno if isinstance(fault, json.JSONDecodeError) else 1
        raise error("this line of the baseline is no JSON", column) from None
    kind = next((key for key in _KEYS if isinstance(told, dict) and key in told), None)
    if kind is None:
        raise error('an entry has a "fingerprint" or a "cause"')
    for key, value in told.items():
        if key not in _KEYS[kind]:
            raise error(f'"{key}" is no key of an entry', _column(text, key), near_match(key, _KEYS[kind]))
        if key == "ceiling":
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise error('"ceiling" has to be a whole number', _column(text, key))
        elif not isinstance(value, str):
            raise error(f'"{key}" has to be a text', _column(text, key))
    if not told[kind] or not set(told[kind]) <= _ID:
        raise error(f'"{kind}" is no id of a finding or cause', _column(text, kind))
    for key in ("since", "until"):
        if told.get(key) and not _is_date(told[key]):
            raise error(f'"{key}" has to be a date such as 2026-12-31, not "{told[key]}"', _column(text, key))
    return _made(kind, told, error, line)


def _made(kind: str, told: dict[str, Any], error: Any, line: int) -> Entry:
    if kind == "fingerprint":
        return FindingEntry(**told, line=line)
    if not told.get("pages"):
        raise error('an entry of a cause needs "pages"', 1, 'such as "pages": "build/world/**"')
    return CauseEntry(**told, line=line)


def _column(text: str, key: str) -> int:
    return text.find(f'"{key}"') + 1


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # other forms of ISO 8601 do not compare as texts
    except ValueError:
        return False
