"""``report`` and ``diff``: a JSON report to HTML, and two of them compared."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from layoutcheck.cli import options
from layoutcheck.cli.command import Command
from layoutcheck.cli.output import html_options
from layoutcheck.cli.telling import say
from layoutcheck.core.errors import UserError
from layoutcheck.report.told import counted


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("report", cls=Command)(report)
    app.command("diff", cls=Command)(diff)


def report(
    file: Annotated[Path, typer.Argument(help="A JSON report of `layoutcheck check`.")],
    target: Annotated[Path, typer.Argument(help="A folder, or a file that ends in .html.")],
    history: options.History = None,
    redact: options.Redact = None,
    strip_prefix: Annotated[str, typer.Option("--strip-prefix", help="Cut this from the front of pages' paths.")] = "",
    path_prefix: Annotated[
        str, typer.Option("--path-prefix", help="Put this in front of pages' paths, such as an address.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write one file even where it grows too large.")] = False,
) -> None:
    """Make an HTML report of a JSON report.

    Example: `layoutcheck report report.json out/`
    """
    from layoutcheck.report.html.reporter import write_report
    from layoutcheck.report.path_mapping import PathMapping
    from layoutcheck.report.saved import read_report

    paths = PathMapping(strip_prefix, path_prefix)
    told = read_report(file)
    written = write_report(told, target, html_options(history, redact or (), paths, force=force))
    say(f"wrote {counted(written, 'file')}: open {_first(target)}")


def _first(target: Path) -> Path:
    return target / "index.html" if target.is_dir() else target


def diff(
    old: Annotated[Path, typer.Argument(help="A JSON report, such as production's.")],
    new: Annotated[Path, typer.Argument(help="A JSON report, such as staging's.")],
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="error|warning|info|never", help="The severity from which new findings fail."
        ),
    ] = "info",
    strip_prefix: Annotated[
        list[str] | None,
        typer.Option(
            "--strip-prefix",
            help="Cut this from the front of pages' names, so that build and production call them alike; may be given "
            "several times.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON.")] = False,
) -> int:
    """Compare two JSON reports: what is new, gone, unchanged.

    Exit code 1 only for what is new.

    Examples:

    \b
    * `layoutcheck diff old.json new.json`
    * `layoutcheck diff old.json new.json --strip-prefix old/ --strip-prefix new/`
    """
    from layoutcheck.config import FAIL_ON
    from layoutcheck.report.comparison import compare, page_name
    from layoutcheck.report.comparison_text import comparison_object, write_comparison
    from layoutcheck.report.json import dumped
    from layoutcheck.report.saved import read_report

    if fail_on not in FAIL_ON:
        raise UserError(f'--fail-on cannot be "{fail_on}"', remedy=f"one of: {', '.join(FAIL_ON)}")
    comparison = compare(read_report(old), read_report(new), page_name(strip_prefix or ()))
    if as_json:
        typer.echo(dumped(comparison_object(comparison)))
    else:
        write_comparison(comparison, sys.stdout)
    return comparison.exit_code(fail_on)
