"""JSON-LD that no machine can read."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.structured import LinkedData, control_character
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a script of JSON-LD is no valid JSON",
    severity=Severity.ERROR,
    messages={
        "invalid": "this JSON-LD is no valid JSON and is ignored by machines: {why}",
        "control-character": Message(
            "a string of this JSON-LD holds a bare {name}, which JSON does not allow", Severity.WARNING
        ),
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each script of JSON-LD that cannot be parsed, at the character where it breaks."""
    if page.is_dump:
        return
    for script in read_article(page).structured.scripts:
        if script.error is not None:
            yield _invalid(script)
        elif (found := control_character(script)) is not None:
            at, name = found
            yield Hit(
                "control-character", Spot(script.node, None, at, at + 1), {"name": name}, evidence=name, cause=name
            )


def _invalid(script: LinkedData) -> Hit:
    assert script.error is not None
    text = script.node.data
    at = min(script.error.pos, max(len(text) - 1, 0))
    why = script.error.msg[0].lower() + script.error.msg[1:]
    spot = Spot(script.node, None, at, min(at + 1, len(text)))
    return Hit("invalid", spot, {"why": why}, evidence=f"{why} {text[max(0, at - 20) : at + 20]}", cause=why)
