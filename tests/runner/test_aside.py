"""What is put aside comes back in its order, as often as one likes, from memory and from a file."""

from __future__ import annotations

import io
from itertools import islice
from typing import Any

import pytest

from layoutcheck.runner import aside
from layoutcheck.runner.aside import Aside

THINGS = [("a.html", {"form": "PLACE (SOURCE)", "at": number}) for number in range(50)]


@pytest.mark.parametrize("kept", [0, 100, 1000, 1 << 20])
def test_things_come_back_in_their_order_again_and_again(kept: int) -> None:
    put = Aside(kept)
    for thing in THINGS:
        put.append(thing)
    assert list(put) == list(put) == THINGS
    between = iter(put)
    assert [*islice(between, 20)] == THINGS[:20]
    put.append(("b.html", None))
    assert list(put) == [*THINGS, ("b.html", None)]
    assert [*between] == [*THINGS[20:], ("b.html", None)]


def test_little_is_kept_in_memory() -> None:
    put = Aside(1000)
    for thing in THINGS * 100:
        put.append(thing)
    assert sum(map(len, put._latest)) <= 1000
    assert list(put) == THINGS * 100


class Full(io.BytesIO):
    def write(self, data: Any) -> int:
        if self.tell() + len(data) > 2000:
            super().write(data[:100])
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_where_there_is_no_room_memory_keeps_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "TemporaryFile", Full)
    put = Aside(500)
    for thing in THINGS:
        put.append(thing)
    assert list(put) == THINGS
