"""``check``: the main job."""

from __future__ import annotations

import sys
from functools import partial

import typer

from layoutcheck.cli import given, options
from layoutcheck.cli.command import Command


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("check", cls=Command)(check)


def check(
    paths: options.Paths = None,
    schema: options.Schema = None,
    output_format: options.OutputFormat = None,
    show: options.Show = "info",
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
    fail_on: options.FailOn = None,
    rule: options.Rule = None,
    severity: options.RuleSeverity = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    media_type: options.MediaType = None,
    charset: options.Charset = None,
    workers: options.Workers = 0,
    limit: options.Limit = options.SECONDS,
    memory: options.Memory = options.MEGABYTES,
    cache: options.CacheFolder = None,
    baseline: options.Baseline = None,
    allow_excluded: options.AllowExcluded = False,
    outline: options.Outline = False,
    strip_prefix: options.StripPrefix = "",
    path_prefix: options.PathPrefix = "",
    junit_dialect: options.JunitDialect = "gitlab",
    history: options.History = None,
    redact: options.Redact = None,
    watch: options.Watch = False,
    timings: options.Timings = False,
    progress: options.Progress = True,
    colour: options.Colour = "auto",
) -> int:
    """Check rendered article pages.

    Exit code: 0 clean, 1 findings, 2 your mistake, 3 ours.

    Examples:

    \b
    * `layoutcheck check build/`
    * `layoutcheck check page.html --schema wire-story`
    * `curl -fsS https://example.org/story | layoutcheck check -`
    * `layoutcheck check build/ -o text -o sarif=out/layoutcheck.sarif`
    """
    from layoutcheck.cli.checking import Checking
    from layoutcheck.cli.output import OutputOptions, spare_pages

    output = OutputOptions(
        formats=tuple(output_format or ()),
        colour=colour,
        strip_prefix=strip_prefix,
        path_prefix=path_prefix,
        junit_dialect=junit_dialect,
        history=history,
        redact=tuple(redact or ()),
        show=show,
        verbose=verbose,
        quiet=quiet,
        outline=outline,
    )
    names = given.arguments(paths)
    spare_pages(output.choices, names)
    request = given.request(names, media_type, charset, workers, limit, memory, cache)
    checking = Checking(
        settings=partial(
            given.settings, config, no_config, schema=schema, fail_on=fail_on, only=rule, severities=severity
        ),
        request=partial(request, command=("layoutcheck", *sys.argv[1:]), allow_excluded=allow_excluded),
        output=output,
        baseline=baseline,
        timings=timings,
        progress=progress,
    )
    if watch:
        return checking.watched(names, partial(given.config_file, config, no_config), has_cache=cache is not None)
    return checking.once()
