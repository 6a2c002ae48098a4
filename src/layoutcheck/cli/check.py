"""``check``: the main job."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from layoutcheck.cli import options


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("check")(check)


def check(
    paths: options.Paths = None,
    schema: options.Schema = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            "-o",
            metavar="FORMAT[=FILE]",
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
            help="The severity from which findings fail the run.",
            show_default=False,
        ),
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option("--rule", "-r", metavar="RULE", help="Run these rules only.", show_default=False)
    ] = None,
    severity: Annotated[
        list[str] | None,
        typer.Option("--severity", metavar="RULE=SEVERITY", help="Give a rule another severity.", show_default=False),
    ] = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    media_type: options.MediaType = None,
    charset: options.Charset = None,
    colour: Annotated[
        str, typer.Option("--color", metavar="auto|always|never", help="Whether text is coloured.")
    ] = "auto",
) -> int:
    """Check rendered article pages.

    Exit code: 0 clean, 1 findings, 2 your mistake, 3 ours.

    Examples:

    * `layoutcheck check build/`
    * `layoutcheck check page.html --schema wire-story`
    * `curl -s https://example.org/story | layoutcheck check -`
    * `layoutcheck check build/ -o text -o sarif=out/layoutcheck.sarif`
    """
    from layoutcheck.cli.output import opened
    from layoutcheck.pipeline import RunOptions
    from layoutcheck.runner.run import Request, run

    chosen = options.settings(config, no_config, schema=schema, fail_on=fail_on, only=rule, severities=severity)
    request = Request(
        arguments=tuple(options.arguments(paths)),
        settings=chosen,
        options=RunOptions(now=datetime.now(UTC).isoformat(timespec="seconds")),
        media_type=options.media_type(media_type),
        charset=charset,
        command=tuple(sys.argv[1:]),
    )
    with opened(output_format or ["text"], colour) as reporters:
        return run(request, reporters, sys.stdin.buffer)
