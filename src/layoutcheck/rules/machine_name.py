"""The name of a field, a menu or a slot where its label should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.machine_label import machine_labels
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import Intended, hits, leaks

_NUMBER = re.compile(r"\d+")
_CAUSE = "the template prints the section's key, or the field's own name, where the section's name is meant"
_FIX = "print the name: {{ article.section.name }}, and leave the element out where there is none"


rule = Rule(
    summary="a machine name is used as a label",
    severity=Severity.WARNING,
    messages={
        "machine-name": '"{expression}" is a name for machines, used as a label ({engine})',
        "section": '"{text}" stands where the section label should: it is a name for machines',
    },
    options=Intended,
)


def check(page: Page, options: Intended) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it; and section labels that are such names."""
    yield from hits(page, "machine-name", "machine-name", options.ignore)
    for label in machine_labels(page):
        at, text = label.spot, str(label.value)
        if at is None or text in options.ignore or any(leak.spot.node == at.node for leak in leaks(page)):
            continue
        data = {"text": text, "cause": _CAUSE, "fix": _FIX}
        yield Hit("section", at, data, evidence=text, cause=_NUMBER.sub("#", text))
