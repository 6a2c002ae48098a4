"""``check``: the main job."""

from __future__ import annotations

import sys
from collections.abc import Collection
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from layoutcheck.cli import completion, options
from layoutcheck.cli.baseline import baseline_file, load_baseline
from layoutcheck.cli.command import Command
from layoutcheck.cli.report import History, Redact
from layoutcheck.config import Settings, find_config


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("check", cls=Command)(check)


def check(
    paths: options.Paths = None,
    schema: options.Schema = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            "-o",
            metavar="FORMAT[=FILE]",
            autocompletion=completion.formats,
            help="text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, azure, teamcity, "
            "markdown, html=DIR; may be given several times.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="error|warning|info|never",
            autocompletion=completion.fail_on,
            help="The severity from which findings fail the run.",
            show_default=False,
        ),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            "-r",
            metavar="RULE",
            help="Run these rules only.",
            show_default=False,
            autocompletion=completion.rules,
        ),
    ] = None,
    severity: Annotated[
        list[str] | None,
        typer.Option(
            "--severity",
            metavar="RULE=SEVERITY",
            help="Give a rule another severity.",
            show_default=False,
            autocompletion=completion.severities,
        ),
    ] = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    media_type: options.MediaType = None,
    charset: options.Charset = None,
    workers: Annotated[int, typer.Option("--workers", "-j", min=0, help="Worker processes; 0 for one a core.")] = 0,
    limit: Annotated[float, typer.Option("--limit", min=0.1, help="Seconds that a page may take.")] = 10.0,
    memory: Annotated[int, typer.Option("--memory", min=0, help="Megabytes that a page may take; 0 for any.")] = 2048,
    cache: Annotated[
        Path | None,
        typer.Option("--cache", help="A folder of results: unchanged pages are not checked again.", show_default=False),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", "-b", help="A file of known findings: shown, never failing the run.", show_default=False
        ),
    ] = None,
    allow_excluded: Annotated[
        bool,
        typer.Option("--allow-excluded", help="Pass when every page is excluded: for hooks that name what changed."),
    ] = False,
    outline: Annotated[bool, typer.Option("--outline", help="Write each page's parts into the JSON report.")] = False,
    strip_prefix: Annotated[
        str, typer.Option("--strip-prefix", help="Cut this from the front of pages' paths in reports.")
    ] = "",
    path_prefix: Annotated[
        str, typer.Option("--path-prefix", help="Put this in front of pages' paths in reports, such as an address.")
    ] = "",
    junit_dialect: Annotated[
        str, typer.Option("--junit-dialect", metavar="gitlab|strict", help="Which readers JUnit XML is for.")
    ] = "gitlab",
    history: History = None,
    redact: Redact = None,
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Check again what changes, until interrupted.")] = False,
    timings: Annotated[
        bool, typer.Option("--timings", help="Tell where the time went, by phase, rule and selector.")
    ] = False,
    progress: Annotated[bool, typer.Option(help="Show a progress bar on a terminal.")] = True,
    colour: Annotated[
        str, typer.Option("--color", metavar="auto|always|never", help="Whether text is coloured.")
    ] = "auto",
) -> int:
    """Check rendered article pages.

    Exit code: 0 clean, 1 findings, 2 your mistake, 3 ours.

    Examples:

    \b
    * `layoutcheck check build/`
    * `layoutcheck check page.html --schema wire-story`
    * `curl -s https://example.org/story | layoutcheck check -`
    * `layoutcheck check build/ -o text -o sarif=out/layoutcheck.sarif`
    """
    from layoutcheck.cli.output import OutputOptions, open_reporters, spare_pages
    from layoutcheck.pipeline import RunOptions
    from layoutcheck.report.text import totals
    from layoutcheck.runner.cache import Cache
    from layoutcheck.runner.progress import show_progress, wants_progress
    from layoutcheck.runner.run import Request, run
    from layoutcheck.runner.timings import Timings
    from layoutcheck.sources.files import count_pages, is_page_name
    from layoutcheck.watch import on_screen
    from layoutcheck.watch import watch as watch_pages

    output = OutputOptions(
        tuple(output_format or ()), colour, strip_prefix, path_prefix, junit_dialect, history, tuple(redact or ())
    )
    names = tuple(options.arguments(paths))
    spare_pages(output.choices, names)

    watched: list[str] = []

    def once(shown: Collection[str] | None = None, results: Cache | None = None) -> int:
        chosen = options.settings(config, no_config, schema=schema, fail_on=fail_on, only=rule, severities=severity)
        known = baseline_file(baseline, chosen)
        watched[:] = [*chosen.files, *schema_files(chosen), *([str(known)] if known else [])]
        request = Request(
            arguments=names,
            settings=chosen,
            options=RunOptions(
                now=datetime.now(UTC).isoformat(timespec="seconds"),
                outline=outline or any(choice.name == "html" for choice in output.choices),
            ),
            media_type=options.media_type(media_type),
            charset=options.charset(charset),
            command=("layoutcheck", *sys.argv[1:]),
            workers=workers,
            limit=limit,
            memory=memory or None,
            cache=results,
            timings=Timings() if timings else None,
            baseline=load_baseline(baseline, chosen),
            allow_excluded=allow_excluded,
        )
        counted = partial(count_pages, names, charset=charset, is_excluded=chosen.is_excluded)
        passing = partial(show_progress, count=counted) if progress and wants_progress(sys.stderr) else iter
        with open_reporters(output) as reporters:
            outcome = run(request, on_screen(reporters, output.choices, shown), sys.stdin.buffer, passing)
        if output.is_silent:
            print(f"layoutcheck: {totals(outcome.summary)}", file=sys.stderr)
        if request.timings:
            for line in request.timings.table(outcome.summary.pages):
                print(line, file=sys.stderr)
        return outcome.exit_code

    if cache and (fault := Cache(cache).fault()):
        print(f'layoutcheck: the cache "{cache}" keeps nothing: {fault}', file=sys.stderr)
    if not watch:
        return once(None, Cache(cache) if cache else None)
    file = None if no_config else config or find_config(Path.cwd())
    watched += [str(file)] if file else []
    with TemporaryDirectory() as folder:  # what has not changed is not checked again, and is counted all the same
        results = Cache(cache or Path(folder))
        return watch_pages(
            names, lambda shown: once(shown, results), out=sys.stdout, is_page=is_page_name, also=lambda: watched
        )


def schema_files(settings: Settings) -> list[str]:
    """The schema files that the settings name."""
    names = [str(layer.schema.value) for layer in settings.layers if layer.schema]
    return [name for name in names if Path(name).is_file()]
