"""Bylines that a template filled by half."""

import pytest

from layoutcheck.newsroom.byline.unfilled import half_filled


@pytest.mark.parametrize(
    ("text", "message", "detail"),
    [
        ("By", "nameless", "By"),
        ("Par :", "nameless", "Par"),
        ("Von und", "nameless", "Von"),
        ("بقلم", "nameless", "بقلم"),
        ("By , Transport Editor", "nameless", "By"),
        ("By | 3 May 2026", "nameless", "By"),
        ("By -", "nameless", "By"),
        ("Von n/a", "nameless", "Von"),
        ("Submitted by on 3 May 2026", "nameless", "Submitted by"),
        ("By: By Ann Berg", "twice", "By"),
        ("Submitted by by Ann Berg on 3 May 2026", "twice", "by"),
        ("Von Von Ann Berg", "twice", "Von"),
        ("By Ann Berg and", "open", "and"),
        ("Av Ann Berg og", "open", "og"),
        ("By Ann Berg,", "open", ","),
        ("By Ann undefined", "unfilled", "undefined"),
        ("By Ann Berg, None", "unfilled", "None"),
        ("By By Ann Berg", "twice", "By"),
        ("By []", "nameless", "By"),
        ("Written by on July 27, 2017", "nameless", "Written by"),
        ("By - 6 November 2023", "nameless", "By"),
        ("von Veröffentlicht am 1. Mai 2019", "nameless", "von"),
        ("Posted on 3 May 2026 by", "nameless", "by"),
        ("3 May 2026 | By |", "nameless", "By"),
        ("By Ann Berg and - 6 November 2023, 9:00 GMT", "open", "and"),
        ("By Ann Berg and Ann Berg", "twice", "Ann Berg"),
        ("By Ann Berg Ann Berg", "twice", "Ann Berg"),
        ("By Ann Berg, , Jo Moe", "open", ","),
        ("By Ann Berg and and Jo Moe", "open", "and"),
        ("By Ann Berg ()", "empty", "()"),
        ("By Ann Berg and3 May 2026", "open", "and"),
        ("Ann Berg and", "open", "and"),
        ("Anna von Berg und", "open", "und"),
        ("By and Ann Berg", "nameless", "By"),
        ("By 4711", "nameless", "By"),
        ("By 3f2b8a1e-5d4c-4f6a-9b7e-1a2b3c4d5e6f", "nameless", "By"),
        ("By Ann Berg, Ann Berg | 3 May 2026", "twice", "Ann Berg"),
        ("Von Ann Berg Von Ann Berg", "twice", "Ann Berg"),
    ],
)
def test_tells_what_a_byline_lacks(text: str, message: str, detail: str) -> None:
    fault = half_filled(text, "3 May 2026")
    assert fault is not None
    assert tuple(fault) == (message, detail)


@pytest.mark.parametrize(
    "text",
    ["By Ann Berg", "Von Beatrix von Berg", "By Ann Berg and Jo Moe, Reuters", "By the numbers", "By and large", "Par avion",
     "By night, by day", "By Rocco Di Null", "By providing your address,", "By Null Berg", "None of this", "By None", "Od", "Ann Berg", "",
     "By 6 November 2023 all stalls must be gone", "By 2030", "By Ann Berg and Ann Bergman", "By Ann Berg on 3 May 2026",
     "By Ann Berg and Jo Moe on 3 May 2026", "Step 3 by step", "Sort 12 results by",
     "By Ann Bergman Ann Berg", "By and by", "By Ann Berg, Jo Moe, and Bo Quay", "By 4711 Cologne", "By Ann Anders 3 May 2026", "What we find here and", "Salt and", "By Ann Berg (AP)"],
)  # fmt: skip
def test_leaves_whole_bylines_and_other_lines_alone(text: str) -> None:
    assert half_filled(text, "3 May 2026") is None


def test_a_name_may_stand_in_the_next_block() -> None:
    assert half_filled("By", "Ann Berg") is None
    assert half_filled("By", "News4All Staff") is None
    assert half_filled("Posted by", "u/harbourmaster") is None
    assert half_filled("By", "by Ann Berg") is None
    assert half_filled("By Jo Moe and", "Ann Berg") is None
    assert half_filled("Jo Moe and", "Ann Berg") is None
    assert half_filled("By", "Ann Berg, Bo Quay and Cy Moe") is None
    assert half_filled("By", "Ann Berg a.berg@quay.example") is None
    assert half_filled("By", "Ann Berg and agencies in Oslo") is None
    assert (
        half_filled("By", "The wall will be raised by half a metre, the council said, before the storms of autumn.")
        is not None
    )


def test_what_is_no_name_in_the_next_block_is_none() -> None:
    assert half_filled("By", "View author archive") is not None
    assert half_filled("By Jo Moe and", "Share Tweet Email") is not None
    assert half_filled("By", "Jan van der Berg") is None
    assert half_filled("By", "Staff writer") is None
