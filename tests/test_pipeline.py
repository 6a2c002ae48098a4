"""The life of one page: hits become findings with severity, place, words and identity; crashes become failures."""

import dataclasses
import gc
from pathlib import Path

import pytest

from layoutcheck.api import check_html
from layoutcheck.config import ActiveRule, Layer, RuleSetting, Settings, Value, load_settings
from layoutcheck.core import stopwatch
from layoutcheck.core.document import Document
from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.model import extract
from layoutcheck.parse.page import Page
from layoutcheck.pipeline import Findings, RunOptions, check_page, worded
from layoutcheck.plugins import LoadedRule
from layoutcheck.testing import OneRule

PAGE = (
    "<!doctype html><html lang=en><title>Harbour wall</title><main><h1>Harbour wall leaks</h1><p>{{ name }}</p></main>"
)


def rule(check, severity=Severity.WARNING, messages=None) -> ActiveRule:
    declared = Rule("a rule of the tests", severity, messages or {"told": 'found "{text}"'}, NoOptions)
    return ActiveRule(LoadedRule("test-rule", declared, check, None), None, NoOptions())


def run(active: ActiveRule, source: str = PAGE, **options):
    return check_page(
        Document("world/a.html", source.encode()), OneRule(active), section="world", options=RunOptions(**options)
    )


def headline(page):
    return Spot(page.tree.select_one("h1").children[0])


def test_a_hit_becomes_a_finding():
    report = run(
        rule(lambda page, _: [Hit("told", headline(page), {"text": "x"}, also=(Spot(page.tree.select_one("p")),))])
    )
    (finding,) = report.findings
    assert (finding.rule, finding.message, finding.text) == ("test-rule", "told", 'found "x"')
    assert (finding.severity, finding.place.excerpt, finding.place.pointer) == (
        "warning",
        "Harbour wall leaks",
        "/headline",
    )
    assert finding.place.where == "headline" and finding.also[0].column == PAGE.index("<p>") + 1
    assert finding.snippet is not None and finding.help.endswith("/test-rule")
    assert len(finding.fingerprint) == len(finding.cause) == 16
    assert (report.section, report.schema, report.failures) == ("world", "article", ())


def test_what_is_missing_is_one_cause_wherever_it_is_told():
    def causes(placeless):
        def told(page, _):
            for tag in ("h1", "p"):
                yield Hit("told", Spot(page.tree.select_one(tag)), {"text": tag}, placeless=placeless)

        return {finding.cause for finding in run(rule(told)).findings}

    assert len(causes(False)) == 2 and len(causes(True)) == 1


def test_what_each_item_of_a_list_lacks_is_one_cause(tmp_path):
    schema = tmp_path / "cards.yaml"
    schema.write_text(
        "properties:\n  cards: {x-select: li, type: array, items: {required: [kicker], "
        "properties: {kicker: {x-select: b}, line: {x-select: a, minLength: 9}}}}\n"
    )
    cards = "".join(f"<li><a href=/{number}>Ferry {number}</a>" for number in range(3))
    report = check_html(PAGE.replace("</main>", f"<ul>{cards}</ul></main>"), schema=str(schema))
    found = [(finding.message, finding.cause) for finding in report.findings if finding.rule == "page-structure"]
    assert len(found) == 6 and len(set(found)) == 2


@pytest.mark.parametrize(
    ("of_hit", "of_message", "of_config", "expected"),
    [
        (None, None, None, "warning"),
        (None, Severity.INFO, None, "info"),
        (Severity.ERROR, Severity.INFO, None, "error"),
        (Severity.ERROR, Severity.INFO, Severity.WARNING, "warning"),
    ],
)
def test_severity_is_the_configurations_else_the_hits_else_the_messages_else_the_rules(
    of_hit, of_message, of_config, expected
):
    def check(page, _):
        yield Hit("told", headline(page), {"text": "x"}, severity=of_hit)

    active = rule(check, messages={"told": Message('"{text}"', of_message)})
    (finding,) = run(dataclasses.replace(active, severity=of_config)).findings
    assert finding.severity == expected


def test_a_rule_that_crashes_is_a_failure_and_keeps_what_it_found():
    def check(page, _):
        yield Hit("told", headline(page), {"text": "x"})
        raise ZeroDivisionError("oops")

    report = run(rule(check))
    (failure,) = report.failures
    assert (failure.rule, len(report.findings)) == ("test-rule", 1)
    assert "ZeroDivisionError: oops" in failure.text and "Traceback" in failure.trace


@pytest.mark.parametrize("hit", [Hit("no-such-message", None), Hit("told", None)])
def test_a_hit_that_makes_no_sense_is_the_rules_failure(hit):
    report = run(rule(lambda page, _: [dataclasses.replace(hit, at=headline(page))]))
    assert report.failures[0].rule == "test-rule"


def test_a_part_that_cannot_be_read_costs_only_itself(monkeypatch):
    def crash(page, kind):
        if kind == "headline":
            raise ZeroDivisionError("oops")
        return real(page, kind)

    real = extract.find_kind
    monkeypatch.setattr(extract, "find_kind", crash)
    report = check_page(Document("a.html", PAGE.encode()), Settings().for_page("a.html"))
    assert [failure.text for failure in report.failures] == ['reading "/headline" crashed: ZeroDivisionError: oops']
    assert "placeholder-leak" in {finding.rule for finding in report.findings}


def test_several_faults_at_one_place_are_all_told_and_of_two_equal_ones_the_worse():
    def check(page, _):
        yield Hit("told", headline(page), {"text": "kicker"}, severity=Severity.INFO)
        yield Hit("told", headline(page), {"text": "footer"}, severity=Severity.ERROR)
        yield Hit("told", headline(page), {"text": "kicker"}, severity=Severity.WARNING)

    told = [(finding.text, finding.severity) for finding in run(rule(check)).findings]
    assert told == [('found "footer"', "error"), ('found "kicker"', "warning")]


def test_a_page_lacks_more_than_its_first_part(tmp_path):
    schema = tmp_path / "s.yaml"
    schema.write_text(
        "required: [kicker, footer]\n"
        "properties:\n  kicker: {x-select: .kicker, x-severity: info}\n  footer: {x-select: footer}\n"
    )
    (tmp_path / "layoutcheck.toml").write_text('schema = "s.yaml"\n')
    settings = load_settings(tmp_path / "layoutcheck.toml")
    report = check_page(Document("a.html", PAGE.encode()), settings.for_page("a.html"))
    told = [(one.data["part"], one.severity, one.cause) for one in report.findings if one.rule == "page-structure"]
    assert [pair[:2] for pair in told] == [("footer", "error"), ("kicker", "info")]
    assert told[0][2] != told[1][2]


def test_one_fault_is_told_once_and_in_the_order_of_the_source():
    def check(page, _):
        for selector in ("p", "h1", "p"):
            yield Hit("told", Spot(page.tree.select_one(selector)), {"text": selector})

    assert [finding.text for finding in run(rule(check)).findings] == ['found "h1"', 'found "p"']


def test_fingerprints_know_no_lines_and_tell_equals_apart():
    def check(page, _):
        for node in page.tree.find_all("p"):
            yield Hit("told", Spot(node), {"text": node.text})

    first = run(rule(check), "<p>a</p><p>a</p><p>b</p>").findings
    moved = run(rule(check), "\n\n<!-- x -->\n<p>a</p>\n<p>a</p><p>b</p>").findings
    assert [finding.fingerprint for finding in first] == [finding.fingerprint for finding in moved]
    assert len({finding.fingerprint for finding in first}) == 3
    assert len({finding.cause for finding in first}) == 1


@pytest.mark.parametrize(("named", "causes"), [(True, 1), (False, 2)])
def test_what_names_its_cause_is_one_in_all_boxes(named, causes):
    def check(page, _):
        for node in page.tree.find_all("p"):
            yield Hit("told", Spot(node), {"text": node.text}, cause="{{ url }}", named=named)

    found = run(rule(check), "<div class=a><p>x</p></div><div class=b><p>x</p></div>").findings
    assert len({finding.cause for finding in found}) == causes


def test_the_clock_is_the_runs():
    def check(page, options):
        yield Hit("told", headline(page), {"text": options.now})

    options = dataclasses.make_dataclass("Options", [("now", str, dataclasses.field(default=""))], frozen=True)
    declared = Rule("a rule of the tests", Severity.WARNING, {"told": 'found "{text}"'}, options)
    active = ActiveRule(LoadedRule("test-rule", declared, check, None), None, options())
    assert run(active, now="2026-01-22T12:00:00+00:00").findings[0].text == 'found "2026-01-22T12:00:00+00:00"'
    assert run(active).findings[0].text == 'found ""'


def test_the_outline_is_written_when_asked_for():
    silent = rule(lambda page, _: ())
    assert run(silent).outline == ()
    assert [part.pointer for part in run(silent, outline=True).outline][:2] == ["/language", "/title"]


def test_rules_that_are_off_do_not_run():
    layer = Layer(rules={"placeholder-leak": RuleSetting(Value(Severity.OFF, "test"))})
    report = check_page(Document("a.html", PAGE.encode()), Settings((layer,)).for_page("a.html"))
    assert "placeholder-leak" not in {finding.rule for finding in report.findings}


@pytest.mark.parametrize("body", [b"", b"  \n", b"x" * (64 * 1024 * 1024 + 1)])
def test_a_page_that_cannot_be_parsed_is_a_failure(body):
    report = check_page(Document("a.html", body), Settings().for_page("a.html"))
    assert len(report.failures) == 1 and not report.findings


def test_long_values_in_words_are_cut():
    assert worded("{text}!", {"text": "a  b\n" + "x" * 300}) == "a b " + "x" * 115 + "…!"
    with pytest.raises(KeyError):
        worded("{gone}", {})
    assert Findings is not None


SAMPLES = [*Path(__file__).parents[1].glob("samples/pages/*/page.*")]


def pages() -> list[Page]:
    return [held for held in gc.get_objects() if isinstance(held, Page)]


def test_a_checked_page_is_gone_without_the_garbage_collector():
    bodies = [sample.read_bytes() for sample in SAMPLES]
    bodies.append(
        b'<title>Ferry</title><script type="application/ld+json">{"headline": broken}</script><h1>Ferry</h1><p>It'
    )
    settings = load_settings(None).for_page("")
    gc.collect()
    others = pages()
    gc.disable()
    try:
        for body in bodies:
            check_page(Document("page.html", body), settings, options=RunOptions(outline=True))
        assert not [page for page in pages() if page not in others]
    finally:
        gc.enable()


def test_the_search_for_leaks_is_booked_to_no_rule() -> None:
    stopwatch.start()
    try:
        check_page(Document("a.html", PAGE.encode()), Settings().for_page("a.html"))
        laps = {name: count for name, (_, count) in stopwatch.take().items()}
    finally:
        stopwatch.stop()
    assert laps["scan"] == laps["parse"] == 1
