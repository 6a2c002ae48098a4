"""A round of checking: what it writes, and the files that it depends on."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from layoutcheck.cli import given
from layoutcheck.cli.checking import Checking
from layoutcheck.cli.output import OutputOptions
from layoutcheck.core.errors import UserError
from layoutcheck.runner.run import Request

PAGE = (
    "<!doctype html><html lang=en><title>Wall</title><article><h1>Lorem ipsum dolor sit amet</h1><p>It did.</article>"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.html").write_text(PAGE)
    return tmp_path


def checking(*formats: str, outline: bool = False, **options) -> Checking:
    settings = partial(given.settings, None, False)
    request = partial(Request, ("a.html", "b.html"), workers=1)
    return Checking(settings, request, OutputOptions(formats, colour="never", outline=outline), **options)


def test_the_screen_shows_some_pages_and_files_tell_of_all(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = checking("concise", "json=out.json").once({str(here / "a.html")})
    told = capsys.readouterr().out
    assert code == 1 and "a.html" in told and "b.html:" not in told
    assert '"b.html"' in (here / "out.json").read_text()


def test_a_round_that_nobody_would_see_says_how_it_ended(capsys: pytest.CaptureFixture[str]) -> None:
    checking("json=out.json").once()
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith("layoutcheck: ") and "2 pages" in shown.err


def test_timings_are_told_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    checking("concise", timings=True).once()
    assert "parse" in capsys.readouterr().err


def test_outlines_are_written_when_asked_for(here: Path) -> None:
    checking("json=plain.json", "html=report").once()
    checking("json=outlined.json", outline=True).once()
    assert '"outline"' not in (here / "plain.json").read_text()
    assert '"outline"' in (here / "outlined.json").read_text()


def test_it_tells_which_files_a_round_depended_on(here: Path) -> None:
    (here / "layoutcheck.toml").write_text('schema = "site.yaml"\nfail-on = "never"\n')
    (here / "site.yaml").write_text("$ref: base.yaml\n")
    (here / "base.yaml").write_text("properties:\n  headline: {x-kind: headline}\n")
    (here / "known.jsonl").write_text("")
    one = checking("concise", baseline=Path("known.jsonl"))
    assert one.once() == 0
    assert [Path(name).name for name in one.files] == ["layoutcheck.toml", "site.yaml", "base.yaml", "known.jsonl"]


def test_settings_are_read_anew_in_each_round(here: Path) -> None:
    one = checking("concise")
    assert one.once() == 1
    (here / "layoutcheck.toml").write_text('fail-on = "never"')
    assert one.once() == 0


def test_a_baseline_that_is_not_there_is_a_mistake_and_is_watched_for() -> None:
    one = checking("concise", baseline=Path("gone.jsonl"))
    with pytest.raises(UserError, match="there is no baseline"):
        one.once()
    assert one.files == ["gone.jsonl"]


def test_a_report_among_the_pages_is_left_out_of_the_next_run(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def pages(*formats: str) -> int:
        request = partial(Request, (".",), workers=1)
        Checking(partial(given.settings, None, False), request, OutputOptions(formats)).once()
        return len(json.loads(capsys.readouterr().out)["pages"])

    assert pages("json", "html=report.html", "concise=found.txt") == 2
    assert pages("json", "html=report.html", "concise=found.txt") == 2
    (here / "found.txt").unlink()
    checking = Checking(
        partial(given.settings, None, False), partial(Request, (".",), workers=1), OutputOptions(("json",))
    )
    checking.once()
    told = capsys.readouterr()
    assert "left out, as reports of layoutcheck and no pages: report.html\n" in told.err
    assert len(json.loads(told.out)["pages"]) == 2
