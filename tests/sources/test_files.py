"""Arguments to pages: files, folders, globs, standard input; nothing found is an error."""

import io
import os
import sys
from pathlib import Path

import pytest

from layoutcheck.config import load_settings
from layoutcheck.core.errors import PageError, UserError
from layoutcheck.report.html.folder import MANIFEST
from layoutcheck.sources.files import count_pages, find_pages, read
from layoutcheck.sources.own_reports import OWN_REPORT, OwnReports
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


def test_a_page_is_checked_once_whatever_it_is_called(site):
    assert uris("world/a.html", str(site / "world/a.html"), "./world/a.html", "sports/../world/a.html") == [
        "world/a.html"
    ]
    assert uris(str(site / "world"), "world/*.htm") == [str(site / f"world/{name}") for name in (
        "a.html", "b.htm", "c.xhtml", "space in name.html",
    )]  # fmt: skip
    assert count_pages(["world/a.html", str(site / "world/a.html")]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights there")
def test_a_link_is_a_page_of_its_own_and_a_way_back_behind_it_leads_where_it_leads(site):
    (site / "home.html").symlink_to("index.html")
    (site / "sports/world").symlink_to("../world")
    (site / "sports/index.html").write_text("<p>another", encoding="utf-8")
    names = ["index.html", "home.html", "sports/world/../index.html", "sports/index.html"]
    assert uris(*names) == [names[0], names[1], names[3]]


def test_brackets_in_a_folders_name_are_told_to_be_a_globs(site):
    (site / "[new]").mkdir()
    (site / "[new]/a.html").write_text("<p>a", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        uris("[new]/*.html")
    assert caught.value.remedy == '"[new]" is there, but [ ] are glob characters: write "[[]new]/*.html"'
    assert uris("[[]new]/*.html") == uris("[new]/a.html") == uris("[new]") == ["[new]/a.html"]
    with pytest.raises(UserError, match="there is no file or folder"):
        uris("[new]/b.html")
    with pytest.raises(UserError, match=r"nothing matches .*\n.*is written \[\[\]"):
        uris("[old]/b.html")


def test_a_file_named_outright_is_always_taken(site):
    assert uris("plain", "sports/e.css") == ["plain", "sports/e.css"]


def test_sections_are_the_top_folders(site):
    sections = {ref.uri: ref.section for ref in find_pages(["."])}
    assert sections["world/a.html"] == "world"
    assert sections["index.html"] == ""
    (site / "world/deep").mkdir()
    (site / "world/deep/e.html").write_text("<p>e")
    for arguments in (["world", "sports"], [str(site / "world"), str(site / "sports")], ["world/**", "sports/*"]):
        assert {ref.section for ref in find_pages(arguments)} == {"world", "sports"}, "deeper folders are no sections"
    assert [ref.section for ref in find_pages(["world/a.html", "sports/d.txt"])] == ["world", "sports"]
    assert [ref.section for ref in find_pages(["world/a.html", "index.html"])] == ["world", ""]


@pytest.mark.parametrize(
    "arguments", [["world"], ["world/*.htm*"], ["world/a.html"], ["world/a.html", "world/b.htm"], ["index.html"]]
)
def test_pages_beside_the_sections_are_of_none(site, arguments):
    for there in (arguments, [str(site / argument) for argument in arguments]):
        assert {ref.section for ref in find_pages(there)} == {""}


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


@pytest.fixture
def closed(site, monkeypatch):
    """``world/closed`` may not be read; whoever runs this may be root, so the system's answer is played."""
    (site / "world/closed").mkdir()
    real = os.scandir

    def scandir(path="."):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return site


@pytest.mark.parametrize("argument", ["world", "**/a.html"])
def test_a_folder_that_may_not_be_read_is_no_pass(closed, argument):
    assert "world/closed/*" in uris(argument)
    (ref,) = (ref for ref in find_pages([argument]) if ref.uri == "world/closed/*")
    with pytest.raises(PageError, match="the folder cannot be read"):
        read(ref)
    settings = load_settings(None)
    assert not settings.is_excluded(ref.uri)
    (closed / "layoutcheck.toml").write_text('exclude = ["closed/"]')
    assert load_settings(closed / "layoutcheck.toml").is_excluded(ref.uri)


def test_a_folder_named_outright_that_may_not_be_read_is_told_at_once(closed):
    with pytest.raises(PermissionError):
        uris("world/closed")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_that_lead_nowhere_or_round_are_told(site):
    (site / "gone.html").symlink_to("nowhere.html")
    (site / "one.html").symlink_to("two.html")
    (site / "two.html").symlink_to("one.html")
    for name in ("gone.html", "one.html"):
        with pytest.raises(UserError, match=f'the link "{name}" leads nowhere, or in a circle: to'):
            uris(name)
    (site / "world/round").symlink_to(".")
    assert uris("world/**/a.html") == ["world/a.html"]
    assert uris("world/round/a*.html") == ["world/round/a.html"]


def test_a_glob_ends_however_many_links_lead_in_circles(site):
    for folder in ("world", "sports"):
        for name, target in (("one", "."), ("two", ".."), ("three", "../world"), ("four", "../sports")):
            (site / folder / name).symlink_to(target)
    beside = ["sports/three/a.html", "world/a.html"]  # a link to a folder beside is followed once
    assert uris("**/a.html") == beside
    assert uris("**/**/a.html") == beside
    assert uris("*/*/a.html") == ["sports/three/a.html"]
    assert sorted(uri for uri in uris("**") if uri.endswith("a.html")) == beside


@pytest.mark.parametrize(
    ("glob", "found"),
    [
        ("world/**", ["world/a.html", "world/b.htm", "world/c.xhtml", "world/space in name.html"]),
        ("**/d.txt", ["sports/d.txt"]),
        ("**/sports/**/*.txt", ["sports/d.txt"]),
        ("*/", ["sports/d.txt", "world/a.html", "world/b.htm", "world/c.xhtml", "world/space in name.html"]),
        ("w*/**/", ["world/a.html", "world/b.htm", "world/c.xhtml", "world/space in name.html"]),
    ],
)
def test_two_stars_stand_for_any_folders_and_a_slash_at_the_end_for_folders_alone(site, glob, found):
    assert [uri for uri in uris(glob) if "node_modules" not in uri] == found


def test_standard_input_may_be_named_beside_files(site):
    assert uris("world/a.html", "-", stdin=io.BytesIO(b"<p>x")) == ["world/a.html", "-"]


@pytest.mark.parametrize("argument", ["world/a.html/**", "gone/**", "world/\0a.html", "w*\0"])
def test_what_no_file_can_be_is_a_mistake_of_the_users(site, argument):
    with pytest.raises(UserError):
        uris(argument)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_pipes_in_folders_are_no_pages(site):
    os.mkfifo(site / "sports/pipe.html")
    assert uris("sports") == ["sports/d.txt"]
    assert uris("sports/*") == ["sports/d.txt"]


def test_an_html_report_of_ours_is_not_checked(site):
    report = site / "world" / "report"
    (report / "c").mkdir(parents=True)
    for name in ("index.html", "c/x.html", "kept.html"):
        (report / name).write_text("<p>r")
    (report / OWN_REPORT).write_text("index.html\nc/x.html\n")
    assert [uri for uri in uris("world") if "report" in uri] == ["world/report/kept.html"]
    assert OWN_REPORT == MANIFEST


REPORT = '<!doctype html><html lang="en">\n<meta charset="utf-8">\n<meta name="generator" content="layoutcheck">\n'


@pytest.mark.parametrize("argument", ["world", "world/*", "world/**/*.html"])
def test_a_report_in_one_file_is_no_page_and_is_told(site, argument):
    pages = uris(argument)
    (site / "world/report.html").write_text(REPORT)
    own = OwnReports()
    assert [ref.uri for ref in find_pages([argument], own=own)] == pages
    assert list(own.left) == ["world/report.html"]
    assert uris("world/report.html") == ["world/report.html"], "named outright it is checked"


def test_a_folder_with_nothing_but_a_report_holds_no_pages(tmp_path):
    (tmp_path / "report.html").write_text(REPORT)
    with pytest.raises(UserError, match="holds no pages"):
        list(find_pages([str(tmp_path)]))


@pytest.mark.parametrize("argument", [".", "world", "world/*", "**/*.txt"])
def test_what_a_run_writes_itself_is_no_page(site, argument):
    pages = uris(argument)
    (site / "world/out").mkdir()
    for name in ("world/found.txt", "world/out/found.html", "world/out/found.txt"):
        (site / name).write_text("<p>found")
    own = OwnReports(["world/found.txt", "world/out"], [argument])
    assert [ref.uri for ref in find_pages([argument], own=own)] == pages
    assert not own.left, "nobody is told of what is written again"


def test_a_folder_that_is_checked_is_more_than_what_is_written_to_it(site):
    assert [ref.uri for ref in find_pages(["world"], own=OwnReports(["world"], ["world"]))] == uris("world")


def test_an_address_is_told_to_be_none_of_a_file(site):
    with pytest.raises(UserError, match="is an address") as caught:
        uris("https://example.org/a.html")
    assert caught.value.remedy == "fetch it first: curl -fsS https://example.org/a.html | layoutcheck check -"
