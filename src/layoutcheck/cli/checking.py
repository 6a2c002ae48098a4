"""A check as it was asked for: made once, or again after each change of the pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from layoutcheck.cli.baseline import baseline_file, load_baseline
from layoutcheck.cli.output import OutputOptions, open_reporters
from layoutcheck.cli.telling import tell
from layoutcheck.config import Settings
from layoutcheck.core.errors import UserError
from layoutcheck.model.load import schema_by_name
from layoutcheck.model.shipped import SHIPPED
from layoutcheck.pipeline import RunOptions
from layoutcheck.report.text_summary import totals
from layoutcheck.report.told import some
from layoutcheck.runner.cache import Cache
from layoutcheck.runner.progress import with_progress
from layoutcheck.runner.run import Request, run
from layoutcheck.runner.timings import Timings
from layoutcheck.sources.files import is_page_name
from layoutcheck.watch import on_screen, watch


@dataclass(frozen=True, slots=True)
class Checking:
    """What each round shares; what may change between two, the configuration and the baseline, is read in each."""

    settings: Callable[[], Settings]
    #: Makes the request of what a round adds to it.
    request: Callable[..., Request]
    output: OutputOptions
    baseline: Path | None = None
    timings: bool = False
    progress: bool = False
    #: The files, besides pages, that the last round depended on.
    files: list[str] = field(default_factory=list)

    def once(self, shown: Collection[str] | None = None) -> int:
        """Check all pages and return the exit code.

        On the screen stands what is found on the pages ``shown``, None for all; files tell of all.
        """
        settings = self.settings()
        known = baseline_file(self.baseline, settings)
        self.files[:] = [*settings.files, *_schema_files(settings), *([str(known)] if known else [])]
        choices = self.output.choices
        request = self.request(
            settings=settings,
            options=RunOptions(
                now=datetime.now(UTC).isoformat(timespec="seconds"),
                outline=self.output.outline or any(choice.name == "html" for choice in choices),
            ),
            written=self._written,
            timings=Timings() if self.timings else None,
            baseline=load_baseline(self.baseline, settings),
        )
        with open_reporters(self.output) as reporters:
            passing = with_progress(request) if self.progress else iter
            outcome = run(request, on_screen(reporters, choices, shown), sys.stdin.buffer, passing)
        if outcome.own_reports:
            tell(f"left out, as reports of layoutcheck and no pages: {some(outcome.own_reports, 3)}")
        if self.output.is_silent:
            tell(totals(outcome.summary))
        if request.timings:
            for line in request.timings.table(outcome.summary.pages):
                print(line, file=sys.stderr)
        return outcome.exit_code

    def watched(self, names: Sequence[str], config: Callable[[], Path | None], *, has_cache: bool) -> int:
        """Check the pages ``names``, and again after each change of them or of a file in force, until interrupted.

        ``config`` says which configuration is in force; another may be the nearest by now. Without a cache of the
        user's (``has_cache``) a passing one is kept: what has not changed is counted and not checked again.
        """

        def in_force() -> list[str]:
            file = config()
            return [*self.files, *([str(file)] if file else [])]

        with TemporaryDirectory() as folder:
            request = self.request if has_cache else partial(self.request, cache=Cache(Path(folder)))
            once = replace(self, request=request).once
            return watch(names, once, out=sys.stdout, is_page=is_page_name, also=in_force, written=self._written)

    @property
    def _written(self) -> tuple[str, ...]:
        return tuple(choice.target for choice in self.output.choices if choice.target)


def _schema_files(settings: Settings) -> list[str]:
    """The schema files that the settings name, and those that these build on. One that is missed is among them."""
    files: dict[Path, None] = {}
    for name in (str(layer.schema.value) for layer in settings.layers if layer.schema):
        if name not in SHIPPED:
            files[Path(name).resolve()] = None
            with suppress(UserError):  # a broken one is told by the check itself
                files.update(dict.fromkeys(schema_by_name(name).files))
    return [*map(str, files)]
