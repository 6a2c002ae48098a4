"""What a rule is, and what it yields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from layoutcheck.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with ``{values}`` and the severity it has when nobody says otherwise."""

    text: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's declaration; its id is the name of its module (``duplicate_teaser`` -> ``duplicate-teaser``)."""

    summary: str
    severity: Severity
    messages: Mapping[str, Message | str]
    #: A frozen dataclass: field types, defaults and docstring make the configuration's schema.
    options: type = NoOptions

    def message(self, key: str) -> Message:
        """The message ``key`` with its severity filled in; raises KeyError for an id that is not declared."""
        told = self.messages[key]
        if isinstance(told, str):
            return Message(told, self.severity)
        return Message(told.text, told.severity or self.severity)


class Spot(NamedTuple):  # of which a page has scores: a frozen dataclass is three times as dear to make
    """Where in a page: a node, or a stretch of its text or of one of its attributes.

    ``node`` is an element, text or comment of the page's tree. With ``attribute`` the stretch lies in that attribute's
    value. ``start`` and ``end`` count code points of the *decoded* value (the text node's data, the attribute's value);
    ``end=None`` means to its end. ``until`` is the spot in which the stretch ends when it spans several nodes.
    """

    node: Any
    attribute: str | None = None
    start: int = 0
    end: int | None = None
    until: Spot | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: a message id, a spot and values. The engine adds severity, place, words and help."""

    message: str
    at: Spot
    data: Mapping[str, Any] = field(default_factory=dict)
    also: tuple[Spot, ...] = ()
    #: Overrides the message's severity where the rule knows better (certain here, doubtful there).
    severity: Severity | None = None
    #: What makes this fault the same fault tomorrow, line numbers aside; the text at the spot when not given.
    evidence: str | None = None
    #: What makes it the same cause on another page, such as the leaked expression; "" where only rule, message and
    #: part of the page matter (the doubled line differs on each page, the template that doubles it does not).
    cause: str = ""
    #: Whether ``cause`` names what is broken (a variable, a message key), so that it is one fault in whatever boxes of
    #: the page it shows.
    named: bool = False
    #: Whether the fault has no place of its own (what is missing, what is wrong with the whole page): the spot
    #: shows it, and the part of the page around that says nothing of the cause.
    placeless: bool = False
