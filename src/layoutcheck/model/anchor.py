"""Where in a page a fault is told: at the part that it speaks of, or as near to it as there is anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layoutcheck.core.pointer import escaped, steps_of
from layoutcheck.core.rule import Spot
from layoutcheck.model.schema import Part
from layoutcheck.newsroom.reading import spot_of
from layoutcheck.parse.page import Page

if TYPE_CHECKING:
    from layoutcheck.model.near_miss import NearMiss


def anchor(page: Page, pointer: str) -> Spot:
    """Where a fault of ``pointer`` is told: at the part, at the part around it, else at the head of the article.

    A list stands where its first entry does. The head of the article is its headline; in a dump, the line the page
    begins with.
    """
    while pointer:
        if (found := page.spots.get(pointer) or entry_spot(page, f"{pointer}/0")) is not None:
            return found
        pointer = pointer.rpartition("/")[0]
    for head in ("/title", "/headline") if page.is_dump else ("/headline", "/title"):
        if head in page.spots:
            return page.spots[head]
    if (heading := page.tree.select_one("h1")) is not None:
        return spot_of(heading)
    block = next(iter(page.blocks), None)
    return block.spot() if block else Spot(page.body)


def anchor_of_missing(page: Page, part: Part, around: str, near: NearMiss | None) -> Spot:
    """Where it is told that a part is missing: at its own element where that is there and empty.

    Else where its selector got to, else at the part around it.
    """
    if near is not None and near.at is not None:
        return Spot(near.at)
    if part.kind == "title" and not part.select and (node := page.tree.select_one("title")) is not None:
        return Spot(node)
    if part.kind == "headline" and not part.select:
        empty = (
            node for node in page.tree.select("h1") if not node.text.strip() and node.select_one("img, svg") is None
        )
        if (node := next(empty, None)) is not None:
            return Spot(node)
    return anchor(page, around)


def entry_spot(page: Page, pointer: str) -> Spot | None:
    """Where an entry of a list begins: its own spot, or the first one of its fields, those that readers see before."""
    if pointer in page.spots:
        return page.spots[pointer]
    value = value_at(page.data, pointer)
    names = [f"{pointer}/{escaped(name)}" for name in value] if isinstance(value, dict) else ()
    below = [page.spots[name] for name in names if name in page.spots]
    return min(below, key=lambda spot: (spot.attribute is not None, page.stretch(spot)[0])) if below else None


def first_spot(page: Page, pointer: str) -> Spot | None:
    """Where a part begins: its own spot, or the first one of the parts below it."""
    if pointer in page.spots:
        return page.spots[pointer]
    below = [spot for other, spot in page.spots.items() if other.startswith(f"{pointer}/")]
    return min(below, key=lambda spot: page.stretch(spot)[0]) if below else None


def value_at(data: Any, pointer: str) -> Any:
    """The value of page data at a JSON pointer; None where there is none."""
    for step in steps_of(pointer):
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and step.isdigit() and int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data
