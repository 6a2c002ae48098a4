"""What part of a page an element holds, by its own marks and its neighbours."""

from __future__ import annotations

import pytest

from layoutcheck.templating.slot import is_choice, is_filled, line, stands_among_sentences
from made_page import element_of


@pytest.mark.parametrize(
    ("html", "choice"),
    [
        ("<select><option><b>none</b></select>", None), ("<table><tr><td><b>none</b></table>", True), ("<dl><dd><b>none</b></dl>", True),
        ("<form><p><b>none</b></p></form>", True), ("<code><b>none</b></code>", True), ("<p><b>none</b></p>", False),
        ("<form>" + "<div>" * 6 + "<b>none</b>", False),  # too far around
    ],
)  # fmt: skip
def test_forms_tables_and_lists_hold_answers(html: str, choice: bool | None) -> None:
    if choice is None:
        assert is_choice(element_of(html, "option"))
    else:
        assert is_choice(element_of(html, "b")) is choice


@pytest.mark.parametrize(
    ("html", "filled"),
    [("<p class=byline>x</p>", True), ("<p class='a post-caption'>x</p>", True), ("<p itemprop=headline>x</p>", True), ("<a rel=author>x</a>", True),
     ("<time>x</time>", True), ("<figcaption>x</figcaption>", True), ("<p class=bylines-of-all>x</p>", False), ("<p class=body>x</p>", False), ("<p>x</p>", False)],
)  # fmt: skip
def test_a_template_fills_an_element_with_one_value_by_its_name(html: str, filled: bool) -> None:
    assert is_filled(element_of(html, "p, a, time, figcaption")) is filled


@pytest.mark.parametrize(
    ("html", "before", "around", "after"),
    [
        ("<p>By <b>None</b> today</p>", "By", ["b", "p"], "today"),
        ("<p><i>By</i> <b>None</b></p>", "By", ["b", "p"], ""),
        ("<p>By <span><b>None</b></span> today</p>", "By", ["b", "span", "p"], "today"),
        ("<p>By<br><b>None</b></p>", "", ["b", "p"], ""),
        ("<p><b>None</b></p>", "", ["b", "p"], ""),
    ],
)
def test_a_line_is_what_stands_beside_up_to_the_block(html: str, before: str, around: list[str], after: str) -> None:
    found = line(element_of(html, "b"))
    assert (found[0], [element.tag for element in found[1]], found[2]) == (before, around, after)


SENTENCE = "<p>The wall that shelters the old harbour will be raised by half a metre, they said.</p>"


@pytest.mark.parametrize(
    ("html", "among"),
    [
        (f"{SENTENCE}<p id=x>None</p>", True), (f"<p id=x>None</p>{SENTENCE}", True), (f"<h1>Wall</h1><p id=x>None</p>{SENTENCE}", True),
        (f"<h3>Wall</h3><p id=x>None</p>{SENTENCE}", False), ("<p>Allergies?</p><p id=x>None</p>", False), ("<p>Short.</p><p id=x>None</p>", False),
        (f"{SENTENCE.replace('said.', 'said:')}<p id=x>None</p>", False), ("<p id=x>None</p>", False), (f"{SENTENCE}text<p id=x>None</p>", False),
    ],
)  # fmt: skip
def test_a_paragraph_stands_in_running_text(html: str, among: bool) -> None:
    assert stands_among_sentences(element_of(f"<div>{html}</div>", "#x")) is among
