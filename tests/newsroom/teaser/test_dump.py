"""Teasers of dumps: lists, lines that stand twice, pictures' texts."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.teaser.dump import doubled_lines, read_lines, read_teasers
from made_page import page_of

STORY = "# Wall leaks in three places\n\n" + "".join(
    f"The wall that shelters the old harbour leaks, the council said on {day}.\n\n"
    for day in ("Monday", "Tuesday", "Friday")
)
LINE, OTHER = "Market moves to the old quay", "Ferry sails again after the storm"


def dump(rest: str):
    return page_of(STORY + rest, "text/plain")


def doubled(rest: str) -> list[tuple[str, str]]:
    return [(pair.first.text, pair.second.text) for pair in doubled_lines(dump(rest))]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (f"{LINE}\n\n{LINE}\n\n", [(LINE, LINE)]),
        (f"TOWN {LINE}\n\n{LINE}\n\n", [(f"TOWN {LINE}", LINE)]),
        (f"[{LINE}]\n\n{LINE}\n\n", [(LINE, LINE)]),
        (f"![{LINE}](a.jpg)\n\n{LINE}\n\n", [(LINE, LINE)]),
        (f"{LINE}\n\nTOWN\n\n{LINE}\n\n", [(LINE, LINE)]),
        (f"{LINE} {LINE}\n\n", [(LINE, LINE)]),
        (f"{LINE}\n\n{OTHER}\n\n", []),
        ("Wall leaks in three places\n\nWall leaks in three places\n\n", []),  # the headline's own
        ("Read more here\n\nRead more here\n\n", []),  # two buttons
        (f"{LINE}\n\n{OTHER}\n\n{LINE}\n\n", []),
        ("Then the wall broke in the night.\n\nThen the wall broke in the night.\n\n", []),
    ],
)
def test_lines_that_stand_twice_in_a_row_are_doubled(rest: str, found: list[tuple[str, str]]) -> None:
    assert doubled(rest) == found


def test_doubled_lines_are_looked_for_once_and_have_their_places() -> None:
    page = dump(f"TOWN {LINE}\n\n{LINE}\n\n")
    (pair,) = doubled_lines(page)
    assert doubled_lines(page) is doubled_lines(page)
    assert page.text(pair.first.spot(pair.copy.start)) == LINE == page.text(pair.second.spot())


def test_lists_and_labels_make_lists_of_teasers() -> None:
    page = dump(
        f"1. {LINE}\n2. {OTHER}\n\n### Mayor opens the new library\n\nThe doors are open to all from Monday on, she told us at the quay.\n"
    )
    found = [
        (teaser.block, teaser.headline.value, teaser.summary and teaser.summary.value) for teaser in read_teasers(page)
    ]
    assert [line for _, line, _ in found] == [LINE, OTHER, "Mayor opens the new library"]
    assert found[0][0] == found[1][0] != found[2][0]
    assert found[2][2] == "The doors are open to all from Monday on, she told us at the quay."


def test_a_doubled_line_is_one_teaser_with_label_and_picture_text() -> None:
    (teaser,) = read_teasers(dump(f"TOWN {LINE}\n\n{LINE}\n\n"))
    assert (teaser.label.value, teaser.headline.value, teaser.alt.value) == ("TOWN", LINE, LINE)


def test_brackets_set_a_pictures_text_apart() -> None:
    texts = [line.text for line in read_lines(dump(f"[{LINE}] {OTHER} [12]\n"))]
    assert texts[-2:] == [LINE, OTHER]
    assert [line.text for line in read_lines(dump("[short] line of a dump\n"))][-1] == "[short] line of a dump"
