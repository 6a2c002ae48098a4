"""What the site says of itself, for whoever reads its pages: names and patterns of its own."""

from __future__ import annotations

from dataclasses import dataclass

from layoutcheck.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression of the user's (RE2's syntax) that must match nowhere, for ``placeholder-leak``."""

    name: str
    regex: str
    #: Names of :data:`layoutcheck.templating.user_pattern.PLACES`; none means everywhere.
    where: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    #: What a finding says; "" for a sentence of ours.
    message: str = ""
    #: File and line where it is written.
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Places and sources beyond those that are known of datelines, and patterns that must match nowhere."""

    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
