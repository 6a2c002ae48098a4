"""``schema``: begin a page-structure schema, judge it, and see how it fares on pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from layoutcheck.cli import given, options
from layoutcheck.cli.telling import say

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

app = typer.Typer(help="Page-structure schemas: start, judge and try them.", no_args_is_help=True)


def register(root: typer.Typer) -> None:
    """Add the commands to ``root``."""
    root.add_typer(app, name="schema")


@app.command("init")
def schema_init(
    file: Annotated[Path, typer.Argument(help="The schema file to write.")] = Path("site.layoutcheck.yaml"),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> None:
    """Write a commented page-structure schema to start from.

    Example: `layoutcheck schema init schemas/world.yaml`
    """
    given.write_new(file, STARTER, force=force)
    say(f"wrote {file}; next: put in your selectors, then layoutcheck schema try {file} YOUR-PAGES")


@app.command("check")
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
            say(*str(fault).split("\n"))
        if not found:
            for told in schema_advice(name):
                say(f"{told.file}:{told.line}:{told.column}: advice: {told.text}", f"  {told.remedy}")
            say(f"{name}: good")
    return 2 if bad else 0


@app.command("try")
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

    chosen = given.settings(None, True, schema=file)
    uses: dict[str, PartUse] = {}
    failed = False
    for ref in given.pages(paths, media_type, charset, chosen):
        if (read := given.read(ref, chosen)) is None:
            failed = True
        else:
            page, schema, extraction = read
            add_page(uses, schema, page, extraction)
    width = max((len(use.pointer) for use in uses.values()), default=0)
    for use in uses.values():
        say(*_lines(use, width))
    return 1 if failed else 0


def _lines(use: PartUse, width: int) -> Iterator[str]:
    """How a part fares: a line, and what is to be known of it besides."""
    unit = "entries" if "/*" in use.pointer else "pages"
    says = f"  {use.example}" if use.example else "  always empty" if use.found else ""
    yield f"{use.pointer[1:]:<{width}}  {use.found:,} of {use.looked:,} {unit}{says}"
    if len(use.by) > 1:
        yield "    by " + ", ".join(f'"{selector}" {count:,}' for selector, count in use.by.items())
    if use.several_on:
        yield f"    several match where one is meant, such as in {use.several_on}"
    if use.missing_on and (use.nearly or use.found):
        nearly = f": {use.nearly}" if use.nearly else ""
        yield f"    missing, such as in {use.missing_on}{nearly}"


@app.command("test")
def schema_test(file: Annotated[str, typer.Argument(help="A schema file with x-tests.")]) -> int:
    """Check the pages that a schema names in `x-tests`.

    Its good pages must pass, its bad pages must fail.

    Example: `layoutcheck schema test schemas/world.yaml`
    """
    from layoutcheck.api import run_schema_tests

    failed = 0
    for result in run_schema_tests(Path(file)):
        say(f"{'pass' if result.passed else 'FAIL'}  {result.expected:<4}  {result.page}")
        say(*(f"            {line}" for line in result.told))
        failed += not result.passed
    return 1 if failed else 0
