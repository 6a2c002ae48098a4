"""The report's files: bounded, complete, the same every time, and nobody else's are touched."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import made_report as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layoutcheck.core.errors import UserError
from layoutcheck.core.finding import Cause, Failure, Finding, OutlinePart, PageReport, Place, RunFacts, Summary
from layoutcheck.core.severity import Severity
from layoutcheck.report.html import search, single
from layoutcheck.report.html import site as site_module
from layoutcheck.report.html.options import HtmlOptions
from layoutcheck.report.html.reporter import HtmlReporter, write_report
from layoutcheck.report.html.run import Run
from layoutcheck.report.html.safe import Redaction
from layoutcheck.sources.own_reports import OwnReports

SCHEMA = Path(__file__).parents[3] / "schemas/report.schema.json"


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def pages() -> list[made.Page]:
    return [*made.newsroom(), made.dump()]


@pytest.fixture(scope="module")
def report(pages: list[made.Page]) -> dict[str, Any]:
    return made.report(pages)


@pytest.fixture(scope="module")
def site(pages: list[made.Page], report: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    sources = {page.uri: page.source.encode() for page in pages}
    folder = tmp_path_factory.mktemp("site")
    write_report(report, folder / "r", HtmlOptions(pages=sources.get))
    return {name: body.decode() for name, body in files_of(folder / "r").items()}


def test_the_made_reports_follow_the_schema() -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    for pages in (made.newsroom(), made.hostile(), made.many(20, 50)):
        # An attack stands also where an id belongs; everything else is as a run writes it.
        validator.validate(made.report(pages))


def test_every_page_of_the_folder_is_strict_and_asks_for_nothing_outside(site: dict[str, str]) -> None:
    for name, text in site.items():
        if name.endswith(".html"):
            assert "Content-Security-Policy" in text.split("<title>")[0], name
            assert not re.search(r"<[^>]*\sstyle=", text), name
            assert "<style" not in text and "<script>" not in text and "data:" not in text, name
            assert not re.search(r"<[^>]*\son\w+=", text), name
            for address in re.findall(r'<(?:script|link|img|iframe)[^>]* (?:src|href)="([^"]*)"', text):
                assert "//" not in address, name
        elif name.endswith((".css", ".js")):
            assert "http:" not in text.replace("^https?:", "") and "@import" not in text and "url(" not in text, name


def test_every_link_within_the_folder_leads_somewhere(site: dict[str, str]) -> None:
    for name, text in site.items():
        if not name.endswith(".html"):
            continue
        ids = set(re.findall(r' id="([^"]*)"', text))
        assert len(ids) == len(re.findall(r' id="', text)), name
        for address in re.findall(r' (?:href|src)="([^"]+)"', text):
            if address.startswith("https://layoutcheck.dev/"):
                continue
            path, _, fragment = address.partition("#")
            target = str((Path("/") / name).parent.joinpath(path).resolve()).lstrip("/") if path else name
            assert target in site, (name, address)
            if fragment and not fragment.startswith("q="):
                assert f' id="{fragment}"' in site[target], (name, address)


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    pages = made.newsroom()[:6]
    report = made.report(pages)
    sources = {page.uri: page.source.encode() for page in pages}
    for name in ("a", "b", "a"):
        write_report(report, tmp_path / name, HtmlOptions(pages=sources.get, history=tmp_path / f"{name}.sqlite"))
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_a_link_to_a_finding_stays_the_same_when_the_page_changes_around_it(tmp_path: Path) -> None:
    before, after = (
        made.article("world/a.html", "One", leak=made.RAZOR),
        made.article("world/a.html", "One", leak=made.RAZOR, paragraphs=9),
    )
    names = []
    for number, page in enumerate((before, after)):
        made.add_leak(page)
        write_report(made.report([page]), tmp_path / str(number))
        folder = tmp_path / str(number)
        names.append(
            {
                (str(p.relative_to(folder)), *re.findall(r'id="(f-[^"]*)"', p.read_text("utf-8")))
                for p in folder.glob("p/*")
            }
        )
    assert names[0] == names[1]


def test_a_large_run_stays_within_the_budget_and_says_what_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_CHUNK", 25_000)
    write_report(made.report(made.many(30, 240)), tmp_path / "r")
    sizes = {name: len(body) for name, body in files_of(tmp_path / "r").items()}
    assert sizes["index.html"] < 150_000
    assert max(sizes.values()) < 1_000_000
    chunks = [name for name in sizes if name.startswith("data/findings-")]
    assert len(chunks) > 3 and max(sizes[name] for name in chunks) < 26_000
    assert "with new findings are above" in (tmp_path / "r/index.html").read_text("utf-8")
    assert "The 200 worst of 240 findings are shown" in (tmp_path / "r/findings.html").read_text("utf-8")


def test_the_first_screen_stays_small_however_long_the_words_are(tmp_path: Path) -> None:
    pages = []
    for n in range(45):
        page = made.Page(f"{'قسم' * 20}-{n % 12}/{n}.html", "", "اقتصاد" * 12 + f"-{n % 12}")
        place = {"line": 1, "column": 1, "end_line": 1, "end_column": 2, "where": "part " * 30}
        data = {"engine": "Jinja", "cause": "لأن " * 150, "fix": "`اسم` " * 150}
        page.add(f"rule-with-a-long-name-{n % 45}", "m", "كلمة " * 80, "error", place, cause=str(n), data=data)
        pages.append(page)
    write_report(made.report(pages), tmp_path / "r")
    assert (tmp_path / "r/index.html").stat().st_size < 150_000


def test_a_page_whose_findings_are_told_in_very_long_words_shows_fewer_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_module, "LARGEST_PAGE", 60_000)
    page = made.Page("world/long.html", "")
    for n in range(40):
        place = {"line": n + 1, "column": 1, "end_line": n + 1, "end_column": 2, "excerpt": "كلمة " * 40}
        page.add("filler-text", "m", "كلمة " * 80, "info", place, data={"cause": "كلمة " * 100})
    page.outline = [{"pointer": f"/teasers/0/tags/{n}", "text": "كلمة", "line": 1} for n in range(3000)]
    write_report(made.report([page]), tmp_path / "r")
    (path,) = (tmp_path / "r/p").iterdir()
    assert path.stat().st_size < 60_000
    text = path.read_text("utf-8")
    assert "The first 10 of 40 findings are shown" in text and "2,979 more lines" in text


def test_long_lists_come_in_parts_and_a_page_with_very_many_findings_says_what_it_shows(tmp_path: Path) -> None:
    page = made.Page("world/many.html", "")
    for n in range(1100):
        place = {"line": n + 1, "column": 1, "end_line": n + 1, "end_column": 2}
        page.add("filler-text", "m", f"filler {n}", "info", place)
    write_report(made.report([page]), tmp_path / "r")
    names = sorted(path.name for path in (tmp_path / "r/c").iterdir())
    assert len(names) == 3 and names[0].endswith("-2.html")
    assert "1,001 to 1,100 of 1,100" in (tmp_path / "r/c" / names[1]).read_text("utf-8")
    (path,) = (tmp_path / "r/p").iterdir()
    text = path.read_text("utf-8")
    assert "The first 150 of 1,100 findings are shown" in text and len(text) < 1_000_000


def test_of_pages_that_were_packed_everything_comes_back(pages: list[made.Page], report: dict[str, Any]) -> None:
    run = Run.of(report, Redaction(()))
    told = {page["uri"]: page for page in report["pages"]}
    for page in run.pages:
        assert page.opened == told[page.uri]
        assert [one.told for one in page.found] == told[page.uri]["findings"]


def test_without_sources_and_outlines_the_excerpts_are_shown_and_it_says_so(tmp_path: Path) -> None:
    page = made.article("world/a.html", "One", leak=made.RAZOR)
    made.add_leak(page)
    page.outline = []
    write_report(made.report([page]), tmp_path / "r")
    (path,) = (tmp_path / "r/p").iterdir()
    text = path.read_text("utf-8")
    assert f"<mark>{made.RAZOR}</mark>" in text
    assert (
        "sources were not at hand" in text
        and "holds no outline" in text
        and "The page’s source was not at hand" in text
    )


def _cards(folder: Path) -> list[str]:
    """The causes of the overview, as words."""
    text = (folder / "index.html").read_text("utf-8")
    cards = re.findall(r'<li class="cause item.*?</li>', text, re.DOTALL)
    return [re.sub(r"<[^>]+>", " ", card) for card in cards]


def test_a_cause_says_of_which_section_it_has_every_page_and_since_when(tmp_path: Path) -> None:
    def run(leaking: str, started: str) -> list[str]:
        told = []
        for section, number in (("world", 1), ("world", 2), ("sport", 3), ("sport", 4)):
            page = made.article(f"{section}/{number}.html", f"Story {number}", leak=made.RAZOR)
            if section in leaking:
                made.add_leak(page)
            told.append(page)
        made.add_double(told[0])
        options = HtmlOptions(history=tmp_path / "runs.sqlite")
        write_report(made.report(told, started=started), tmp_path / "r", options)
        return _cards(tmp_path / "r")

    assert not any("First seen" in card or "(every page" in card for card in run("", "2026-01-01T08:00:00+00:00"))
    doubled, leaked = sorted(run("world", "2026-01-02T08:00:00+00:00"), key=lambda card: "leak" in card)
    assert "(every page of world)" in leaked and "Seen for the first time" in leaked
    assert "(every page" not in doubled and "Seen for" not in doubled and "First seen" not in doubled
    (leaked,) = (card for card in run("world", "2026-01-03T08:00:00+00:00") if "leak" in card)
    assert "First seen on 2 January 2026, 08:00 UTC" in leaked
    (leaked,) = (card for card in run("world sport", "2026-01-04T08:00:00+00:00") if "leak" in card)
    assert "(every page" not in leaked and re.search(r"sport\s+2\)", leaked)


def test_what_the_run_says_of_itself_is_a_note_and_no_cause(tmp_path: Path) -> None:
    page = made.article("world/1.html", "Story 1", leak=made.RAZOR)
    made.add_leak(page)
    report = made.report([page])
    place = {"uri": "layoutcheck-baseline.jsonl", "line": 7, "column": 1, "end_line": 7, "end_column": 2}
    note = {
        "rule": "unused-baseline-entry", "message": "unused", "text": "the baseline knows what is no more",
        "severity": "info", "known": False, "place": place, "cause": "c0ffee", "data": {},
    }  # fmt: skip
    report["notes"].append(note)
    said = {key: note[key] for key in ("rule", "message", "text", "severity", "data")}
    counts = {"where": "", "findings": 1, "known": 0, "pages": 0, "sections": {}, "examples": [place]}
    report["causes"].append({"id": "c0ffee", **said, **counts})
    write_report(report, tmp_path / "r")
    assert len(_cards(tmp_path / "r")) == 1
    overview = (tmp_path / "r/index.html").read_text("utf-8")
    assert "unused-baseline-entry · layoutcheck-baseline.jsonl:7" in overview
    assert not any("no more" in path.read_text("utf-8") for path in (tmp_path / "r/c").iterdir())
    alone = {**made.report([made.article("world/1.html", "Story 1")], exit_code=1), "notes": [note]}
    write_report(alone, tmp_path / "alone")
    assert "No page, but 1 note about" in (tmp_path / "alone/index.html").read_text("utf-8")


def test_a_page_that_has_changed_since_the_check_is_not_quoted_at_wrong_places(tmp_path: Path) -> None:
    page = made.article("world/a.html", "One", leak=made.RAZOR)
    made.add_leak(page)
    other = page.source.replace(made.RAZOR, "WORLD").encode()
    write_report(made.report([page]), tmp_path / "r", HtmlOptions(pages={page.uri: other}.get))
    (path,) = (tmp_path / "r/p").iterdir()
    text = path.read_text("utf-8")
    assert "no longer the page that was checked" in text and f"<mark>{made.RAZOR}</mark>" in text


@pytest.mark.parametrize("target", ["r", "one.html"])
def test_a_report_whose_causes_and_findings_do_not_fit_is_shown_as_far_as_it_goes(tmp_path: Path, target: str) -> None:
    page = made.article("world/a.html", "One", leak=made.RAZOR)
    made.add_leak(page)
    report = made.report([page])
    report["causes"][0]["rule"] = "renamed"
    report["causes"].append({**report["causes"][0], "id": "0123456789abcdef", "where": ""})
    write_report(report, tmp_path / target)
    path = tmp_path / target
    assert "renamed" in (path / "index.html" if path.is_dir() else path).read_text("utf-8")


def test_nothing_checked_is_no_success(tmp_path: Path) -> None:
    write_report(made.report([]), tmp_path / "r")
    assert "Nothing was checked" in (tmp_path / "r/index.html").read_text("utf-8")


def test_redaction_blacks_out_every_trace(tmp_path: Path) -> None:
    page = made.article(
        "world/secret-name.html",
        "Anna Karlsen speaks",
        leak="{{ Anna Karlsen }}",
        body="<p>Anna <b>Kar</b>lsen and An&#110;a Karlsen</p>",
    )
    made.add_leak(page, "{{ Anna Karlsen }}")
    page.outline[0]["text"] = "Anna Karlsen speaks"
    report = made.report([page])
    report["run"]["command"].append("Anna Karlsen")
    pattern = r"(?i)anna\s+karlsen|secret-name"
    write_report(report, tmp_path / "r", HtmlOptions(pages={page.uri: page.source.encode()}.get, redact=[pattern]))
    write_report(
        report, tmp_path / "one.html", HtmlOptions(pages={page.uri: page.source.encode()}.get, redact=[pattern])
    )
    told = [*files_of(tmp_path / "r").items(), ("one", (tmp_path / "one.html").read_bytes())]
    for name, body in told:
        text = body.decode()
        assert not re.search(r"Karlsen|lsen|Karl|secret-name", text), name
    assert "█" in (tmp_path / "r/index.html").read_text("utf-8")


def test_a_broken_redaction_pattern_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no regular expression"):
        write_report(made.report([]), tmp_path / "r", HtmlOptions(redact=["("]))


def test_one_file_shows_the_worst_of_very_many_findings_and_says_so_and_may_be_forced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = made.report(made.newsroom())
    total = sum(len(page["findings"]) for page in report["pages"])

    def shown(name: str, **options: bool) -> str:
        write_report(report, tmp_path / name, HtmlOptions(**options))
        return (tmp_path / name).read_text("utf-8")

    whole = shown("whole.html")
    assert "too many for one file" not in whole
    monkeypatch.setattr(single, "MOST_FINDINGS", 6)
    cut = shown("cut.html")
    assert f"{total} findings are too many for one file. It shows every cause and the" in cut
    assert f"worst of {total} findings" in cut and re.search(r"1 to \d+ of \d+", cut)
    assert 6 <= cut.count('class="finding ') < whole.count('class="finding ')
    figures = re.search(r'<div class="figures">.*?</div>', whole, re.DOTALL)
    assert figures and figures[0] in cut  # what is counted is counted whole
    assert cut.count('<div class="view" id="c-') == whole.count('<div class="view" id="c-')
    ids = set(re.findall(r' id="([^"]*)"', cut))
    assert all(to in ids or to.startswith("q=") for to in re.findall(r' href="#([^"]*)"', cut))
    assert "too many for one file" not in shown("forced.html", force=True)


def test_one_file_that_grows_too_large_shows_fewer_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single, "FEWEST", 4)
    report = made.report(made.newsroom())
    write_report(report, tmp_path / "whole.html")
    size = (tmp_path / "whole.html").stat().st_size
    monkeypatch.setattr(single, "LARGEST", size * 4 // 5)
    write_report(report, tmp_path / "cut.html")
    assert (tmp_path / "cut.html").stat().st_size <= size * 4 // 5
    assert "too many for one file" in (tmp_path / "cut.html").read_text("utf-8")


def test_one_file_holds_a_few_previews(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single, "MOST_PREVIEWS", 2)
    pages = [made.article(f"world/{n}.html", "One", leak=made.RAZOR) for n in range(4)]
    for page in pages:
        made.add_leak(page)
    write_report(
        made.report(pages),
        tmp_path / "one.html",
        HtmlOptions(pages={page.uri: page.source.encode() for page in pages}.get),
    )
    text = (tmp_path / "one.html").read_text("utf-8")
    assert text.count("<iframe ") == 2
    assert text.count("Previews are made of the worst pages only") == 2


def test_one_file_allows_nothing_but_its_own_style_and_script(tmp_path: Path, report: dict[str, Any]) -> None:
    write_report(report, tmp_path / "one.html")
    text = (tmp_path / "one.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy and "default-src &#39;none&#39;" in policy[1] and "unsafe" not in policy[1]
    assert text.count("<script>") == 1 and "<link" not in text
    ids = re.findall(r' id="([^"]*)"', text)
    assert sorted(ids) == sorted(set(ids))
    for fragment in re.findall(r' href="#([^"]*)"', text):
        assert fragment in ids or fragment.startswith("q="), fragment


def test_each_page_of_a_report_says_that_it_is_one(tmp_path: Path, report: dict[str, Any]) -> None:
    write_report(report, tmp_path / "r")
    write_report(report, tmp_path / "one.html")
    for file in tmp_path.rglob("*.html"):
        assert OwnReports().is_one(file), file


def test_a_new_report_takes_the_old_ones_files_away_and_no_others(tmp_path: Path, report: dict[str, Any]) -> None:
    write_report(report, tmp_path / "r")
    (tmp_path / "r/notes.txt").write_text("mine")
    write_report(made.report(made.newsroom()[:4]), tmp_path / "r")
    listed = set((tmp_path / "r/layoutcheck-report.txt").read_text("utf-8").split("\n")) - {""}
    assert set(files_of(tmp_path / "r")) == listed | {"notes.txt", "layoutcheck-report.txt"}
    assert len(list((tmp_path / "r/p").iterdir())) < 5


def test_a_folder_with_a_site_of_its_own_is_not_written_to(tmp_path: Path, report: dict[str, Any]) -> None:
    (tmp_path / "index.html").write_text("my site")
    with pytest.raises(UserError, match="no report of layoutcheck"):
        write_report(report, tmp_path)
    assert files_of(tmp_path) == {"index.html": b"my site"}


def test_a_report_that_cannot_be_made_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_report(made.report(made.newsroom()[:4]), tmp_path / "r")
    before = files_of(tmp_path / "r")
    write_bytes, count = Path.write_bytes, iter(range(100_000))

    def full(path: Path, data: bytes) -> int:
        if next(count) > 12:
            raise OSError(28, "No space left on device")
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UserError, match="no space left on device"):
        write_report(made.report(made.newsroom()[:6]), tmp_path / "r")
    assert files_of(tmp_path / "r") == before


def test_a_run_that_streams_gives_the_same_report_as_its_json(tmp_path: Path) -> None:
    place = Place("world/a.html", 3, 5, 3, 9, where="label", excerpt="{{ x }}")
    finding = Finding("placeholder-leak", "leak", "leaked", Severity.ERROR, place, fingerprint="ab" * 8, cause="cd" * 8)
    facts = RunFacts("0.1.0", ("layoutcheck",), "article", "", "error", "")
    summary = Summary(pages=3, clean=1, failed=1, error=1, failures=1)
    cause = Cause(
        "cd" * 8, "placeholder-leak", "leak", "leaked", Severity.ERROR, "label", {}, 1, 0, 1, {"world": 1}, [place]
    )
    reporter = HtmlReporter(tmp_path / "r")
    reporter.start(facts)
    reporter.page(
        PageReport("world/a.html", (finding,), section="world", outline=(OutlinePart("/headline", "Big", 2),))
    )
    reporter.page(PageReport("world/b.html", section="world"))
    reporter.page(PageReport("world/c.html", failures=(Failure("world/c.html", "empty"),), section="world"))
    reporter.finish(summary, [cause], [], 1)
    index = (tmp_path / "r/index.html").read_text("utf-8")
    assert "1 error on 1 page of 3" in index
    assert (tmp_path / "r/data/clean-pages-1.txt").read_text("utf-8") == "world/b.html\n"


def _spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(spot for key, part in inner for spot in _spots(part, (*path, key)))]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_broken_report_is_told_as_such_and_breaks_nothing(data: st.DataObject, tmp_path: Path) -> None:
    page = made.article("world/a.html", "One", leak=made.RAZOR, paragraphs=1)
    made.add_leak(page)
    made.add_double(page)
    report = made.report([page])
    spot = data.draw(st.sampled_from(_spots(report)[1:]))
    parent = report
    for step in spot[:-1]:
        parent = parent[step]
    value = data.draw(st.sampled_from([..., None, [], {}, "", "x\ud800", -1, 10**30, 1.5, True, ["x"], {"x": []}]))
    if value is ...:
        del parent[spot[-1]]
    else:
        parent[spot[-1]] = value
    try:
        write_report(report, tmp_path / "r", HtmlOptions(pages={page.uri: page.source.encode()}.get))
    except UserError as error:
        assert "broken at /" in str(error)


def test_the_sample_report_names_the_command_that_builds_it() -> None:
    folder = Path(__file__).parents[3] / "samples/report"
    assert "--output-format html=samples/report/report.html" in (folder / "README.md").read_text("utf-8")
    text = (folder / "report.html").read_text("utf-8")
    assert "html=samples/report/report.html" in text and len(text) < 600_000
    ours = {path.parent.name for path in (folder.parent / "pages").glob("*/page.*")}
    assert set(re.findall(r"samples/pages/([\w-]+)/page", text)) <= ours
