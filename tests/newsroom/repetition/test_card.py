"""A line that one card shows twice."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.repetition.card import doubled_in_cards
from made_page import page_of

LINE = "Market moves to the old quay"
OTHER = "<li><a href=/b><h3>Ferry sails again after the storm</h3></a></li>"


def doubled(card: str):
    page = page_of(f"<ul><li>{card}</li>{OTHER}</ul>")
    return [(one.label, one.first_text, page.text(one.first), page.text(one.second)) for one in doubled_in_cards(page)]


@pytest.mark.parametrize(
    ("card", "label"),
    [
        (f"<span>{LINE}</span><a href=/a>{LINE}</a>", ""),
        (f"<a href=/a><span>{LINE}</span> <b>{LINE}</b></a>", ""),
        (f"<span>TOWN {LINE}</span><a href=/a>{LINE}</a>", "TOWN"),
        (f"<span>{LINE}</span><i>3 May</i><a href=/a>{LINE}</a>", ""),
        (f"<h3><a href=/a>{LINE}</a></h3><p>{LINE}</p>", ""),
        (f"<a href=/a>{LINE}</a><p>{LINE}</p>", ""),
    ],
)
def test_a_text_before_its_own_headline_is_told(card: str, label: str) -> None:
    assert doubled(card) == [(label, LINE, LINE, LINE)]


@pytest.mark.parametrize(
    "card",
    [f"<a href=/a>{LINE}</a>",
     f"<a href=/a>{LINE}</a><a href=/a>{LINE}</a>",  # picture and headline
     f"<h3>{LINE}</h3><a href=/a>{LINE}</a>",  # a heading, and what it announces
     f"<h3><a href=/a>{LINE}</a></h3><p><a href=/a>{LINE}</a></p>",
     f"<h3><a href=/a>{LINE}</a></h3><p>{LINE}, the council says</p>",
     f"<h3><a href=/a>{LINE}</a></h3><p hidden>{LINE}</p>",
     f"<a href=/a>{LINE}</a><div>{LINE}</div>",
     f"<div class=submenu><a href=/a>{LINE}</a><p>{LINE}</p></div>",
     f"<span class=mobile>{LINE}</span><a href=/a class=desktop>{LINE}</a>",
     f"<span hidden>{LINE}</span><a href=/a>{LINE}</a>",
     f"<span>And then {LINE}</span><a href=/a>{LINE}</a>",
     f"<span>{LINE}</span><p>{'something long between the two of them' * 2}</p><a href=/a>{LINE}</a>",
     f"<noscript><b>{LINE}</b></noscript><a href=/a>{LINE}</a>",
     f"<time>{LINE}</time><a href=/a><time>{LINE}</time></a>"],
)  # fmt: skip
def test_repetition_on_purpose_is_left_alone(card: str) -> None:
    assert doubled(card) == []


SUMMARY = "The stalls leave the town square after thirty years, says the council."


@pytest.mark.parametrize(
    "summaries",
    [f"<p>{SUMMARY}</p><p>{SUMMARY}</p>", f"<p>{SUMMARY}<br>{SUMMARY}</p>", f"<div>{SUMMARY}</div> <p>{SUMMARY}\n</p>"],
)
def test_a_summary_that_stands_twice_is_told(summaries: str) -> None:
    assert doubled(f"<h3><a href=/a>{LINE}</a></h3>{summaries}") == [("", SUMMARY, SUMMARY, SUMMARY)]


@pytest.mark.parametrize(
    "summaries",
    [f"<p>{SUMMARY}</p>",
     f"<p>{SUMMARY}</p><p>{SUMMARY} It rains.</p>",
     f"<p>{SUMMARY}</p><a href=/a>{SUMMARY}</a>",
     f"<p class=desktop>{SUMMARY}</p><p class=mobile>{SUMMARY}</p>",
     f"<p>{SUMMARY}</p><b>Town</b><p>{SUMMARY}</p>"],
)  # fmt: skip
def test_a_summary_for_other_readers_is_left_alone(summaries: str) -> None:
    assert doubled(f"<h3><a href=/a>{LINE}</a></h3>{summaries}") == []
