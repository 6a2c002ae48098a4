"""What an HTML report is told apart from the run that it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from layoutcheck.report.path_mapping import PathMapping

if TYPE_CHECKING:
    from layoutcheck.report.html.rule_note import RuleNote
    from layoutcheck.report.html.source import PageSource


@dataclass(frozen=True, slots=True)
class HtmlOptions:
    """How an HTML report is made."""

    #: Gives pages' bytes, for context lines and previews; None where no page is at hand.
    pages: PageSource | None = None
    #: What to say of each rule, by its id.
    rules: Mapping[str, RuleNote] = field(default_factory=dict)
    #: The SQLite file of past runs, to which this one is added.
    history: Path | None = None
    #: Regular expressions; what they match is blacked out.
    redact: Sequence[str] = ()
    #: How pages are named.
    paths: PathMapping = field(default_factory=PathMapping)
    language: str = "en"
    #: Previews are made of this many pages, the worst first: each costs a parse and a file.
    previews: int = 300
    #: Whether one file is written even where it grows too large.
    force: bool = False
