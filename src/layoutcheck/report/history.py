"""The last runs, in an SQLite file: what the trend is drawn from, and what is gone since last time.

A run need not check every page of the site. So the file remembers, beside the counts of each run, what each page said
when it was last checked: against that a run is compared, and the pages that it leaves out count as they were.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError
from layoutcheck.report.last_seen import SEVERITIES, Counts, Moves, SeenPage, compare, vanishing
from layoutcheck.report.output import telling, unwritable

_FORMAT = 2
#: With this an SQLite file begins (sqlite.org/fileformat2.html, 1.3).
_HEAD = b"SQLite format 3\0"
_REMEDY = "give --history a file of its own"
_TABLES = """
create table if not exists runs (
    id integer primary key, digest text not null unique, started text not null, version text not null,
    schema text not null, pages integer not null, clean integer not null, failed integer not null,
    error integer not null, warning integer not null, info integer not null, known integer not null
);
create table if not exists causes (
    run integer not null references runs(id), cause text not null, rule text not null, severity text not null,
    text text not null, findings integer not null, known integer not null, pages integer not null,
    primary key (run, cause)
) without rowid;
create table if not exists compared (
    run integer primary key references runs(id),
    gone integer, arrived integer, gone_with_pages integer, on_new_pages integer,
    pages integer not null, error integer not null, warning integer not null, info integer not null
);
create table if not exists gone (
    run integer not null references runs(id), cause text not null, findings integer not null, pages integer not null,
    primary key (run, cause)
) without rowid;
create table if not exists pages (
    name blob primary key, run integer not null, error integer not null, warning integer not null,
    info integer not null, prints text not null
) without rowid;
drop table if exists findings;
"""
_COUNTS = ("pages", "clean", "failed", "error", "warning", "info", "known")
_PAST = ("started", "version", *_COUNTS)
#: A page that so many runs have neither checked nor found deleted is forgotten: the file does not grow for ever.
_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class PastRun:
    """The counts of one run."""

    started: str
    version: str
    pages: int
    clean: int
    failed: int
    error: int
    warning: int
    info: int
    known: int
    #: The pages that it did not check, with the new findings that they had when they were last checked.
    unchecked: Counts

    def standing(self, kind: str) -> int:
        """The new findings of a severity over the whole site, as far as it was known after this run."""
        return int(getattr(self, kind) + getattr(self.unchecked, kind))


@dataclass(frozen=True, slots=True)
class GoneCause:
    """A cause that some page had when it was last checked, and that none has any more."""

    id: str
    rule: str
    severity: str
    text: str
    findings: int
    pages: int


@dataclass(frozen=True, slots=True)
class History:
    """This run among the ones before it."""

    #: Oldest first, this run last.
    runs: tuple[PastRun, ...]
    #: What went and came since each page was last checked; None where nothing is known of before.
    moves: Moves | None
    gone_causes: tuple[GoneCause, ...]
    #: When each cause of this run was first seen, and in how many runs; by the cause's id.
    first_seen: Mapping[str, tuple[str, int]]


def remember(
    path: Path,
    facts: Mapping[str, Any],
    summary: Mapping[str, Any],
    causes: Iterable[Mapping[str, Any]],
    pages: Mapping[str, SeenPage],
    last: int = 30,
) -> History:
    """Add a run to the history at ``path`` and read the ``last`` runs back.

    ``facts``, ``summary`` and ``causes`` are those of the JSON report, ``pages`` its pages by their names. The same run
    is added once, however often it is made into HTML. Raises UserError for a file that is no history.
    """
    try:
        with telling(str(path), _REMEDY):
            path.parent.mkdir(parents=True, exist_ok=True)
            _spare(path)
        with closing(sqlite3.connect(path, timeout=30)) as base:
            _prepare(base, path)
            with base:
                base.execute("begin immediate")
                run = _known_or_added(base, facts, summary, causes, pages)
            return _read(base, run, last)
    except sqlite3.OperationalError as error:  # the disk is full, the folder forbidden, another run writes
        raise unwritable(str(path), str(error), _REMEDY) from error
    except (sqlite3.Error, OverflowError) as error:
        raise UserError(f"the history cannot be used: {error}", file=str(path), remedy=_REMEDY) from error


def _spare(path: Path) -> None:
    """Raise UserError for a file that is no database: SQLite would take a short one for an empty one."""
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(len(_HEAD))
        if head and head != _HEAD:
            raise UserError("the history cannot be used: file is not a database", file=str(path), remedy=_REMEDY)


def _prepare(base: sqlite3.Connection, path: Path) -> None:
    version = base.execute("pragma user_version").fetchone()[0]
    tables = base.execute("select count(*) from sqlite_master").fetchone()[0]
    if (version == 0 and tables) or version > _FORMAT:
        raise UserError(
            "this database is no history of layoutcheck, or of a newer version", file=str(path),
            remedy=_REMEDY,
        )  # fmt: skip
    base.executescript(_TABLES)
    base.execute(f"pragma user_version = {_FORMAT}")


def _known_or_added(
    base: sqlite3.Connection,
    facts: Mapping[str, Any],
    summary: Mapping[str, Any],
    causes: Iterable[Mapping[str, Any]],
    pages: Mapping[str, SeenPage],
) -> int:
    told = [(name, sorted(page.prints)) for name, page in sorted(pages.items())]
    asked = [facts.get(key, ()) for key in ("started", "schema", "config", "arguments")]
    digest = sha256(json.dumps([asked, summary, told], sort_keys=True).encode()).hexdigest()
    found = base.execute("select id from runs where digest = ?", (digest,)).fetchone()
    if found:
        return int(found[0])
    run = base.execute(
        f"insert into runs (digest, started, version, schema, {', '.join(_COUNTS)})"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (digest, facts["started"], facts["version"], _whole(facts["schema"]), *(int(summary[key]) for key in _COUNTS)),
    ).lastrowid
    assert run is not None
    base.executemany("insert or replace into causes values (?, ?, ?, ?, ?, ?, ?, ?)", _cause_rows(run, causes))
    # A run that was cut short has not looked through the folders that it was given.
    folders = () if summary["interrupted"] else facts.get("arguments", ())
    _compare(base, run, pages, folders)
    return run


def _compare(base: sqlite3.Connection, run: int, pages: Mapping[str, SeenPage], folders: Sequence[str]) -> None:
    """Keep how the run compares with what its pages said before, and what they say now."""
    before = {_page_name(row[0]): _seen(row[1:]) for row in base.execute(f"select {_SEEN} from pages")}
    result = compare(before, pages, vanishing(pages, folders))
    moves = astuple(result.moves) if before else (None,) * 4
    base.execute(
        "insert into compared values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (run, *moves, *astuple(result.unchecked))
    )  # fmt: skip
    base.executemany(
        "insert into gone values (?, ?, ?, ?)", ((run, cause, *counts) for cause, counts in result.gone_causes.items())
    )
    base.executemany("delete from pages where name = ?", ((_stored(name),) for name in result.vanished))
    base.executemany(
        "insert or replace into pages values (?, ?, ?, ?, ?, ?)",
        ((_stored(name), run, *_row(page)) for name, page in sorted(pages.items()) if not page.failed),
    )
    base.execute("delete from pages where run <= ?", (run - _REMEMBERED,))


_SEEN = "name, error, warning, info, prints"


def _seen(row: tuple[int, int, int, str]) -> SeenPage:
    *counts, prints = row
    told: dict[str, list[str]] = json.loads(prints) if prints else {}
    new = dict(zip(SEVERITIES, counts, strict=True))
    return SeenPage(frozenset((cause, print_) for cause, found in told.items() for print_ in found), new)


def _row(page: SeenPage) -> tuple[object, ...]:
    told: dict[str, list[str]] = {}
    for cause, print_ in sorted(page.prints):
        told.setdefault(cause, []).append(print_)
    prints = json.dumps(told, separators=(",", ":")) if told else ""
    return *(page.new.get(kind, 0) for kind in SEVERITIES), prints


def _whole(text: str) -> str:
    """``text`` as a database takes it: what UTF-8 lacks as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


def _stored(name: str) -> bytes:
    """A page's name as bytes: a file's name need not be UTF-8."""
    return name.encode("utf-8", "surrogatepass")


def _page_name(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogatepass")


def _cause_rows(run: int, causes: Iterable[Mapping[str, Any]]) -> Iterator[tuple[object, ...]]:
    for cause in causes:
        yield (
            run, cause["id"], cause["rule"], cause["severity"], _whole(cause["text"]), cause["findings"],
            cause["known"], cause["pages"],
        )  # fmt: skip


def _read(base: sqlite3.Connection, run: int, last: int) -> History:
    rows = base.execute(
        f"select {', '.join(f'runs.{column}' for column in _PAST)}, compared.pages, compared.error, compared.warning,"
        " compared.info from runs left join compared on compared.run = runs.id"
        " where id <= ? order by id desc limit ?",
        (run, last),
    ).fetchall()
    first_seen = {
        cause: (started, count)
        for cause, started, count in base.execute(
            "select past.cause, runs.started, past.times from (select cause, min(run) as first, count(*) as times"
            " from causes where run <= ? group by cause) as past join runs on runs.id = past.first"
            " where past.cause in (select cause from causes where run = ?) order by past.cause",
            (run, run),
        )
    }
    moved = base.execute(
        "select gone, arrived, gone_with_pages, on_new_pages from compared where run = ? and gone is not null", (run,)
    ).fetchone()
    # What a gone cause said stands with the last run that had it.
    lost = base.execute(
        "select gone.cause, told.rule, told.severity, told.text, gone.findings, gone.pages from gone"
        " join causes as told on told.cause = gone.cause and told.run ="
        " (select max(run) from causes where cause = gone.cause and run < gone.run)"
        " where gone.run = ? order by gone.pages desc, gone.findings desc, gone.cause",
        (run,),
    ).fetchall()
    return History(
        tuple(_past_run(*row) for row in reversed(rows)),
        Moves(*moved) if moved else None,
        tuple(GoneCause(*row) for row in lost),
        first_seen,
    )


def _past_run(*row: Any) -> PastRun:
    *told, pages, error, warning, info = row  # the last four are not known of a run of the first format
    unchecked = Counts(pages or 0, error or 0, warning or 0, info or 0)
    return PastRun(**dict(zip(_PAST, told, strict=True)), unchecked=unchecked)
