"""Counting a run: causes, totals, exit code."""

from dataclasses import replace

import pytest

from layoutcheck.core.finding import Failure, Finding, PageReport, Place
from layoutcheck.core.severity import Severity
from layoutcheck.core.tally import Tally


def finding(severity: Severity = Severity.ERROR, cause: str = "c", known: bool = False) -> Finding:
    place = Place("a.html", 1, 1, 1, 2)
    return Finding("some-rule", "told", "text", severity, place, cause=cause, known=known)


def test_findings_of_one_cause_are_one_line_however_many_pages():
    tally = Tally()
    for number in range(30):
        tally.add(PageReport(f"{number}.html", (finding(), finding()), section="world" if number % 2 else "sports"))
    (cause,) = tally.causes()
    assert (cause.pages, cause.findings, len(cause.examples)) == (30, 60, 20)
    assert cause.sections == {"sports": 15, "world": 15}


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (['line "one cat" stands twice'] * 2, 'line "one cat" stands twice'),
        (['line "one cat" stands twice', 'line "one hat" stands twice'], 'line "one …" stands twice'),
        (['line "a…" stands twice', 'line "b" stands twice', 'line "b c" stands twice'], 'line "…" stands twice'),
        (
            [f'is missing ("header" does, at {n}:{n + 90}; perhaps <p> at {n + 7}:1 is meant)' for n in range(97, 102)],
            'is missing ("header" does, at …; perhaps <p> at …:1 is meant)',
        ),
        (
            ['the story begins "A dog in an old hut"', 'the story begins "The cat by an old wall"'],
            'the story begins "…"',
        ),
        (["the tram's route is on hold again", "the ferry's fare is on sale again"], "a rule's words"),  # "is on": 4
        (["every tram is stopped at Easter", "every bus is stopped on Monday"], "every … is stopped …"),
        (['"a" twice', '"b" twice'], "a rule's words"),
        (['"a" twice', '"b" twice', '"a" twice', "a rule's words"], "a rule's words"),
        (["the place is missing, Split", "another message: it is missing, Split"], "a rule's words"),
    ],
)
def test_a_cause_is_told_in_what_its_findings_say_alike_or_in_the_rules_words(texts, told):
    tally = Tally()
    for text in texts:
        message = text[:3] if text.startswith("another") else "told"
        tally.add(PageReport("a", (replace(finding(), text=text, message=message, cause_text="a rule's words"),)))
    assert [cause.text for cause in tally.causes()] == [told]


def test_causes_come_worst_and_widest_first():
    tally = Tally()
    tally.add(PageReport("a", (finding(Severity.INFO, "i"), finding(Severity.ERROR, "e"))))
    tally.add(PageReport("b", (finding(Severity.ERROR, "wide"),)))
    tally.add(PageReport("c", (finding(Severity.ERROR, "wide"),)))
    assert [cause.id for cause in tally.causes()] == ["wide", "e", "i"]


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        (Severity.ERROR, "error", 1),
        (Severity.WARNING, "error", 0),
        (Severity.WARNING, "warning", 1),
        (Severity.INFO, "warning", 0),
        (Severity.INFO, "info", 1),
        (Severity.ERROR, "never", 0),
    ],
)
def test_exit_code_follows_severity_and_threshold(severity, fail_on, code):
    tally = Tally()
    tally.add(PageReport("a", (finding(severity),)))
    assert tally.exit_code(fail_on) == code


def test_known_findings_never_fail_a_run():
    tally = Tally()
    tally.add(PageReport("a", (finding(known=True),)))
    assert (tally.exit_code("info"), tally.summary.known, tally.summary.clean) == (0, 1, 1)


def test_a_page_that_could_not_be_checked_did_not_pass():
    tally = Tally()
    tally.add(PageReport("a", failures=(Failure("a", "empty"),)))
    assert tally.exit_code("never") == 1
    assert (tally.summary.clean, tally.summary.failed) == (0, 1)


def test_a_crashed_rule_is_our_mistake():
    tally = Tally()
    tally.add(PageReport("a", (finding(),), failures=(Failure("a", "crash", "some-rule"),)))
    assert tally.exit_code("error") == 3


def test_an_interrupted_run_says_so():
    tally = Tally()
    tally.summary.interrupted = True
    assert tally.exit_code("error") == 130
