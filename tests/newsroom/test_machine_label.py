"""Section labels that no editor wrote."""

from __future__ import annotations

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.machine_label import machine_labels
from layoutcheck.parse.parser import parse

STORY = "<p>The wall that shelters the old harbour will be raised by half a metre, the council decided.</p>" * 4
TEASER = '<article class="teaser"><span class="kicker">{}</span><h3><a href="/{}">{} is to be raised in spring</a></h3></article>'


def article(label: str) -> list[str]:
    source = f"<title>Harbour wall</title><article><p class=kicker>{label}</p><h1>Harbour wall to be raised</h1>{STORY}</article>"
    return [str(found.value) for found in machine_labels(parse(Document("a.html", source.encode())))]


@pytest.mark.parametrize(
    "label",
    ["NEWS_LOCAL", "local_news", "section-17", "Category 4", "node/17", "cat=4", "tax:local", "section/harbour", "medtop:04000000",
     "category.name", "article.section", "Model.Section", "news.label", "primarySection", "sectionName", "Kicker", "Section name"],
)  # fmt: skip
def test_a_key_or_a_fields_name_is_told(label: str) -> None:
    assert article(label) == [label]


@pytest.mark.parametrize(
    "label",
    ["News", "U.S.", "Covid-19", "World / Asia Pacific", "SciTech", "iOS", "DealBook", "celebrity-style", "100. Geburtstag", "24/7",
     "harbour.example", "Categories: News", "Sections", "Politics: Local", "Democrats 2020", "10 things", "Formula 1", "Route 66",
     "The Kicker"],
)  # fmt: skip
def test_a_label_that_an_editor_may_have_written_is_not(label: str) -> None:
    assert article(label) == []


def test_labels_of_teasers_are_read_but_no_users_names() -> None:
    cards = "".join(TEASER.format(label, at, name) for at, (label, name) in enumerate(
        [("NEWS_LOCAL", "The quay"), ("ada_moss", "The crane"), ("World", "The tower"), ("section.title", "The gate")]
    ))  # fmt: skip
    page = parse(Document("a.html", f"<title>News</title><h1>News</h1><section>{cards}</section>".encode()))
    assert [str(found.value) for found in machine_labels(page)] == ["NEWS_LOCAL", "section.title"]
