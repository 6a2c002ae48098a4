"""Where a setting was written, as it is kept beside its value: ``layoutcheck.toml:4``, or ``--schema``."""

from __future__ import annotations


def file_and_line(origin: str) -> tuple[str, int]:
    """The file and the 1-based line of an origin; all of it and 0 where it names no line."""
    file, _, line = origin.rpartition(":")
    return (file, int(line)) if file and line.isdecimal() else (origin, 0)
