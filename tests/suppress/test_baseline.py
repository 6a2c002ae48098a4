"""The baseline: what is known, what that means, and how it shrinks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import Failure, Finding, PageReport, Place
from layoutcheck.core.severity import Severity
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.entry import CauseEntry, FindingEntry, entry_line, entry_of
from layoutcheck.suppress.page_pattern import page_matcher, section_pattern
from layoutcheck.suppress.recording import Recording, changes


def finding(uri: str, evidence: str, *, cause: str = "c0ffee", line: int = 3) -> Finding:
    place = Place(uri, line, 1, line, 5, excerpt=evidence)
    name = "".join(char if char.isascii() and char.isalnum() else "-" for char in f"{uri}-{cause}-{evidence}")
    return Finding("placeholder-leak", "leak", f"leak {evidence}", Severity.ERROR, place, fingerprint=name, cause=cause)


def report(uri: str, *evidence: str, cause: str = "c0ffee", section: str = "") -> PageReport:
    found = tuple(finding(uri, one, cause=cause, line=number) for number, one in enumerate(evidence, 1))
    return PageReport(uri, found, section=section)


def recorded(*reports: PageReport, by_cause: bool = False, before: Baseline | None = None) -> Baseline:
    before = before or Baseline()
    recording = Recording(before, since="2026-01-21", by_cause=by_cause)
    for one in reports:
        recording.add(before.mark(one))
    return recording.baseline()


def known(baseline: Baseline, one: PageReport) -> list[bool]:
    return [found.known for found in baseline.mark(one).findings]


def told(baseline: Baseline, exists: Callable[[str], bool] = lambda path: True) -> list[tuple[str, Severity]]:
    return [(note.rule, note.severity) for note in baseline.notes(exists=exists)]


class TestFindings:
    def test_are_known_wherever_their_line_goes(self) -> None:
        baseline = recorded(report("a.html", "one", "two"))
        moved = report("a.html", "new", "two", "one")
        assert known(baseline, moved) == [False, True, True]

    def test_stay_visible_and_in_place(self) -> None:
        marked = recorded(report("a.html", "one")).mark(report("a.html", "one"))
        assert [found.text for found in marked.findings] == ["leak one"]

    def test_a_new_one_cannot_hide_behind_a_mended_one(self) -> None:
        baseline = recorded(report("a.html", "one", "two"))
        assert known(baseline, report("a.html", "two", "three")) == [True, False]

    def test_mended_ones_are_reported_at_their_line_of_the_file_and_pruned(self, tmp_path: Path) -> None:
        file = tmp_path / "baseline.jsonl"
        file.write_text(recorded(report("a.html", "one", "two")).text)
        baseline = Baseline.load(file)
        baseline.mark(report("a.html", "one"))
        (note,) = baseline.notes()
        assert (note.rule, note.place.uri, note.place.line) == ("unused-baseline-entry", str(file), 2)
        assert note.text.endswith("on a.html: placeholder-leak: leak two")
        assert [entry.text for entry in baseline.pruned().entries] == ["leak one"]

    def test_of_pages_that_were_not_checked_are_left_alone(self) -> None:
        baseline = recorded(report("a.html", "one"), report("b.html", "two"))
        baseline.mark(report("a.html", "one"))
        assert told(baseline) == []
        assert len(baseline.pruned(exists=lambda path: True)) == 2

    def test_of_pages_that_are_gone_go_too(self) -> None:
        baseline = recorded(report("gone.html", "one"))
        assert told(baseline, exists=lambda path: False) == [("unused-baseline-entry", Severity.INFO)]
        assert len(baseline.pruned(exists=lambda path: False)) == 0

    @pytest.mark.parametrize("uri", ["", "-", "https://example.org/a.html"])
    def test_of_what_is_no_file_are_left_alone_when_it_was_not_checked(self, uri: str) -> None:
        baseline = Baseline([FindingEntry("a", uri)])
        assert told(baseline, exists=lambda path: False) == []
        assert len(baseline.pruned(exists=lambda path: False)) == 1

    def test_that_are_mended_are_told_with_why_they_were_known(self) -> None:
        baseline = Baseline([FindingEntry("a", "a.html", why="ticket 7"), FindingEntry("b", "a.html")])
        baseline.mark(PageReport("a.html"))
        assert [note.data for note in baseline.notes()] == [{"why": "ticket 7"}, {}]

    def test_of_a_page_that_could_not_be_checked_fully_are_left_alone(self) -> None:
        baseline = recorded(report("a.html", "one"))
        baseline.mark(PageReport("a.html", failures=(Failure("a.html", "broken"),)))
        assert told(baseline) == []

    def test_of_a_rule_that_did_not_run_are_not_judged(self) -> None:
        baseline = recorded(report("a.html", "one"))
        baseline.mark(PageReport("a.html"))
        assert list(baseline.notes(ran=lambda rule: False, exists=lambda path: True)) == []


class TestCauses:
    def test_are_known_on_the_pages_of_their_section_up_to_the_ceiling(self) -> None:
        pages = [report(f"build/world/{n}.html", "x", section="world") for n in range(3)]
        baseline = recorded(*pages, by_cause=True)
        assert [(entry.pages, entry.ceiling) for entry in baseline.entries] == [("build/world/**", 3)]  # type: ignore[union-attr]
        tomorrow = [report(f"build/world/new-{n}.html", "y", section="world") for n in range(4)]
        assert [known(baseline, page)[0] for page in tomorrow] == [True, True, True, False]
        assert told(baseline) == [("exceeded-ceiling", Severity.INFO)]

    def test_are_new_elsewhere_and_another_cause_is_new_there(self) -> None:
        baseline = recorded(report("world/a.html", "x", section="world"), by_cause=True)
        assert known(baseline, report("sport/a.html", "x", section="sport")) == [False]
        assert known(baseline, report("world/b.html", "x", cause="other", section="world")) == [False]

    def test_ceilings_go_down_and_never_up(self) -> None:
        baseline = Baseline([CauseEntry("c0ffee", "world/**", 5)])
        for number in range(2):
            baseline.mark(report(f"world/{number}.html", "x"))
        assert baseline.pruned().of_cause("c0ffee", "world/**").ceiling == 2  # type: ignore[union-attr]
        baseline = Baseline([CauseEntry("c0ffee", "world/**", 1)])
        again = recorded(
            *(report(f"world/{n}.html", "x", section="world") for n in range(4)), by_cause=True, before=baseline
        )
        assert again.of_cause("c0ffee", "world/**").ceiling == 1  # type: ignore[union-attr]

    def test_stay_as_they_are_where_one_of_their_pages_could_not_be_checked(self) -> None:
        entries = [CauseEntry("c0ffee", "world/**", 5), CauseEntry("decade", "world/**", 5)]
        baseline = Baseline(entries)
        baseline.mark(report("world/0.html", "x"))
        baseline.mark(PageReport("world/1.html", failures=(Failure("world/1.html", "took too long"),)))
        assert baseline.pruned().entries == entries
        assert told(baseline) == []

    def test_without_a_ceiling_get_one_when_pruned(self) -> None:
        baseline = Baseline([CauseEntry("c0ffee", "**")])
        baseline.mark(report("a.html", "x", "y"))
        assert baseline.pruned().of_cause("c0ffee", "**").ceiling == 2  # type: ignore[union-attr]

    def test_that_match_nothing_on_their_pages_are_reported(self) -> None:
        baseline = Baseline([CauseEntry("c0ffee", "world/**", 5), CauseEntry("c0ffee", "sport/**", 5)])
        baseline.mark(PageReport("world/a.html"))
        (note,) = baseline.notes()
        assert (note.rule, note.severity) == ("unused-baseline-entry", Severity.INFO)
        assert note.text == "the baseline knows what is no more, on world/**: an entry"

    @pytest.mark.parametrize(
        ("uri", "section", "pattern"),
        [
            ("build/world/2026/a.html", "world", "build/world/**"),
            ("https://example.org/world/a.html", "world", "example.org/world/**"),
            ("build/a.html", "", "build/*.html"),
            ("a.html", "", "/*.html"),
            ("build/front", "", "build/front"),
            ("build/[live]/a.html", "[live]", r"build/\[live\]/**"),
            ("build/100% #1!/a.html", "100% #1!", r"build/100% \#1\!/**"),
            ("#a?/x*y.html", "", r"\#a\?/*.html"),
        ],
    )
    def test_sections_become_patterns_that_match_their_pages(self, uri: str, section: str, pattern: str) -> None:
        assert section_pattern(uri, section) == pattern
        assert known(Baseline([CauseEntry("c0ffee", pattern, 1)]), report(uri, "x")) == [True]

    @pytest.mark.parametrize("uri", ["build/index.html", "index.html"])
    def test_a_page_of_no_section_does_not_stand_for_the_sections_below_it(self, uri: str) -> None:
        matches = page_matcher(section_pattern(uri, ""))
        assert matches(uri) and not matches(uri.replace("index.html", "world/a.html"))

    @pytest.mark.parametrize("pattern", ["build/world/**", "/build/world/**", "build/w*ld/**", "build/world"])
    def test_patterns_are_read_as_gitignore_reads_them(self, pattern: str) -> None:
        matches = page_matcher(pattern)
        assert matches("build/world/2026/a.html") and matches("https://build/world/a.html")
        assert not matches("build/worlds/a.html") and not matches("x/build/world/a.html")

    def test_say_how_many_findings_stay_new_above_a_ceiling(self) -> None:
        before = Baseline([CauseEntry("c0ffee", "/*.html", 1)])
        recording = Recording(before, by_cause=True)
        recording.add(before.mark(report("a.html", "x", "y", "z")))
        assert recording.left_new == 2
        assert changes(before, recording.baseline()) == {"added": 0, "removed": 0, "lowered": 0}


class TestOtherFolder:
    @pytest.mark.parametrize("page", ["site/build/a.html", "a.html", "/srv/site/build/a.html"])
    def test_is_told_once_instead_of_every_entry(self, page: str) -> None:
        baseline = recorded(report("build/a.html", "x"), report("build/b.html", "y"))
        baseline.mark(report(page, "x"))
        (note,) = baseline.notes(exists=lambda path: False)
        assert note.severity is Severity.WARNING
        assert note.text.startswith(f'the baseline knows the page "build/a.html", which this run calls "{page}"')

    def test_is_not_suspected_where_names_agree_or_have_nothing_in_common(self) -> None:
        for page in ("build/a.html", "build/c.html"):
            baseline = recorded(report("build/a.html", "x"), report("build/b.html", "y"))
            baseline.mark(report(page))
            assert baseline.written_elsewhere() is None


class TestPatience:
    ENTRY = FindingEntry("a-html-c0ffee-one", "a.html", "placeholder-leak", until="2026-03-31")

    @pytest.mark.parametrize(("today", "notes"), [("2026-03-31", []), ("2026-04-01", ["expired-baseline-entry"])])
    def test_that_ends_speaks_up_and_the_finding_stays_known(self, today: str, notes: list[str]) -> None:
        baseline = Baseline([self.ENTRY], today=today)
        assert known(baseline, report("a.html", "one")) == [True]
        assert [rule for rule, _ in told(baseline)] == notes


class TestFile:
    def test_is_sorted_an_entry_a_line_and_written_the_same_again(self, tmp_path: Path) -> None:
        text = recorded(report("b.html", "x", "y"), report("a.html", "خبر 🗞️")).text
        (tmp_path / "b.jsonl").write_text(text, encoding="utf-8")
        assert text.splitlines()[0].startswith('{"uri": "a.html", "rule": "placeholder-leak", "fingerprint": ')
        assert Baseline.load(tmp_path / "b.jsonl").text == text

    def test_keeps_since_until_and_why_when_written_again(self) -> None:
        first = recorded(report("a.html", "one"))
        edited = Baseline([replace(first.entries[0], since="2025-01-01", until="2027-01-01", why="issue 7")])
        again = recorded(report("a.html", "one", "two"), before=edited)
        kept = again.of_finding("a-html-c0ffee-one")
        assert kept and (kept.since, kept.until, kept.why) == ("2025-01-01", "2027-01-01", "issue 7")
        assert len(again) == 2

    def test_two_branches_merge_line_by_line_and_the_stricter_of_two_entries_counts(self) -> None:
        entries = [
            CauseEntry("c", "w/**", 5),
            CauseEntry("c", "w/**", 3),
            FindingEntry("f"),
            FindingEntry("f", until="2026-01-01"),
        ]
        merged = Baseline(entries)
        assert merged.of_cause("c", "w/**").ceiling == 3  # type: ignore[union-attr]
        assert merged.of_finding("f").until == "2026-01-01"  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("line", "error"),
        [
            ("<<<<<<< HEAD", "b.jsonl:2:1: a merge conflict is left in the baseline"),
            ("{", "b.jsonl:2:2: this line of the baseline is no JSON"),
            ("{}", 'b.jsonl:2:1: an entry has a "fingerprint" or a "cause"'),
            ('{"fingerprint": "a", "util": ""}', 'b.jsonl:2:22: "util" is no key of an entry\n  did you mean "until"?'),
            (
                '{"fingerprint": "a", "until": "soon"}',
                'b.jsonl:2:22: "until" has to be a date such as 2026-12-31, not "soon"',
            ),
            ('{"cause": "a"}', 'b.jsonl:2:1: an entry of a cause needs "pages"'),
            ('{"cause": "a", "pages": "**", "ceiling": -1}', 'b.jsonl:2:31: "ceiling" has to be a whole number'),
            ('{"fingerprint": 3}', '"fingerprint" has to be a text'),
        ],
    )
    def test_tells_what_is_wrong_with_a_line_and_where(self, line: str, error: str, tmp_path: Path) -> None:
        file = tmp_path / "b.jsonl"
        file.write_text(f'{{"fingerprint": "ok"}}\n{line}\n')
        with pytest.raises(UserError) as raised:
            Baseline.load(file)
        assert error in str(raised.value)

    def test_shows_a_review_what_would_hide_or_reorder_its_lines(self) -> None:
        line = entry_line(FindingEntry("a", text="x\u202egnp.exe\x1b[31m"))
        assert "\\u202e" in line and line.isascii()
        assert entry_of(line, "b.jsonl", 1) == FindingEntry("a", text="x\u202egnp.exe\x1b[31m")
        assert "خبر" in entry_line(FindingEntry("a", text="خبر"))

    def test_that_is_missing_is_the_users_to_mend(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match="there is no baseline"):
            Baseline.load(tmp_path / "none")

    @given(st.text(max_size=80))
    def test_any_line_is_an_entry_or_a_users_error(self, text: str) -> None:
        try:
            entry = entry_of(text, "b.jsonl", 1)
        except UserError:
            return
        assert entry_of(entry_line(entry), "b.jsonl", 1) == entry

    @given(
        st.builds(
            FindingEntry, st.text("0123456789abcdef", min_size=1), st.text(), st.text(), st.text(),
            st.sampled_from(["", "2026-01-21"]), st.sampled_from(["", "2026-12-31"]), st.text(),
        )
    )  # fmt: skip
    def test_entries_survive_the_file(self, entry: FindingEntry) -> None:
        assert entry_of(entry_line(entry).rstrip("\n"), "b.jsonl", 1) == entry
        assert "\n" not in entry_line(entry)[:-1]


@pytest.mark.parametrize("named", ["build/{}.html", "{}.html", "../site/build/{}.html"])
def test_pages_are_gone_only_where_their_names_begin(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("site/build", "kept", "third"):
        (tmp_path / folder).mkdir(parents=True)
    entries = [FindingEntry(name, named.format(name), "placeholder-leak", "a leak") for name in ("a", "gone")]
    monkeypatch.chdir(tmp_path / "site")
    Path(named.format("a")).touch()
    for folder, told_of in (("site", ["gone"]), ("third", []), ("kept", [])):
        monkeypatch.chdir(tmp_path / folder)
        baseline = Baseline(entries, file="../kept/known.jsonl")
        baseline.mark(PageReport("x.html"))
        if named.startswith(".."):  # from each of these folders the names lead to the same pages
            told_of = ["gone"]
        assert [
            note.text.split(".html")[0].rpartition("/")[2].rpartition(" ")[2] for note in baseline.notes()
        ] == told_of
        assert len(baseline.pruned()) == len(entries) - len(told_of)


def test_pages_that_are_all_gone_are_told_where_their_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build").mkdir()
    monkeypatch.chdir(tmp_path)
    baseline = Baseline(
        [FindingEntry("a", "build/world/a.html", "placeholder-leak", "a leak")], file="kept/known.jsonl"
    )
    assert [note.rule for note in baseline.notes()] == ["unused-baseline-entry"]


def test_a_run_from_another_folder_says_nothing_of_pages_that_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build/a.html").touch()
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    entries = [FindingEntry(name, f"build/{name}.html", "placeholder-leak", "a leak") for name in ("a", "gone")]
    baseline = Baseline(entries, file=str(tmp_path / "known.jsonl"))
    baseline.mark(PageReport("x.html"))
    (note,) = baseline.notes()
    assert "build/gone.html" in note.text
    assert [entry.order for entry in baseline.pruned().entries] == [entries[0].order]
