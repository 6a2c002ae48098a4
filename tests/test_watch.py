"""``--watch``: what is checked again, and when."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from layoutcheck.cli import run as run_command
from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import PageReport
from layoutcheck.report.formats import Choice
from layoutcheck.report.json import JsonLinesReporter
from layoutcheck.watch import STILL, InForce, Shown, on_screen, watch


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "build").mkdir()
    for name in ("build/a.html", "build/b.html", "layoutcheck.toml", "beside.html"):
        (tmp_path / name).write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path


def rounds(
    arguments: Sequence[str], *changes: set[str], site: Path, written: Sequence[str] = ()
) -> list[list[str] | None]:
    """What each round was asked to show; None is everything."""
    ran: list[list[str] | None] = []

    def run(shown: Shown) -> int:
        ran.append(None if shown is None else sorted(Path(path).relative_to(site).as_posix() for path in shown))
        return len(ran)

    told: Iterator[set[str]] = iter([{str(site / path) for path in paths} for paths in changes])
    html = ".html".__eq__
    code = watch(
        arguments, run, out=io.StringIO(), is_page=lambda path: html(Path(path).suffix), written=written, changes=told
    )
    assert code == len(ran)
    return ran


def test_shows_everything_first_and_then_what_changed(site: Path) -> None:
    assert rounds(["build"], {"build/b.html"}, {"build/style.css"}, site=site) == [None, ["build/b.html"]]


def test_many_changes_at_once_are_one_round(site: Path) -> None:
    assert rounds(["build"], {"build/b.html", "build/a.html"}, site=site)[1:] == [["build/a.html", "build/b.html"]]


def test_what_it_writes_itself_is_no_news(site: Path) -> None:
    changes = {"build/out/c/1.html"}, {"build/report.html"}, {"build/out.html", "build/out/a.html"}
    written = ["build/out", "build/report.html"]
    assert rounds(["build"], *changes, site=site, written=written)[1:] == [["build/out.html"]]
    assert rounds(["build"], {"build/a.html"}, site=site, written=["."])[1:] == [["build/a.html"]]


def test_files_in_force_are_news_when_they_change_come_or_go(site: Path) -> None:
    named = ["layoutcheck.toml", "schema.json"]
    force = InForce(lambda: named)
    assert force.news() == ""
    (site / "layoutcheck.toml").write_text('fail-on = "never"')
    assert force.news() == "layoutcheck.toml changed" and force.news() == ""
    (site / "schema.json").write_text("{}")
    (site / "layoutcheck.toml").unlink()
    assert force.news() == "layoutcheck.toml vanished, schema.json appeared"
    named.append("beside.html")
    force.settle()
    assert force.news() == ""  # named by the round, and no news
    named.append("build/a.html")
    assert force.news() == "build/a.html appeared"  # named by nobody before: a nearer configuration


def test_what_changes_while_a_round_is_on_is_still_news(site: Path) -> None:
    force = InForce(lambda: ["layoutcheck.toml"])
    (site / "layoutcheck.toml").write_text("# written meanwhile")
    force.settle()
    assert force.news() == "layoutcheck.toml changed"


def test_counts_again_when_a_page_is_gone_and_leaves_pages_beside_the_watched_ones_alone(site: Path) -> None:
    assert rounds(["build"], {"build/gone.html"}, {"beside.html"}, site=site) == [None, ["build/gone.html"]]
    assert rounds(["beside.html"], {"build/a.html"}, {"beside.html"}, site=site)[1:] == [["beside.html"]]
    assert rounds(["build/**/*.html"], {"build/a.html"}, site=site)[1:] == [["build/a.html"]]


def test_the_screen_shows_what_changed_and_counts_all_while_files_tell_all(site: Path) -> None:
    reports = [PageReport(name) for name in ("build/a.html", "build/b.html")]
    seen: dict[str, list[str]] = {"screen": [], "file": []}

    class Seen(JsonLinesReporter):
        def __init__(self, name: str) -> None:
            self.name = name

        def page(self, report: PageReport) -> None:
            seen[self.name].append(report.uri)

    choices = [Choice("text"), Choice("json", "out.json")]
    changed = frozenset({str(site / "build" / "b.html")})
    for reporter in on_screen([Seen("screen"), Seen("file")], choices, changed):
        for report in reports:
            reporter.page(report)
    assert seen == {"screen": ["build/b.html"], "file": ["build/a.html", "build/b.html"]}


def test_goes_on_after_a_mistake_in_the_settings(site: Path) -> None:
    out = io.StringIO()

    def run(shown: Shown) -> int:
        raise UserError("broken", file="layoutcheck.toml", line=3)

    assert watch(["build"], run, out=out, changes=iter(())) == 2
    assert "\nlayoutcheck: error: layoutcheck.toml:3: broken\n" in out.getvalue()


def test_an_interruption_while_pages_are_checked_ends_it(site: Path) -> None:
    assert watch(["build"], lambda shown: 130, out=io.StringIO(), changes=iter([{str(site / "build/a.html")}])) == 130


def test_the_command_checks_again_with_all_that_it_was_given(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the command's words to the second round: what changed is shown, all is counted, the file tells all."""
    page = '<!doctype html><html lang="en"><title>{}</title><h1>Ferry sails again</h1>'
    (site / "build/a.html").write_text(page.format("Ferry {{ name }}"))
    (site / "build/b.html").write_text(page.format("Ferry sails again"))

    def changes(names: Sequence[str]) -> Iterator[set[str]]:
        assert [*names] == ["build"]
        (site / "build/b.html").write_text(page.format("Ferry %s and {0}"))
        yield {str(site / "build/b.html")}

    (site / "known.jsonl").write_text("")
    monkeypatch.setattr("layoutcheck.watch._check_watchfiles", lambda: None)
    monkeypatch.setattr("layoutcheck.watch._changes", changes)
    told = ["-o", "concise", "-o", "json=out.json", "-b", "known.jsonl", "--rule", "placeholder-leak", "-j", "1"]
    assert run_command(["check", "build", "--watch", *told]) == 1
    first, second = capsys.readouterr().out.split("layoutcheck: changed: build/b.html")
    assert "build/a.html:1:" in first and "build/b.html" not in first
    assert "build/b.html:1:" in second and "build/a.html" not in second
    assert json.loads((site / "out.json").read_text())["summary"]["pages"] == 2


def test_a_configuration_that_comes_changes_or_goes_counts_from_then_on(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also one in the folder above, which nobody watches, and one that is broken for a while."""
    (site / "build/a.html").write_text('<!doctype html><html lang="en"><title>Ferry {{ name }}</title><h1>Ferry</h1>')
    (site / "layoutcheck.toml").unlink()
    monkeypatch.chdir(site / "build")
    monkeypatch.setattr("layoutcheck.watch._check_watchfiles", lambda: None)
    config = site / "layoutcheck.toml"

    def changes(names: Sequence[str]) -> Iterator[set[str]]:
        yield set()
        config.write_text('fail-on = "never"\n')
        yield set()
        config.write_text("fail-on = never\n")
        yield set()
        config.unlink()
        yield set()

    monkeypatch.setattr("layoutcheck.watch._changes", changes)
    assert run_command(["check", "a.html", "--watch", "-o", "concise", "--rule", "placeholder-leak", "-j", "1"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("layoutcheck: ")]
    assert [line.rpartition("layoutcheck.toml ")[2] for line in told if "again" in line] == [
        "appeared: all pages again", "changed: all pages again", "vanished: all pages again",
    ]  # fmt: skip


def test_keeps_the_screen_still_on_a_terminal_only(site: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    watch(["build"], lambda shown: 0, out=out, changes=iter(()))
    assert out.getvalue().startswith(STILL)


def test_ends_quietly_at_an_interruption(site: Path) -> None:
    def changes() -> Iterator[set[str]]:
        raise KeyboardInterrupt
        yield set()

    assert watch(["build"], lambda shown: 1, out=io.StringIO(), changes=changes()) == 1


def test_cannot_watch_standard_input() -> None:
    with pytest.raises(UserError, match="standard input cannot be watched"):
        watch(["-"], lambda shown: 0, out=io.StringIO())


def test_folders_that_cannot_be_watched_are_the_users_to_mend(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*roots: Path, **more: object) -> Iterator[set[tuple[int, str]]]:
        raise OSError(28, "OS file watch limit reached")
        yield

    pytest.importorskip("watchfiles")
    monkeypatch.setattr("watchfiles.watch", none_left)
    with pytest.raises(UserError, match="the folders cannot be watched: os file watch limit reached"):
        watch(["build"], lambda shown: 0, out=io.StringIO())
