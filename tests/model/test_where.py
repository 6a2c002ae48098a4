"""The part of the page in a reader's words."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.core.rule import Spot
from layoutcheck.model.where import part, pointer_words, where
from layoutcheck.parse.parser import parse


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/headline", "headline"),
        ("/teasers/0/label", "section label of the first teaser"),
        ("/teasers/11/headline", "headline of teaser 12"),
        ("/body/2", "third body paragraph"),
        ("/dateline/source", "source of the dateline"),
        ("/json_ld/headline", "headline of the JSON-LD"),
        ("", ""),
    ],
)
def test_pointers_in_words(pointer, words):
    assert pointer_words(pointer) == words


@pytest.mark.parametrize(
    ("source", "selector", "attribute", "words"),
    [
        ('<a href="/x">Share on X</a>', "a", "href", 'address of link "Share on X"'),
        ('<meta name="description" content="x">', "meta", "content", "meta description"),
        ('<meta property="og:title" content="x">', "meta", "content", "og:title"),
        ('<img alt="x">', "img", "alt", "alt text of picture"),
        ("<h2>More news</h2>", "h2", None, 'heading "More news"'),
        ("<title>x</title>", "title", None, "page title"),
        ("<figure><figcaption>x</figcaption></figure>", "figcaption", None, "caption"),
        ("<div>x</div>", "div", None, "text"),
        ("<html><p>x", "html", None, "html element"),
        ("<html><body><p>x", "body", None, "body element"),
        ('<html lang=""><p>x', "html", "lang", "lang of html element"),
    ],
)
def test_elements_and_attributes_in_words(source, selector, attribute, words):
    page = parse(Document("p.html", source.encode()))
    assert where(page, Spot(page.tree.select_one(selector), attribute)) == words


def test_a_part_is_the_same_on_every_page_of_a_template():
    first = parse(Document("a.html", b'<main><div class="card card-x9f3kq"><h3 class=head>One</h3></div></main>'))
    second = parse(
        Document("b.html", b'<main><p>x</p><div class="card card-a81bbz"><h3 class=head>Two</h3></div></main>')
    )
    parts = {part(page, Spot(page.tree.select_one("h3"))) for page in (first, second)}
    assert parts == {"main>div.card>h3.head"}


@pytest.mark.parametrize(
    ("selector", "attribute", "told"),
    [("#a h3", None, "h3"), ("#b h3", None, "h3"), ("#a a", "href", "a@href"), ("#b a", None, "a")],
)
def test_of_what_names_its_cause_only_the_element_and_attribute_count(selector, attribute, told):
    boxes = "<div id=a class=big><h3>x</h3><a href=y>x</a></div><ul id=b><li class=small><h3>x</h3><a href=y>x</a></ul>"
    page = parse(Document("a.html", boxes.encode()))
    assert part(page, Spot(page.tree.select_one(selector), attribute), "/headline", named=True) == told
