"""What commands say themselves, apart from reports. Whatever a page or a file's name holds, it gives no orders."""

from __future__ import annotations

import sys

import typer

from layoutcheck.report.neutral import line_start, own_words


def say(*lines: str, err: bool = False) -> None:
    """Print what was asked for, each on one line of standard output; what goes wrong beside it, on standard error."""
    for line in lines:
        typer.echo(line_start(line), err=err)


def tell(text: str) -> None:
    """Tell how the command fares, in its own name, on standard error."""
    print(own_words(text), file=sys.stderr)
