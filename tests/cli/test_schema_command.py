"""``schema``: begin one, judge it, try it on pages."""

import json
import re
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples" / "pages"
GOOD = SAMPLES / "good-wire-story" / "page.html"

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


@pytest.mark.parametrize("command", [("schema", "try", ""), ("schema", "check", ""), ("check", "--schema", "")])
def test_an_empty_name_is_no_schema(layoutcheck, command):
    done = layoutcheck(*command, *([str(GOOD)] if command[1] != "check" else []))
    assert done.code == 2 and "the schema's name is empty" in done.out + done.err


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


@pytest.mark.parametrize(("command", "name"), [("check", "::error::s.yaml"), ("test", "s.yaml"), ("try", "s.yaml")])
def test_neither_names_nor_pages_give_orders(layoutcheck, tmp_path, command, name):
    text = "required: [kicker]\nproperties: {kicker: {x-select: .kicker, enum: [World]}}\nx-tests: {good: ['*.html']}\n"
    for file in ("s.yaml", "::error::s.yaml"):
        (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / "::error::a.html").write_text("", encoding="utf-8")
    (tmp_path / "b.html").write_text("<title>b</title><p class=kicker>##vso[x]\u202e", encoding="utf-8")
    pages = ["."] if command == "try" else []
    done = layoutcheck("schema", command, name, *pages, cwd=tmp_path)
    for line in (done.out + done.err).splitlines():
        assert not line.lstrip().startswith("::") and "##vso[" not in line and line.isprintable()
