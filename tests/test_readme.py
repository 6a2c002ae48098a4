"""What the README shows is what the command says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
#: Findings of the first run that the README quotes, by the lines of the sample page.
QUOTED = re.compile(r"^  (?:5|18|20|37):\d+ ")


def first_run() -> str:
    command = re.search(r"layoutcheck (check samples/\S+ --schema \S+)", README)[1].split()
    done = subprocess.run(
        [sys.executable, "-m", "layoutcheck", *command, "--no-config"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 1
    return done.stdout.decode()


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


def test_the_first_run_is_as_shown(request):
    told = f"<!-- first-run -->\n\n```text\n{shown(first_run())}\n```\n"
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
