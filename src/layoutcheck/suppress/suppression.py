"""One thing that switches findings off: a comment in the page, or a setting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layoutcheck.core.finding import Place


@dataclass(eq=False, slots=True)
class Suppression:
    """Switches findings of ``rules`` (none: of all) off whose place begins in one of its ``ranges`` of the source.

    ``key`` is the same on all pages of one template; ``fault`` says why it can never do anything, "" when it can.
    """

    key: str
    told: str
    rules: tuple[str, ...]
    place: Place
    ranges: tuple[tuple[int, int], ...]
    fault: str = ""
    used: int = 0

    @property
    def fact(self) -> Mapping[str, Any]:
        """What a run has to know of it at its end; plain values, since it travels between processes."""
        place = self.place
        return {
            "used": self.used,
            "told": self.told,
            "rules": list(self.rules),
            "fault": self.fault,
            "at": [place.uri, place.line, place.column, place.end_line, place.end_column],
        }
