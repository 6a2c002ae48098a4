"""The command, run in this process: what it prints, and the code that it ends with."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from layoutcheck.cli import run

ROOT = Path(__file__).parents[2]
_MARKS = re.compile(r"\x1b\[[\d;]*m|[│╭╮╰╯─]")


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def words(self) -> str:
        """What is printed, a line a line, without boxes, colours and columns."""
        lines = (" ".join(line.split()) for line in _MARKS.sub(" ", self.out).splitlines())
        return "".join(f"{line}\n" for line in lines if line)


Command = Callable[..., Done]


@pytest.fixture
def layoutcheck(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command; ``stdin`` are the bytes piped in, ``cwd`` the folder it runs in (the checkout)."""
    for name in ("GITHUB_ACTIONS", "CI", "FORCE_COLOR", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "400")  # an option a line

    def call(*arguments: str, cwd: Path = ROOT, stdin: bytes = b"") -> Done:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setattr(sys, "argv", ["layoutcheck", *arguments])
        capsys.readouterr()
        code = run(list(arguments))
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return call
