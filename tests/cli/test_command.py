"""Values of the command line are read as typer reads them, without what typer needs for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from layoutcheck.cli.command import Command, Group

SEEN: dict[str, Any] = {}


def command(
    names: Annotated[list[str] | None, typer.Argument()] = None,
    word: Annotated[str, typer.Option()] = "w",
    many: Annotated[list[str] | None, typer.Option()] = None,
    number: Annotated[int, typer.Option(min=0)] = 0,
    share: Annotated[float, typer.Option(max=1.0)] = 0.5,
    file: Annotated[Path | None, typer.Option()] = None,
    flag: Annotated[bool, typer.Option()] = False,
) -> None:
    SEEN.update(locals())


def run(cls: Any, arguments: list[str]) -> Any:
    app = typer.Typer(cls=Group if cls else None)

    @app.callback()
    def root() -> None: ...

    app.command("go", cls=cls)(command)
    SEEN.clear()
    result = CliRunner().invoke(app, ["go", *arguments])
    return result.exit_code, result.output.replace("root ", ""), dict(SEEN)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a", "b", "--word", "x", "--many", "1", "--many", "2", "--number", "3", "--share", "0.25", "--flag"],
        ["--file", "no/such"],
        ["--number", "-1"],
        ["--number", "three"],
        ["--share", "2"],
        ["--wrod", "x"],
    ],
)
def test_values_and_mistakes_are_those_of_typer(arguments: list[str]) -> None:
    assert run(Command, arguments) == run(None, arguments)


def test_a_typer_that_reads_values_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layoutcheck.cli.command._reader", lambda param: sys.exit("asked"))
    monkeypatch.setattr("layoutcheck.cli.command._RUNTIME", "_not_there")
    assert run(Command, ["--number", "3"])[2]["number"] == 3
