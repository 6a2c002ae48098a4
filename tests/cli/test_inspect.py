"""``extract``, ``config`` and ``schema``."""

import json
import re
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


FAULTY = """\
$ref: https://layoutcheck.dev/schemas/article
requird: [headline]
properties:
  headline: {x-selct: h1, minLenght: 3}
  cards:
    x-select: aside .card
    items:
      properties:
        url: {x-select: "a::attr(href)", formt: uri}
"""


def test_schema_check_tells_all_faults(layoutcheck, tmp_path, file_regression):
    (tmp_path / "site.yaml").write_text(FAULTY, encoding="utf-8")
    done = layoutcheck("schema", "check", "site.yaml", "gone.yaml", "article", cwd=tmp_path)
    assert done.code == 2
    file_regression.check(done.out, encoding="utf-8")


def test_schema_check_finds_the_shipped_ones_good(layoutcheck):
    done = layoutcheck("schema", "check", "article", "wire-story")
    assert (done.code, done.out) == (0, "article: good\nwire-story: good\n")


def test_schema_test_runs_the_pages_that_a_schema_names(layoutcheck, tmp_path):
    (tmp_path / "good.html").write_bytes(GOOD.read_bytes())
    (tmp_path / "bad.html").write_text("<title>x</title><p>no kicker", encoding="utf-8")
    schema = {
        "required": ["kicker"], "properties": {"kicker": {"x-select": ".kicker"}},
        "x-tests": {"good": ["good.html"], "bad": ["bad.html"]},
    }  # fmt: skip
    (tmp_path / "s.json").write_text(json.dumps(schema), encoding="utf-8")
    done = layoutcheck("schema", "test", "s.json", cwd=tmp_path)
    assert (done.code, done.out.split()[:2]) == (0, ["pass", "good"])
    (tmp_path / "bad.html").write_bytes(GOOD.read_bytes())
    done = layoutcheck("schema", "test", "s.json", cwd=tmp_path)
    assert done.code == 1
    assert "FAIL  bad" in done.out


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({}, "names no test pages"),
        ({"x-tests": {"good": ["gone.html"]}}, "gone.html"),
        ({"x-tsts": {}}, 'did you mean "x-tests"?'),
    ],
)
def test_schema_test_tells_what_it_cannot_run(layoutcheck, tmp_path, schema, told):
    (tmp_path / "s.json").write_text(json.dumps(schema), encoding="utf-8")
    done = layoutcheck("schema", "test", "s.json", cwd=tmp_path)
    assert done.code == 2
    assert told in done.err


@pytest.mark.parametrize(
    ("entry", "told", "remedy"),
    [
        ("dateline.html", 'there is no file or folder "[s]/dateline.html"', "the folder of the schema"),
        ("good.htm", 'there is no file or folder "[s]/good.htm"', 'did you mean "good.html"?'),
        ("none/*.html", "nothing matches", "the folder of the schema"),
        ("empty", 'the folder "[s]/empty" holds no pages', "pages end in"),
    ],
)
def test_schema_test_tells_where_an_entry_stands_that_names_no_page(layoutcheck, tmp_path, entry, told, remedy):
    folder = tmp_path / "[s]"
    (folder / "empty").mkdir(parents=True)
    (folder / "good.html").write_bytes(GOOD.read_bytes())
    (folder / "s.yaml").write_text(f"x-tests:\n  good: ['*.html', good.html]\n  bad:\n  - {entry}\n", encoding="utf-8")
    done = layoutcheck("schema", "test", "[s]/s.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert f'[s]/s.yaml:4:5: "x-tests" names no page: {told}' in done.err and remedy in done.err


def test_config_says_when_the_page_is_none(layoutcheck, site):
    (site / "here.html").write_text("")
    for page in ("here.html", "https://example.org/a", "-"):
        assert layoutcheck("config", page, cwd=site).err == ""
    done = layoutcheck("config", "nope.html", cwd=site)
    assert done.code == 0 and "future-date" in done.out
    assert done.err == 'layoutcheck: there is no page "nope.html": it would have these settings\n'
    assert '"deep" is a folder' in layoutcheck("config", "deep", cwd=site).err


def test_schema_test_names_the_line_that_demands(layoutcheck, tmp_path):
    (tmp_path / "good.html").write_text("<title>x</title><p>no kicker", encoding="utf-8")
    (tmp_path / "s.yaml").write_text(
        "properties: {kicker: {x-select: .kicker}}\nrequired: [kicker]\nx-tests: {good: [good.html]}\n",
        encoding="utf-8",
    )
    assert "[s.yaml:2]" in layoutcheck("schema", "test", "s.yaml", cwd=tmp_path).out


def test_schema_check_gives_advice_and_passes(layoutcheck, tmp_path):
    (tmp_path / "s.yaml").write_text("required: [a]\nproperties: {a: {x-select: b}}\n", encoding="utf-8")
    done = layoutcheck("schema", "check", "s.yaml", cwd=tmp_path)
    assert done.code == 0
    assert done.out.startswith('s.yaml:2:18: advice: "a" is required, and an empty one passes')
    assert done.out.endswith("s.yaml: good\n")


TRIED = """\
properties:
  headline: {x-select: [h1.head, h1]}
  note: {x-select: .note}
  date: {x-select: .dateline, x-kind: dateline}
  byline: {x-kind: byline}
  links:
    x-select: li
    type: array
    items: {properties: {line: {x-select: a}, flag: {x-select: .flag}}}
"""
TRIED_PAGES = {
    "a.html": "<title>A</title><h1 class=head>One\x9b</h1><p class=dateline></p><ul><li><a>1</a></ul><p class=note></p>",
    "b.html": "<title>B</title><h1>Two</h1><h1>Three</h1><i class=date-line></i><ul><li><a>2</a><b class=flag-x></b><li></ul>",
    "c.html": "",
}  # fmt: skip


def test_schema_try_shows_how_each_part_fares(layoutcheck, tmp_path, file_regression):
    (tmp_path / "s.yaml").write_text(TRIED, encoding="utf-8")
    (tmp_path / "pages").mkdir()
    for name, source in TRIED_PAGES.items():
        (tmp_path / "pages" / name).write_text(source, encoding="utf-8")
    done = layoutcheck("schema", "try", "s.yaml", "pages", cwd=tmp_path)
    assert (done.code, done.err) == (1, "pages/c.html: the page is empty\n")
    file_regression.check(done.out, encoding="utf-8")


def test_schema_try_takes_a_shipped_schema_and_needs_pages(layoutcheck, tmp_path):
    done = layoutcheck("schema", "try", "wire-story", str(GOOD))
    assert done.code == 0
    assert "Bridge over the Sava opens a year early" in done.out
    assert layoutcheck("schema", "try", "wire-story", str(tmp_path / "gone")).code == 2


def test_schema_init_writes_a_schema_to_start_from(layoutcheck, tmp_path):
    done = layoutcheck("schema", "init", cwd=tmp_path)
    assert (done.code, done.out.split()[:2]) == (0, ["wrote", "site.layoutcheck.yaml;"])
    assert layoutcheck("schema", "check", "site.layoutcheck.yaml", cwd=tmp_path).out == "site.layoutcheck.yaml: good\n"
    assert layoutcheck("schema", "init", cwd=tmp_path).code == 2
    assert layoutcheck("schema", "init", "--force", cwd=tmp_path).code == 0
    assert "is no folder" in layoutcheck("schema", "init", "gone/a.yaml", cwd=tmp_path).err


def test_each_part_that_the_new_schema_shows_is_one(layoutcheck, tmp_path):
    layoutcheck("schema", "init", "a.yaml", cwd=tmp_path)
    lines = (tmp_path / "a.yaml").read_text(encoding="utf-8").splitlines()
    shown = [line.replace("# ", "", 1) if re.match(r" *# *[\w-]+:( |$)", line) else line for line in lines]
    (tmp_path / "a.yaml").write_text(
        "\n".join(shown).replace("[headline, body]", "[headline, body, cards]"), encoding="utf-8"
    )
    done = layoutcheck("schema", "check", "a.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (0, "a.yaml: good\n")


def test_config_tells_a_schema_that_is_none(layoutcheck):
    done = layoutcheck("config", "a.html", "--schema", "artcle")
    assert (done.code, done.out) == (2, "")
    assert 'did you mean "article"?' in done.err
