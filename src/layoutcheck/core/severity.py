"""How bad a finding is."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """Severities, worst first; ``OFF`` means: do not report at all."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info, 3 for off: sorts worst first."""
        return _RANK[self]

    def reaches(self, threshold: Severity) -> bool:
        """Whether this severity is at least as bad as ``threshold``."""
        return self is not Severity.OFF and self.rank <= threshold.rank


_RANK = {severity: rank for rank, severity in enumerate(Severity)}
