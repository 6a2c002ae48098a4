"""The door to the HTML report: from a JSON report, or page by page while a run goes on.

Nothing here imports a template engine before a report is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.report.html.options import HtmlOptions
from layoutcheck.report.json import cause_object, finding_object, page_object, run_object, summary_object

if TYPE_CHECKING:
    from layoutcheck.report.history import History
    from layoutcheck.report.html.run import Run
    from layoutcheck.report.last_seen import SeenPage


def write_report(report: Mapping[str, Any], target: Path, options: HtmlOptions | None = None) -> int:
    """Write the HTML form of a JSON report to ``target``: a folder, or one file where the name ends in ``.html``.

    Returns the number of files written. The same input (and history) gives the same bytes.
    Raises UserError for a target, pattern or history that cannot be used, and for a report too large for one file.
    """
    from layoutcheck.report.html.run import Run
    from layoutcheck.report.html.safe import Redaction

    options = options or HtmlOptions()
    try:
        run = Run.of(report, Redaction(options.redact), options.paths)
        past = _remembered(options.history, report, _seen(report["pages"]) if options.history else {})
        return _write(run, past, target, options)
    except UserError:
        raise
    except Exception as error:  # a damaged report may fail anywhere, templates included
        _blame(report, error)
        raise


def _seen(pages: Iterable[Mapping[str, Any]]) -> dict[str, SeenPage]:
    from layoutcheck.report.last_seen import SeenPage

    return {str(page["uri"]): SeenPage.of(page) for page in pages}


def _remembered(history: Path | None, report: Mapping[str, Any], pages: Mapping[str, SeenPage]) -> History | None:
    """The history with this run in it; of the report, all but its pages is looked at."""
    from layoutcheck.report.history import remember

    if history is None:
        return None
    return remember(history, report["run"], report["summary"], report["causes"], pages)


def _write(run: Run, past: History | None, target: Path, options: HtmlOptions) -> int:
    from layoutcheck.report.html.folder import write_file, write_folder
    from layoutcheck.report.html.rendering import Rendering
    from layoutcheck.report.html.single import MOST_PREVIEWS, single_file
    from layoutcheck.report.html.site import site_files

    if target.suffix.lower() in {".html", ".htm"} and not target.is_dir():
        few = replace(options, previews=min(options.previews, MOST_PREVIEWS))
        write_file(target, single_file(Rendering(run, past, few), force=options.force))
        return 1
    return write_folder(target, site_files(Rendering(run, past, options)))


def _blame(report: object, error: Exception) -> None:
    """Raise UserError when it is the report that is broken, and say where; nothing when the fault is ours."""
    import json

    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    from layoutcheck.model.shipped import schema_text

    wrong = best_match(Draft202012Validator(json.loads(schema_text("report.schema.json"))).iter_errors(report))
    if wrong is not None:
        where = "/" + "/".join(map(str, wrong.absolute_path))
        remedy = "layoutcheck check PATHS --output-format json=report.json writes one"
        raise UserError(f"the JSON report is broken at {where}: {wrong.message[:200]}", remedy=remedy) from error


class HtmlReporter:
    """Collects a run and writes it as HTML at its end; a :class:`~layoutcheck.report.reporter.Reporter` but for what
    it writes to, which is a path."""

    def __init__(self, target: Path, options: HtmlOptions | None = None) -> None:
        from layoutcheck.report.html.run import Run
        from layoutcheck.report.html.safe import Redaction

        options = options or HtmlOptions()
        self._target, self._options = target, options
        self._run = Run(Redaction(options.redact), options.paths)
        self._facts: dict[str, Any] = {}
        self._seen: dict[str, SeenPage] = {}

    def start(self, facts: RunFacts) -> None:
        """Take the run's facts."""
        self._facts = run_object(facts)
        self._run.start(self._facts)

    def page(self, report: PageReport) -> None:
        """Take one page; of a page without anything to say only its name is kept."""
        told = page_object(report)
        self._run.add(told)
        if self._options.history:
            self._seen.update(_seen([told]))

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the report."""
        report: dict[str, Any] = {
            "run": self._facts,
            "causes": [cause_object(cause) for cause in causes],
            "summary": summary_object(summary, exit_code),
        }
        self._run.finish(report["summary"], report["causes"], [finding_object(note) for note in notes])
        past = _remembered(self._options.history, report, self._seen)
        _write(self._run, past, self._target, self._options)
