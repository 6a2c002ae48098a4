"""What stands at an offset of the source is found, and nothing is found where nothing stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.document import Document
from layoutcheck.parse import standing
from layoutcheck.parse.parser import parse

from .pieces import PIECES


def page(source: str):
    return parse(Document("p.html", source.encode(), "text/html", "utf-8"))


@pytest.mark.parametrize(
    ("source", "needle"),
    [
        ("<h1>x</h1><table><tr>{{ moved }}<td>y</table>", "{{ moved }}"),
        ("<p title='{{ a }}'>b</p>", "{{ a }}"),
        ("<p>&amp; {{ b }}<b>c</b> {{ d }}", "{{ d }}"),
        ("{{ first }}<p>x", "{{ first }}"),
    ],
)
def test_a_source_offset_leads_to_what_stands_there(source, needle):
    found = page(source)
    spot = found.spot_at(source.index(needle))
    assert found.text(spot).startswith(needle)


def test_nothing_stands_in_tags_and_comments():
    found = page("<p class=x><!-- {{ y }} -->z")
    assert found.spot_at(1) is None
    assert found.spot_at(17) is None


@given(PIECES, st.data())
def test_what_stands_at_an_offset_is_found_by_the_tree_as_by_the_index(pieces, data):
    found = page("<body><div>" + "".join(pieces))
    for _ in range(3):
        offset = data.draw(st.integers(0, len(found.source) - 1))
        descended = found.standing._descend(offset)
        starts, elements = found.standing._index()
        line, column = found.lines.at(offset)
        before = [e for start, e in zip(starts, elements, strict=True) if start <= (line, column - 1)]
        # An element that the parser cloned stands where its original does.
        assert descended is None or descended.position == before[-1].position


def test_texts_between_two_tags_are_gone_through_once_for_all_offsets(monkeypatch):
    found = page("<p>" + "{{ a }}<!-- b -->" * 200)
    counted = []
    gone_through = standing.texts_before_next_element
    monkeypatch.setattr(standing, "texts_before_next_element", lambda node: counted.append(node) or gone_through(node))
    for offset in range(3, len(found.source), 5):
        spot = found.spot_at(offset)
        assert (spot is None) == ((offset - 3) % len("{{ a }}<!-- b -->") >= len("{{ a }}"))
        assert spot is None or found.stretch(spot)[0] == offset
    assert len(counted) == 1
