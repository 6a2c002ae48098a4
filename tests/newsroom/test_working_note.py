"""What colleagues write to each other, and what they write to readers."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.working_note import is_note, marked_notes


@pytest.mark.parametrize(
    "text",
    ["CHECK SPELLING OF NAMES", "Check spelling", "pls confirm with him", "ADD QUOTE HERE", "Quote to come", "Photo TK", "ZITAT FEHLT NOCH",
     "Zitat fehlt noch", "BITTE NOCH PRÜFEN", "Foto folgt", "Photo à venir", "à compléter", "FALTA LA FOTO", "Manca la foto", "DO NOT PUBLISH",
     "do not publish", "da verificare", "** Check spelling **", "-- INSERIR FOTO --", "Please check with legal."],
)  # fmt: skip
def test_an_order_alone_is_a_note(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize(
    "text",
    ["CHECK", "PRÜFEN", "ADD PHOTOS", "CONFIRM YOUR AGE", "VERIFY NAMES", "More to come", "Check out our guide", "The council will check names", "",
     "MISSING LINK FOUND", "Photo", f"Check spelling {'and then some ' * 8}", "THE WALL LEAKS", "Quote of the day"],
)  # fmt: skip
def test_headings_buttons_and_sentences_are_none(text: str) -> None:
    assert not is_note(text)


def noted(*texts: str) -> list[tuple[int, str]]:
    return [(index, texts[index][start:end]) for index, start, end in marked_notes(texts)]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The mayor [CHECK SPELLING] spoke.", "[CHECK SPELLING]"),
        ("He said so. [check spelling]", "[check spelling]"),
        ("(xx check this with legal xx) The mayor spoke.", "(xx check this with legal xx)"),
        ("The mayor (?? CHECK NAME) spoke.", "(?? CHECK NAME)"),
        ("The mayor --ADD QUOTE HERE-- spoke.", "--ADD QUOTE HERE--"),
        ("He left. **NACHFRAGEN**", "**NACHFRAGEN**"),
        ("He left. ##ZITAT FEHLT##", "##ZITAT FEHLT##"),
        ("He left. <<PHOTO TK>>", "<<PHOTO TK>>"),
        ("He left. >>PHOTO TK<<", ">>PHOTO TK<<"),
        ("A XX-year-old man left.", "XX-year-old"),
        ("Prices rose by XX percent.", "XX percent"),
        ("He left. [SUBS: please trim]", "[SUBS: please trim]"),
        ("Ein Mann [Anm. d. Red.: bitte noch prüfen] ging.", "[Anm. d. Red.: bitte noch prüfen]"),
    ],
)
def test_a_note_in_marks_is_found_within_a_paragraph(text: str, note: str) -> None:
    assert noted(text) == [(0, note)]


@pytest.mark.parametrize(
    "text",
    ["He said [sic] so.", "The mayor (photo) spoke.", "See (check out our guide).", "The sign said “[CHECK SPELLING]” to all.",
     "the mayor [check spelling] spoke.", "Er ging (Anm. d. Red.: Name geändert).", "He left. [INSERT LINK HERE]", "Malcolm XX percent", "It cost $XX percent.",
     "A well--known man--said so.", "2 << 3 and 4 >> 5", ""],
)  # fmt: skip
def test_what_is_told_to_readers_is_none(text: str) -> None:
    assert noted(text) == ([(0, "XX percent")] if text.startswith("Malcolm") else [])


def test_texts_are_searched_as_one_and_told_apart() -> None:
    texts = ("The mayor spoke.", "", "He left. [CHECK SPELLING] Then rain.", "--ADD QUOTE HERE--")
    assert noted(*texts) == [(2, "[CHECK SPELLING]"), (3, "--ADD QUOTE HERE--")]
    assert noted("[CHECK", "SPELLING]") == []  # no note goes over a line's end
    assert noted() == []
