"""The last runs, in an SQLite file: what the trend is drawn from, and what is gone since last time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError

_FORMAT = 1
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
create table if not exists findings (
    run integer not null references runs(id), fingerprint text not null, primary key (run, fingerprint)
) without rowid;
"""
#: Fingerprints are kept of this many runs only; counts and causes of all.
_FINGERPRINTED = 2


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


@dataclass(frozen=True, slots=True)
class GoneCause:
    """A cause that the run before had and this one has not."""

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
    #: How many findings of the run before are gone, and how many of this run it did not have; None in the first run.
    gone: int | None
    arrived: int | None
    gone_causes: tuple[GoneCause, ...]
    #: When each cause of this run was first seen, and in how many runs; by the cause's id.
    first_seen: Mapping[str, tuple[str, int]]


def remember(
    path: Path,
    facts: Mapping[str, Any],
    summary: Mapping[str, Any],
    causes: Iterable[Mapping[str, Any]],
    fingerprints: Iterable[str],
    last: int = 30,
) -> History:
    """Add a run to the history at ``path`` and read the ``last`` runs back.

    ``facts``, ``summary`` and ``causes`` are those of the JSON report, ``fingerprints`` those of all its findings. The
    same run is added once, however often it is made into HTML. Raises UserError for a file that is no history.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=30)) as base:
            _prepare(base, path)
            with base:
                base.execute("begin immediate")
                run = _add(base, facts, summary, causes, fingerprints)
            return _read(base, run, last)
    except (sqlite3.Error, OSError, OverflowError) as error:
        raise UserError(
            f"the history cannot be used: {error}", file=str(path), remedy="give --history a file of its own"
        ) from error


def _prepare(base: sqlite3.Connection, path: Path) -> None:
    version = base.execute("pragma user_version").fetchone()[0]
    tables = base.execute("select count(*) from sqlite_master").fetchone()[0]
    if (version == 0 and tables) or version > _FORMAT:
        raise UserError(
            "this database is no history of layoutcheck, or of a newer version", file=str(path),
            remedy="give --history a file of its own",
        )  # fmt: skip
    base.executescript(_TABLES)
    base.execute(f"pragma user_version = {_FORMAT}")


def _add(
    base: sqlite3.Connection,
    facts: Mapping[str, Any],
    summary: Mapping[str, Any],
    causes: Iterable[Mapping[str, Any]],
    fingerprints: Iterable[str],
) -> int:
    prints = sorted(set(fingerprints))
    seen = json.dumps([facts["started"], facts["schema"], facts["config"], summary, prints], sort_keys=True)
    digest = sha256(seen.encode()).hexdigest()
    found = base.execute("select id from runs where digest = ?", (digest,)).fetchone()
    if found:
        return int(found[0])
    keys = ("pages", "clean", "failed", "error", "warning", "info", "known")
    run = base.execute(
        "insert into runs (digest, started, version, schema, pages, clean, failed, error, warning, info, known)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (digest, facts["started"], facts["version"], facts["schema"], *(int(summary[key]) for key in keys)),
    ).lastrowid
    assert run is not None
    base.executemany("insert or replace into causes values (?, ?, ?, ?, ?, ?, ?, ?)", _cause_rows(run, causes))
    base.executemany("insert into findings values (?, ?)", ((run, print_) for print_ in prints))
    base.execute(
        "delete from findings where run not in (select id from runs order by id desc limit ?)", (_FINGERPRINTED,)
    )
    return run


def _cause_rows(run: int, causes: Iterable[Mapping[str, Any]]) -> Iterator[tuple[object, ...]]:
    for cause in causes:
        yield (
            run, cause["id"], cause["rule"], cause["severity"], cause["text"], cause["findings"], cause["known"],
            cause["pages"],
        )  # fmt: skip


def _read(base: sqlite3.Connection, run: int, last: int) -> History:
    rows = base.execute(
        "select started, version, pages, clean, failed, error, warning, info, known from runs"
        " where id <= ? order by id desc limit ?",
        (run, last),
    ).fetchall()
    before = base.execute("select max(id) from runs where id < ?", (run,)).fetchone()[0]
    first_seen = {
        cause: (started, count)
        for cause, started, count in base.execute(
            "select past.cause, runs.started, past.times from (select cause, min(run) as first, count(*) as times"
            " from causes where run <= ? group by cause) as past join runs on runs.id = past.first"
            " where past.cause in (select cause from causes where run = ?) order by past.cause",
            (run, run),
        )
    }
    gone, arrived = _moved(base, run, before)
    lost = () if before is None else base.execute(
        "select cause, rule, severity, text, findings, pages from causes where run = ? and cause not in"
        " (select cause from causes where run = ?) order by pages desc, findings desc, cause",
        (before, run),
    ).fetchall()  # fmt: skip
    return History(
        tuple(PastRun(*row) for row in reversed(rows)), gone, arrived, tuple(GoneCause(*row) for row in lost),
        first_seen,
    )  # fmt: skip


def _moved(base: sqlite3.Connection, run: int, before: int | None) -> tuple[int | None, int | None]:
    """How many findings went and came since the run before; None where that is not known."""
    if before is None:
        return None, None
    count = (
        "select count(*) from findings where run = ? and fingerprint not in"
        " (select fingerprint from findings where run = ?)"
    )
    total = base.execute("select error + warning + info + known from runs where id = ?", (before,)).fetchone()[0]
    kept = base.execute("select count(*) from findings where run = ?", (before,)).fetchone()[0]
    if total and not kept:  # its fingerprints were thrown away: an old report rendered again
        return None, None
    return base.execute(count, (before, run)).fetchone()[0], base.execute(count, (run, before)).fetchone()[0]
