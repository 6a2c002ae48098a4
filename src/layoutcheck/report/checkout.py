"""Which files belong to the repository: those that a platform can show beside a finding."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

#: Where build servers say that the checkout is: GitHub, GitLab, Azure, Jenkins.
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY", "WORKSPACE")


def checkout_root(environment: Mapping[str, str], here: Path) -> tuple[str, str]:
    """The root of the checkout that ``here`` lies in, and the way from there to ``here`` ("" at the root).

    As the build server says, else the nearest folder upwards that git keeps, else ``here`` itself.
    """
    here = here.resolve()
    named = [Path(environment[name]).resolve() for name in _ROOTS if environment.get(name)]
    kept = [folder for folder in (here, *here.parents) if (folder / ".git").exists()]
    root = next((folder for folder in (*named, *kept) if here.is_relative_to(folder)), here)
    below = here.relative_to(root).as_posix()
    return root.as_posix(), "" if below == "." else below


class Checkout:
    """The files that git tracks below a folder; without git, every file that is there."""

    def __init__(self, root: Path, below: str = "") -> None:
        """Look at ``root`` and below, when first asked; ``below`` is the way from there to the run's folder."""
        self._root = root.resolve()
        self._here = self._root / below
        self._last = "", False  # findings come page by page

    def __call__(self, path: str) -> bool:
        """Whether ``path`` (relative to the run's folder, or absolute) is in the checkout."""
        if path != self._last[0]:
            self._last = path, self._holds(path)
        return self._last[1]

    def _holds(self, path: str) -> bool:
        try:
            inside = (self._here / path).resolve().relative_to(self._root)
            return inside.as_posix() in self._tracked if self._tracked is not None else (self._root / inside).is_file()
        except (ValueError, OSError):
            return False

    @cached_property
    def _tracked(self) -> frozenset[str] | None:
        try:
            told = subprocess.run(
                ["git", "ls-files", "-z"], cwd=self._root, capture_output=True, timeout=30, check=True
            ).stdout
        except (OSError, subprocess.SubprocessError):
            return None
        return frozenset(told.decode("utf-8", "surrogateescape").split("\0")) - {""}
