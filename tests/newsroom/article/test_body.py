"""Where a story stands, whatever elements its paragraphs are."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.article.finder import find
from layoutcheck.parse.parser import parse

LINES = [
    "The wall that shelters the old harbour will be raised by half a metre, the council decided on Monday night.",
    "Work begins in spring and lasts until the first autumn storms, the harbour master told the meeting.",
    "Boats that lie at the inner quay have to move to the new basin before the end of March, she said.",
]
TITLE = "<title>Harbour wall to be raised - Harbour Daily</title><h1>Harbour wall to be raised</h1>"


@pytest.mark.parametrize(
    "story",
    [
        "".join(f"<p>{line}</p>" for line in LINES),
        "<div class=x1>" + "".join(f"<div>{line}</div>" for line in LINES) + "</div>",
        "<article>" + "".join(f"<div>{line}</div>" for line in LINES) + "</article>",
        "<div>" + "<br><br>".join(f"<span>{line}</span>" for line in LINES) + "</div>",
        "<table><tr><td>" + "".join(f"<p>{line}</p>" for line in LINES) + "</td></tr></table>",
        "<pre>" + "</pre><pre>".join(LINES) + "</pre>",
    ],
)
def test_finds_the_paragraphs(story: str) -> None:
    page = parse(Document("page.html", f"{TITLE}{story}<footer>Contact us</footer>".encode()))
    found = find(page, "body")
    assert found is not None
    assert [part.value for part in found.value] == LINES


def _boxed(lines: list[str], inside: str) -> str:
    return "".join(f"<div class=block><div class=text><div>{inside}<p>{line}</p></div></div></div>" for line in lines)


def test_a_story_whose_paragraphs_stand_in_boxes_of_their_own_is_found_whole() -> None:
    lines = [*LINES, *(line.replace("the", "this") for line in LINES)]
    page = parse(Document("page.html", f"{TITLE}<main><div>{_boxed(lines, '')}</div></main>".encode()))
    found = find(page, "body")
    assert found is not None and [part.value for part in found.value] == lines


@pytest.mark.parametrize("beside", ["<h2>The wall</h2>", f"<a href=/x>{LINES[0]} {LINES[1]}</a>"])
def test_boxes_each_with_its_heading_or_link_are_a_list(beside: str) -> None:
    lines = [*LINES, *(line.replace("the", "this") for line in LINES)]
    page = parse(Document("page.html", f"{TITLE}<main><div>{_boxed(lines, beside)}</div></main>".encode()))
    found = find(page, "body")
    assert found is None or len(found.value) < len(lines)


def test_lines_of_a_menu_are_no_story() -> None:
    links = "".join(f"<div><a href=/{n}>{line}</a></div>" for n, line in enumerate(LINES))
    page = parse(Document("page.html", f"{TITLE}<div>{links}</div>".encode()))
    assert find(page, "body") is None
