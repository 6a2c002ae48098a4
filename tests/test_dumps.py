"""Sample pages as w3m, lynx, html2text, inscriptis and a browser's ``innerText`` dump them: blocks, and what is found.

The dumps in ``tests/dumps`` were written by those tools from ``samples/pages``; ``innertext`` is Chromium's,
``inscriptis-links`` inscriptis with its options for links and pictures.
"""

from pathlib import Path

import pytest

from layoutcheck.api import check
from layoutcheck.core.document import Document
from layoutcheck.parse.parser import parse

DUMPS = sorted((Path(__file__).parent / "dumps").glob("*.txt"))


def blocks(file: Path) -> list[str]:
    page = parse(Document(file.name, file.read_bytes(), "text/plain"))
    told = []
    for block in page.blocks:
        place = page.place(block.spot())
        told.append(f"{place.line}:{place.column}-{place.end_line}:{place.end_column} {block.tag} {block.text[:80]}")
    return told


def findings(file: Path) -> list[str]:
    (report,) = check(file, schema="wire-story")
    assert not report.failures
    told = []
    for finding in report.findings:
        also = "".join(f" also {place.line}:{place.column}" for place in finding.also)
        told.append(f"{finding.place.line}:{finding.place.column} {finding.rule} {finding.text}{also}")
    return told


@pytest.mark.parametrize("file", DUMPS, ids=lambda file: file.stem)
def test_a_dump_gives_the_blocks_and_findings_of_its_page(file: Path, file_regression) -> None:
    file_regression.check("\n".join([*blocks(file), "", *findings(file), ""]), encoding="utf-8", basename=file.stem)


@pytest.mark.parametrize("file", [file for file in DUMPS if "ferry" in file.name], ids=lambda file: file.stem)
def test_every_dump_shows_the_faults_of_the_ferry_page(file: Path) -> None:
    found = {line.split()[1] for line in findings(file)}
    everywhere = {"machine-value", "malformed-dateline", "placeholder-leak", "repeated-headline"}
    lacking = {"missing-byline", "missing-date"}
    teasers = {"duplicate-teaser", "redundant-alt", "lost-punctuation"}
    assert everywhere | lacking <= found <= everywhere | lacking | teasers
