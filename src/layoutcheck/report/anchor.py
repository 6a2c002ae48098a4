"""Where in the repository a finding is shown: at the page, at the template, or at the schema that demanded it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from layoutcheck.core.finding import Finding
from layoutcheck.report.context import ReportContext
from layoutcheck.report.path_mapping import is_address

_FILE_LINE = re.compile(r"(.+?)(?::(\d{1,9}))?(?::(\d{1,9}))?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a file of the repository; ``kind`` is ``page``, ``template`` or ``schema``.

    Columns are 0 where only lines are known. They count code points, as everywhere; ``end_column`` is exclusive.
    """

    kind: str
    path: str
    line: int
    column: int = 0
    end_line: int = 0
    end_column: int = 0


def anchor(finding: Finding, uri: str, context: ReportContext) -> Anchor:
    """The page when it is in the checkout, else the template that the finding names, else the schema's line.

    Where there is none of these, the page all the same: platforms then say that they cannot show the file.
    """
    if not _in_checkout(uri, context):
        for kind in ("template", "schema"):
            told = _file_line(finding.data.get(kind))
            if told is None:
                continue
            path, line, column = told
            inside = _in_checkout(path, context)
            if inside or kind == "template":  # a template that is not there may be named from the repository's root
                path = _relative(path, context) if inside else path
                return Anchor(kind, path, line, column, line, column + 1 if column else 0)
    place = finding.place
    return Anchor(
        "page", page_path(place.uri or uri, context), place.line, place.column, place.end_line, place.end_column
    )


def page_path(uri: str, context: ReportContext) -> str:
    """A page's path as platforms want it: mapped, and from the checkout's root where it lies below it."""
    path = context.paths.path(uri)
    return path if uri == "-" or is_address(uri) else _relative(path, context)


def _in_checkout(uri: str, context: ReportContext) -> bool:
    return uri != "-" and not is_address(uri) and context.in_checkout(uri.removeprefix("./"))


def _relative(path: str, context: ReportContext) -> str:
    """A path from the checkout's root, where it lies below it."""
    base = context.base.rstrip("/") + "/"
    if context.base and path.startswith(base):
        return path[len(base) :]
    path = path.removeprefix("./")
    if not context.below or context.paths.prefix or path.startswith("/") or path[1:2] == ":" or is_address(path):
        return path
    return posixpath.normpath(f"{context.below}/{path}")


def _file_line(told: object) -> tuple[str, int, int] | None:
    """``templates/card.html:12`` in its parts."""
    if not isinstance(told, str) or not (match := _FILE_LINE.match(told)):
        return None
    return match[1], max(1, int(match[2] or 1)), int(match[3] or 0)
