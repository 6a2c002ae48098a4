"""``extract`` and ``config``."""

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples" / "pages"
DUMP = SAMPLES / "ferry-wire-story-dump" / "page.txt"
GOOD = SAMPLES / "good-wire-story" / "page.html"


def test_extract_prints_an_object_a_page(layoutcheck):
    lines = layoutcheck("extract", str(GOOD), str(DUMP)).out.splitlines()
    told = [json.loads(line) for line in lines]
    assert [set(page) for page in told] == [{"uri", "data", "places"}] * 2
    assert told[0]["data"]["headline"] == "Bridge over the Sava opens a year early"
    assert told[0]["places"]["/headline"]["line"] == 16


def test_extract_has_the_names_that_are_promised(layoutcheck, file_regression):
    data = json.loads(layoutcheck("extract", "samples/pages/good-wire-story/page.html").out)["data"]
    promised = "headline byline published modified dateline lead body teasers title canonical language".split()
    assert set(promised) <= set(data)
    assert set(data["dateline"]) <= {"text", "place", "source", "date"}
    assert all(set(teaser) <= {"label", "headline", "url", "alt", "summary"} for teaser in data["teasers"])
    file_regression.check(json.dumps(data, indent=1, ensure_ascii=False) + "\n", extension=".json", encoding="utf-8")


def test_extract_goes_on_behind_a_page_that_cannot_be_read(layoutcheck, tmp_path):
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(GOOD.read_bytes())
    done = layoutcheck("extract", str(tmp_path))
    first, second = map(json.loads, done.out.splitlines())
    assert (first["data"], first["failure"]) == (None, "the page is empty")
    assert second["data"]["title"]
    assert done.code == 1


def test_extract_gives_no_orders_to_a_terminal(layoutcheck, tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<title>Quay &#x9b;31m</title><h1>Crane \x9b2J\x7f\u202elit ##[x]</h1>", encoding="utf-8")
    out = layoutcheck("extract", str(page)).out
    assert out.rstrip("\n").isprintable() and "##[" not in out
    assert json.loads(out)["data"]["headline"].startswith("Crane \x9b2J\x7f\u202elit")


CONFIG = """\
extends = "base.toml"
[rules]
redundant-alt = "off"
future-date = { severity = "error", tolerance-hours = 3 }
[[pages]]
paths = ["world/**", "!world/opinion/**"]
schema = "wire-story"
[[ignore]]
rules = ["duplicate-teaser"]
selector = ".ticker"
[[patterns]]
name = "cms"
regex = "@@[a-z_]+@@"
[newsroom]
places = ["Simmelsdorf"]
"""


@pytest.fixture
def site(tmp_path):
    (tmp_path / "layoutcheck.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "base.toml").write_text('fail-on = "warning"\nexclude = ["drafts/"]\n', encoding="utf-8")
    (tmp_path / "deep").mkdir()
    return tmp_path


def test_config_shows_what_is_in_force_for_a_page(layoutcheck, site, file_regression):
    file_regression.check(layoutcheck("config", "world/cuba.html", cwd=site).out, encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "folder", "line"),
    [
        ("world/opinion/a.html", ".", "schema article default"),
        ("../world/a.html", "deep", "layoutcheck.toml:7"),
        ("drafts/a.html", ".", "excluded yes base.toml:2"),
        ("world/a.html", ".", "rules.future-date.tolerance-hours 3 layoutcheck.toml:4"),
    ],
)
def test_config_says_where_a_value_comes_from(layoutcheck, site, page, folder, line):
    shown = layoutcheck("config", page, cwd=site / folder).out
    assert any(line in " ".join(told.split()) for told in shown.splitlines())


def test_config_shows_what_is_mine_alone(layoutcheck, site):
    shown = layoutcheck("config", "world/cuba.html", "--mine", cwd=site).out
    assert [" ".join(line.split()) for line in shown.splitlines()] == [
        "schema wire-story layoutcheck.toml:7",
        "fail-on warning base.toml:1",
        "ignore duplicate-teaser in .ticker layoutcheck.toml:8",
        "patterns.cms @@[a-z_]+@@ layoutcheck.toml:11",
        "newsroom.places Simmelsdorf layoutcheck.toml:15",
        "rules.future-date error layoutcheck.toml:4",
        "rules.future-date.tolerance-hours 3 layoutcheck.toml:4",
        "rules.redundant-alt off layoutcheck.toml:3",
    ]


def test_config_says_when_nothing_is_set(layoutcheck, tmp_path):
    (tmp_path / "a.html").write_text("")
    done = layoutcheck("config", "a.html", "--mine", "--no-config", cwd=tmp_path)
    assert (done.out, done.err) == ("", "layoutcheck: nothing is set for this page: no configuration\n")
    (tmp_path / "layoutcheck.toml").write_text("")
    done = layoutcheck("config", "a.html", "--mine", cwd=tmp_path)
    assert "layoutcheck.toml leaves all as by default" in done.err


def test_config_says_when_the_page_is_none(layoutcheck, site):
    (site / "here.html").write_text("")
    for page in ("here.html", "https://example.org/a", "-"):
        assert layoutcheck("config", page, cwd=site).err == ""
    done = layoutcheck("config", "nope.html", cwd=site)
    assert done.code == 0 and "future-date" in done.out
    assert done.err == 'layoutcheck: there is no page "nope.html": it would have these settings\n'
    assert '"deep" is a folder' in layoutcheck("config", "deep", cwd=site).err


def test_config_tells_a_schema_that_is_none(layoutcheck):
    done = layoutcheck("config", "a.html", "--schema", "artcle")
    assert (done.code, done.out) == (2, "")
    assert 'did you mean "article"?' in done.err
