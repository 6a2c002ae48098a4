"""What a schema demands and a page lacks: one demand, with a spot in the page and a line in the schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from layoutcheck.core.rule import Spot
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
