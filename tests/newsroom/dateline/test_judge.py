"""Which drafts are believed: what looks like a dateline must bring evidence."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.agency import SourceGrade
from layoutcheck.newsroom.dateline.draft import Draft
from layoutcheck.newsroom.dateline.judge import accepts
from layoutcheck.newsroom.place.place import Grade

STORY = " The council will raise the wall by half a metre."


def judged(
    head: str, *, kind: str = "dash", language: str = "en", own_line: bool = False, story: str = STORY, **told
) -> bool:
    """Whether a draft is accepted whose place is ``head`` unless something else is told of it."""
    draft = Draft(0, len(head), separator_kind=kind)
    draft.place = (0, len(head))
    for name, value in told.items():
        setattr(draft, name, value)
    return accepts(draft, head + story, language, own_line)


@pytest.mark.parametrize(
    ("told", "accepted"),
    [
        ({"place_grade": Grade.SHARED, "place_form": "caps"}, True),
        ({"place_grade": Grade.NONE, "place_form": "caps"}, False),
        ({"place_grade": Grade.CITY, "place_form": "mixed"}, True),
        ({"place_grade": Grade.VILLAGE, "place_form": "mixed"}, True),
        ({"place_grade": Grade.SHARED, "place_form": "mixed"}, False),
        ({"place_grade": Grade.GIVEN, "place_form": "mixed"}, True),
    ],
)
def test_capitals_need_less_than_mixed_letters(told: dict[str, object], accepted: bool) -> None:
    assert judged("Harbour", **told) is accepted


@pytest.mark.parametrize(
    ("kind", "form", "grade", "language", "accepted"),
    [
        ("colon", "mixed", Grade.CITY, "en", True), ("colon", "mixed", Grade.CITY, "de", False), ("colon", "mixed", Grade.VILLAGE, "en", False),
        ("colon", "caps", Grade.VILLAGE, "de", True), ("stop", "mixed", Grade.VILLAGE, "de", True), ("stop", "mixed", Grade.VILLAGE, "en", False),
        ("stop", "mixed", Grade.CITY, "en", True), ("paren", "mixed", Grade.SHARED, "fr", True), ("paren", "mixed", Grade.SHARED, "en", False),
        ("bar", "mixed", Grade.VILLAGE, "en", True), ("bar", "mixed", Grade.SHARED, "en", False), ("comma", "mixed", Grade.CITY, "en", False),
    ],
)  # fmt: skip
def test_each_separator_has_its_own_demand(kind: str, form: str, grade: Grade, language: str, accepted: bool) -> None:
    assert judged("Harbour", kind=kind, place_form=form, place_grade=grade, language=language) is accepted


@pytest.mark.parametrize(
    "story",
    [
        " Short.",
        " and so it goes on with the sentence, as it began.",
        " Inter 2-1 and a long report of the match there.",
        " !! ?? ** ",
    ],
)
def test_no_story_a_sentence_that_goes_on_and_a_match_are_none(story: str) -> None:
    assert judged("Milan", place_grade=Grade.CITY, place_form="mixed")
    assert not judged("Milan", place_grade=Grade.CITY, place_form="mixed", story=story)


@pytest.mark.parametrize(
    ("told", "accepted"),
    [
        ({"source_grade": SourceGrade.KNOWN, "source_bracketed": True}, True),
        ({"source_grade": SourceGrade.LIKELY, "source_bracketed": True}, False),
        ({"source_grade": SourceGrade.LIKELY, "source_bracketed": True, "place_form": "caps"}, True),
        ({"source_grade": SourceGrade.PLAIN, "source_bracketed": True}, False),
        ({"source_grade": SourceGrade.PLAIN, "source_bracketed": True, "place_grade": Grade.SHARED}, True),
        ({"source_grade": SourceGrade.KNOWN}, False),
        ({"source_grade": SourceGrade.KNOWN, "place_form": "caps"}, True),
        ({"source_grade": SourceGrade.KNOWN, "source_first": True}, False),
        ({"source_grade": SourceGrade.KNOWN, "source_first": True, "place_grade": Grade.CITY}, True),
    ],
)
def test_a_source_beside_the_place_speaks_for_it(told: dict[str, object], accepted: bool) -> None:
    assert judged("Harbour", source=(8, 10), **told) is accepted


def test_a_word_after_brackets_without_a_separator_goes_on() -> None:
    told = {"source": (8, 12), "source_bracketed": True, "source_grade": SourceGrade.KNOWN, "place_grade": Grade.CITY}
    assert judged("Georgia (AP)", kind="none", **told)
    assert not judged("Georgia (AP)", kind="none", story=" classes began on Monday in the whole of the state.", **told)


def test_a_line_of_its_own_needs_a_known_place() -> None:
    assert judged("London", own_line=True, place_grade=Grade.CITY, place_form="mixed", kind="end", story="")
    assert not judged("Harbour", own_line=True, place_grade=Grade.SHARED, place_form="mixed", kind="end", story="")
    assert judged("HARBOUR", own_line=True, place_grade=Grade.SHARED, place_form="caps", kind="end", story="")
    assert not judged("London", own_line=True, place_grade=Grade.CITY, place_form="mixed", kind="end", story=",")


def test_what_brackets_mark_is_certain() -> None:
    assert judged("x", certain="zh")


@pytest.mark.parametrize(
    ("text", "kind", "accepted"),
    [
        (f"3 May —{STORY}", "dash", True), (f"3 May.{STORY}", "stop", False), (f"May 2026 —{STORY}", "dash", False), ("3 May — Short.", "dash", False),
        (f"3 May — 4 May{STORY}", "dash", False), ("3 May — and so it went on for all of the summer.", "dash", False), ("3 May — May is the month for it, they say here.", "dash", False),
    ],
)  # fmt: skip
def test_a_day_before_a_dash_may_stand_alone(text: str, kind: str, accepted: bool) -> None:
    date = text.split(" —")[0].split(".")[0]
    end = text.index("—") + 1 if "—" in text else len(date) + 1
    draft = Draft(0, end, date=(0, len(date)), separator_kind=kind)
    assert accepts(draft, text, "en", False) is accepted
    assert not accepts(draft, text, "en", True)


@pytest.mark.parametrize(
    ("head", "kind", "bracketed", "grade", "accepted"),
    [("(AP)", "dash", True, SourceGrade.KNOWN, True), ("(AP)", "bar", True, SourceGrade.KNOWN, False), ("(Quay News)", "dash", True, SourceGrade.PLAIN, True),
     ("AP", "dash", False, SourceGrade.KNOWN, True), ("AP", "colon", False, SourceGrade.KNOWN, False), ("quay.de", "colon", False, SourceGrade.KNOWN, True),
     ("KXYZ", "dash", False, SourceGrade.LIKELY, False)],
)  # fmt: skip
def test_a_source_may_stand_alone(head: str, kind: str, bracketed: bool, grade: SourceGrade, accepted: bool) -> None:
    inner = (1, len(head) - 1) if bracketed else (0, len(head))
    draft = Draft(0, len(head), source=inner, separator_kind=kind, source_grade=grade, source_bracketed=bracketed)
    assert accepts(draft, head + STORY, "en", False) is accepted
