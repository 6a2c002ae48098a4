"""The life of one page, readable from top to bottom: parse, extract, check, place, filter."""

from __future__ import annotations

import re
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from layoutcheck.config import ActiveRule, PageSettings, Settings
from layoutcheck.core import stopwatch
from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError, UserError
from layoutcheck.core.finding import Failure, Finding, OutlinePart, PageReport, Place
from layoutcheck.core.fold import fold
from layoutcheck.core.identity import identity
from layoutcheck.core.rule import Hit, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.core.shortened import shortened
from layoutcheck.model.extract import Extraction, extract
from layoutcheck.model.judge import check_demands
from layoutcheck.model.load import schema_by_name
from layoutcheck.model.schema import PageSchema
from layoutcheck.model.where import part, pointer_of, where
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse
from layoutcheck.plugins import load_rule, rule_ids
from layoutcheck.suppress.page import suppress

#: Where a rule's page is read.
HELP = "https://layoutcheck.dev/rules/"
#: What a page's failure says when there was no memory left for it.
OUT_OF_MEMORY = "the page needed more memory than there is"
_SPACE = re.compile(r"\s+")
_WORDS = 120  # a value inside a message is cut to this many characters


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a run gives to each page besides its settings."""

    #: The run's start, ISO 8601 with zone, for rules that compare with today; "" when nothing may depend on the clock.
    now: str = ""
    #: Whether to write the page's parts into the report, for outlines.
    outline: bool = False
    #: Whether a process of no consequence checks the page, and may die of it.
    sheltered: bool = False


def read_page(
    document: Document, settings: PageSettings, *, sheltered: bool = False
) -> tuple[Page, PageSchema, Extraction]:
    """Parse a document (see :func:`~layoutcheck.parse.parser.parse`) and extract its data.

    Raises :class:`~layoutcheck.core.errors.PageError`.
    """
    page = parse(document, sheltered=sheltered)
    page.site = settings.settings.site
    schema = schema_by_name(settings.schema.value)
    stopwatch.lap("parse")
    extraction = extract(page, schema)
    stopwatch.lap("extract")
    return page, schema, extraction


def check_page(
    document: Document, settings: PageSettings, *, section: str = "", options: RunOptions = RunOptions()
) -> PageReport:
    """From bytes to findings. A page that cannot be parsed and a rule that crashes become failures."""
    report = PageReport(document.uri, section=section, schema=settings.schema.value)
    page: Page | None = None
    found: Findings | None = None
    try:
        page, schema, extraction = read_page(document, settings, sheltered=options.sheltered)
        found = Findings(page, list(_lost_parts(page, extraction)))
        page.demands = check_demands(page, schema, extraction)
        found.check_schematron(schema)
        stopwatch.lap("demands")
        for active in settings.rules:
            found.run(active, options)
        report = replace(
            report,
            findings=found.sorted(),
            failures=tuple(found.failures),
            facts=found.facts,
            outline=tuple(outline(page)) if options.outline else (),
        )
        report = suppress(page, report, settings.settings.ignores_for(document.uri), rule_ids())
        stopwatch.lap("suppress")
        return report
    except PageError as error:
        return replace(report, failures=(Failure(document.uri, str(error)),))
    except UserError:
        raise
    except Exception as error:  # our mistake, or a page beyond what we can bear; the other pages go on
        told = f"the page cannot be checked: {type(error).__name__}: {error}"
        told = OUT_OF_MEMORY if isinstance(error, MemoryError) else told.removesuffix(": ")
        trace = "" if isinstance(error, MemoryError) else traceback.format_exc()
        failures = (*(found.failures if found else ()), Failure(document.uri, told, None, trace))
        return replace(report, findings=found.sorted() if found else (), failures=failures)
    finally:
        if page is not None:
            page.forget()


def _lost_parts(page: Page, extraction: Extraction) -> Iterator[Failure]:
    """The parts whose recognisers crashed: our mistake, told, and the page goes on without them."""
    for pointer, told, trace in extraction.crashes:
        yield Failure(page.uri, f'reading "{pointer}" crashed: {told}', None, trace)


@dataclass(eq=False)
class Findings:
    """Collects one page's findings: gives hits their severity, place, words and identity."""

    page: Page
    failures: list[Failure] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    _found: dict[tuple[Any, ...], Finding] = field(default_factory=dict)
    _equals: Counter[str] = field(default_factory=Counter)

    def check_schematron(self, schema: PageSchema) -> None:
        """Add what the schema's Schematron files say to the page's demands."""
        for schematron in schema.schematron:
            from layoutcheck.model.schematron import check_schematron, compile_schematron

            compile_schematron(schematron.file)  # a broken file is the user's mistake, no crash
            try:
                self.page.demands = [*self.page.demands, *check_schematron(self.page, schematron.file)]
            except Exception as error:
                self._crashed("page-structure", error)

    def run(self, active: ActiveRule, options: RunOptions) -> None:
        """Run one rule and keep what it finds; a crash becomes a failure that names the rule."""
        loaded, page, lap = active.loaded, self.page, active.loaded.lap
        chosen = active.options
        if loaded.wants_now and options.now and chosen.now == "":
            chosen = replace(chosen, now=options.now)
        try:
            for hit in loaded.check(page, chosen):
                stopwatch.lap(lap)
                self.add(active, hit)
                stopwatch.lap("place")
            if loaded.gather is not None:
                fact = loaded.gather(page, chosen)
                if fact is not None:
                    self.facts[loaded.id] = fact
        except Exception as error:
            self._crashed(loaded.id, error)
        stopwatch.lap(lap)

    def _crashed(self, rule_id: str, error: Exception) -> None:
        if isinstance(error, MemoryError):
            raise error  # the page's fault, not the rule's
        told = f"the rule {rule_id} crashed: {type(error).__name__}: {error}"
        self.failures.append(Failure(self.page.uri, told, rule_id, traceback.format_exc()))

    def add(self, active: ActiveRule, hit: Hit) -> None:
        """Turn a hit into a finding."""
        message = active.loaded.rule.message(hit.message)
        severity = active.severity or hit.severity or message.severity or Severity.ERROR
        if severity is Severity.OFF:
            return
        page = self.page
        rule_id = active.loaded.id
        pointer = pointer_of(page, hit.at)
        place = page.place(hit.at, pointer=pointer, where=where(page, hit.at, pointer))
        around = "" if hit.placeless else part(page, hit.at, pointer, named=hit.named)
        cause = identity(rule_id, hit.message, around, hit.cause)
        evidence = fold(hit.evidence if hit.evidence is not None else place.excerpt)
        known_by = identity(page.uri, cause, evidence)
        self._equals[known_by] += 1
        finding = Finding(
            rule=rule_id,
            message=hit.message,
            text=worded(message.text, hit.data),
            severity=severity,
            place=place,
            also=tuple(self._also(spot) for spot in hit.also),
            data=hit.data,
            help=f"{HELP}{rule_id}",
            fingerprint=identity(known_by, str(self._equals[known_by])),
            cause=cause,
            cause_text="" if hit.cause else active.loaded.rule.summary,
            snippet=page.snippet(place),
            fault=identity(cause, evidence),
        )
        key = (rule_id, finding.text, place.line, place.column, place.end_line, place.end_column)
        told = self._found.setdefault(key, finding)
        if severity.rank < told.severity.rank:
            self._found[key] = finding

    def _also(self, spot: Spot) -> Place:
        pointer = pointer_of(self.page, spot)
        return self.page.place(spot, pointer=pointer, where=where(self.page, spot, pointer))

    def sorted(self) -> tuple[Finding, ...]:
        """The findings in the order of the source, the worse first where they stand at one place."""
        return tuple(
            sorted(
                self._found.values(), key=lambda f: (f.place.line, f.place.column, f.severity.rank, f.rule, f.message)
            )
        )


def conclusion(rule_id: str, facts: Iterable[tuple[str, Any]], settings: Settings) -> Iterator[Finding]:
    """What a rule about a whole run says at its end of the facts that it gathered from the pages.

    The rule may go through ``facts`` several times.
    """
    loaded = load_rule(rule_id)
    if loaded.conclude is None:
        return
    active = next((rule for rule in settings.for_page("").rules if rule.loaded.id == rule_id), None)
    options = active.options if active else loaded.rule.options()
    for uri, hit in loaded.conclude(facts, options):
        message = loaded.rule.message(hit.message)
        severity = (active.severity if active else None) or hit.severity or message.severity or Severity.ERROR
        cause = identity(rule_id, hit.message, hit.cause)
        yield Finding(
            rule_id, hit.message, worded(message.text, hit.data), severity, hit.at, hit.also, hit.data,
            f"{HELP}{rule_id}", identity(uri, cause, fold(hit.evidence or hit.at.excerpt)), cause,
        )  # fmt: skip


def worded(text: str, data: Mapping[str, Any]) -> str:
    """A message with its values filled in, long ones cut; raises KeyError for a value that is not there."""
    return text.format_map(_Shortened(data))


class _Shortened(dict[str, Any]):
    """The values of a message, cut as they are asked for: a hit has more of them than its message says."""

    def __getitem__(self, name: str) -> Any:
        value = super().__getitem__(name)
        if not isinstance(value, str):
            return value
        # Only a space is both printable and white space.
        told = value if value.isprintable() and "  " not in value else _SPACE.sub(" ", value)
        return shortened(told, _WORDS)


def outline(page: Page) -> Iterator[OutlinePart]:
    """The parts of the page as the schema sees them, in source order."""
    parts = []
    for pointer, spot in page.spots.items():
        if pointer.startswith(("/json_ld", "/open_graph")):
            continue
        place = page.place(spot)
        parts.append((place.line, place.column, OutlinePart(pointer, place.excerpt, place.line)))
    for _, _, told in sorted(parts, key=lambda entry: entry[:2]):
        yield told
