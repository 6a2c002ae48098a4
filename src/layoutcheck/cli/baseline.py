"""``baseline``: let old sins be, and see that they only grow fewer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from layoutcheck.cli import given, options
from layoutcheck.cli.telling import say, tell
from layoutcheck.config import Settings, Value
from layoutcheck.core.errors import UserError
from layoutcheck.core.origin import file_and_line
from layoutcheck.report.told import counted

if TYPE_CHECKING:
    from layoutcheck.runner.run import Request
    from layoutcheck.suppress.baseline import Baseline
    from layoutcheck.suppress.entry import Entry
    from layoutcheck.suppress.recording import Recording

DEFAULT = Path("layoutcheck-baseline.jsonl")
app = typer.Typer(help="Known findings: write, prune, show and edit them.", no_args_is_help=True)

File = Annotated[
    Path | None,
    typer.Option("--baseline", "-b", help="The file; else that of the configuration, else layoutcheck-baseline.jsonl.",
                 show_default=False),
]  # fmt: skip


def register(root: typer.Typer) -> None:
    """Add the commands to ``root``."""
    root.add_typer(app, name="baseline")


def baseline_file(given: Path | None, settings: Settings) -> Path | None:
    """The baseline in force: the one given, else the configuration's, else None. Told from here where it lies below."""
    if given or not settings.baseline:
        return given
    file = Path(str(settings.baseline.value))
    return file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file


def load_baseline(given: Path | None, settings: Settings) -> Baseline | None:
    """The baseline in force, read; None when there is none.

    Raises :class:`~layoutcheck.core.errors.UserError` when it is named and not there, or cannot be read.
    """
    from layoutcheck.suppress.baseline import Baseline, today_iso

    known = baseline_file(given, settings)
    if known is None:
        return None
    if not known.is_file():
        file, line = file_and_line(settings.baseline.origin) if settings.baseline and not given else ("", 0)
        told = f'there is no baseline "{known}"'
        remedy = "layoutcheck baseline write PATHS writes one"
        raise UserError(told, file=file, line=line, remedy=remedy)
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
    media_type: options.MediaType = None,
    charset: options.Charset = None,
    workers: options.Workers = 0,
    limit: options.Limit = options.SECONDS,
    memory: options.Memory = options.MEGABYTES,
    cache: options.CacheFolder = None,
    progress: options.Progress = True,
) -> int:
    """Check pages and write what is found into the baseline.

    Example: `layoutcheck baseline write build/`
    """
    from layoutcheck.suppress.baseline import today_iso
    from layoutcheck.suppress.recording import Recording

    chosen = given.settings(config, no_config, schema=schema)
    before = _before(file, chosen)
    recording = Recording(before, since=today_iso(), by_cause=by_cause)
    request = given.request(given.arguments(paths), media_type, charset, workers, limit, memory, cache)
    code = _checked(request, chosen, before, recording, progress=progress)
    if code == 130:
        return code
    after = recording.baseline()
    _write(before, after)
    if recording.left_new:
        say(f"still new, above a ceiling: {counted(recording.left_new, 'finding')}; to raise it, edit the number")
    if recording.left_single:
        say(
            f"known one by one already, and left so: {counted(recording.left_single, 'finding')}; "
            f"to know them by cause, delete their lines in {before.file} (or the file) and write it again"
        )
    if not chosen.baseline:
        say(f'put baseline = "{before.file}" into layoutcheck.toml, or check with --baseline {before.file}')
    return code


@app.command("prune")
def prune(
    paths: options.Paths = None,
    file: File = None,
    schema: options.Schema = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    media_type: options.MediaType = None,
    charset: options.Charset = None,
    workers: options.Workers = 0,
    limit: options.Limit = options.SECONDS,
    memory: options.Memory = options.MEGABYTES,
    cache: options.CacheFolder = None,
    progress: options.Progress = True,
) -> int:
    """Check pages and take out of the baseline what is mended.

    Ceilings go down, never up.

    Example: `layoutcheck baseline prune build/`
    """
    chosen = given.settings(config, no_config, schema=schema)
    _there(file, chosen)
    before = _before(file, chosen)
    request = given.request(given.arguments(paths), media_type, charset, workers, limit, memory, cache)
    code = _checked(request, chosen, before, None, progress=progress)
    if code != 130:
        _write(before, before.pruned())
    return code


def _before(given: Path | None, settings: Settings) -> Baseline:
    """The baseline as it stands in its file; an empty one where there is none yet."""
    from layoutcheck.suppress.baseline import Baseline, today_iso

    target, today = baseline_file(given, settings) or DEFAULT, today_iso()
    return Baseline.load(target, today=today) if target.is_file() else Baseline(file=str(target), today=today)


def _checked(
    request: Callable[..., Request], settings: Settings, before: Baseline, recording: Recording | None, *,
    progress: bool,
) -> int:  # fmt: skip
    """Check the pages; the exit code is that of a run that no finding fails: what was not checked did not pass."""
    from layoutcheck.pipeline import RunOptions
    from layoutcheck.runner.progress import with_progress
    from layoutcheck.runner.run import run

    asked = request(
        settings=replace(settings, fail_on=Value("never", "baseline")),
        options=RunOptions(datetime.now(UTC).isoformat(timespec="seconds")),
        baseline=before,
        recording=recording,
    )
    outcome = run(asked, [], sys.stdin.buffer, with_progress(asked) if progress else iter)
    if elsewhere := before.written_elsewhere():
        raise UserError(elsewhere[1], file=before.file)
    if outcome.summary.failures:
        failed = counted(outcome.summary.failures, "failure")
        tell(f"{failed}: pages that could not be checked fully keep their entries")
    if outcome.exit_code == 130:
        tell("interrupted, the baseline stays as it was")
    return outcome.exit_code


def _write(before: Baseline, after: Baseline) -> None:
    from layoutcheck.report.output import whole_file
    from layoutcheck.suppress.recording import changes

    with whole_file(Path(before.file)) as out:
        out.write(after.text)
    made = changes(before, after)
    told = [f"{made[key]:,} {key}" for key in ("added", "removed") if made[key]]
    told += [f"{counted(made['lowered'], 'ceiling')} lowered"] if made["lowered"] else []
    say(f"{before.file}: {counted(len(after), 'entry', 'entries')}, {', '.join(told) or 'nothing changed'}")


@app.command("show")
def show(file: File = None, config: options.Config = None, no_config: options.NoConfig = False) -> None:
    """List the baseline's entries, their age and their end.

    Example: `layoutcheck baseline show`
    """
    from layoutcheck.suppress.baseline import Baseline, today_iso

    target = _existing(file, config, no_config)
    known = Baseline.load(target, today=today_iso())
    for entry in known.entries:
        until = f", {'expired on' if known.has_expired(entry) else 'until'} {entry.until}" if entry.until else ""
        why = f": {entry.why}" if entry.why else ""
        age = f"since {entry.since or '?'}{until}{why}"
        say(f"{target}:{entry.line}: {entry.rule}  {_what(entry)}  {age}")
    expired = sum(map(known.has_expired, known.entries))
    say(f"{target}: {counted(len(known), 'entry', 'entries')}, {expired:,} expired")


def _what(entry: Entry) -> str:
    """What an entry speaks of, by which it is told from its neighbours."""
    from layoutcheck.suppress.entry import FindingEntry

    where = f" (in {entry.where})" if entry.where else ""
    if isinstance(entry, FindingEntry):
        return f"{entry.uri}  {entry.text}{where}"
    ceiling = f" (at most {entry.ceiling})" if entry.ceiling is not None else ""
    example = f", such as on {entry.example}" if entry.example else ""
    return f"{entry.pages}{ceiling}  {entry.text}{where}{example}"


@app.command("apply")
def apply(
    triage: Annotated[Path, typer.Argument(help="The file that the HTML report's triage page saves.")],
    file: File = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
) -> None:
    """Take decisions of an HTML report into the baseline.

    Example: `layoutcheck baseline apply triage.jsonl`
    """
    from layoutcheck.report.output import whole_file
    from layoutcheck.suppress.baseline import today_iso
    from layoutcheck.suppress.triage import applied, read_triage

    before = _before(file, given.settings(config, no_config))
    after, counts = applied(before, read_triage(triage), since=today_iso())
    with whole_file(Path(before.file)) as out:
        out.write(after.text)
    told = ", ".join(f"{counts[key]} {key}" for key in ("added", "changed", "removed"))
    say(f"{before.file}: {told}")
    if counts["unchanged"]:
        say(f"known as they are: {counted(counts['unchanged'], 'decision')}")
    if counts["unknown"]:
        say(f"called a bug, and not known by the baseline anyway: {counted(counts['unknown'], 'decision')}")
    if counts["added"]:
        say("whether the pages still have what was added, the next check tells (unused-baseline-entry)")


def _existing(file: Path | None, config: Path | None, no_config: bool) -> Path:
    return _there(file, given.settings(config, no_config))


def _there(file: Path | None, settings: Settings) -> Path:
    """The baseline's file; raises :class:`~layoutcheck.core.errors.UserError` where there is none yet."""
    target = baseline_file(file, settings) or DEFAULT
    if not target.is_file():
        raise UserError(f'there is no baseline "{target}"', remedy="layoutcheck baseline write PATHS writes one")
    return target
