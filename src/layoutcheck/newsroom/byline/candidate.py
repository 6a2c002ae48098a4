"""A byline that a page may have: names, where they stand, and how much speaks for them."""

from __future__ import annotations

from dataclasses import dataclass

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.found import Placed

#: Sources of bylines that only their place makes ones.
BY_THE_DATE, AGENCY = "name by the date", "agency"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A byline that a page shows or tells, and how much speaks for it."""

    names: tuple[str, ...]
    at: Spot | Placed
    source: str
    sure: float
    visible: bool = True

    @property
    def marked(self) -> bool:
        """Whether an element or a "By" says that it is a byline, not its place alone."""
        return self.source not in (BY_THE_DATE, AGENCY)

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.at if isinstance(self.at, Spot) else self.at.spot
