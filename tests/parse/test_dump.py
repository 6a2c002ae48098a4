"""Dumps as w3m, lynx, html2text, inscriptis and a browser write them become the same small tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.document import Document
from layoutcheck.parse.parser import parse


def dump(text: str):
    return parse(Document("p.txt", text.encode(), "text/plain"))


def shape(text: str) -> list[tuple[str, str, int, int]]:
    page = dump(text)
    found = []
    for block in page.blocks:
        place = page.place(block.spot())
        found.append((block.tag, block.text, place.line, place.column))
    return found


def test_a_line_is_a_block_where_nothing_was_wrapped():
    assert shape("Headline here\nLATEST\n\n  Second\n") == [
        ("p", "Headline here", 1, 1),
        ("p", "LATEST", 2, 1),
        ("p", "Second", 4, 3),
    ]


def test_list_items_lose_their_markers_and_keep_their_places():
    assert shape("  1. First story\n\n     First story\n  2. Second story\n\n  * Bullet\n") == [
        ("li", "First story", 1, 6),
        ("p", "First story", 3, 6),
        ("li", "Second story", 4, 6),
        ("li", "Bullet", 6, 5),
    ]


WRAPPED = """\
   The council met on Monday to discuss the harbour wall, which has been
   leaking since the spring tides, and agreed to repair it before the
   winter storms arrive.

   A second meeting is planned for next week, the mayor said, when the cost
   of the work is known and the contractors have answered.
"""


def test_wrapped_lines_are_joined_into_their_paragraph():
    assert [(tag, line) for tag, _, line, _ in shape(WRAPPED)] == [("p", 1), ("p", 5)]
    assert shape(WRAPPED)[0][1].endswith(
        "leaking since the spring tides, and agreed to repair it before the winter storms arrive."
    )


def test_markdown_headings_links_and_pictures_are_elements():
    page = dump("# Harbour wall leaks\n\n![A wall](/wall.jpg)\n\n[More news](https://example.org/more) **bold** text\n")
    assert page.tree.select_one("h1").text == "Harbour wall leaks"
    assert page.tree.select_one("img").attr("alt") == "A wall"
    assert page.tree.select_one("a").attr("href") == "https://example.org/more"
    assert page.blocks[-1].text == "More news bold text"


def test_a_markdown_heading_may_stand_in_a_list():
    page = dump("# Harbour\n\n  * ## Tides\n\n    High at noon.\n\n  * Winds\n")
    assert [(item.text, item.select_one("h2") is not None) for item in page.tree.find_all("li")] == [
        ("TidesHigh at noon.", True),
        ("Winds", False),
    ]


LYNX = """\
   [1]Home

   Harbour wall leaks, says [2]the mayor

References

   1. https://example.org/
   2. https://example.org/mayor
"""


def test_lynx_link_numbers_and_references_are_no_text():
    assert [text for _, text, _, _ in shape(LYNX)] == ["Home", "Harbour wall leaks, says the mayor"]


@pytest.mark.parametrize("marker", ["*", "•", "-", "+"])
def test_bullets_of_all_kinds_make_lists(marker):
    assert shape(f" {marker} one\n {marker} two\n")[0][0] == "li"


@given(st.text(alphabet=st.sampled_from("ab *-1.#[]()!\n\t\u00a0_é😀"), max_size=120))
def test_every_block_stands_where_it_says(text):
    if not text.strip():
        return
    page = dump(text)
    for block in page.blocks:
        for piece in block.pieces:
            offsets = page.positions.text(piece)
            assert offsets is not None
            assert page.source[offsets[0] : offsets[-1]] == piece.data
            for at in {offsets[0], offsets[-1] - 1} if piece.data else ():
                spot = page.spot_at(at)
                assert spot is not None and (spot.node, spot.start) == (piece, at - offsets[0])


def test_an_offset_in_a_dump_leads_to_the_text_or_attribute_that_stands_there():
    page = dump("1. one\n\n   [More news](https://example.org/more) tail\n")
    for needle, attribute in (("one", None), ("More", None), ("example", "href"), ("tail", None)):
        spot = page.spot_at(page.source.index(needle))
        assert spot is not None and spot.attribute == attribute
        assert page.text(spot).startswith(needle)
    assert page.spot_at(0) is None  # the item's number is no text


def test_a_day_is_no_list_item():
    assert shape("  3. September 2025\n\n  1. one\n  2. two\n") == [
        ("p", "3. September 2025", 1, 3),
        ("li", "one", 3, 6),
        ("li", "two", 4, 6),
    ]


BROKEN_AT_A_DASH = """\
The harbour wall leaks again, the mayor told the council on Monday evening,
- as she had warned in the spring - and it will have to be closed before the
2. storm of the winter arrives, which the builders expect in the first week
of December.
"""


def test_a_dash_or_number_at_the_beginning_of_a_wrapped_line_begins_no_list():
    assert [tag for tag, *_ in shape(BROKEN_AT_A_DASH)] == ["p"]


def test_lines_wrapped_between_ideographs_are_joined_without_a_space():
    line = "港の新しい灯台に明かりがともり集まった住民から拍手が起きたと市は伝えた"
    (block,) = dump(f"{line}\n{line}\n{line}\n{line}。\n").blocks
    assert block.text == f"{line * 4}。"


def test_lines_of_similar_length_are_not_taken_for_wrapped_ones():
    lines = [f"Harbour wall leaks {'again and ' * count}says the mayor of the town" for count in range(1, 9)]
    assert len(shape("\n".join(lines))) == len(lines)
