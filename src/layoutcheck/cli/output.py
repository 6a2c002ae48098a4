"""What the reports of a run are told of their surroundings."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.severity import Severity
from layoutcheck.plugins import load_rule, rule_ids
from layoutcheck.report.checkout import Checkout, checkout_root
from layoutcheck.report.context import SHOWN, Detail, ReportContext
from layoutcheck.report.formats import Choice, automatic, choices_of, opened
from layoutcheck.report.path_mapping import PathMapping
from layoutcheck.report.reporter import Reporter
from layoutcheck.report.rule_info import RuleInfo
from layoutcheck.sources.own_reports import would_lose_page

if TYPE_CHECKING:
    from layoutcheck.report.html.options import HtmlOptions

HELP = "https://layoutcheck.dev/rules/"


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """What the command line says of the outputs."""

    formats: Sequence[str] = ()
    colour: str = "auto"
    strip_prefix: str = ""
    path_prefix: str = ""
    junit_dialect: str = "gitlab"
    history: Path | None = None
    redact: Sequence[str] = ()
    show: str = Severity.INFO
    verbose: bool = False
    quiet: bool = False
    outline: bool = False

    @property
    def choices(self) -> list[Choice]:
        """The formats and where they go; raises :class:`~layoutcheck.core.errors.UserError` for what makes no sense."""
        return automatic(choices_of(self.formats), os.environ)

    @property
    def is_silent(self) -> bool:
        """Whether all that was asked for goes to files: then nobody would see how the run ended."""
        return all(choice.target for choice in choices_of(self.formats))


def wants_colour(choice: str) -> bool:
    """Whether standard output takes colour (``NO_COLOR`` and ``FORCE_COLOR`` as no-color.org has them)."""
    if choice not in ("auto", "always", "never"):
        raise UserError(f'--color cannot be "{choice}"', remedy="one of: auto, always, never")
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def open_reporters(options: OutputOptions) -> AbstractContextManager[list[Reporter]]:
    """The reporters of a run, each with its output open."""
    choices = options.choices
    names = {choice.name for choice in choices}
    if options.junit_dialect not in ("gitlab", "strict"):
        raise UserError(f'--junit-dialect cannot be "{options.junit_dialect}"', remedy="one of: gitlab, strict")
    _judge_html_options(options, names)
    detail = _detail(options, names)
    plain = names <= {"text", "concise", "json", "jsonl"}
    root, below = checkout_root(os.environ, Path.cwd())
    context = ReportContext(
        colour=wants_colour(options.colour),
        columns=get_terminal_size().columns if sys.stdout.isatty() else 0,
        detail=detail,
        least=Severity(options.show),
        rules={} if plain else rule_infos(),
        paths=PathMapping(options.strip_prefix, options.path_prefix),
        base=root,
        below=below,
        in_checkout=Checkout(Path(root), below),
        junit_dialect=options.junit_dialect,
        outline=options.outline,
    )
    html = html_options(options.history, options.redact, context.paths, anywhere=True) if "html" in names else None
    return opened(choices, context, sys.stdout, html)


def _detail(options: OutputOptions, names: set[str]) -> Detail:
    """How much ``text`` tells; what would do nothing is told, as in :func:`_judge_html_options`.

    Only ``--quiet`` is always heeded: who asks for less gets less.
    """
    if options.show not in SHOWN:
        remedy = near_match(options.show, SHOWN) or f"one of: {', '.join(SHOWN)}"
        raise UserError(f'--show cannot be "{options.show}"', remedy=remedy)
    if options.verbose and options.quiet:
        raise UserError("--verbose and --quiet are asked for together", remedy="leave one of them out")
    if options.verbose and "text" not in names:
        remedy = "add -o text, or leave it out"
        raise UserError("--verbose is for the format text, and none is asked for", remedy=remedy)
    if options.show != Severity.INFO and names.isdisjoint(("text", "concise")):
        remedy = "add -o text or -o concise, or leave it out; other formats tell all"
        raise UserError("--show is for the formats text and concise, and none is asked for", remedy=remedy)
    return Detail.ALL if options.verbose else Detail.SUMMARY if options.quiet else Detail.BRIEF


def _judge_html_options(options: OutputOptions, names: set[str]) -> None:
    """What only the HTML report heeds: a broken pattern is told whatever is written, and what would do nothing, too."""
    if options.redact:
        from layoutcheck.report.html.safe import Redaction

        Redaction(options.redact)
    if "html" not in names:
        remedy = "add --output-format html=DIR, or leave it out"
        if options.redact:
            raise UserError(
                "--redact blacks out HTML reports, and none is asked for: other formats tell all", remedy=remedy
            )
        if options.history:
            raise UserError("--history is for the trend of an HTML report, and none is asked for", remedy=remedy)


def spare_pages(choices: Sequence[Choice], arguments: Sequence[str]) -> None:
    """Raise :class:`~layoutcheck.core.errors.UserError` where a report would overwrite a page that is to be checked."""
    for choice in choices:
        if choice.target and would_lose_page(choice.target, arguments):
            raise UserError(f'the output "{choice.target}" is a page to check', remedy="name another file for it")


def rule_infos() -> Mapping[str, RuleInfo]:
    """What viewers of reports are told of each rule."""
    infos = {}
    for rule_id in rule_ids():
        loaded = load_rule(rule_id)
        infos[rule_id] = RuleInfo(rule_id, loaded.rule.summary, loaded.page, f"{HELP}{rule_id}", loaded.rule.severity)
    return infos


def html_options(
    history: Path | None, redact: Sequence[str], paths: PathMapping, *, force: bool = False, anywhere: bool = False
) -> HtmlOptions:
    """How an HTML report is made of pages of this folder.

    ``anywhere`` lets it read pages outside of this folder: those that this very run has read, never a report's.
    """
    from layoutcheck.report.html.options import HtmlOptions
    from layoutcheck.report.html.rule_note import rule_note
    from layoutcheck.report.html.source import page_files

    notes = {rule_id: rule_note(load_rule(rule_id).rule.summary, load_rule(rule_id).page) for rule_id in rule_ids()}
    return HtmlOptions(page_files(Path(), anywhere=anywhere), notes, history, tuple(redact), paths, force=force)
