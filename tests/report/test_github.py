"""GitHub's workflow commands: escapes, the limit of ten a step, what is left out."""

from __future__ import annotations

import re
from collections import Counter

from awkward import NASTY, RUNS, Run, finding, pages, written

from layoutcheck.core.finding import Finding, PageReport
from layoutcheck.core.severity import Severity

COMMAND = re.compile(r"::(error|warning|notice) (?:file=([^,:]*),)?.*?title=([^,:]*)::(.*)$")


def commands(run: Run, **context: object) -> list[tuple[str, str, str, str]]:
    lines = [line for line in written("github", run, **context).splitlines() if line.startswith("::")]
    return [COMMAND.match(line).groups() for line in lines]  # type: ignore[union-attr]


def test_writes_ten_of_a_level_the_last_saying_how_many_are_left() -> None:
    leaks = tuple(finding("a.html", f"leak {number}", line=number + 1) for number in range(312))
    told = commands(Run(pages(PageReport("a.html", leaks))))
    assert len(told) == 10
    assert "303 more of 312 are not shown here" in told[-1][3]


def test_stays_below_the_limit_on_a_large_run() -> None:
    levels = Counter(command[0] for command in commands(RUNS["many"]))
    assert set(levels) == {"error", "warning", "notice"} and max(levels.values()) <= 10


def test_shows_each_cause_once_when_there_are_too_many() -> None:
    leaks = [finding("a.html", f"leak {number}", cause="one", line=number + 1) for number in range(40)]
    other = finding("a.html", "something else", cause="two", line=90)
    told = commands(Run(pages(PageReport("a.html", (*leaks, other)))))
    assert [command[3].split(" (in")[0] for command in told][:2] == ["leak 0", "something else"]
    assert told[0][2] == "placeholder-leak (40 of this cause)"
    assert [command[3].split(" (in")[0] for command in told][2:9] == [f"leak {number}" for number in range(1, 8)]
    assert "32 more of 41" in told[9][3] and len(told) == 10


def test_of_too_many_the_widest_causes_come_first_whenever_they_came() -> None:
    rare = tuple(finding("a.html", f"leak {number}", line=number + 1) for number in range(20))
    wide = [PageReport(name, (finding(name, "broken", cause="wide"),)) for name in ("b.html", "c.html")]
    told = commands(Run(pages(PageReport("a.html", rare), *wide)))
    assert told[0][3].startswith("broken")


def test_a_fault_in_many_elements_of_a_page_leaves_room_for_other_pages() -> None:
    """Each element is a cause of its own; what reads alike is shown once before other pages had their turn."""

    def none(uri: str, element: int) -> Finding:
        return finding(uri, '"None" stands for a value', line=element, cause=f"element {element}")

    names = [f"{letter}.html" for letter in "abcdefgh"]
    run = Run(pages(*(PageReport(name, tuple(none(name, element) for element in range(1, 7))) for name in names)))
    told = commands(run)
    assert [command[1] for command in told[:8]] == names
    assert [command[1] for command in told[8:]] == ["a.html", None]
    assert "39 more of 48" in told[-1][3]


def test_keeps_ten_findings_as_they_are() -> None:
    ten = tuple(finding("a.html", f"leak {number}", cause="one", line=number + 1) for number in range(10))
    told = commands(Run(pages(PageReport("a.html", ten))))
    assert [command[3].split(" (in")[0] for command in told] == [f"leak {number}" for number in range(10)]


def test_escapes_what_would_end_a_property_or_the_line() -> None:
    (line,) = [line for line in written("github", RUNS["spaces-and-percent"]).splitlines() if line.startswith("::")]
    assert "file=build/a b/100%2525 100%25%2C%3A;'|[x].html,line=3" in line
    assert len(written("github", RUNS["hostile-text"]).splitlines()) == 1
    assert "%0A" in written("github", RUNS["hostile-text"]) and NASTY.count("\n")


def test_gives_no_columns_for_a_stretch_of_several_lines() -> None:
    from dataclasses import replace

    found = finding("a.html", "x")
    found = replace(found, place=replace(found.place, end_line=9))
    line = written("github", Run(pages(PageReport("a.html", (found,)))))
    assert "line=3,endLine=9,title=" in line and "col=" not in line


def test_does_not_annotate_what_is_known_but_counts_it() -> None:
    known = finding("a.html", "old sin", known=True, severity=Severity.ERROR)
    assert written("github", Run(pages(PageReport("a.html", (known,))))) == (
        "layoutcheck: 1 known finding without an annotation\n"
    )
