"""Which files belong to the repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

from layoutcheck.report.checkout import Checkout


def test_without_git_it_is_every_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("")
    checkout = Checkout(tmp_path)
    assert checkout("a.html") and checkout(str(tmp_path / "a.html"))
    assert not checkout("b.html") and not checkout("../a.html") and not checkout("/etc/passwd")


def test_with_git_it_is_what_git_tracks(tmp_path: Path) -> None:
    for name in ("tracked file.html", "built.html"):
        (tmp_path / name).write_text("")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "tracked file.html"], cwd=tmp_path, check=True)
    checkout = Checkout(tmp_path)
    assert checkout("tracked file.html")
    assert not checkout("built.html")
