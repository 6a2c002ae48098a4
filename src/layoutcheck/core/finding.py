"""What a run says: findings at places, failures, pages, causes, and the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from layoutcheck.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Place:
    """An exact stretch of a page's source.

    Lines and columns are 1-based and count code points (not bytes, not UTF-16 units) of the decoded source, in
    which CR LF and CR each count as one line end. ``end_column`` is that of the last character plus one, so that
    an empty stretch has ``column == end_column``.
    """

    uri: str
    line: int
    column: int
    end_line: int
    end_column: int
    #: CSS selector and XPath of the element, as a browser's developer tools write them; "" where there is none.
    selector: str = ""
    xpath: str = ""
    #: JSON pointer into the page data (``/teasers/0/label``); "" where the spot belongs to no part of the schema.
    pointer: str = ""
    #: The part of the page in a reader's words: ``section label of the first teaser``, ``link "Share on X"``.
    where: str = ""
    #: The text at the place, at most 200 characters.
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """The source line around a place, cut to what fits: ``column`` is the 1-based column of its first character."""

    text: str
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one page, told."""

    rule: str
    #: The message's id within its rule; goldens, baselines and formats hang on this, never on ``text``.
    message: str
    text: str
    severity: Severity
    place: Place
    #: Other places that belong to the fault, such as the first copy of a doubled line.
    also: tuple[Place, ...] = ()
    #: Values of the message; by convention ``engine``, ``cause``, ``fix``, ``certainty``, ``template`` where known.
    data: Mapping[str, Any] = field(default_factory=dict)
    #: Where to read on: the address of the rule's page.
    help: str = ""
    #: Stable from run to run: page, cause and evidence, never the line number. 16 hexadecimal digits.
    fingerprint: str = ""
    #: The id of the cause this finding belongs to (see :class:`Cause`); the same on every page of one template.
    cause: str = ""
    #: The cause in words; "" where the finding's own words will do.
    cause_text: str = ""
    #: True when a baseline knows it; known findings are told as such and never fail a run.
    known: bool = False
    #: The line of source in which the place begins.
    snippet: Snippet | None = None
    #: As the fingerprint, without the page's name: by it two runs are compared that call their pages otherwise.
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule, a source or a page broke: no finding, but not silence either."""

    uri: str
    text: str
    #: The rule that crashed; ``None`` when the page itself could not be read or parsed.
    rule: str | None = None
    #: A traceback for us; "" when the fault is the user's or the page's.
    trace: str = ""


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """One part of the page as the schema sees it, for outlines and wireframes."""

    pointer: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class PageReport:
    """All that a run says of one page."""

    uri: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    #: Findings that a comment in the page or a setting switched off.
    suppressed: tuple[Finding, ...] = ()
    outline: tuple[OutlinePart, ...] = ()
    #: The top folder of the page's path or address, by which causes are counted: ``world``.
    section: str = ""
    schema: str = ""
    #: How long reading and checking took; what is the same otherwise is the same page's report.
    seconds: float = field(default=0.0, compare=False)
    #: What run rules gathered from this page, by rule; small and picklable.
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Cause:
    """Findings with one root over all pages of a run: one broken template, one line of the report."""

    id: str
    rule: str
    message: str
    text: str
    severity: Severity
    where: str
    data: Mapping[str, Any]
    findings: int = 0
    known: int = 0
    pages: int = 0
    #: How many pages of each section.
    sections: dict[str, int] = field(default_factory=dict)
    #: The first few findings' places, at most :data:`layoutcheck.core.tally.EXAMPLES`.
    examples: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Summary:
    """The counts of a run."""

    pages: int = 0
    #: Pages with no finding (known ones aside) and no failure.
    clean: int = 0
    #: Pages with at least one failure.
    failed: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    known: int = 0
    suppressed: int = 0
    failures: int = 0
    #: New findings by rule.
    rules: dict[str, int] = field(default_factory=dict)
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What was run, for the head of a report."""

    version: str
    command: tuple[str, ...] = ()
    schema: str = ""
    config: str = ""
    fail_on: str = "error"
    #: ISO 8601 with zone; "" leaves it out, which makes the report's bytes depend on the input alone.
    started: str = ""
    #: The files, folders and globs that were given.
    arguments: tuple[str, ...] = ()
