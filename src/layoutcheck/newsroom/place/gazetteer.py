"""The world's place names in less than a megabyte: membership filters, read from one file when first asked.

A xor filter (Graf and Lemire, "Xor Filters: Faster and Smaller Than Bloom and Cuckoo Filters", 2020) keeps twelve bits
a name and no name itself. It never misses a name that it was built from, and takes one in 4,096 other strings for one;
beside the form that a candidate must have, and the list of ordinary words, that is far below what forms get wrong.
``tools/build_gazetteer.py`` writes the file; ``docs/decisions/0020-gazetteer.md`` tells why it is made so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from struct import Struct

from layoutcheck.newsroom.place.key import place_key

MAGIC = b"LCGZ2"
_HEAD = Struct("<BII")  # kind, seed, length of one of the three blocks


class PlaceKind(IntFlag):
    """What a name is known as; a name may be several things."""

    NONE = 0
    CITY = 1  # 15,000 inhabitants and more, in all languages and scripts that GeoNames has
    VILLAGE = 2  # 500 inhabitants and more
    COUNTRY = 4  # a country or dependent territory, in some forty languages
    REGION = 8  # a state or province
    ANY = 15


@dataclass(frozen=True, slots=True)
class XorFilter:
    """A set of strings of which only membership can be asked.

    ``prints`` has the low eight bits of each fingerprint, ``more`` the high four, two of them to a byte.
    """

    seed: int
    block: int
    prints: bytes
    more: bytes

    def __contains__(self, key: str) -> bool:
        """Whether ``key`` was put in; true for one in 4,096 keys that were not."""
        return self.holds(_hashed(key, self.seed))

    def holds(self, hashed: int) -> bool:
        """Whether a key was put in that is hashed with this filter's seed."""
        first, second, third, print_ = _slots(hashed, self.block)
        prints = self.prints
        if prints[first] ^ prints[second] ^ prints[third] != print_ & 255:
            return False  # as for nearly every key that was not put in
        return self._high(first) ^ self._high(second) ^ self._high(third) == print_ >> 8

    def _high(self, slot: int) -> int:
        return self.more[slot >> 1] >> 4 * (slot & 1) & 15


def _hashed(key: str, seed: int) -> int:
    return int.from_bytes(
        blake2b(key.encode("utf-8", "surrogatepass"), digest_size=14, salt=seed.to_bytes(4, "little")).digest(),
        "little",
    )


def _slots(hashed: int, block: int) -> tuple[int, int, int, int]:
    """The three places of a hashed key in a filter, and its fingerprint."""
    mask = 0xFFFFFFFF
    first, second, third = hashed & mask, hashed >> 32 & mask, hashed >> 64 & mask
    return first % block, block + second % block, 2 * block + third % block, hashed >> 96 & 0xFFF


def build_filter(keys: Iterable[str], seed: int = 0) -> XorFilter:
    """A filter of ``keys``: the same keys give the same bytes. Used by the build script and by tests."""
    distinct = sorted(set(keys))
    block = max(1, int(1.23 * len(distinct) / 3) + 11)
    while True:
        placed = _peel([_slots(_hashed(key, seed), block) for key in distinct], 3 * block)
        if placed is not None:
            break
        seed += 1
    prints = [0] * (3 * block + 1)
    for slot, (first, second, third, print_) in reversed(placed):
        prints[slot] = print_ ^ prints[first] ^ prints[second] ^ prints[third] ^ prints[slot]
    more = bytes(prints[i] >> 8 | prints[i + 1] >> 8 << 4 for i in range(0, 3 * block, 2))
    return XorFilter(seed, block, bytes(value & 255 for value in prints[:-1]), more)


def _peel(hashed: list[tuple[int, int, int, int]], size: int) -> list[tuple[int, tuple[int, int, int, int]]] | None:
    """The order in which each key owns a slot that no later key needs; None when there is no such order."""
    count, mixed = [0] * size, [0] * size
    for index, entry in enumerate(hashed):
        for slot in entry[:3]:
            count[slot] += 1
            mixed[slot] ^= index
    alone = [slot for slot in range(size) if count[slot] == 1]
    order = []
    while alone:
        slot = alone.pop()
        if count[slot] != 1:
            continue
        index = mixed[slot]
        order.append((slot, hashed[index]))
        for other in hashed[index][:3]:
            count[other] -= 1
            mixed[other] ^= index
            if count[other] == 1:
                alone.append(other)
    return order if len(order) == len(hashed) else None


def pack(filters: dict[PlaceKind, XorFilter]) -> bytes:
    """The file of some filters."""
    parts = [MAGIC]
    for kind, made in filters.items():
        parts += [_HEAD.pack(kind, made.seed, made.block), made.prints, made.more]
    return b"".join(parts)


def unpack(data: bytes) -> dict[PlaceKind, XorFilter]:
    """The filters of a file; raises ValueError for bytes that are none."""
    if not data.startswith(MAGIC):
        raise ValueError("this is no gazetteer")
    found, at = {}, len(MAGIC)
    while at < len(data):
        kind, seed, block = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        middle, end = at + 3 * block, at + 3 * block + (3 * block + 1) // 2
        found[PlaceKind(kind)] = XorFilter(seed, block, data[at:middle], data[middle:end])
        at = end
    return found


@cache
def _filters() -> dict[PlaceKind, XorFilter]:
    return unpack(resources.files("layoutcheck.newsroom").joinpath("data/places.xor").read_bytes())


@cache
def words(name: str) -> frozenset[str]:
    """The entries of one of our own lists (``data/NAME.txt``), as keys; ``#`` begins a comment."""
    text = resources.files("layoutcheck.newsroom").joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(place_key(word) for line in lines for word in line.split(",") if word.strip())


#: Each set of kinds: to join flags takes longer than to look a name up.
_KINDS = tuple(map(PlaceKind, range(PlaceKind.ANY + 1)))


def lookup(name: str) -> PlaceKind:
    """What ``name`` is known as."""
    key = place_key(name)
    return _lookup(key) if key else PlaceKind.NONE


@lru_cache(maxsize=1024)  # one line is read in several ways, and a site's lines come again on its next page
def _lookup(key: str) -> PlaceKind:
    found = 1 if key in words("extra_places") else 0
    hashed: dict[int, int] = {}  # by seed, which is the same for most filters
    for kind, names in _filters().items():
        if names.seed not in hashed:
            hashed[names.seed] = _hashed(key, names.seed)
        if names.holds(hashed[names.seed]):
            found |= kind.value
    return _KINDS[found]


def is_topic_word(name: str) -> bool:
    """Whether a place's name is first of all a topic, a section label or a call to readers (Sport, Watch)."""
    return place_key(name) in words("topic_words")


def is_shared_name(name: str) -> bool:
    """Whether a place's name is a word or a person's name too (Nice, Reading, Split, Charlotte)."""
    return place_key(name) in words("shared_names")
