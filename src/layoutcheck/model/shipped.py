"""The schemas that ship: their addresses, their names, their texts."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

BASE = "https://layoutcheck.dev/schemas/"
#: The schemas that ship, by the name that ``--schema`` takes.
SHIPPED = ("article", "wire-story")


def schema_text(name: str) -> str:
    """The text of a file in ``schemas/``: from the wheel, or from the checkout when run from there."""
    packaged = resources.files("layoutcheck") / "schemas" / name
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    return (Path(__file__).parents[3] / "schemas" / name).read_text(encoding="utf-8")
