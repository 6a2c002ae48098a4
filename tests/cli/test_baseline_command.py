"""The command ``baseline``: what it tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from layoutcheck.cli import run
from layoutcheck.core.finding import Summary
from layoutcheck.runner.pool import LIMIT, MEMORY
from layoutcheck.runner.run import Outcome, Request

PAGE = '<!doctype html><html lang="en"><title>Ferry {0}</title><h1>Ferry sails</h1>'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("a", "{{ one }}"), ("b", "{{ two }}")):
        (tmp_path / f"{name}.html").write_text(PAGE.replace("{0}", text))
    (tmp_path / "layoutcheck.toml").write_text(
        '[rules]\nmissing-byline = "off"\nmissing-date = "off"\npage-structure = "off"\n'
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path


def test_writing_says_what_changed_and_how_to_go_on(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "write", "a.html", "b.html"])
    first, how = capsys.readouterr().out.splitlines()
    assert first == "layoutcheck-baseline.jsonl: 2 entries, 2 added"
    assert "check with --baseline layoutcheck-baseline.jsonl" in how
    (site / "layoutcheck.toml").write_text(
        f'baseline = "layoutcheck-baseline.jsonl"\n{(site / "layoutcheck.toml").read_text()}'
    )
    (site / "a.html").write_text(PAGE.replace("{0}", "{{ three }}"))
    run(["baseline", "write", "a.html", "b.html"])
    assert capsys.readouterr().out == "layoutcheck-baseline.jsonl: 2 entries, 1 added, 1 removed\n"
    (site / "a.html").write_text(PAGE.replace("{0}", ""))
    run(["baseline", "prune", "a.html", "b.html"])
    assert capsys.readouterr().out == "layoutcheck-baseline.jsonl: 1 entry, 1 removed\n"


def test_writing_by_cause_says_what_stays_above_a_ceiling(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "write", "--by-cause", "a.html"])
    (site / "a.html").write_text(PAGE.replace("{0}", "{{ one }} and {{ one }} and {{ one }}"))
    capsys.readouterr()
    run(["baseline", "write", "--by-cause", "a.html"])
    told = capsys.readouterr().out
    assert "1 entry, nothing changed" in told
    assert "still new, above a ceiling: 2 findings; to raise it, edit the number" in told


def test_writing_by_cause_says_what_is_known_one_by_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "write", "a.html"])
    capsys.readouterr()
    run(["baseline", "write", "--by-cause", "a.html", "b.html"])
    told = capsys.readouterr().out
    assert "2 entries, 1 added" in told
    assert "known one by one already, and left so: 1 finding; to know them by cause, delete their lines in" in told


def test_a_baseline_that_a_configuration_names_and_that_is_gone_is_told_where_it_is_named(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "layoutcheck.toml").write_text('schema = "article"\nbaseline = "gone.jsonl"\n')
    assert run(["check", "a.html"]) == 2
    assert 'error: layoutcheck.toml:2: there is no baseline "gone.jsonl"' in capsys.readouterr().err


def test_there_is_nothing_to_prune_where_there_is_no_baseline(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "prune", "a.html"]) == 2
    assert 'there is no baseline "layoutcheck-baseline.jsonl"' in capsys.readouterr().err
    assert not (site / "layoutcheck-baseline.jsonl").exists()


def test_showing_tells_what_has_expired_and_gives_no_orders(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "k.jsonl").write_text(
        '{"fingerprint": "a", "uri": "a.html", "rule": "r", "text": "x\\u001b[31m", "since": "2024-01-01", '
        '"until": "2024-02-01", "why": "CMS-1"}\n{"cause": "c", "pages": "world/**", "rule": "r", "ceiling": 3}\n'
    )
    assert run(["baseline", "show", "-b", "k.jsonl"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "k.jsonl:2: r  world/** (at most 3)    since ?",
        "k.jsonl:1: r  a.html  x⟨U+001B⟩[31m  since 2024-01-01, expired on 2024-02-01: CMS-1",
        "k.jsonl: 2 entries, 1 expired",
    ]


def test_applying_says_what_did_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "t.jsonl").write_text(
        '{"cause": "c1", "verdict": "accepted", "note": "ads"}\n{"cause": "c2", "verdict": "bug", "note": ""}\n'
    )
    run(["baseline", "apply", "t.jsonl", "-b", "k.jsonl"])
    assert capsys.readouterr().out.splitlines() == [
        "k.jsonl: 1 added, 0 changed, 0 removed",
        "called a bug, and not known by the baseline anyway: 1 decision",
        "whether the pages still have what was added, the next check tells (unused-baseline-entry)",
    ]
    run(["baseline", "apply", "t.jsonl", "-b", "k.jsonl"])
    assert "known as they are: 1 decision\n" in capsys.readouterr().out


def test_entries_that_read_alike_are_told_apart(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A value printed in two elements of a page: the part of the page is written down, and each entry's line is told."""
    (site / "b.html").write_text('<title>Ferry {{ x }}</title><h1>Ferry sails</h1><p title="{{ x }}">It sails.')
    assert run(["baseline", "write", "b.html", "-b", "k.jsonl"]) == 0
    assert run(["baseline", "write", "b.html", "-b", "c.jsonl", "--by-cause"]) == 0
    capsys.readouterr()
    run(["baseline", "show", "-b", "k.jsonl"])
    leaks = [line for line in capsys.readouterr().out.splitlines() if "{{ x }}" in line]
    assert sorted(line.partition(" (in ")[2].partition(")")[0] for line in leaks) == [
        "page title",
        "tooltip of paragraph",
    ]
    assert all(line.startswith("k.jsonl:") for line in leaks)
    run(["baseline", "show", "-b", "c.jsonl"])
    assert " (in page title), such as on b.html  since " in capsys.readouterr().out
    assert run(["check", "b.html", "-b", "k.jsonl", "--fail-on", "info"]) == 0


def test_mistakes_are_told_without_giving_orders(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "\x1b[31m##vso[task.complete]", "--no-config"]) == 2
    told = capsys.readouterr().err
    assert "⟨U+001B⟩" in told and "##vso" not in told


def test_a_run_whose_reports_all_go_to_files_says_how_it_ended(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "a.html", "-o", "json=out/a.json", "--rule", "placeholder-leak"])
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "layoutcheck: 1 page checked, 0 clean: 1 error, 0 warnings, 0 infos\n"
    run(["check", "a.html", "-o", "json", "--rule", "placeholder-leak"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", ["write", "prune"])
def test_pages_are_checked_with_the_limits_that_are_asked_for(
    site: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["baseline", "write", "a.html"])
    asked: list[Request] = []

    def remembered(request: Request, *_: object) -> Outcome:
        asked.append(request)
        return Outcome(0, Summary())

    monkeypatch.setattr("layoutcheck.runner.run.run", remembered)
    run(["baseline", command, "a.html"])
    run(["baseline", command, "a.html", "-j", "3", "--limit", "30", "--memory", "0", "--cache", "kept"])
    plain, full = asked
    assert (plain.workers, plain.limit, plain.memory, plain.cache) == (0, LIMIT, MEMORY, None)
    assert (full.workers, full.limit, full.memory) == (3, 30, None)
    assert full.cache is not None and full.cache.folder == Path("kept")


def test_a_cache_filled_by_a_check_serves_the_baseline(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["check", "a.html", "b.html", "--cache", "kept", "-j", "1", "-o", "json=all.json"])
    monkeypatch.setattr("layoutcheck.runner.check_ref.check_page", lambda *_, **__: pytest.fail("checked again"))
    assert run(["baseline", "write", "a.html", "b.html", "--cache", "kept", "-j", "1"]) == 0
    assert (site / "layoutcheck-baseline.jsonl").read_text().count("\n") == 2


def test_a_ceiling_of_the_pages_beside_the_sections_is_none_of_theirs(site: Path) -> None:
    (site / "build/world").mkdir(parents=True)
    for name in ("index.html", "world/a.html"):
        (site / "build" / name).write_text(PAGE.replace("{0}", "{{ one }}"))
    run(["baseline", "write", "--by-cause", "build", "-j", "1"])
    entries = map(json.loads, (site / "layoutcheck-baseline.jsonl").read_text().splitlines())
    assert {entry["pages"] for entry in entries} == {"build/*.html", "build/world/**"}
