"""Rows whose values are lost."""

import pytest

from layoutcheck.newsroom.article.row import empty_rows, empty_tags
from layoutcheck.newsroom.reading import text_of
from made_page import page_of

STORY = "<p>" + "The harbour board met on Monday and decided to raise the wall by half a metre. " * 3 + "</p>"
MORE = "<div class=more><h3><a href=/1>Boats have to move before the end of March, she said</a></h3></div>"


def _page(row: str) -> str:
    return f"<!doctype html><title>Wall</title><article><h1>Harbour wall</h1>{STORY * 3}{row}{MORE}</article>"


@pytest.mark.parametrize(
    ("row", "kind", "text"),
    [
        ("<div class=post-tags><span>Tags:</span> </div>", "list", "Tags:"),
        ("<p class=tags>Tags: , ,</p>", "list", "Tags: , ,"),
        ("<div class=entry-meta><b>Filed under</b></div>", "list", "Filed under"),
        ("<div class=single-tag>标签：</div>", "list", "标签："),
        ("<div class=tags><h4 class=tags-title>Schlagworte:</h4><ul></ul></div>", "list", "Schlagworte:"),
        ("<a class=comments-link href=#c>Comments ()</a>", "count", "Comments ()"),
        ("<span class=reading-time> min read</span>", "count", "min read"),
        ("<p class=meta>Reading time: </p>", "count", "Reading time:"),
        ("<div class=meta><a href=/w>World</a>, , <a href=/e>Europe</a></div>", "gap", ", ,"),
        ("<p class=meta>World · · Europe</p>", "gap", "· ·"),
        ("<nav class=breadcrumb><a href=/>Home</a> &gt;  &gt; <span>Wall</span></nav>", "gap", "> >"),
        ("<div class=breadcrumbs>Home » » Wall</div>", "gap", "» »"),
    ],
)
def test_tells_a_row_without_its_values(row: str, kind: str, text: str) -> None:
    assert [(found, said) for found, _, said in empty_rows(page_of(_page(row)))] == [(kind, text)]


@pytest.mark.parametrize(
    "row",
    [
        "<div class=tags>Tags: <a href=/t>Harbour</a></div>",
        "<div class=tags><span class=tags-label>Tags:</span> <a href=/t>Harbour</a></div>",
        "<div class=tags><div class=tags-title>Tags:</div><ul><li><a href=/t>Harbour</a></ul></div>",
        "<ul class=tags><li class=tags>Filed under</li></ul><ul><li><a href=/t>Harbour</a></li></ul>",
        "<a class=comments href=#c>Comments (<fb:count href=/x></fb:count>)</a>",
        "<a class=comments href=#c>Comments (<span data-bind=n></span>)</a>",
        "<a class=comments href=#c>Comments (0)</a>",
        "<div class=tags>Tags: <img src=a></div>",
        "<div class=tags hidden>Tags:</div>",
        "<p class=comment>And who pays, , we?</p>",
        "<p><b>4</b> <span class=reading-time>min read</span></p>",
        "<p><span class=reading-time>min read</span> <b>4</b></p>",
        "<div class=meta>World | Europe | 4 May</div>",
        "<div class=meta>World &gt;&gt;&gt; Europe</div>",
        "<p>Tags:</p>",
    ],
)  # fmt: skip
def test_rows_with_values_and_other_boxes_are_left_alone(row: str) -> None:
    assert list(empty_rows(page_of(_page(row)))) == []


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("<a rel='category tag' href=/c></a>", 1),
        ("<ul class=tags><li><a href=/a>Quay</a></li><li><a href=/b></a></li><li><a href=/c></a></li></ul>", 1),
        ("<div class=c-tags><a href=/a></a><a href=/b>Quay</a></div>", 1),
        ("<div class=articleTags><a href=/a>Quay</a>, <a href=/b></a></div>", 1),
        ("<div class=tags><a href=/a>Quay</a><a href=/b>Wall</a></div>", 0),
        ("<div class=tags><a href=/a>Quay</a><a href=/b aria-label=Wall></a></div>", 0),
        ("<div class=tags><a href=/a>Quay</a><a href=/b><img src=w alt=Wall></a></div>", 0),
        ("<div class=tags><a href=/a class=tag-icon></a><a href=/b>Wall</a></div>", 0),
        ("<div class=instagram><a href=/a></a><a href=/b>Wall</a></div>", 0),
        ("<a rel=tag href=/c hidden></a>", 0),
    ],
)
def test_tells_a_tag_without_a_name(row: str, count: int) -> None:
    found = list(empty_tags(page_of(_page(row))))
    assert len(found) == count and not any(map(text_of, found))
