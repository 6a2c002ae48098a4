"""The script of a text, and whether a language is written in it."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.script_of import script_fits, script_name


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The wall leaks", "Latin"),
        ("Стена протекает", "Cyrillic"),
        ("Ο τοίχος στάζει", "Greek"),
        ("الجدار يتسرب", "Arabic"),
        ("הקיר דולף", "Hebrew"),
        ("दीवार टपकती है", "Devanagari"),
        ("দেয়াল চুইয়ে পড়ছে", "Bengali"),
        ("กำแพงรั่ว", "Thai"),
        ("벽이 샌다", "Hangul"),
        ("かべがもれる", "Japanese kana"),
        ("城墙漏水", "Chinese characters"),
        ("12 % · 3,4", ""),
        ("Wall стена", "Cyrillic"),
        ("a 1234567890", ""),
    ],
)
def test_names_the_script_of_most_letters(text: str, script: str) -> None:
    assert script_name(text) == script


@pytest.mark.parametrize(
    ("text", "language", "fits"),
    [
        ("The wall leaks", "en", True),
        ("The wall leaks", "sw", True),
        ("The wall leaks", "ru", False),
        ("The wall leaks", "ar", False),
        ("Zid curi", "sr", True),  # Serbian is written in both
        ("Зид цури", "sr", True),
        ("Стена протекает", "ru", True),
        ("Стена протекает", "en", False),
        ("Стена протекает", "el", False),
        ("城墙漏水", "zh", True),
        ("城墙漏水", "ko", True),
        ("城墙漏水", "en", False),
        ("かべがもれる", "ja", True),
        ("かべがもれる", "zh", False),
        ("12 % · 3,4", "ru", True),  # no letters, nothing to say
        ("12 % · 3,4", "en", True),
        ("Putin (Путин) visits the wall", "en", True),
    ],
)
def test_tells_whether_a_language_may_be_written_so(text: str, language: str, fits: bool) -> None:
    assert script_fits(text, language) is fits
