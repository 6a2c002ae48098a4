"""``baseline``: let old sins be, and see that they only grow fewer."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from layoutcheck.cli import options
from layoutcheck.config import Settings
from layoutcheck.core.errors import UserError

if TYPE_CHECKING:
    from layoutcheck.suppress.baseline import Baseline

DEFAULT = Path("layoutcheck-baseline.jsonl")
app = typer.Typer(help="Known findings: write, prune, show them, take an editor's decisions in.", no_args_is_help=True)

File = Annotated[
    Path | None,
    typer.Option("--baseline", "-b", help="The file; else that of the configuration, else layoutcheck-baseline.jsonl.",
                 show_default=False),
]  # fmt: skip


def register(root: typer.Typer) -> None:
    """Add the commands to ``root``."""
    root.add_typer(app, name="baseline")


def baseline_file(given: Path | None, settings: Settings) -> Path | None:
    """The baseline in force: the one given, else the configuration's, else None."""
    return given or (Path(str(settings.baseline.value)) if settings.baseline else None)


def load_baseline(given: Path | None, settings: Settings) -> Baseline | None:
    """The baseline in force, read; None when there is none.

    Raises :class:`~layoutcheck.core.errors.UserError` when it is named and not there, or cannot be read.
    """
    from layoutcheck.suppress.baseline import Baseline, today_iso

    known = baseline_file(given, settings)
    if known is None:
        return None
    if not known.is_file():
        raise UserError(f'there is no baseline "{known}"', remedy="layoutcheck baseline write PATHS writes one")
    return Baseline.load(known, today=today_iso())


@app.command("write")
def write(
    paths: options.Paths = None,
    file: File = None,
    by_cause: Annotated[
        bool,
        typer.Option("--by-cause", help="An entry a cause and section, with a ceiling: for pages that live a day."),
    ] = False,
    schema: options.Schema = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
) -> None:
    """Check pages and write what is found into the baseline.

    Example: `layoutcheck baseline write build/`
    """
    _record(paths, file, schema, config, no_config, by_cause=by_cause, prune_only=False)


@app.command("prune")
def prune(
    paths: options.Paths = None,
    file: File = None,
    schema: options.Schema = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
) -> None:
    """Check pages and take out of the baseline what is mended; ceilings go down, never up."""
    _record(paths, file, schema, config, no_config, by_cause=False, prune_only=True)


def _record(
    paths: list[str] | None, file: Path | None, schema: str | None, config: Path | None, no_config: bool, *,
    by_cause: bool, prune_only: bool,
) -> None:  # fmt: skip
    from layoutcheck.pipeline import RunOptions
    from layoutcheck.report.output import whole_file
    from layoutcheck.runner.run import Request, run
    from layoutcheck.suppress.baseline import Baseline, today_iso
    from layoutcheck.suppress.recording import Recording

    chosen = options.settings(config, no_config, schema=schema)
    target = baseline_file(file, chosen) or DEFAULT
    today = today_iso()
    before = Baseline.load(target, today=today) if target.is_file() else Baseline(file=str(target), today=today)
    recording = Recording(before, since=today, by_cause=by_cause)
    request = Request(
        tuple(options.arguments(paths)), chosen, RunOptions(datetime.now(UTC).isoformat(timespec="seconds")),
        baseline=before, recording=None if prune_only else recording,
    )  # fmt: skip
    run(request, [], sys.stdin.buffer)
    after = before.pruned() if prune_only else recording.baseline()
    with whole_file(target) as out:
        out.write(after.text)
    typer.echo(f"{target}: {len(after):,} entries ({len(before):,} before)")


@app.command("show")
def show(file: File = None, config: options.Config = None, no_config: options.NoConfig = False) -> None:
    """List the baseline's entries."""
    from layoutcheck.suppress.baseline import Baseline, today_iso
    from layoutcheck.suppress.entry import CauseEntry

    target = _existing(file, config, no_config)
    known = Baseline.load(target, today=today_iso())
    for entry in known.entries:
        what = f"{entry.pages} (at most {entry.ceiling})" if isinstance(entry, CauseEntry) else entry.uri
        until = f", until {entry.until}" if entry.until else ""
        why = f": {entry.why}" if entry.why else ""
        typer.echo(f"{entry.rule}  {what}  {entry.text}  since {entry.since or '?'}{until}{why}")
    typer.echo(f"{target}: {len(known):,} entries")


@app.command("apply")
def apply(
    triage: Annotated[Path, typer.Argument(help="The file that the HTML report's triage page saves.")],
    file: File = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
) -> None:
    """Take the decisions of an HTML report's triage into the baseline.

    Example: `layoutcheck baseline apply triage.jsonl`
    """
    from layoutcheck.report.output import whole_file
    from layoutcheck.suppress.baseline import Baseline, today_iso
    from layoutcheck.suppress.triage import applied, read_triage

    target = baseline_file(file, options.settings(config, no_config)) or DEFAULT
    today = today_iso()
    before = Baseline.load(target, today=today) if target.is_file() else Baseline(file=str(target), today=today)
    after, counts = applied(before, read_triage(triage), since=today)
    with whole_file(target) as out:
        out.write(after.text)
    told = ", ".join(f"{counts[key]} {key}" for key in ("added", "changed", "removed"))
    typer.echo(f"{target}: {told}")


def _existing(file: Path | None, config: Path | None, no_config: bool) -> Path:
    target = baseline_file(file, options.settings(config, no_config)) or DEFAULT
    if not target.is_file():
        raise UserError(f'there is no baseline "{target}"', remedy="layoutcheck baseline write PATHS writes one")
    return target
