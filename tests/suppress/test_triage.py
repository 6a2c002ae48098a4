"""What an editor decided in the HTML report becomes part of the baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.entry import CauseEntry, FindingEntry
from layoutcheck.suppress.triage import applied, read_triage

LINES = [
    {"fingerprint": "f1", "verdict": "accepted", "note": "mended in May", "rule": "duplicate-teaser", "uri": "a.html"},
    {"fingerprint": "f2", "verdict": "false-alarm", "note": "", "rule": "mojibake", "uri": "a.html"},
    {"fingerprint": "f3", "verdict": "bug", "note": "desk knows", "rule": "mojibake", "uri": "a.html"},
    {"cause": "c1", "verdict": "accepted", "note": "ads", "rule": "placeholder-leak"},
]  # fmt: skip


def triage(tmp_path: Path, *lines: object) -> Path:
    file = tmp_path / "triage.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def test_takes_what_is_accepted_or_no_fault_and_gives_back_what_is_a_bug(tmp_path: Path) -> None:
    before = Baseline([FindingEntry("f3", "a.html"), FindingEntry("f9")], file="b.jsonl")
    after, counts = applied(before, read_triage(triage(tmp_path, *LINES)), since="2026-02-01")
    assert counts == {"added": 3, "removed": 1}
    assert after.of_finding("f1").why == "mended in May"  # type: ignore[union-attr]
    assert after.of_finding("f2").why == "false alarm"  # type: ignore[union-attr]
    assert after.of_finding("f3") is None and after.of_finding("f9") is not None
    assert after.of_cause("c1", "**") == CauseEntry("c1", "**", None, "placeholder-leak", "", "2026-02-01", why="ads")


def test_changes_the_why_of_what_is_there_and_nothing_else(tmp_path: Path) -> None:
    before = Baseline([FindingEntry("f1", "a.html", since="2020-01-01", until="2030-01-01", why="old")])
    after, counts = applied(before, read_triage(triage(tmp_path, LINES[0])), since="2026-02-01")
    entry = after.of_finding("f1")
    assert counts == {"changed": 1}
    assert entry and (entry.since, entry.until, entry.why) == ("2020-01-01", "2030-01-01", "mended in May")
    assert applied(after, read_triage(triage(tmp_path, LINES[0])))[1] == {"unchanged": 1}


def test_a_cause_that_is_a_bug_is_new_again_on_all_pages(tmp_path: Path) -> None:
    before = Baseline([CauseEntry("c1", "world/**"), CauseEntry("c1", "sport/**"), CauseEntry("c2", "**")])
    after, counts = applied(before, read_triage(triage(tmp_path, {"cause": "c1", "verdict": "bug"})))
    assert counts == {"removed": 2}
    assert [entry.key for entry in after.entries] == [("cause", "c2", "**")]


def test_counts_bugs_that_the_baseline_does_not_know(tmp_path: Path) -> None:
    before = Baseline([FindingEntry("f9")], file="b.jsonl")
    after, counts = applied(before, read_triage(triage(tmp_path, LINES[2])))
    assert (after.entries, counts) == (before.entries, {"unknown": 1})


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ({"fingerprint": "f1", "verdict": "acepted"}, 'a verdict cannot be "acepted"\n  did you mean "accepted"?'),
        ({"verdict": "bug"}, 'has a "fingerprint" or a "cause"'),
        ({"fingerprint": "<x>", "verdict": "bug"}, "no id of a finding"),
        ({"fingerprint": "a", "verdict": "bug", "note": 3}, "a decision is an object of texts"),
        (["fingerprint", "verdict"], "a decision is an object of texts"),
    ],
)
def test_tells_what_is_wrong_with_a_line(line: object, error: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        read_triage(triage(tmp_path, line))
    assert error in str(raised.value)
    assert "triage.jsonl:1" in str(raised.value)


def test_tells_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: is a directory"):
        read_triage(tmp_path)
