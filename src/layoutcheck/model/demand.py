"""What a schema demands and a page lacks: one demand, with a spot in the page and a line in the schema."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from layoutcheck.core.rule import Hit, Spot
from layoutcheck.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand that a page does not meet.

    ``keyword`` is the schema's keyword (``required``, ``minLength``, ``x-order``, ``schematron``), ``pointer`` the part
    it speaks of (for ``required`` the missing part itself), ``kind`` that part's ``x-kind`` or that of the part around
    it, ``expected`` and ``found`` the two sides, ``schema`` the file and line that demand it.
    """

    pointer: str
    kind: str
    keyword: str
    severity: Severity
    spot: Spot
    expected: Any = None
    found: Any = None
    message: str = ""
    schema: str = ""
    schema_line: int = 0
    also: tuple[Spot, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def source(self) -> dict[str, str]:
        """What demands it, as a value for a message: ``{"schema": "site.yaml:14"}``; empty where nobody knows."""
        if not self.schema:
            return {}
        return {"schema": f"{self.schema}:{self.schema_line}" if self.schema_line else self.schema}

    @property
    def words(self) -> dict[str, Any]:
        """The values that each message about a demand may name.

        ``tried`` is what came of the selector of a missing part and ``nearly`` what almost matched, both as the end of
        a sentence and empty where there is none; ``text`` is the schema's own sentence.
        """
        tried = ""
        if (held := self.data.get("held")) is not None:
            tried = f': "{self.data["selector"]}" is there, ' + (f'"{held}" reads as none' if held else "and empty")
        elif self.expected and self.keyword == "required":
            tried = f': nothing matches "{self.expected}"'
        nearly = f" ({self.data['near']})" if "near" in self.data else ""
        return {"tried": tried, "nearly": nearly, "text": self.message, **self.data, **self.source}

    def hit(self, message: str) -> Hit:
        """What a rule tells of a part that is missing: ``message``, or the schema's own sentence (``told``)."""
        told = "told" if self.message else message
        return Hit(told, self.spot, self.words, self.also, self.severity, evidence=self.pointer, placeless=True)


def missing(demands: Iterable[Demand], kind: str) -> Demand | None:
    """The first demand of a part of some ``x-kind`` that the page lacks; None where none is demanded or none lacks."""
    lacks = (demand for demand in demands if demand.kind == kind and demand.keyword in ("required", "type"))
    return next(lacks, None)


def missing_dateline(demands: Iterable[Demand]) -> Demand | None:
    """The demand of the page's own dateline, not of a list's entry, where the page lacks it; None for none."""
    wanted = ("dateline", "/dateline", "required")
    return next((demand for demand in demands if (demand.kind, demand.pointer, demand.keyword) == wanted), None)
