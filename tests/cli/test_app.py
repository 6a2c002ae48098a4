"""The command as a whole: help, version, and whose mistake is whose."""

import re
import sys

import pytest
import typer

from layoutcheck.cli import app, run

COMMANDS = [
    "check",
    "extract",
    "config",
    "rules",
    "explain",
    "init",
    "report",
    "diff",
    "datelines",
    "schema",
    "baseline",
]


@pytest.mark.parametrize(
    "command",
    ["", "check", "extract", "config", "explain", "init", "schema check", "schema test", "schema try", "schema init"],
)
def test_help_says_what_it_does(layoutcheck, file_regression, command):
    done = layoutcheck(*command.split(), "--help")
    assert done.code == 0
    without_types = re.sub(r" <[^>]*>(?: \[x>=[\d.]+\])?", "", done.words)  # another version words them otherwise
    file_regression.check(without_types, encoding="utf-8")


def test_every_command_is_in_the_help(layoutcheck):
    told = layoutcheck("--help").words
    assert all(f"\n{command} " in told for command in COMMANDS)


@pytest.mark.parametrize("command", ["", "schema", "baseline"])
def test_no_summary_of_a_command_is_cut_at_80_columns(layoutcheck, monkeypatch, command):
    monkeypatch.setenv("COLUMNS", "80")
    told = layoutcheck(*command.split(), "--help").words
    assert not re.search(r"\w(?:\.\.\.|…)$", told, re.MULTILINE)


def test_every_command_shows_an_example(layoutcheck):
    groups = {"schema": ("check", "test"), "baseline": ("write", "prune", "show", "apply")}
    for command in COMMANDS:
        for below in groups.get(command, ("",)):
            assert re.search(r"Examples?:\s", layoutcheck(command, *below.split(), "--help").words), (command, below)


def test_examples_stand_in_lines_of_their_own(layoutcheck):
    for command, count in (("check", 4), ("diff", 2)):
        told = layoutcheck(command, "--help").words
        assert len(re.findall(r"^[*•] `?(?:layoutcheck|curl)", told, re.MULTILINE)) == count


def test_a_page_in_the_place_of_a_command_is_told_how_it_is_checked(layoutcheck):
    done = layoutcheck("README.md")
    assert done.code == 2
    assert done.err == 'layoutcheck: error: "README.md" is no command\n  to check it: layoutcheck check README.md\n'


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be removed there")
def test_a_folder_that_is_gone_is_the_users_to_leave(tmp_path, monkeypatch, capsys):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert run(["check", "a.html"]) == 2
    assert "the folder that this runs in is gone\n  go to one that is there" in capsys.readouterr().err


def test_a_full_disk_below_standard_output_is_the_users_to_mend(layoutcheck, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(typer, "echo", full)
    for arguments in (["rules"], ["config", "a.html"], ["explain", "mojibake"]):
        done = layoutcheck(*arguments)
        assert done.code == 2
        assert "standard output cannot be written: no space left on device\n  make room" in done.err


def test_nothing_at_all_is_answered_with_help(layoutcheck):
    done = layoutcheck()
    assert done.code == 2
    assert "Usage" in done.out + done.err


def test_the_version_is_told(layoutcheck):
    assert re.fullmatch(r"layoutcheck \d+\.\d+\.\d+\n", layoutcheck("--version").out)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], "check"),
        (["schema", "chek"], "check"),
        (["explain"], "rule"),
        (["check", "--schma", "x"], "--schema"),
    ],
)
def test_a_word_that_is_none_is_answered_with_the_near_one(layoutcheck, arguments, told):
    done = layoutcheck(*arguments)
    assert done.code == 2
    assert told in done.err and "Traceback" not in done.err


def test_our_own_mistake_is_told_as_ours(layoutcheck, monkeypatch):
    from layoutcheck.cli import explain

    def crash():
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(explain, "rule_ids", crash)
    done = layoutcheck("explain", "duplicate-teaser")
    assert done.code == 3
    assert "Traceback" in done.err and "our mistake, not yours: ZeroDivisionError: oops" in done.err


def test_an_interrupted_command_says_so(layoutcheck, monkeypatch):
    from layoutcheck.cli import explain

    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr(explain, "rule_ids", interrupt)
    assert layoutcheck("explain", "duplicate-teaser").code == 130
    assert app.app is not None
