"""The report as a folder: which files there are, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib.resources import files

from markupsafe import Markup

from layoutcheck.report.html.card import Card
from layoutcheck.report.html.link import FolderLinks, numbered
from layoutcheck.report.html.record import Found, Root
from layoutcheck.report.html.rendering import EXAMPLES, ROWS, Part, Rendering, parts, worst_first
from layoutcheck.report.html.safe import short_hash, shown
from layoutcheck.report.html.search import csv_chunks, everything, script_safe, search_chunks

#: The policy each page of the folder carries; it also works below a server's stricter one.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
PREVIEW_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
#: Findings in the static table that stands where no script searches, and causes on one page of their list.
STATIC_ROWS, CAUSE_ROWS = 200, 150
#: Bytes of a page's page; of one whose findings are told in very long words fewer are shown.
LARGEST_PAGE = 950_000
_CLEAN_CHUNK = 8_000
_ASSETS = ("report.css", "preview.css", "report.js")


def site_files(rendering: Rendering) -> Iterator[tuple[str, str]]:
    """The files of the folder as (path, text), ``index.html`` last, so that whoever writes them in order never leaves a
    first screen that leads nowhere."""
    for asset in _ASSETS:
        yield f"assets/{asset}", asset_text(asset)
    yield "data/strings.js", f"layoutcheckStrings = {script_safe(rendering.say.for_scripts)};\n"
    cards: dict[Found, Card] = {}
    yield from _pages(rendering, cards)
    yield from _causes(rendering, cards)
    yield from _lists(rendering)
    yield from _rules(rendering)
    downloads = []
    for number, text in enumerate(csv_chunks(rendering.run), 1):
        yield f"data/findings-{number}.csv", text
        downloads.append((f"data/findings-{number}.csv", f"findings-{number}.csv"))
    yield from _findings(rendering, downloads)
    yield "triage.html", _render(rendering, "triage.html", FolderLinks(), here="triage")
    yield (
        "index.html",
        _render(rendering, "index.html", FolderLinks(), here="index", downloads=downloads, **rendering.overview()),
    )


def asset_text(name: str) -> str:
    """A style sheet or script that comes with the package."""
    return (files("layoutcheck.report.html") / "assets" / name).read_text("utf-8")


def _render(rendering: Rendering, template: str, link: FolderLinks, **values: object) -> str:
    return rendering.render(template, link, policy=POLICY, ids="", **values)


def _pages(rendering: Rendering, cards: dict[Found, Card]) -> Iterator[tuple[str, str]]:
    """Each page's page and preview; the cards that causes will show as examples are kept."""
    link = FolderLinks("../")
    wanted = {one for root in rendering.run.roots for one in root.examples(EXAMPLES)}
    for page in rendering.run.pages:
        view = rendering.view(page)
        cards.update((card.found, card) for card in view.cards if card.found in wanted)
        # Without allow-scripts nothing runs, same origin or not; without allow-same-origin a browser does not let a
        # frame opened from a disk load its style sheet.
        frame: Markup | str = ""
        if view.copy:
            frame = Markup('name="preview" src="{}" sandbox="allow-same-origin"').format(link.preview_page(page))
        text = _render(rendering, "page.html", link, here="", frame=frame, **rendering.page(view))
        while len(text) > LARGEST_PAGE // 4 and len(text.encode("utf-8", "replace")) > LARGEST_PAGE and view.cards:
            del view.cards[len(view.cards) // 2 :]  # the page says how many are shown of how many
            text = _render(rendering, "page.html", link, here="", frame=frame, **rendering.page(view))
        yield f"p/{page.file}.html", text
        if view.copy:
            yield (
                f"v/{page.file}.html",
                rendering.render(
                    "preview.html", link, page=page, copy=view.copy, preview_policy=PREVIEW_POLICY, style=""
                ),
            )


def _causes(rendering: Rendering, cards: dict[Found, Card]) -> Iterator[tuple[str, str]]:
    for root in rendering.run.roots:
        values = rendering.cause(root, cards)
        for part in _cause_parts(root):
            template = "cause.html" if part.number == 1 else "cause_more.html"
            yield (
                f"c/{numbered(root.file, part.number)}",
                _render(rendering, template, FolderLinks("../"), here="", part=part, listed=part.items, **values),
            )


def _cause_parts(root: Root) -> list[Part[Found]]:
    return parts(root.found, partial(numbered, root.file))


def _rules(rendering: Rendering) -> Iterator[tuple[str, str]]:
    """A page for each rule that found something: the way from a rule to its causes without a search."""
    run = rendering.run
    for rule in sorted({root.rule for root in run.roots}.union(one.rule for page in run.pages for one in page.found)):
        values = rendering.rule(rule)
        for part in parts(values["roots"], partial(numbered, short_hash(rule)), CAUSE_ROWS):
            yield (
                f"r/{numbered(short_hash(rule), part.number)}",
                _render(rendering, "rule.html", FolderLinks("../"), here="", part=part, listed=part.items, **values),
            )


def _lists(rendering: Rendering) -> Iterator[tuple[str, str]]:
    """The lists of causes, pages and failures, and the addresses of clean pages."""
    run = rendering.run
    clean_files = []
    for number, at in enumerate(range(0, len(run.clean), _CLEAN_CHUNK), 1):
        path = f"data/clean-pages-{number}.txt"
        clean_files.append((path, rendering.say("pages.clean_file", number=number)))
        yield path, "".join(shown(uri)[:2000] + "\n" for uri in run.clean[at : at + _CLEAN_CHUNK])
    roots = [*run.fresh_roots, *run.known_roots]
    for name, items, rows in (
        ("causes", roots, CAUSE_ROWS),
        ("pages", worst_first(run), ROWS),
        ("failures", run.failures, ROWS),
    ):
        for part in parts(items, partial(numbered, name), rows):
            yield numbered(name, part.number), _render(
                rendering, f"{name}.html", FolderLinks(), here=name, part=part, listed=part.items,
                clean_files=clean_files,
            )  # fmt: skip


def _findings(rendering: Rendering, downloads: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The table of findings, and its data for the search."""
    run = rendering.run
    chunks = 0
    for chunks, text in enumerate(search_chunks(run), 1):
        yield f"data/findings-{chunks}.js", text
    ranked = list(everything(run))
    yield "findings.html", _render(
        rendering, "findings.html", FolderLinks(), here="findings", chunks=chunks,
        downloads=downloads, **rendering.search(ranked[:STATIC_ROWS], len(ranked)),
    )  # fmt: skip
