"""``extract``, ``config`` and ``schema``: look at what is found and what is in force."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from layoutcheck.cli import given, options
from layoutcheck.cli.command import Command
from layoutcheck.config import PageSettings, Settings, Value
from layoutcheck.core.errors import PageError
from layoutcheck.plugins import load_rule, option_types, rule_ids
from layoutcheck.report.neutral import own_words, visible
from layoutcheck.report.path_mapping import is_address

if TYPE_CHECKING:
    from layoutcheck.model.use import PartUse

STARTER = """\
$schema: https://layoutcheck.dev/schemas/page-structure
title: An article of our site
# Builds on the shipped schema, which finds the parts of an ordinary article; give only what is yours.
$ref: https://layoutcheck.dev/schemas/article

# Parts that every page has. "required" asks that a part is there, "minLength: 1" that it says something.
required: [headline, body]

properties:
  # Parts of the shipped schema. Without one of these its page gives a warning or an info: say how bad it is to you.
  # A selector narrows where a part is looked for: {x-select: "article h1", minLength: 15, x-severity: error}
  headline: {x-severity: error, minLength: 1}
  body: {x-severity: error, minItems: 1}

  # A part of your own: CSS, or XPath that begins with "/"; a list means fallbacks in order.
  # standfirst:
  #   x-select: [".standfirst", "article header p"]
  #   minLength: 1

  # An attribute.
  # share_picture: {x-select: "meta[property='og:image']::attr(content)", format: uri}

  # A list, and the parts of its entries. Put "cards" into "required", or a page without any passes.
  # cards:
  #   x-select: aside .card
  #   type: array
  #   minItems: 3
  #   items:
  #     required: [title, url]
  #     properties:
  #       title: {x-select: h3, minLength: 1}
  #       url: {x-select: "a::attr(href)", format: uri-reference}

# Pages that must pass, and pages that must fail: layoutcheck schema test FILE
# x-tests: {good: ["pages/good/*.html"], bad: ["pages/bad/*.html"]}
"""

schema_app = typer.Typer(help="Judge page-structure schemas.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("extract", cls=Command)(extract)
    app.command("config", cls=Command)(config)
    app.add_typer(schema_app, name="schema")


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
) -> None:
    """Print the settings in force for a page, and their origin.

    Example: `layoutcheck config build/world/story.html`
    """
    from layoutcheck.runner.run import prepare

    chosen = given.settings(config, no_config, schema=schema)
    prepare(chosen)
    lines = list(_in_force(chosen, page))
    widths = [max(len(line[column]) for line in lines) for column in (0, 1)]
    for name, value, origin in lines:
        typer.echo(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}")
    if Path(page).is_dir():
        print(own_words(f'"{page}" is a folder: a page in it may have other settings'), file=sys.stderr)
    elif not (is_address(page) or page == "-" or Path(page).exists()):
        print(own_words(f'there is no page "{page}": it would have these settings'), file=sys.stderr)


def _in_force(chosen: Settings, page: str) -> Iterator[tuple[str, str, str]]:
    """Name, value and origin of each setting that is in force for a page."""
    settings = chosen.for_page(page)
    excluded = chosen.excluded_by(page)
    yield "schema", str(settings.schema.value), settings.schema.origin
    yield "fail-on", str(chosen.fail_on.value), chosen.fail_on.origin
    yield "excluded", "yes" if excluded else "no", excluded.origin if excluded else "default"
    if chosen.baseline:
        yield "baseline", str(chosen.baseline.value), chosen.baseline.origin
    for ignore in chosen.ignores_for(page):
        where = f" in {ignore.selector}" if ignore.selector else ""
        yield "ignore", f"{', '.join(ignore.rules) or 'all rules'}{where}", ignore.origin
    for pattern in chosen.patterns:
        yield f"patterns.{pattern.name}", pattern.regex, pattern.origin
    for name, values in (("places", chosen.places), ("sources", chosen.sources)):
        if values:
            yield f"newsroom.{name}", ", ".join(values), ", ".join(chosen.files)
    for rule_id in rule_ids():
        yield from _rule_in_force(rule_id, settings)


def _rule_in_force(rule_id: str, settings: PageSettings) -> Iterator[tuple[str, str, str]]:
    rule = load_rule(rule_id).rule
    severity = settings.severity(rule_id) or Value(rule.severity, "default")
    yield f"rules.{rule_id}", str(severity.value), severity.origin
    setting = settings.rule_settings.get(rule_id)
    defaults = rule.options()
    for name, field in option_types(rule).items():
        option = setting.options.get(field.name) if setting else None
        if option is None and name == "now":  # the run's own start
            continue
        chosen = option or Value(getattr(defaults, field.name), "default")
        yield f"rules.{rule_id}.{name}", json.dumps(chosen.value, ensure_ascii=False), chosen.origin


@schema_app.command("check")
def schema_check(files: Annotated[list[str], typer.Argument(help="Schema files, JSON or YAML.")]) -> int:
    """Judge schema files: keywords, values, selectors, references.

    Advice, where a sound schema may not mean what it says, fails nothing.

    Example: `layoutcheck schema check schemas/world.yaml`
    """
    from layoutcheck.model.load import schema_advice, schema_faults

    bad = 0
    for name in files:
        found = schema_faults(name)
        for fault in found:
            bad += 1
            typer.echo(str(fault))
        if not found:
            for told in schema_advice(name):
                typer.echo(f"{told.file}:{told.line}:{told.column}: advice: {told.text}\n  {told.remedy}")
            typer.echo(f"{name}: good")
    return 2 if bad else 0


@schema_app.command("test")
def schema_test(file: Annotated[str, typer.Argument(help="A schema file with x-tests.")]) -> int:
    """Check the pages that a schema names in `x-tests`.

    Its good pages must pass, its bad pages must fail.

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


@schema_app.command("try")
def schema_try(
    file: Annotated[str, typer.Argument(help="A schema file, or a shipped schema's name.")],
    paths: options.Paths = None,
    media_type: options.MediaType = None,
    charset: options.Charset = None,
) -> int:
    """Print how each part of a schema fares on pages.

    How often it is found, by which selector, what it says, and what almost matched on a page without it.

    Example: `layoutcheck schema try schemas/world.yaml build/world/`
    """
    from layoutcheck.model.use import add_page
    from layoutcheck.pipeline import read_page
    from layoutcheck.sources.files import read

    chosen = given.settings(None, True, schema=file)
    uses: dict[str, PartUse] = {}
    failed = 0
    for ref in given.pages(paths, media_type, charset, chosen):
        try:
            page, schema, extraction = read_page(read(ref), chosen.for_page(ref.uri))
        except PageError as error:
            failed += 1
            typer.echo(f"{ref.uri}: {error}", err=True)
            continue
        add_page(uses, schema, page, extraction)
    width = max((len(use.pointer) for use in uses.values()), default=0)
    for use in uses.values():
        _print_use(use, width)
    return 1 if failed else 0


def _print_use(use: PartUse, width: int) -> None:
    unit = "entries" if "/*" in use.pointer else "pages"
    says = f"  {visible(use.example)}" if use.example else "  always empty" if use.found else ""
    typer.echo(f"{use.pointer[1:]:<{width}}  {use.found:,} of {use.looked:,} {unit}{says}")
    if len(use.by) > 1:
        told = ", ".join(f'"{selector}" {count:,}' for selector, count in use.by.items())
        typer.echo(f"    by {visible(told)}")
    if use.several_on:
        typer.echo(f"    several match where one is meant, such as in {visible(use.several_on)}")
    if use.missing_on and (use.nearly or use.found):
        typer.echo(
            f"    missing, such as in {visible(use.missing_on)}" + (f": {visible(use.nearly)}" * bool(use.nearly))
        )


@schema_app.command("init")
def schema_init(
    file: Annotated[Path, typer.Argument(help="The schema file to write.")] = Path("site.layoutcheck.yaml"),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> None:
    """Write a commented page-structure schema to start from."""
    given.write_new(file, STARTER, force=force)
    typer.echo(f"wrote {file}; next: put in your selectors, then layoutcheck schema try {file} YOUR-PAGES")
