"""``rules``, ``explain`` and ``init``: what the tool knows, and a first configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from layoutcheck.cli import completion, given
from layoutcheck.cli.command import Command
from layoutcheck.cli.telling import say
from layoutcheck.core.errors import UserError, near_match
from layoutcheck.plugins import load_rule, rule_ids

TEMPLATE = """\
# layoutcheck.toml: settings for layoutcheck, read from the nearest folder upwards.
# `layoutcheck config PAGE` prints what is in force for a page and where each value came from.

# The page-structure schema: "article", "wire-story", or a file of your own,
# which `layoutcheck schema init` starts.
schema = "article"

# The severity from which findings fail a run: "error", "warning", "info" or "never".
fail-on = "error"

# Pages that are not checked, as .gitignore writes paths.
exclude = ["**/drafts/**"]

# A rule's severity ("error", "warning", "info", "off"), or a table with its options.
# `layoutcheck rules` lists the rules, `layoutcheck explain RULE` tells about one.
[rules]
# redundant-alt = "off"

# Settings for some pages; the last table that matches a page wins, key by key.
# [[pages]]
# paths = ["build/world/**"]
# schema = "wire-story"
# rules = { missing-byline = "warning" }

# Names that datelines on your pages use and the built-in lists lack.
# [newsroom]
# places = ["Simmelsdorf"]
# sources = ["Example News"]

# Placeholders of your own; the regular expression is matched in linear time (RE2 syntax).
# [[patterns]]
# name = "cms-token"
# regex = "@@[a-z_]+@@"
# severity = "error"
# message = "a token of our CMS was not filled in"
"""


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("rules", cls=Command)(rules)
    app.command("explain", cls=Command)(explain)
    app.command("init", cls=Command)(init)


def rules() -> None:
    """List the rules with their default severity.

    Example: `layoutcheck rules`
    """
    width = max(map(len, rule_ids()))
    for rule_id in rule_ids():
        rule = load_rule(rule_id).rule
        say(f"{rule_id:<{width}}  {rule.severity:<7}  {rule.summary}")


def explain(
    rule: Annotated[
        str, typer.Argument(help="A rule's name, such as duplicate-teaser.", autocompletion=completion.rules)
    ],
) -> None:
    """Tell what a rule looks for, and why it matters.

    Example: `layoutcheck explain duplicate-teaser`
    """
    if rule not in rule_ids():
        remedy = near_match(rule, rule_ids()) or "layoutcheck rules lists them"
        raise UserError(f'there is no rule "{rule}"', remedy=remedy)
    loaded = load_rule(rule)
    typer.echo(loaded.page or f"# {rule}\n\n{loaded.rule.summary}")


def init(
    folder: Annotated[Path, typer.Argument(help="Where to write layoutcheck.toml.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> None:
    """Write a commented layoutcheck.toml.

    Example: `layoutcheck init`
    """
    file = folder / "layoutcheck.toml"
    given.write_new(file, TEMPLATE, force=force)
    say(f"wrote {file}; next: layoutcheck check YOUR-PAGES")
