"""The format for people: each cause once in full, then briefly, then counted; nothing is left out unsaid."""

from __future__ import annotations

from awkward import Run, finding, pages, written

from layoutcheck.core.finding import Failure, Finding, PageReport, Place
from layoutcheck.core.severity import Severity
from layoutcheck.report.context import Detail

ADVICE = {"engine": "Jinja", "cause": "the name is not defined", "fix": "define it"}


def leak(uri: str, line: int = 3, cause: str = "leak", **more: object) -> Finding:
    return finding(uri, "a leak", line=line, cause=cause, **{"data": ADVICE, **more})  # type: ignore[arg-type]


def site(number: int, *lines: int, **more: object) -> Run:
    """A site of one broken template."""
    names = [f"{index:02}.html" for index in range(number)]
    return Run(pages(*(PageReport(name, tuple(leak(name, line, **more) for line in lines or (3,))) for name in names)))


def test_a_cause_is_told_in_full_once_then_in_a_line_then_counted() -> None:
    told = written("text", site(13))
    assert told.count("fix: define it") == told.count("<h1>{{ title }}</h1>") == 1
    assert told.count("as at 00.html:3:5") == 9
    assert "09.html\n  3:5  error  a leak  placeholder-leak  as at 00.html:3:5; further ones are only counted\n" in told
    assert "10.html" not in told
    assert "placeholder-leak: 13 findings on 13 pages, such as 00.html:3:5 in headline" in told
    assert "Not shown: 3 more findings of causes shown (3 pages with nothing else); --verbose" in told


def test_a_page_that_has_something_else_that_is_not_shown_is_none_with_nothing_else() -> None:
    lesser = leak("11.html", 4, "lesser", severity=Severity.INFO)
    known = leak("12.html", 4, "known", known=True)
    names = [f"{index:02}.html" for index in range(13)]
    more = {"11.html": (lesser,), "12.html": (known,)}
    run = Run(pages(*(PageReport(name, (leak(name), *more.get(name, ()))) for name in names)))
    told = written("text", run, least=Severity.WARNING)
    assert (
        "Not shown: 3 more findings of causes shown (1 page with nothing else), 1 known finding, 1 finding below"
        in told
    )


def test_verbose_tells_each_in_full_and_what_is_known_too() -> None:
    told = written("text", site(13, known=True), detail=Detail.ALL)
    assert told.count("fix: define it") == told.count("error (known)") == 13
    assert "Not shown" not in told


def test_quiet_tells_causes_with_their_fix_and_what_was_not_checked() -> None:
    run = Run(lambda: iter([*site(3).pages(), PageReport("x.html", failures=(Failure("x.html", "no page"),))]))
    assert written("text", run, detail=Detail.SUMMARY) == (
        "x.html\n  failed  no page\n\n"
        "Causes\n  error   a leak\n"
        "          placeholder-leak: 3 findings on 3 pages, such as 00.html:3:5 in headline\n"
        "          engine: Jinja\n          cause: the name is not defined\n          fix: define it\n\n"
        "4 pages checked, 0 clean: 3 errors, 0 warnings, 0 infos; 1 failure\n"
    )


def test_a_page_shows_the_first_of_many_and_where_the_others_are() -> None:
    first, _, second = written("text", site(2, *range(1, 21))).partition("01.html")
    assert first.count("in headline") == 10
    assert "and the same at 11:5, 12:5, 13:5, 14:5, 15:5 and 5 more\n" in first
    assert (
        "  1:5  error  a leak  placeholder-leak  as at 00.html:1:5, and at 2:5, 3:5, 4:5, 5:5, 6:5 and 14 more\n"
        in second
    )


def test_an_explanation_that_stands_above_is_pointed_to() -> None:
    told = written("text", Run(pages(PageReport("a.html", (leak("a.html", 1, "x"), leak("a.html", 2, "y"))))))
    assert told.count("fix: define it") == 1 and told.count("<h1>{{ title }}</h1>") == 2
    assert "      engine, cause, fix: as at 1:5\n" in told


def test_what_reads_alike_in_several_parts_of_a_page_is_one_fault_of_the_summary() -> None:
    def part(cause: str) -> Finding:
        place = Place("a.html", 3, 5, 3, 9, where=f"part {cause}")
        return Finding("placeholder-leak", "leak", "a leak", Severity.ERROR, place, cause=cause)

    told = written("text", Run(pages(PageReport("a.html", tuple(map(part, "vwxyz"))), PageReport("b.html"))))
    assert told[told.index("Causes") :].count("a leak") == 1
    assert "placeholder-leak: at a.html:3:5 in part x\n          … and 2 findings in other parts of pages\n" in told


def test_known_findings_are_counted_and_the_new_ones_of_their_cause_told_in_full() -> None:
    known, new = leak("a.html", 1, known=True), leak("b.html", 2)
    told = written("text", Run(pages(PageReport("a.html", (known,)), PageReport("b.html", (new, known)))))
    assert told.startswith("b.html\n  2:5  error  a leak") and "fix: define it\n  … and 1 known\n" in told
    assert "2 findings on 2 pages" not in told and "3 findings on 2 pages, 2 of them known, such as b.html:2:5" in told
    assert "Not shown: 2 known findings; --verbose" in told


def test_failures_in_the_same_words_are_counted_after_some() -> None:
    names = [f"{index:02}.html" for index in range(12)]
    run = Run(pages(*(PageReport(name, failures=(Failure(name, "the rule x crashed", "x"),)) for name in names)))
    told = written("text", run)
    assert told.count("failed  the rule x crashed") == 10
    assert "Not shown: 2 more failures in words shown; --verbose" in told and "; 12 failures" in told


def test_failures_are_named_again_below_the_findings_that_stand_between() -> None:
    broken = (PageReport(f"x{n:02}.html", failures=(Failure(f"x{n:02}.html", "no page"),)) for n in range(12))
    told = written("text", Run(pages(*site(2).pages(), *broken)))
    summary = told.partition("\nNot checked, or not fully\n")[2]
    assert summary.startswith("  failed  x00.html: no page\n  failed  x01.html: no page\n")
    assert "  … and 2 more; all are in the JSON report\n\nCauses\n" in summary


def test_only_what_is_severe_enough_is_shown_and_all_is_counted() -> None:
    minor = leak("a.html", 1, severity=Severity.INFO)
    told = written("text", Run(pages(PageReport("a.html", (minor,)), PageReport("b.html"))), least=Severity.WARNING)
    assert told == (
        "Not shown: 1 finding below warning; --show info shows them\n"
        "2 pages checked, 1 clean: 0 errors, 0 warnings, 1 info\n"
    )
    assert written("concise", site(1, severity=Severity.INFO), least=Severity.ERROR) == ""


def test_a_source_line_is_cut_around_what_is_marked() -> None:
    source = f"<p>{'wave ' * 9}{{{{ title }}}} {'shore ' * 9}</p>"
    run = Run(pages(PageReport("a.html", (leak("a.html", column=source.index("{{") + 1, source=source, data={}),))))
    line, marks = written("text", run, columns=50).splitlines()[2:4]
    assert len(line) == 50 and "| …" in line and line.endswith("…")
    assert line[marks.index("^") :].startswith("{{ title }}") and marks.count("^") == len("{{ title }}")
    assert written("text", run).splitlines()[2] == f"      3 | {source}"


def test_a_mark_within_an_order_to_a_build_server_makes_no_order() -> None:
    run = Run(pages(PageReport("a.html", (leak("a.html", column=3, source="##[error]x", excerpt="[error]"),))))
    assert "##[" not in written("text", run)


def test_what_is_kept_grows_with_the_causes_and_not_with_the_pages() -> None:
    """The reporter's own memory, after ten pages and after a thousand."""
    from io import StringIO

    from layoutcheck.report.brevity import Brevity
    from layoutcheck.report.context import ReportContext
    from layoutcheck.report.text import TextReporter

    sizes = []
    for number in (10, 1000):
        reporter = TextReporter(StringIO(), ReportContext())
        for page in site(number).pages():
            reporter.page(page)
        brevity: Brevity = reporter._brevity
        sizes.append((len(brevity._causes), len(reporter._explained)))
    assert sizes == [(1, 1), (1, 1)]


def test_notes_of_one_rule_are_counted_after_some() -> None:
    unused = tuple(leak("baseline.jsonl", line) for line in range(1, 14))
    told = written("text", Run(pages(PageReport("a.html")), notes=unused))
    assert told.count("      at baseline.jsonl:") == 10
    assert "  … and 3 more of placeholder-leak; all are in the JSON report\n" in told
