"""The pages that an entry of the baseline speaks of, as ``.gitignore`` writes paths."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

_FOLDER = re.compile(r"/?([^*?\[\]!\\#]+)/\*\*")
_SPECIAL = re.compile(r"[*?\[\]!\\#]")


def page_matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a page's name matches ``pattern``; of an address, its host and path are compared."""
    if folder := _FOLDER.fullmatch(pattern):  # what is written for sections: no need of a pattern's machinery
        start = f"{folder[1]}/"
        return lambda uri: _path(uri).startswith(start)
    import pathspec

    spec = pathspec.GitIgnoreSpec.from_lines([pattern])
    return lambda uri: bool(spec.match_file(_path(uri)))


def section_pattern(uri: str, section: str) -> str:
    """The pattern of a page's section: ``build/world/2026/a.html`` in ``world`` is ``build/world/**``.

    A page of no section stands for the pages beside it, never for those in folders below.
    """
    parts = _SPECIAL.sub(r"\\\g<0>", _path(uri)).split("/")
    escaped = _SPECIAL.sub(r"\\\g<0>", section)
    if escaped and escaped in parts[:-1]:
        return "/".join((*parts[: parts.index(escaped) + 1], "**"))
    ending = PurePosixPath(parts[-1]).suffix
    return "/".join((*(parts[:-1] or [""]), f"*{ending}" if ending else parts[-1]))


def _path(uri: str) -> str:
    return (uri.partition("://")[2] or uri).lstrip("/")
