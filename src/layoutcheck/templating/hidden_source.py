"""A server's code and includes that a browser hides, and what they would have put into the page is missing.

``<?php the_title(); ?>`` between tags, ``<!--#include virtual="/tides.html" -->``, ``<esi:include src="/tides"/>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Comment, Element, ProcessingInstruction

from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page
from layoutcheck.templating.families.php import HIDDEN_SOURCE
from layoutcheck.templating.families.tag import HIDDEN_ESI, HIDDEN_SSI
from layoutcheck.templating.family import Family
from layoutcheck.templating.landmark import read_landmarks

#: A directive that prints; written with a space in front of the sign it is none.
_DIRECTIVE = re.compile(r"#(?:include\s+(?:virtual|file)|echo\s+var|exec\s+(?:cgi|cmd))\s*=")


def hidden_source(page: Page) -> Iterator[tuple[Family, Spot, str]]:
    """Each PHP tag that the parser took for a processing instruction, and each include that no server or cache ran.

    With what it is, where, and its code up to where the parser ended it.
    """
    if page.is_dump or not read_landmarks(page).hides:
        return
    for node in page.tree.descendants:
        if isinstance(node, ProcessingInstruction):
            if node.target.lower() == "php":
                yield HIDDEN_SOURCE, Spot(node), f"<?php {node.data}".strip()
        elif isinstance(node, Comment):
            if _DIRECTIVE.match(node.data):
                yield HIDDEN_SSI, Spot(node), f"<!--{node.data}-->"
        elif isinstance(node, Element) and node.tag == "esi:include":
            yield HIDDEN_ESI, Spot(node), f'<esi:include src="{node.attr("src") or ""}">'
