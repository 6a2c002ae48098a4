"""Shortcodes, BBCode and wiki markup that nothing expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.templating.leak import Intended, hits

_ONE_WORD = re.compile(r"\[[\w.+-]+\]")


rule = Rule(
    summary="a shortcode, BBCode or wiki markup was printed as it is",
    severity=Severity.ERROR,
    messages={
        "unexpanded-shortcode": '"{expression}" was never expanded ({certainty}; {engine})',
    },
    options=Intended,
)


def check(page: Page, options: Intended) -> Iterator[Hit]:
    """Tell each leak of this kind, an error where no healthy page has it."""
    for hit in hits(page, "shortcode-leak", "unexpanded-shortcode", options.ignore):
        # w3m writes a picture that has no text as the name of its file: [logo], [main_banner-2].
        if not (page.is_dump and _ONE_WORD.fullmatch(page.text(hit.at))):
            yield hit
