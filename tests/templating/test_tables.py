"""Hundreds of leaks as engines print them, and of texts of healthy pages that look like them, in their places.

``leaks.txt`` holds family, place and text; ``look_alikes.txt`` place and text.
"""

from collections import defaultdict
from pathlib import Path

import pytest
from leak_pages import found, page_at

from layoutcheck.templating.leak import leaks


def _grouped(file: str, parts: int) -> dict[str, list[list[str]]]:
    rows: dict[str, list[list[str]]] = defaultdict(list)
    for line in (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines():
        row = line.split(" | ", parts - 1)
        rows[row[0]].append(row[1:])
    return dict(rows)


LEAKS = _grouped("leaks.txt", 3)
LOOK_ALIKES = _grouped("look_alikes.txt", 2)


@pytest.mark.parametrize("family", LEAKS)
def test_leaks_are_found(family: str) -> None:
    missed = [row for row in LEAKS[family] if family not in [leak.family.id for leak in found(page_at(*row))]]
    assert missed == []


@pytest.mark.parametrize("place", LOOK_ALIKES)
def test_look_alikes_are_left_alone(place: str) -> None:
    wrong = [(text, [leak.family.id for leak in leaks(page_at(place, text))]) for [text] in LOOK_ALIKES[place]]
    assert [row for row in wrong if row[1]] == []
