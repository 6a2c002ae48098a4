"""Text read in the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator

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
    spots = list(_lost_in_text(page))
    severity = None
    if not spots:
        spots, severity = list(_lost_in_attributes(page)), Severity.INFO
    if len(spots) <= told:
        return None
    lost = "1 character is" if len(spots) == 1 else f"{len(spots)} characters are"
    data = {"encoding": page.encoding, "lost": lost, "count": len(spots)}
    return Hit("unfit-bytes", spots[0], data, severity=severity, evidence="unfit-bytes", cause=page.encoding)


def _lost_in_text(page: Page) -> Iterator[Spot]:
    titles = [said for node in page.tree.select("title")[:1] for said in said_texts(node)]
    for text, said in [*titles, *visible_texts(page)]:
        yield from (Spot(text, None, at, at + 1) for at, char in enumerate(said) if char == _LOST)


def _lost_in_attributes(page: Page) -> Iterator[Spot]:
    for node in page.tree.descendants:
        if isinstance(node, Element):
            for name in _READ:
                if (said := node.attr(name)) and _LOST in said:
                    yield from (Spot(node, name, at, at + 1) for at, char in enumerate(said) if char == _LOST)
