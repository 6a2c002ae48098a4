"""Check again what has changed, while somebody works on a template or a page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from glob import has_magic
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import Cause, Finding, PageReport, RunFacts, Summary
from layoutcheck.report.formats import Choice
from layoutcheck.report.neutral import own_words, visible
from layoutcheck.report.reporter import Reporter
from layoutcheck.report.told import some
from layoutcheck.sources.own_reports import OwnReports, checked_folder

#: The cursor to the top left, and everything behind it wiped: the screen stays where it is and nothing scrolls.
STILL = "\x1b[H\x1b[J"
#: Quiet time after a change before it is looked at, so that a build that writes many pages is one change.
_SETTLE_MS = 200
#: After so much time without a change of the pages the files in force are looked at.
_LOOK_MS = 1000
Changes = Iterator[set[str]]
#: The exit code of a run that was interrupted.
_INTERRUPTED = 130
#: What a round shows: the pages at these absolute paths, None for all.
Shown = Collection[str] | None


class ChangedOnly:
    """A reporter for the screen that shows the pages that changed, and counts all."""

    def __init__(self, reporter: Reporter, shown: Shown) -> None:
        """Tell ``reporter`` of the pages ``shown``."""
        self._reporter = reporter
        self._shown = shown

    def start(self, facts: RunFacts) -> None:
        """Pass it on."""
        self._reporter.start(facts)

    def page(self, report: PageReport) -> None:
        """Pass a page on when it changed."""
        if self._shown is None or str(Path(report.uri).resolve()) in self._shown:
            self._reporter.page(report)

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Pass it on: causes and counts are those of all pages."""
        self._reporter.finish(summary, causes, notes, exit_code)


def on_screen(reporters: Sequence[Reporter], choices: Sequence[Choice], shown: Shown) -> list[Reporter]:
    """The reporters of a round: what goes to a file tells of all pages, the screen of those that changed."""
    pairs = zip(reporters, choices, strict=True)
    return [reporter if choice.target else ChangedOnly(reporter, shown) for reporter, choice in pairs]


class InForce:
    """The files that a check depends on besides its pages.

    They are looked at again and again: one that is not there yet, such as a configuration further up, stands in no
    folder of ours to watch.
    """

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        """``names`` says which they are, and may say others each time."""
        self._names = names
        self._states = self._look()

    def settle(self) -> None:
        """Take in what a round has named; of what was named before it, a change meanwhile is still news."""
        self._states = {name: self._states.get(name, state) for name, state in self._look().items()}

    def news(self) -> str:
        """What has changed, come or gone since, told; "" for nothing."""
        before, self._states = self._states, self._look()
        told = []
        for name, state in {**dict.fromkeys(before), **self._states}.items():
            if state != before.get(name):
                how = "appeared" if before.get(name) is None else "vanished" if state is None else "changed"
                told.append(f"{_called(name)} {how}")
        return _names(told)

    def _look(self) -> dict[str, tuple[int, int] | None]:
        return {name: _state(name) for name in (str(Path(name).resolve()) for name in self._names())}


def _state(name: str) -> tuple[int, int] | None:
    try:
        about = Path(name).stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size


def watch(
    arguments: Sequence[str],
    run: Callable[[Shown], int],
    *,
    out: TextIO,
    is_page: Callable[[str], bool] = lambda path: True,
    also: Callable[[], Iterable[str]] = tuple,
    written: Iterable[str] = (),
    changes: Changes | None = None,
) -> int:
    """Call ``run`` for all pages, then after each change for the pages that changed; returns the last exit code.

    ``arguments`` are files, folders and globs; ``is_page`` says which files of a folder count; ``also`` names the files
    in force (configuration, schemas, baseline), after whose change, coming or going everything is shown again;
    ``written`` are the files and folders that ``run`` itself writes, whose changes are no news. On a
    terminal the screen is kept still: each round is written over the one before. An interruption ends it. ``changes``
    yields sets of changed paths, an empty one now and then where nothing changes (for tests).

    Raises :class:`~layoutcheck.core.errors.UserError` for standard input, and when ``watchfiles`` is not installed.
    """
    if "-" in arguments:
        raise UserError("standard input cannot be watched", remedy="name files or folders")
    named = {str(Path(name).resolve()) for name in arguments if not _has_folder(name)}
    folders = [checked_folder(name) for name in arguments if _has_folder(name)]
    own = OwnReports(written, filter(_has_folder, arguments))

    def concerns(path: str) -> bool:
        return path in named or (
            any(map(Path(path).is_relative_to, folders)) and not own.writes(path) and is_page(path)
        )

    if changes is None:
        _check_watchfiles()
    force = InForce(also)
    code = _round(None, run, out, f"watching {_names(arguments)}")
    force.settle()
    changes = changes if changes is not None else _changes(arguments)
    try:
        while code != _INTERRUPTED and (paths := next(changes, None)) is not None:
            if told := force.news():
                code = _round(None, run, out, f"{told}: all pages again")
                force.settle()
            elif pages := sorted(filter(concerns, paths)):
                code = _round(frozenset(pages), run, out, f"changed: {_names([_called(path) for path in pages])}")
    except KeyboardInterrupt:
        pass
    return code


def _round(shown: Shown, run: Callable[[Shown], int], out: TextIO, told: str) -> int:
    """One check; the user's mistakes are told and the watch goes on, since they are being mended."""
    if out.isatty():
        out.write(STILL)
    out.write(f"{own_words(told)}\n\n")
    out.flush()
    try:
        code = run(shown)
    except UserError as error:
        for mistake in error.mistakes:
            out.write(f"{own_words(f'error: {mistake}')}\n")
        code = 2
    out.flush()
    return code


def _check_watchfiles() -> None:
    if find_spec("watchfiles") is None:
        raise UserError("--watch needs the package watchfiles", remedy="pip install 'layoutcheck[watch]'")


def _changes(names: Sequence[str]) -> Changes:
    from watchfiles import watch as watch_files

    roots = sorted({checked_folder(name) for name in names})
    for root in roots:
        if not root.exists():
            raise UserError(f'there is no file or folder "{root}"')
    try:
        # A folder that may not be read is told by the check itself.
        yield from (
            {path for _, path in changed}
            for changed in watch_files(
                *roots,
                debounce=1600,
                step=_SETTLE_MS,
                raise_interrupt=True,
                ignore_permission_denied=True,
                rust_timeout=_LOOK_MS,
                yield_on_timeout=True,
            )
        )
    except OSError as error:  # mostly the system's bound of watched folders
        told = f"the folders cannot be watched: {(error.strerror or str(error)).lower()}"
        raise UserError(told, remedy="name fewer folders, or check without --watch") from None


def _has_folder(name: str) -> bool:
    """Whether an argument is a folder or a glob, and no single file."""
    path = Path(name)
    return path.is_dir() or (has_magic(name) and not path.exists())


def _called(path: str) -> str:
    try:
        return Path(path).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path


def _names(names: Sequence[str]) -> str:
    return some([*map(visible, names)], 3)
