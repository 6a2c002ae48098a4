"""What a reporter may know besides the findings: where it writes, how, and what the rules say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ReportContext:
    """The surroundings of a report, given in by the command line; no reporter reads the environment itself."""

    #: Whether the output takes colour.
    colour: bool = False
    #: Rule id -> what is known of the rule.
    rules: Mapping[str, Any] = field(default_factory=dict)
