"""What a check costs, beside what lxml needs to parse the same bytes in the same run.

    python benchmarks/speed.py --corpus FOLDER                   # costs, phases, rules, processes, start-up
    python benchmarks/speed.py --corpus FOLDER --parts costs     # one of them
    python benchmarks/speed.py --corpus FOLDER --profile         # where Python spends it, function by function
    python benchmarks/speed.py --corpus FOLDER --memory 1000,10000,100000

FOLDER holds pages, or the corpus's ``pages.tar.xz``. Candidates take turns page by page, so that a busy machine harms
all alike; a figure is the sum over the pages of each page's fastest round, a ratio is to the bare parse of the same
bytes. Times are CPU time where nothing else is said.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, process_time_ns

from lxml import etree

from layoutcheck.config import ActiveRule, Settings, load_settings
from layoutcheck.core import stopwatch
from layoutcheck.core.document import Document
from layoutcheck.core.severity import Severity
from layoutcheck.core.site import Pattern
from layoutcheck.core.tally import Tally
from layoutcheck.model.judge import check_demands
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse
from layoutcheck.pipeline import RunOptions, check_page, read_page
from layoutcheck.runner.aside import Aside
from layoutcheck.runner.limits import count_cores
from layoutcheck.runner.pool import check_all
from layoutcheck.runner.timings import Timings
from layoutcheck.runner.worker import settle
from layoutcheck.sources.files import find_pages, read
from layoutcheck.sources.page_ref import PageRef

DEFAULT_CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
#: As workers check: a process of their own need not look first for what crashes the parser (see parse/nesting.py).
OPTIONS = RunOptions(now="2026-11-24T00:00:00+00:00", sheltered=True)
PARTS = ("costs", "phases", "rules", "patterns", "processes", "start-up")
#: A page as small as a hand-written one, for start-up.
SMALL = "<!doctype html><html lang=en><title>A</title><article><h1>Harbour opens again</h1><p>It did.</article>"


def main() -> None:
    """Run the parts of the benchmark that are asked for."""
    asked = _arguments()
    if asked.measure_memory:
        measure_memory(asked.corpus, asked.measure_memory, asked.workers)
        return
    with tempfile.TemporaryDirectory() as scratch:
        corpus = unpack(asked.corpus, Path(scratch))
        refs = sample(list(find_pages([str(corpus)])), asked.pages)
        settings = load_settings(None)
        documents = [read(ref) for ref in refs]
        size = sum(len(document.body) for document in documents)
        print(f"{len(documents)} pages, {size / 1e6:.1f} MB, mean {size / len(documents) / 1e3:.0f} kB\n")
        if asked.profile:
            profile(documents, settings)
            return
        if "costs" in asked.parts:
            costs(documents, settings, asked.rounds)
        if "phases" in asked.parts:
            phases(documents, settings)
        if "rules" in asked.parts:
            rules(documents, settings, asked.rounds)
        if "patterns" in asked.parts:
            own_patterns(documents, settings, asked.rounds)
        if "processes" in asked.parts:
            processes(refs, settings, asked.rounds)
        if "start-up" in asked.parts:
            start_up(asked.rounds)
        if asked.memory:
            memory(corpus, asked.memory, asked.workers)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=DEFAULT_CORPUS)
    parser.add_argument("--pages", type=int, default=150, help="how many pages, evenly taken (0: all)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--parts", type=_parts, help=f"any of {','.join(PARTS)}; all of them, if --memory is not asked for"
    )
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--profile", action="store_true", help="print a profile of the whole check instead")
    parser.add_argument("--memory", type=_counts, default=(), help="page counts, such as 1000,10000,100000")
    parser.add_argument("--measure-memory", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.parts is None:
        asked.parts = () if asked.memory else PARTS
    return asked


def _parts(text: str) -> tuple[str, ...]:
    parts = tuple(text.split(","))
    if unknown := set(parts) - set(PARTS):
        raise argparse.ArgumentTypeError(f"no part: {', '.join(sorted(unknown))}")
    return parts


def _counts(text: str) -> tuple[int, ...]:
    return tuple(int(count) for count in text.split(","))


def unpack(corpus: Path, scratch: Path) -> Path:
    """The folder of pages: the corpus itself, or what its archive holds."""
    archive = corpus / "pages.tar.xz" if corpus.is_dir() else corpus
    if not archive.is_file():
        return corpus
    with tarfile.open(archive) as packed:
        packed.extractall(scratch, filter="data")
    return scratch


def sample(refs: Sequence[PageRef], count: int) -> list[PageRef]:
    """So many pages, evenly taken over all."""
    if not count or count >= len(refs):
        return list(refs)
    step = len(refs) / count
    return [refs[int(index * step)] for index in range(count)]


def costs(documents: Sequence[Document], settings: Settings, rounds: int) -> None:
    """The parts of a check and the whole, each beside the bare parse."""

    def bare(document: Document) -> None:
        etree.fromstring(document.body, etree.HTMLParser())

    def extracted(document: Document) -> None:
        read_page(document, settings.for_page(document.uri), sheltered=True)[0].forget()

    def checked(document: Document) -> None:
        check_page(document, settings.for_page(document.uri), options=OPTIONS)

    found = fastest({"bare lxml parse": bare, "our parse": partial(parse, sheltered=True), "parse and extract": extracted,
                     "whole check": checked}, documents, rounds)  # fmt: skip
    print(f"{'':24} {'µs/page':>9} {'ratio':>7} {'pages/s':>9}")
    for name, seconds in found.items():
        each = seconds / len(documents)
        print(f"{name:24} {each * 1e6:9.0f} {seconds / found['bare lxml parse']:7.2f} {1 / each:9.0f}")
    print()


def own_patterns(documents: Sequence[Document], settings: Settings, rounds: int) -> None:
    """What patterns of the user's cost on top of a check: few and many that match nowhere, and one that does everywhere."""
    words = [f"{first}-{second}" for first in "crane barge quay".split() for second in "abcdefghijklmnopqr"]
    many = [Pattern(word, rf"\b{word}\d+", (), Severity.WARNING, "", "") for word in words]
    chosen = {
        "none": [], "one": many[:1], "one, in texts": [replace(many[0], where=("text",))], "five": many[:5], "fifty": many[:50],
        "one that matches everywhere": [Pattern("words", r"\w+", (), Severity.INFO, "", "")],
    }  # fmt: skip

    def bare(document: Document) -> None:
        etree.fromstring(document.body, etree.HTMLParser())

    def check(patterns: list[Pattern], document: Document) -> None:
        own = replace(settings, patterns=tuple(patterns))
        check_page(document, own.for_page(document.uri), options=OPTIONS)

    # What comes behind lxml finds the processor's caches full of its tree, so that has a round of its own.
    candidates: dict[str, Callable[[Document], object]] = {"bare lxml parse": bare, "": partial(check, [])}
    candidates |= {name: partial(check, patterns) for name, patterns in chosen.items()}
    found = fastest(candidates, documents, rounds)
    print(f"{'patterns':28} {'µs/page':>9} {'ratio':>7}")
    for name in chosen:
        more = found[name] - found["none"]
        print(f"{name:28} {more / len(documents) * 1e6:9.0f} {more / found['bare lxml parse']:7.2f}")
    print()


def fastest(
    candidates: dict[str, Callable[[Document], object]], documents: Sequence[Document], rounds: int
) -> dict[str, float]:
    """CPU seconds of each candidate over all documents: of each document the fastest of so many rounds."""
    found = dict.fromkeys(candidates, 0.0)
    gc.collect()
    settle()
    for document in documents:
        best = dict.fromkeys(candidates, 1e9)
        for _ in range(rounds):
            for name, run in candidates.items():
                begun = process_time()
                run(document)
                best[name] = min(best[name], process_time() - begun)
        for name, seconds in best.items():
            found[name] += seconds
    gc.unfreeze()
    return found


def phases(documents: Sequence[Document], settings: Settings) -> None:
    """Where the time of a whole check goes: the table of ``--timings``, with bars."""
    timings = Timings()
    for document in documents:
        stopwatch.start(process_time)
        check_page(document, settings.for_page(document.uri), options=OPTIONS)
    timings.add(stopwatch.take())
    stopwatch.stop()
    for line in timings.table(len(documents)):
        share = line[10:16].strip().removesuffix("%")
        bar = "█" * round(float(share) / 2) if share.replace(".", "").isdigit() else ""
        print(f"{line:64} {bar}".rstrip())
    print()


def rules(documents: Sequence[Document], settings: Settings, rounds: int) -> None:
    """Each rule on pages that are extracted already: the first time, and again, when what rules share is there."""
    first: Counter[str] = Counter()
    again: Counter[str] = Counter()
    bare = 0
    for document in documents:
        chosen = settings.for_page(document.uri)
        bare += min(_nanoseconds(partial(etree.fromstring, document.body, etree.HTMLParser())) for _ in range(rounds))
        page, schema, extraction = read_page(document, chosen, sheltered=True)
        page.demands = check_demands(page, schema, extraction)
        for counted in (first, again):
            for active in chosen.rules:
                counted[active.loaded.id] += _nanoseconds(partial(_exhaust, active, page))
        page.forget()
    leaks = first.most_common(1)[0][0]
    print(f"{'rules':32} {'first':>7} {'again':>7} µs/page, ratio of the first")
    for rule_id, spent in first.most_common():
        print(f"{rule_id:32} {spent / len(documents) / 1e3:7.1f} {again[rule_id] / len(documents) / 1e3:7.1f}"
              f" {spent / bare:8.4f}")  # fmt: skip
    rest = sum(spent for rule_id, spent in first.items() if rule_id != leaks)
    print(f"{f'all but {leaks}':32} {rest / len(documents) / 1e3:7.1f} {rest / bare:16.4f}\n")


def _exhaust(active: ActiveRule, page: Page) -> None:
    deque(active.loaded.check(page, active.options), 0)


def _nanoseconds(run: Callable[[], object]) -> int:
    begun = process_time_ns()
    run()
    return process_time_ns() - begun


def processes(refs: Sequence[PageRef], settings: Settings, rounds: int) -> None:
    """The whole run on one worker and on all cores, by the clock, pages read from disk."""
    cores = count_cores()
    found: dict[int, list[float]] = {}
    many = list(islice(cycle(refs), max(len(refs), 600)))
    for number in range(rounds + 1):
        for workers in dict.fromkeys((1, cores)):
            begun = perf_counter()
            failures = sum(len(report.failures) for report in check_all(many, settings, OPTIONS, workers=workers))
            if number:
                found.setdefault(workers, []).append(perf_counter() - begun)
    for workers, times in found.items():
        gain = median(one / own for one, own in zip(found[1], times, strict=True))
        rate = len(many) / median(times)
        print(f"{workers} workers: {rate:7.0f} pages/s by the clock, {gain:.2f} times one; {failures} failures")
    print()


def start_up(rounds: int) -> None:
    """Process time of the command: user and system, all its processes."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(SMALL, encoding="utf-8")
        for arguments in (["--version"], ["--help"], ["check", "--help"], ["check", "--no-config", str(page)]):
            _spawn(arguments, folder)
            cpu, wall = zip(*(_spawn(arguments, folder) for _ in range(max(rounds, 3))), strict=True)
            name = " ".join(arguments).replace(str(page), "page.html")
            print(f"layoutcheck {name:32} {median(cpu) * 1e3:6.0f} ms CPU, {median(wall) * 1e3:6.0f} by the clock")
    print()


def _spawn(arguments: Iterable[str], folder: str) -> tuple[float, float]:
    # As installed: with compiled modules, whatever the environment of this benchmark says.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["PYTHONPYCACHEPREFIX"] = folder
    begun, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "layoutcheck", *arguments], stdout=subprocess.DEVNULL, check=False,
                   env=environment)  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, perf_counter() - begun


def memory(corpus: Path, counts: Iterable[int], workers: int) -> None:
    """Peak memory of the parent and of its largest worker over more and more pages, each count in its own process."""
    for count in counts:
        command = [sys.executable, __file__, "--corpus", str(corpus), "--measure-memory", str(count)]
        subprocess.run([*command, "--workers", str(workers)], check=True)


def measure_memory(corpus: Path, count: int, workers: int) -> None:
    """Check so many pages, the corpus repeated, and print the peaks; the repeated pages are told apart by name.

    The parent counts the reports and puts aside what rules gather, as it does in a run.
    """
    refs = list(find_pages([str(corpus)]))

    def repeated() -> Iterator[PageRef]:
        for number, ref in enumerate(islice(cycle(refs), count)):
            yield PageRef(f"{number // len(refs)}/{ref.uri}", ref.path, ref.media_type, ref.charset, ref.section)

    begun, found = perf_counter(), 0
    tally, gathered = Tally(), Aside()
    for report in check_all(repeated(), load_settings(None), OPTIONS, workers=workers):
        found += len(report.findings)
        tally.add(report)
        gathered.append((report.uri, report.facts))
    seconds = perf_counter() - begun
    parent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{count:7} pages: peak {worker:6.1f} MB in the largest worker, {parent:6.1f} MB in the parent; "
        f"{count / seconds:6.0f} pages/s, {found} findings"
    )


def profile(documents: Sequence[Document], settings: Settings) -> None:
    """Where Python spends the time of the whole check; the profiler itself makes calls dear."""
    import cProfile
    import pstats

    for document in documents[:20]:
        check_page(document, settings.for_page(document.uri), options=OPTIONS)
    profiler = cProfile.Profile()
    profiler.enable()
    for document in documents:
        check_page(document, settings.for_page(document.uri), options=OPTIONS)
    profiler.disable()
    told = pstats.Stats(profiler)
    told.strip_dirs().sort_stats("tottime").print_stats(45)
    told.sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
