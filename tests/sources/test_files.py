"""Arguments to pages: files, folders, globs, standard input; nothing found is an error."""

import io
import os
from pathlib import Path

import pytest

from layoutcheck.core.errors import PageError, UserError
from layoutcheck.sources.files import count_pages, find_pages, read
from layoutcheck.sources.page_ref import PageRef


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "world/a.html": "<p>a", "world/b.htm": "<p>b", "world/c.xhtml": "<p>c", "sports/d.txt": "d", "sports/e.css": "e{}",
        "index.html": "<p>i", "plain": "no markup", "story": "<!doctype html><p>s", ".hidden": "<p>h", "node_modules/x.html": "x",
        "world/space in name.html": "<p>",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def uris(*arguments: str, **options) -> list[str]:
    return [ref.uri for ref in find_pages(arguments, **options)]


def test_a_folder_is_walked_in_order_by_endings_and_first_bytes(site):
    assert uris(".") == [
        "index.html", "story", "sports/d.txt", "world/a.html", "world/b.htm", "world/c.xhtml",
        "world/space in name.html",
    ]  # fmt: skip


def test_text_files_for_machines_and_lawyers_are_no_pages(site):
    for name in ("robots.txt", "ads.txt", "main.js.LICENSE.txt", "sports/about.txt"):
        (site / name).write_text("User-agent: *", encoding="utf-8")
    assert [uri for uri in uris(".") if uri.endswith(".txt")] == ["sports/about.txt", "sports/d.txt"]
    assert uris("robots.txt") == ["robots.txt"]


def test_globs_files_and_folders_name_each_page_once(site):
    assert uris("world/*.html", "world/a.html", "sports") == [
        "world/a.html", "world/space in name.html", "sports/d.txt",
    ]  # fmt: skip
    assert uris("**/*.htm") == ["world/b.htm"]


def test_a_file_named_outright_is_always_taken(site):
    assert uris("plain", "sports/e.css") == ["plain", "sports/e.css"]


def test_sections_are_the_top_folders(site):
    sections = {ref.uri: ref.section for ref in find_pages(["."])}
    assert sections["world/a.html"] == "world"
    assert sections["index.html"] == ""
    assert next(find_pages(["world"])).section == "world"
    assert next(find_pages([str(site)])).section == ""
    assert [ref.section for ref in find_pages(["world/a.html", "world/b.htm"])] == ["world", "world"]
    assert [ref.section for ref in find_pages(["world/a.html", "sports/d.txt"])] == ["world", "sports"]
    assert [ref.section for ref in find_pages(["index.html"])] == [""]


@pytest.mark.parametrize("argument", ["gone.html", "gone/*.html", "world/*.css"])
def test_what_names_no_page_is_an_error(site, argument):
    with pytest.raises(UserError):
        uris(argument)


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(UserError, match=r"holds no pages\n.*robots"):
        uris(str(tmp_path))


def test_standard_input_is_read_once():
    (ref,) = find_pages(["-"], stdin=io.BytesIO(b"<p>x"))
    assert (ref.uri, read(ref).body, read(ref).media_type) == ("-", b"<p>x", "text/html")


def test_excluded_pages_are_left_out(site):
    assert "world/a.html" not in uris(".", is_excluded=lambda uri: uri.startswith("world/"))


def test_media_types_follow_endings_first_bytes_and_the_users_word(site):
    assert read(PageRef("a", "world/c.xhtml")).media_type == "application/xhtml+xml"
    assert read(PageRef("a", "story")).media_type == "text/html"
    assert read(PageRef("a", "plain")).media_type == "text/plain"
    assert read(PageRef("a", "world/a.html", "text/plain")).media_type == "text/plain"


def test_a_page_that_went_away_fails_alone():
    with pytest.raises(PageError, match="cannot be read"):
        read(PageRef("gone.html", "gone.html"))


def test_pages_are_counted_in_advance_where_that_can_be_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.html", "b.html", "c.css"):
        (tmp_path / name).write_text("<p>x")
    assert count_pages([str(tmp_path)]) == 2
    assert count_pages([str(tmp_path)], is_excluded=lambda uri: uri.endswith("b.html")) == 1
    assert count_pages([str(tmp_path), "-"]) is None
    monkeypatch.setattr("layoutcheck.sources.files.COUNTED", 1)
    assert count_pages([str(tmp_path)]) is None


def test_an_empty_path_is_not_this_folder():
    with pytest.raises(UserError, match="a path is empty"):
        list(find_pages([""]))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.html").write_text("<p>x")
    assert [ref.uri.rsplit("/", 1)[-1] for ref in find_pages([str(tmp_path)])] == ["a.html"]
