"""A server's code that the parser hides: ``<?php the_title(); ?>`` between tags, an instruction nobody follows."""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml import ProcessingInstruction

from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page
from layoutcheck.templating.landmark import read_landmarks


def hidden_source(page: Page) -> Iterator[tuple[Spot, str]]:
    """Each PHP tag that the parser took for a processing instruction, and its code up to where the parser ended it."""
    if page.is_dump or not read_landmarks(page).hides:
        return
    for node in page.tree.descendants:
        if isinstance(node, ProcessingInstruction) and node.target.lower() == "php":
            yield Spot(node), f"<?php {node.data}".strip()
