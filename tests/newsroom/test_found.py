"""Values with their provenance: plain data of them, and spots that are looked for late."""

from __future__ import annotations

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.found import Found, Later, plain
from layoutcheck.newsroom.reading import spot_of
from made_page import element_of, text_node
from made_page import page_of as parsed


def test_plain_data_has_no_provenance_at_any_depth() -> None:
    teaser = Found({"headline": Found("Ferry sails"), "tags": Found([Found("sea"), Found(3)])})
    assert plain(Found([teaser])) == [{"headline": "Ferry sails", "tags": ["sea", 3]}]
    assert plain(Found("")) == "" and plain(Found([])) == [] and plain(Found({})) == {}


def test_a_spot_is_looked_for_when_somebody_asks() -> None:
    asked = []
    node = element_of("<p>Fog</p>", "p")

    def find(where: object) -> Spot:
        asked.append(where)
        return Spot(node)

    found = Found("Fog", Later(find, (node,)), "p")
    assert found.within is node and not asked
    assert found.spot == Spot(node) and asked == [node]


def test_where_a_value_lies_is_told_without_looking() -> None:
    page = parsed("<p>Fog <b>lifts</b></p>")
    node, first, last = page.tree.select_one("p"), text_node(page, "Fog"), text_node(page, "lifts")
    assert Found("x", Spot(first)).within is first
    assert Found("x", Spot(first, None, 0, until=Spot(last))).within is None  # it ends elsewhere
    assert Found("x", Later(spot_of, (node,))).within is node
    assert Found("x", Later(lambda: Spot(node))).within is None
    assert Found("x").within is None and Found("x").spot is None


def test_a_bound_way_of_looking_knows_its_node() -> None:
    class Reader:
        node = element_of("<p>Fog</p>", "p")

        def look(self) -> Spot:
            return Spot(self.node)

    reader = Reader()
    assert Later(reader.look).within is reader.node
    assert Later(reader.look).spot == Spot(reader.node)
