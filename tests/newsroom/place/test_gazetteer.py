"""The gazetteer: what it knows, and that its filters forget nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.newsroom.place.gazetteer import (
    PlaceKind,
    build_filter,
    is_shared_name,
    is_topic_word,
    lookup,
    pack,
    unpack,
)
from layoutcheck.newsroom.place.key import place_key


@pytest.mark.parametrize(
    "name",
    ["Havana", "HAVANA", "La Habana", "Гавана", "القاهرة", "東京", "부산", "München", "Saint-Étienne", "ST. ETIENNE"],
)
def test_knows_cities_in_many_spellings(name: str) -> None:
    assert lookup(name) & PlaceKind.CITY


def test_knows_villages_countries_and_states() -> None:
    assert lookup("Westerkappeln") & PlaceKind.VILLAGE
    assert lookup("Südkorea") & PlaceKind.COUNTRY
    assert lookup("Idaho") & PlaceKind.REGION
    assert lookup("Kleinkleckersdorf an der Knatter") is PlaceKind.NONE
    assert lookup("") is PlaceKind.NONE


def test_tells_topics_and_shared_names_apart() -> None:
    assert is_topic_word("SPORT") and not is_topic_word("Oslo")
    assert is_shared_name("Nice") and is_shared_name("Charlotte") and not is_shared_name("Oslo")


@given(st.sets(st.text(min_size=1, max_size=12), max_size=200))
def test_a_filter_holds_every_key_it_was_built_from(keys: set[str]) -> None:
    made = build_filter(keys)
    assert all(key in made for key in keys)
    assert unpack(pack({PlaceKind.CITY: made})) == {PlaceKind.CITY: made}


def test_a_filter_takes_few_strangers_in() -> None:
    made = build_filter(f"name {number}" for number in range(2000))
    assert sum(f"stranger {number}" in made for number in range(20000)) < 40


def test_the_same_keys_give_the_same_bytes() -> None:
    names = ["Oslo", "Bergen", "Bodø"]
    assert pack({PlaceKind.CITY: build_filter(names)}) == pack({PlaceKind.CITY: build_filter(reversed(names))})


def test_foreign_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="no gazetteer"):
        unpack(b"something else")


def test_the_data_stays_under_a_megabyte() -> None:
    from importlib import resources

    folder = resources.files("layoutcheck.newsroom").joinpath("data")
    assert sum(len(file.read_bytes()) for file in folder.iterdir()) < 1_000_000


@given(st.text(max_size=40))
def test_keys_are_stable(name: str) -> None:
    assert place_key(place_key(name)) == place_key(name)
