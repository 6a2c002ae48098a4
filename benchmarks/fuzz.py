"""Break pages in all ways we can think of and see that the check stands.

    python benchmarks/fuzz.py --corpus FOLDER --count 200000
    python benchmarks/fuzz.py --seconds 60 --seed 7
    python benchmarks/fuzz.py --only 12345 --save bad.html     # one mutant again, written down

Mutants are made in the worker from a number (seed and ordinal), so that every one can be made again. Each is checked as
users check pages: in worker processes with a time limit. Told are crashes, hangs, failures that are our mistake,
findings whose place lies outside the source or whose excerpt is not what stands there, and which mutants took longest.
Mutants of small pages (``--largest 30000``) break as well as large ones and are many more in the same time.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import count as naturals
from itertools import takewhile
from pathlib import Path
from random import Random
from time import monotonic, process_time

from layoutcheck.config import Settings, load_settings
from layoutcheck.core.document import Document
from layoutcheck.core.finding import PageReport, Place
from layoutcheck.parse.parser import parse
from layoutcheck.pipeline import RunOptions, check_page
from layoutcheck.runner.limits import count_cores
from layoutcheck.runner.supervisor import Loss, Supervisor
from layoutcheck.sources.files import find_pages

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = RunOptions(now="2026-11-24T00:00:00+00:00", outline=True)
#: Pages of so many bytes are not mutated.
LARGEST = 400_000
#: So many of the mutants that took longest are told.
SLOWEST = 8
#: What mutants borrow: what breaks parsers, positions and scanners.
MORSELS = (
    *rb"""<
>
&
"
'
<!--
-->
--!>
<![CDATA[
]]>
<?xml
</
<p
<a href=
<script>
</script>
<style>
<title>
<textarea>
<plaintext>
<template>
</template>
<svg>
<math>
<table>
<tr>
<td>
<select>
<noscript>
</body>
</html>
<frameset>
<br/>
<b><i></b></i>
<h1>
</h1>
<meta charset=utf-16>
<meta charset=shift_jis>
<script type="application/ld+json">{"@type":
"datePublished":"
\u0000
\ud800
<base href='x:'>
<a href=javascript:>
 alt="
 class='headline'
{{
}}
{%
%}
<%=
%>
${
@Model.
[object Object]
undefined
NaN
{{ title }}
&lt;%
&#123;&#123;
&#x7b;
&notit;
&#0;
&#1114112;
&amp;amp;
%s
%1$s
__MISSING__
01/01/0001
1970-01-01T00:00:00Z
9999-99-99
PARIS (AP) - """.split(b"\n"),
    b"\0", b"\r", b"\r\n", b"\n", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80",
    b"\xe2\x80\x8b", b"\xe2\x80\xae", b"9" * 5_000, b'{"wordCount": ' + b"9" * 5_000,
    b"\xf0\x9f\x98\x80", b"\xcc\x81" * 40,
)  # fmt: skip
ENCODINGS = ("utf-16-le", "utf-16-be", "utf-8-sig", "cp1254", "shift_jis", "gb18030", "koi8-r", "utf-7", "utf-32")


@dataclass(frozen=True)
class Outcome:
    """What became of one mutant; small enough to be sent back."""

    number: int
    findings: int
    faults: tuple[str, ...]
    #: CPU time of the check.
    seconds: float = 0.0


def mutate(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """``body`` after one to six mutations."""
    mutations = (
        _cut, _insert, _flip, _repeat, _swap, _splice, _truncate, _nest, _giant_attribute, _many_attributes, _recode,
        _strip_ends,
    )  # fmt: skip
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 6))):
        body = random.choice(mutations)(body, others, random)
    return body


def _span(body: bytes, random: Random, most: int = 400) -> tuple[int, int]:
    start = random.randrange(len(body) + 1)
    return start, min(len(body), start + random.randrange(1, most))


def _cut(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    start, end = _span(body, random, 3000)
    return body[:start] + body[end:]


def _insert(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    for _ in range(random.randrange(1, 12)):
        at = random.randrange(len(body) + 1)
        body = body[:at] + random.choice(MORSELS) + body[at:]
    return body


def _flip(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    flipped = bytearray(body)
    for _ in range(random.randrange(1, 60) if body else 0):
        flipped[random.randrange(len(flipped))] = random.randrange(256)
    return bytes(flipped)


def _repeat(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    start, end = _span(body, random)
    return body[:end] + body[start:end] * random.choice((1, 2, 3, 10, 100)) + body[end:]


def _swap(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    (a, b), (c, d) = sorted((_span(body, random, 2000), _span(body, random, 2000)))
    return body if c < b else body[:a] + body[c:d] + body[b:c] + body[a:b] + body[d:]


def _splice(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(others)
    (a, b), (c, d) = _span(body, random, 5000), _span(other, random, 5000)
    return body[:a] + other[c:d] + body[b:]


def _truncate(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    return body[: random.randrange(len(body) + 1)]


def _nest(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    at = random.randrange(len(body) + 1)
    tag = random.choice(
        (b"<div>", b"<b>", b"<table><td>", b"<ul><li>", b"<a href=x>", b"<svg>", b"<template>", b"<article>", b"<h1>")
    )
    return body[:at] + tag * random.choice((10, 300, 600, 3000)) + body[at:]


def _giant_attribute(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    at = body.find(b">", random.randrange(len(body) + 1))
    if at < 0:
        return body
    name = random.choice((b"alt", b"title", b"href", b"class", b"srcset", b"style", b"content", b"datetime"))
    value = random.choice(
        (b"x ", b"{{ a }} ", b"&amp;", b"\n", b"/a/b, ", b"\xc3\xa9", b"2021-01-01 ")
    ) * random.choice((100, 5_000, 60_000))
    return body[:at] + b" " + name + b'="' + value + b'"' + body[at:]


def _many_attributes(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    at = body.find(b">", random.randrange(len(body) + 1))
    if at < 0:
        return body
    return body[:at] + b"".join(b" a%d=%d" % (n, n) for n in range(random.choice((50, 2_000, 10_000)))) + body[at:]


def _recode(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    return body.decode("utf-8", "replace").encode(random.choice(ENCODINGS), "replace")


def _strip_ends(body: bytes, others: Sequence[bytes], random: Random) -> bytes:
    return body.replace(random.choice((b"</p>", b"</div>", b"</a>", b"\n", b" ", b'"', b"=")), b"")


@dataclass(frozen=True)
class Mutants:
    """Makes and checks mutants by number."""

    bodies: tuple[tuple[str, bytes], ...]
    settings: Settings
    seed: int

    def make(self, number: int) -> Document:
        """Mutant ``number``."""
        random = Random(f"{self.seed} {number}")
        name, body = random.choice(self.bodies)
        plain = name.endswith(".txt") or random.random() < 0.05
        others = [other for _, other in random.choices(self.bodies, k=3)]
        charset = random.choice((None, None, None, "utf-8", "windows-1254", "nonsense"))
        mutant = mutate(body, others, random)[: 8 << 20]
        return Document(f"{number}.html", mutant, "text/plain" if plain else "text/html", charset)

    def __call__(self, number: int) -> Outcome:
        """Check mutant ``number``."""
        document = self.make(number)
        begun = process_time()
        report = check_page(document, self.settings.for_page(document.uri), options=OPTIONS)
        seconds = process_time() - begun
        return Outcome(number, len(report.findings), tuple(faults(document, report)), seconds)


def faults(document: Document, report: PageReport) -> Iterator[str]:
    """What is wrong with a report, whatever its page: crashes of ours, and places that are none."""
    for failure in report.failures:
        if failure.trace:
            yield f"{failure.text}\n{failure.trace}"
    if not report.findings and not report.outline:
        return
    lines = parse(document).source.split("\n")
    for finding in report.findings:
        for place in (finding.place, *finding.also):
            if told := misplaced(place, lines):
                yield f"{finding.rule} {finding.message}: {told}: {place}"
        if finding.snippet is not None and finding.snippet.text not in lines[finding.place.line - 1]:
            yield f"{finding.rule}: the snippet is not in its line: {finding.snippet}"
    for part in report.outline:
        if not 1 <= part.line <= len(lines):
            yield f"the outline's {part.pointer} stands at line {part.line} of {len(lines)}"


def misplaced(place: Place, lines: Sequence[str]) -> str:
    """What is wrong with a place in a source of such lines; "" for nothing."""
    if not (1 <= place.line <= place.end_line <= len(lines)):
        return f"lines outside the source of {len(lines)} lines"
    if not (1 <= place.column <= len(lines[place.line - 1]) + 1):
        return f"column outside its line of {len(lines[place.line - 1])} characters"
    if not (1 <= place.end_column <= len(lines[place.end_line - 1]) + 1):
        return f"end column outside its line of {len(lines[place.end_line - 1])} characters"
    if (place.end_line, place.end_column) < (place.line, place.column):
        return "the end stands before the beginning"
    return ""


def load(corpus: Path | None, most: int, largest: int = LARGEST) -> tuple[tuple[str, bytes], ...]:
    """Real pages evenly taken, and our own samples; very large ones are left to their own tests."""
    folders = [str(folder) for folder in (corpus, ROOT / "samples") if folder is not None and folder.is_dir()]
    paths = [Path(ref.path) for folder in folders for ref in find_pages([folder])]
    paths = [path for path in paths if 0 < path.stat().st_size < largest]
    step = max(len(paths) // most, 1)
    return tuple((path.name, path.read_bytes()) for path in paths[::step])


def main() -> int:
    """Fuzz for a count or a time; returns 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder of real pages besides samples/")
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds for a mutant")
    parser.add_argument("--workers", type=int, default=count_cores())
    parser.add_argument("--pages", type=int, default=400, help="how many pages to mutate")
    parser.add_argument("--largest", type=int, default=LARGEST, help="no pages of so many bytes")
    parser.add_argument("--only", type=int, help="check this mutant here, without a worker")
    parser.add_argument("--save", type=Path, help="write the mutant of --only to this file")
    asked = parser.parse_args()
    mutants = Mutants(load(asked.corpus, asked.pages, asked.largest), load_settings(None), asked.seed)
    if asked.only is not None:
        return _one(mutants, asked.only, asked.save)
    end = monotonic() + (asked.seconds or 1e9)
    most = asked.count or (0 if asked.seconds else 1000)
    numbers = takewhile(lambda n: monotonic() < end and (not most or n < most), naturals())
    told: Counter[str] = Counter()
    slowest: list[tuple[float, int]] = []
    done = findings = bad = 0
    supervisor = Supervisor(mutants, workers=asked.workers, limit=asked.limit, memory=2048)
    for outcome in supervisor.run(numbers):
        done += 1
        if isinstance(outcome, Loss):
            wrong: tuple[str, ...] = (f"{outcome.text}\n{outcome.trace}",)
            number = outcome.name
        else:
            wrong, number, findings = outcome.faults, outcome.number, findings + outcome.findings
            slowest = nlargest(SLOWEST, (*slowest, (outcome.seconds, number)))
        bad += bool(wrong)
        for one in wrong:
            kind = one.partition("\n")[0].partition(": Place(")[0]
            told[kind] += 1
            if told[kind] <= 2:
                print(f"mutant {number} (seed {asked.seed}): {one}\n", flush=True)
        if done % 5000 == 0:
            print(f"{done} mutants, {findings} findings, {bad} bad", file=sys.stderr, flush=True)
    print(f"{done} mutants of {len(mutants.bodies)} pages: {findings} findings, {bad} bad mutants")
    print("slowest:", ", ".join(f"{number} ({seconds:.1f} s)" for seconds, number in slowest))
    for kind, times in told.most_common():
        print(f"{times:6} {kind}")
    return 1 if bad else 0


def _one(mutants: Mutants, number: int, save: Path | None) -> int:
    document = mutants.make(number)
    if save is not None:
        save.write_bytes(document.body)
    print(f"mutant {number}: {len(document.body)} bytes, {document.media_type}, charset {document.charset}")
    outcome = mutants(number)
    print("\n".join(outcome.faults) or f"nothing wrong, {outcome.findings} findings")
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
