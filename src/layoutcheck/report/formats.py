"""The formats by name; each is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from layoutcheck.core.errors import UserError, near_match

FORMATS = {
    "text": "layoutcheck.report.text:TextReporter",
    "concise": "layoutcheck.report.text:ConciseReporter",
    "json": "layoutcheck.report.json:JsonReporter",
    "jsonl": "layoutcheck.report.json:JsonLinesReporter",
}


def reporter_class(name: str) -> Any:
    """The reporter of a format; raises :class:`~layoutcheck.core.errors.UserError` for an unknown one."""
    if name not in FORMATS:
        remedy = near_match(name, FORMATS) or f"one of: {', '.join(FORMATS)}"
        raise UserError(f'there is no output format "{name}"', remedy=remedy)
    module, _, attribute = FORMATS[name].partition(":")
    return getattr(import_module(module), attribute)
