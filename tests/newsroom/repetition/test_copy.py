"""What is a copy, what is a fault, and what is made on purpose."""

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.document import Document
from layoutcheck.core.rule import NoOptions
from layoutcheck.newsroom.repetition.body import repeated_bodies, repeated_headline, repeated_paragraphs
from layoutcheck.newsroom.repetition.copy import compare, is_line, lost_quotes, what_was_lost
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse
from layoutcheck.rules import duplicate_teaser, lost_punctuation, redundant_alt

CRANE = "Harbour crane to be lit at night"
MARKET = "Winter market moves to the old quay"
CAT = "Ferryman's cat found after nine days"
STORY = [
    "The winter market leaves the town square after thirty years and opens at the old quay on the first of December. "
    "Forty stalls found a place between the crane and the chapel.",
    "Stalls will be open until nine in the evening, the market's warden said, and until eleven on the last weekend. A "
    "boat will bring visitors from the other side of the harbour.",
    "Bakers from four villages share one oven, which a smith built from the boiler of a steamer that was broken up "
    "last spring. It burns olive wood and the staves of old barrels.",
]


def page_of(source: str, media_type: str = "text/html") -> Page:
    return parse(Document("page", source.encode(), media_type, "utf-8"))


def doubled(source: str, media_type: str = "text/html") -> list[tuple[str, int, int]]:
    """Message, line of the second copy, line of the first."""
    page = page_of(source, media_type)
    return [
        (hit.message, page.place(hit.at).line, page.place(hit.also[0]).line)
        for hit in duplicate_teaser.check(page, NoOptions())
    ]


def item(line: str, address: str, tag: str = "li") -> str:
    return f'<{tag}><a href="{address}">{line}</a></{tag}>\n'


# -- lines


def test_copies_differ_in_case_dashes_spaces_and_kind_of_quote() -> None:
    assert compare("Crane — “Lit”  at NIGHT", 'Crane - "lit" at night') is not None
    assert compare("Crane lit at night", "Crane lit at noon") is None


def test_a_copy_may_stand_behind_a_label() -> None:
    found = compare(f"WORLD {CRANE}", CRANE)
    assert found is not None and found.start == len("WORLD ")
    assert compare(f"{CRANE} WORLD", CRANE) is None
    assert compare(f"anti{CRANE}", CRANE) is None


def test_a_copy_that_lost_its_quotes_says_which() -> None:
    found = compare("TOWN Ferrymans cat is ours, says quay", "Ferryman's cat is 'ours', says quay")
    assert found is not None
    assert found.lost == ("'", "'", "'")
    assert found.words == (("Ferrymans", "Ferryman's"), ("ours,", "'ours',"))
    assert what_was_lost(found.lost, found.words) == "an apostrophe and 2 quotation marks"


def test_equal_lines_lost_nothing() -> None:
    assert lost_quotes(CAT, CAT) == ((), ())


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_never_fails_and_points_into_the_first_line(first: str, second: str) -> None:
    found = compare(" ".join(first.split()), " ".join(second.split()))
    assert found is None or 0 <= found.start <= len(first)


@given(st.text(alphabet="abc 'é—", min_size=1, max_size=40).map(lambda text: " ".join(text.split())))
def test_every_line_is_a_copy_of_itself(line: str) -> None:
    found = compare(line, line)
    assert found is not None and found.start == 0 and found.lost == ()


def test_labels_and_buttons_are_no_lines() -> None:
    assert not any(map(is_line, ("WORLD", "Read more", "2026-01-22 18:30 …", "By Carmen", "x" * 400)))
    assert is_line(CRANE) and is_line("港の起重機が夜に照らされる")


# -- teasers in HTML


def test_one_story_twice_in_one_list_is_told_at_its_second_copy() -> None:
    source = f"<ul>\n{item(CRANE, '/a')}{item(MARKET, '/b')}{item(CRANE, '/a?utm_source=feed#top')}</ul>"
    assert doubled(source) == [("listed-twice", 4, 2)]


def test_an_address_in_full_is_the_same_as_one_from_the_root() -> None:
    for full, found in (("https://daily.example/a", [("listed-twice", 4, 2)]), ("https://daily.example/c", [])):
        source = f"<ul>\n{item(CRANE, '/a')}{item(MARKET, '/b')}{item(CRANE, full)}</ul>"
        assert doubled(source) == found


def test_each_of_two_tables_in_a_row_may_hold_the_line() -> None:
    table = "<table><tr><th>\n{}</th><td><img src=a.jpg alt=a.jpg></td></tr></table>"
    first, second = table.format(item(CRANE, "/a", "b")), table.format(item(MARKET, "/b", "b"))
    assert doubled(f"<div>{first}{first}{second}{second}</div>") == [("listed-twice", 4, 2), ("listed-twice", 8, 6)]


def test_neighbours_may_differ_in_the_scheme() -> None:
    source = (
        f"<ul>\n{item(CRANE, 'http://x.example/a')}{item(CRANE, 'https://www.x.example/a')}{item(MARKET, '/b')}</ul>"
    )
    assert doubled(source) == [("listed-twice", 3, 2)]


def test_a_text_in_front_of_the_headline_that_says_the_same_is_doubled() -> None:
    card = "<div class=card><p>TOWN {}</p>\n<h3><a href={}>{}</a></h3></div>"
    source = card.format("Ferrymans cat found after nine days", "/a", CAT) + card.format(MARKET, "/b", MARKET)
    assert doubled(f"<div class=row>{source}</div>") == [("doubled-changed", 2, 1), ("doubled", 3, 2)]


@pytest.mark.parametrize(
    "card",
    [
        f"<a href=/a><span>{CRANE}</span>\n<span>{CRANE}</span></a>",
        f"<a href=/a><span>{CRANE}</span><!--\n--><span>{CRANE}</span></a>",
        f"<h3 class='b a'><a href=/a>{CRANE}</a></h3>\n<h3 class='a b'><a href=/a>{CRANE}</a></h3>",
        f"<h3><a href=/a>{CRANE}</a></h3>\n<h3><a href='#'>{CRANE}</a></h3>",
        f"<a href=/a><h3>{CRANE}</h3>\n<h3>{CRANE}</h3></a>",
    ],
)
def test_a_card_that_says_its_line_twice_is_doubled(card: str) -> None:
    assert doubled(f"<ul><li>{card}</li>{item(MARKET, '/b')}</ul>") == [("doubled", 2, 1)]


BY_DESIGN = {
    "picture and headline of one card": "<ul>"
    + "".join(
        f'<li><a href="{a}"><img src=x alt="{t}"></a><h3>{item(t, a, "b")}</h3>'
        for t, a in ((CRANE, "/a"), (MARKET, "/b"))
    )
    + "</ul>",
    "headline and overlay": f"<div><div class=c><h4>{item(CRANE, '/a', 'b')}</h4>"
    f"<a class=overlay href=/a>{CRANE}</a></div><div class=c><h4>{item(MARKET, '/b', 'b')}</h4></div></div>",
    "a long and a short headline": f"<div><div class=c><h4 class=long>{item(CRANE, '/a', 'b')}</h4>"
    f"<h4 class=short>{item(CRANE, '/a', 'b')}</h4></div><div class=c><h4>{item(MARKET, '/b', 'b')}</h4></div></div>",
    "published and updated": "<ul><li><a href=/a><time>1. November 2016</time><time>1. November 2016</time></a>"
    f"{item(MARKET, '/b')}</ul>",
    "two lists": f"<ul>{item(CRANE, '/a')}{item(MARKET, '/b')}</ul><ul>{item(MARKET, '/b')}{item(CRANE, '/a')}</ul>",
    "tab panels": f"<div><div class=panel>{item(CRANE, '/a', 'p')}{item(MARKET, '/b', 'p')}</div>"
    f"<div class=panel>{item(CRANE, '/a', 'p')}{item(CAT, '/c', 'p')}</div></div>",
    "slider": f"<div class=swiper-wrapper>{item(CRANE, '/a', 'p')}{item(MARKET, '/b', 'p')}"
    f"{item(CRANE, '/a', 'p')}</div>",
    "ticker": f"<div class=track>{item(CRANE, '/a', 'p') * 4}</div>",
    "whole block": f"<ul>{(item(CRANE, '/a') + item(MARKET, '/b') + item(CAT, '/c')) * 2}</ul>",
    "endless slider": f"<ul>{item(CAT, '/c')}{item('Oven built from an old boiler', '/d')}{item(CRANE, '/a')}"
    f"{item(MARKET, '/b')}{item(CAT, '/c')}{item('Oven built from an old boiler', '/d')}</ul>",
    "copies for devices": f"<div><p class=hidden-xs><a href=/a>{CRANE}</a></p>"
    f"<p class=visible-xs><a href=/a>{CRANE}</a></p>{item(MARKET, '/b', 'p')}</div>",
    "hidden copy": f"<ul>{item(CRANE, '/a')}{item(MARKET, '/b')}<li hidden><a href=/a>{CRANE}</a></li></ul>",
    "button under each card": "<div>"
    + "".join(f"<div><a href=/{n}>{n}</a> <a class=button href=/shop>All about the harbour</a></div>" for n in "abc")
    + f"{item(MARKET, '/m', 'div')}</div>",
    "comments on one story": "<ul>"
    + "".join(f'<li>{n} on <a href="/a#comment-{n}">{CRANE}</a>' for n in (1, 2, 3))
    + f"{item(MARKET, '/b')}</ul>",
    "label for screen readers": "<ul>"
    + "".join(f"<li><span class=sr-only>{t}</span><a href={a}>{t}</a>" for t, a in ((CRANE, "/a"), (MARKET, "/b")))
    + "</ul>",
}


@pytest.mark.parametrize("source", BY_DESIGN.values(), ids=BY_DESIGN)
def test_repetition_on_purpose_is_left_alone(source: str) -> None:
    assert doubled(source) == []


def test_a_framework_class_around_the_whole_page_excuses_nothing() -> None:
    source = f"<body class='desktop no-mobile'><ul>\n{item(CRANE, '/a')}{item(CRANE, '/a')}{item(MARKET, '/b')}</ul>"
    assert doubled(source) == [("listed-twice", 3, 2)]


def test_a_redundant_picture_text_is_a_note_at_the_attribute() -> None:
    page = page_of(BY_DESIGN["picture and headline of one card"])
    hits = list(redundant_alt.check(page, NoOptions()))
    assert [page.text(hit.at) for hit in hits] == [CRANE, MARKET]
    assert [hit.at.attribute for hit in hits] == ["alt", "alt"]


def test_lost_punctuation_names_the_copy() -> None:
    card = f'<li><a href="/a" title="{CAT}"><img src=x alt="Ferrymans cat found after nine days"><b>{CAT}</b></a></li>'
    hits = list(lost_punctuation.check(page_of(f"<ul>{card}{item(MARKET, '/b')}</ul>"), NoOptions()))
    assert [(hit.data["part"], hit.data["what"]) for hit in hits] == [("picture's text", "an apostrophe")]


# -- dumps


def test_doubled_lines_of_a_dump_pair_up_behind_numbers_and_labels() -> None:
    source = f"{STORY[0]}\n\n{STORY[1]}\n\nLATEST\n\n  1. {CRANE}\n\n    {CRANE}\n\nTOWN {MARKET}\n\n{MARKET}\n"
    assert doubled(source, "text/plain") == [("doubled", 9, 7), ("doubled", 13, 11)]


def test_buttons_next_to_each_other_in_a_dump_are_no_teasers() -> None:
    assert doubled(f"{STORY[0]}\n\n{STORY[1]}\n\nMore from us\n\nMore from us\n", "text/plain") == []


def test_the_headline_of_a_dump_is_no_doubled_teaser() -> None:
    source = f"date 2026-01-22 {MARKET}\n\n{MARKET}\n\nVALLETTA\n{MARKET}\n\n{STORY[0]}\n\n{STORY[1]}\n"
    page = page_of(source, "text/plain")
    assert doubled(source, "text/plain") == []
    found = repeated_headline(page)
    assert found is not None
    assert (page.place(found.second).line, page.place(found.first).line) == (6, 3)


# -- headline and body


def article(between: str, tail: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>\n" for text in STORY)
    head = f"<title>{MARKET}</title><article>\n<h1>{MARKET}</h1>\n{between}\n"
    return f"{head}<div class=text>{paragraphs}</div></article>{tail}"


def test_the_headline_before_the_story_again_is_found() -> None:
    page = page_of(article(f"<p>VALLETTA</p><p class=story-title>{MARKET}</p>"))
    found = repeated_headline(page)
    assert found is not None and page.place(found.second).line == 3


@pytest.mark.parametrize(
    "between",
    [
        f"<figure><img src=x><figcaption>{MARKET}</figcaption></figure>",
        f"<div class=picture><img src=x alt=''><p>{MARKET}</p></div>",
        f"<ol class=breadcrumb><li>{MARKET}</li></ol>",
        f"<div class=share-bar><span>{MARKET}</span></div>",
        f"<div class=sticky-header><span>{MARKET}</span></div>",
        f"<span hidden>{MARKET}</span>",
        f"<a href=/a>{MARKET}</a>",
    ],
)
def test_captions_trails_and_hidden_copies_may_repeat_the_headline(between: str) -> None:
    assert repeated_headline(page_of(article(between))) is None


def test_a_story_that_stands_twice_is_told_once() -> None:
    again = "<div class=continued>\n" + "".join(f"<p>{text}</p>" for text in STORY) + "</div>"
    page = page_of(article("", again))
    (found,) = repeated_bodies(page)
    assert found.paragraphs == 3 and page.place(found.second).line > page.place(found.first).line
    assert repeated_paragraphs(page) == []


def test_a_story_for_one_device_may_stand_twice() -> None:
    again = "<div class=mobile-only>\n" + "".join(f"<p>{text}</p>" for text in STORY) + "</div>"
    assert repeated_bodies(page_of(article("", again))) == []


def test_a_paragraph_twice_among_its_neighbours_is_found() -> None:
    text = STORY[0]
    page = page_of(f"<article><p>{text}</p>\n<p>{STORY[1]}</p>\n<p>{text}</p></article>")
    (found,) = repeated_paragraphs(page)
    assert (page.place(found.first).line, page.place(found.second).line) == (1, 3)


def test_refrains_and_advertisements_may_come_again() -> None:
    thrice = f"<p>{STORY[0]}</p><p>{STORY[1]}</p>" + f"<p>{STORY[0]}</p>" * 2
    assert repeated_paragraphs(page_of(f"<article>{thrice}</article>")) == []
    link = "<a href=/n>have our letter sent to you each Friday</a>"
    promo = f"<p>All that the harbour has to offer in winter, week by week: {link}</p>"
    assert repeated_paragraphs(page_of(f"<article>{promo}<p>{STORY[0]}</p>{promo}</article>")) == []


def test_paragraphs_of_a_dump_are_compared_too() -> None:
    page = page_of("\n\n".join([STORY[0], STORY[1], STORY[0], STORY[2]]), "text/plain")
    (found,) = repeated_paragraphs(page)
    assert (page.place(found.first).line, page.place(found.second).line) == (1, 5)


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        (f"  * ![{CRANE}](crane.jpg) [{CRANE}](/a)\n  * ![A stall](market.jpg) [{MARKET}](/b)\n", redundant_alt),
        (f"[{CRANE}]\n{CRANE}\n", redundant_alt),
        (f"   [1][{CRANE}] [2]{CRANE}\n", redundant_alt),
        (f"{CRANE}\n[{CRANE}]\n", redundant_alt),
        (f" * {CRANE} {CRANE}\n * {MARKET}\n", duplicate_teaser),
        (f"{CRANE}\nTOWN\n{CRANE}\n", duplicate_teaser),
        (f"[{CRANE}]\n{CRANE}\n{CRANE}\n", duplicate_teaser),
    ],
    ids=["html2text", "w3m", "lynx", "picture below", "one line", "label between", "picture and two lines"],
)
def test_a_line_doubled_in_a_dump_is_a_fault_unless_one_is_a_pictures_text(lines: str, rule: ModuleType) -> None:
    page = page_of(f"{STORY[0]}\n\n{STORY[1]}\n\n{lines}", "text/plain")
    for each in (duplicate_teaser, redundant_alt):
        hits = list(each.check(page, NoOptions()))
        if each is rule:
            assert [(page.text(hit.also[0]), page.text(hit.at)) for hit in hits] == [(CRANE, CRANE)]
        elif rule is not duplicate_teaser:
            assert hits == []


def test_a_dumped_picture_that_lost_an_apostrophe_is_told() -> None:
    lost = CAT.replace("'", "")
    page = page_of(f"{STORY[0]}\n\n{STORY[1]}\n\n![{lost}](a.png)\n\n[{CAT}](/a)\n", "text/plain")
    (hit,) = lost_punctuation.check(page, NoOptions())
    assert (page.text(hit.at), hit.data["headline"]) == (lost, CAT)


def test_dates_and_sentences_that_come_twice_in_a_dump_are_no_teasers() -> None:
    lines = "Sep 24, 2026 at 10:04 AM\n\n" * 2 + "It is all the same to them.\n\n" * 2
    assert doubled(f"{STORY[0]}\n\n{STORY[1]}\n\n{lines}", "text/plain") == []
