"""Which files belong to the repository: those that a platform can show beside a finding."""

from __future__ import annotations

import subprocess
from functools import cached_property
from pathlib import Path


class Checkout:
    """The files that git tracks below a folder; without git, every file that is there."""

    def __init__(self, root: Path) -> None:
        """Look at ``root`` and below, when first asked."""
        self._root = root.resolve()
        self._last = "", False  # findings come page by page

    def __call__(self, path: str) -> bool:
        """Whether ``path`` (relative to the root, or absolute) is in the checkout."""
        if path != self._last[0]:
            self._last = path, self._holds(path)
        return self._last[1]

    def _holds(self, path: str) -> bool:
        file = Path(path)
        try:
            inside = (file if file.is_absolute() else self._root / file).resolve().relative_to(self._root)
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
