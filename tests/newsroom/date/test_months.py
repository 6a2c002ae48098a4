"""Names of months in many languages, and letters made plain."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.date.months import MONTHS, NAMES, OTHER_MEANING, plain_letters, plain_words


@pytest.mark.parametrize(
    ("name", "month"),
    [("january", 1), ("mrz", 3), ("août", 8), ("märz", 3), ("Jänner", 1), ("setembro", 9), ("lutego", 2), ("ŘÍJNA", 10), ("září", 9),
     ("января", 1), ("серпня", 8), ("Μαΐου", 5), ("يناير", 1), ("كانون الثاني", 1), ("תשרי", None), ("מרץ", 3), ("במרץ", 3), ("मार्च", 3), ("ม.ค", 1),
     ("ağustos", 8), ("kasım", 11), ("qershor", 6), ("monday", None), ("-", None), ("", None)],
)  # fmt: skip
def test_a_month_is_known_by_its_names(name: str, month: int | None) -> None:
    assert MONTHS.get(plain_letters(name)) == month


def test_every_language_has_twelve() -> None:
    assert {language: len(names.split()) for language, names in NAMES.items()} == dict.fromkeys(NAMES, 12)


def test_a_word_with_another_meaning_means_the_common_one_first() -> None:
    assert MONTHS["listopada"] == 11 and OTHER_MEANING["listopada"] == 10
    assert all(MONTHS[name] != month for name, month in OTHER_MEANING.items())


@pytest.mark.parametrize(
    ("text", "plain"),
    [("AOÛT", "aout"), ("Łódź", "lodz"), ("İstanbul", "istanbul"), ("ΜΆΙΟΣ", "μαιοσ"), ("Ёлка", "елка"), ("đ", "d"), ("ß", "ß"), ("会", "会"), ("", "")],
)  # fmt: skip
def test_letters_are_made_plain_one_for_one(text: str, plain: str) -> None:
    assert plain_letters(text) == plain
    assert len(plain_letters(text)) == len(text)


def test_words_are_runs_of_letters() -> None:
    assert plain_words("3. März 2026, Łódź—x") == ["marz", "lodz", "x"]
    assert plain_words("3.5.2026") == []
