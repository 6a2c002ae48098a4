"""How true the rules about teasers and repetition are, and what they cost.

    python benchmarks/accuracy.py newsroom --corpus ../shared/corpus        # among the newsroom's tables
    python benchmarks/teasers.py --corpus ../shared/corpus --errors         # alone, with every finding

``teasers.tsv`` holds pages that were read by hand for their repetition; a line that stands twice by mistake is marked
DEFECT there. Every other news page of the corpus counts as healthy, so what is found on it counts as a false alarm
until someone has read it: ``--errors`` lists them for that.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import Any

import lxml.html

from layoutcheck.core.document import Document
from layoutcheck.core.finding import Place
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.teaser.finder import as_found, find_teasers
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse
from layoutcheck.pipeline import worded

RULES = (
    "duplicate_teaser",
    "repeated_headline",
    "duplicate_paragraph",
    "duplicate_body",
    "redundant_alt",
    "lost_punctuation",
)
#: Rules whose findings are a note on healthy pages and not listed.
NOTES = frozenset(("redundant_alt", "lost_punctuation"))
MEASURED = "duplicate_teaser"


@dataclass
class Measured:
    """What was found on the pages, and how long it took, in seconds."""

    pages: int = 0
    teasers: int = 0
    with_teasers: int = 0
    found: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))


def table(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file without quoting."""
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def unpack(corpus: Path, pages: Path | None) -> Path:
    """The folder with the pages: as given, beside the corpus, or unpacked once into the temporary folder."""
    target = Path(tempfile.gettempdir()) / "corpus"
    for folder in (pages, corpus / "pages", target / "pages"):
        if folder is not None and folder.is_dir():
            return folder
    with tarfile.open(corpus / "pages.tar.xz") as archive:
        archive.extractall(target, filter="data")
    return target / "pages"


def measure(ids: list[str], pages: Path) -> Measured:
    """Run the rules over the pages, one after the other."""
    rules = {name: importlib.import_module(f"layoutcheck.rules.{name}") for name in RULES}
    result = Measured()
    for page_id in ids:
        body = (pages / f"{page_id}.html").read_bytes()
        begin = process_time()
        lxml.html.fromstring(body)
        result.seconds["lxml parse"] += process_time() - begin
        begin = process_time()
        page = parse(Document(page_id, body))
        result.seconds["our parse"] += process_time() - begin
        read_article(page).headline  # noqa: B018  another room's work, done by then and not to be counted here
        begin = process_time()
        as_found(page)
        result.seconds["teasers"] += process_time() - begin
        result.pages += 1
        result.teasers += len(find_teasers(page))
        result.with_teasers += bool(find_teasers(page))
        for name, module in rules.items():
            begin = process_time()
            hits = list(module.check(page, module.rule.options()))
            result.seconds[name] += process_time() - begin
            if hits:
                result.found[name][page_id] = [told(page, module, hit) for hit in hits]
    return result


def told(page: Page, module: Any, hit: Any) -> str:
    """A hit as a person reads it: both places, the words."""
    place, other = page.place(hit.at), page.place(hit.also[0]) if hit.also else None
    words = worded(module.rule.message(hit.message).text, hit.data)
    return f"{spot(place)}{f' (first {spot(other)})' if other else ''} {words}"


def spot(place: Place) -> str:
    """Line and column."""
    return f"{place.line}:{place.column}"


def show(result: Measured, labels: dict[str, dict[str, str]], *, errors: bool) -> None:
    """Print the tables."""
    print(f"{result.pages} news pages, teasers on {result.with_teasers}, {result.teasers} in all")
    print(f"\n{'rule':<22}{'pages':>7}{'findings':>10}{'x lxml':>9}")
    yardstick = result.seconds["lxml parse"] or 1.0
    for name in ("our parse", "teasers"):
        print(f"{name:<22}{'':>17}{result.seconds[name] / yardstick:>9.3f}")
    for name in RULES:
        found = result.found[name]
        count = sum(map(len, found.values()))
        print(f"{name:<22}{len(found):>7}{count:>10}{result.seconds[name] / yardstick:>9.3f}")
    defects = {page_id for page_id, row in labels.items() if row["same_line_twice_in_block"] == "DEFECT"}
    flagged = set(result.found[MEASURED])
    print(f"\nDEFECT pages found: {len(defects & flagged)} of {len(defects)}")
    print(f"{MEASURED} on other pages: {len(flagged - defects)} of {result.pages - len(defects)}", end="")
    print(f", among them {len((flagged - defects) & set(labels))} that were read by hand")
    if errors:
        for missed in sorted(defects - flagged):
            print(f"missed: {missed} {labels[missed]['note']}")
        for name in RULES:
            for page_id, lines in [] if name in NOTES else sorted(result.found[name].items()):
                mark = "DEFECT " if page_id in defects else ""
                print(f"\n{name} {mark}{page_id} {labels.get(page_id, {}).get('note', '')}")
                print("".join(f"    {line}\n" for line in lines[:4]), end="")


def main(argv: list[str]) -> int:
    """Print what was found and what it cost."""
    parser = argparse.ArgumentParser(prog="teasers.py", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="the corpus folder")
    parser.add_argument("--pages", type=Path, help="its unpacked pages")
    parser.add_argument("--errors", action="store_true", help="list what was found and missed")
    options = parser.parse_args(argv)
    labels = {row["id"]: row for row in table(options.corpus / "teasers.tsv")}
    kinds = {row["id"]: row["kind"] for row in table(options.corpus / "manifest.tsv")}
    ids = [page_id for page_id, kind in kinds.items() if kind == "news-article"]
    show(measure(ids, unpack(options.corpus, options.pages)), labels, errors=options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
