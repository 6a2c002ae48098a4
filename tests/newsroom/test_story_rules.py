"""What the rules on dates, bylines, addresses and length say and leave unsaid, family by family."""

import pytest

from layoutcheck import check_html
from layoutcheck.plugins import load_rule
from layoutcheck.testing import Example, check_example

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The wall that shelters the old harbour will be raised by half a metre, the council decided on Monday night.",
        "Work begins in spring and lasts until the first autumn storms, the harbour master told the meeting.",
        "Boats that lie at the inner quay have to move to the new basin before the end of March, she said.",
    )
)
ARTICLE = '<meta property="og:type" content="article">'
TITLE = "<title>Harbour wall to be raised - Harbour Daily</title>"
TOLD = '<meta property="article:published_time" content="2026-01-20T08:00:00+00:00">'
LINK = '<a href="/other">Another story about the harbour of the town</a>'


def messages(rule: str, *, head: str = "", header: str = "", after: str = "") -> list[str]:
    page = (
        f"{ARTICLE}{TITLE}{head}<article><h1>Harbour wall to be raised</h1>{header}<div>{STORY}</div></article>{after}"
    )
    report = check_example(load_rule(rule), Example("Bad", "text/html", page))
    assert not report.failures
    return [finding.message for finding in report.findings]


def counted(count: int) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "wordCount": {count}}}</script>'


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('<p class="published">Published 5 January 2026</p>', ["visible"]),
        ('<p class="published">Published 20 January 2026</p>', []),
        ("<time>5 January 2026</time>", ["visible"]),
        ("<p>5 January 2026</p>", []),
        (f'<div class="teaser"><p class="publish-time">5 January 2026</p>{LINK}</div>', []),
        ("<p>Published 5 January 2026</p><p>Published 4 January 2026</p>", []),
    ],
    ids=[
        "another day",
        "the same day",
        "marked up as a date",
        "anybody's",
        "the date of a teaser",
        "the dates of a list",
    ],
)
def test_date_disagreement_is_about_the_storys_own_date(header: str, expected: list[str]) -> None:
    assert messages("date-disagreement", head=TOLD, header=header) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Monday, 26 November 2026", ["weekday"]),
        ("Thursday, 26 November 2026", []),
        ("Updated: Tue, 26 Nov 2026", ["weekday"]),
        ("Ann Berg | Freitag, 26. November 2026", ["weekday"]),
        ("quarta-feira, 26 de novembro de 2026", ["weekday"]),
        ("quinta-feira, 26 de novembro de 2026", []),
        ("Friday 4/3/2026", []),  # the 3rd of April
        ("Die 26. November 2026", []),  # Sunday in Albanian
        ("The Baltimore Sun, 26 November 2026", []),
        ("Black Friday, 26 November 2026", []),
    ],
)
def test_a_weekday_must_be_that_of_its_date(date: str, expected: list[str]) -> None:
    assert messages("date-disagreement", head="", header=f"<p>{date}</p>") == expected


@pytest.mark.parametrize(
    ("day", "modified", "expected"),
    [
        ("Jan. 16", None, ["days-apart"]),
        ("Jan. 17", None, []),
        ("Jan. 23", None, []),
        ("Jan. 24", None, ["days-apart"]),
        ("Jan. 27", "2026-01-30", []),
        ("Jan. 26", "2026-01-30", ["days-apart"]),
        ("Feb. 30", None, []),  # impossible-date tells it
        ("January", None, []),
    ],
)
def test_a_dateline_may_be_days_from_publication_or_the_last_change(
    day: str, modified: str | None, expected: list[str]
) -> None:
    head = f'<meta property="article:modified_time" content="{modified}T08:00:00+00:00">' if modified else ""
    opening = (
        f"<p>STAVANGER, {day} (AP) — The harbour master told the council on Monday why the wall must be raised.</p>"
    )
    assert messages("dateline-date-disagreement", head=TOLD + head, header=opening) == expected


def test_a_date_of_a_dateline_without_year_is_in_the_nearest_year() -> None:
    new_year = TOLD.replace("01-20", "01-01")
    opening = (
        "<p>STAVANGER, Dec. 30 (AP) — The harbour master told the council on Monday why the wall must be raised.</p>"
    )
    assert messages("dateline-date-disagreement", head=new_year, header=opening) == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("<p>Published 26 November 2026</p><p>Updated 24 November 2026</p>", ["shown"]),
        ("<p>Updated: 24 November 2026 | Published: 26 November 2026</p>", ["shown"]),
        ("<p>Published 24 November 2026</p><p>Updated 26 November 2026</p>", []),
        ("<p>Published 26 November 2026, 10:30</p><p>Updated 26 November 2026, 9:00</p>", []),
        ("<p>26 November 2026</p><p>Updated 24 November 2026</p>", []),
        ("<p>Published 3/11/2026</p><p>Updated 1/12/2026</p>", []),
    ],
)
def test_modified_before_published_reads_what_readers_are_told(header: str, expected: list[str]) -> None:
    assert messages("modified-before-published", head="", header=header) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Harbour wall to be raised by half a metre", ["cut"]),
        ("Harbour wall to be… - Harbour Daily", []),
        ("Harbour wall to be", []),
        ("Harbour walls to be", []),
    ],
)
@pytest.mark.parametrize("dots", ["…", "..."])
def test_a_headline_that_ends_in_dots_is_cut_where_machines_are_told_the_rest(
    told: str, dots: str, expected: list[str]
) -> None:
    page = f'{ARTICLE}{TITLE}<meta property="og:title" content="{told}"><h1>Harbour wall to be{dots}</h1>{STORY}'
    report = check_example(load_rule("headline-disagreement"), Example("Bad", "text/html", page))
    assert [finding.message for finding in report.findings] == expected


@pytest.mark.parametrize(
    ("modified", "expected"),
    [
        ("2026-01-20T04:00:10+00:00", ["zone"]),
        ("2026-01-20T06:59:00+00:00", ["before"]),  # an hour and a minute is no zone
        ("2026-01-20T07:55:00+00:00", []),
        ("2026-01-20T09:00:00+00:00", []),
    ],
)
def test_modified_before_published_blames_the_zone_for_whole_hours_alone(modified: str, expected: list[str]) -> None:
    head = f'{TOLD}<meta property="article:modified_time" content="{modified}">'
    assert messages("modified-before-published", head=head) == expected


@pytest.mark.parametrize(
    ("header", "after", "expected"),
    [
        ("", "", ["unseen"]),
        ("<p>2 hours ago</p>", "", []),
        ("<p>vor 3 Stunden</p>", "", []),
        ("<p>5分钟前</p>", "", []),
        ("", "<p>Printed on 20 January 2026</p>", []),
        ("", "<p>Copyright 2026</p>", ["unseen"]),
    ],
)
def test_missing_date_believes_every_form_in_which_readers_see_it(header: str, after: str, expected: list[str]) -> None:
    assert messages("missing-date", head=TOLD, header=header, after=after) == expected


@pytest.mark.parametrize(
    ("head", "header", "expected"),
    [
        ("", "", ["missing"]),
        ("", '<p class="byline">jm</p>', []),
        ("", "<p>By the people of the harbour who saw it all</p>", []),
        ("", '<p class="byline">By</p>', []),  # malformed-byline tells it
        ('<meta name="author" content="Harbour Daily">', "", []),
    ],
    ids=["nobody", "initials", "no name", "a word of lead", "the house, for machines"],
)
def test_missing_byline_is_quiet_where_anything_signs(head: str, header: str, expected: list[str]) -> None:
    assert messages("missing-byline", head=head, header=header) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(780, ["shorter"]), (60, []), (300, [])],
    ids=["words that are not there", "its words", "its characters"],
)
def test_truncated_body_knows_counts_of_characters(count: int, expected: list[str]) -> None:
    assert messages("truncated-body", head=counted(count)) == expected


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("She said the rest is for the court of appeal to decide.", ["shorter"]),
        ("Boats have to move to the new basin before the end of March, she said.", []),
    ],
    ids=["an ending that is not there", "the story's own ending"],
)
def test_truncated_body_believes_a_story_that_ends_as_machines_are_told(ending: str, expected: list[str]) -> None:
    whole = "The harbour master spoke for long. " * 200 + ending
    body = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{whole}"}}</script>'
    assert messages("truncated-body", head=body) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [(ARTICLE, ["front-page"]), ('<meta property="og:type" content="website">', [])]
)
def test_canonical_disagreement_lets_front_pages_name_themselves(kind: str, expected: list[str]) -> None:
    page = f'{kind}<link rel="canonical" href="https://h.example/">{TITLE}<h1>Welcome</h1>{STORY}{STORY}'
    report = check_example(load_rule("canonical-disagreement"), Example("Bad", "text/html", page))
    assert [finding.message for finding in report.findings] == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://localhost:3000/a", ["unreachable"]),
        ("http://127.0.0.1/a", ["unreachable"]),
        ("http://192.168.1.20:8080/a", ["unreachable"]),
        ("http://[::1]/a", ["unreachable"]),
        ("https://desk.local/a", ["unreachable"]),
        ("https://cms.internal/a", ["unreachable"]),
        ("https://h.example/a", []),
        ("https://local.example/a", []),
        ("https://93.184.215.14/a", []),
        ("https://1.2.3/a", []),
        ("http://[/a", []),
        ("/a", []),
    ],
)
def test_canonical_disagreement_knows_a_developers_machine(address: str, expected: list[str]) -> None:
    page = f'<link rel="canonical" href="{address}">{TITLE}<h1>Harbour wall to be raised</h1>{STORY}'
    report = check_example(load_rule("canonical-disagreement"), Example("Bad", "text/html", page))
    assert [finding.message for finding in report.findings] == expected


@pytest.mark.parametrize(
    ("header", "first", "expected"),
    [
        ("<p>5 January 2090</p>", "", ["future"]),
        (
            "",
            "<p>The wall must last until the fleet is gone, which is to be on 5 January 2090, the council said.</p>",
            [],
        ),
        ("<p>Published: 4 January 2016</p><p>By Ann Berg</p><p>5 January 2090</p>", "", []),
    ],
    ids=["by the headline", "in the text", "beside the story's own"],
)
def test_a_bare_date_is_in_the_future_where_it_is_taken_for_the_storys(
    header: str, first: str, expected: list[str]
) -> None:
    assert messages("future-date", header=header + first) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ('<p class="kicker"></p>', ["empty"]),
        ('<p class="kicker"></p><p class="section-label">Coast</p>', []),
        ('<button class="theme-kicker"></button>', []),
        ("<p>Coast</p>", []),
    ],
)
def test_empty_section_label_is_no_control(label: str, expected: list[str]) -> None:
    page = f"{TITLE}<article><header>{label}<h1>Harbour wall to be raised</h1></header>{STORY}</article>"
    report = check_example(load_rule("empty-section-label"), Example("Bad", "text/html", page))
    assert [finding.message for finding in report.findings] == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (", March 4 (Reuters) - The", ["malformed-dateline no-place"]),
        ("null (Reuters) - The", ["malformed-dateline unfilled"]),
        ("STAVANGER, March 4 (Reuters - The", ["malformed-dateline unbalanced"]),
        ("The", ["missing-dateline missing"]),
    ],
)
def test_a_broken_dateline_that_is_demanded_is_told_once_and_as_an_error(opening: str, expected: list[str]) -> None:
    story = "".join(
        f"<p>{start} wall that shelters the old harbour will be raised.</p>" for start in (opening, "A", "A")
    )
    report = check_html(f"<title>Wall</title><article><h1>Harbour wall</h1>{story}</article>", schema="wire-story")
    told = [finding for finding in report.findings if "dateline" in finding.rule]
    assert [f"{finding.rule} {finding.message}" for finding in told] == expected
    assert all(finding.severity == "error" for finding in told)


@pytest.mark.parametrize(
    ("facts", "expected"), [("<p class=facts>Quay 7</p>", ["place", "source"]), ("<p>Quay 7</p>", ["dateline"])]
)
def test_a_part_that_is_called_dateline_only_is_told_by_page_structure_alone(
    tmp_path, facts: str, expected: list[str]
) -> None:
    schema = tmp_path / "s.yaml"
    schema.write_text(
        "required: [dateline]\nproperties: {dateline: {x-select: .facts, required: [place, source],"
        " properties: {place: {x-select: b}, source: {x-select: i}}}}\n"
    )
    report = check_html(f"<html lang=en><title>Wall</title><h1>Harbour wall leaks</h1>{facts}", schema=schema)
    assert [(finding.rule, finding.text.split()[0]) for finding in report.findings] == [
        ("page-structure", name) for name in expected
    ]


@pytest.mark.parametrize(
    ("selector", "told"),
    [
        (
            ".dateline",
            'the dateline is missing: nothing matches ".dateline", though "OSLO, March 4 (Reuters) -" reads as one'
            ' (perhaps <span class="date-line"> at 1:103 is meant)',
        ),
        (".date-line", None),
    ],
)
def test_a_selector_that_misses_a_dateline_is_told_as_what_it_is(tmp_path, selector: str, told: str | None) -> None:
    schema = tmp_path / "s.yaml"
    schema.write_text(f"required: [dateline]\nproperties:\n  dateline: {{x-kind: dateline, x-select: {selector}}}\n")
    line = "<span class=date-line>OSLO, March 4 (Reuters)</span> - "
    page = (
        "<!doctype html><html lang=en><title>Harbour wall</title><article><h1>Harbour wall to be raised</h1>"
        f"<p>{line}{STORY.removeprefix('<p>')}</article></html>"
    )
    findings = check_html(page, schema=schema).findings
    assert [one.text for one in findings if one.rule == "missing-dateline"] == ([told] if told else [])


@pytest.mark.parametrize(
    ("demand", "expected"),
    [
        ("minLength: 4", []),
        ("maxLength: 3", ["page-structure too-long"]),
        ("pattern: ^B", ["page-structure pattern"]),
    ],
)
def test_what_a_schema_wants_of_a_datelines_place_is_told_by_page_structure(
    tmp_path, demand: str, expected: list[str]
) -> None:
    schema = tmp_path / "s.yaml"
    schema.write_text(
        f"properties:\n  dateline: {{x-kind: dateline, x-select: .line, properties: {{place: {{{demand}}}}}}}\n"
    )
    line = "<p class=line>OSLO, March 4 (Reuters) - The wall that shelters the old harbour leaks.</p>"
    report = check_html(f"<title>Wall</title><article><h1>Harbour wall</h1>{line}{STORY}</article>", schema=schema)
    told = [finding for finding in report.findings if "dateline" in finding.rule or finding.rule == "page-structure"]
    assert [f"{finding.rule} {finding.message}" for finding in told] == expected


def test_a_dateline_that_a_selector_finds_in_its_paragraph_is_not_its_own_repetition(tmp_path) -> None:
    schema = tmp_path / "s.yaml"
    schema.write_text("properties: {dateline: {x-kind: dateline, x-select: .line}}\n")
    line = "OSLO, March 4 (Reuters) - The wall that shelters the old harbour leaks, the council said on Monday night."
    for opening, expected in (("", []), (f"<p>{line}</p>", ["duplicate-dateline"])):
        page = f"<title>Wall</title><article><h1>Harbour wall</h1><p class=line>{line}</p>{opening}{STORY}</article>"
        findings = check_html(page, schema=schema).findings
        assert [one.rule for one in findings if "dateline" in one.rule] == expected
