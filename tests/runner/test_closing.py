"""Findings that a run has at its end go the way of a page's: through suppressions and through the baseline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from layoutcheck.config import Layer, RuleSetting, Settings, Value
from layoutcheck.core.document import Document
from layoutcheck.core.finding import Finding, PageReport, Place
from layoutcheck.core.severity import Severity
from layoutcheck.parse.parser import parse
from layoutcheck.runner.closing import Closing
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.entry import FindingEntry
from layoutcheck.suppress.page import UNUSED, suppress
from layoutcheck.suppress.recording import Recording

RULE = "inconsistent-dateline"
COMMENT = f"<!-- layoutcheck-disable-next {RULE}: another agency -->"


@pytest.fixture(autouse=True)
def concluded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule tells of each page that it gathered something from, at the story on its second line."""

    def conclusion(rule_id: str, facts: list[tuple[str, Any]], settings: Settings) -> Iterator[Finding]:
        for uri, _ in facts:
            place = Place(uri, 2, 4, 2, 9, excerpt="PARIS")
            yield Finding(RULE, "other-form", "x", Severity.WARNING, place, fingerprint=f"f-{uri[0]}", cause="c")

    monkeypatch.setattr("layoutcheck.runner.closing.conclusion", conclusion)


def closing(*pages: tuple[str, str], **more: Any) -> Closing:
    gathered: dict[str, list[tuple[str, Any]]] = {}
    for uri, comment in pages:
        page = parse(Document(uri, f"{comment}\n<p>PARIS - A ferry.</p>\n<p>More.</p>".encode(), "text/html"))
        for name, fact in suppress(page, PageReport(uri, facts={RULE: {"form": "x"}}), known=(RULE,)).facts.items():
            gathered.setdefault(name, []).append((uri, fact))
    return Closing(Settings(), gathered, **more)


def told(end: Closing) -> list[tuple[str, str, bool]]:
    return [(note.rule, note.place.uri, note.known) for note in end.notes()]


@pytest.mark.parametrize(
    "comment",
    [
        COMMENT,
        "<!-- layoutcheck-disable-next -->",
        f"<!-- layoutcheck-disable {RULE}\n-->",  # what it covers begins where they stand
        f"<!-- layoutcheck-disable {RULE} -->",
    ],
)
def test_a_comment_switches_them_off_on_its_page_and_has_done_something(comment: str) -> None:
    end = closing(("a.html", comment), ("b.html", ""))
    assert told(end) == [(RULE, "b.html", False)]
    assert end.suppressed == 1


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- layoutcheck-disable-next duplicate-teaser -->",
        f"<!-- layoutcheck-disable {RULE} --><!-- layoutcheck-enable -->",
        f"<!-- layoutcheck-disable {RULE} --><!--\n--><!-- layoutcheck-enable -->",  # it ends where they stand
    ],
)
def test_a_comment_that_speaks_of_others_does_not(comment: str) -> None:
    end = closing(("a.html", comment))
    assert told(end) == [(RULE, "a.html", False), (UNUSED, "a.html", False)]
    assert end.suppressed == 0


def test_a_baseline_knows_them_and_takes_new_ones_in() -> None:
    recording = Recording(Baseline(), since="2026-01-21")
    assert told(closing(("a.html", ""), baseline=Baseline(), recording=recording)) == [(RULE, "a.html", False)]
    before = recording.baseline()
    end = closing(("a.html", ""), ("b.html", ""), baseline=before)
    assert told(end) == [(RULE, "a.html", True), (RULE, "b.html", False)]


def test_an_entry_of_a_rule_that_is_gone_is_told() -> None:
    known = Baseline([FindingEntry("x", "a.html", "gone-rule")], file="k.jsonl")
    known.mark(PageReport("a.html"))
    assert told(closing(baseline=known)) == [("unused-baseline-entry", "k.jsonl", False)]


def test_an_entry_of_a_rule_that_is_off_is_not_judged() -> None:
    off = Layer(rules={RULE: RuleSetting(Value(Severity.OFF, "test"))})
    known = Baseline([FindingEntry("x", "a.html", RULE)], file="k.jsonl")
    known.mark(PageReport("a.html"))
    assert list(Closing(Settings(layers=(off,)), {}, known).notes()) == []
