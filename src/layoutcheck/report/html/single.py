"""The report as one file: style and script inside, allowed by their hashes alone."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from layoutcheck.core.errors import UserError
from layoutcheck.report.html.card import Card
from layoutcheck.report.html.link import FileLinks
from layoutcheck.report.html.record import Found
from layoutcheck.report.html.rendering import EXAMPLES, Part, Rendering, parts
from layoutcheck.report.html.search import everything, script_safe, search_chunks
from layoutcheck.report.html.site import asset_text

#: Beyond either of these a single file is slow to open, and the folder is the better form.
MOST_FINDINGS, LARGEST = 1_000, 5_000_000
#: Previews in one file: each is a whole page inside it.
MOST_PREVIEWS = 20


def single_file(rendering: Rendering, *, force: bool = False) -> str:
    """The whole report as one text.

    Raises UserError when it would be larger than a browser opens with ease, unless ``force``.
    """
    count = sum(len(page.found) for page in rendering.run.pages)
    if count > MOST_FINDINGS and not force:
        raise _too_large(f"{count:,} findings are too many for one HTML file (at most {MOST_FINDINGS:,})")
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
        {**rendering.cause(root, cards), "part": _whole(root.found), "listed": root.found}
        for root in rendering.run.roots
    ]
    ranked = list(everything(rendering.run))
    text = rendering.render(
        "single.html", link, ids="", here="index", downloads=[], chunks=0, causes=causes, views=views,
        style=Markup(style), script=Markup(script),
        policy=f"default-src 'none'; {inline_style}; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'",
        examples=EXAMPLES, **rendering.overview(), **rendering.search(ranked, len(ranked)),
    )  # fmt: skip
    size = len(text.encode())
    if size > LARGEST and not force:
        raise _too_large(f"the report would be {size / 1e6:.1f} MB, too large for one HTML file (at most 5 MB)")
    return text


def _settle_anchors(rendering: Rendering, link: FileLinks) -> None:
    """Give out the anchors in the order of the pages, so that no link asks before its target."""
    for page in rendering.run.pages:
        for one in page.found:
            one.anchor = link.anchor(one)


def _whole(found: list[Found]) -> Part[Found]:
    return parts(found, lambda n: "", max(1, len(found)))[0]


def _too_large(text: str) -> UserError:
    return UserError(text, remedy="write a folder instead: --output-format html=DIR")


def _quiet(style: str) -> str:
    return style.replace("</", "<\\/")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
