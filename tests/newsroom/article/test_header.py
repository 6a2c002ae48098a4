"""The lines around a headline, and what their elements say of them."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.article.header import Header, marks_of, read_header, role_called, role_of
from made_page import element_of, page_of, text_node


def header_of(html: str) -> Header:
    return read_header(page_of(html).tree.select_one("h1"))


def test_lines_stand_in_the_order_of_the_page_with_the_headline_left_out() -> None:
    header = header_of("<article><p>Coast</p><p>Monday</p><h1>Wall</h1><p>By  Jo\nMoe</p><p>Fog.</p></article>")
    assert [(line.said, line.after) for line in header.lines] == [
        ("Coast", False), ("Monday", False), ("By Jo Moe", True), ("Fog.", True),
    ]  # fmt: skip


def test_without_a_headline_there_is_no_header() -> None:
    assert read_header(None).lines == []
    assert not read_header(None).surrounds(element_of("<p>x", "p"))


def test_what_stands_outside_of_the_article_is_not_before_its_headline() -> None:
    header = header_of("<div>Weather</div><div><div><article><p>Coast</p><h1>Wall</h1></article></div></div>")
    assert [line.said for line in header.lines if not line.after] == ["Coast"]


@pytest.mark.parametrize(
    ("line", "author", "aside", "teaser"),
    [
        ("<p class=byline>Jo Moe</p>", True, False, False),
        ("<p><a rel=author>Jo Moe</a></p>", True, False, False),
        ("<p itemprop=author>Jo Moe</p>", True, False, False),
        ("<p>Jo Moe</p>", False, False, False),
        ("<aside>Jo Moe</aside>", False, True, False),
        ("<figure><figcaption>Jo Moe</figcaption></figure>", False, True, False),
        ("<div class=related-links><p>Jo Moe</p></div>", False, True, False),
        ("<div class='entry-meta comments'><p>Jo Moe</p></div>", False, False, False),
        ("<div class='social-share'><p>Jo Moe</p></div>", False, True, False),
        ("<div class='social-share'><p class=author>Jo Moe</p></div>", True, False, False),
        ("<div class='social-share'><div><div><p>Jo Moe</p></div></div></div>", False, False, False),
        ("<footer class=entry-meta>Jo Moe</footer>", False, False, False),
        ("<footer>Jo Moe</footer>", False, True, False),
        ("<h2><a href=/b>Jo Moe</a></h2>", False, False, False),
    ],
)
def test_a_line_has_the_role_of_its_elements(line: str, author: bool, aside: bool, teaser: bool) -> None:
    header = header_of(f"<article><h1>Wall</h1>{line}<p>Fog.</p></article>")
    found = next(one for one in header.lines if one.said == "Jo Moe")
    assert (found.author is not None, found.aside, found.teaser) == (author, aside, teaser)


def test_a_linked_heading_of_a_headlines_length_ends_the_header() -> None:
    header = header_of(
        "<article><h1>Wall</h1><p>Fog.</p><h3><a href=/b>Market moves to the old quay</a></h3><p>Rain.</p>"
    )
    assert [line.said for line in header.lines if line.after][-1] == "Fog."


def test_three_paragraphs_behind_the_headline_are_enough() -> None:
    paragraph = f"<p>{'The council met and talked of the wall. ' * 4}</p>"
    header = header_of(f"<article><h1>Wall</h1>{paragraph * 3}<p>Rain.</p></article>")
    assert "Rain." not in [line.said for line in header.lines]
    assert len([line for line in header.lines if len(line.said) > 120]) == 3


def test_scripts_hold_no_lines() -> None:
    header = header_of("<article><h1>Wall</h1><script>fog()</script><p>Rain.</p></article>")
    assert "fog()" not in [line.said for line in header.lines]


def test_it_knows_its_texts_and_what_is_around_it() -> None:
    page = page_of("<main><article><h1>Wall</h1><p>By Jo Moe</p></article><p>Far</p></main>")
    header = read_header(page.tree.select_one("h1"))
    assert header.surrounds(page.tree.select_one("article")) and header.surrounds(page.tree.select_one("main"))
    assert not header.surrounds(page.tree.select_one("p"))
    assert header.holds(text_node(page, "Jo Moe")) and not header.holds(page.tree.root)


@pytest.mark.parametrize(
    ("tag", "names", "role"),
    [
        ("a", "", "linked"), ("h3", "", "headed"), ("h1", "", ""), ("p", "post-by", "author"), ("p", "authority", "author"),
        ("p", "newsletter-box", "aside"), ("div", "post-meta related", ""), ("aside", "", "perhaps"), ("div", "gallery", "perhaps"),
        ("div", "gallery-meta", ""), ("div", "comment-count", "perhaps"), ("footer", "article-info", ""),
    ],
)  # fmt: skip
def test_names_have_roles(tag: str, names: str, role: str) -> None:
    found = role_called(tag, names)._asdict()
    assert [name for name, has in found.items() if has] == ([role] if role else [])


def test_marks_are_class_id_itemprop_and_rel_in_small_letters() -> None:
    html = "<p class='Lead A' id=B itemprop=Name rel=Author data-x=C>x</p><i class=Only></i><b></b><u title=T></u>"
    assert marks_of(element_of(html, "p")) == "lead a b name author"
    assert [marks_of(element_of(html, tag)) for tag in ("i", "b", "u")] == ["only", "", ""]
    assert role_of(element_of("<p class=Byline>x</p>", "p")).author
