"""The door to the HTML report: from a JSON report, or page by page while a run goes on.

Nothing here imports a template engine before a report is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.report.json import (
    SCHEMA,
    cause_object,
    finding_object,
    page_object,
    run_object,
    summary_object,
)  # fmt: skip

if TYPE_CHECKING:
    from layoutcheck.report.html.rule_note import RuleNote
    from layoutcheck.report.html.source import PageSource

#: Previews are made of this many pages, the worst first: each costs a parse and a file.
PREVIEWS = 300


def write_report(
    report: Mapping[str, Any],
    target: Path,
    *,
    pages: PageSource | None = None,
    rules: Mapping[str, RuleNote] | None = None,
    history: Path | None = None,
    redact: Sequence[str] = (),
    language: str = "en",
    previews: int = PREVIEWS,
    force: bool = False,
) -> int:
    """Write the HTML form of a JSON report to ``target``: a folder, or one file where the name ends in ``.html``.

    ``pages`` gives pages' bytes for context lines and previews; ``rules`` what to say of each rule; ``history`` is
    the SQLite file of past runs, to which this one is added; ``redact`` are regular expressions whose matches are
    blacked out. Returns the number of files written. The same input (and history) gives the same bytes.
    Raises UserError for a target, pattern or history that cannot be used, and for a report too large for one file.
    """
    options = {"pages": pages, "rules": rules or {}, "language": language, "previews": previews}
    try:
        return _write(report, target, history, redact, force, options)
    except UserError:
        raise
    except Exception as error:  # a damaged report may fail anywhere, templates included
        _blame(report, error)
        raise


def _write(
    report: Mapping[str, Any],
    target: Path,
    history: Path | None,
    redact: Sequence[str],
    force: bool,
    options: Mapping[str, Any],
) -> int:
    from layoutcheck.report.history import remember
    from layoutcheck.report.html.folder import write_file, write_folder
    from layoutcheck.report.html.rendering import Rendering
    from layoutcheck.report.html.run import Run
    from layoutcheck.report.html.safe import Redaction
    from layoutcheck.report.html.single import single_file
    from layoutcheck.report.html.site import site_files

    run = Run.of(report, Redaction(redact))
    past = remember(history, report) if history else None
    rendering = Rendering(run, history=past, **options)
    if target.suffix.lower() in {".html", ".htm"} and not target.is_dir():
        write_file(target, single_file(rendering, force=force))
        return 1
    return write_folder(target, site_files(rendering))


def _blame(report: object, error: Exception) -> None:
    """Raise UserError when it is the report that is broken, and say where; nothing when the fault is ours."""
    import json

    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    from layoutcheck.model.schema import schema_text

    wrong = best_match(Draft202012Validator(json.loads(schema_text("report.schema.json"))).iter_errors(report))
    if wrong is not None:
        where = "/" + "/".join(map(str, wrong.absolute_path))
        remedy = "layoutcheck check PATHS --output-format json=report.json writes one"
        raise UserError(f"the JSON report is broken at {where}: {wrong.message[:200]}", remedy=remedy) from error


class HtmlReporter:
    """Collects a run and writes it as HTML at its end; a :class:`~layoutcheck.report.reporter.Reporter` but for what
    it writes to, which is a path. Takes the options of :func:`write_report`."""

    def __init__(self, target: Path, **options: Any) -> None:
        self._target = target
        self._options = options
        self._facts: dict[str, Any] = {}
        self._pages: list[dict[str, Any]] = []

    def start(self, facts: RunFacts) -> None:
        """Take the run's facts."""
        self._facts = run_object(facts)

    def page(self, report: PageReport) -> None:
        """Take one page; of a page without anything to say only its name is kept."""
        told = page_object(report)
        if not (told["findings"] or told["failures"] or told["suppressed"]):
            told.pop("outline", None)
        self._pages.append(told)

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the report."""
        report = {
            "$schema": SCHEMA,
            "version": 1,
            "run": self._facts,
            "pages": self._pages,
            "causes": [cause_object(cause) for cause in causes],
            "notes": [finding_object(note) for note in notes],
            "summary": summary_object(summary, exit_code),
        }
        write_report(report, self._target, **self._options)
