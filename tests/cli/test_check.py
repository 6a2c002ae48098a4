"""``check``: what goes in, what is printed, how it ends."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "pages"
DUMP = SAMPLES / "ferry-wire-story-dump" / "page.txt"
GOOD = SAMPLES / "good-wire-story" / "page.html"
REPORT_SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))


def test_text_output_of_the_first_run_in_the_readme(layoutcheck, file_regression):
    done = layoutcheck("check", "samples/pages/ferry-wire-story-dump/page.txt", "--schema", "wire-story")
    assert done.code == 1
    file_regression.check(done.out, encoding="utf-8")


def test_a_cause_on_many_pages_is_told_with_a_place_to_look_at(layoutcheck, tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.html").write_text('<h1>Quay</h1>\n<a href="/by/undefined">undefined</a>', encoding="utf-8")
    out = layoutcheck("check", ".", "--rule", "stringified-value", cwd=tmp_path).out
    told = [line.strip() for line in out.splitlines() if "such as" in line]
    assert sorted(told) == [
        'stringified-value: 2 findings on 2 pages, such as a.html:2:14 in address of link "undefined"',
        'stringified-value: 2 findings on 2 pages, such as a.html:2:25 in link "undefined"',
    ]


def test_concise_output_is_a_line_a_finding(layoutcheck):
    lines = layoutcheck("check", str(DUMP), "--schema", "wire-story", "-o", "concise").out.splitlines()
    assert lines
    assert all(re.match(r".+:\d+:\d+: (error|warning|info) [a-z-]+ .+", line) for line in lines)


def test_json_output_follows_its_schema(layoutcheck):
    done = layoutcheck("check", "samples/pages", "samples/awkward", "--output-format", "json")
    report = json.loads(done.out)
    jsonschema.Draft202012Validator(REPORT_SCHEMA).validate(report)
    assert report["summary"]["pages"] == len(report["pages"])
    assert report["summary"]["exit_code"] == done.code


def test_a_finding_in_json_has_all_that_the_schema_promises(layoutcheck):
    done = layoutcheck("check", str(DUMP), str(SAMPLES / "ferry-wire-story" / "page.html"), "-o", "json")
    report = json.loads(done.out)
    findings = [finding for page in report["pages"] for finding in page["findings"]]
    wanted = {"rule", "message", "text", "severity", "place", "also", "data", "help", "fingerprint"}
    place = {"line", "column", "end_line", "end_column", "where", "excerpt"}
    assert all(wanted <= finding.keys() and place <= finding["place"].keys() for finding in findings)
    assert any({"selector", "xpath", "pointer"} <= finding["place"].keys() for finding in findings)
    assert any(finding["also"] for finding in findings)
    assert all(cause["findings"] and cause["examples"] for cause in report["causes"])


def test_what_is_shown_decides_nothing(layoutcheck):
    """``--show`` and ``--quiet`` thin out what is read; counts, exit code and other formats stay."""
    whole = layoutcheck("check", str(DUMP), "--schema", "wire-story")
    errors = layoutcheck("check", str(DUMP), "--schema", "wire-story", "--show", "error")
    quiet = layoutcheck("check", str(DUMP), "--schema", "wire-story", "-q")
    assert {whole.code, errors.code, quiet.code} == {1}
    assert "duplicate-teaser" in whole.out and "duplicate-teaser" not in errors.out
    assert "malformed-dateline" in errors.out and "findings below error; --show info" in errors.out
    assert quiet.out.startswith("Causes\n") and "fix: write it as an explicit expression" in quiet.out
    assert len({done.out.splitlines()[-1] for done in (whole, errors, quiet)}) == 1


def test_jsonl_output_is_one_object_a_line(layoutcheck):
    kinds = [json.loads(line)["kind"] for line in layoutcheck("check", str(DUMP), "-o", "jsonl").out.splitlines()]
    assert kinds[:2] == ["run", "page"]
    assert kinds[-1] == "summary"


def test_a_good_page_is_clean(layoutcheck):
    done = layoutcheck("check", str(GOOD), "--schema", "wire-story", "--fail-on", "info")
    assert (done.code, done.err) == (0, "")
    assert "1 page checked, 1 clean" in done.out


@pytest.mark.parametrize(
    ("page", "arguments", "told"),
    [
        (b"<title>x</title><h1>A head line</h1><p>{{ name }}</p>", [], "-:1:"),
        (DUMP.read_bytes(), ["--media-type", "text/plain"], "duplicate-teaser"),
        (
            "<title>x</title><h1>Başlık burada</h1><p>{{ ad }} ğ".encode("cp1254"),
            ["--charset", "windows-1254"],
            "{{ ad }}",
        ),
    ],
    ids=["page", "dump", "charset"],
)
def test_standard_input_is_a_page(layoutcheck, page, arguments, told):
    done = layoutcheck("check", "-", "--output-format", "concise", *arguments, stdin=page)
    assert told in done.out
    assert done.code in (0, 1)


@pytest.mark.parametrize(("below", "told"), [("", " keeps nothing: "), ("new/cache", "")])
def test_a_cache_that_cannot_be_written_is_told_of(layoutcheck, tmp_path, below, told):
    (tmp_path / "file").write_text("in the way")
    done = layoutcheck("check", str(GOOD), "--cache", str(tmp_path / (below or "file")))
    assert told in done.err and bool(done.err) == bool(told)
    assert done.code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["no-such-page.html"], 'there is no file or folder "no-such-page.html"'),
        (["no/*.html"], 'nothing matches "no/*.html"'),
        (["docs/decisions"], "holds no pages"),
        ([str(GOOD), "--schema", "artcle"], 'did you mean "article"?'),
        ([str(GOOD), "--fail-on", "eror"], "one of: error, warning, info, never"),
        ([str(GOOD), "-o", "jsn"], 'did you mean "json"?'),
        ([str(GOOD), "-o", f"json={GOOD}"], "is a page to check name another file for it"),
        (["a\0b.html"], "no name or value may hold a NUL character"),
        ([str(GOOD.parent), "-o", f"html={GOOD}"], "is a page to check name another file for it"),
        ([f"{GOOD.parent}/*.html", "-o", f"html={GOOD}"], "is a page to check name another file for it"),
        ([str(GOOD), "--limit", "nan"], "--limit"),
        ([str(GOOD), "--show", "warnings"], 'did you mean "warning"?'),
        ([str(GOOD), "--show", "off"], "one of: error, warning, info"),
        ([str(GOOD), "--show", "error", "-o", "json"], "--show is for the formats text and concise"),
        ([str(GOOD), "-v", "-q"], "leave one of them out"),
        ([str(GOOD), "-v", "-o", "concise"], "--verbose is for the format text"),
        (
            [str(GOOD), "--config", "docs"],
            '"docs" is a folder, not a configuration file name the file: docs/layoutcheck.toml',
        ),
        ([str(GOOD), "--config", os.devnull], "is no ordinary file"),
        ([str(GOOD), "--schema", "docs"], '"docs" is a folder, not a schema'),
        ([str(GOOD), "--schema", os.devnull], "is no ordinary file"),
        ([str(GOOD), "--charset", "utf-9"], '--charset cannot be "utf-9" did you mean "utf-8"?'),
        ([str(GOOD), "--redact", "("], "--redact '(' is no regular expression"),
        ([str(GOOD), "--redact", "Berg"], "none is asked for: other formats tell all"),
        ([str(GOOD), "--history", "runs.sqlite"], "add --output-format html=DIR"),
        ([str(GOOD), "--rule", "duplicate-teasers"], 'did you mean "duplicate-teaser"?'),
        ([str(GOOD), "--severity", "duplicate-teaser=eror"], 'did you mean "error"?'),
        ([str(GOOD), "--severity", "duplicate-teasr=error"], 'did you mean "duplicate-teaser"?'),
        ([str(GOOD), "--media-type", "text/htm"], 'did you mean "text/html"?'),
        ([str(GOOD), "--config", "gone.toml"], 'no configuration file "gone.toml"'),
        ([str(GOOD), "--color", "maybe"], "one of: auto, always, never"),
        ([str(GOOD), "--baseline", "gone.jsonl"], 'there is no baseline "gone.jsonl"'),
        ([str(GOOD), "--no-such-option"], "--no-such-option"),
    ],
)
def test_a_users_mistake_is_told_with_its_remedy(layoutcheck, arguments, told):
    done = layoutcheck("check", *arguments)
    assert done.code == 2
    assert told in " ".join(done.err.split())
    assert "Traceback" not in done.err and not done.out


def test_a_missing_path_stops_before_any_report_is_written(layoutcheck, tmp_path):
    assert layoutcheck("check", "gone.html", "-o", f"json={tmp_path / 'report.json'}").code == 2
    assert not (tmp_path / "report.json").exists()


def test_an_unreadable_page_fails_alone(layoutcheck, tmp_path):
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(GOOD.read_bytes())
    done = layoutcheck("check", str(tmp_path))
    assert "the page is empty" in done.out
    assert "2 pages checked, 1 clean" in done.out
    assert done.code == 1


def test_several_reports_come_from_one_run(layoutcheck, tmp_path):
    done = layoutcheck("check", str(DUMP), "-o", "text", "-o", f"json={tmp_path / 'deep' / 'report.json'}")
    assert "page checked" in done.out
    assert json.loads((tmp_path / "deep" / "report.json").read_text(encoding="utf-8"))["summary"]["pages"] == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-on", "never"], 0),
        ([], 1),
        (["--severity", "placeholder-leak=off", "--severity", "malformed-dateline=warning"], 0),
        (["--severity", "placeholder-leak=off", "--severity", "malformed-dateline=warning", "--fail-on", "warning"], 1),
        (["--rule", "heading-order", "--fail-on", "info"], 0),
    ],
)
def test_severities_decide_how_a_run_ends(layoutcheck, arguments, code):
    assert layoutcheck("check", str(DUMP), "--schema", "wire-story", *arguments).code == code


def test_the_configuration_is_found_and_may_be_left_out(layoutcheck, tmp_path):
    (tmp_path / "layoutcheck.toml").write_text('[rules]\nduplicate-teaser = "off"\n', encoding="utf-8")
    (tmp_path / "page.txt").write_bytes(DUMP.read_bytes())
    assert "duplicate-teaser" not in layoutcheck("check", "page.txt", cwd=tmp_path).out
    assert "duplicate-teaser" in layoutcheck("check", "page.txt", "--no-config", cwd=tmp_path).out


def test_a_broken_configuration_is_told_with_file_line_and_column(layoutcheck, tmp_path):
    (tmp_path / "layoutcheck.toml").write_text('\nfail_on = "error"\n', encoding="utf-8")
    done = layoutcheck("check", "page.txt", cwd=tmp_path)
    assert done.code == 2
    assert 'layoutcheck.toml:2:1: "fail_on" is no setting' in done.err
    assert 'did you mean "fail-on"?' in done.err
