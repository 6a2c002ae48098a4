"""Headlines and paragraphs that a page shows again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from layoutcheck.newsroom.repetition.body import repeated_bodies, repeated_headline, repeated_paragraphs
from made_page import page_of

HEADLINE = "Harbour wall to be raised"
HEAD = f"<title>{HEADLINE}</title>"
LONG = "The wall that shelters the old harbour will be raised by half a metre, the council said on {}."
STORY = "".join(f"<p>{LONG.format(day)}</p>" for day in ("Monday", "Tuesday", "Wednesday"))


@pytest.mark.parametrize(
    "between",
    [f"<p>{HEADLINE}</p>", f"<h2>{HEADLINE.upper()}</h2>", f"<p>By Jo Moe</p><div><p>“{HEADLINE}”</p></div>"],
)
def test_a_headline_said_again_before_the_story_is_found(between: str) -> None:
    page = page_of(f"{HEAD}<article><h1>{HEADLINE}</h1>{between}{STORY}</article>")
    found = repeated_headline(page)
    assert found is not None and found.text == HEADLINE
    assert page.text(found.first) == HEADLINE and page.stretch(found.first)[0] < page.stretch(found.second)[0]


@pytest.mark.parametrize(
    "between",
    ["<p>By Jo Moe</p>", f"<p>{HEADLINE} by half a metre</p>", f"<nav>{HEADLINE}</nav>", f"<a href=/x>{HEADLINE}</a>",
     f"<figure><img src=a><figcaption>{HEADLINE}</figcaption></figure>", f"<div><img src=a><p>{HEADLINE}</p></div>",
     f"<div class=share-bar><p>{HEADLINE}</p></div>", f"<p hidden>{HEADLINE}</p>", f"<p class=mobile>{HEADLINE}</p>", f"<p>{LONG * 2}</p><p>{HEADLINE}</p>"],
)  # fmt: skip
def test_captions_shares_links_and_the_story_may_say_it(between: str) -> None:
    assert repeated_headline(page_of(f"{HEAD}<article><h1>{HEADLINE}</h1>{between}{STORY}</article>")) is None


def test_a_short_headline_and_one_in_a_trail_are_left_alone() -> None:
    assert repeated_headline(page_of(f"<title>Wall</title><h1>Wall</h1><p>Wall</p>{STORY}")) is None
    assert repeated_headline(page_of(f"{HEAD}<nav><h1>{HEADLINE}</h1></nav><p>{HEADLINE}</p>{STORY}")) is None
    assert repeated_headline(page_of("<p>nothing</p>")) is None


def test_a_dumps_headline_is_compared_with_the_next_lines() -> None:
    body = f"{LONG.format('Monday')} And more.\n\n{LONG.format('Tuesday')} And more.\n"
    again = page_of(f"# {HEADLINE}\n\n{HEADLINE}\n\n{body}", "text/plain")
    assert (found := repeated_headline(again)) is not None and again.text(found.second) == HEADLINE
    assert repeated_headline(page_of(f"# {HEADLINE}\n\nBy Jo Moe\n\n{body}", "text/plain")) is None


def paragraphs(html: str) -> list[str]:
    return [one.text for one in repeated_paragraphs(page_of(html))]


def test_a_paragraph_twice_among_its_neighbours_is_found() -> None:
    again = LONG.format("Monday")
    assert paragraphs(f"<article>{STORY}<p>{again}</p></article>") == [again]
    page = page_of(f"<article>{STORY}<p>{again}</p></article>")
    (one,) = repeated_paragraphs(page)
    assert page.stretch(one.second)[0] > page.stretch(one.first)[1] and repeated_paragraphs(
        page
    ) is repeated_paragraphs(page)


@pytest.mark.parametrize(
    "made",
    [lambda text: f"<div class=block><div><p>{text}</p></div></div>", lambda text: f"<div class=line>{text}</div>",
     lambda text: f"<div><div class=text>{text}</div></div>"],
)  # fmt: skip
def test_a_paragraph_that_stands_in_a_box_of_its_own_is_one_among_its_neighbours(made: Callable[[str], str]) -> None:
    days = [LONG.format(day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")]
    story = "".join(map(made, [*days, days[1]]))
    assert paragraphs(f"{HEAD}<article><h1>{HEADLINE}</h1><div class=story-body>{story}</div></article>") == [days[1]]
    bodies = repeated_bodies(
        page_of(f"{HEAD}<article><h1>{HEADLINE}</h1><div>{''.join(map(made, days * 2))}</div></article>")
    )
    assert [one.paragraphs for one in bodies] == [6]


def test_boxes_with_the_same_words_beside_the_story_are_no_copies() -> None:
    box = f"<div class=notice><p>{LONG.format('Friday')}</p></div>"
    assert paragraphs(f"{HEAD}{box}<article><h1>{HEADLINE}</h1><div>{STORY}</div></article>{box}") == []


@pytest.mark.parametrize("name", ["content no-share", "subscriber-only", "story-preview"])
def test_what_the_element_of_the_story_is_called_says_not_that_it_is_none(name: str) -> None:
    again = LONG.format("Monday")
    assert paragraphs(
        f"{HEAD}<article><h1>{HEADLINE}</h1><div class='{name}'>{STORY}<p>{again}</p></div></article>"
    ) == [again]


def test_scripts_that_say_more_in_fewer_characters_have_shorter_paragraphs() -> None:
    line = "市議会は火曜日の深夜、古い港の橋を架け替える案を可決し、長く町を二分してきた争いに終止符を打った。"
    others = "".join(f"<p>{line.replace('火', day)}</p>" for day in "月水木")
    assert paragraphs(f"<article><p>{line}</p>{others}<p>{line}</p></article>") == [line]
    law = line.rstrip("。") + "法"
    assert paragraphs(f"<article><p>{law}</p>{others}<p>{law}</p></article>") == []


@pytest.mark.parametrize(
    "html",
    [f"<article>{STORY}</article>",
     f"<article>{STORY}</article><div><p>{LONG.format('Monday')}</p></div>",  # elsewhere
     f"<article>{STORY}<p>{LONG.format('Monday')}</p><p>{LONG.format('Monday')}</p></article>",  # a refrain
     f"<article><p>What then?</p>{STORY}<p>What then?</p></article>",
     f"<article>{STORY}<div class=related-box><p>{LONG.format('Monday')}</p></div></article>",
     f"<article>{STORY}<blockquote><p>{LONG.format('Monday')}</p></blockquote></article>",
     "<article>" + 2 * f"<p><a href=/x>{LONG.format('Monday')}</a></p>" + "</article>"],
)  # fmt: skip
def test_refrains_quotations_and_other_boxes_may_repeat(html: str) -> None:
    assert paragraphs(html) == []


def test_a_whole_story_twice_is_told_once() -> None:
    long = STORY.replace("the council said", "the council said after a long debate in the town hall, " * 2)
    page = page_of(f"<div>{long}</div><section>{long}</section>")
    assert repeated_paragraphs(page) == []
    (one,) = repeated_bodies(page)
    assert one.paragraphs == 3 and one.characters >= 500
    assert repeated_bodies(page_of(f"<div class=desktop>{long}</div><section class=mobile>{long}</section>")) == []
    assert repeated_bodies(page_of(f"<div>{STORY}</div><section>{STORY}</section>")) == []  # too little text


def test_a_summary_in_the_words_of_a_long_report_is_no_second_body() -> None:
    sums = "".join(f"<p>{LONG.format(day)} {LONG.format(day)}</p>" for day in ("Thursday", "Friday", "Saturday"))
    report = "".join(f"<p>{LONG.format(number)}</p>" for number in range(200))
    assert repeated_bodies(page_of(f"<article>{sums}{report}{sums}</article>")) == []
    assert repeated_bodies(page_of(f"<article>{sums}{report[:2000]}{sums}</article>"))
