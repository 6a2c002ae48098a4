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
        ("By Ann Berg and", "open", "and"),
        ("Av Ann Berg og", "open", "og"),
        ("By Ann Berg,", "open", ","),
        ("By Ann undefined", "unfilled", "undefined"),
        ("By Ann Berg, None", "unfilled", "None"),
        ("By By Ann Berg", "twice", "By"),
    ],
)
def test_tells_what_a_byline_lacks(text: str, message: str, detail: str) -> None:
    fault = half_filled(text, "3 May 2026")
    assert fault is not None
    assert tuple(fault) == (message, detail)


@pytest.mark.parametrize(
    "text",
    ["By Ann Berg", "Von Beatrix von Berg", "By Ann Berg and Jo Moe, Reuters", "By the numbers", "By and large", "Par avion",
     "By night, by day", "By Rocco Di Null", "By providing your address,", "By Null Berg", "None of this", "By None", "Od", "Ann Berg", ""],
)  # fmt: skip
def test_leaves_whole_bylines_and_other_lines_alone(text: str) -> None:
    assert half_filled(text, "3 May 2026") is None


def test_a_name_may_stand_in_the_next_block() -> None:
    assert half_filled("By", "Ann Berg") is None
    assert half_filled("By", "News4All Staff") is None
    assert half_filled("Posted by", "u/harbourmaster") is None
    assert half_filled("By", "by Ann Berg") is None
    assert half_filled("By Jo Moe and", "Ann Berg") is None
    assert (
        half_filled("By", "The wall will be raised by half a metre, the council said, before the storms of autumn.")
        is not None
    )
