"""What the README shows is what the command says."""

import re
from pathlib import Path

import pytest

from layoutcheck.cli import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
#: Findings of the first run that the README quotes, by the lines of the sample page.
QUOTED = re.compile(r"^  (?:5|18|20|37):\d+ ")


@pytest.fixture
def first_run(monkeypatch, capsys) -> str:
    """What the first run says, but that it runs in this process."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    command = re.search(r"layoutcheck (check samples/\S+ --schema \S+)", README)[1].split()
    capsys.readouterr()
    assert run([*command, "--no-config"]) == 1
    return capsys.readouterr().out


def shown(output: str) -> str:
    """The findings that the README quotes, and the totals."""
    kept, keep = [], False
    for line in output.splitlines():
        if re.match(r"^ {2}\d+:\d+ ", line):
            keep = QUOTED.match(line) is not None
        elif not line.startswith("      "):
            keep = False
        if keep:
            kept.append(line.rstrip())
    return "\n".join([output.splitlines()[0], *kept, "", output.splitlines()[-1]])


def test_the_first_run_is_as_shown(request, first_run):
    told = f"<!-- first-run -->\n\n```text\n{shown(first_run)}\n```\n"
    pattern = re.compile(r"<!-- first-run -->\n(?:\n```text\n.*?\n```\n)?", re.DOTALL)
    if request.config.getoption("force_regen"):
        (ROOT / "README.md").write_text(pattern.sub(lambda _: told, README, count=1), encoding="utf-8")
    assert told in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_links_lead_somewhere(link):
    assert (ROOT / link).exists()


def test_the_python_example_runs():
    import layoutcheck

    assert layoutcheck.check_html("<h1>Dear {{ reader }}</h1>").findings


@pytest.mark.parametrize("command", sorted(set(re.findall(r"(?:^|\| )layoutcheck ([a-z]+)", README, re.MULTILINE))))
def test_its_commands_are_there(command, capsys):
    assert run([command, "--help"]) == 0
