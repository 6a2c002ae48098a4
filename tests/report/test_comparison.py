"""Two reports compared."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from typing import Any

from awkward import Run, finding, pages, written

from layoutcheck.core.finding import Failure, Finding, PageReport
from layoutcheck.core.severity import Severity
from layoutcheck.report.comparison import compare, page_name
from layoutcheck.report.comparison_text import comparison_object, write_comparison


def report(*reports: PageReport) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(written("json", Run(pages(*reports))))
    return told


def page(uri: str, *findings: Finding, **more: Any) -> PageReport:
    return PageReport(uri, findings, **more)


def test_tells_new_gone_and_unchanged_apart() -> None:
    stays, goes, comes = (finding("a.html", text, line=line) for line, text in enumerate(("stays", "goes", "comes"), 1))
    changed = compare(report(page("a.html", stays, goes)), report(page("a.html", comes, stays)))
    assert [found.told["text"] for found in changed.new] == ["comes"]
    assert [found.told["text"] for found in changed.gone] == ["goes"]
    assert changed.unchanged == 1
    assert changed.exit_code() == 1


def test_passes_when_nothing_is_new() -> None:
    one, two = finding("a.html", "one"), finding("a.html", "two")
    changed = compare(report(page("a.html", one, two)), report(page("a.html", two)))
    assert changed.exit_code() == 0
    assert len(changed.gone) == 1


def test_a_new_fault_does_not_hide_behind_a_mended_one_of_the_same_rule() -> None:
    old = report(page("a.html", finding("a.html", "a leak", excerpt="{{ one }}")))
    new = report(page("a.html", finding("a.html", "a leak", excerpt="{{ two }}", line=4)))
    changed = compare(old, new)
    assert (len(changed.new), len(changed.gone), changed.unchanged) == (1, 1, 0)


def test_knows_a_page_again_that_has_another_name_in_production() -> None:
    old = report(page("https://example.org/a.html", finding("https://example.org/a.html", "a leak", line=90)))
    new = report(page("build/a.html", finding("build/a.html", "a leak", line=3)))
    assert len(compare(old, new).new) == 1
    changed = compare(old, new, page_name(["https://example.org/", "build/"]))
    assert (len(changed.new), len(changed.gone), changed.unchanged) == (0, 0, 1)


def test_what_is_missing_stays_when_the_headline_that_shows_it_is_edited() -> None:
    def lacking(uri: str, headline: str) -> dict[str, Any]:
        return report(page(uri, replace(finding(uri, "no byline", excerpt=headline), fault="5f")))

    old, new = lacking("production/a.html", "Wall raised"), lacking("build/a.html", "Wall will be raised")
    changed = compare(old, new, page_name(["production/", "build/"]))
    assert (len(changed.new), len(changed.gone), changed.unchanged) == (0, 0, 1)


def test_says_when_the_reports_have_no_page_in_common() -> None:
    old = report(page("production/a.html", finding("production/a.html", "a leak")))
    new = report(page("build/a.html"))
    out = StringIO()
    write_comparison(compare(old, new), out)
    assert "0 new findings, 1 gone (1 with their pages), 0 unchanged" in out.getvalue()
    assert 'the old one has "production/a.html", the new one "build/a.html"' in out.getvalue()
    assert compare(old, new, page_name(["production/", "build/"])).strangers is None
    assert compare(old, report()).strangers is None


def test_pages_have_one_name_in_build_and_production() -> None:
    name = page_name(["https://example.org/", "build", "build/www/"])
    assert name("https://example.org/world/") == name("./build/www/world/index.html") == name("build/world") == "world"
    assert name("other/a.html") == "other/a.html"


def test_counts_equal_faults_each() -> None:
    one = finding("https://x.org/a", "a leak", cause="c")
    other = finding("y/a", "a leak", cause="c")
    changed = compare(report(page("https://x.org/a", one)), report(page("y/a", other, other)), lambda uri: uri[-1])
    assert (len(changed.new), changed.unchanged) == (1, 1)


def test_a_page_that_can_no_longer_be_checked_fails_and_its_findings_are_not_called_gone() -> None:
    broken = PageReport("a.html", failures=(Failure("a.html", "unreadable"),))
    changed = compare(report(page("a.html", finding("a.html", "a leak"))), report(broken))
    assert changed.exit_code("never") == 1
    assert not changed.gone and len(changed.unchecked) == 1
    assert compare(report(broken), report(broken)).exit_code() == 0


def test_causes_do_not_shrink_by_pages_that_could_not_be_checked() -> None:
    def leaks(uri: str, count: int) -> PageReport:
        return page(uri, *(finding(uri, f"leak {n}", cause="leak", line=n) for n in range(count)))

    unreadable = PageReport("b.html", failures=(Failure("b.html", "unreadable"),))
    old = report(leaks("a.html", 2), leaks("b.html", 3))
    assert compare(old, report(leaks("a.html", 2), unreadable)).causes == []
    out = StringIO()
    changed = compare(old, report(leaks("a.html", 1), unreadable))
    write_comparison(changed, out)
    assert "\n  fewer error   5 -> 1 on 1 page, 3 not checked  placeholder-leak" in out.getvalue()
    assert comparison_object(changed)["causes"][0]["unchecked"] == 3


def test_causes_that_went_with_their_pages_are_told_so() -> None:
    old = report(page("a.html"), page("b.html", finding("b.html", "leak", cause="leak")))
    out = StringIO()
    write_comparison(compare(old, report(page("a.html"))), out)
    assert "\n  gone  error   1 -> 0, 1 with their pages  placeholder-leak" in out.getvalue()


def test_causes_are_worded_as_in_the_report_that_has_more_of_them() -> None:
    def titles(*texts: str) -> dict[str, Any]:
        found = [
            replace(finding(f"{n}.html", f'the title "{text}" names no place', cause="title"), cause_text="odd titles")
            for n, text in enumerate(texts)
        ]
        return report(*(page(one.place.uri, one) for one in found))

    few, many = titles("Wall raised"), titles("Ferry sails", "Market opens", "Bridge shut")
    for changed in (compare(few, many), compare(many, few)):
        assert [cause.told["text"] for cause in changed.causes] == ['the title "…" names no place']


def test_known_findings_are_not_new() -> None:
    changed = compare(report(page("a.html")), report(page("a.html", finding("a.html", "old sin", known=True))))
    assert (changed.exit_code(), changed.known, len(changed.new)) == (0, 1, 0)


def test_follows_fail_on() -> None:
    changed = compare(report(page("a.html")), report(page("a.html", finding("a.html", "x", severity=Severity.INFO))))
    assert [changed.exit_code(level) for level in ("info", "warning", "never")] == [1, 0, 0]


def test_tells_people_by_cause() -> None:
    many = [finding("a.html", f"leak {n}", cause="grows", line=n) for n in range(1, 4)]
    old = report(page("a.html", many[0], finding("a.html", "dead", cause="ends")))
    new = report(page("a.html", *many, finding("a.html", "born", cause="begins", line=9)))
    out = StringIO()
    write_comparison(compare(old, new), out)
    assert "  new   error   0 -> 1 on 1 page  placeholder-leak  born\n" in out.getvalue()
    assert "\n  more  error   1 -> 3 on 1 page  " in out.getvalue()
    assert "  gone  error   1 -> 0" in out.getvalue()
    assert "a.html:3:5: gone error placeholder-leak dead\n" in out.getvalue()
    assert out.getvalue().endswith("3 new findings, 1 gone, 1 unchanged, 0 known\n")
    assert comparison_object(compare(old, new))["summary"]["new"] == 3


def test_tells_which_section_broke_in_words_that_hold_for_all_its_pages_worst_first() -> None:
    def site(*broken: str) -> dict[str, Any]:
        told = []
        for uri in ("live/1.html", "live/2.html", "world/1.html", "world/2.html"):
            found = []
            if uri in broken:
                words = {"cause": "twice", "severity": Severity.WARNING, "cause_text": "a line is listed twice"}
                found.append(finding(uri, f'"Pier {uri} is mended" is listed twice in a row', line=4, **words))
            if uri in broken and uri.startswith("live"):
                found.append(finding(uri, "a leak", cause="leak", line=7, data={"fix": "fill it"}))
            told.append(page(uri, *found, section=uri.partition("/")[0]))
        return report(*told)

    out = StringIO()
    comparison = compare(site(), site("live/1.html", "live/2.html", "world/1.html"))
    write_comparison(comparison, out)
    assert "".join(out.getvalue().partition("Causes\n")[1:]).startswith(
        "Causes\n"
        "  new   error   0 -> 2 on 2 pages (every page of live)  placeholder-leak  a leak\n"
        "          fix: fill it\n"
        '  new   warning 0 -> 3 on 3 pages (live 2, world 1)  placeholder-leak  "Pier ….html is mended" is listed'
    )
    assert comparison_object(comparison)["causes"][0]["sections"] == {"live": 2}


def test_tells_pages_that_came_and_went_and_what_went_with_them() -> None:
    old = report(
        page("a.html", finding("a.html", "mended")), page("b.html", finding("b.html", "a leak")), page("c.html")
    )
    new = report(page("a.html"), *(page(f"new-{n:02}.html") for n in range(22)))
    out = StringIO()
    write_comparison(compare(old, new), out)
    told = out.getvalue()
    assert "a.html:3:5: gone error placeholder-leak mended\n" in told
    assert "b.html:3:5: gone with its page: error placeholder-leak a leak\n" in told
    assert "\n  new   new-19.html\n  new   and 2 more (--json names them all)\n  gone  b.html\n  gone  c.html\n" in told
    assert told.endswith("2 gone (1 with their pages), 0 unchanged, 0 known; 22 new pages, 2 gone\n")
    whole = comparison_object(compare(old, new))
    assert (
        whole["gone_pages"] == ["b.html", "c.html"] and whole["summary"]["new_pages"] == len(whole["new_pages"]) == 22
    )


def test_people_are_told_ten_of_a_cause_and_how_many_more() -> None:
    broken = [finding("a.html", f"leak {n}", cause="wide", line=n) for n in range(1, 31)]
    out = StringIO()
    write_comparison(compare(report(page("a.html")), report(page("a.html", *broken))), out)
    assert out.getvalue().count(": new error ") == 10
    assert "\n… and 20 more new ones of these causes; --json tells all\nCauses\n" in out.getvalue()
