"""Text read in the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from turbohtml import Element

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.reading import said_texts, visible_texts
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import hits

rule = Rule(
    summary="text was read in the wrong encoding",
    severity=Severity.ERROR,
    messages={
        "mojibake": '"{expression}" was read in the wrong encoding',
        "replacement-character": '"{expression}" has lost a character',
        "lost-letters": 'the letters of "{expression}" are lost',
        "unfit-bytes": Message(
            "the page's bytes do not fit its encoding {encoding}: {lost} lost, the first one here", Severity.WARNING
        ),
    },
)
#: What stands for bytes that are no character.
_LOST = "\ufffd"
#: Attributes whose text somebody gets.
_READ = ("alt", "title", "content", "aria-label", "placeholder")


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it; then what the page's own bytes lose."""
    told = list(hits(page, "mojibake", "mojibake"))
    unfit = None
    if not page.fits and not any(hit.data["family"] == "wrong-charset" for hit in told):
        unfit = _unfit(page, sum(hit.message == "replacement-character" for hit in told))
    if unfit is not None:
        yield unfit
        if _LOST.encode() not in page.document.body:  # all of them are the decoder's
            told = [hit for hit in told if hit.message != "replacement-character"]
    yield from told


def _unfit(page: Page, told: int) -> Hit | None:
    """One hit for all characters that the page's own bytes lose, where they are not all told one by one.

    What only machines get is an ``info``; what stands in comments and scripts is lost on nobody.
    """
    first, count = _lost(_texts(page))
    severity = None
    if first is None:
        first, count = _lost(_attributes(page))
        severity = Severity.INFO
    if first is None or count <= told:
        return None
    lost = "1 character is" if count == 1 else f"{count} characters are"
    data = {"encoding": page.encoding, "lost": lost, "count": count}
    return Hit(
        "unfit-bytes", first, data, severity=severity, evidence="unfit-bytes", cause=page.encoding, placeless=True
    )  # fmt: skip


def _lost(texts: Iterable[tuple[Spot, str]]) -> tuple[Spot | None, int]:
    """Where the first replacement character stands in texts, and how many there are."""
    first, count = None, 0
    for spot, said in texts:
        if (found := said.count(_LOST)) and first is None:
            at = said.index(_LOST)
            first = Spot(spot.node, spot.attribute, at, at + 1)
        count += found
    return first, count


def _texts(page: Page) -> Iterator[tuple[Spot, str]]:
    titles = [said for node in page.tree.select("title")[:1] for said in said_texts(node)]
    return ((Spot(text), said) for text, said in [*titles, *visible_texts(page)])


def _attributes(page: Page) -> Iterator[tuple[Spot, str]]:
    for node in page.tree.descendants:
        if isinstance(node, Element):
            for name in _READ:
                if said := node.attr(name):
                    yield Spot(node, name), said
