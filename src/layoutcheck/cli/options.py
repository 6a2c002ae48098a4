"""Options that several commands share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from layoutcheck.cli import completion
from layoutcheck.config import NAMES, Layer, RuleSetting, Settings, Value, find_config, load_settings
from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.severity import Severity
from layoutcheck.plugins import rule_ids

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


def media_type(value: str | None) -> str:
    """A media type that we know; raises :class:`~layoutcheck.core.errors.UserError`."""
    from layoutcheck.sources.declared import declared_media_type

    return declared_media_type(value, "--media-type")


def charset(value: str | None) -> str | None:
    """An encoding that the standard knows; raises :class:`~layoutcheck.core.errors.UserError`."""
    from layoutcheck.sources.declared import declared_charset

    return declared_charset(value, "--charset")


def arguments(paths: list[str] | None) -> list[str]:
    """The paths given; standard input when none is given and something is piped in."""
    if paths:
        return paths
    if not sys.stdin.isatty():
        return ["-"]
    raise UserError("no page is given", remedy="name files, folders or globs, such as: layoutcheck check build/")


def settings(
    config: Path | None,
    no_config: bool,
    *,
    schema: str | None = None,
    fail_on: str | None = None,
    only: list[str] | None = None,
    severities: list[str] | None = None,
) -> Settings:
    """The settings of a run: the configuration file's with the command line's over them."""
    if config is not None and not config.is_file():
        if config.is_dir():
            raise UserError(
                f'"{config}" is a folder, not a configuration file', remedy=f"name the file: {config / NAMES[0]}"
            )
        if config.exists():
            raise UserError(
                f'"{config}" is no ordinary file', remedy="write the configuration to a file, or: --no-config"
            )
        raise UserError(f'there is no configuration file "{config}"', remedy="layoutcheck init writes one")
    file = None if no_config else config or find_config(Path.cwd())
    rules: dict[str, RuleSetting] = {}
    if only:
        for rule_id in only:
            _known_rule(rule_id, "--rule")
        rules = {rule_id: RuleSetting(Value(Severity.OFF, "--rule")) for rule_id in rule_ids() if rule_id not in only}
    for pair in severities or []:
        rule_id, _, severity = pair.partition("=")
        _known_rule(rule_id, "--severity")
        if severity not in list(Severity):
            remedy = near_match(severity, list(Severity)) or f"one of: {', '.join(Severity)}"
            raise UserError(f'--severity {pair}: a severity cannot be "{severity}"', remedy=remedy)
        rules[rule_id] = RuleSetting(Value(Severity(severity), "--severity"))
    overrides = Layer(Value(schema, "--schema") if schema else None, rules, origin="command line")
    return load_settings(file, overrides=overrides, fail_on=fail_on)


def _known_rule(rule_id: str, option: str) -> None:
    if rule_id not in rule_ids():
        remedy = near_match(rule_id, rule_ids()) or "layoutcheck rules lists them"
        raise UserError(f'{option}: there is no rule "{rule_id}"', remedy=remedy)
