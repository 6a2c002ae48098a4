"""The installed command, as a user runs it."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "pages"
DUMP = SAMPLES / "ferry-wire-story-dump" / "page.txt"
GOOD = SAMPLES / "good-wire-story" / "page.html"
REPORT_SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))


Done = subprocess.CompletedProcess[bytes]


def run(*arguments: str, cwd: Path = ROOT, stdin: bytes = b"", **environment: str) -> Done:
    clean = {key: value for key, value in os.environ.items() if key not in ("GITHUB_ACTIONS", "CI", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "layoutcheck", *arguments],
        cwd=cwd, input=stdin, capture_output=True, env={**clean, "NO_COLOR": "1", **environment}, timeout=60,
        check=False,
    )  # fmt: skip


def test_text_output_of_the_first_run_in_the_readme(file_regression):
    done = run("check", "samples/pages/ferry-wire-story-dump/page.txt", "--schema", "wire-story")
    assert done.returncode == 1
    file_regression.check(done.stdout.decode(), encoding="utf-8")


def test_concise_output_is_a_line_a_finding():
    done = run("check", str(DUMP), "--schema", "wire-story", "--output-format", "concise")
    lines = done.stdout.decode().splitlines()
    assert lines
    assert all(re.match(r".+:\d+:\d+: (error|warning|info) [a-z-]+ .+", line) for line in lines)


def test_json_output_follows_its_schema():
    done = run("check", "samples/pages", "samples/awkward", "--output-format", "json")
    report = json.loads(done.stdout)
    jsonschema.Draft202012Validator(REPORT_SCHEMA).validate(report)
    assert report["summary"]["pages"] == len(report["pages"])
    assert report["summary"]["exit_code"] == done.returncode


def test_jsonl_output_is_one_object_a_line():
    kinds = [json.loads(line)["kind"] for line in run("check", str(DUMP), "-o", "jsonl").stdout.splitlines()]
    assert kinds[:2] == ["run", "page"]
    assert kinds[-1] == "summary"


def test_a_good_page_is_clean():
    done = run("check", str(GOOD), "--schema", "wire-story", "--fail-on", "info")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1 page checked, 1 clean" in done.stdout


def test_standard_input_is_a_page():
    page = b"<title>x</title><h1>A head line</h1><p>{{ name }}</p>"
    done = run("check", "-", "--output-format", "concise", stdin=page)
    assert b"-:1:" in done.stdout
    assert done.returncode == 1


def test_standard_input_may_be_a_dump():
    done = run("check", "-", "--media-type", "text/plain", "-o", "concise", stdin=DUMP.read_bytes())
    assert b"duplicate-teaser" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "no-such-page.html"], 'there is no file or folder "no-such-page.html"'),
        (["check", "no/*.html"], 'nothing matches "no/*.html"'),
        (["check", "docs/decisions"], "holds no pages"),
        (["check", str(GOOD), "--schema", "artcle"], 'did you mean "article"?'),
        (["check", str(GOOD), "--fail-on", "eror"], "one of: error, warning, info, never"),
        (["check", str(GOOD), "-o", "jsn"], 'did you mean "json"?'),
        (["check", str(GOOD), "--rule", "duplicate-teasers"], 'did you mean "duplicate-teaser"?'),
        (["check", str(GOOD), "--severity", "duplicate-teaser=eror"], 'did you mean "error"?'),
        (["check", str(GOOD), "--media-type", "text/htm"], 'did you mean "text/html"?'),
        (["check", str(GOOD), "--config", "gone.toml"], 'no configuration file "gone.toml"'),
        (["explain", "duplicate-tease"], 'did you mean "duplicate-teaser"?'),
        (["chekc"], "check"),
        (["check", str(GOOD), "--no-such-option"], "--no-such-option"),
    ],
)
def test_a_users_mistake_is_told_with_its_remedy(arguments, told):
    done = run(*arguments)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.decode().replace("│", "").split())
    assert b"Traceback" not in done.stderr


def test_an_empty_folder_is_no_pass(tmp_path):
    assert run("check", str(tmp_path)).returncode == 2


def test_a_missing_path_stops_before_any_report_is_written(tmp_path):
    assert run("check", "gone.html", "-o", f"json={tmp_path / 'report.json'}").returncode == 2
    assert not (tmp_path / "report.json").exists()


def test_an_unreadable_page_fails_alone(tmp_path):
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(GOOD.read_bytes())
    done = run("check", str(tmp_path))
    assert b"the page is empty" in done.stdout
    assert b"2 pages checked, 1 clean" in done.stdout
    assert done.returncode == 1


def test_several_reports_come_from_one_run(tmp_path):
    done = run("check", str(DUMP), "-o", "text", "-o", f"json={tmp_path / 'deep' / 'report.json'}")
    assert b"page checked" in done.stdout
    assert json.loads((tmp_path / "deep" / "report.json").read_text(encoding="utf-8"))["summary"]["pages"] == 1


def test_the_configuration_is_found_and_shown(tmp_path):
    (tmp_path / "layoutcheck.toml").write_text('[rules]\nduplicate-teaser = "off"\n', encoding="utf-8")
    (tmp_path / "page.txt").write_bytes(DUMP.read_bytes())
    assert b"duplicate-teaser" not in run("check", "page.txt", cwd=tmp_path).stdout
    assert b"duplicate-teaser" in run("check", "page.txt", "--no-config", cwd=tmp_path).stdout
    shown = run("config", "page.txt", cwd=tmp_path).stdout.decode()
    assert re.search(r"rules\.duplicate-teaser +off +layoutcheck\.toml:2", shown)


def test_a_broken_configuration_is_told_with_file_line_and_column(tmp_path):
    (tmp_path / "layoutcheck.toml").write_text('\nfail_on = "error"\n', encoding="utf-8")
    done = run("check", "page.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert b'layoutcheck.toml:2:1: "fail_on" is no setting' in done.stderr
    assert b'did you mean "fail-on"?' in done.stderr


def test_init_writes_a_configuration_that_is_good(tmp_path):
    assert run("init", cwd=tmp_path).returncode == 0
    (tmp_path / "page.html").write_bytes(GOOD.read_bytes())
    assert run("check", "page.html", cwd=tmp_path).returncode == 0
    assert run("init", cwd=tmp_path).returncode == 2


def test_extract_prints_an_object_a_page():
    told = json.loads(run("extract", str(GOOD)).stdout)
    assert set(told) == {"uri", "data", "places"}
    assert told["data"]["headline"] == "Bridge over the Sava opens a year early"
    assert told["places"]["/headline"]["line"] == 16


def test_rules_and_explain_tell_of_every_rule():
    listed = run("rules").stdout.decode()
    assert "duplicate-teaser" in listed
    assert run("explain", "duplicate-teaser").stdout.startswith(b"# duplicate-teaser")


def test_version_is_told_at_once():
    assert re.fullmatch(rb"layoutcheck \d+\.\d+\.\d+\n", run("--version").stdout)


def test_a_closed_pipe_is_quiet():
    process = subprocess.Popen(
        [sys.executable, "-m", "layoutcheck", "check", "samples/pages", "-o", "json"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) in (0, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_an_interruption_prints_what_was_found(tmp_path):
    for number in range(3000):
        (tmp_path / f"{number:04}.txt").write_bytes(DUMP.read_bytes())
    process = subprocess.Popen(
        [sys.executable, "-m", "layoutcheck", "check", str(tmp_path), "-o", "jsonl"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    first = process.stdout.readline() + process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    assert process.wait(60) == 130
    summary = json.loads((first + rest).splitlines()[-1])
    assert summary["kind"] == "summary"
    assert summary["interrupted"] is True
    assert 0 < summary["pages"] < 3000


def test_schema_check_tells_all_faults(tmp_path):
    (tmp_path / "s.json").write_text('{"x-selct": "a",\n "requird": []}', encoding="utf-8")
    done = run("schema", "check", "s.json", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout.decode().count("is no keyword") == 2
    assert run("schema", "check", "article").returncode == 0


def test_schema_test_runs_the_pages_that_a_schema_names(tmp_path):
    (tmp_path / "good.html").write_bytes(GOOD.read_bytes())
    (tmp_path / "bad.html").write_text("<title>x</title><p>no kicker", encoding="utf-8")
    schema = {
        "required": ["kicker"], "properties": {"kicker": {"x-select": ".kicker"}},
        "x-tests": {"good": ["good.html"], "bad": ["bad.html"]},
    }  # fmt: skip
    (tmp_path / "s.json").write_text(json.dumps(schema), encoding="utf-8")
    assert run("schema", "test", "s.json", cwd=tmp_path).returncode == 0
    (tmp_path / "bad.html").write_bytes(GOOD.read_bytes())
    done = run("schema", "test", "s.json", cwd=tmp_path)
    assert done.returncode == 1
    assert b"FAIL  bad" in done.stdout
