"""The parts of an article in a dump, where no markup tells them apart."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.dump import find, read_dump
from layoutcheck.parse.parser import parse

STORY = (
    "The harbour wall leaks again, the mayor told the council on Monday evening, and it will be mended.\n\n"
    "It has leaked since the spring tides, and nobody knows what the repair will cost the town.\n"
)


def page(text: str):
    return parse(Document("p.txt", text.encode(), "text/plain"))


def part(header: str, kind: str):
    found = find(page(f"Home\nWorld\n\nHarbour wall leaks for the third time\n\n{header}\n\n{STORY}"), kind)
    return found.value if found else None


@pytest.mark.parametrize(
    ("header", "byline"),
    [
        ("By Ana Horvat", "Ana Horvat"),
        ("Posted by Ana Horvat | 26 April 2026", "Ana Horvat"),
        ("[portrait] Von Jule Brandt", "Jule Brandt"),
        ("Por Luis Ramírez", "Luis Ramírez"),
        ("By Ana Horvat and Jo Moe", "Ana Horvat, Jo Moe"),
        ("Ana Horvat - Apr 16, 2026 8:02 pm UTC", "Ana Horvat"),
        ("Ana Horvat, Political Writer\n\n20 January 2026", "Ana Horvat"),
        ("20 January 2026\n\nAna Horvat", "Ana Horvat"),
        ("Ana Horvat", None),
        ("LATEST NEWS\n\n20 January 2026", None),
        ("World Feb 12, 2026", None),
        ("20 January 2026", None),
    ],
)
def test_who_signs(header, byline):
    assert part(header, "byline") == byline


def test_a_byline_stands_where_the_names_stand():
    read = page(f"Harbour wall leaks for the third time\n\n   Posted by Ana Horvat | 26 April 2026\n\n{STORY}")
    found = find(read, "byline")
    place = read.place(found.spot)
    assert (place.line, place.column, place.end_column) == (3, 14, 24)


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("20 January 2026, 09:30", "2026-01-20T09:30:00"),
        ("Published on 3. September 2025", "2025-09-03"),
        ("date 2026-01-21", None),
        ("Ana Horvat", None),
    ],
)
def test_when_it_was_published(header, published):
    assert part(header, "published") == published


def test_the_headline_is_not_a_pictures_text_and_its_caption():
    caption = "A crane on the harbour wall at night"
    read = page(f"Harbour wall leaks for the third time\n20 January 2026\n{caption}\n{caption}\n\n{STORY}")
    assert find(read, "headline").value == "Harbour wall leaks for the third time"


def test_the_way_to_the_page_is_no_headline():
    read = page(f"Front page > World > Harbour news of the day\n\nHarbour wall leaks\n\n{STORY}")
    assert find(read, "headline").value == "Harbour wall leaks"


def test_a_machines_date_before_the_title_is_no_part_of_it():
    read = page(f"date 2026-01-21 Harbour wall leaks again\n\nHarbour wall leaks again\n\n{STORY}")
    assert find(read, "title").value == "Harbour wall leaks again"
    assert read.place(find(read, "title").spot).column == 17


def test_what_follows_the_story_is_the_rest():
    read = read_dump(
        page(f"Harbour wall leaks\n\n{STORY}\nLATEST NEWS\n\n 1. Crane is lit at night\n 2. Ferry sails\n")
    )
    assert len(read.body) == 2
    assert [block.text for block in read.rest] == ["LATEST NEWS", "Crane is lit at night", "Ferry sails"]
