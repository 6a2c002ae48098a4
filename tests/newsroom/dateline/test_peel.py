"""What is taken off both ends of a head, so that the place is left."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.dateline.draft import Draft
from layoutcheck.newsroom.dateline.peel import bare, peel_begin, peel_end


def ended(text: str) -> tuple[str, dict[str, str], bool]:
    draft = Draft(0, len(text))
    stop = peel_end(text, 0, len(text), draft, frozenset())
    return text[:stop], {name: text[slice(*span)] for name, span in draft.spans().items()}, draft.source_bracketed


@pytest.mark.parametrize(
    ("text", "left", "parts", "bracketed"),
    [
        ("LONDON (AP)", "LONDON", {"source": "AP"}, True),
        ("LONDON, May 3 (Reuters)", "LONDON", {"date": "May 3", "source": "Reuters"}, True),
        ("LONDON (Reuters) May 3", "LONDON", {"date": "May 3", "source": "Reuters"}, True),
        ("LONDON, 3 May 2026 -", "LONDON", {"date": "3 May 2026"}, False),
        ("Paris, le 3 mars", "Paris", {"date": "3 mars"}, False),
        ("Berlin dpa", "Berlin", {"source": "dpa"}, False),
        ("Berlin /dpa/", "Berlin", {"source": "dpa"}, True),
        ("LONDON (May 3)", "LONDON", {"date": "May 3"}, False),
        ("LONDON (AP, May 3)", "LONDON", {"date": "May 3", "source": "AP"}, True),
        ("SAN JOSE, Calif.", "SAN JOSE, Calif.", {}, False),
        ("SAN JOSE (Calif.)", "SAN JOSE (Calif.)", {}, False),
        ("LONDON", "LONDON", {}, False),
        ("LONDON (he said so!)", "LONDON (he said so!)", {}, False),
    ],
)
def test_source_and_date_are_taken_off_the_end(text: str, left: str, parts: dict[str, str], bracketed: bool) -> None:
    assert ended(text) == (left, parts, bracketed)


def begun(text: str, *, own_line: bool = False) -> tuple[str, str, list[str]]:
    draft = Draft(0, len(text))
    at = peel_begin(text, 0, len(text), draft, frozenset(), own_line)
    return text[at:], text[slice(*draft.source)] if draft.source else "", draft.problems


@pytest.mark.parametrize(
    ("text", "left", "source", "problems"),
    [
        ("(AP) LONDON", "LONDON", "AP", []),
        ("[dpa] - Berlin", "Berlin", "dpa", []),
        ("/dpa/ Berlin", "Berlin", "dpa", []),
        ("AP, LONDON", "LONDON", "AP", []),
        ("dpa Berlin", "Berlin", "dpa", []),
        ("AP LONDON", "AP LONDON", "", []),  # a space is no joint behind capitals
        ("(by Jo Moe) LONDON", "LONDON", "", ["desk-mark"]),
        ("(he said so!) LONDON", "(he said so!) LONDON", "", []),
        ("LONDON", "LONDON", "", []),
        ("from LONDON", "from LONDON", "", []),
    ],
)
def test_brackets_and_a_source_are_taken_off_the_beginning(
    text: str, left: str, source: str, problems: list[str]
) -> None:
    assert begun(text) == (left, source, problems)


def test_a_line_of_its_own_may_say_from_where() -> None:
    assert begun("From London", own_line=True)[0] == "London"
    assert begun("AP - in London", own_line=True)[:2] == ("London", "AP")


@pytest.mark.parametrize(
    ("text", "span"),
    [(" , LONDON — ", "LONDON"), ("LONDON", "LONDON"), ("St. Ives.", "St. Ives."), (" ,-– ", ""), ("", "")],
)
def test_joints_at_the_ends_go(text: str, span: str) -> None:
    assert text[slice(*bare(text, 0, len(text)))] == span
