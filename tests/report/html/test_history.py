"""The history of runs: what is remembered once, and what is told of it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import Any

import made_report as made
import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.report import history
from layoutcheck.report.last_seen import Counts, SeenPage


def remember(path: Path, report: dict[str, Any]) -> history.History:
    pages = {page["uri"]: SeenPage.of(page) for page in report["pages"]}
    return history.remember(path, report["run"], report["summary"], report["causes"], pages)


def cleaned(pages: list[made.Page], *names: str) -> list[made.Page]:
    """The pages, without the findings of those whose address holds one of ``names``."""
    for page in pages:
        if any(name in page.uri for name in names):
            page.findings.clear()
    return pages


def moved(told: history.History) -> tuple[int, ...]:
    assert told.moves
    return astuple(told.moves)


def day(number: int) -> str:
    return f"2026-01-{number:02}T08:00:00+00:00"


def test_runs_are_told_oldest_first_with_what_went_and_came(tmp_path: Path) -> None:
    first = remember(tmp_path / "h.sqlite", made.report(cleaned(made.newsroom()[:10], "story-01"), started=day(1)))
    assert (first.moves, len(first.runs), first.gone_causes) == (None, 1, ())
    second = remember(
        tmp_path / "h.sqlite", made.report(cleaned(made.newsroom()[:10], "story-00", "story-02"), started=day(2))
    )
    assert [run.started for run in second.runs] == [day(1), day(2)]
    assert moved(second) == (2, 1, 0, 0)
    leak = next(c["id"] for c in made.report(made.newsroom()[:10])["causes"] if "Razor" in c["text"])
    assert second.first_seen[leak] == (day(1), 2)


def test_a_cause_that_is_mended_is_told_as_gone(tmp_path: Path) -> None:
    remember(tmp_path / "h.sqlite", made.report(made.newsroom(), started=day(1)))
    mended = [made.arabic().uri]
    told = remember(tmp_path / "h.sqlite", made.report(cleaned(made.newsroom(), *mended), started=day(2)))
    assert [(cause.text, cause.findings, cause.pages) for cause in told.gone_causes] == [
        ('leaked placeholder "{{ اسم }}"', 1, 1)
    ]


def test_what_stands_on_pages_that_a_run_did_not_check_has_not_gone(tmp_path: Path) -> None:
    site = [page for page in made.newsroom() if not page.failures]
    remember(tmp_path / "h.sqlite", made.report(site, started=day(1)))
    part = remember(tmp_path / "h.sqlite", made.report(cleaned(made.newsroom()[:4], "story-00"), started=day(2)))
    assert (moved(part), part.gone_causes) == ((1, 0, 0, 0), ())
    assert part.runs[-1].unchecked.pages == len(site) - 4
    assert [run.standing("warning") for run in part.runs] == [part.runs[0].warning] * 2
    # The next whole run is compared with what each page said last, whichever run that was.
    whole = remember(
        tmp_path / "h.sqlite", made.report(cleaned(made.newsroom(), "story-00", "story-05"), started=day(3))
    )
    assert (moved(whole)[:3], whole.runs[-1].unchecked.pages) == ((1, 0, 0), 0)


def test_a_page_that_could_not_be_checked_says_what_it_said(tmp_path: Path) -> None:
    pages = made.newsroom()[:4]
    remember(tmp_path / "h.sqlite", made.report(pages, started=day(1)))
    broken = cleaned(made.newsroom()[:4], "story-00", "story-01")
    for page in broken:
        page.failures += [{"uri": page.uri, "rule": None, "text": "cut short"}] if "story-00" in page.uri else []
    told = remember(tmp_path / "h.sqlite", made.report(broken, started=day(2)))
    assert (moved(told), told.runs[-1].unchecked) == ((1, 0, 0, 0), Counts())  # what it said is known by a baseline
    again = remember(tmp_path / "h.sqlite", made.report(made.newsroom()[:4], started=day(3)))
    assert moved(again) == (0, 1, 0, 0)


def test_what_went_with_its_page_is_told_apart(tmp_path: Path) -> None:
    remember(tmp_path / "h.sqlite", made.report(made.newsroom()[:8], started=day(1)))
    report = made.report(made.newsroom()[4:12], started=day(2))
    report["run"]["arguments"] = ["./world/", "elsewhere/*.html"]
    told = remember(tmp_path / "h.sqlite", report)
    new = sum(len(page.findings) for page in made.newsroom()[8:12])
    assert moved(told) == (0, 0, 1, new)  # of world's pages one had a finding; the others' folders were not asked for
    assert told.runs[-1].unchecked.pages == 3


def test_a_history_of_the_first_format_goes_on(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "h.sqlite")) as base, base:
        base.executescript(
            """
            create table runs (
                id integer primary key, digest text not null unique, started text not null, version text not null,
                schema text not null, pages integer not null, clean integer not null, failed integer not null,
                error integer not null, warning integer not null, info integer not null, known integer not null
            );
            create table causes (
                run integer not null references runs(id), cause text not null, rule text not null,
                severity text not null, text text not null, findings integer not null, known integer not null,
                pages integer not null, primary key (run, cause)
            ) without rowid;
            create table findings (
                run integer not null references runs(id), fingerprint text not null, primary key (run, fingerprint)
            ) without rowid;
            insert into runs values (1, 'd', '2025-12-31', '0.1.0', 'article', 9, 4, 0, 5, 6, 7, 0);
            insert into findings values (1, '0011223344556677');
            pragma user_version = 1;
            """
        )
    told = remember(tmp_path / "h.sqlite", made.report(made.newsroom()[:8], started=day(1)))
    assert (told.runs[0].pages, told.runs[0].standing("error")) == (9, 5)
    assert told.moves is None  # it is not known which page said what
    assert moved(remember(tmp_path / "h.sqlite", made.report(made.newsroom()[:8], started=day(2)))) == (0, 0, 0, 0)


def test_the_same_report_is_remembered_once(tmp_path: Path) -> None:
    report = made.report(made.newsroom(), started=day(1))
    told = [remember(tmp_path / "h.sqlite", json.loads(json.dumps(report))) for _ in range(3)]
    assert told[0] == told[1] == told[2]


def test_each_page_is_kept_once_however_many_runs_there_are(tmp_path: Path) -> None:
    for number in range(1, 6):
        remember(tmp_path / "h.sqlite", made.report(made.newsroom()[number:], started=day(number)))
    with closing(sqlite3.connect(tmp_path / "h.sqlite")) as base:
        assert base.execute("select count(*) from pages").fetchone() == (len(made.newsroom()) - 1 - 2,)
        assert base.execute("select count(*) from runs").fetchone() == (5,)


def test_an_old_report_made_again_tells_what_it_told(tmp_path: Path) -> None:
    reports = [made.report(cleaned(made.newsroom()[:6], *names), started=day(n)) for n, names in
               enumerate((("x",), ("story-00",), ("story-01",)), 1)]  # fmt: skip
    told = [remember(tmp_path / "h.sqlite", report) for report in reports]
    assert [remember(tmp_path / "h.sqlite", report) for report in reports] == told


def test_a_page_may_be_called_by_bytes_that_are_no_text(tmp_path: Path) -> None:
    page = made.article("world/caf\udce9.html", "A story of a café by the harbour")
    for number in (1, 2):
        report = made.report([page], started=day(number))
        report["run"]["schema"] = page.uri
        told = remember(tmp_path / "h.sqlite", report)
    assert moved(told) == (0, 0, 0, 0)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.sqlite"
    with sqlite3.connect(path) as base:
        base.execute("create table mine (x)")
    with pytest.raises(UserError, match="no history"):
        remember(path, made.report([]))
    (tmp_path / "text").write_text("not a database at all, but long enough to look at" * 40)
    with pytest.raises(UserError, match="cannot be used"):
        remember(tmp_path / "text", made.report([]))
    (tmp_path / "short").write_text("x")
    with pytest.raises(UserError, match="cannot be used"):
        remember(tmp_path / "short", made.report([]))
    assert (tmp_path / "short").read_text() == "x"


def test_a_report_without_true_counts_is_not_remembered(tmp_path: Path) -> None:
    report = made.report(made.newsroom()[:3])
    remember(tmp_path / "h.sqlite", report)
    report["summary"]["error"] = "many"
    with pytest.raises(ValueError, match="invalid literal"):
        remember(tmp_path / "h.sqlite", report)
    report["summary"]["error"] = 10**30
    with pytest.raises(UserError, match="cannot be used"):
        remember(tmp_path / "h.sqlite", report)
    assert len(remember(tmp_path / "h.sqlite", made.report([], started=day(2))).runs) == 2
