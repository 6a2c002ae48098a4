"""Place names by grade, and lists of places."""

import pytest

from layoutcheck.newsroom.place.place import Grade, PlaceNames, letters_form, read_places
from layoutcheck.newsroom.place.region import is_abbreviated, is_region

NAMES = PlaceNames.of(["Entenhausen"])


@pytest.mark.parametrize(
    ("name", "grade"),
    [("Oslo", Grade.CITY), ("Westerkappeln", Grade.VILLAGE), ("Split", Grade.SHARED), ("Brazil", Grade.COUNTRY),
     ("NAPA COUNTY", Grade.LIKELY), ("Sport", Grade.SHAPED), ("March", Grade.SHAPED), ("Entenhausen", Grade.GIVEN),
     ("the harbour", Grade.NONE), ("Oslo 5", Grade.NONE), ("Singapore", Grade.CITY), ("Washington", Grade.CITY)],
)  # fmt: skip
def test_grades_names(name: str, grade: Grade) -> None:
    assert NAMES.grade(name) is grade


@pytest.mark.parametrize(
    ("text", "places", "region"),
    [("Oslo", ["Oslo"], None), ("OSLO, Norway", ["OSLO"], "Norway"), ("Athens/Rome", ["Athens", "Rome"], None),
     ("Frankfurt/Main", ["Frankfurt/Main"], None), ("Lima (Perú)", ["Lima"], "Perú"),
     ("Kyiv and Warsaw", ["Kyiv", "Warsaw"], None), ("TULSA, OK", ["TULSA"], "OK")],
)  # fmt: skip
def test_reads_lists_of_places(text: str, places: list[str], region: str | None) -> None:
    found = read_places(text, 0, len(text), NAMES)
    assert found is not None
    assert [text[a:b] for a, b in found.places] == places
    assert (text[slice(*found.region)] if found.region else None) == region


@pytest.mark.parametrize("text", ["Oslo – Am Samstag", "x", "He said, and left", "Oslo; Bergen", "A" * 90])
def test_reads_no_places_in_prose(text: str) -> None:
    assert read_places(text, 0, len(text), NAMES) is None


def test_knows_regions_in_short_and_in_full() -> None:
    assert all(map(is_region, ["Mich.", "N.C.", "MO", "(SP)", "South Korea", "Alemania", "Uttar Pradesh", "D.C."]))
    assert not is_region("Harbour")
    assert is_abbreviated("Calif") and not is_abbreviated("Honduras")


@pytest.mark.parametrize(("text", "form"), [("OSLO", "caps"), ("Oslo", "mixed"), ("東京", "caseless"),
                                            ("McALLEN", "caps"), ("Rio de Janeiro", "mixed")])  # fmt: skip
def test_tells_how_letters_are_written(text: str, form: str) -> None:
    assert letters_form(text) == form
