"""The report in a real browser: with scripts and without, under a server's strict policy, hostile pages and all."""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import made_report as made
import pytest

from layoutcheck.report.html.options import HtmlOptions
from layoutcheck.report.html.reporter import write_report
from layoutcheck.report.html.safe import short_hash
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.triage import applied, read_triage

pytestmark = pytest.mark.browser

NOTE = "# x\n\n## Why it matters\n\nA reader who sees `{{ title }}` loses trust.\n"
STORY = "culture/2026/01/story-03.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [*made.newsroom(), made.dump()]
    sources = {page.uri: page.source.encode() for page in pages}
    folder = tmp_path_factory.mktemp("report")
    report = made.report(pages)
    write_report(report, folder / "site", HtmlOptions(pages=sources.get, history=folder / "runs.sqlite"))
    write_report(report, folder / "one.html", HtmlOptions(pages=sources.get))
    few = [*made.newsroom()[:5], made.arabic()]
    write_report(made.report(few), folder / "few.html", HtmlOptions(pages=sources.get))
    return folder


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = made.hostile()
    sources = {page.uri: page.source.encode("utf-8", "replace") for page in pages}
    folder = tmp_path_factory.mktemp("hostile")
    write_report(made.report(pages), folder / "site", HtmlOptions(pages=sources.get))
    write_report(made.report(pages), folder / "one.html", HtmlOptions(pages=sources.get))
    return folder


def page_of(uri: str) -> str:
    return f"site/p/{short_hash(uri)}.html"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_editor_goes_from_the_verdict_to_a_cause_to_a_page_to_its_evidence(
    visit: Any, site: Path, scripts: bool
) -> None:
    tab = visit(java_script_enabled=scripts).open(site / "site/index.html")
    assert tab.locator("h1").inner_text() == "14 new errors on 12 pages of 44"
    assert tab.locator(".stamp").inner_text() == "Failed"
    tab.locator(".cause .title a").first.click()
    assert "Shop.Models.Section?.Name?.ToUpper()" in tab.locator("h1").inner_text()
    assert tab.locator(".example").count() == 3
    assert tab.locator(".example mark").first.inner_text() == made.RAZOR
    assert tab.locator(".list tbody tr").count() == 14
    tab.locator(".list tbody a", has_text=STORY).click()
    assert tab.locator("h1").inner_text() == "Harbour story number 3 keeps the town awake"
    card = tab.locator(".finding:target")
    assert card.locator(".line.hit mark").inner_text() == made.RAZOR
    assert card.locator(".line.hit .no").inner_text() == "25"
    assert tab.locator(".outline .row.bad").count() == 2
    assert card.locator(".triage").is_visible() is scripts
    tab.locator(".preview a", has_text="on its own").click()
    assert tab.locator("mark").inner_text() == made.RAZOR
    assert tab.locator(".head-findings li").inner_text().endswith("{{ article.title }}")


def test_the_preview_in_its_frame_shows_the_mark_that_was_asked_for(visit: Any, site: Path) -> None:
    tab = visit().open(site / page_of(STORY))
    tab.locator(".to-preview").last.click()
    frame = tab.frame_locator("iframe[name=preview]")
    frame.locator("mark:target").wait_for()
    assert frame.locator("mark:target").inner_text() == made.RAZOR
    # Its style sheet came too, from the disk, in a frame without scripts.
    assert (
        frame.locator("mark:target").evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(249, 211, 205)"
    )


def test_it_is_whole_under_the_policy_that_jenkins_sends(visit: Any, site: Path) -> None:
    guest = visit()

    def serve(route: Any) -> None:
        path = site / "site" / route.request.url.split("?")[0].removeprefix("http://ci.example/")
        kinds = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript"}
        route.fulfill(
            body=path.read_bytes(), headers={"Content-Type": kinds[path.suffix], "Content-Security-Policy": made.STRICT}
        )

    guest.context.route("**/*", serve)
    tab = guest.tab
    tab.goto("http://ci.example/index.html")
    assert tab.locator("h1").is_visible()
    assert "Failed" in tab.locator(".stamp").inner_text()
    assert tab.locator("h1").evaluate("node => getComputedStyle(node).fontWeight") == "600"
    assert not any("inline style" in told or "data:" in told for told in guest.complaints)
    assert not tab.locator(".controls").is_visible()
    tab.goto(f"http://ci.example/{page_of(STORY).removeprefix('site/')}")
    assert not tab.locator("iframe").is_visible()
    tab.locator(".preview a", has_text="on its own").click()
    assert tab.locator("mark").evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(249, 211, 205)"


def test_a_view_is_filtered_sorted_kept_in_the_address_and_saved_as_csv(visit: Any, site: Path) -> None:
    guest = visit()
    tab = guest.open(site / "site/findings.html")
    tab.fill("#q", 'rule:placeholder !"article.title" is:new')
    tab.locator(".result", has_text="10 of 39 findings").wait_for()
    assert "#q=rule:placeholder" in tab.url
    tab.select_option("select[data-term=section]", "culture")
    tab.locator(".result", has_text="3 of 39 findings").wait_for()
    address = tab.url
    with tab.expect_download() as saved:
        tab.click("#csv")
    rows = list(csv.reader(io.StringIO(Path(saved.value.path()).read_text("utf-8-sig"))))
    assert [row[5] for row in rows] == ["rule", *["placeholder-leak"] * 3]
    assert rows[1][-1].endswith(f"#f-{rows[1][-1].rpartition('#f-')[2]}")
    again = guest.context.new_page()
    again.goto(address)
    again.locator(".result", has_text="3 of 39 findings").wait_for()
    again.locator("#results a").first.click()
    assert again.locator(".finding:target").count() == 1
    again.goto((site / "site/findings.html").as_uri() + "#q=sort:page")
    again.locator(".result", has_text="39 of 39").wait_for()
    told = again.locator("#results td bdi").all_inner_texts()
    assert told == sorted(told)
    assert not guest.complaints


def test_a_cell_of_the_heat_map_leads_to_its_findings(visit: Any, site: Path) -> None:
    tab = visit().open(site / "site/index.html")
    row = tab.locator(".heat tbody tr", has_text="malformed-dateline")
    row.locator("td a").first.click()
    tab.locator(".result", has_text="of 39").wait_for()
    assert tab.locator("select[data-term=rule]").input_value() == "malformed-dateline"
    assert tab.locator("select[data-term=section]").input_value() == "sport"


def test_a_rule_leads_to_its_causes_without_scripts(visit: Any, site: Path) -> None:
    tab = visit(java_script_enabled=False).open(site / "site/index.html")
    tab.locator(".heat tbody th a", has_text="placeholder-leak").click()
    assert tab.locator("h1").inner_text() == "placeholder-leak"
    assert tab.locator(".cause").count() == 3
    tab.locator(".example-at").first.click()
    assert tab.locator(".finding:target mark").count() == 1


def test_verdicts_are_kept_and_downloaded_as_a_file_for_the_baseline(visit: Any, site: Path) -> None:
    guest = visit()
    tab = guest.open(site / page_of(STORY))
    box = tab.locator(".finding .triage").last
    box.locator("button", has_text="False alarm").click()
    box.locator("input").fill("quoted on purpose, “really”")
    tab.goto((site / "site/causes.html").as_uri())
    tab.locator(".cause .title a").first.click()
    tab.locator(".page-head .triage button", has_text="Bug").click()
    assert tab.locator(".top nav a", has_text="Triage").inner_text() == "Triage (2)"
    tab.locator(".top nav a", has_text="Triage").click()
    with tab.expect_download() as saved:
        tab.click("#download")
    lines = [json.loads(line) for line in Path(saved.value.path()).read_text("utf-8").splitlines()]
    leak = next(page for page in made.newsroom() if page.uri == STORY).told["findings"][-1]
    cause = {"cause": leak["cause"], "verdict": "bug", "note": "", "rule": "placeholder-leak", "text": leak["text"]}
    single = {"fingerprint": leak["fingerprint"], "verdict": "false-alarm", "note": "quoted on purpose, “really”",
              "rule": "placeholder-leak", "uri": STORY, "text": leak["text"]}  # fmt: skip
    assert lines == [cause, single]
    baseline, counts = applied(Baseline(), read_triage(Path(saved.value.path())))
    assert counts == {"added": 1, "unknown": 1} and "false alarm: quoted on purpose" in baseline.text
    tab.goto((site / "site/findings.html").as_uri() + "#q=is:false-alarm")
    tab.locator(".result", has_text="1 of 39 findings").wait_for()
    tab.goto((site / "site/triage.html").as_uri())
    tab.get_by_role("button", name="Forget all marks").click()
    assert tab.locator("#marks").inner_text().startswith("Nothing is marked yet")


def test_keys_walk_open_search_explain_themselves_and_can_be_switched_off(visit: Any, site: Path) -> None:
    tab = visit().open(site / "site/index.html")
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    assert "article.title" in tab.evaluate("document.activeElement.textContent")
    tab.keyboard.press("k")
    tab.keyboard.press("o")
    tab.wait_for_url("**/c/*.html")
    tab.keyboard.press("?")
    assert tab.locator("dialog").is_visible()
    tab.locator("dialog input").uncheck()
    tab.keyboard.press("Escape")
    tab.locator("dialog").wait_for(state="hidden")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") not in ("q", "jump")


def test_a_link_to_a_finding_that_is_mended_says_so(visit: Any, site: Path) -> None:
    guest = visit()
    tab = guest.open(site / page_of(STORY), "#f-0123456789abcdef")
    assert tab.locator(".notice.lost").is_visible()
    tab = guest.open(site / "one.html", "#f-0123456789abcdef")
    assert (
        tab.locator(".notice.lost").inner_text().startswith("The finding that this link led to is not in this report")
    )


def test_a_ticket_is_markdown_that_page_text_cannot_break(visit: Any, attacked: Path) -> None:
    guest = visit(permissions=["clipboard-read", "clipboard-write"])
    uri = made.hostile()[0].uri
    tab = guest.open(attacked / page_of(uri))
    tab.locator("button.ticket").first.click()
    text = tab.evaluate("navigator.clipboard.readText()")
    assert text.startswith("### \\<script\\>")
    tab.locator(".finding button", has_text="Copy link").first.click()
    address = tab.locator(".finding").first.get_attribute("id")
    assert tab.evaluate("navigator.clipboard.readText()") == f"{tab.url}#{address}"
    assert "- Rule: placeholder-leak (error)" in text
    assert "MARK0" in text
    assert "- Selector: `<script>window.ran = 1</script>`" in text
    tab.evaluate("document.querySelector('.title').textContent = 'ping @desk and ``x``'")
    tab.locator("button.ticket").first.click()
    assert tab.evaluate("navigator.clipboard.readText()").startswith("### ``` ping @desk and ``x`` ```\n")


@lru_cache
def axe_script() -> str:
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_no_violation(visit: Any, site: Path, scheme: str, width: int) -> None:
    guest = visit(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    cause = next((site / "site/c").glob("*.html"))
    arabic = page_of(made.arabic().uri)
    names = [f"site/{name}.html" for name in ("index", "causes", "pages", "findings", "failures", "triage")]
    paths = [site / name for name in (*names, page_of(STORY), arabic, "few.html")]
    preview = site / page_of(STORY).replace("/p/", "/v/")
    rule = site / f"site/r/{short_hash('placeholder-leak')}.html"
    dump = site / f"site/v/{short_hash('world/dump.txt')}.html"
    for path in [*paths, cause, rule, preview, dump]:
        tab = guest.open(path)
        tab.evaluate(axe_script())
        found = tab.evaluate("axe.run(document, {iframes: false, resultTypes: ['violations']})")
        told = [
            (one["id"], one["nodes"][0]["html"][:200], one["nodes"][0]["failureSummary"]) for one in found["violations"]
        ]
        assert told == [], path
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.parametrize("form", ["site", "one.html"])
def test_nothing_of_a_hostile_page_runs_and_nothing_is_fetched(visit: Any, attacked: Path, form: str) -> None:
    guest = visit()
    every = sorted((attacked / form).rglob("*.html")) if form == "site" else [attacked / form]
    for path in every:
        tab = guest.open(path)
        if form != "site":
            tab.wait_for_timeout(300)
        assert tab.evaluate("[window.ran, document.body.innerText.length > 0]") == [None, True], path
        assert [frame.evaluate("window.ran") for frame in tab.frames[1:]] == [None] * len(tab.frames[1:])
    fetched = {url for url in guest.requests if not url.startswith("file://") and url != "about:srcdoc"}
    assert fetched == set()
    assert all(str(attacked) in url for url in guest.requests if url.startswith("file:"))
    assert [told for told in guest.complaints if "dialog" in told or "evil" in told] == []


def test_hostile_findings_are_searched_as_text(visit: Any, attacked: Path) -> None:
    guest = visit()
    tab = guest.open(attacked / "site/findings.html", "#q=script")
    tab.locator("#results tbody tr").first.wait_for()
    assert tab.locator("#results script, #results img, #results svg, #results iframe").count() == 0
    assert tab.evaluate("window.ran") is None


def test_the_one_file_searches_and_leads_to_its_own_anchors(visit: Any, site: Path) -> None:
    guest = visit()
    tab = guest.open(site / "one.html", "#q=is:known")
    tab.locator(".result", has_text="5 of 39 findings").wait_for()
    tab.locator("#results a").first.click()
    assert tab.locator(".finding:target mark").inner_text() == made.RAZOR
    assert guest.complaints == []
    assert {url.split("#")[0] for url in guest.requests} <= {(site / "one.html").as_uri(), "about:srcdoc"}


def test_printing_unfolds_what_is_folded(visit: Any, site: Path) -> None:
    tab = visit().open(site / page_of(STORY))
    tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.locator(".finding .paths").first.is_visible()
    assert not tab.locator(".top nav").is_visible()


def test_a_theme_is_chosen_and_remembered(visit: Any, site: Path) -> None:
    tab = visit().open(site / "site/index.html")
    button = tab.get_by_role("button", name="Theme")
    button.click()
    button.click()
    assert tab.locator("html").get_attribute("data-theme") == "dark"
    tab.goto((site / "site/pages.html").as_uri())
    assert tab.locator("html").get_attribute("data-theme") == "dark"
