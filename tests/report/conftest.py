"""The published contracts of formats. They are not ours to carry: tests that need one say when it is absent."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def contract() -> Callable[[str], Path]:
    """The path of a contract by name; skips where it is not at hand (``LAYOUTCHECK_CONTRACTS`` names the folder)."""
    folder = Path(os.environ.get("LAYOUTCHECK_CONTRACTS", ROOT.parent / "shared" / "contracts"))

    def find(name: str) -> Path:
        if not (folder / name).is_file():
            pytest.skip(f"the published contract {name} is not in {folder}: this format is NOT validated here")
        return folder / name

    return find
