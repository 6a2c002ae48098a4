"""Texts that say the same twice in a row."""

import pytest

from layoutcheck.newsroom.repetition.within import said_twice
from made_page import page_of

LINE = "The winter market moves to the old quay this year"
FERRY, BOATS = "The ferry sails again after the storm", "Boats leave the inner quay for good"


def _told(body: str, media_type: str = "text/html") -> list[str]:
    return [found.text for found in said_twice(page_of(body, media_type))]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{LINE} {LINE}</h1>",
        f"<h1>\n {LINE}{LINE}\n</h1>",
        f"<figure><img src=q.jpg><figcaption>{LINE} {LINE}</figcaption></figure>",
        f"<p>{LINE} {LINE}</p>",
        f"<p>{LINE}<br>\n{LINE}</p>",
        f"<p>\n{LINE}<br><br>{LINE}</p>",
        f"<ul><li><a href=/a/ferry>{FERRY}</a><br>{LINE} {LINE}</li><li><a href=/b>{BOATS}</a></li></ul>",
        f"<ul><li><a href=/a/market>{LINE} {LINE}</a></li><li><a href=/a/ferry>Ferry sails again after the storm</a></li></ul>",
    ],
)
def test_tells_a_line_and_its_copy_in_one_element(body: str) -> None:
    assert [text[: len(LINE)] for text in _told(f"<!doctype html><title>{LINE}</title><body>{body}")] == [LINE]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{LINE}</h1>",
        f"<h1><span class=wide>{LINE}</span> <span class=narrow>{LINE}</span></h1>",
        f"<h1>{LINE} {LINE} again</h1>",
        f"<p>{LINE}<br>{LINE}<br>It is true!</p>",  # a refrain
        f"<p>{LINE}<br><i>again:</i> {LINE}</p>",
        f"<p>{LINE}<span>{LINE}</span></p>",
        "<p>Row the boat! Row the boat! Row the boat! Row the boat! Row the boat! Row the boat!</p>",
        "<p>------------------------------------------------------------------------------------</p>",
        f"<blockquote><p>{LINE} {LINE}</p></blockquote>",
        f"<p hidden>{LINE} {LINE}</p>",
    ],
)
def test_leaves_other_texts_alone(body: str) -> None:
    assert _told(f"<!doctype html><title>{LINE}</title><body>{body}") == []


STORY = f"<h1>{FERRY}</h1>{{}}<p>{LINE * 3}.</p><p>{BOATS * 4}.</p>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>Ferry again</h1> <h1>Ferry again</h1>", "Ferry again"),
        ("<p>Hm.</p><h2>What comes next</h2>\n<h2>What comes next</h2>", "What comes next"),
        (STORY.format("<div class=by>By Ann Berg</div><div class=by>By Ann Berg</div>"), "By Ann Berg"),
        ("<div><img src=a><p class=caption>The inner quay</p><p class=caption>The inner quay</p></div>", "The inner quay"),
        ("<figure><img src=a><figcaption>The quay. Photo by Bo<b>!</b></figcaption>"
         "<figcaption>The quay. Photo by Bo<b>!</b></figcaption></figure>", "The quay. Photo by Bo!"),
        (f"<figcaption>{LINE}.{LINE}. <small>Ann Berg</small></figcaption>", f"{LINE}."),
    ],
)  # fmt: skip
def test_tells_a_line_whose_copy_follows(body: str, said: str) -> None:
    assert _told(f"<!doctype html><title>{LINE}</title><body>{body}") == [said]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>What comes next</h2><p>Rain.</p><h2>What comes next</h2>",
        "<h2>What comes next</h2><h3>What comes next</h3>",
        "<h2 class=wide>What comes next</h2><h2 class=narrow>What comes next</h2>",
        "<h2>What comes next</h2><h2 hidden>What comes next</h2>",
        "<h2>What comes next</h2>, <h2>What comes next</h2>",
        "<h2>Monday</h2><h2>Monday</h2>",
        "<h2>What comes next</h2><h2>What comes next <img src=a></h2>",
    ],
)
def test_lines_that_stand_apart_are_no_copies(body: str) -> None:
    assert _told(f"<!doctype html><title>{LINE}</title><body>{body}") == []


def test_a_line_of_a_dump_may_have_its_picture_s_text_before_it() -> None:
    assert _told(f"{LINE} {LINE}\n", "text/plain") == []
    longer = f"{LINE}, and leaves the town square."
    assert _told(f"{longer} {longer}\n", "text/plain") == [longer]
