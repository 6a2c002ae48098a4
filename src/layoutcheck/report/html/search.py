"""All findings as data: for the report's search, in files that a script element loads, and as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from layoutcheck.report.html.record import SEVERITIES, Found
from layoutcheck.report.html.run import Run
from layoutcheck.report.html.safe import csv_cell, cut, shown

#: No file of the report is larger than 1 MB; these are smaller by what a last row may add.
_CHUNK = 900_000
COLUMNS = (
    "page", "section", "line", "column", "severity", "rule", "text", "where", "excerpt", "known", "cause",
    "fingerprint",
)  # fmt: skip


def everything(run: Run) -> Iterator[Found]:
    """Every finding, worst first; within a severity new before known, then as the run told them."""
    ranked = [one for page in run.pages for one in page.found]
    ranked.sort(key=lambda one: (one.known, SEVERITIES.index(one.severity)))
    yield from ranked


def script_safe(value: Any) -> str:
    """JSON that may stand in a script element and in a script file, whatever text is in it."""
    told = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def search_chunks(run: Run) -> Iterator[str]:
    """Calls ``layoutcheck.add(pages, rows)``, each under a megabyte and complete in itself.

    A row is [page, line, column, severity, rule, text, where, excerpt, cause's file, anchor, known]; a page [name,
    section, file].
    """
    told = 0
    pages: dict[str, int] = {}
    told_pages: list[str] = []
    rows: list[str] = []
    size = 0
    for one in everything(run):
        if one.page.file not in pages:
            pages[one.page.file] = len(pages)
            page = script_safe([shown(one.page.name), shown(one.page.section), one.page.file])
            told_pages.append(page)
            size += len(page) + 1
        row = script_safe(
            [
                pages[one.page.file], one.line, one.column, SEVERITIES.index(one.severity), one.rule,
                shown(cut(one.text, 240)), shown(cut(one.where, 80)),
                shown(cut(one.excerpt, 120)), run.root(one).file, one.anchor, int(one.known),
            ]
        )  # fmt: skip
        rows.append(row)
        size += len(row) + 1
        if size > _CHUNK:
            yield _call(told_pages, rows)
            pages, told_pages, rows, size, told = {}, [], [], 0, told + 1
    if rows or not told:
        yield _call(told_pages, rows)


def _call(pages: Iterable[str], rows: Iterable[str]) -> str:
    return "layoutcheck.add([" + ",\n".join(pages) + "],[\n" + ",\n".join(rows) + "]);\n"


def csv_chunks(run: Run) -> Iterator[str]:
    """All findings as CSV files (RFC 4180, with a byte-order mark for spreadsheets), each under a megabyte."""
    head = "\ufeff" + ",".join(COLUMNS) + "\r\n"
    lines: list[str] = []
    size = told = 0
    for one in everything(run):
        values = (
            one.page.name, one.page.section, one.line, one.column, one.severity, one.rule, one.text,
            one.where, one.excerpt, "known" if one.known else "new",
            one.cause, one.fingerprint,
        )  # fmt: skip
        line = ",".join(csv_cell(value) for value in values) + "\r\n"
        lines.append(line)
        size += len(line.encode())
        if size > _CHUNK:
            yield head + "".join(lines)
            lines, size, told = [], 0, told + 1
    if lines or not told:
        yield head + "".join(lines)
