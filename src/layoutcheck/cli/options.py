"""The options of commands: how each is written, and what its help says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from layoutcheck.cli import completion

#: What a page may take where nothing is said; said again, since ``runner.pool`` takes long to import.
SECONDS, MEGABYTES = 10.0, 2048

Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders or globs; `-` reads standard input.", show_default=False),
]
Schema = Annotated[
    str | None,
    typer.Option(
        "--schema",
        "-s",
        metavar="article|wire-story|FILE",
        help="The page-structure schema.",
        show_default=False,
        autocompletion=completion.schemas,
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", "-c", help="The configuration; else the nearest layoutcheck.toml upwards.", show_default=False
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no configuration file.")]
MediaType = Annotated[
    str | None,
    typer.Option(
        "--media-type",
        metavar="text/html|text/plain",
        help="What the pages are, whatever their names.",
        show_default=False,
    ),
]
Charset = Annotated[
    str | None,
    typer.Option("--charset", help="The encoding that the server declared, as in its HTTP header.", show_default=False),
]
OutputFormat = Annotated[
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
]
Show = Annotated[
    str,
    typer.Option(
        "--show",
        metavar="error|warning|info",
        autocompletion=completion.show,
        help="The severity from which text and concise show findings; all count.",
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show each finding in full, and the known ones too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show the causes and counts only.")]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="error|warning|info|never",
        autocompletion=completion.fail_on,
        help="The severity from which findings fail the run.",
        show_default=False,
    ),
]
Rule = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        "-r",
        metavar="RULE",
        help="Run these rules only.",
        show_default=False,
        autocompletion=completion.rules,
    ),
]
RuleSeverity = Annotated[
    list[str] | None,
    typer.Option(
        "--severity",
        metavar="RULE=SEVERITY",
        help="Give a rule another severity.",
        show_default=False,
        autocompletion=completion.severities,
    ),
]
Workers = Annotated[int, typer.Option("--workers", "-j", min=0, help="Worker processes; 0 for one a core.")]
Limit = Annotated[float, typer.Option("--limit", min=0.1, help="Seconds that a page may take.")]
Memory = Annotated[int, typer.Option("--memory", min=0, help="Megabytes that a page may take; 0 for any.")]
CacheFolder = Annotated[
    Path | None,
    typer.Option("--cache", help="A folder of results: unchanged pages are not checked again.", show_default=False),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline", "-b", help="A file of known findings: counted, never failing the run.", show_default=False
    ),
]
AllowExcluded = Annotated[
    bool,
    typer.Option("--allow-excluded", help="Pass when every page is excluded: for hooks that name what changed."),
]
Outline = Annotated[bool, typer.Option("--outline", help="Write each page's parts into the JSON report.")]
StripPrefix = Annotated[str, typer.Option("--strip-prefix", help="Cut this from the front of pages' paths in reports.")]
PathPrefix = Annotated[
    str, typer.Option("--path-prefix", help="Put this in front of pages' paths in reports, such as an address.")
]
JunitDialect = Annotated[
    str, typer.Option("--junit-dialect", metavar="gitlab|strict", help="Which readers JUnit XML is for.")
]
Watch = Annotated[bool, typer.Option("--watch", "-w", help="Check again what changes, until interrupted.")]
Timings = Annotated[bool, typer.Option("--timings", help="Tell where the time went, by phase, rule and selector.")]
Progress = Annotated[bool, typer.Option(help="Show a progress bar on a terminal.")]
Colour = Annotated[str, typer.Option("--color", metavar="auto|always|never", help="Whether text is coloured.")]
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
