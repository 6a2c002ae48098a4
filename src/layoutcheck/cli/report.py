"""``report``: a JSON report to HTML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from layoutcheck.cli.output import html_arguments
from layoutcheck.core.errors import UserError

History = Annotated[
    Path | None,
    typer.Option("--history", help="A SQLite file of runs, for the trend; this run is added.", show_default=False),
]
Redact = Annotated[
    list[str] | None,
    typer.Option(
        "--redact", metavar="PATTERN", help="Black out what this regular expression matches.", show_default=False
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("report")(report)


def report(
    file: Annotated[Path, typer.Argument(help="A JSON report of `layoutcheck check`.")],
    target: Annotated[Path, typer.Argument(help="A folder, or a file that ends in .html.")],
    history: History = None,
    redact: Redact = None,
    force: Annotated[bool, typer.Option("--force", help="Write one file even where it grows too large.")] = False,
) -> None:
    """Make an HTML report of a JSON report.

    Example: `layoutcheck report report.json out/`
    """
    from layoutcheck.report.html.reporter import write_report

    told = load_report(file)
    written = write_report(told, target, **html_arguments(history, redact or (), force=force))
    typer.echo(f"wrote {written} file{'' if written == 1 else 's'}: open {_first(target)}")


def _first(target: Path) -> Path:
    return target / "index.html" if target.is_dir() else target


def load_report(file: Path) -> dict[str, object]:
    """Read a JSON report; raises :class:`~layoutcheck.core.errors.UserError` for what is none."""
    try:
        told = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"the report cannot be read: {error}", file=str(file)) from None
    except json.JSONDecodeError as error:
        raise UserError(
            f"this is no JSON: {error.msg}", file=str(file), line=error.lineno, column=error.colno
        ) from None
    if not isinstance(told, dict) or told.get("version") != 1 or "pages" not in told:
        remedy = "layoutcheck check PATHS --output-format json=report.json writes one"
        raise UserError("this is no JSON report of layoutcheck", file=str(file), remedy=remedy)
    return told
