"""Text that was escaped twice, or escaped for another place."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import hits

rule = Rule(
    summary="text was escaped once too often",
    severity=Severity.WARNING,
    messages={
        "double-escape": '"{expression}" is shown as it stands: escaped twice',
        "percent-coded": '"{expression}" is shown as it stands: encoded for an address',
        "cut-reference": '"{expression}" is what is left of a character: the text was cut after it had been escaped',
        "escaped-quotes": "the attribute {expression} keeps quotes that were escaped for a string",
        "shared-entity": 'a link passes "{expression}" on as it stands: escaped before it was encoded',
    },
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    yield from hits(page, "double-escape", "double-escape")
