"""What engines printed when they were made to fail is found, and told with the engines that print it.

``engines.txt`` holds the engine and its version, the family, the engines to be named, place and text.
"""

from collections import defaultdict
from pathlib import Path

import pytest
from leak_pages import found, page_at

from layoutcheck.templating.leak import hit

ROWS: dict[str, list[list[str]]] = defaultdict(list)
for _line in (Path(__file__).parent / "engines.txt").read_text(encoding="utf-8").splitlines():
    _engine, *_row = _line.split(" | ", 4)
    ROWS[_engine].append(_row)


@pytest.mark.parametrize("engine", ROWS)
def test_what_an_engine_prints_is_told_with_its_name(engine: str) -> None:
    for family, named, place, text in ROWS[engine]:
        told = [hit(leak, "m").data for leak in found(page_at(place, text))]
        assert (family, named.split(", ")) in [(data["family"], data["engines"]) for data in told], text
