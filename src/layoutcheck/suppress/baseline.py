"""The baseline: what is known already. It marks findings as known and takes none away, and it only shrinks.

A file of JSON Lines, sorted, an entry a line, so that two branches merge line by line: no counts of the whole, no times
of day, no line numbers of pages.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import Finding, PageReport, Place
from layoutcheck.core.identity import identity
from layoutcheck.core.severity import Severity
from layoutcheck.core.utf8 import utf8_text
from layoutcheck.suppress.entry import CauseEntry, Entry, FindingEntry, entry_line, entry_of
from layoutcheck.suppress.page_pattern import page_matcher

UNUSED, EXPIRED, EXCEEDED = "unused-baseline-entry", "expired-baseline-entry", "exceeded-ceiling"
_HELP = "https://layoutcheck.dev/guide/baseline"


class Baseline:
    """The entries, and what a run has seen of them."""

    def __init__(self, entries: Iterable[Entry] = (), *, file: str = "", today: str = "") -> None:
        """Of entries that say the same (two branches wrote them), the stricter one counts.

        ``today`` (ISO 8601) is what ``until`` is compared with; "" expires nothing.
        """
        self.file = file
        self._today = today
        self._findings: dict[str, FindingEntry] = {}
        self._causes: dict[tuple[str, str], CauseEntry] = {}
        for entry in entries:
            self._add(entry)
        self._by_cause: dict[str, list[CauseEntry]] = {}
        for cause in self._causes.values():
            self._by_cause.setdefault(cause.cause, []).append(cause)
        self._matchers = {cause.pages: page_matcher(cause.pages) for cause in self._causes.values()}
        self._matched: set[str] = set()
        self._counts: dict[tuple[str, str], int] = {}
        self._pages: set[str] = set()
        self._reached: set[str] = set()
        self._in_doubt: set[str] = set()

    def _add(self, entry: Entry) -> None:
        if isinstance(entry, FindingEntry):
            before = self._findings.get(entry.fingerprint)
            if before is None or _stricter(entry.until, before.until):
                self._findings[entry.fingerprint] = entry
            return
        key = entry.cause, entry.pages
        there = self._causes.get(key)
        if there is None or _lower(entry.ceiling, there.ceiling):
            self._causes[key] = entry

    @classmethod
    def load(cls, file: Path, *, today: str = "") -> Self:
        """Read a baseline; raises :class:`~layoutcheck.core.errors.UserError` with file, line and column."""
        try:
            body = file.read_bytes()
        except FileNotFoundError:
            remedy = "layoutcheck baseline write makes one"
            raise UserError(f'there is no baseline "{file}"', remedy=remedy) from None
        except OSError as error:
            raise UserError(f'the baseline "{file}" cannot be read: {(error.strerror or str(error)).lower()}') from None
        text = utf8_text(body, str(file), "baseline")
        lines = enumerate(text.split("\n"), 1)
        return cls(
            (entry_of(line, str(file), number) for number, line in lines if line.strip()), file=str(file), today=today
        )

    @property
    def entries(self) -> list[Entry]:
        """All entries, as they stand in the file."""
        return sorted((*self._findings.values(), *self._causes.values()), key=lambda entry: entry.order)

    @property
    def text(self) -> str:
        """The file's text."""
        return "".join(map(entry_line, self.entries))

    def mark(self, report: PageReport) -> PageReport:
        """The report with its known findings marked.

        A finding is known by its fingerprint; or by its cause, on the pages of such an entry, as long as the ceiling is
        not reached. A page that could not be checked fully says nothing about the entries that speak of it.
        """
        if not report.failures:
            self._pages.add(report.uri)
        told = self._in_doubt if report.failures else self._reached
        told.update(pages for pages, matches in self._matchers.items() if pages not in told and matches(report.uri))
        findings = tuple(self.marked(finding, report.uri) for finding in report.findings)
        return replace(report, findings=findings)

    def marked(self, finding: Finding, uri: str) -> Finding:
        """One finding, marked when it is known; for those that a run has at its end."""
        if finding.fingerprint in self._findings:
            self._matched.add(finding.fingerprint)
            return replace(finding, known=True)
        for entry in self._by_cause.get(finding.cause, ()):
            if self._matchers[entry.pages](uri):
                key = entry.cause, entry.pages
                self._counts[key] = self._counts.get(key, 0) + 1
                if entry.ceiling is None or self._counts[key] <= entry.ceiling:
                    return replace(finding, known=True)
                return finding
        return finding

    def notes(
        self, ran: Callable[[str], bool] = lambda rule: True, exists: Callable[[str], bool] | None = None
    ) -> Iterator[Finding]:
        """What the run has to say of the baseline itself: entries that match nothing or have expired, full ceilings.

        To be called when every page is marked. Judged are entries of pages that this run checked, or that are gone
        (``exists``, by default as a look at the disk says), and of rules that were run (``ran``): a run over a part of
        the site says nothing of the others.
        """
        exists = exists or self._may_exist
        if elsewhere := self.written_elsewhere():
            entry, text = elsewhere
            yield self._note(UNUSED, entry, Severity.WARNING, text)
            return
        for entry in self.entries:
            if entry.rule and not ran(entry.rule):
                continue
            told = f"{entry.rule}: {entry.text}" if entry.text else entry.rule or "an entry"
            if self._is_unused(entry, exists):
                of = entry.uri if isinstance(entry, FindingEntry) else entry.pages
                yield self._note(UNUSED, entry, Severity.INFO, f"the baseline knows what is no more, on {of}: {told}")
                continue
            if self.has_expired(entry) and self._is_used(entry):
                text = f"the baseline's patience ended on {entry.until}: {told}"
                yield self._note(EXPIRED, entry, Severity.WARNING, text)
            if isinstance(entry, CauseEntry):
                count = self._counts.get((entry.cause, entry.pages), 0)
                if entry.ceiling is not None and count > entry.ceiling:
                    text = f"{count} findings on {entry.pages} where the baseline allows {entry.ceiling}: {told}"
                    yield self._note(EXCEEDED, entry, Severity.INFO, text)

    def written_elsewhere(self) -> tuple[Entry, str] | None:
        """An entry whose page this run calls otherwise, and how that is told; None when the names agree.

        Pages are named as on the command line: from another folder no entry matches, and every finding is new.
        """
        entries = {entry.uri: entry for entry in self._findings.values()}
        if self._matched or not self._pages.isdisjoint(entries):
            return None
        for names, others in ((self._pages, entries.keys()), (entries.keys(), self._pages)):
            for name in sorted(names):
                tail = name
                while tail and tail not in others:
                    tail = tail.partition("/")[2]
                if tail:
                    entry = entries.get(name) or entries[tail]
                    page = name if name in self._pages else tail
                    text = f'the baseline knows the page "{entry.uri}", which this run calls "{page}"'
                    return entry, f"{text}: check from the folder in which it was written"
        return None

    def has_expired(self, entry: Entry) -> bool:
        """Whether the day is over up to which there was to be patience."""
        return bool(entry.until and self._today and entry.until < self._today[:10])

    def _is_used(self, entry: Entry) -> bool:
        if isinstance(entry, FindingEntry):
            return entry.fingerprint in self._matched
        return (entry.cause, entry.pages) in self._counts

    def _is_unused(self, entry: Entry, exists: Callable[[str], bool]) -> bool:
        if self._is_used(entry):
            return False
        if isinstance(entry, CauseEntry):
            return entry.pages in self._reached and entry.pages not in self._in_doubt
        if entry.uri in self._pages:
            return True
        return _is_file(entry.uri) and not exists(entry.uri)

    def _may_exist(self, uri: str) -> bool:
        """Whether a page is on the disk, or nobody can say, since the names do not begin at a folder that we know.

        A run in another folder that checks other pages says nothing of this one.
        """
        if Path(uri).is_absolute():
            return _exists(Path(uri))
        return not self._homes or any(_exists(home / uri) for home in self._homes)

    @cached_property
    def _homes(self) -> list[Path]:
        """Where names of pages may begin: here or in the baseline's folder, where a page or its topmost folder is."""
        names = {Path(entry.uri) for entry in self._findings.values() if _is_file(entry.uri)}
        seen = {name for path in names if not path.is_absolute() for name in (path, _topmost(path))}
        return [home for home in (Path(), Path(self.file).parent) if any(_exists(home / name) for name in seen)]

    def _note(self, rule: str, entry: Entry, severity: Severity, text: str) -> Finding:
        line = max(1, entry.line)
        known_by = identity(f"{rule} {entry.order}")
        return Finding(
            rule, rule, text, severity, Place(self.file, line, 1, line, len(entry_line(entry))),
            data={"why": entry.why} if entry.why else {}, help=_HELP, fingerprint=known_by, cause=known_by,
        )  # fmt: skip

    def pruned(self, exists: Callable[[str], bool] | None = None) -> Baseline:
        """The baseline without what the run found mended; ceilings go down to what it counted, never up.

        ``exists`` as in :meth:`notes`.
        """
        exists = exists or self._may_exist
        kept: list[Entry] = []
        for entry in self.entries:
            if self._is_unused(entry, exists):
                continue
            if isinstance(entry, CauseEntry) and self._is_used(entry) and entry.pages not in self._in_doubt:
                count = self._counts[entry.cause, entry.pages]
                entry = entry if entry.ceiling is not None and entry.ceiling <= count else replace(entry, ceiling=count)
            kept.append(entry)
        return Baseline(kept, file=self.file, today=self._today)

    def of_finding(self, fingerprint: str) -> FindingEntry | None:
        """The entry of a finding, None when there is none."""
        return self._findings.get(fingerprint)

    def of_cause(self, cause: str, pages: str) -> CauseEntry | None:
        """The entry of a cause on a pattern of pages, None when there is none."""
        return self._causes.get((cause, pages))

    def __len__(self) -> int:
        return len(self._findings) + len(self._causes)


def _is_file(uri: str) -> bool:
    return uri not in ("", "-") and "://" not in uri


def _exists(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - a name that is too long for a file is none, and no error


def _topmost(path: Path) -> Path:
    """The first folder that a relative path goes down into; the path itself where that is the page."""
    ups = next((index for index, part in enumerate(path.parts) if part != ".."), 0)
    return Path(*path.parts[: ups + 1])


def today_iso() -> str:
    """Today's date, for the command line."""
    return date.today().isoformat()


def _stricter(until: str, than: str) -> bool:
    return bool(until) and (not than or until < than)


def _lower(ceiling: int | None, than: int | None) -> bool:
    return ceiling is not None and (than is None or ceiling < than)
