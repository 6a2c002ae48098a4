"""JSON pointers (RFC 6901): the way to a value in page data, and to a keyword in a schema."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=1024)  # the parts of a schema have the same names on every page
def escaped(name: str | int) -> str:
    """One step as a pointer has it: ``a~1b`` for ``a/b``."""
    return str(name).replace("~", "~0").replace("/", "~1")


def pointer_to(path: Iterable[str | int]) -> str:
    """The pointer of a path of names and indexes."""
    return "".join(f"/{escaped(step)}" for step in path)


def steps_of(pointer: str) -> list[str]:
    """The names and indexes on the way, as they are called; none for the whole."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
