"""Where reports go: standard output, files that appear whole or not at all, a folder of HTML."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError
from layoutcheck.plugins import load_rule, rule_ids
from layoutcheck.report.context import ReportContext
from layoutcheck.report.formats import reporter_class
from layoutcheck.report.output import whole_file
from layoutcheck.report.reporter import Reporter


@dataclass(frozen=True, slots=True)
class HtmlOptions:
    """What the HTML report takes besides the findings."""

    history: Path | None = None
    redact: Sequence[str] = ()
    force: bool = False


def wants_colour(choice: str) -> bool:
    """Whether standard output takes colour (``NO_COLOR`` and ``FORCE_COLOR`` as no-color.org has them)."""
    if choice not in ("auto", "always", "never"):
        raise UserError(f'--color cannot be "{choice}"', remedy="one of: auto, always, never")
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def html_arguments(options: HtmlOptions) -> dict[str, Any]:
    """The arguments of :func:`layoutcheck.report.html.reporter.write_report`."""
    from layoutcheck.report.html.rule_note import rule_note
    from layoutcheck.report.html.source import page_files

    notes = {rule_id: rule_note(load_rule(rule_id).rule.summary, load_rule(rule_id).page) for rule_id in rule_ids()}
    return {
        "pages": page_files(Path()), "rules": notes, "history": options.history, "redact": options.redact,
        "force": options.force,
    }  # fmt: skip


@contextmanager
def opened(formats: list[str], colour: str, html: HtmlOptions) -> Iterator[list[Reporter]]:
    """The reporters of ``FORMAT[=FILE]`` choices, each with its output open."""
    painted = wants_colour(colour)
    with ExitStack() as stack:
        reporters: list[Reporter] = []
        for choice in formats:
            name, _, file = choice.partition("=")
            if name == "html":
                reporters.append(_html(file, html))
                continue
            make = reporter_class(name)
            out = stack.enter_context(whole_file(Path(file))) if file else sys.stdout
            reporters.append(make(out, ReportContext(colour=painted and not file)))
        yield reporters


def _html(target: str, options: HtmlOptions) -> Reporter:
    from layoutcheck.report.html.reporter import HtmlReporter

    if not target:
        raise UserError("html needs a place to write to", remedy="--output-format html=DIR or html=FILE.html")
    return HtmlReporter(Path(target), **html_arguments(options))
