"""The pieces of the report: evidence, wireframe, preview, words, and what keeps hostile content harmless."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import made_report as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.report.html.card import Background
from layoutcheck.report.html.catalogue import Catalogue
from layoutcheck.report.html.environment import code, environment
from layoutcheck.report.html.evidence import Source
from layoutcheck.report.html.heat import heat
from layoutcheck.report.html.outline import outline, part_name
from layoutcheck.report.html.preview import preview
from layoutcheck.report.html.ranking import OF_ONE_RULE, Rest, ranking
from layoutcheck.report.html.rule_note import rule_note
from layoutcheck.report.html.run import Run
from layoutcheck.report.html.safe import Redaction, csv_cell, shown, web_address
from layoutcheck.report.html.search import csv_chunks, script_safe
from layoutcheck.report.html.source import page_files, parsed, source_text
from layoutcheck.report.html.verdict import verdict

HTML = Path(__file__).parents[3] / "src/layoutcheck/report/html"


def run_of(*pages: made.Page) -> Run:
    return Run.of(made.report(list(pages)), Redaction(()))


def test_evidence_is_the_marked_line_with_two_lines_around_and_no_common_indent() -> None:
    page = made.article("a.html", "One", leak=made.RAZOR)
    made.add_leak(page)
    told = Source(page.source).evidence(page.findings[0]["place"])
    assert [line.number for line in told.lines] == [23, 24, 25, 26, 27]
    (hit,) = [line for line in told.lines if line.marked]
    assert [piece.text for piece in hit.pieces if piece.marked] == [made.RAZOR]
    assert told.lines[0].pieces[0].text.startswith("<aside>")


def test_a_minified_line_is_cut_around_the_mark() -> None:
    source = "<p>" + "x" * 5000 + "{{ leak }}" + "y" * 5000
    place = {"line": 1, "column": 5004, "end_line": 1, "end_column": 5014, "excerpt": "{{ leak }}"}
    (line,) = Source(source).evidence(place).lines
    assert line.cut_before and line.cut_after
    assert "".join(piece.text for piece in line.pieces) == "x" * 90 + "{{ leak }}" + "y" * 90


def test_a_long_stretch_shows_its_first_lines_and_counts_the_rest() -> None:
    source = "\n".join(f"line {n}" for n in range(1, 31))
    told = Source(source).evidence(
        {"line": 5, "column": 1, "end_line": 20, "end_column": 8, "excerpt": "line 5 line 6"}
    )
    assert told.hidden_lines == 10
    assert sum(line.marked for line in told.lines) == 6


@given(st.text(max_size=300), st.integers(1, 9), st.integers(1, 99), st.integers(0, 5), st.integers(1, 99))
def test_any_place_in_any_source_has_evidence(text: str, line: int, column: int, lines: int, end: int) -> None:
    place = {"line": line, "column": column, "end_line": line + lines, "end_column": end, "excerpt": ""}
    told = Source(text).evidence(place)
    assert all(piece.text in text for one in told.lines for piece in one.pieces)


def test_a_line_of_arabic_reads_from_right_to_left_its_tags_in_one_piece() -> None:
    page = made.arabic()
    told = Source(page.source).evidence(page.findings[0]["place"])
    (hit,) = [line for line in told.lines if line.marked]
    assert hit.rtl
    filters = environment(Catalogue()).filters
    assert '<bdi dir="ltr">&lt;b&gt;</bdi>' in filters["visible"](hit.pieces[0].text, True)


def test_the_wireframe_groups_parts_marks_bad_ones_and_says_what_is_missing() -> None:
    page = made.article("a.html", "One", leak=made.RAZOR, paragraphs=8)
    made.add_leak(page)
    made.add_meta_leak(page)
    page.add(
        "missing-byline",
        "missing",
        "no byline",
        "warning",
        {**page.place("OSTHAVEN"), "pointer": "/byline", "excerpt": ""},
    )
    shape = outline(run_of(page).pages[0])
    assert [block.label for block in shape.blocks] == [
        "meta og:title",
        "headline",
        "dateline",
        "body",
        "teaser 1",
        "teaser 2",
        "teaser 3",
    ]
    assert [row.label for row in shape.missing] == ["byline"]
    body, teaser = shape.blocks[3], shape.blocks[4]
    assert (len(body.rows), body.folded) == (2, 6)
    assert [(row.label, len(row.found)) for row in teaser.rows] == [("label", 1), ("headline", 0)]


def test_the_wireframe_of_a_dump_finds_its_doubled_line() -> None:
    shape = outline(run_of(made.dump()).pages[0])
    assert [block.label for block in shape.blocks if block.found] == ["teaser 1"]


def test_what_is_missing_is_a_gap_and_leaves_the_part_it_was_looked_for_at_alone() -> None:
    page = made.article("a.html", "One")
    title = {**page.place("One"), "pointer": "/headline", "where": "headline"}
    page.add("missing-date", "demanded", "the date is missing", "warning", title)
    teaser = {**page.place("Ferry timetable changes"), "pointer": "/teasers/1", "where": "second teaser"}
    page.add("page-structure", "missing", "url is missing", "error", teaser, data={"part": "url"})
    shape = outline(run_of(page).pages[0])
    assert [row.label for row in shape.missing] == ["date"]
    (bad,) = [block for block in shape.blocks if block.found]
    assert bad.label == "teaser 2"
    assert [row.label for row in bad.rows if row.gap] == ["url"]


def test_the_wireframe_draws_no_text_twice_and_no_address_with_nothing_wrong() -> None:
    page = made.article("a.html", "One")
    page.outline[1:2] = [
        {"pointer": "/dateline", "text": "OSTHAVEN", "line": 12},
        {"pointer": "/dateline/text", "text": "OSTHAVEN", "line": 12},
        {"pointer": "/dateline/place", "text": "OSTHAVEN", "line": 12},
        {"pointer": "/teasers/0/url", "text": "/s/1", "line": 20},
    ]
    page.add("malformed-dateline", "no-source", "x", "error", {**page.place("OSTHAVEN"), "pointer": "/dateline/text"})
    shape = outline(run_of(page).pages[0])
    dateline = next(block for block in shape.blocks if block.kind == "dateline")
    assert [(row.label, len(row.found)) for row in dateline.rows] == [("", 1), ("place", 0)]
    assert all(row.label != "url" for block in shape.blocks for row in block.rows)


def test_the_wireframe_gathers_what_only_machines_are_told_unless_it_is_wrong() -> None:
    page = made.article("a.html", "One")
    page.outline[:0] = [
        {"pointer": f"/{name}", "text": name, "line": line}
        for line, name in enumerate(("language", "title", "canonical"), 2)
    ]
    page.add("machine-value", "m", "x", "warning", {**page.place("One"), "pointer": "/title"})
    shape = outline(run_of(page).pages[0])
    assert [block.kind for block in shape.blocks][:3] == ["data", "title", "headline"]
    assert [row.label for row in shape.blocks[0].rows] == ["language", "canonical"]


def test_the_line_that_the_report_keeps_stands_in_for_a_source_that_is_not_at_hand() -> None:
    place = {"line": 7, "column": 104, "end_line": 7, "end_column": 108, "excerpt": "leak"}
    told = Source(None).evidence(place, snippet={"text": "before leak behind", "column": 97})
    assert told.lines[0].cut_before and not told.lines[0].cut_after
    assert [(piece.text, piece.marked) for piece in told.lines[0].pieces] == [
        ("before ", False), ("leak", True), (" behind", False),
    ]  # fmt: skip
    elsewhere = Source(None).evidence(place, snippet={"text": "another line", "column": 400})
    assert [piece.text for piece in elsewhere.lines[0].pieces] == ["leak"]


def test_the_preview_of_a_dump_marks_its_places() -> None:
    page = made.dump()
    tree = parsed(page.uri, page.source.encode())
    assert tree is not None
    copy = preview(tree, run_of(page).pages[0].found, Catalogue(), Redaction(()))
    assert copy.unseen == ()
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", copy.body) == ["Council votes on the new bridge"]


def test_the_first_screen_has_room_for_more_than_one_rule() -> None:
    pages = []
    for n in range(30):
        page = made.Page(f"world/{n}.html", "")
        place = {"line": 1, "column": 1, "end_line": 1, "end_column": 2}
        page.add("mojibake", "m", f"word {n} was read wrong", "error", place, cause=str(n))
        page.add("filler-text", "m", "filler", "warning", place)
        pages.append(page)
    rows = ranking(run_of(*pages).fresh_roots).rows
    assert [row.rule for row in rows] == ["mojibake"] * (OF_ONE_RULE + 1) + ["filler-text"]
    rest = rows[OF_ONE_RULE]
    assert isinstance(rest, Rest) and (rest.causes, rest.pages) == (30 - OF_ONE_RULE, 30 - OF_ONE_RULE)


@pytest.mark.parametrize(
    ("known", "fail_on", "code", "sentence", "reason"),
    [
        (False, "error", 1, "1 error on 1 page of 3", "Errors fail this run."),
        (True, "error", 1, "1 new error on 1 page of 3", "Errors that the baseline does not know fail this run."),
        (False, "warning", 1, "1 error and 1 warning on 2 pages of 3", "Errors and warnings fail this run."),
        (False, "never", 0, "1 error and 1 warning on 2 pages of 3", "Findings never fail this run."),
    ],
)
def test_the_verdict_counts_what_failed_the_run(
    known: bool, fail_on: str, code: int, sentence: str, reason: str
) -> None:
    pages = [made.article(f"world/{n}.html", "One", leak=made.RAZOR) for n in range(3)]
    made.add_leak(pages[0])
    made.add_dateline(pages[1])
    if known:
        made.add_leak(pages[2], known=True)
    told = made.report(pages, exit_code=code)
    told["run"]["fail_on"] = fail_on
    run = Run.of(told, Redaction(()))
    found = verdict(run, Catalogue())
    assert (found.sentence, found.reason) == (sentence, reason)
    assert found.reach == f"In all: 2 {'new ' if known else ''}findings on 2 pages, from 2 causes."
    assert found.tone == ("fail" if code else "open")


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_the_verdict_says_that_what_could_not_be_checked_failed_the_run(fail_on: str) -> None:
    page, broken = made.article("world/a.html", "One"), made.Page("world/b.html", "")
    made.add_dateline(page)
    broken.failures.append({"uri": "world/b.html", "rule": None, "text": "the page is empty"})
    told = made.report([page, broken], exit_code=1)
    told["run"]["fail_on"] = fail_on
    found = verdict(Run.of(told, Redaction(())), Catalogue())
    assert (found.sentence, found.reason) == (
        "1 warning on 1 page of 2", "What could not be checked fails this run."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/teasers/0/headline", ("teaser 1", "headline")),
        ("/body/2", ("paragraph 3",)),
        ("/lead_picture/alt", ("lead picture", "alt")),
    ],
)
def test_pointers_are_told_in_words(pointer: str, words: tuple[str, ...]) -> None:
    assert part_name(pointer) == words


def test_a_preview_keeps_words_and_structure_and_marks_places_across_elements() -> None:
    page = made.Page(
        "a.html",
        "<html dir=rtl lang=ar><body><nav><a href=/x>World</a></nav><h1 onclick=x()>Big <i>story</i></h1><p hidden>gone</p><img src=/a.jpg alt='{{ alt }}'><p>Hello {{ <b>na</b>me }} there",
    )
    page.add("placeholder-leak", "a", "alt leak", "error", page.place("{{ alt }}"))
    page.add("placeholder-leak", "b", "leak", "error", page.place("{{ <b>na</b>me }}"))
    run = run_of(page)
    tree = parsed(page.uri, page.source.encode())
    assert tree is not None
    copy = preview(tree, run.pages[0].found, Catalogue(), Redaction(()))
    assert (copy.direction, copy.lang, copy.unseen) == ("rtl", "ar", ())
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", copy.body) == ["{{ ", "na", "me }}"]
    assert "<h1>Big <i>story</i></h1>" in copy.body
    assert "gone" not in copy.body and "onclick" not in copy.body and "href" not in copy.body and "src" not in copy.body
    assert '<details class="region"><summary>nav, 1 word</summary>' in copy.body
    assert '<b>alt</b> {{ alt }}</span><span class="picture">{{ alt }}</span>' in copy.body


def test_only_known_elements_without_attributes_come_through_a_preview() -> None:
    allowed = re.compile(r"</?(?:h[1-6]|p|ul|ol|li|div|span|mark|details|summary|b|i|table|tbody|tr|td|pre|br|hr)[ >]")
    for page in made.hostile():
        tree = parsed(page.uri, page.source.encode("utf-8", "replace"))
        assert tree is not None
        copy = preview(tree, run_of(page).pages[0].found, Catalogue(), Redaction(()))
        for tag in re.findall(r"<[^>]*>?", copy.body):
            assert allowed.match(tag), tag
            names = re.findall(r'([a-z-]+)="[^"]*"', tag)
            assert set(names) <= {"class", "id", "title", "dir", "lang", "data-is"}, tag


def test_a_preview_of_endless_nesting_and_length_ends_and_says_so() -> None:
    for source in ("<div>" * 20_000 + "deep", "<p>" + "word " * 200_000):
        tree = parsed("a.html", source.encode())
        assert tree is not None
        copy = preview(tree, [], Catalogue(), Redaction(()))
        assert len(copy.body) < 1_100_000
        assert copy.cut is (source[1] == "p")


def test_control_and_bidi_characters_are_written_out_and_joiners_left_alone() -> None:
    assert shown(made.BIDI) == "safe⟨U+202E⟩txt.exe⟨U+202C⟩⟨U+200B⟩"
    assert shown("می\u200cخواهم 👩\u200d🚀 שלום\u200f") == "می\u200cخواهم 👩\u200d🚀 שלום\u200f"
    assert shown("\ud800\x00\x1b") == "⟨U+D800⟩⟨U+0000⟩⟨U+001B⟩"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", ""),
        (" https://example.org", ""),
        ("java\nscript:x", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("https://[", ""),
        ("https://e\u202ex.org", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_are_linked(text: object, address: str) -> None:
    assert web_address(text) == address


@given(st.text(max_size=60))
def test_a_csv_cell_comes_back_whole_and_is_never_a_formula(text: str) -> None:
    cell = csv_cell(text)
    ((back,),) = list(csv.reader(io.StringIO(cell, newline=""))) or [("",)]
    assert back.removeprefix("'") == shown(text).removeprefix("'") or back == shown(text)
    assert not back.startswith(tuple("=+-@\t\r＝＋－＠"))


@given(st.text(max_size=60))
def test_data_for_scripts_holds_nothing_that_ends_a_script(text: str) -> None:
    assert not re.search(r"[<>&\u2028\u2029]", script_safe([text, {"k": text}]))


def test_csv_holds_every_finding() -> None:
    run = run_of(*made.newsroom())
    (text,) = csv_chunks(run)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == sum(len(page.found) for page in run.pages)
    assert {row["known"] for row in rows} == {"new", "known"}


def test_the_heat_map_counts_pages_and_sums_up_small_sections() -> None:
    table = heat(run_of(*made.many(300, 450)))
    assert len(table.sections) == 8 and table.others == 15
    row = table.rows[0]
    assert sum(cell.pages for cell in row.cells) == row.whole.pages
    assert row.whole.of == 300


def test_every_word_of_the_report_is_in_the_catalogue_and_every_word_there_is_said() -> None:
    say = Catalogue()
    text = "".join(path.read_text("utf-8") for path in [*HTML.glob("templates/*"), *HTML.glob("*.py")])
    script = (HTML / "assets/report.js").read_text("utf-8")
    used = set(re.findall(r"""say\(["']([a-z_.A-Z-]+)["']""", text))
    used |= set(re.findall(r"""["'](preview\.[a-z_]+)["']""", text)) - {"preview.css", "preview.html"}
    assert {key for key in used if not key.endswith(".")} <= say.keys
    said = {f"js.{key}" for key in re.findall(r"""say\(\(?["']([a-z_.-]+)["']""", script) if not key.endswith(".")}
    assert said <= say.keys
    prefixes = (
        "date.month.",
        "severity.",
        "state.",
        "count.",
        "nav.",
        "verdict.",
        "reason.",
        "js.",
        "number.group",
        "preview.",
    )
    assert {key for key in say.keys if not key.startswith(prefixes)} <= used | set(re.findall(r'"([a-z_.]+)"', text))


def test_a_text_with_a_value_missing_is_no_text() -> None:
    say = Catalogue()
    with pytest.raises(KeyError):
        say("card.at", line=1)
    assert say("card.at", line="<b>", column="\u202e") == "line &lt;b&gt;, column ⟨U+202E⟩"
    assert say("cause.findings", 1) == "1 finding" and say("cause.findings", 1234) == "1,234 findings"


def test_a_rules_page_gives_its_reasons() -> None:
    note = rule_note("sum", "# leak\n\n## Why it matters\n\nIt is `bad` <b>.\n\nSee [docs](https://x).\n\n## Bad\n\nno")
    assert [str(paragraph) for paragraph in note.paragraphs] == ["It is <code>bad</code> &lt;b&gt;.", "See docs."]


def test_background_reads_whatever_the_data_holds() -> None:
    told = Background.of({"engines": ["A", "B"], "template": {"file": "x.html", "line": 3}, "fix": None, "cause": 7})
    assert (told.engines, told.template, told.fix, told.cause) == ("A, B", "x.html:3", "", "7")


def test_pages_are_read_below_their_folder_only(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_bytes(b"<p>a")
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "site/link").symlink_to(tmp_path / "secret")
    read = page_files(tmp_path / "site")
    assert read("a.html") == b"<p>a"
    assert [
        read(uri) for uri in ("../secret", str(tmp_path / "secret"), "link", "-", "", "https://x/a.html", "a\0", "none")
    ] == [None] * 8


def test_a_source_is_decoded_as_its_lines_were_counted() -> None:
    assert source_text("a.html", "a\r\nbé\r".encode()) == "a\nbé\n"
    assert (
        source_text("a.html", b'<meta charset="windows-1254"><p>T\xfcrkiye \xdd')
        == '<meta charset="windows-1254"><p>Türkiye İ'
    )
    assert source_text("a.txt", "\ufeffhéad".encode("utf-16")) is not None


def test_backticks_of_a_template_literal_belong_to_the_code() -> None:
    told = code("build it when there is one: slug ? `/news/${slug}` : null, or use `None`")
    assert "<code>`/news/${slug}`</code>" in told and "<code>None</code>" in told
