"""``extract``, ``config`` and ``schema``: look at what is found and what is in force."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from layoutcheck.cli import options
from layoutcheck.core.errors import PageError

schema_app = typer.Typer(help="Judge page-structure schemas.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("extract")(extract)
    app.command("config")(config)
    app.add_typer(schema_app, name="schema")


def extract(
    paths: options.Paths = None,
    schema: options.Schema = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    media_type: options.MediaType = None,
    charset: options.Charset = None,
) -> int:
    """Print what the schema finds on each page, one JSON object a line.

    Example: `layoutcheck extract build/world/ | jq .data.headline`
    """
    from layoutcheck.api import page_data
    from layoutcheck.sources.files import find_pages, read

    chosen = options.settings(config, no_config, schema=schema)
    refs = find_pages(
        options.arguments(paths), media_type=options.media_type(media_type), charset=charset,
        is_excluded=chosen.is_excluded, stdin=sys.stdin.buffer,
    )  # fmt: skip
    failed = False
    for ref in refs:
        try:
            told = page_data(read(ref), chosen.for_page(ref.uri))
        except PageError as error:
            failed = True
            told = {"uri": ref.uri, "data": None, "places": {}, "failure": str(error)}
        typer.echo(json.dumps(told, ensure_ascii=False))
    return 1 if failed else 0


def config(
    page: Annotated[str, typer.Argument(help="A page's path or address.")],
    schema: options.Schema = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
) -> None:
    """Print what is in force for one page, and where each value came from."""
    from layoutcheck.plugins import load_rule, rule_ids

    chosen = options.settings(config, no_config, schema=schema)
    settings = chosen.for_page(page)
    lines = [("schema", str(settings.schema.value), settings.schema.origin)]
    lines.append(("fail-on", str(chosen.fail_on.value), chosen.fail_on.origin))
    lines.append(("excluded", "yes" if chosen.is_excluded(page) else "no", ", ".join(chosen.files) or "default"))
    if chosen.baseline:
        lines.append(("baseline", str(chosen.baseline.value), chosen.baseline.origin))
    for rule_id in rule_ids():
        severity = settings.severity(rule_id)
        default = load_rule(rule_id).rule.severity
        told, origin = (str(severity.value), severity.origin) if severity else (str(default), "default")
        lines.append((f"rules.{rule_id}", told, origin))
        setting = settings.rule_settings.get(rule_id)
        for name, option in (setting.options if setting else {}).items():
            lines.append((f"rules.{rule_id}.{name.replace('_', '-')}", json.dumps(option.value), option.origin))
    widths = [max(len(line[column]) for line in lines) for column in (0, 1)]
    for name, value, origin in lines:
        typer.echo(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}")


@schema_app.command("check")
def schema_check(files: Annotated[list[str], typer.Argument(help="Schema files, JSON or YAML.")]) -> int:
    """Judge schema files: keywords, values, selectors, references.

    Example: `layoutcheck schema check schemas/world.yaml`
    """
    from layoutcheck.model.schema import schema_faults

    bad = 0
    for name in files:
        found = schema_faults(name)
        for fault in found:
            bad += 1
            typer.echo(str(fault))
        if not found:
            typer.echo(f"{name}: good")
    return 2 if bad else 0


@schema_app.command("test")
def schema_test(file: Annotated[str, typer.Argument(help="A schema file with x-tests.")]) -> int:
    """Run the good and bad pages that a schema names (`x-tests`): good pages must pass, bad pages must fail.

    Example: `layoutcheck schema test schemas/world.yaml`
    """
    from layoutcheck.api import run_schema_tests

    failed = 0
    for result in run_schema_tests(Path(file)):
        typer.echo(f"{'pass' if result.passed else 'FAIL'}  {result.expected:<4}  {result.page}")
        for line in result.told:
            typer.echo(f"            {line}")
        failed += not result.passed
    return 1 if failed else 0
