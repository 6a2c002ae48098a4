"""HTML reports as a user makes them: with the run, from its JSON, over several runs, with words blacked out."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from layoutcheck.cli import run

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Harbour wall to be raised</title></head>
<body><main><article>
  <h1>Harbour wall to be raised</h1>
  <p>OSTHAVEN (AP) - The council voted on Monday to raise the wall by a metre.</p>
  <p>Anna Karlsen of the harbour office said that {{ article.quote }} before the storms.</p>
</article></main></body></html>
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["layoutcheck", "check", "site"])
    (tmp_path / "site/world").mkdir(parents=True)
    (tmp_path / "site/world/wall.html").write_text(PAGE)
    (tmp_path / "site/world/good.html").write_text(PAGE.replace("{{ article.quote }}", "work begins"))
    return tmp_path


def check(*more: str) -> int:
    return run(["check", "site", "--no-config", "--workers", "1", *more])


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_report_of_the_json_is_the_report_of_the_run(site: Path) -> None:
    assert check("-o", "html=a", "-o", "html=a.html", "-o", "json=run.json", "--outline") == 1
    assert run(["report", "run.json", "b"]) == 0
    assert run(["report", "run.json", "b.html"]) == 0
    assert files_of(site / "a") == files_of(site / "b")
    assert (site / "a.html").read_bytes() == (site / "b.html").read_bytes()
    index = (site / "a/index.html").read_text("utf-8")
    assert "site/world/wall.html" in index and "on 1 page of 2" in index


def test_far_from_its_pages_a_report_shows_the_lines_that_its_json_keeps(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check("-o", "json=run.json")
    (site / "far").mkdir()
    monkeypatch.chdir(site / "far")
    assert run(["report", "../run.json", "out"]) == 0
    (page,) = (site / "far/out/p").iterdir()
    text = page.read_text("utf-8")
    assert "said that <mark>{{ article.quote }}</mark> before the storms" in text
    assert "sources were not at hand" in text


def test_runs_that_share_a_history_tell_what_is_gone(site: Path) -> None:
    check("-o", "html=r", "--history", "runs.sqlite")
    (site / "site/world/wall.html").write_text(PAGE.replace("{{ article.quote }}", "work begins"))
    assert check("-o", "html=r", "--history", "runs.sqlite") == 0
    index = (site / "r/index.html").read_text("utf-8")
    assert "Gone since the pages were last checked" in index and "each of the last 2 runs" in index
    assert list((site / "r/p").iterdir()) == []


def test_a_run_over_a_part_of_the_site_leaves_the_rest_as_it_was(site: Path) -> None:
    check("-o", "html=r", "--history", "runs.sqlite")
    run(["check", "site/world/good.html", "--no-config", "-o", "html=r", "--history", "runs.sqlite"])
    index = (site / "r/index.html").read_text("utf-8")
    assert "0 went and 0 came. 1 page was not checked this time and counts as it was." in index
    assert "Gone since" not in index and "<td>1 of 2</td>" in index
    (site / "site/world/wall.html").unlink()
    check("-o", "html=r", "--history", "runs.sqlite")
    index = (site / "r/index.html").read_text("utf-8")
    assert "0 went and 0 came. 1 more went with its page." in index and "not checked" not in index


def test_a_verdict_of_the_triage_file_is_known_in_the_next_report(site: Path) -> None:
    check("-o", "json=run.json")
    (page,) = [page for page in json.loads((site / "run.json").read_text("utf-8"))["pages"] if page["findings"]]
    lines = [
        {"fingerprint": finding["fingerprint"], "verdict": "accepted", "note": "quoted", "rule": finding["rule"]}
        for finding in page["findings"]
    ]
    (site / "triage.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert run(["baseline", "apply", "triage.jsonl", "-b", "known.jsonl"]) == 0
    assert check("-b", "known.jsonl", "-o", "html=r") == 0
    assert f"{len(lines)} finding" in (site / "r/index.html").read_text("utf-8")


def test_pages_are_named_as_readers_know_them_and_their_sources_found_all_the_same(site: Path) -> None:
    check("-o", "html=r", "--strip-prefix", "site/", "--path-prefix", "https://www.example.org/", "-o", "json=run.json")
    (page,) = (site / "r/p").iterdir()
    text = page.read_text("utf-8")
    assert '<a href="https://www.example.org/world/wall.html" rel="noopener noreferrer">' in text
    assert "<mark>{{ article.quote }}</mark>" in text and 'name="preview"' in text
    assert 'data-page="site/world/wall.html"' in text  # what the triage file tells the baseline
    assert (site / "r/data/clean-pages-1.txt").read_text("utf-8") == "https://www.example.org/world/good.html\n"
    run(["report", "run.json", "r2", "--strip-prefix", "site/", "--path-prefix", "https://www.example.org/"])
    assert "https://www.example.org/world/wall.html" in (site / "r2" / page.relative_to(site / "r")).read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' names are text")
@pytest.mark.parametrize("target", ["r", "r.html"])
def test_names_that_are_no_text_are_shown_and_linked_by_their_bytes(site: Path, target: str) -> None:
    folder = os.fsencode(site) + b"/site/caf\xe9"
    os.mkdir(folder)  # noqa: PTH102 - a name of bytes
    (site / "site/world/wall.html").rename(os.fsdecode(folder + b"/a b\xff.html"))
    prefix = ("--strip-prefix", "site", "--path-prefix", "https://example.org")
    assert check("-o", f"html={target}", "-o", "sarif=out.sarif", "--history", "runs.sqlite", *prefix) == 1
    told = b"".join(files_of(site / "r").values()) if target == "r" else (site / "r.html").read_bytes()
    assert b'href="https://example.org/caf%E9/a%20b%FF.html"' in told
    assert "caf⟨U+DCE9⟩/a b⟨U+DCFF⟩.html".encode() in told
    assert '"uri": "site/caf%E9/a%20b%FF.html"' in (site / "out.sarif").read_text("utf-8")


@pytest.mark.parametrize("target", ["r", "r.html"])
def test_what_is_redacted_stands_in_no_file(site: Path, target: str) -> None:
    (site / "site/world/wall.html").rename(site / "site/world/karlsen.html")
    check("-o", f"html={target}", "--redact", "(?i)karlsen", "--redact", r"article\.\w+")
    found = files_of(site / target) if target == "r" else {target: (site / target).read_bytes()}
    assert not [name for name, body in found.items() if b"arlsen" in body or b"article.quote" in body]
