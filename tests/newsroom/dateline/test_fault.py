"""Datelines that a template filled by half."""

import pytest

from layoutcheck.newsroom.dateline.dateline import recognise
from layoutcheck.newsroom.dateline.fault import faults_of, half_filled
from layoutcheck.newsroom.dateline.finder import Names
from layoutcheck.newsroom.place.place import PlaceNames

STORY = "The harbour board met on Monday and decided to raise the wall by half a metre before autumn."
NAMES = Names(PlaceNames.of(()), frozenset(), "")


@pytest.mark.parametrize(
    ("begin", "message", "text", "detail"),
    [
        (", Jan. 24 (AP) — ", "half-filled", ", Jan. 24 (AP) —", "the place is missing"),
        ("OSLO () — ", "half-filled", "OSLO () —", '"()" is empty'),
        ("Paris () – ", "half-filled", "Paris () –", '"()" is empty'),
        ("OSLO, None (AP) — ", "unfilled", "OSLO, None (AP) —", "None"),
        ("undefined (AP) — ", "unfilled", "undefined (AP) —", "undefined"),
        ("NaN – ", "unfilled", "NaN –", "NaN"),
        ("OSLO (undefined) — ", "unfilled", "OSLO (undefined) —", "undefined"),
        ("PARIS (None) – ", "unfilled", "PARIS (None) –", "None"),
        ("OSLO, 4 May (null).- ", "unfilled", "OSLO, 4 May (null).-", "(null)"),
        ("OSLO, {date} (AP) — ", "unfilled", "OSLO, {date} (AP) —", "{date}"),
        ("{{ place }}, Jan. 24 (AP) — ", "unfilled", "{{ place }}, Jan. 24 (AP) —", "{{ place }}"),
        ("OSLO (%source%) — ", "unfilled", "OSLO (%source%) —", "%source%"),
        ("undefined. ", "unfilled", "undefined.", "undefined"),
        ("OSLO (AP) (AP) — ", "twice", "OSLO (AP) (AP)", "(AP)"),
        ("London, Jun 11 (EFE) (EFE).- ", "twice", "London, Jun 11 (EFE) (EFE)", "(EFE)"),
        ("CITY, State (AP) — ", "unfilled", "CITY, State (AP) —", "CITY, State"),
        ("OSLO Jan. 24 Reuters) - ", "unbalanced", "OSLO Jan. 24 Reuters) -", "Reuters"),
        ("OSLO, 4 undefined (Reuters) - ", "unfilled", "OSLO, 4 undefined (Reuters) -", "undefined"),
        (", Norway (AP) — ", "half-filled", ", Norway (AP) —", 'nothing stands before ","'),
        ("/Köln (dpa) - ", "half-filled", "/Köln (dpa) -", 'nothing stands before "/"'),
        ("Madrid, mar (EFE).- ", "half-filled", "Madrid, mar (EFE).-", '"mar" has no day'),
        ("OSLO, 26 (Reuters) - ", "half-filled", "OSLO, 26 (Reuters) -", '"26" has no month'),
        ("Berlin, 26. (dpa) - ", "half-filled", "Berlin, 26. (dpa) -", '"26" has no month'),
        ("() - ", "half-filled", "() -", '"()" is empty'),
        ("[東京 日 ロイター] - ", "half-filled", "[東京 日 ロイター]", "the date is missing"),
        ("(서울=연합뉴스)  기자 = ", "half-filled", "(서울=연합뉴스)  기자 =", "the reporter's name is missing"),
        ("【＝共同】", "half-filled", "【＝共同】", "the place is missing"),
        ("(서울=) ", "half-filled", "(서울=)", "the source is missing"),
        ("新华社月日电 ", "half-filled", "新华社月日电", "the date is missing"),
    ],
)
def test_tells_what_nobody_filled_in(begin: str, message: str, text: str, detail: str) -> None:
    fault = half_filled(begin + STORY, NAMES)
    assert fault is not None
    assert (fault.message, fault.text, fault.detail) == (message, text, detail)
    assert (begin + STORY)[fault.start : fault.end].strip() == text


@pytest.mark.parametrize(
    "begin",
    ["", "OSLO (AP) — ", "(서울=연합뉴스) ", "【ロンドン＝共同】", "Nobody - ", "Null hypotheses - ", "A brace ( and - ",
     "The board (harbour - town) said: ", "Undefined. ", "The board (AP) (Reuters) ", "The tenor, 26 (born in Oslo) ", "() is a tuple: ", "The board (old) (old) "],
)  # fmt: skip
def test_a_whole_dateline_and_other_words_have_no_fault(begin: str) -> None:
    assert half_filled(begin + STORY, NAMES) is None


@pytest.mark.parametrize(
    ("begin", "faults"),
    [
        ("OSLO (AP) — ", []),
        ("OSLO, Jan. 24 (AP) — ", []),
        ("BOSTON--(BUSINESS WIRE)--", []),
        ("OSLO, (AP) — ", ["lost-part"]),
        ("OSLO, , (AP) — ", ["lost-part"]),
        ("(ANSA) - ROMA,  - ", ["lost-part"]),
        ("MOSCOW, . /TASS/. ", ["lost-part"]),
        ("Berlin/ (dpa) - ", ["lost-part"]),
        ("Tokyo, March 4 (Jiji Press)--", []),
        ("LONDON / ACCESSWIRE / March 4, 2026 / ", []),
        ("LONDON, March 4, 0900 GMT (Reuters) - ", []),
        ("NEW YORK, Nov. 12, 2026 (GLOBE NEWSWIRE) -- ", []),
        ("TALLAHASSEE, Fla., (AP) — ", []),
        ("ANKARA, (DHA) - ", []),
        ("OSLO, Jan (AP) — ", ["half-filled"]),
        ("OSLO, Jan. 34 (AP) — ", ["impossible-date"]),
        ("OSLO, Jan. 1, 1970 (AP) — ", ["impossible-date"]),
        ("OSLO, Jan. 2, 1970 (AP) — ", []),
        ("OSLO (AP) — – ", ["half-filled"]),
        ("OSLO (AP) ? ", ["lost-dash"]),
        ("(ANSA) - , 04 MAR - ", ["lost-part"]),
        ("Oslo (CNN)", ["glued"]),
    ],
)
def test_tells_what_is_wrong_with_a_dateline_that_can_be_read(begin: str, faults: list[str]) -> None:
    found = recognise(begin + STORY)
    assert found is not None
    assert [fault.message for fault in faults_of(begin + STORY, found)] == faults
