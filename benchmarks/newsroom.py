"""How true the newsroom's reading is, by language: headline, published day, byline names, beside three libraries.

    python benchmarks/accuracy.py newsroom --corpus CORPUS [--rivals-python PYTHON] [--misses headline]

The gold is trusted by provenance (see the corpus's README): headlines that stand on the page and carry no doubts;
dates and bylines of the four sources that people wrote or checked. Two of these (postlight, misinformation-crawler)
give UTC instants, with which a page's local day may differ by one: both days count, for every reader. All readers are
judged by the same functions on the same pages.

Labels that were read on their pages and are wrong stand in ``verdicts/newsroom.tsv`` with what is right ("-" withdraws
a label, nothing means that nobody signs). The tables give both shares: by the labels as they are, and behind a bar by
the corrected ones. ``--half`` keeps the sites of one half, by a hash of the host: what is learnt from the misses of the
one is proved on the other.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import importlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from layoutcheck.core.document import Document
from layoutcheck.core.fold import fold
from layoutcheck.newsroom.article import finder
from layoutcheck.parse.parser import parse

WRITTEN = ("alan-turing-institute/misinformation-crawler", "adbar/trafilatura", "adbar/htmldate", "postlight/parser")
OURS = "layoutcheck"
VERDICTS = Path(__file__).with_name("verdicts") / "newsroom.tsv"
RIVALS = ("trafilatura", "newspaper4k", "htmldate")
_SPLIT = re.compile(r"\s*(?:[,;&|、，\n]|\sand\s|\sund\s|\set\s|\sy\s|\smit\s|\swith\s)\s*", re.IGNORECASE)
_LEAD = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)


@dataclass
class Case:
    """One page with its expectations."""

    id: str
    language: str
    kind: str
    url: str
    gold: dict[str, Any]
    got: dict[str, dict[str, Any]] = field(default_factory=dict)
    #: The expectations once wrong labels are mended.
    right: dict[str, Any] = field(default_factory=dict)
    half: str = ""


def same_headline(gold: str, got: str | None) -> bool:
    """Equal once quotes, dashes, spaces and case are folded."""
    return bool(got) and fold(gold) == fold(str(got))


def same_day(gold: str, got: str | None) -> bool:
    """The same calendar day."""
    return bool(got) and str(got)[:10] == gold[:10]


def near_day(gold: str, got: str | None) -> bool:
    """The same day, or the next one where the gold is a UTC instant while the page says its local day."""
    if same_day(gold, got):
        return True
    if not got or "T" not in gold:
        return False
    import datetime

    try:
        there, here = datetime.date.fromisoformat(gold[:10]), datetime.date.fromisoformat(str(got)[:10])
    except ValueError:
        return False
    return abs((there - here).days) <= 1


def names(byline: str | list[str] | None) -> set[str]:
    """The folded names in a byline, without "By"."""
    said = byline if isinstance(byline, list) else [byline or ""]
    return {
        fold(_LEAD.sub("", part)).strip(" .[]()")
        for each in said
        for part in _SPLIT.split(each.strip())
        if part.strip(" .[]()")
    }


def people(found: set[str]) -> set[str]:
    """The names of two words and more, where there are any: beside people, a single word is a site or an agency."""
    full = {name for name in found if " " in name and not any(char.isdigit() for char in name)}
    return full or found


def same_names(gold: str, got: str | list[str] | None) -> bool:
    """The same set of people."""
    wanted, found = names(gold), names(got)
    return people(wanted) == people(found) if wanted else not found


def load(corpus: Path) -> list[Case]:
    """The pages with gold, each with those expectations that can be trusted."""
    with (corpus / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        manifest = {row["id"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    wrong = read_verdicts()
    found = []
    for line in (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        about = manifest[row["id"]]
        gold = {}
        on_page, doubts = row.get("on_page", {}), row.get("doubts", {})
        if on_page.get("headline") in ("block", "inside") and "headline" not in doubts:
            gold["headline"] = row["headline"]
        written = {name: source.split(":")[0] in WRITTEN for name, source in row.get("provenance", {}).items()}
        if written.get("published") and on_page.get("published") in ("day", "text") and "published" not in doubts:
            gold["published"] = row["published"]
        if written.get("byline") and on_page.get("byline") == "y" and "byline" not in doubts:
            gold["byline"] = row["byline"]
        if written.get("byline") and row["byline"] == "":
            gold["no byline"] = ""
        if gold:
            case = Case(row["id"], about["language"], about["kind"], about["url"], gold)
            case.right = corrected(gold, wrong.get(case.id, {}))
            case.half = half_of(about["host"] or about["site"] or case.id)
            found.append(case)
    return found


def read_verdicts() -> dict[str, dict[str, str]]:
    """The labels that are wrong: page -> field -> what is right."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["page"]][row["field"]] = row["right"]
    return found


def corrected(gold: dict[str, Any], wrong: dict[str, str]) -> dict[str, Any]:
    """The expectations of a page with its wrong labels mended."""
    right = dict(gold)
    for name, said in wrong.items():
        if name not in right:
            continue
        del right[name]
        if name in ("byline", "no byline") and said != "-":
            right["byline" if said else "no byline"] = said
        elif said not in ("-", ""):
            right[name] = said
    return right


def half_of(host: str) -> str:
    """The half of the sites that a host belongs to."""
    return "first" if hashlib.sha256(host.removeprefix("www.").encode()).digest()[0] < 128 else "second"


def read_ours(case: Case, pages: Path) -> None:
    """Our own reading."""
    path = pages / f"{case.id}.html"
    page = parse(Document(case.id, path.read_bytes()))
    found = {kind: finder.find(page, kind) for kind in ("headline", "published", "byline")}
    case.got[OURS] = {kind: part.value if part else None for kind, part in found.items()}
    case.got[OURS]["source"] = {kind: part.source if part else None for kind, part in found.items()}


def read_rivals(cases: list[Case], pages: Path, python: str, cache: Path) -> dict[str, str]:
    """The libraries' readings, from the cache where it has them; returns their versions."""
    asked = "".join(f"{case.id}\t{case.url}\n" for case in cases)
    script = Path(__file__).with_name("rivals.py")
    done = subprocess.run(
        [python, str(script), str(pages), str(cache)], input=asked, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(done.stderr[-400:], file=sys.stderr)
        return {}
    versions: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    for case in cases:
        for tool, version in versions.items():
            kept = cache / f"{tool}-{version}-{hashlib.sha256(case.id.encode()).hexdigest()[:24]}.json"
            case.got[tool] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    return versions


JUDGES: dict[str, Callable[[str, Any], bool]] = {
    "headline": same_headline,
    "published": near_day,
    "byline": same_names,
    "no byline": same_names,
}


def rows(cases: list[Case], what: str, readers: list[str]) -> Iterator[tuple[str, int, dict[str, tuple[float, float]]]]:
    """One row a language (those with fewer than ten pages together), then news, then all: two shares a reader."""
    judged: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if what in case.gold or what in case.right:
            judged[case.language].append(case)
    groups: dict[str, list[Case]] = defaultdict(list)
    for language, group in judged.items():
        groups[language if len(group) >= 10 else "others"] += group
    ordered = sorted(groups.items(), key=lambda pair: (pair[0] == "others", -len(pair[1])))
    news = [case for group in judged.values() for case in group if case.kind == "news-article"]
    every = [case for group in judged.values() for case in group]
    for name, group in [*ordered, ("news", news), ("all", every)]:
        count = sum(what in case.gold for case in group)
        yield name, count, {reader: (share(group, what, reader, "gold"), share(group, what, reader, "right"))
                            for reader in readers}  # fmt: skip


def share(cases: list[Case], what: str, reader: str, labels: str) -> float:
    """How many of the pages a reader reads as the labels have it."""
    key = "byline" if what == "no byline" else what
    asked = [(getattr(case, labels)[what], case) for case in cases if what in getattr(case, labels)]
    right = sum(JUDGES[what](wanted, case.got.get(reader, {}).get(key)) for wanted, case in asked)
    return right / max(len(asked), 1)


def show(cases: list[Case], readers: list[str], misses: str | None) -> None:
    """Print the tables, and the pages that we read otherwise than the corrected gold."""
    for what in JUDGES:
        able = [reader for reader in readers if reader != "htmldate" or what == "published"]
        print(f"\n{what:<12}{'pages':>7}" + "".join(f"{reader:>16}" for reader in able))
        for name, count, shares in rows(cases, what, able):
            said = "".join(f"{f'{shares[reader][0]:.3f} | {shares[reader][1]:.3f}':>16}" for reader in able)
            print(f"  {name:<10}{count:>7}{said}")
    if misses:
        key = "byline" if misses == "no byline" else misses
        for case in cases:
            if misses in case.right and not JUDGES[misses](case.right[misses], case.got[OURS][key]):
                others = {tool: case.got[tool].get(key) for tool in RIVALS if tool in case.got}
                right = [t for t, v in others.items() if JUDGES[misses](case.right[misses], v)]
                print(f"{case.id} [{case.language} {case.kind}] gold={case.right[misses]!r} "
                      f"ours={case.got[OURS][key]!r} ({case.got[OURS]['source'][key]}) right: {' '.join(right)}")  # fmt: skip


def unpack(corpus: Path, pages: Path | None) -> Path:
    """The folder with the pages: as given, beside the corpus, or unpacked once into the temporary folder."""
    for folder in (pages, corpus / "pages", Path(tempfile.gettempdir()) / "corpus" / "pages"):
        if folder is not None and folder.is_dir():
            return folder
    target = Path(tempfile.gettempdir()) / "corpus"
    with tarfile.open(corpus / "pages.tar.xz") as archive:
        archive.extractall(target, filter="data")
    return target / "pages"


def main(argv: list[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="accuracy.py newsroom", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="the corpus folder")
    parser.add_argument("--pages", type=Path, help="its unpacked pages")
    parser.add_argument("--rivals-python", default=sys.executable, help="an interpreter that has the three libraries")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "layoutcheck-rivals")
    parser.add_argument("--no-rivals", action="store_true", help="our own reading only")
    parser.add_argument("--misses", choices=list(JUDGES), help="list the pages that we read otherwise than the gold")
    parser.add_argument("--half", choices=["first", "second"], help="one half of the sites only")
    options = parser.parse_args(argv)
    pages = unpack(options.corpus, options.pages)
    cases = [case for case in load(options.corpus) if options.half in (None, case.half)]
    for case in cases:
        read_ours(case, pages)
    readers = [OURS]
    if not options.no_rivals:
        versions = read_rivals(cases, pages, options.rivals_python, options.cache)
        readers += list(versions)
        print("beside " + ", ".join(f"{tool} {version}" for tool, version in versions.items()))
    show(cases, readers, options.misses)
    for name in ("datelines", "teasers"):
        try:
            other = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        print(f"\n== {name}")
        other.main(["--corpus", str(options.corpus), "--pages", str(pages)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
