"""Where reports go: standard output, or files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from layoutcheck.core.errors import UserError
from layoutcheck.report.context import ReportContext
from layoutcheck.report.formats import reporter_class
from layoutcheck.report.output import whole_file
from layoutcheck.report.reporter import Reporter


def wants_colour(choice: str) -> bool:
    """Whether standard output takes colour (``NO_COLOR`` and ``FORCE_COLOR`` as no-color.org has them)."""
    if choice not in ("auto", "always", "never"):
        raise UserError(f'--color cannot be "{choice}"', remedy="one of: auto, always, never")
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


@contextmanager
def opened(formats: list[str], colour: str) -> Iterator[list[Reporter]]:
    """The reporters of ``FORMAT[=FILE]`` choices, each with its output open."""
    painted = wants_colour(colour)
    with ExitStack() as stack:
        reporters: list[Reporter] = []
        for choice in formats:
            name, _, file = choice.partition("=")
            make = reporter_class(name)
            out = stack.enter_context(whole_file(Path(file))) if file else sys.stdout
            reporters.append(make(out, ReportContext(colour=painted and not file)))
        yield reporters
