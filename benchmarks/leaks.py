"""How true the leak detector is, on labelled pages and on snippets seen elsewhere, and what it costs.

``python benchmarks/accuracy.py leaks --corpus ../shared`` prints precision and recall by family and place. Findings without
a label are judged in ``verdicts/leaks.tsv`` (page, hash of the finding, leak or not-leak, why); ``--unread`` lists those that
nobody has judged yet.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import html
import re
import sys
import tarfile
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse
from layoutcheck.templating.leak import Leak, leaks
from layoutcheck.templating.scanner import built_in

VERDICTS = Path(__file__).parent / "verdicts" / "leaks.tsv"
#: Places of the labels that neither readers nor crawlers see.
UNSEEN = re.compile(
    r"non-visible|^script|^comment|^template|^data-(?!title|caption)|^styleobj$|^theme$|^attrs$|^image-url$|^value$|hidden"
)
#: Rows of wild.tsv that describe a leak instead of quoting it.
DESCRIBED = {
    "translation keys on upload page", "posted dates in 1969", "caption shortcode in category header", "[caption...]",
    "shortcodes shown on purpose in a style guide", "&nbsp; shown literally in article title",
}  # fmt: skip


@dataclass
class Label:
    """One row of ``corpus.tsv``."""

    page: str
    where: str
    snippet: str
    family: str
    leak: bool
    why: str
    found: bool = False

    @property
    def seen(self) -> bool:
        return not UNSEEN.search(self.where) and "non-visible" not in self.family and "hidden input" not in self.why

    @property
    def minor(self) -> bool:
        return "minor" in self.why


@dataclass
class Found:
    """One finding with what is needed to compare it."""

    page: str
    leak: Leak
    value: str
    verdict: str = ""

    @property
    def key(self) -> str:
        text = f"{self.leak.family.id}\t{self.leak.where.name}\t{squeezed(self.leak.text)}"
        return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass
class Score:
    """Counts of one family or place."""

    true: int = 0
    false: int = 0
    unread: int = 0
    hit: int = 0
    missed: int = 0

    def row(self, name: str) -> str:
        judged = self.true + self.false
        precision = f"{self.true / judged:.3f}" if judged else "-"
        recall = f"{self.hit / (self.hit + self.missed):.3f}" if self.hit + self.missed else "-"
        return f"{name:34} {self.true:6} {self.false:6} {self.unread:7} {precision:>10} {self.hit:6} {self.missed:7} {recall:>7}"


HEAD = f"{'':34} {'true':>6} {'false':>6} {'unread':>7} {'precision':>10} {'hit':>6} {'missed':>7} {'recall':>7}"


def squeezed(text: str) -> str:
    """Without white space, entities decoded: labels and findings were cut differently."""
    return re.sub(r"\s+", "", html.unescape(text)).replace("\\/", "/")


def rows(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def main(argv: list[str]) -> int:
    options = argparse.ArgumentParser(prog="accuracy.py leaks", description=__doc__)
    options.add_argument("--corpus", type=Path, required=True, help="the folder with corpus/ and leaks/")
    options.add_argument("--pages", type=Path, help="where pages.tar.xz is unpacked already")
    options.add_argument("--unread", action="store_true", help="list findings that nobody has judged")
    options.add_argument("--wrong", action="store_true", help="list false findings and missed leaks")
    asked = options.parse_args(argv)
    if asked.pages:
        return run(asked, asked.pages)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(asked.corpus / "corpus" / "pages.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        return run(asked, Path(folder) / "pages")


def run(asked: argparse.Namespace, pages: Path) -> int:
    labels = [
        Label(row[0], row[1], row[2], row[3], row[4] == "leak", row[5] if len(row) > 5 else "")
        for row in rows(asked.corpus / "leaks" / "corpus.tsv")
        if len(row) > 4
    ]
    by_page: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        by_page[label.page].append(label)
    found, costs = detect(pages)
    judge(found, by_page)
    forget_absent(labels, pages)
    show_corpus(found, labels)
    show_wild(asked)
    cost = costs
    print(
        f"\nprocess time of all pages: our parse {cost.parsing:.2f} s, bare lxml parse {cost.bare:.2f} s; "
        f"the scan {cost.scanning:.2f} s = {cost.scanning / cost.parsing:.2f} of our parse, {cost.scanning / cost.bare:.2f} of lxml's; "
        f"with judging, places and contexts {cost.leaks:.2f} s = {cost.leaks / cost.parsing:.2f} and {cost.leaks / cost.bare:.2f} "
        f"(pages without a finding {cost.clean / max(cost.clean_bare, 1e-9):.2f} of lxml's); the first scan {cost.first * 1000:.0f} ms aside"
    )
    if asked.unread or asked.wrong:
        show_rows(asked, found, labels)
    return 0


@dataclass
class Cost:
    """Seconds of process time over all pages."""

    parsing: float = 0.0
    bare: float = 0.0
    #: Cutting the scripts out and the matcher's pass.
    scanning: float = 0.0
    #: The same with all that follows: values, judges, contexts.
    leaks: float = 0.0
    #: The same on pages without a finding, and lxml's parse of those.
    clean: float = 0.0
    clean_bare: float = 0.0
    first: float = 0.0


def detect(pages: Path) -> tuple[list[Found], Cost]:
    """All findings on all pages, and what each step costs."""
    from lxml import etree

    found: list[Found] = []
    cost = Cost()
    clock = time.process_time
    begin = clock()
    leaks(parse(Document("warm", b"<p>{{ warm.up }}")))
    cost.first = clock() - begin
    for file in sorted(pages.rglob("*.html")):
        name = file.relative_to(pages).with_suffix("").as_posix()
        body = file.read_bytes()
        begin = clock()
        try:
            page = parse(Document(name, body))
        except PageError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        cost.parsing += clock() - begin
        begin = clock()
        seen = leaks(page)
        whole = clock() - begin
        begin = clock()
        built_in().hits(page)
        cost.scanning += clock() - begin
        begin = clock()
        etree.fromstring(body, etree.HTMLParser(huge_tree=True))
        bare = clock() - begin
        cost.leaks += whole
        cost.bare += bare
        if not seen:
            cost.clean += whole
            cost.clean_bare += bare
        found += [Found(name, leak, value(page, leak)) for leak in seen]
    return found, cost


def value(page: Page, leak: Leak) -> str:
    """The text around a leak."""
    spot = leak.spot
    whole = (spot.node.attr(spot.attribute) or "") if spot.attribute else spot.node.data
    if leak.family.once:
        return whole
    end = spot.end if spot.end is not None else len(whole)
    return whole[max(0, spot.start - 200) : end + 200] + (page.text(spot) if spot.until else "")


def judge(found: list[Found], by_page: dict[str, list[Label]]) -> None:
    """Give each finding its label, else its verdict."""
    verdicts = {(row[0], row[1]): row[2] for row in rows(VERDICTS)} if VERDICTS.exists() else {}
    for one in found:
        text, around = squeezed(one.leak.text), squeezed(one.value)
        told = set()
        for label in by_page.get(one.page, ()):
            snippet = squeezed(label.snippet)
            if (
                text in snippet
                or snippet in text
                or overlaps(around, text, snippet)
                or (one.leak.family.once and snippet in around)
            ):
                told.add(label.leak)
                label.found = True
        said = verdicts.get((one.page, one.key))
        one.verdict = said or ("leak" if True in told else "not-leak" if told else "unread")


def forget_absent(labels: list[Label], pages: Path) -> None:
    """Labels of a text that their page doesn't hold speak of another version of it: named, and not counted."""
    for label in [label for label in labels if label.leak and label.seen and not label.found]:
        body = (pages / f"{label.page}.html").read_bytes().decode("utf-8", "replace")
        if squeezed(label.snippet)[10:50] not in squeezed(squeezed(body)):
            print(f"not on its page: {label.page} {label.where} {label.snippet[:60]}")
            labels.remove(label)


def overlaps(around: str, text: str, snippet: str) -> bool:
    at = around.find(snippet)
    if at < 0:
        return False
    here = around.find(text)
    return here < at + len(snippet) and at < here + len(text)


def show_corpus(found: list[Found], labels: list[Label]) -> None:
    kinds: dict[str, Callable[[Found], str]] = {
        "family": lambda one: one.leak.family.id,
        "place": lambda one: str(one.leak.where.name),
        "severity": lambda one: one.leak.severity.value,
    }
    for title, by in kinds.items():
        scores: dict[str, Score] = defaultdict(Score)
        for one in found:
            score = scores[by(one)]
            if one.verdict == "leak":
                score.true += 1
            elif one.verdict == "not-leak":
                score.false += 1
            else:
                score.unread += 1
        print(f"\nfindings by {title}\n{HEAD}")
        for name, score in sorted(scores.items()):
            print(score.row(name))
    keys: dict[str, Callable[[Label], str]] = {
        "family": lambda label: label.family,
        "place": lambda label: label.where.split(":")[0],
    }
    for title, key in keys.items():
        scores = defaultdict(Score)
        for label in labels:
            if label.leak and label.seen:
                scores[key(label)].hit += label.found
                scores[key(label)].missed += not label.found
        print(f"\nlabelled leaks by {title}, in places that readers or crawlers see\n{HEAD}")
        for name, score in sorted(scores.items()):
            print(score.row(name))
    seen = [label for label in labels if label.leak and label.seen]
    for title, some in (("all", seen), ("without the minor ones", [label for label in seen if not label.minor])):
        hits = sum(label.found for label in some)
        print(f"recall, {title}: {hits} of {len(some)} = {hits / len(some):.3f}")
    for severities in ({Severity.ERROR}, {Severity.WARNING}, {Severity.ERROR, Severity.WARNING}):
        judged_as = Counter(one.verdict for one in found if one.leak.severity in severities)
        judged = judged_as["leak"] + judged_as["not-leak"]
        distinct = Counter(
            {(one.page, one.key): one.verdict for one in found if one.leak.severity in severities}.values()
        )
        told = distinct["leak"] + distinct["not-leak"]
        print(
            f"precision at {' and '.join(sorted(severities))}: {judged_as['leak']} of {judged} = {judged_as['leak'] / max(judged, 1):.3f}, "
            f"each expression once a page: {distinct['leak']} of {told} = {distinct['leak'] / max(told, 1):.3f}; unread {judged_as['unread']}"
        )


def show_wild(asked: argparse.Namespace) -> None:
    """The snippets of wild.tsv, put into pages in the place where they were seen."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: list[str] = []
    for kind, _source, where, snippet, family, note in (
        row[:6] for row in rows(asked.corpus / "leaks" / "wild.tsv") if len(row) >= 6
    ):
        if snippet in DESCRIBED:
            continue
        page = parse(Document("wild", put(where, snippet, f"{note}, {family}").encode()))
        seen = [leak for leak in leaks(page) if leak.severity is not Severity.INFO or kind == "leak"]
        good = bool(seen) == (kind == "leak")
        kinds[f"{kind} {family}"]["good" if good else "wrong"] += 1
        kinds[kind]["good" if good else "wrong"] += 1
        if not good:
            wrong.append(
                f"  {kind} {where}: {snippet}  [{note}] {[(leak.family.id, str(leak.severity)) for leak in seen]}"
            )
    print("\nwild snippets")
    for name, counts in sorted(kinds.items(), key=lambda item: (" " in item[0], item[0])):
        print(f"{name:40} right {counts['good']:4}  wrong {counts['wrong']:4}")
    print("\n".join(wrong))


def put(where: str, snippet: str, note: str) -> str:
    """A page with the snippet in its place; what the note says of the surroundings is rebuilt."""
    text, quoted = html.escape(snippet, quote=False), html.escape(snippet)
    lead = "<!doctype html><html><head><title>A quiet valley</title>%s</head><body><h1>A quiet valley</h1><p>The river was low.</p>%s</body></html>"
    if (
        where in {"title", "browser title", "title-element"}
        and "link" not in note
        and "login" not in note
        and "Liquid fallback" not in note
        and "access key" not in note
        and "field name" not in note
    ):
        return f"<!doctype html><html><head><title>{text}</title></head><body><p>The river was low.</p></body></html>"
    if where.startswith("meta"):
        name = where.partition(":")[2] or "description"
        kind = "itemprop" if name in {"?", "target"} else "property" if ":" in name else "name"
        return lead % (f'<meta {kind}="{name.replace("?", "target")}" content="{quoted}">', "")
    if where == "json-ld":
        opening = (
            '{"im'
            if re.match(r'\w+":', snippet)
            else '{"a":["'
            if re.match(r'[^,:"]*(?:thumbs|pes)', snippet)
            else '{"a":"x"'
        )
        return lead % (f'<script type="application/ld+json">{opening}{snippet}</script>', "")
    if where in {"href", "e-mail href"}:
        inside = re.sub(r'^<a href="|">$', "", snippet)
        return lead % ("", f'<p><a href="{html.escape(inside)}">on</a></p>')
    if where in {"src", "action", "data-src", "data-title", "alt", "aria-label", "title"}:
        tag = {"src": "img", "alt": "img", "action": "form", "data-src": "img"}.get(where, "a")
        return lead % ("", f'<div><{tag} {where}="{quoted}">on</{tag}></div>')
    if where == "code":
        return lead % ("", f"<p><code>{text}</code></p>")
    for sign, around in SURROUNDINGS:
        if re.search(sign, note):
            return lead % ("", around % text)
    return lead % ("", f"<p>{text}</p>")


#: What a note says of a snippet's surroundings, and HTML that says the same.
SURROUNDINGS = (
    (r"ng-if|ng-repeat|ng-controller", '<div ng-if="ready">%s</div>'),
    (r"Vue v-if", '<div v-if="ready">%s</div>'),
    (r"display:none|^hidden", '<div style="display:none">%s</div>'),
    (r"Material icon", '<i class="material-icons">%s</i>'),
    (r"filled by script|consent banner", '<div class="cmplz-cookiebanner">%s</div>'),
    (r"widget template", '<div id="capture_screen">%s</div>'),
    (r"heading", "<h2>%s</h2>"),
    (r"caption", "<figure><figcaption>%s</figcaption></figure>"),
    (r"skip link", '<a href="#main">%s</a>'),
    (r"screen-reader", '<a href="/"><span class="sr-only">%s</span></a>'),
)


def show_rows(asked: argparse.Namespace, found: list[Found], labels: list[Label]) -> None:
    counts: Counter[tuple[str, ...]] = Counter()
    for one in found:
        if (asked.unread and one.verdict == "unread") or (asked.wrong and one.verdict == "not-leak"):
            leak = one.leak
            element = leak.spot.node if leak.spot.attribute else leak.spot.node.parent
            counts[
                (
                    one.verdict,
                    leak.severity.value,
                    leak.family.id,
                    leak.where.name or "",
                    f"{element.tag}[{leak.spot.attribute or ''}]",
                    one.page,
                    one.key,
                    " ".join(leak.text.split())[:100],
                    " ".join(one.value.split())[:240],
                )
            ] += 1
    for row, count in sorted(counts.items()):
        print("\t".join(row), f"x{count}", sep="\t")
    if asked.wrong:
        for label in labels:
            if label.leak and label.seen and not label.found:
                print("missed", label.page, label.where, label.family, label.snippet, label.why, sep="\t")
