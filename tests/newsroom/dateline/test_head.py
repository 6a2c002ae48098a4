"""Drafts: each way in which a beginning may be read, before anybody judges it."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.dateline.head import drafts, plain
from layoutcheck.newsroom.place.place import SHIPPED


def read(text: str, *, own_line: bool = False) -> list[tuple[str, dict[str, str]]]:
    return [
        (draft.separator_kind, {name: text[slice(*span)] for name, span in draft.spans().items()})
        for draft in drafts(text, SHIPPED, frozenset(), own_line)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("LONDON (AP) — The wall leaks.", "dash", {"place": "LONDON", "source": "AP", "separator": "—"}),
        ("LONDON, May 3 (Reuters) - The wall leaks.", "dash", {"place": "LONDON", "date": "May 3", "source": "Reuters", "separator": "-"}),
        ("London: The wall leaks.", "colon", {"place": "London", "separator": ":"}),
        ("Berlin. Die Mauer leckt.", "stop", {"place": "Berlin", "separator": "."}),
        ("Berlin (dpa) Die Mauer leckt.", "none", {"place": "Berlin", "source": "dpa"}),
        ("Berlin | Die Mauer leckt.", "bar", {"place": "Berlin", "separator": "|"}),
        ("SAN JOSE, Calif. — The wall leaks.", "dash", {"place": "SAN JOSE, Calif.", "region": "Calif.", "separator": "—"}),
        ("(Montréal) Le mur fuit.", "paren", {"place": "Montréal"}),
        ("(New York) – The wall leaks.", "dash", {"place": "New York", "separator": "–"}),
        ("(AP) — The wall leaks.", "dash", {"source": "AP", "separator": "—"}),
        ("May 3 — The wall leaks.", "dash", {"date": "May 3", "separator": "—"}),
        ("LONDON / ACCESSWIRE / March 4, 2026 / The company leaks.", "dash",
         {"place": "LONDON", "source": "ACCESSWIRE", "date": "March 4, 2026", "separator": "/"}),
    ],
)  # fmt: skip
def test_a_beginning_is_read_in_its_parts(text: str, kind: str, parts: dict[str, str]) -> None:
    assert (kind, parts) in read(text)


@pytest.mark.parametrize(
    "text",
    ["The wall leaks and leaks and leaks and leaks.", "", "…", "And then it rained - in the end all over the town."],
)
def test_a_sentence_gives_no_draft_with_a_source(text: str) -> None:
    assert not [parts for _, parts in read(text) if "source" in parts or "date" in parts]


def test_shorter_drafts_come_first() -> None:
    ends = [draft.end for draft in drafts("ST. LOUIS (AP) — The wall. It leaks.", SHIPPED, frozenset(), False)]
    assert ends == sorted(ends) and ends


def test_a_line_of_its_own_is_read_whole() -> None:
    assert read("London, 3 May 2026", own_line=True) == [("end", {"place": "London", "date": "3 May 2026"})]
    (dashed,) = drafts("London –", SHIPPED, frozenset(), True)
    assert (dashed.separator_kind, dashed.separator) == ("end", "–")
    assert read("By Jo Moe", own_line=True) == []
    assert read("Jo Moe | London", own_line=True)[0][1]["place"] == "London"


def test_own_sources_are_known() -> None:
    text = "LONDON QUAYWIRE — The wall leaks."
    known = [draft for draft in drafts(text, SHIPPED, frozenset(["quaywire"]), False) if draft.source]
    assert [text[slice(*draft.source)] for draft in known if draft.source] == ["QUAYWIRE"]


@pytest.mark.parametrize(
    ("text", "said", "offsets"),
    [
        ("plain", "plain", [0, 1, 2, 3, 4]),
        ("a\u00a0b―c", "a b–c", [0, 1, 2, 3, 4]),
        ("ＡＰ", "AP", [0, 1]),
        ("a\u200bb", "ab", [0, 2]),
        ("x" * 9, "x" * 5, [0, 1, 2, 3, 4]),
        ("", "", []),
    ],
)
def test_text_is_made_plain_with_a_way_back(text: str, said: str, offsets: list[int]) -> None:
    found, back = plain(text, 5)
    assert (found, list(back)) == (said, offsets)
