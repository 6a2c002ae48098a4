"""Teasers are found by structure, each part with its place."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.found import plain
from layoutcheck.newsroom.teaser.finder import as_found, find_teasers, read
from layoutcheck.newsroom.teaser.target import is_list, path_of, target
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse

CARDS = """<section>
<div class="card"><span>HARBOUR</span><a href="/a"><img src="a.jpg" alt="A crane"></a>
<h3><a href="/a">Crane to be <em>lit</em> at night</a></h3>
<p>The lamps were given by a lamp maker from the street.</p></div>
<div class="card"><span>TOWN</span><a href="/b"><img src="b.jpg" alt=""></a>
<h3><a href="/b">Market moves to the old quay</a></h3></div>
</section>"""

DUMP = """The lamps were given by a lamp maker who was born in the street behind the crane.

They will be lit from March on, the council decided on Monday, and go out at midnight.

MORE

  1. Market moves to the old quay
  2. TOWN Cat found after nine long days

    Cat found after nine long days

Bakers of four villages share one oven
The oven was built from the boiler of a steamer that was broken up last spring.
"""


def page_of(source: str, media_type: str = "text/html") -> Page:
    return parse(Document("page", source.encode(), media_type, "utf-8"))


def data_of(source: str, media_type: str = "text/html") -> list[dict[str, str]]:
    found = as_found(page_of(source, media_type))
    return plain(found) if found else []


def test_a_card_gives_label_headline_address_picture_text_and_summary() -> None:
    assert data_of(CARDS) == [
        {
            "label": "HARBOUR",
            "headline": "Crane to be lit at night",
            "url": "/a",
            "alt": "A crane",
            "summary": "The lamps were given by a lamp maker from the street.",
        },
        {"label": "TOWN", "headline": "Market moves to the old quay", "url": "/b"},
    ]


def test_each_part_has_its_place() -> None:
    page = page_of(CARDS)
    first = find_teasers(page)[0]
    told = {
        name: page.text(part.spot)
        for name in ("label", "headline", "url", "alt", "summary")
        if (part := getattr(first, name)) and part.spot
    }
    assert told == {
        "label": "HARBOUR",
        "headline": "Crane to be lit at night",
        "url": "/a",
        "alt": "A crane",
        "summary": "The lamps were given by a lamp maker from the street.",
    }
    assert first.headline is not None and first.headline.spot is not None
    place = page.place(first.headline.spot)
    assert (place.line, place.column, place.end_column) == (3, 18, 51)


def test_menus_footers_and_tag_lists_hold_no_teasers() -> None:
    for source in (
        "<nav><ul><li><a href=/a>News from the harbour</a><li><a href=/b>News from the town</a></ul></nav>",
        "<footer><a href=/a>Terms of use and privacy</a><a href=/b>How to write to us</a></footer>",
        "<ul class=main-menu><li><a href=/a>News from the harbour</a><li><a href=/b>News from the town</a></ul>",
        "<ul><li><a href=/tag/a>The crane by the old quay</a><li><a href=/tag/b>The market in the winter</a></ul>",
    ):
        assert data_of(source) == []


def test_a_link_in_a_sentence_is_no_teaser() -> None:
    link = "<a href=/a>decided on the crane in May</a>"
    source = f"<p>The council, which {link}, will meet again in the autumn of the year.</p>"
    assert data_of(source * 3) == []


def test_a_link_around_a_whole_card_gives_its_heading() -> None:
    card = "<a href=/{0}><h3>{1}</h3><p>{2}</p></a>"
    summary = "A summary so long that no headline would ever be, and that says what the story is about. " * 4
    source = card.format("a", "Crane to be lit at night", summary) + card.format(
        "b", "Market moves to the quay", summary
    )
    assert [teaser["headline"] for teaser in data_of(source)] == [
        "Crane to be lit at night",
        "Market moves to the quay",
    ]


def test_lists_are_numbered_and_tables_may_be_lists() -> None:
    item = "<li><a href=/{0}>The headline of the long story {0}</a></li>"
    row = "<table><tr><td><a href=/{0}>The headline of the long story {0}</a></td></tr></table>"
    source = f"<ul>{item.format(1)}{item.format(2)}</ul><div>{row.format(3)}{row.format(4)}</div>"
    assert [teaser.block for teaser in find_teasers(page_of(source))] == [0, 0, 1, 1]


def test_scripts_without_spaces_have_headlines_too() -> None:
    source = "<ul><li><a href=/a>港の起重機が夜に照らされる</a><li><a href=/b>冬の市場が古い埠頭へ移転</a></ul>"
    assert [teaser["url"] for teaser in data_of(source)] == ["/a", "/b"]


def test_a_dump_gives_list_items_doubled_lines_and_summaries() -> None:
    assert data_of(DUMP, "text/plain") == [
        {"headline": "Market moves to the old quay"},
        {"label": "TOWN", "headline": "Cat found after nine long days", "alt": "Cat found after nine long days"},
        {
            "headline": "Bakers of four villages share one oven",
            "summary": "The oven was built from the boiler of a steamer that was broken up last spring.",
        },
    ]


def test_elements_that_a_schema_chose_are_one_teaser_each() -> None:
    page = page_of(CARDS)
    found = read(page, page.tree.select(".card"))
    assert found is not None
    assert [teaser["headline"] for teaser in plain(found)] == [
        "Crane to be lit at night",
        "Market moves to the old quay",
    ]
    assert read(page, []) is None


def test_targets_are_compared_without_tracking_and_fragment() -> None:
    assert target("https://news.example/a/?utm_source=x&id=3#top") == target("https://news.example/a?id=3&fbclid=9")
    assert target("/a?id=3") != target("/a?id=4")
    assert target("/a#comment-1") != target("/a#comment-2")
    assert target("#top") == target("javascript:void(0)") == target("") == ""
    assert is_list("/tag/crane") and not is_list("/harbour/crane")


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://daily.example/world/storm", "/world/storm"),
        ("//daily.example/world", "/world"),
        ("/world/storm", "/world/storm"),
        ("http://daily.example", "/"),
        ("HTTPS://daily.example/a", "/a"),
        ("/go//daily.example/a", "/go//daily.example/a"),
        ("", "/"),
    ],
)
def test_a_target_is_compared_from_its_sites_root_on(address: str, path: str) -> None:
    assert path_of(address) == path
