"""The lead picture: address, text and caption."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.picture import find_picture, read_picture
from layoutcheck.newsroom.found import plain
from layoutcheck.newsroom.structured import read_structured
from made_page import element_of, page_of


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<figure><img src=/a.jpg alt=Quay><figcaption>The  quay</figcaption></figure>",
         {"url": "/a.jpg", "alt": "Quay", "caption": "The quay"}),
        ("<img src=/a.jpg alt=' '>", {"url": "/a.jpg"}),
        ("<img src='data:image/gif;base64,x' data-src=/late.jpg>", {"url": "/late.jpg"}),
        ("<img src='' data-original=/o.jpg data-lazy-src=/l.jpg>", {"url": "/o.jpg"}),
        ("<picture><source srcset=/b><img src=/a.jpg></picture>", {"url": "/a.jpg"}),
        ("<figure><img src=/a.jpg><figcaption></figcaption></figure>", {"url": "/a.jpg"}),
        ("<img alt=Quay>", None),
        ("<b>no picture</b>", None),
    ],
)  # fmt: skip
def test_reads_a_picture_that_a_schema_chose(html: str, parts: dict[str, str] | None) -> None:
    found = read_picture(element_of(f"<div>{html}</div>", "div"))
    assert (found and plain(found)) == parts


def test_an_image_itself_may_be_chosen() -> None:
    image = element_of("<figure><img src=/a.jpg><figcaption>Quay</figcaption></figure>", "img")
    assert plain(read_picture(image)) == {"url": "/a.jpg", "caption": "Quay"}


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<article><h1>Wall</h1><figure><img src=/a></figure><figure><img src=/b></figure></article>", "/a"),
        ("<article><h1>Wall</h1><figure><img></figure><figure><img src=/b></figure></article>", "/b"),
        ("<article><h1>Wall</h1></article><figure><img src=/far></figure>", None),
        ("<article><h1>Wall</h1><img src=/plain></article>", None),  # icons and counters are images too
        ("<meta property=og:image content=/og><article><h1>Wall</h1></article>", "/og"),
        ("<meta property=og:image content=/og><article><h1>Wall</h1><picture><img src=/a></picture></article>", "/a"),
        ("<meta name=twitter:image content=/t><p>x</p>", "/t"),
        ("<p>x</p>", None),
    ],
)
def test_finds_the_first_around_the_headline_else_what_machines_are_told(html: str, url: str | None) -> None:
    page = page_of(html)
    found = find_picture(None, page.tree.select_one("h1"), read_structured(page))
    assert (found and plain(found)["url"]) == url


def test_the_story_is_looked_around_first() -> None:
    page = page_of(
        "<article><h1>Wall</h1><figure><img src=/a></figure></article><main><p>Fog</p><figure><img src=/b></figure></main>"
    )
    found = find_picture(page.tree.select_one("main p"), page.tree.select_one("h1"), read_structured(page))
    assert found is not None and plain(found)["url"] == "/b"
