"""How many datelines are found, and read exactly, on the labelled pages: ``accuracy.py newsroom`` prints it too."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layoutcheck.core.document import Document
from layoutcheck.core.fold import fold
from layoutcheck.newsroom.dateline.finder import find
from layoutcheck.newsroom.found import plain
from layoutcheck.parse.parser import parse


@dataclass(slots=True)
class Score:
    """Counts of one language, or of all."""

    pages: int = 0
    labelled: int = 0
    found: int = 0
    right: int = 0
    exact: int = 0

    def row(self, name: str) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.labelled if self.labelled else 1.0
        exact = self.exact / self.right if self.right else 1.0
        return f"{name:8} {self.pages:6} {self.labelled:9} {self.found:6} {precision:10.3f} {recall:7.3f} {exact:6.3f}"


def labels(corpus: Path) -> Iterable[dict[str, str]]:
    """The rows of ``dateline.tsv``."""
    lines = (corpus / "dateline.tsv").read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(names, [*line.split("\t"), *[""] * len(names)], strict=False))


def read_page(file: Path) -> dict[str, Any]:
    """The dateline that is found on a page; {} for none."""
    page = parse(Document(str(file), file.read_bytes()))
    found = find(page)
    return {**plain(found), "from": found.source} if found else {}


def is_exact(label: dict[str, str], got: dict[str, Any]) -> bool:
    """Whether place, source and date are as labelled, white space and the kind of dash aside."""
    return all(fold(label[name]) == fold(str(got.get(name, ""))) for name in ("place", "source", "date"))


def main(argv: list[str] | None = None) -> int:
    """Print the table; with ``--errors`` each page that is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="the folder of dateline.tsv")
    parser.add_argument("--pages", type=Path, required=True, help="where pages/<id>.html lie")
    parser.add_argument("--errors", action="store_true")
    options, _ = parser.parse_known_args(argv)
    scores: dict[str, Score] = defaultdict(Score)
    for label in labels(options.corpus):
        file = options.pages / f"{label['id']}.html"
        if not file.is_file():
            continue
        got = read_page(file)
        wanted = label["has_dateline"] == "y"
        for score in (scores[label["language"]], scores["all"]):
            score.pages += 1
            score.labelled += wanted
            score.found += bool(got)
            score.right += wanted and bool(got)
            score.exact += wanted and bool(got) and is_exact(label, got)
        if options.errors and (wanted != bool(got) or (wanted and not is_exact(label, got))):
            kind = "missed" if not got else "inexact" if wanted else "false"
            told = {name: label[name] for name in ("dateline", "place", "source", "date", "where")} if wanted else {}
            print(f"{kind:8} {label['id']} {label['language']}: {got} labelled {told} {label['note']}")
    print(f"{'language':8} {'pages':>6} {'datelines':>9} {'found':>6} {'precision':>10} {'recall':>7} {'exact':>6}")
    for name in sorted(scores, key=lambda n: (n == "all", -scores[n].pages)):
        print(scores[name].row(name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
