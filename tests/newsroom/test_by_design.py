"""What pages repeat, leave open or date otherwise on purpose is told by no rule; the same as a fault still is."""

import pytest

from layoutcheck.config import Settings
from layoutcheck.core.document import Document
from layoutcheck.pipeline import check_page

HEADLINE = "Harbour wall to be raised by half a metre"
PARAGRAPHS = (
    "<p>The wall that shelters the old harbour will be raised by half a metre, the council decided on Monday night.</p>"
    "<p>Work begins in spring and lasts until the first autumn storms, the harbour master told the meeting.</p>"
    "<p>Boats that lie at the inner quay have to move to the new basin before the end of March, she said.</p>"
)


def told(rule: str, source: str) -> list[str]:
    """The messages of one rule's findings."""
    report = check_page(Document("page.html", source.encode(), "text/html", "utf-8"), Settings().for_page("page.html"))
    assert not report.failures
    return [finding.message for finding in report.findings if finding.rule == rule]


def story(header: str, *, behind: str = "", head: str = "") -> str:
    return (
        f"<html lang=en><head><title>{HEADLINE} - Daily</title>{head}</head><body><article><h1>{HEADLINE}</h1>{header}"
        f"{PARAGRAPHS}</article>{behind}</body></html>"
    )


@pytest.mark.parametrize(
    "line",
    [
        '<div class="posted">by <div class="popupmenu"><a href="/member/7"><b>harbour-cat 29</b></a></div></div>',
        '<ul class="presented"><li>By</li><li><div class="partner-logo"></div></li><li>&amp;</li></ul>',
        '<div class="posted">By <div><img src="/ann.png"></div></div>',
        "<table><tr><td>By</td><td>Ann Berg</td></tr></table>",
        '<div class="posted">Von Anna Berg und <div><a href="/jo">jo moe</a></div></div>',
    ],
)
def test_a_name_in_a_box_behind_the_by_is_one(line: str) -> None:
    assert told("malformed-byline", story(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        '<div class="posted">By <div class="date">3 May 2026</div></div>',
        '<div class="posted">By <div><a href="/archive">3 May 2026</a></div></div>',
        '<div class="posted">By <div class="name"></div></div><div>3 May 2026</div>',
        '<p class="byline">By <a href="/author/"></a></p>',
    ],
)
def test_a_by_before_nobody_is_still_told(line: str) -> None:
    assert told("malformed-byline", story(line)) == ["nameless"]


@pytest.mark.parametrize(
    "again",
    [
        f'<div class="top-bar" id="top_bar"><div class="second">{HEADLINE}</div></div>',
        f'<div class="fixed-header"><h2>{HEADLINE}</h2></div>',
        f'<div class="side back"><h1>{HEADLINE}</h1></div>',
        f'<div class="tab-content"><h3>{HEADLINE}</h3></div>',
        f"<table><tr><td>{HEADLINE}</td></tr></table>",
        f"<div><a href=/>Home</a> {HEADLINE}</div>",
        f'<p class="story-kicker">{HEADLINE}</p><h2>The sea and the quay</h2>',
        f"<p>All about <strong>{HEADLINE}</strong> from our desk.</p>",
    ],
)
def test_a_headline_in_a_bar_a_box_or_a_sentence_is_no_second_one(again: str) -> None:
    assert told("repeated-headline", story(again)) == []


@pytest.mark.parametrize("again", [f"<h2>{HEADLINE}</h2>", f"<div class=lead><strong>{HEADLINE}</strong></div>"])
def test_a_headline_in_a_line_of_its_own_is(again: str) -> None:
    assert told("repeated-headline", story(again)) == ["repeated"]


LINES = (
    "Ferry drifts for a night off the coast",
    "School opens its doors after the flood",
    "Bridge stays shut all winter",
)


def items(*cards: str, attributes: str = "") -> str:
    return story("", behind=f"<ul {attributes}>{''.join(f'<li>{card}</li>' for card in cards)}</ul>")


def link(line: str, href: str) -> str:
    return f'<a href="{href}">{line}</a>'


FERRY, SCHOOL, BRIDGE = (link(line, f"/news/{number}") for number, line in enumerate(LINES))


def test_a_story_that_a_list_shows_twice_is_told() -> None:
    assert told("duplicate-teaser", items(FERRY, SCHOOL, FERRY, BRIDGE)) == ["listed-twice"]


@pytest.mark.parametrize(
    "href",
    [
        "https://marks.example/add?mode=confirm&url=https%3A%2F%2Fdaily.example%2F1",
        "/forum/posting.php?mode=post&f=4",
        "/contact_us.htm",
        "/category/harbour/",
        "/index.php?sid=0a1b2c",
    ],
)
def test_something_to_do_may_stand_above_and_below_a_list(href: str) -> None:
    deed = link("Write something about the harbour", href)
    assert told("duplicate-teaser", items(deed, SCHOOL, BRIDGE, FERRY, deed)) == []


def test_each_answer_in_a_thread_is_a_target_of_its_own() -> None:
    answers = [link("The harbour wall, part two", f"/board/21/#{number}") for number in (7, 8)]
    assert told("duplicate-teaser", items(answers[0], SCHOOL, answers[1], BRIDGE)) == []


def test_an_event_of_two_days_stands_under_each() -> None:
    assert told("duplicate-teaser", items("Friday", FERRY, SCHOOL, "Saturday", FERRY, BRIDGE)) == []


def test_rows_about_different_things_may_share_a_line() -> None:
    rows = [f"{link(name, f'/files/{name}')} {FERRY}" for name in ("data", "library")]
    assert told("duplicate-teaser", items(rows[0], SCHOOL, rows[1], BRIDGE)) == []


def test_a_story_under_two_labels_is_still_one() -> None:
    rows = [f"{link(name, f'/{name}')} {link('All', f'/tags/{name}/')} {FERRY}" for name in ("coast", "world")]
    assert told("duplicate-teaser", items(rows[0], SCHOOL, rows[1], BRIDGE)) == ["listed-twice"]


def test_a_column_of_rubrics_and_a_strip_repeat_by_nature() -> None:
    assert told("duplicate-teaser", items(FERRY, SCHOOL, FERRY, BRIDGE, FERRY)) == []
    assert told("duplicate-teaser", items(FERRY, SCHOOL, BRIDGE, FERRY, attributes='style="width: 1600px"')) == []


@pytest.mark.parametrize(
    "card",
    [
        '<span class="sprite mail">{line}</span> <a href="/mail">{line}</a>',
        '<a href="/disc"><div class="by">{line}</div><div class="title">{line}</div></a>',
        '<div class="meta top"><h3><a href="/pics">{line}</a></h3></div><div><img src="/1.jpg" alt=""></div>'
        '<div class="meta bottom"><h3><a href="/pics">{line}</a></h3></div>',
    ],
)
def test_an_icon_a_band_and_a_line_for_either_side_are_no_doubled_line(card: str) -> None:
    line = "Send this page to a friend"
    assert told("duplicate-teaser", items(card.format(line=line), SCHOOL, BRIDGE)) == []


def test_a_plan_that_says_its_parts_again_and_again_is_no_second_body() -> None:
    parts = [f"<p>{words} until the sea stands at the door and the lamps go out one by one along the old quay.</p>"
             for words in ("Mend the nets and sort the corks", "Row out to the bar and back", "Scrub the deck, oil the winch")]  # fmt: skip
    plan = "".join(f"<h3>Day {day}</h3>{''.join(parts)}" for day in range(1, 7))
    assert told("duplicate-body", story("", behind="").replace("</article>", f"{plan}</article>")) == []


def test_datelines_of_a_list_of_stories_are_no_repetition() -> None:
    items = "".join(
        f'<div><h4><a href="/{n}">{line}</a></h4><div>LISBON, March 4 (Reuters) - {line}, the harbour master said after a '
        "night of rain and wind, and asked for calm.</div></div>"
        for n, line in enumerate(LINES)
    )
    source = (
        f"<html lang=en><title>{HEADLINE}</title><body><div id=content><h1>{HEADLINE}</h1>{items}</div></body></html>"
    )
    assert told("duplicate-dateline", source) == []


RELEASE = (
    "<p>LISBON, July 2, 2026 (Reuters) - The wall that shelters the old harbour will be raised, the port said.</p>"
)


def released(before: str, behind: str, head: str = "") -> str:
    return (
        f"<html lang=en><head><title>{HEADLINE} - Daily</title>{head}</head><body><article><h1>{HEADLINE}</h1>{before}"
        f"{RELEASE}{PARAGRAPHS}</article>{behind}</body></html>"
    )


def test_a_date_behind_the_story_dates_other_stories() -> None:
    assert told("dateline-date-disagreement", released("", "<ul><li><div>2 March 2026</div></li></ul>")) == []
    assert told("dateline-date-disagreement", released("<p class=date>2 March 2026</p>", "")) == ["days-apart"]


def test_the_bold_and_centred_lines_of_a_release_are_no_paragraphs_of_the_story() -> None:
    line = "The port authority will hold a call for the press on the plans for the wall on Thursday"
    loud = (
        f"<p><b>{line}</b></p><p align=center><i>{line} at ten</i></p><p style='text-align:center'>{line} at noon</p>"
    )
    assert told("misplaced-dateline", released(loud, "")) == []
    assert told("misplaced-dateline", released("".join(f"<p>{line} {n}.</p>" for n in "abc"), "")) == ["in-story"]


MACHINES = '<meta property="article:published_time" content="2026-05-04T08:00:00+00:00">'


@pytest.mark.parametrize("date", ["14 May 2026 Issue", "Print edition of 14 May 2026"])
def test_the_day_of_the_printed_issue_may_be_another(date: str) -> None:
    assert told("date-disagreement", story(f"<time>{date}</time>", head=MACHINES)) == []
    assert told("date-disagreement", story("<p>Published 14 May 2026</p>", head=MACHINES)) == ["visible"]


def test_the_moment_of_creation_is_not_that_of_publication() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Wall", "%s": "2026-05-04T19:30:12Z"}</script>'
    assert told("date-disagreement", story("", head=MACHINES + data % "dateCreated")) == []
    assert told("date-disagreement", story("", head=MACHINES + data % "datePublished")) == ["machine"]


def test_a_part_of_a_page_has_no_language_to_say() -> None:
    assert told("missing-language", f"<div>{PARAGRAPHS}</div>") == []
    assert told("missing-language", f"<title>{HEADLINE}</title>{PARAGRAPHS}") == ["missing"]


def test_a_notice_in_another_script_says_nothing_of_the_page() -> None:
    source = f"<html lang=ja><title>%s</title><body><div>{PARAGRAPHS}</div></body></html>"
    assert told("language-disagreement", source % "Harbour Daily: 港の壁を高く") == []
    assert told("language-disagreement", source % HEADLINE) == ["written"]


def test_an_element_that_takes_in_nothing_but_end_tags_hides_nothing() -> None:
    source = "<html lang=en><title>Wall</title><body><h1>Wall</h1><div hidden><iframe src=/a />%s</div></body></html><!-- 1 -->"
    assert told("unclosed-markup", source % "") == []
    assert told("unclosed-markup", source % f"</div>{PARAGRAPHS}<div>") == ["element"]


def test_a_comment_around_a_box_may_hold_another() -> None:
    source = (
        "<html lang=en><title>Wall</title><body><h1>Wall</h1><!--%s<!-- end --> <p>Soon.</p><!-- a --></body></html>"
    )
    open_end = "<!-- never closed"
    box = f"\n<div>{PARAGRAPHS}</div>"
    assert told("unclosed-markup", source % box + open_end) == []
    assert told("unclosed-markup", source % f" story body {box}") == ["late"]


def test_the_front_page_may_call_itself_so() -> None:
    head = '<meta property="og:type" content="article"><link rel=canonical href="https://daily.example/">'
    source = story("", head=head).replace(PARAGRAPHS, PARAGRAPHS * 3)
    assert told("canonical-disagreement", source) == ["front-page"]
    assert told("canonical-disagreement", source.replace("<body>", '<body class="home page">')) == []


def test_a_bar_waits_for_its_headline() -> None:
    bar = '<div class="fixhead"><div><h1></h1></div></div>'
    assert told("empty-heading", f"<html lang=en><title>Wall</title><body>{PARAGRAPHS}{bar}</body></html>") == []
    assert told("empty-heading", f"<html lang=en><title>Wall</title><body><h1></h1>{PARAGRAPHS}</body></html>") == [
        "headline"
    ]


def test_at_a_wall_a_story_is_short_on_purpose() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Wall", "wordCount": 1285}</script>'
    assert told("truncated-body", story("", head=data)) == ["shorter"]
    assert told("truncated-body", story("", head=data, behind='<div id="s-pay-barrier"></div>')) == []
    elsewhere = "<p>More</p>" * 5 + "<div id=paywall-layer></div><script id=paywall-js></script>"
    assert told("truncated-body", story("", head=data, behind=elsewhere)) == ["shorter"]


@pytest.mark.parametrize(("headline", "expected"), [("検索", []), ("21", []), ("1", ["too-short"])])
def test_two_characters_may_be_a_headline(headline: str, expected: list[str]) -> None:
    source = f"<html lang=ja><title>{headline} - Daily</title><body><article><h1>{headline}</h1>{PARAGRAPHS}</article></body></html>"
    assert [key for key in told("page-structure", source) if key == "too-short"] == expected


def test_a_front_page_has_no_headline_to_disagree_with() -> None:
    head = '<meta property="og:type" content="website"><meta property="og:title" content="All the news of the coast">'
    source = f"<html lang=en><head><title>Daily</title>{head}</head><body><h1>Please enter your town:</h1>{PARAGRAPHS}</body></html>"
    assert told("headline-disagreement", source) == []
    assert told("headline-disagreement", source.replace("website", "article")) == ["different"]


def test_a_logo_with_a_name_is_no_empty_heading() -> None:
    source = "<html lang=en><title>Daily</title><body><h1>Daily</h1><h2><a href=/ %s></a></h2></body></html>"
    assert told("empty-heading", source % 'title="The Daily"') == []
    assert told("empty-heading", source % "") == ["heading"]


@pytest.mark.parametrize("line", ["20 hours ago", "10-08 12:00", "4月9日 08:30"])
def test_a_date_of_which_half_is_left_out_is_one_for_readers(line: str) -> None:
    source = story(f"<span class=when>{line}</span>").replace(PARAGRAPHS, PARAGRAPHS * 2)
    assert told("missing-date", source) == []
    assert told("missing-date", source.replace(line, "hier im Hafen")) == ["missing"]


def test_a_month_that_nobody_taught_us_still_makes_a_date() -> None:
    head = '<meta property="article:published_time" content="2018-10-26T08:00:00+00:00"><meta property="og:type" content="article">'
    assert told("missing-date", story("<div class=when>26 အောက်တိုဘာ 2018</div>", head=head)) == []
    assert told("missing-date", story("<div class=when>17 အောက်တိုဘာ 2018</div>", head=head)) == ["unseen"]


def test_an_address_that_a_script_writes_is_not_empty() -> None:
    assert told("canonical-disagreement", story("", head='<link rel=canonical ng-href="{{ page.address }}">')) == []
    assert told("canonical-disagreement", story("", head='<link rel=canonical href="">')) == ["empty"]


def test_the_language_that_machines_alone_are_told_is_no_lang_of_the_page() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Wall", "inLanguage": "pl"}</script>'
    )
    page = story("", head='<meta property="og:locale" content="en_GB">' + data)
    assert told("language-disagreement", page) == ["declared"]
    assert told("language-disagreement", page.replace("<html lang=en>", "<html>")) == []
