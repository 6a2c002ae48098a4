"""The report as one file: style and script inside, allowed by their hashes alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import chain, islice
from typing import Any

from markupsafe import Markup

from layoutcheck.report.html.card import Card
from layoutcheck.report.html.link import FileLinks
from layoutcheck.report.html.record import Checked, Found, Root
from layoutcheck.report.html.rendering import EXAMPLES, Part, Rendering, parts, worst_first
from layoutcheck.report.html.run import Run
from layoutcheck.report.html.search import everything, script_safe, search_chunks
from layoutcheck.report.html.site import asset_text

#: Beyond either of these a single file is slow to open: it shows the worst, and the folder is the better form.
MOST_FINDINGS, LARGEST = 1_000, 5_000_000
#: With fewer findings than this nothing is gained by leaving more out.
FEWEST = 10
#: Previews in one file: each is a whole page inside it.
MOST_PREVIEWS = 20


def single_file(rendering: Rendering, *, force: bool = False) -> str:
    """The whole report as one text.

    Where it would be larger than a browser opens with ease, it shows every cause and the worst pages, and says so,
    unless ``force``: a build that breaks on all pages is the one that nobody may go without a report of.
    """
    run = rendering.run
    pages, found = run.pages, {root.id: root.found for root in run.roots}
    count = sum(len(page.found) for page in pages)
    overview = rendering.overview()
    most = count if force else min(count, MOST_FINDINGS)
    while True:
        cut = most < count
        if cut:
            run.pages = _worst(run, pages, found, most)
            shown = {page.uri for page in run.pages}
            for root in run.roots:
                root.found = [one for one in found[root.id] if one.page.uri in shown]
        text = _text(rendering, overview, count if cut else 0)
        size = len(text.encode())
        if force or most <= FEWEST or size <= LARGEST:
            return text
        most = max(FEWEST, min(most - 1, int(most * 0.9 * LARGEST / size)))


def _worst(run: Run, pages: list[Checked], found: Mapping[str, list[Found]], most: int) -> list[Checked]:
    """The pages with ``most`` findings: the example of each cause, then the worst, in the order of the run; and as many
    that could not be checked."""
    run.pages = pages
    chosen = {page.uri for page in islice((page for page in pages if page.failures), most)}
    room = most
    examples = (one.page for root in run.roots for one in found[root.id][:1])
    for page in chain(examples, worst_first(run)):
        if room > 0 and page.found and page.uri not in chosen:
            chosen.add(page.uri)
            room -= len(page.found)
    return [page for page in pages if page.uri in chosen]


def _text(rendering: Rendering, overview: Mapping[str, Any], cut_from: int) -> str:
    """The file; ``cut_from`` is how many findings there are where not all of them are shown."""
    style, preview_style = _quiet(asset_text("report.css")), _quiet(asset_text("preview.css"))
    link = FileLinks(rendering.run.roots)
    _settle_anchors(rendering, link)
    script = "\n".join(
        [
            f"layoutcheckStrings = {script_safe(rendering.say.for_scripts)};",
            asset_text("report.js").replace("</", "<\\/"),
            *search_chunks(rendering.run),
        ]
    )
    inline_style = f"style-src '{_hash(style)}' '{_hash(preview_style)}'"
    preview_policy = f"default-src 'none'; style-src '{_hash(preview_style)}'; base-uri 'none'; form-action 'none'"
    cards: dict[Found, Card] = {}
    views = []
    for page in rendering.run.pages:
        view = rendering.view(page)
        cards.update((card.found, card) for card in view.cards)
        frame: Markup | str = ""
        if view.copy:
            copy = rendering.render(
                "preview.html", link, page=page, copy=view.copy, preview_policy=preview_policy,
                style=Markup(preview_style),
            )  # fmt: skip
            frame = Markup('srcdoc="{}" sandbox=""').format(copy)
        views.append({"frame": frame, **rendering.page(view)})
    causes = [
        {**rendering.cause(root, cards), "part": _whole(root), "listed": root.found}
        for root in rendering.run.roots
        if root.found or not cut_from
    ]
    ranked = list(everything(rendering.run))
    return rendering.render(
        "single.html", link, ids="", here="index", downloads=[], chunks=0, causes=causes, views=views,
        style=Markup(style), script=Markup(script), cut_from=cut_from,
        policy=f"default-src 'none'; {inline_style}; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'",
        examples=EXAMPLES, **overview, **rendering.search(ranked, len(ranked)),
    )  # fmt: skip


def _settle_anchors(rendering: Rendering, link: FileLinks) -> None:
    """Give out the anchors in the order of the pages, so that no link asks before its target."""
    for page in rendering.run.pages:
        for one in page.found:
            one.anchor = link.anchor(one)


def _whole(root: Root) -> Part[Found]:
    """The findings of a cause that this file has; it may have more."""
    (part,) = parts(root.found, lambda n: "", max(1, len(root.found)))
    return replace(part, total=max(part.total, root.findings))


def _quiet(style: str) -> str:
    return style.replace("</", "<\\/")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
