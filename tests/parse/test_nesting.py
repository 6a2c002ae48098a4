"""Tables too deep for the parser: the process survives, and ordinary pages are not refused."""

from __future__ import annotations

import subprocess
import sys

import pytest

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.parse import nesting
from layoutcheck.parse.nesting import DEEPEST, has_table_too_deep
from layoutcheck.parse.parser import parse

#: What makes the parser close all that is open and then look for what contains it, when no cell can be opened.
TAIL = b"<td></tbody><a><div><a>"
#: Each opens more than the parser's 512 elements.
DEEP = {
    "divisions": b"<div>" * 507 + b"<table>",
    "tables": b"<p><div><span>" + b"<table><td>" * 127 + b"</td>",
    "capitals": b"<DIV>" * 507 + b"<TABLE>",
    "closed again": b"<p><i></i></p>" * 300 + b"</div>" * 300 + b"<div>" * 505 + b"<table>",
    "list items in definitions": b"<li><dd>" * 600 + b"<table>",
    "templates": b"<template>" * 508,
    "formatting that comes back": b"".join(b"<b id=%d>" % n for n in range(300)) + b"<p></b><div>" * 300 + b"<table>",
}

#: Parses each page that the guard lets pass; prints how many it did not.
PROGRAM = """
import sys
from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.parse.parser import parse

refused = 0
for line in sys.stdin.buffer.read().splitlines():
    try:
        parse(Document("page.html", line, "text/html", None))
    except PageError:
        refused += 1
print(refused)
"""


def test_no_deep_table_crashes_the_process() -> None:
    pages = [deep + TAIL for deep in DEEP.values()]
    pages += [b"<div>" * depth + b"<table>" + TAIL for depth in range(470, 515)]
    pages += [b"<section><ul><li>" * 90 + b"<table><td>" * count + TAIL for count in range(55, 70)]
    ran = subprocess.run([sys.executable, "-c", PROGRAM], input=b"\n".join(pages), capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert len(DEEP) < int(ran.stdout) < len(pages)


@pytest.mark.parametrize("name", DEEP)
def test_a_page_with_a_table_too_deep_is_refused(name: str) -> None:
    with pytest.raises(PageError, match=f"nests a table in more than {DEEPEST} elements"):
        parse(Document("page.html", DEEP[name] + TAIL, "text/html", None))


def test_a_deep_table_in_two_byte_characters_is_refused() -> None:
    page = ("<div>" * 507 + "<table><td></tbody>").encode("utf-16")
    assert has_table_too_deep(page)


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 5000,
        b"<div>" * 300 + b"<table><tr><td>x</table>" * 50,
        (b"<div>" * 300 + b"<table><tr><td>x</table>" + b"</div>" * 300) * 9,
        b"<ul>" + b"<li>a <p>b" * 3000 + b"</ul><table><tr><td>c</table>",
        b"<table>" + b"<tr><td>a<td>b" * 3000 + b"</table><table><tr><td>c</table>",
        b"<p><b>x" * 1000 + b"<table><tr><td>x</table>",
        b"<svg>" + b"<path/>" * 3000 + b"</svg><table><tr><td>x</table>" * 3,
        (b"<p>" * 30 + b"<a name=x>" * 9 + b"<template><p>x</template><table><tr><td>y</table>") * 300,
    ],
    ids=["no table", "deep", "deep often", "items", "rows", "formatting", "pictures", "paragraphs"],
)
def test_pages_that_the_parser_bears_are_not_refused(page: bytes) -> None:
    assert not has_table_too_deep(page)
    assert parse(Document("page.html", page, "text/html", None)).body is not None


def test_the_parser_is_asked_about_a_page_a_few_times_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(nesting, "_depth", lambda body: asked.append(len(body)) or 1)
    assert has_table_too_deep((b"<i>" * 300 + b"<table></table>") * 100)
    assert len(asked) < 40


def test_a_sheltered_process_does_not_look() -> None:
    page = b"<div>" * (DEEPEST + 5) + b"<table><tr><td>x</td></tr></table>"
    with pytest.raises(PageError):
        parse(Document("page.html", page, "text/html", None))
    assert parse(Document("page.html", page, "text/html", None), sheltered=True).tree.select_one("td") is not None
