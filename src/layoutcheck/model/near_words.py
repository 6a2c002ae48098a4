"""A near miss in words, as the end of a message's sentence."""

from __future__ import annotations

from turbohtml import Element

from layoutcheck.core.rule import Spot
from layoutcheck.core.shortened import shortened
from layoutcheck.model.fit import NAMING
from layoutcheck.model.likeness import likeness
from layoutcheck.model.near_miss import NearMiss
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.page import Page

#: Of a text or an attribute so much is told.
_LONGEST = 60


def near_words(miss: NearMiss, page: Page) -> str:
    """``perhaps <p class="date-line"> at 14:3 is meant``; "" where nothing is near."""
    told = []
    if miss.at is not None:
        lacks = f', without "{miss.lacking}"' if miss.lacking else f', "{miss.lost}" does not' if miss.lost else ""
        has = f' but with "{miss.having}"' if miss.having else ""
        told.append(f'"{miss.reached}" does, at {_line(page, Spot(miss.at))}{lacks}{has}')
    elif miss.lost:
        told.append(f'"{miss.lost}" matches nothing')
    if miss.like is not None:
        meant = f"perhaps {_shown(miss.like, miss.step)} at {_line(page, Spot(miss.like))} is meant"
        if miss.is_part and miss.step == miss.lost:
            told[-1] += f", {meant}"
        else:
            told.append(meant + (f' by "{miss.step}"' if miss.is_part else ""))
    if miss.rest_at is not None:
        told.append(f'"{miss.rest}" alone does, at {_line(page, Spot(miss.rest_at))}')
    if miss.read_as is not None:
        told.append(
            f'"{shortened(collapsed(page.text(miss.read_as)), _LONGEST)}" at {_line(page, miss.read_as)} reads as one'
        )
    return "; ".join(told)


def _line(page: Page, spot: Spot) -> str:
    """Line and column of a spot."""
    line, column = page.lines.at(page.stretch(spot)[0])
    return f"{line}:{column}"


def _shown(node: Element, step: str) -> str:
    """The start tag with what tells the element from others, as far as it fits."""
    said = [(name, node.attr(name) or "") for name in ("class", *NAMING) if node.attr(name)]
    told = sorted(said[:8], key=lambda pair: -_nearest(step, pair[1])[0])[:1]
    shown = "".join(f' {name}="{_cut(step, value)}"' for name, value in told)
    return f"<{node.tag}{shown}>"


def _cut(step: str, value: str) -> str:
    """An attribute's value; of a long one the word for which it is told."""
    value = " ".join(value.split())
    if len(value) <= _LONGEST:
        return value
    word = _nearest(step, value)[1][:_LONGEST]
    return f"{'' if value.startswith(word) else '… '}{word} …"


def _nearest(step: str, value: str) -> tuple[float, str]:
    """Of the words of a value the one most alike to what a step asks for."""
    return max(((likeness(step, word), word) for word in value.split()), key=lambda entry: entry[0], default=(0.0, ""))
