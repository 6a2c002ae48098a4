"""What a dateline's style is called: by its agency, else by its shape."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.dateline.draft import Draft
from layoutcheck.newsroom.dateline.style import style

TEXT = "LIMA, May 3 (Orbe Daily) - "
PARTS = {"place": (0, 4), "date": (6, 11), "source": (13, 23)}


@pytest.mark.parametrize(
    ("parts", "said", "named"),
    [
        (("place",), {"place_form": "caps", "separator_kind": "dash"}, "CITY —"),
        (("place",), {"place_form": "mixed", "separator_kind": "colon"}, "City:"),
        (("place", "date"), {"place_form": "caps", "separator_kind": "lost"}, "CITY, date —"),
        (("place", "source"), {"place_form": "caps", "source_bracketed": True}, "CITY (source)"),
        (("place", "source"), {"source_first": True, "separator_kind": "bar"}, "source City |"),
        (("place", "date"), {"separator_kind": "paren"}, "(City, date)"),
        (("source",), {"separator_kind": "comma"}, "source,"),
        (("place",), {"certain": "ja", "separator_kind": "dash"}, "ja"),
    ],
)
def test_a_form_is_told_in_its_own_shape(parts: tuple[str, ...], said: dict[str, object], named: str) -> None:
    draft = Draft(0, len(TEXT), **{part: PARTS[part] for part in parts}, **said)  # type: ignore[arg-type]
    assert style(draft, TEXT) == named


def test_an_agency_says_more_than_the_form() -> None:
    text = "LIMA (AP) - "
    draft = Draft(0, len(text), place=(0, 4), source=(6, 8), place_form="caps", certain="ja", separator_kind="dash")
    assert style(draft, text) == "AP"
