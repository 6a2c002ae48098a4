"""``extract`` and ``config``: look at what is found and what is in force."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from layoutcheck.cli import given, options
from layoutcheck.cli.command import Command
from layoutcheck.cli.telling import say, tell
from layoutcheck.config import PageSettings, Settings, Value
from layoutcheck.core.errors import PageError
from layoutcheck.plugins import load_rule, option_types, rule_ids
from layoutcheck.report.path_mapping import is_address

#: The origin of what nobody has set.
_DEFAULT = "default"


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("extract", cls=Command)(extract)
    app.command("config", cls=Command)(config)


def extract(
    paths: options.Paths = None,
    schema: options.Schema = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    media_type: options.MediaType = None,
    charset: options.Charset = None,
) -> int:
    """Print what the schema finds on pages, as JSON Lines.

    Example: `layoutcheck extract build/world/ | jq .data.headline`
    """
    from layoutcheck.api import page_data
    from layoutcheck.report.json import dumped
    from layoutcheck.sources.files import read

    chosen = given.settings(config, no_config, schema=schema)
    failed = False
    for ref in given.pages(paths, media_type, charset, chosen):
        try:
            told = page_data(read(ref), chosen.for_page(ref.uri))
        except PageError as error:
            failed = True
            told = {"uri": ref.uri, "data": None, "places": {}, "failure": str(error)}
        typer.echo(dumped(told))
    return 1 if failed else 0


def config(
    page: Annotated[str, typer.Argument(help="A page's path or address.")],
    schema: options.Schema = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    mine: Annotated[bool, typer.Option("--mine", help="Only what is set, and nothing that is as by default.")] = False,
) -> None:
    """Print the settings in force for a page, and their origin.

    Examples:

    \b
    * `layoutcheck config build/world/story.html`
    * `layoutcheck config build/world/story.html --mine`
    """
    from layoutcheck.runner.run import prepare

    chosen = given.settings(config, no_config, schema=schema)
    prepare(chosen)
    lines = [line for line in _in_force(chosen, page) if not mine or line[2] != _DEFAULT]
    widths = [max((len(line[column]) for line in lines), default=0) for column in (0, 1)]
    for name, value, origin in lines:
        say(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}")
    if not lines:
        read = ", ".join(chosen.files)
        tell("nothing is set for this page" + (f": {read} leaves all as by default" if read else ": no configuration"))
    if Path(page).is_dir():
        tell(f'"{page}" is a folder: a page in it may have other settings')
    elif not (is_address(page) or page == "-" or Path(page).exists()):
        tell(f'there is no page "{page}": it would have these settings')


def _in_force(chosen: Settings, page: str) -> Iterator[tuple[str, str, str]]:
    """Name, value and origin of each setting that is in force for a page."""
    settings = chosen.for_page(page)
    excluded = chosen.excluded_by(page)
    yield "schema", str(settings.schema.value), settings.schema.origin
    yield "fail-on", str(chosen.fail_on.value), chosen.fail_on.origin
    yield "excluded", "yes" if excluded else "no", excluded.origin if excluded else _DEFAULT
    if chosen.baseline:
        yield "baseline", str(chosen.baseline.value), chosen.baseline.origin
    for ignore in chosen.ignores_for(page):
        where = f" in {ignore.selector}" if ignore.selector else ""
        yield "ignore", f"{', '.join(ignore.rules) or 'all rules'}{where}", ignore.origin
    for pattern in chosen.patterns:
        yield f"patterns.{pattern.name}", pattern.regex, pattern.origin
    if chosen.places:
        yield "newsroom.places", ", ".join(chosen.places), ", ".join(chosen.places_origins)
    if chosen.sources:
        yield "newsroom.sources", ", ".join(chosen.sources), ", ".join(chosen.sources_origins)
    for rule_id in rule_ids():
        yield from _rule_in_force(rule_id, settings)


def _rule_in_force(rule_id: str, settings: PageSettings) -> Iterator[tuple[str, str, str]]:
    rule = load_rule(rule_id).rule
    severity = settings.severity(rule_id) or Value(rule.severity, _DEFAULT)
    yield f"rules.{rule_id}", str(severity.value), severity.origin
    setting = settings.rule_settings.get(rule_id)
    defaults = rule.options()
    for name, field in option_types(rule).items():
        option = setting.options.get(field.name) if setting else None
        if option is None and name == "now":  # the run's own start
            continue
        chosen = option or Value(getattr(defaults, field.name), _DEFAULT)
        yield f"rules.{rule_id}.{name}", json.dumps(chosen.value, ensure_ascii=False), chosen.origin
