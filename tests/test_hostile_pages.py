"""Pages that once crashed a rule or hung a pattern: they are checked, each in its time."""

from __future__ import annotations

import pytest

from layoutcheck.config import load_settings
from layoutcheck.core.document import Document
from layoutcheck.core.finding import PageReport
from layoutcheck.pipeline import check_page

HEAD = "<!doctype html><html lang=en><title>Ferry runs again</title>"
TEXT = "<article><h1>Ferry runs again</h1><p>The ferry to the island runs again.</p>"


def check(source: str) -> PageReport:
    report = check_page(Document("page.html", source.encode()), load_settings(None).for_page(""))
    assert not report.failures
    return report


@pytest.mark.parametrize(
    ("canonical", "shared"),
    [("http://[a", "http://b.example/c"), ("http://b.example/c", "http://[a"), ("http://[a", "http://[b")],
)
def test_an_address_that_is_none_disagrees(canonical: str, shared: str) -> None:
    links = f'<link rel=canonical href="{canonical}"><meta property="og:url" content="{shared}">'
    found = [finding.rule for finding in check(HEAD + links + TEXT).findings]
    assert "canonical-disagreement" in found


@pytest.mark.parametrize(
    "value",
    ["é" * 60_000, "Ã" + "é" * 60_000, "<p" + "\n" * 60_000, "<p" + " " * 60_000 + "<b>x</b>", "_" * 7_000, "${" + "_a" * 30_000],
    ids=["accents", "mojibake", "lines", "tag", "underscores", "reference"],
)  # fmt: skip
def test_a_giant_value_with_leaks_beside_it_is_read_once(value: str) -> None:
    page = f'{HEAD}{TEXT}<p><img alt="{value}" src=a.jpg title="{{{{ caption }}}} FÃ¼r &lt;p&gt;">'
    assert any("{{ caption }}" in finding.text for finding in check(page).findings)
    check(f"{HEAD}{TEXT}<p>{value} FÃ¼r &lt;p&gt;")
    check(f'{HEAD}{TEXT}<img alt="FÃ¼r &lt;p {value}">')


@pytest.mark.parametrize(
    "value",
    ["@app" + "_l" * 2_000, "@@a" + "_l" * 2_000, "%7Ba" + "_l" * 2_000, "[table" + " id = ‚l’ wide" * 200],
    ids=["build", "deploy", "address", "shortcode"],
)
def test_what_a_pattern_may_read_in_many_ways_it_reads_in_one(value: str) -> None:
    check(f"{HEAD}{TEXT}<p>{value}<a href='/{value}'>On</a>")


@pytest.mark.parametrize("count", ["{}", '"{}"', "-{}", "[{}]", "1e{}"])
def test_a_number_of_more_digits_than_python_reads_is_read_past(count: str) -> None:
    data = f'{{"@type": "NewsArticle", "wordCount": {count.format("9" * 5_000)}}}'
    check(f'{HEAD}<script type="application/ld+json">{data}</script>{TEXT}<p>1. {"9" * 5_000}. May')


def test_a_byline_as_long_as_the_page_is_none() -> None:
    names = "<b>Ada Moss</b>" * 20_000
    check(
        f"{HEAD}<article><h1>Ferry runs again</h1><p class=byline>{names}<p>The ferry runs again.<p rel=author>{names}"
    )


def test_what_is_full_of_tags_without_an_end_is_looked_at_once() -> None:
    check(f"{HEAD}{TEXT}<p>{'com.acme.cms.internal.LinkImpl@3c1f0e3f<' * 10_000}")


@pytest.mark.parametrize("piece", ["<QuerySet [<Tag:H(", "https://img.example/%3C%3F=%20$image%20%3F%3E<"])
def test_what_lies_around_thousands_of_half_open_tags_is_not_looked_at_for_each(piece: str) -> None:
    assert check(f"<title>{piece * 8_000}</title>{TEXT}").findings


def test_thousands_of_comments_switch_thousands_of_findings_off() -> None:
    many = "".join(f"<!-- layoutcheck-disable empty-heading: {n} --><h2></h2>" for n in range(2_000))
    closed = "<!-- layoutcheck-enable --><!-- layoutcheck-disable-next -->" * 4_000
    report = check(f"{HEAD}{TEXT}{many}<h2></h2>{closed}<h2></h2>")
    assert [finding.rule for finding in report.suppressed].count("empty-heading") == 2_002


def test_a_string_of_json_full_of_leaks_is_cut_out_once() -> None:
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "description": "'
        + "{{ a }} " * 5_000
        + '"}</script>'
    )
    assert len(check(HEAD + script + TEXT).findings) > 100
    many = ", ".join(f'"{number}": "{{{{ a }}}}"' for number in range(10_000))
    assert len(check(f'{HEAD}<script type="application/ld+json">{{{many}}}</script>{TEXT}').findings) > 100


def test_a_title_of_nothing_but_dashes_has_no_best_part() -> None:
    check(f'{HEAD}<meta property="og:title" content="{"- " * 30_000}">{TEXT}')


def test_a_tag_of_very_many_attributes_is_taken_apart_once() -> None:
    many = " ".join(f"a{number}={number}" for number in range(1_000))
    value = "<b> {{ a }} " * 1_000
    assert any("{{ a }}" in finding.text for finding in check(f"{HEAD}{TEXT}<p {many} title='{value}'>").findings)
    check(f"{HEAD}{TEXT}<p {many} data-a='{value}'>")


def test_a_giant_tag_name_is_read_once_for_all_that_stands_behind_it() -> None:
    check(f"{HEAD}{TEXT}<p>{{{{ a }}}}<{'a' * 50_000} {'{{ b }} <{{ c }} ' * 2_000}")


def test_an_element_of_very_many_attributes_is_looked_at_in_part() -> None:
    many = " ".join(f"a{number}" for number in range(2_000))
    found = check(f"{HEAD}{TEXT}<div {many}>{'<h2></h2>' * 500}</div>").findings
    assert [finding.rule for finding in found].count("empty-heading") == 500


@pytest.mark.parametrize(
    "told", ['"headline": "a\\ud83d"', '"headline": 3, "datePublished": "\\udc00"', '"author": [{"name": "\\ud83d"}]', '"\\ud83d": "x"']
)  # fmt: skip
def test_half_a_character_in_json_stops_nothing(told: str) -> None:
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", {told}}}</script>'
    check(HEAD + script + TEXT)
