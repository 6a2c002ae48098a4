"""A draft gives the spans of the parts that are there."""

from __future__ import annotations

from layoutcheck.newsroom.dateline.draft import Draft


def test_only_parts_that_are_there_have_spans() -> None:
    assert Draft(0, 0).spans() == {}
    draft = Draft(0, 20, place=(0, 6), source=(8, 10), separator_at=(12, 13))
    assert draft.spans() == {"place": (0, 6), "source": (8, 10), "separator": (12, 13)}
    draft.region, draft.date = (6, 7), (10, 11)
    assert list(draft.spans()) == ["place", "region", "date", "source", "separator"]


def test_two_drafts_share_no_problems() -> None:
    one, other = Draft(0, 0), Draft(0, 0)
    one.problems.append("desk-mark")
    assert other.problems == []
