"""The history of runs: what is remembered once, and what is told of it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import made_report as made
import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.report import history


def remember(path: Path, report: dict[str, Any]) -> history.History:
    prints = [finding["fingerprint"] for page in report["pages"] for finding in page["findings"]]
    return history.remember(path, report["run"], report["summary"], report["causes"], prints)


def day(number: int) -> str:
    return f"2026-01-{number:02}T08:00:00+00:00"


def test_runs_are_told_oldest_first_with_what_went_and_came(tmp_path: Path) -> None:
    pages = made.newsroom()
    first = remember(tmp_path / "h.sqlite", made.report(pages[:10], started=day(1)))
    assert (first.gone, first.arrived, len(first.runs), first.gone_causes) == (None, None, 1, ())
    second = remember(tmp_path / "h.sqlite", made.report(pages[4:12], started=day(2)))
    assert [run.started for run in second.runs] == [day(1), day(2)]
    prints = [{f["fingerprint"] for page in part for f in page.findings} for part in (pages[:10], pages[4:12])]
    assert (second.gone, second.arrived) == (len(prints[0] - prints[1]), len(prints[1] - prints[0]))
    leak = next(c["id"] for c in made.report(pages[:10])["causes"] if "Razor" in c["text"])
    assert second.first_seen[leak] == (day(1), 2)


def test_a_cause_that_is_mended_is_told_as_gone(tmp_path: Path) -> None:
    pages = made.newsroom()
    remember(tmp_path / "h.sqlite", made.report(pages, started=day(1)))
    told = remember(
        tmp_path / "h.sqlite",
        made.report([page for page in pages if "arab" not in page.uri and page.section != "اقتصاد"], started=day(2)),
    )
    assert [cause.text for cause in told.gone_causes] == ['leaked placeholder "{{ اسم }}"']


def test_the_same_report_is_remembered_once(tmp_path: Path) -> None:
    report = made.report(made.newsroom(), started=day(1))
    told = [remember(tmp_path / "h.sqlite", json.loads(json.dumps(report))) for _ in range(3)]
    assert told[0] == told[1] == told[2]


def test_fingerprints_are_kept_of_the_last_runs_only(tmp_path: Path) -> None:
    for number in range(1, 6):
        remember(tmp_path / "h.sqlite", made.report(made.newsroom()[number:], started=day(number)))
    with sqlite3.connect(tmp_path / "h.sqlite") as base:
        assert base.execute("select count(distinct run) from findings").fetchone() == (2,)
        assert base.execute("select count(*) from runs").fetchone() == (5,)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.sqlite"
    with sqlite3.connect(path) as base:
        base.execute("create table mine (x)")
    with pytest.raises(UserError, match="no history"):
        remember(path, made.report([]))
    (tmp_path / "text").write_text("not a database at all, but long enough to look at" * 40)
    with pytest.raises(UserError, match="cannot be used"):
        remember(tmp_path / "text", made.report([]))


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
