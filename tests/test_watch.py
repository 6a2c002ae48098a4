"""``--watch``: what is checked again, and when."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.watch import STILL, watch


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "build").mkdir()
    for name in ("build/a.html", "build/b.html", "layoutcheck.toml", "beside.html"):
        (tmp_path / name).write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rounds(arguments: Sequence[str], *changes: set[str], also: Sequence[str] = (), site: Path) -> list[list[str]]:
    ran: list[list[str]] = []

    def run(names: Sequence[str]) -> int:
        ran.append(list(names))
        return len(ran)

    told: Iterator[set[str]] = iter([{str(site / path) for path in paths} for paths in changes])
    html = ".html".__eq__
    code = watch(
        arguments, run, out=io.StringIO(), is_page=lambda path: html(Path(path).suffix), also=also, changes=told
    )
    assert code == len(ran)
    return ran


def test_checks_everything_first_and_then_what_changed(site: Path) -> None:
    assert rounds(["build"], {"build/b.html"}, {"build/style.css"}, site=site) == [["build"], ["build/b.html"]]


def test_many_changes_at_once_are_one_round(site: Path) -> None:
    assert rounds(["build"], {"build/b.html", "build/a.html"}, site=site)[1:] == [["build/a.html", "build/b.html"]]


def test_checks_everything_again_when_the_settings_change(site: Path) -> None:
    again = rounds(["build"], {"layoutcheck.toml", "build/a.html"}, also=["layoutcheck.toml"], site=site)
    assert again == [["build"], ["build"]]


def test_leaves_deleted_pages_and_pages_beside_the_watched_ones_alone(site: Path) -> None:
    assert rounds(["build"], {"build/gone.html"}, {"beside.html"}, site=site) == [["build"]]
    assert rounds(["beside.html"], {"build/a.html"}, {"beside.html"}, site=site)[1:] == [["beside.html"]]
    assert rounds(["build/**/*.html"], {"build/a.html"}, site=site)[1:] == [["build/a.html"]]


def test_goes_on_after_a_mistake_in_the_settings(site: Path) -> None:
    out = io.StringIO()

    def run(names: Sequence[str]) -> int:
        raise UserError("broken", file="layoutcheck.toml", line=3)

    assert watch(["build"], run, out=out, changes=iter(())) == 2
    assert "error: layoutcheck.toml:3: broken" in out.getvalue()


def test_keeps_the_screen_still_on_a_terminal_only(site: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    watch(["build"], lambda names: 0, out=out, changes=iter(()))
    assert out.getvalue().startswith(STILL)


def test_ends_quietly_at_an_interruption(site: Path) -> None:
    def changes() -> Iterator[set[str]]:
        raise KeyboardInterrupt
        yield set()

    assert watch(["build"], lambda names: 1, out=io.StringIO(), changes=changes()) == 1


def test_cannot_watch_standard_input() -> None:
    with pytest.raises(UserError, match="standard input cannot be watched"):
        watch(["-"], lambda names: 0, out=io.StringIO())
