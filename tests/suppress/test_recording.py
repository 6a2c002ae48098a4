"""A run written into a baseline: what is new is added, ceilings are never raised."""

from __future__ import annotations

from dataclasses import replace

from layoutcheck.core.finding import Finding, PageReport, Place
from layoutcheck.core.severity import Severity
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.entry import CauseEntry, FindingEntry
from layoutcheck.suppress.recording import Recording, changes

FINDING = Finding(
    "filler-text",
    "filler",
    "lorem\n ipsum " + "x" * 200,
    Severity.ERROR,
    Place("w/a.html", 1, 1, 1, 2),
    fingerprint="f1",
    cause="c1",
)


def report(*findings: Finding, uri: str = "build/world/a.html") -> PageReport:
    return PageReport(uri, findings=findings, section="world")


def test_each_new_finding_is_an_entry_with_a_short_text() -> None:
    recording = Recording(Baseline(file="b"), since="2026-01-02")
    recording.add(report(FINDING, replace(FINDING, fingerprint="f2", known=True), replace(FINDING, fingerprint="")))
    (entry,) = recording.baseline().entries
    assert (entry.fingerprint, entry.uri, entry.since) == ("f1", "build/world/a.html", "2026-01-02")
    assert entry.text.startswith("lorem ipsum x") and entry.text.endswith("…") and len(entry.text) == 160


def test_what_is_known_one_by_one_is_not_written_again() -> None:
    recording = Recording(Baseline([FindingEntry("f1")], file="b"))
    recording.add(report(FINDING))
    assert [entry.fingerprint for entry in recording._new] == []


def test_by_cause_there_is_a_ceiling_for_each_section() -> None:
    recording = Recording(Baseline(file="b"), by_cause=True)
    recording.add(report(FINDING, replace(FINDING, fingerprint="f2")))
    recording.add(report(FINDING, uri="build/world/b.html"))
    (entry,) = recording.baseline().entries
    assert isinstance(entry, CauseEntry) and (entry.cause, entry.pages, entry.ceiling) == ("c1", "build/world/**", 3)
    assert recording.left_new == 0


def test_a_ceiling_that_stood_there_is_not_raised() -> None:
    recording = Recording(Baseline([CauseEntry("c1", "build/world/**", 1)], file="b"), by_cause=True)
    recording.add(report(FINDING))
    assert recording.left_new == 1


def test_what_is_known_one_by_one_is_counted_where_causes_were_wanted() -> None:
    recording = Recording(Baseline([FindingEntry("f1")], file="b"), by_cause=True)
    recording.add(report(replace(FINDING, known=True)))
    assert recording.left_single == 1 and recording.left_new == 0


def test_what_is_known_by_its_cause_or_was_wanted_one_by_one_is_not_counted() -> None:
    for recording in (
        Recording(Baseline([CauseEntry("c1", "build/world/**", 1)], file="b"), by_cause=True),
        Recording(Baseline([FindingEntry("f1")], file="b")),
    ):
        recording.add(report(replace(FINDING, known=True)))
        assert recording.left_single == 0


def test_a_cause_is_told_in_its_own_words_or_in_those_of_its_first_finding() -> None:
    for words, text in (("the box is empty", "the box is empty"), ("", "leak")):
        recording = Recording(Baseline(), by_cause=True)
        recording.add(report(replace(FINDING, text="leak", cause_text=words)))
        assert [entry.text for entry in recording.baseline().entries] == [text]


def test_changes_are_counted() -> None:
    before = Baseline([FindingEntry("a"), FindingEntry("b"), CauseEntry("c", "**", 5)], file="b")
    after = Baseline([FindingEntry("b"), FindingEntry("d"), CauseEntry("c", "**", 4)], file="b")
    assert changes(before, after) == {"added": 1, "removed": 1, "lowered": 1}
    assert changes(before, before) == {"added": 0, "removed": 0, "lowered": 0}
