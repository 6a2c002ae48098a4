"""A part of an article, found: its value, where it stands, and what it was read from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from turbohtml import Element

from layoutcheck.core.rule import Spot


class Placed(Protocol):
    """What knows its spot."""

    @property
    def spot(self) -> Spot:
        """The spot."""


class Later(NamedTuple):
    """A spot that is looked for when somebody asks: on most pages nobody does."""

    find: Callable[..., Spot]
    arguments: tuple[Any, ...] = ()

    @property
    def spot(self) -> Spot:
        """The spot."""
        return self.find(*self.arguments)

    @property
    def within(self) -> Any:
        """The node that it is looked for in; None where that is not known."""
        if self.arguments and isinstance(self.arguments[0], Element):
            return self.arguments[0]
        return getattr(getattr(self.find, "__self__", None), "node", None)


class Found(NamedTuple):
    """A value of the page data with its provenance.

    ``value`` is a string or number, or a mapping of names to :class:`Found`, or a list of :class:`Found`. ``at`` is
    where it stands in the page (None for a container whose parts stand in different places). ``source`` names what it
    was read from (``h1``, ``json-ld``, ``og:title``, ``time[datetime]``, ``dump``). ``holder`` is the element in which
    all parts of a mapping stand, where that is known: they need not be looked at for what stands elsewhere.
    """

    value: Any
    at: Spot | Placed | None = None
    source: str = ""
    holder: Any = None

    @property
    def spot(self) -> Spot | None:
        """Where it stands."""
        return self.at if self.at is None or isinstance(self.at, Spot) else self.at.spot

    @property
    def within(self) -> Any:
        """A node in which its spot lies, or that it is, told without looking for it; None where nobody knows."""
        if isinstance(self.at, Spot):
            return self.at.node if self.at.until is None else None
        return getattr(self.at, "within", None)


def plain(found: Found) -> Any:
    """The bare JSON value of a :class:`Found`, parts and all."""
    if isinstance(found.value, dict):
        return {name: plain(part) for name, part in found.value.items()}
    if isinstance(found.value, list):
        return [plain(part) for part in found.value]
    return found.value
