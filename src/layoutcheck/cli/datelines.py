"""``datelines``: what datelines a site writes, and the schema lines that would demand them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated

import typer

from layoutcheck.cli import given, options
from layoutcheck.cli.command import Command
from layoutcheck.cli.telling import say

if TYPE_CHECKING:
    from layoutcheck.newsroom.dateline.dateline import Dateline
    from layoutcheck.newsroom.dateline.survey import Section


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("datelines", cls=Command)(datelines)


def datelines(
    paths: options.Paths = None,
    pages: Annotated[bool, typer.Option("--pages", help="List each page with its dateline, too.")] = False,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    media_type: options.MediaType = None,
    charset: options.Charset = None,
) -> int:
    """Print what datelines pages have, section by section.

    Each section's share of pages with a dateline, the forms in use, and a schema that would demand them.

    Example: `layoutcheck datelines build/`
    """
    from layoutcheck.newsroom.dateline.finder import find_dateline
    from layoutcheck.newsroom.dateline.survey import proposed_schema, survey

    chosen = given.settings(config, no_config)
    facts: list[tuple[str, str, Dateline | None]] = []
    failed = False
    for ref in given.pages(paths, media_type, charset, chosen):
        if (read := given.read(ref, chosen)) is None:
            failed = True
            continue
        found = find_dateline(read[0])
        facts.append((ref.uri, ref.section, found.dateline if found else None))
        if pages:
            say(f"{ref.uri}  {_told(found.dateline) if found else '-'}")
    by_section: dict[str, list[Dateline]] = defaultdict(list)
    for _, name, dateline in facts:
        if dateline is not None:
            by_section[name].append(dateline)
    for section in survey(facts):
        _print_section(section, proposed_schema(section, by_section[section.name]))
    return 1 if failed else 0


def _told(dateline: Dateline) -> str:
    parts = (("place", "/".join(dateline.places)), ("source", dateline.source), ("date", dateline.date))
    return "  ".join([dateline.text, *(f"{name}={value}" for name, value in parts if value)])


def _print_section(section: Section, schema: str) -> None:
    name = section.name or "(no section)"
    say(f"{name}: {section.with_dateline} of {section.pages} pages have a dateline ({section.share:.0%})")
    for row in section.rows:
        say(f"  {row.share:>6.1%}  {row.pages:>6}  {row.shape:<28}  {row.style:<20}  {row.example}")
    if schema:
        say("  a schema that demands it:", "", *(f"    {line}" for line in schema.splitlines()), "")
