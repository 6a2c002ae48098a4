"""A report from the cache is the report; anything that matters makes another key; a bad entry is no entry."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import pathspec
import pytest
from hypothesis import given
from hypothesis import settings as rounds
from hypothesis import strategies as st

from layoutcheck.config import Ignore, Layer, RuleSetting, Settings, Value
from layoutcheck.core.document import Document
from layoutcheck.core.finding import Failure, Finding, PageReport, Place, Snippet
from layoutcheck.core.severity import Severity
from layoutcheck.core.site import Pattern
from layoutcheck.pipeline import RunOptions
from layoutcheck.runner import cache as cache_module
from layoutcheck.runner.cache import Cache, freeze, thaw
from layoutcheck.runner.check_ref import check_ref
from layoutcheck.runner.pool import check_all
from layoutcheck.sources.page_ref import PageRef

OPTIONS = RunOptions()
PAGE = b"<!doctype html><title>t</title><h1>Ok</h1>"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def paths(pattern: str) -> Any:
    return pathspec.GitIgnoreSpec.from_lines([pattern])


def entries(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*/*.json"))


def check(cache: Cache, settings: Settings, body: bytes = PAGE, section: str = "news") -> PageReport:
    return check_ref(PageRef("a.html", "", "text/html", None, section, body), settings, OPTIONS, cache)


def test_the_second_check_takes_the_report_from_the_cache(
    cache: Cache, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check(cache, settings)
    assert first.findings
    monkeypatch.setattr("layoutcheck.runner.check_ref.check_page", lambda *_, **__: pytest.fail("checked again"))
    assert check(cache, settings) == first
    assert check(cache, settings, section="sport") == replace(first, section="sport")


def test_a_report_with_an_outline_serves_a_run_without(
    cache: Cache, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = PageRef("a.html", "", "text/html", None, "news", PAGE)
    outlined = check_ref(ref, settings, RunOptions(outline=True), cache)
    assert [part.pointer for part in outlined.outline] == ["/headline"]
    monkeypatch.setattr("layoutcheck.runner.check_ref.check_page", lambda *_, **__: pytest.fail("checked again"))
    plain = check_ref(ref, settings, OPTIONS, cache)
    assert replace(plain, seconds=0) == replace(outlined, outline=(), seconds=0)


def test_a_report_without_an_outline_does_not_serve_a_run_with_one(cache: Cache, settings: Settings) -> None:
    ref = PageRef("a.html", "", "text/html", None, "news", PAGE)
    assert not check_ref(ref, settings, OPTIONS, cache).outline
    assert check_ref(ref, settings, RunOptions(outline=True), cache).outline
    assert len(entries(cache)) == 2


def test_another_page_is_another_entry(cache: Cache, settings: Settings) -> None:
    check(cache, settings)
    check(cache, settings, PAGE + b" ")
    assert len(entries(cache)) == 2


def test_everything_a_report_depends_on_is_in_its_key(tmp_path: Path, settings: Settings, cache: Cache) -> None:
    document = Document("a.html", PAGE)
    layer = settings.layers[0]
    other_schema = tmp_path / "other.schema.json"
    other_schema.write_text(Path(str(layer.schema.value)).read_text().replace("5", "6"))  # type: ignore[union-attr]
    severe = Layer(None, {"page-structure": RuleSetting(Value(Severity.INFO, "test"))})
    pattern = Pattern("token", "@@", (), Severity.ERROR, "", "test")
    ways = [
        (document, settings, OPTIONS),
        (replace(document, uri="b.html"), settings, OPTIONS),
        (replace(document, body=PAGE + b" "), settings, OPTIONS),
        (replace(document, charset="latin1"), settings, OPTIONS),
        (replace(document, media_type="text/plain"), settings, OPTIONS),
        (document, Settings((Layer(Value(str(other_schema), "test")),)), OPTIONS),
        (document, Settings((layer, severe)), OPTIONS),
        (document, replace(settings, places=("Simmelsdorf",)), OPTIONS),
        (document, replace(settings, patterns=(pattern,)), OPTIONS),
        (document, replace(settings, sources=("Fjordpress",)), OPTIONS),
        (document, replace(settings, ignores=(Ignore((), None, "", "", "test"),)), OPTIONS),
        (document, replace(settings, ignores=(Ignore((), None, "nav", "", "test"),)), OPTIONS),
        (document, replace(settings, ignores=(Ignore((), paths("a*"), "", "", "test"),)), OPTIONS),
        (document, replace(settings, ignores=(Ignore((), paths("b*"), "", "", "test"),)), OPTIONS),
    ]
    keys = [cache.key(document, chosen.for_page(document.uri), options) for document, chosen, options in ways]
    assert len(set(keys)) == len(keys)
    assert cache.key(document, replace(settings).for_page("a.html"), OPTIONS) == keys[0]
    again = replace(settings, ignores=(Ignore((), paths("b*"), "", "", "test"),)).for_page("a.html")
    assert cache.key(document, again, OPTIONS) == keys[-1]
    assert cache.key(document, settings.for_page("a.html"), RunOptions(now="2026-01-21T10:00:00Z")) == keys[0]


def test_the_program_itself_is_in_the_key(cache: Cache, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    document, chosen = Document("a.html", PAGE), settings.for_page("a.html")
    before = cache.key(document, chosen, OPTIONS)
    monkeypatch.setattr(cache_module, "__version__", "99.0")
    assert Cache(cache.folder).key(document, chosen, OPTIONS) != before


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"!": "PageReport", "is": {}}',
        b'{"!": "os.system", "is": "x"}',
        b"\xff\xfe",
        b"[" * 9000,
    ],
)
def test_a_broken_entry_is_no_entry_and_is_written_anew(cache: Cache, settings: Settings, broken: bytes) -> None:
    first = check(cache, settings)
    [entry] = entries(cache)
    good = entry.read_bytes()
    entry.write_bytes(broken)
    assert check(cache, settings) == first
    assert entry.read_bytes() == good


def test_a_report_with_failures_is_not_kept(cache: Cache) -> None:
    cache.save("ab" * 20, PageReport("a.html", failures=(Failure("a.html", "the page took longer than 10 s"),)))
    assert not entries(cache)


def test_a_report_that_json_cannot_say_is_not_kept(cache: Cache) -> None:
    cache.save("ab" * 20, PageReport("a.html", facts={"rule": {1, 2}}))
    assert not entries(cache)


@pytest.mark.parametrize("below", ["", "cache"])
def test_a_folder_that_cannot_be_written_costs_nothing_but_the_cache(
    tmp_path: Path, settings: Settings, below: str
) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / below)
    assert check(cache, settings).findings
    assert cache.fault()


def test_a_folder_is_tried_without_a_trace(cache: Cache) -> None:
    assert cache.fault() == cache.fault() == ""
    assert sorted(path.name for path in cache.folder.iterdir()) == [".gitignore", "CACHEDIR.TAG"]


def test_nothing_but_whole_entries_is_left_behind(cache: Cache, settings: Settings) -> None:
    check(cache, settings)
    assert [path.suffix for path in cache.folder.glob("*/*")] == [".json"]
    assert (cache.folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_two_runs_share_a_cache_that_a_third_deletes(cache: Cache, settings: Settings, tmp_path: Path) -> None:
    import shutil

    refs = [PageRef(f"{i}.html", "", "text/html", None, "", PAGE + str(i).encode()) for i in range(30)]
    plain = list(check_all(refs, settings, OPTIONS, workers=1))
    one = check_all(refs, settings, OPTIONS, workers=1, cache=cache)
    other = check_all(refs, settings, OPTIONS, workers=1, cache=cache)
    both = []
    for number, pair in enumerate(zip(one, other, strict=True)):
        both.append(pair)
        if number == 10:
            shutil.rmtree(cache.folder, ignore_errors=True)
    assert both == list(zip(plain, plain, strict=True))


def test_old_and_too_many_entries_go_the_longest_unasked_first(
    cache: Cache, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    now = 2_000_000_000.0
    for number, age in enumerate((0, 5, 40)):
        before = entries(cache)
        check(cache, settings, PAGE + b" " * number)
        [new] = set(entries(cache)) - set(before)
        os.utime(new, (now - age * 86_400,) * 2)
    assert cache.thin_out(now=now) == 1
    assert len(entries(cache)) == 2
    monkeypatch.setattr(cache_module, "LARGEST", entries(cache)[0].stat().st_size + 10)
    assert cache.thin_out(now=now + 1) == 0, "once a day is enough"
    assert cache.thin_out(now=now + 2 * 86_400) == 1
    assert [now - path.stat().st_mtime for path in entries(cache)] == [0]


def test_thinning_out_a_folder_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    assert Cache(tmp_path / "none").thin_out() == 0
    assert not (tmp_path / "none").exists()


def test_a_cache_travels_to_workers(cache: Cache) -> None:
    assert pickle.loads(pickle.dumps(cache)).folder == cache.folder


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@rounds(max_examples=40)
@given(JSON)
def test_thawing_gives_back_what_was_frozen(value: object) -> None:
    assert thaw(json.loads(json.dumps(freeze(value)))) == value


@rounds(max_examples=40)
@given(st.text(), JSON)
def test_a_report_survives_being_frozen(text: str, value: object) -> None:
    place = Place("a.html", 1, 2, 3, 4, excerpt=text)
    finding = Finding("rule", "id", text, Severity.INFO, place, (place,), {"value": value}, snippet=Snippet(text))
    report = PageReport("a.html", (finding,), facts={"rule": (place, value)})
    assert thaw(json.loads(json.dumps(freeze(report)))) == report
