"""Tables of datelines by section, and what the run rule makes of them."""

import pytest

from layoutcheck.core.finding import Place
from layoutcheck.newsroom.dateline.dateline import Dateline, recognise
from layoutcheck.newsroom.dateline.survey import proposed_schema, shape, survey
from layoutcheck.rules.inconsistent_dateline import Options, conclude

STORY = "The harbour board met on Monday and decided to raise the wall by half a metre before autumn."


def dateline(text: str) -> Dateline:
    found = recognise(f"{text} {STORY}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "form"),
    [("OSLO (AP) —", "CITY (source) —"), ("OSLO, Norway (AP) —", "CITY (source) —"), ("Oslo -", "City -"),
     ("OSLO, May 5 (Reuters) -", "CITY, date (source) -"), ("MINSK, May 5. /TASS/.", "CITY, date /source/ ."),
     ("(CNN) --", "(source) --"), ("NEW DELHI:", "CITY :")],
)  # fmt: skip
def test_takes_the_words_out_of_a_dateline(text: str, form: str) -> None:
    assert shape(dateline(text)) == form


def test_counts_by_section_and_proposes_what_nearly_all_have() -> None:
    wire = [dateline("OSLO (AP) —"), dateline("BERGEN (AP) —"), dateline("Rome -")]
    facts = [(f"w{n}", "world", d) for n, d in enumerate([*wire, *wire[:1] * 17])]
    sections = survey([*facts, ("o", "opinion", None)])
    assert [(s.name, s.pages, s.with_dateline) for s in sections] == [("opinion", 1, 0), ("world", 20, 20)]
    assert [(row.shape, row.pages) for row in sections[1].rows] == [("CITY (source) —", 19), ("City -", 1)]
    assert "required: [place, source]" in proposed_schema(sections[1], [d for _, _, d in facts])
    assert proposed_schema(sections[0], []) == ""


def test_the_few_that_differ_are_told_at_the_end_of_a_run() -> None:
    at = Place("p", 1, 1, 1, 5)
    usual = {"section": "world", "form": "CITY (source) —", "text": "OSLO (AP) —", "at": at}
    facts = [(f"u{n}", usual) for n in range(97)]
    facts += [("x", {**usual, "form": "City -", "text": "Oslo -"}), ("y", {**usual, "form": "", "text": ""})]
    told = [(uri, hit.message) for uri, hit in conclude(facts, Options())]
    assert told == [("x", "other-form"), ("y", "none-here")]
    assert not list(conclude(facts[90:], Options()))
