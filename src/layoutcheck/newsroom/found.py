"""A part of an article, found: its value, where it stands, and what it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layoutcheck.core.rule import Spot


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the page data with its provenance.

    ``value`` is a string or number, or a mapping of names to :class:`Found`, or a list of :class:`Found`. ``spot`` is
    where it stands in the page (None for a container whose parts stand in different places). ``source`` names what it
    was read from (``h1``, ``json-ld``, ``og:title``, ``time[datetime]``, ``dump``).
    """

    value: Any
    spot: Spot | None = None
    source: str = ""


def plain(found: Found) -> Any:
    """The bare JSON value of a :class:`Found`, parts and all."""
    if isinstance(found.value, dict):
        return {name: plain(part) for name, part in found.value.items()}
    if isinstance(found.value, list):
        return [plain(part) for part in found.value]
    return found.value
